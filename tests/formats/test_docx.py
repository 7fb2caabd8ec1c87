"""Word documents: the text is what Word shows when every change is accepted."""

from __future__ import annotations

from pathlib import Path

import pytest

from aligner.formats import Block
from tests.effort import check_proportion
from tests.formats.documents import (
    STRICT,
    blocks,
    document,
    docx,
    p,
    r,
    sides,
    tbl,
    tc,
    texts,
)

STYLES = """
<w:style w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:styleId="own"><w:name w:val="Chapter"/><w:basedOn w:val="1"/></w:style>
<w:style w:styleId="a"><w:name w:val="标题 2"/></w:style>
<w:style w:styleId="t1"><w:name w:val="toc 1"/></w:style>
<w:style w:styleId="th"><w:name w:val="TOC Heading"/><w:basedOn w:val="1"/></w:style>
<w:style w:styleId="tf"><w:name w:val="table of figures"/></w:style>
<w:style w:styleId="c"><w:name w:val="caption"/></w:style>
<w:style w:styleId="lb"><w:name w:val="List Bullet"/></w:style>
<w:style w:styleId="loop"><w:name w:val="A"/><w:basedOn w:val="pool"/></w:style>
<w:style w:styleId="pool"><w:name w:val="B"/><w:basedOn w:val="loop"/></w:style>
<w:style w:styleId="h"><w:name w:val="Memo"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:styleId="fr"><w:name w:val="footnote reference"/></w:style>
"""
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
BEGIN, SEPARATE, END = (FIELD.format(kind) for kind in ("begin", "separate", "end"))

RUBY = "<w:r><w:ruby><w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>"


def code(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


CONSTRUCTS: dict[str, tuple[str, list[str]]] = {
    "inserted": (p("The lamp ", f"<w:ins>{r('was lit.')}</w:ins>"), ["The lamp was lit."]),
    "deleted": (
        p("The lamp ", "<w:del><w:r><w:delText>was red and </w:delText></w:r></w:del>", "lit."),
        ["The lamp lit."],
    ),
    "moved": (
        p(f"<w:moveFrom>{r('Up. ')}</w:moveFrom>", "Here. ", f"<w:moveTo>{r('Up.')}</w:moveTo>"),
        ["Here. Up."],
    ),
    "an insertion that was deleted again": (
        p("The ", "<w:ins><w:del><w:r><w:delText>big </w:delText></w:r></w:del>" + r("lamp")
          + "</w:ins>"),
        ["The lamp"],
    ),
    "a moved paragraph": (
        p(f"<w:moveFrom>{r('It moved.')}</w:moveFrom>", inside="<w:rPr><w:moveFrom/></w:rPr>")
        + p("It stayed.")
        + p(f"<w:moveTo>{r('It moved.')}</w:moveTo>", inside="<w:rPr><w:moveTo/></w:rPr>"),
        ["It stayed.", "It moved."],
    ),
    "deleted ends one after the other": (
        "".join(p(text, inside="<w:rPr><w:del/></w:rPr>") for text in ("燈塔", "亮了")) + p("。"),
        ["燈塔亮了。"],
    ),
    "a deleted paragraph": (
        p("<w:del><w:r><w:delText>Gone.</w:delText></w:r></w:del>",
          inside="<w:rPr><w:del/></w:rPr>") + p("Here."),
        ["Here."],
    ),
    "a deleted end joins": (
        p("The fog came ", inside="<w:rPr><w:del/></w:rPr>") + p("at five."),
        ["The fog came at five."],
    ),
    "a deleted end before a table": (
        p("Last.", inside="<w:rPr><w:del/></w:rPr>") + tbl(tc("A cell.")),
        ["Last.", "A cell."],
    ),
    "a deleted row": (
        tbl("<w:trPr><w:del/></w:trPr>" + tc("Gone."), tc("Here.")),
        ["Here."],
    ),
    "a hidden row": (tbl("<w:trPr><w:hidden/></w:trPr>" + tc("Gone."), tc("Here.")), ["Here."]),
    "a deleted cell": (tbl(tc("Here.") + tc("Gone.", "<w:cellDel/>")), ["Here."]),
    "hidden": (p(r("Check this. ", "<w:vanish/>"), "Seen."), ["Seen."]),
    "hidden by its style": (p("Nobody sees it.", style="h") + p("Seen."), ["Seen."]),
    "shown against its style": (p(r("Seen.", '<w:vanish w:val="0"/>'), style="h"), ["Seen."]),
    "a comment": (p(r("Seen.", after='<w:commentReference w:id="0"/>')), ["Seen."]),
    "a content control": (
        f"<w:sdt><w:sdtContent>{p('Held.')}</w:sdtContent></w:sdt>"
        + p(f"<w:sdt><w:sdtContent>{r('Inside.')}</w:sdtContent></w:sdt>"),
        ["Held.", "Inside."],
    ),
    "a row and a cell in content controls": (
        "<w:tbl><w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent>" + tc("Held.")
        + "</w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl>",
        ["Held."],
    ),
    "custom markup and direction": (
        f"<w:customXml>{p('<w:bdo>' + r('The ') + '</w:bdo>', '<w:dir>' + r('lamp') + '</w:dir>')}"
        "</w:customXml>",
        ["The lamp"],
    ),
    "smart tag and link": (
        p(f"<w:smartTag>{r('Ferry ')}</w:smartTag>", f"<w:hyperlink>{r('landing')}</w:hyperlink>"),
        ["Ferry landing"],
    ),
    "a simple field": (
        p("Page ", f'<w:fldSimple w:instr="PAGE">{r("7")}</w:fldSimple>', " ends."),
        ["Page 7 ends."],
    ),
    "a field": (
        p("Seen ", BEGIN, code(" REF x "), SEPARATE, r("above"), END, " twice."),
        ["Seen above twice."],
    ),
    "a field in the code of a field": (
        p("It ", BEGIN, code("IF "), BEGIN, code("PAGE"), SEPARATE, r("3"), END, code(" > 1"),
          SEPARATE, r("ends"), END, "."),
        ["It ends."],
    ),
    "a field over two paragraphs": (
        p("A ", BEGIN, code("INCLUDETEXT x"), SEPARATE, "one.") + p("two.", END, " B."),
        ["A one.", "two. B."],
    ),
    "an end without a beginning": (p("A ", END, "stays."), ["A stays."]),
    "text in the code of a field": (p("A", BEGIN, r("CODE"), SEPARATE, r("B"), END), ["AB"]),
    "an unclosed field": (p("A ", BEGIN, code("REF"), "stays.") + p("So does this."), 
                          ["A stays.", "So does this."]),
    "a separator alone": (p("A ", SEPARATE, "stays.", END), ["A stays."]),
    "a phonetic guide as a field": (
        p("在", BEGIN, code(r"EQ \* jc2 \o\ad(\s\up 9(wù),霧)"), END, "裡。"),
        ["在霧裡。"],
    ),
    "ruby": (
        p("在", RUBY.format(r("wù"), r("霧"))),
        ["在霧"],
    ),
    "a text box, twice": (
        p(
            "Around it.",
            "<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>" + p("In the box.")
            + "</w:txbxContent></mc:Choice><mc:Fallback><w:pict><w:txbxContent>" + p("In the box.")
            + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
            " And on.",
        ),
        ["Around it. And on.", "In the box."],
    ),
    "a text box of the older kind": (
        p("Around", "<w:r><w:pict><w:txbxContent>" + p("In the box.")
          + "</w:txbxContent></w:pict></w:r>", " it."),
        ["Around it.", "In the box."],
    ),
    "a text box in the fallback only": (
        p(
            "<w:r><mc:AlternateContent><mc:Choice/><mc:Fallback><w:txbxContent>"
            + p("In the box.")
            + "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>",
        ),
        ["In the box."],
    ),
    "soft hyphens": (p("har\u00advest", r("", after="<w:softHyphen/>"), "s"), ["harvests"]),
    "a hyphen that does not break": (p(r("ten", after="<w:noBreakHyphen/>"), "day"), ["ten-day"]),
    "a tab": (p("One", r("", after="<w:tab/>"), "two"), ["One two"]),
    "a break after a sentence": (
        p("It ended.", r("", after="<w:br/>"), "It began."),
        ["It ended.", "It began."],
    ),
    "a break within a sentence": (
        p("The lamp", r("", after="<w:br/>"), "was lit.")
        + p("燈塔", r("", after="<w:cr/>"), "亮了。"),
        ["The lamp was lit.", "燈塔亮了。"],
    ),
    "a break between languages": (
        p("渡口的燈塔", r("", after="<w:br/>"), "The lamp at the ferry"),
        ["渡口的燈塔", "The lamp at the ferry"],
    ),
    "symbols": (
        p(r("A", after='<w:sym w:font="Symbol" w:char="F0AE"/>'), 
          r("", after='<w:sym w:font="Wingdings" w:char="F0FC"/>'),
          r("", after='<w:sym w:font="Symbol" w:char="oops"/>')),
        ["A→✓"],
    ),
    "a symbol font in the text": (
        p(r("\uf0fc", '<w:rFonts w:ascii="Wingdings"/>'), " done \uf0e1"),
        ["✓ done \uf0e1"],
    ),
    "a run-in heading": (
        p("The lamp.", inside="<w:rPr><w:vanish/><w:specVanish/></w:rPr>") + p(" It was lit."),
        ["The lamp. It was lit."],
    ),
    "a formula": (
        p("Here ", "<m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath>", "it is."),
        ["Here it is."],
    ),
    "merged cells": (
        tbl(
            tc("Over two.", '<w:gridSpan w:val="2"/>'),
            tc("Left.", '<w:vMerge w:val="restart"/>') + tc("Right."),
            tc("covered", "<w:vMerge/>") + tc("Below."),
        ),
        ["Over two.", "Left.", "Right.", "Below."],
    ),
    "a table in a cell": (
        tbl(tc(p("Before.") + tbl(tc("Inner.")) + p("After."))),
        ["Before.", "Inner.", "After."],
    ),
    "a raised mark": (p("The reef", r("1", '<w:vertAlign w:val="superscript"/>'), " lies low."), 
                      ["The reef lies low."]),
    "an exponent": (p("Ten km", r("2", '<w:vertAlign w:val="superscript"/>'), " of fog."), 
                    ["Ten km2 of fog."]),
    "white space of the file": (p("<w:r><w:t>\n  Two\n  words \n</w:t></w:r>"), ["Two   words"]),
}  # fmt: skip


@pytest.mark.parametrize("name", CONSTRUCTS)
def test_a_construct_reads_as_word_shows_it(name: str, tmp_path: Path) -> None:
    body, expected = CONSTRUCTS[name]
    assert texts(docx(tmp_path, body, styles=STYLES)) == expected


def test_what_is_left_out_is_counted(tmp_path: Path) -> None:
    body = "".join(CONSTRUCTS[name][0] for name in ("deleted", "hidden", "a comment", "a formula"))
    assert document(docx(tmp_path, body, styles=STYLES)).left_out == {
        "deletion": 1, "hidden text": 1, "comment": 1, "formula": 1,
    }  # fmt: skip


def test_what_has_its_text_elsewhere_is_counted(tmp_path: Path) -> None:
    drawn = (
        '<a:graphicData xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" uri="{}"/>'
    )
    uris = ("http://x/2006/diagram", "http://x/2006/chart", "http://x/2006/picture")
    body = p("Here.", r("", after="".join(drawn.format(uri) for uri in uris))) + "<w:altChunk/>"
    assert document(docx(tmp_path, body)).left_out == {
        "diagram": 1, "chart": 1, "embedded document": 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("paragraph", "kind"),
    [
        (p("Of fog and tea, it says.", style="1"), "heading"),
        (p("Of fog and tea, it says.", style="own"), "heading"),
        (p("Of fog and tea, it says.", style="a"), "heading"),
        (p("Of fog, it says.", inside='<w:outlineLvl w:val="1"/>'), "heading"),
        (p("Of fog, it says.", style="1", inside='<w:outlineLvl w:val="9"/>'), "body"),
        (p("The lamp, it says.", style="c"), "caption"),
        (p("The lamp, it says.", style="lb"), "list item"),
        (p("It says.", inside='<w:numPr><w:numId w:val="3"/></w:numPr>'), "list item"),
        (p("It says.", style="lb", inside='<w:numPr><w:numId w:val="0"/></w:numPr>'), "body"),
        (p("It says.", style="loop"), "body"),
        (p("It says.", style="missing"), "body"),
    ],
)
def test_styles_tell_the_kind(paragraph: str, kind: str, tmp_path: Path) -> None:
    assert [block.kind for block in blocks(docx(tmp_path, paragraph, styles=STYLES))] == [kind]


def test_notes_follow_their_paragraph_without_marks(tmp_path: Path) -> None:
    note = '<w:footnote w:id="{}">{}</w:footnote>'
    path = docx(
        tmp_path,
        p("The lamp", r("", after='<w:footnoteReference w:id="2"/>'), " was lit.")
        + p("Star", r("*", after='<w:footnoteReference w:customMarkFollows="1" w:id="3"/>'), "s.")
        + p("End.", r("", after='<w:endnoteReference w:id="2"/>')),
        styles=STYLES,
        footnotes=note.format(0, p("not shown"))
        + note.format(2, p(r("", after="<w:footnoteRef/>"), " In 1911."))
        + note.format(3, p(r("*", '<w:rStyle w:val="fr"/>'), "By night.")),
        endnotes='<w:endnote w:id="2">' + p("At last.") + "</w:endnote>",
    )
    assert [(block.text, block.kind) for block in blocks(path)] == [
        ("The lamp was lit.", "body"),
        ("In 1911.", "note"),
        ("Stars.", "body"),
        ("By night.", "note"),
        ("End.", "body"),
        ("At last.", "note"),
    ]


def test_changes_are_accepted_in_notes_and_a_deleted_note_is_none(tmp_path: Path) -> None:
    mark = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    note = '<w:footnote w:id="{}">{}</w:footnote>'
    path = docx(
        tmp_path,
        p("Lit.", mark.format(1), f"<w:del>{mark.format(2)}</w:del>"),
        footnotes=note.format(1, p("In ", f"<w:ins>{r('1911.')}</w:ins>") + p("Or 1912."))
        + note.format(2, p("Never.")),
    )
    assert texts(path) == ["Lit.", "In 1911.", "Or 1912."]


def test_a_note_in_a_table_of_two_languages_is_no_cell(tmp_path: Path) -> None:
    mark = r("", after='<w:footnoteReference w:id="1"/>')
    path = docx(
        tmp_path,
        tbl(tc("中文") + tc("English"), tc(p("灯塔亮了。", mark)) + tc("The lamp was lit.")),
        footnotes=f'<w:footnote w:id="1">{p("在一九一一年。")}</w:footnote>',
    )
    article, zh, en = sides(path)
    assert (zh, en) == (["灯塔亮了。", "在一九一一年。"], ["The lamp was lit."])
    assert [one.kind for one in article.zh.paragraphs] == ["body", "note"]


def test_a_note_that_refers_to_itself_is_read_once(tmp_path: Path) -> None:
    mark = r("", after='<w:footnoteReference w:id="1"/>')
    note = f'<w:footnote w:id="1">{p("Itself.", mark)}</w:footnote>'
    assert texts(docx(tmp_path, p("A.", mark), footnotes=note)) == ["A.", "Itself."]


def labelled(path: Path) -> list[tuple[str, str]]:
    return [(block.text, block.label) for block in blocks(path)]


def test_headers_and_page_numbers_stand_apart(tmp_path: Path) -> None:
    number = p("- ", BEGIN, code("PAGE"), SEPARATE, r("3"), END, " -")
    path = docx(tmp_path, p("Text."), header=p("Ferry Weekly, 1 May 2026"), footer=number)
    assert labelled(path) == [
        ("Ferry Weekly, 1 May 2026", "running head"),
        ("- 3 -", "page number"),
        ("Text.", ""),
    ]


def test_a_running_head_keeps_its_label_whatever_it_says(tmp_path: Path) -> None:
    path = docx(
        tmp_path, p("燈塔亮了。") + p("The lamp was lit."), header=p("© Ferry Weekly 1 May 2026")
    )
    article, _, _ = sides(path)
    assert [left.label for left in article.leftovers] == ["running head"]


@pytest.mark.parametrize(
    "body",
    [
        p("目录", style="th") + p("Fog\t1", style="t1"),
        p("目录", style="tf") + p("Fog\t1", style="tf"),
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj>"
        f"</w:sdtPr><w:sdtContent>{p('目录')}{p('Fog 1')}</w:sdtContent></w:sdt>",
        p(BEGIN, code(r"TOC \o"), SEPARATE, "目录") + p("Fog 1", END),
    ],
)
def test_contents_stand_apart(body: str, tmp_path: Path) -> None:
    path = docx(tmp_path, body + p("Text."), styles=STYLES)
    assert labelled(path) == [("目录", "contents"), ("Fog 1", "contents"), ("Text.", "")]


def test_strict_documents_differ_in_their_namespace_only(tmp_path: Path) -> None:
    body = p("The lamp ", f"<w:ins>{r('was lit.')}</w:ins>", style="1")
    found = blocks(docx(tmp_path, body, namespace=STRICT, styles=STYLES))
    assert [(block.text, block.kind) for block in found] == [("The lamp was lit.", "heading")]


def test_a_long_document_takes_time_in_proportion(tmp_path: Path) -> None:
    def work(size: int) -> list[Block]:
        return blocks(docx(tmp_path, p("The lamp was lit. ", "燈塔亮了。") * size))

    check_proportion(work, 8_000)
