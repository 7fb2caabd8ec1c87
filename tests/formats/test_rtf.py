"""Rich Text: Chinese in the encoding of its font or escaped, and nothing that is not shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from aligner.formats import Block
from tests.effort import check_proportion
from tests.formats.documents import blocks, coded, document, rtf, sides, texts

CONSTRUCTS: dict[str, tuple[str, list[str]]] = {
    "bytes of a Simplified font": (rf"{{\f1 {coded('灯塔亮了。')}}}\par", ["灯塔亮了。"]),
    "bytes of a Traditional font": (rf"{{\f2 {coded('燈塔亮了。', 'cp950')}}}\par", ["燈塔亮了。"]),
    "a second byte that is a sign": (rf"\f2 {coded('許功蓋', 'cp950')}\par", ["許功蓋"]),
    "a second byte written plainly": (r"\f2 \'b3\\\'a5\\\par", ["許功"]),
    "bytes of the western font": (rf"caf{coded('é', 'cp1252')}\par", ["café"]),
    "the font for double width": (
        rf"\loch\af0\hich\af0\dbch\af1 {coded('灯塔')}\loch\f0 lit\par",
        ["灯塔lit"],
    ),
    "escapes with fallbacks": (r"\u28783?\u22612\'3f\uc2\u20142??\uc0\u20102 .\par", ["灯塔亮了."]),
    "a negative escape": (r"\u-244?\par", ["，"]),
    "two halves of a character": (r"\u-10179?\u-8704?.\par", ["😀."]),
    "half of a character": (r"A\u-10179?B\par", ["A\ufffdB"]),
    "an escape without its fallback": (r"\u28783\par Next.\par", ["灯", "Next."]),
    "deleted": (r"The {\deleted very }fog.\par", ["The fog."]),
    "a deleted end joins": (r"The {\deleted\par}fog.\par", ["The fog."]),
    "inserted": (r"The {\revised thick }fog.\par", ["The thick fog."]),
    "moved": (r"{\mvf It moved. }It stayed. {\mvt It moved.}\par", ["It stayed. It moved."]),
    "an endnote": (r"Lit.{\footnote\ftnalt In 1911.} On.\par", ["Lit. On.", "In 1911."]),
    "a comment": (r"Lit{\*\atnid B}\chatn{\*\annotation no} up.\par", ["Lit up."]),
    "a table in a cell": (
        r"\trowd\pard\intbl A.\cell\pard\intbl\itap2 In.\nestcell{\*\nesttableprops\nestrow}"
        r"\cell\row\pard C.\par",
        ["A.", "In.", "C."],
    ),
    "hidden": (r"{\v Check. }Seen. \v Not\v0 This.\par", ["Seen. This."]),
    "a note": (r"Lit.{\super\chftn}{\footnote\pard {\super 1} In 1911.\par} On.\par", 
               ["Lit. On.", "In 1911."]),
    "a note that may be passed over": (r"Lit.{\*\footnote In 1911.}\par", ["Lit.", "In 1911."]),
    "a deleted note": (r"Lit.{\deleted{\footnote\plain In 1911.}}\par", ["Lit."]),
    "destinations": (r"{\*\generator R;}{\info{\title No}}{\*\unknown {no}}Lit.\par", ["Lit."]),
    "a picture and its bytes": (r"A{\pict\bin4 }}}}\pngblip 00ff}B\par", ["AB"]),
    "bytes in the text": ("A\\bin3 }}}B\\par", ["AB"]),
    "a field": (r"Seen {\field{\*\fldinst REF x}{\fldrslt above}}.\par", ["Seen above."]),
    "a phonetic guide": (
        r"{\field{\*\fldinst EQ \\* jc2 \\o\\ad(\\s\\up 9(wu),\u38695?)}{\fldrslt }}.\par",
        ["霧."],
    ),
    "the number of an item": (r"{\listtext 1.\tab}\ls1 Lit.\par{\pntext 2.}Dark.\par", 
                              ["Lit.", "Dark."]),
    "signs": (r"\ldblquote Yes\rdblquote\~ten\_day har\-vest\emdash on\par", 
              ["“Yes”\u00a0ten-day harvest—on"]),
    "a symbol": (r"A{\f3 \'ae}B\par", ["A→B"]),
    "a break": (r"The lamp\line was lit.\line It burned.\par", ["The lamp was lit.", "It burned."]),
    "a shape": (
        r"It.{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt Drawn.\par}}{\shprslt Drawn.}}\par",
        ["It.", "Drawn."],
    ),
    "two forms of a text": (r"{\upr{old}{\*\ud{new}}}.\par", ["new."]),
    "cells in order": (r"\trowd\pard\intbl A.\cell B.\cell\row\pard C.\par", ["A.", "B.", "C."]),
    "what follows the end": (r"Lit.\par}{\par Gone.}", ["Lit."]),
}  # fmt: skip


@pytest.mark.parametrize("name", CONSTRUCTS)
def test_a_construct_reads_as_it_is_shown(name: str, tmp_path: Path) -> None:
    body, expected = CONSTRUCTS[name]
    assert texts(rtf(tmp_path, body)) == expected


def test_chinese_code_page_with_a_western_font(tmp_path: Path) -> None:
    path = tmp_path / "a.rtf"
    fonts = r"{\fonttbl{\f0\fcharset0 Times;}}"
    body = coded("灯塔亮了。") + "\\par caf\\'e9 \\par"
    path.write_bytes(rf"{{\rtf1\ansi\ansicpg936\deff0{fonts}\f0 {body}}}".encode("ascii"))
    assert texts(path) == ["灯塔亮了。", "café"]
    assert document(path).encoding == "gb18030"


def test_kinds_and_labels(tmp_path: Path) -> None:
    body = (
        r"{\header Ferry Weekly\par}{\footer\chpgn  3\par}"
        r"\pard\s2 Fog 1\par\pard\s1 Of fog, it says.\par\pard\outlinelevel0 Two, it says.\par"
        r"\pard\ls1 One, it says.\par\pard It says.\par"
        r"{\field{\*\fldinst TOC \\o}{\fldrslt Tea 2\par}}"
    )
    found = blocks(rtf(tmp_path, body))
    assert [(block.text, block.kind if not block.label else block.label) for block in found] == [
        ("Ferry Weekly", "running head"),
        ("3", "page number"),
        ("Fog 1", "contents"),
        ("Of fog, it says.", "heading"),
        ("Two, it says.", "heading"),
        ("One, it says.", "list item"),
        ("It says.", "body"),
        ("Tea 2", "contents"),
    ]


def test_what_is_left_out_is_counted(tmp_path: Path) -> None:
    body = r"A{\deleted b}c{\deleted d{\b e}}{\v f}{\*\annotation g}\par"
    assert document(rtf(tmp_path, body)).left_out == {"deletion": 2, "hidden text": 1, "comment": 1}


def test_a_table_of_two_languages(tmp_path: Path) -> None:
    row = r"\trowd\cellx1\cellx2\pard\intbl\f1 {}\cell\f0 {}\cell\row"
    rows = row.format(coded("中文"), "English") + row.format(
        coded("灯塔亮了。"), "The lamp was lit."
    )
    article, zh, en = sides(rtf(tmp_path, rows))
    assert (article.layout, zh, en) == ("columns", ["灯塔亮了。"], ["The lamp was lit."])


def test_a_long_file_takes_time_in_proportion(tmp_path: Path) -> None:
    paragraph = rf"\pard\f1 {coded('灯塔亮了。')}\u28783?\par\pard\f0 The lamp was lit.\par "

    def work(size: int) -> list[Block]:
        return blocks(rtf(tmp_path, paragraph * size))

    check_proportion(work, 8_000)
