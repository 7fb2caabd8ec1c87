"""Tables of Word documents: translations come back to their row, and all else stays."""

from __future__ import annotations

import random
import re
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from aligner.errors import UnusableInput
from aligner.formats import BilingualSegment, ColumnChoice, Raw, segment_editor_of
from aligner.reading import read_article
from aligner.repair import Repaired, repair_file
from tests.formats.documents import docx, p, r, tbl, tc
from tests.repair.test_slips import PAIRS

ZH, EN = [zh for zh, _ in PAIRS], [en for _, en in PAIRS]
HEAD = tc("No.") + tc("原文 Source (Chinese)") + tc("English") + tc("Remark") + tc("Status")


def slipped(by: int) -> list[str]:
    """Return the translations of which some stand too high, and have gaps behind them."""
    merged = " ".join(EN[4 : 5 + by])
    return [*EN[:4], merged, *EN[5 + by : 12], *[""] * by, *EN[12:]]


def rows(
    texts: Sequence[str], cells: Mapping[int, str] | None = None, statuses: Sequence[str] = ()
) -> list[str]:
    """Return the rows of a table; `cells` are those of translations that are no plain text."""
    return [
        tc(f"u{n}")
        + tc(ZH[n])
        + (cells or {}).get(n, tc(text, '<w:shd w:fill="EEEEEE"/>'))
        + tc(f"remark {n}")
        + tc(statuses[n] if statuses else "")
        for n, text in enumerate(texts)
    ]


def made(folder: Path, *tables: Sequence[str], name: str = "a.docx") -> Path:
    """Return a document with tables of rows, and text around them."""
    body = p("A letter to the ferry").join(tbl(HEAD, *table) for table in tables)
    return docx(folder, p("Before") + body + p("Behind"), name)


def main_text(content: bytes, folder: Path) -> str:
    """Return the XML of a document's text."""
    path = folder / "written.docx"
    path.write_bytes(content)
    with zipfile.ZipFile(path) as package:
        return package.read("main/text.xml").decode()


def english(repaired: Repaired, folder: Path) -> list[str]:
    """Return what stands in the third column of a document's tables, below the heads."""
    xml = main_text(repaired.content, folder)
    found = []
    for row in re.findall(r"<w:tr>(.*?)</w:tr>", xml)[1:]:
        cell = re.findall(r"<w:tc>(.*?)</w:tc>", row)[2]
        found.append("".join(re.findall(r"<w:t\b[^>]*>([^<]*)", cell)))
    return found


@pytest.mark.parametrize("by", [1, 2, 3])
def test_slipped_rows_come_back_and_nothing_else_changes(tmp_path: Path, by: int) -> None:
    right = made(tmp_path, rows(EN), name="right.docx")
    wrong = made(tmp_path, rows(slipped(by)), name="wrong.docx")
    repaired = repair_file(wrong)
    assert main_text(repaired.content, tmp_path) == main_text(right.read_bytes(), tmp_path)
    assert [one.name for one in repaired.moved] == [
        f"u{n}" for n, (a, b) in enumerate(zip(EN, slipped(by), strict=True)) if a != b
    ]
    assert (repaired.settled, repaired.left_out) == ({}, {})


def test_names_may_have_any_prefix(tmp_path: Path) -> None:
    path = made(tmp_path, rows(slipped(1)))
    xml = main_text(path.read_bytes(), tmp_path).replace("w:", "tctrtbl:")
    with zipfile.ZipFile(path) as package:
        relations = package.read("_rels/.rels")
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("_rels/.rels", relations)
        package.writestr("main/text.xml", xml)
    written = main_text(repair_file(path).content, tmp_path)
    right = main_text(made(tmp_path, rows(EN)).read_bytes(), tmp_path)
    assert written == right.replace("w:", "tctrtbl:")


def test_the_other_parts_of_the_package_keep_their_bytes(tmp_path: Path) -> None:
    path = docx(
        tmp_path, tbl(HEAD, *rows(slipped(1))), styles="<w:style/>", header=p("Running head")
    )
    with zipfile.ZipFile(path, "a", zipfile.ZIP_STORED) as package:
        package.writestr("word/media/image1.png", bytes(range(256)) * 40)
        package.comment = b"made by hand"
    (tmp_path / "out.docx").write_bytes(repair_file(path).content)
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(tmp_path / "out.docx") as new:
        assert new.namelist() == old.namelist()
        changed = [name for name in old.namelist() if old.read(name) != new.read(name)]
        assert changed == ["main/text.xml"]
        assert new.comment == b"made by hand"
        for name in old.namelist():
            before, after = old.getinfo(name), new.getinfo(name)
            assert (before.date_time, before.compress_type) == (
                after.date_time,
                after.compress_type,
            )


def test_a_document_that_is_right_comes_back_byte_for_byte(tmp_path: Path) -> None:
    path = made(tmp_path, rows(EN))
    repaired = repair_file(path)
    assert (repaired.content, repaired.moved) == (path.read_bytes(), ())


def test_the_result_is_read_again_as_the_pairs_it_holds(tmp_path: Path) -> None:
    out = tmp_path / "out.docx"
    out.write_bytes(repair_file(made(tmp_path, rows(slipped(2)))).content)
    article = read_article(out)
    assert [paragraph.text for paragraph in article.en.paragraphs][-17:-1] == EN


def test_words_take_their_looks_with_them(tmp_path: Path) -> None:
    texts = slipped(1)
    first, second = EN[4], EN[5].partition("tickets")
    bold = tc(
        p(
            r(first + " "),
            r(second[0]),
            r("tickets", "<w:b/>"),
            r(second[2], '<w:lang w:val="en-GB"/>'),
        )
    )
    xml = main_text(repair_file(made(tmp_path, rows(texts, {4: bold}))).content, tmp_path)
    cell = re.findall(r"<w:tc>(.*?)</w:tc>", xml)[5 * 6 + 2]
    assert re.sub(r"<[^>]+>", "", cell) == EN[5]
    assert r("tickets", "<w:b/>") in cell
    assert '<w:shd w:fill="EEEEEE"/>' in cell, "the look of the cell is its own"


def test_what_xml_must_escape_is_escaped_once(tmp_path: Path) -> None:
    texts = [f"{text} <M&amp;S> {n}" for n, text in enumerate(slipped(1))]
    shown = [text.replace("<", "&lt;").replace(">", "&gt;") for text in texts]
    path = made(tmp_path, rows(shown))
    repaired = repair_file(path)
    xml = main_text(repaired.content, tmp_path)
    assert letters(xml) == letters(main_text(path.read_bytes(), tmp_path))
    assert len(repaired.moved) > 4


def test_line_ends_paragraphs_and_remarks_of_a_cell_stay(tmp_path: Path) -> None:
    comment = '<w:commentRangeStart w:id="7"></w:commentRangeStart>'
    anchor = '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>'
    cell = tc(
        p(comment, r(EN[4]), "<w:r><w:br/></w:r>", r(EN[5]), anchor, inside='<w:jc w:val="left"/>')
        + p(r(EN[6]), inside='<w:jc w:val="right"/>')
    )
    texts = [*EN[:4], "", *EN[7:12], "", "", *EN[12:]]
    xml = main_text(repair_file(made(tmp_path, rows(texts, {4: cell}))).content, tmp_path)
    written = re.findall(r"<w:tc>(.*?)</w:tc>", xml)[5 * 5 + 2]
    assert re.sub(r"<[^>]+>", "", written) == EN[4]
    assert written.count(comment) == written.count(anchor) == 1, "the remark stays on its row"
    assert '<w:pPr><w:jc w:val="left"/></w:pPr>' in written


def test_a_cell_that_keeps_two_paragraphs_has_two_again(tmp_path: Path) -> None:
    zh = tc(p(ZH[4]) + p(ZH[5]))
    both = f"{zh}{tc(p(EN[4]) + p(EN[5]) + p(EN[6]))}"
    table = [tc(ZH[n]) + tc(EN[n]) for n in range(4)] + [both]
    table += [tc(ZH[n]) + tc(EN[n + 1]) for n in range(6, 11)] + [tc(ZH[11]) + tc("")]
    path = docx(tmp_path, tbl(tc("中文") + tc("English"), *table))
    xml = main_text(repair_file(path, "zh").content, tmp_path)
    cell = re.findall(r"<w:tc>(.*?)</w:tc>", xml)[2 * 5 + 1]
    paragraphs = re.findall(r"<w:p>(.*?)</w:p>", cell)
    assert [re.sub(r"<[^>]+>", "", one) for one in paragraphs] == [EN[4], EN[5]]


HELD = {
    "with tracked changes": tc(p(f'<w:ins w:id="1">{r(EN[8])}</w:ins>')),
    "with a field": tc(p(f'<w:fldSimple w:instr="DATE">{r(EN[8])}</w:fldSimple>')),
    "with a table in a cell": tc(f"{tbl(tc(EN[8]))}{p('')}"),
    "with merged cells": tc(EN[8], '<w:vMerge w:val="restart"/>'),
    "with hidden text": tc(p(r(EN[8], "<w:vanish/>"))),
    "with more than text in a cell": tc(p(r(EN[8], after='<w:footnoteReference w:id="2"/>'))),
}


@pytest.mark.parametrize(("why", "cell"), HELD.items())
def test_a_row_that_is_more_than_text_is_a_wall(tmp_path: Path, why: str, cell: str) -> None:
    texts = [*EN[:2], "", *EN[2:5], f"{EN[5]} {EN[6]}", *EN[7:]]
    path = made(tmp_path, rows(texts, {8: cell}))
    repaired = repair_file(path)
    assert repaired.settled == {why: 1}
    assert cell in main_text(repaired.content, tmp_path)
    assert english(repaired, tmp_path)[:8] == EN[:8], "what stands before it is put right"


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (f"<w:trPr><w:ins/></w:trPr>{rows(EN)[8]}", "with tracked changes"),
        (tc(f"{ZH[8]} {EN[8]}", '<w:gridSpan w:val="5"/>'), "with merged cells"),
        (tc("u8") + tc(ZH[8]), "without a cell for each language"),
    ],
)
def test_rows_of_another_kind_are_walls(tmp_path: Path, row: str, why: str) -> None:
    table = rows(slipped(1))
    table[8] = row
    repaired = repair_file(made(tmp_path, table))
    assert repaired.settled == {why: 1}
    assert row in main_text(repaired.content, tmp_path)


def test_originals_may_hold_what_they_like(tmp_path: Path) -> None:
    table = rows(slipped(1))
    note = tc(p(r(ZH[8], after='<w:footnoteReference w:id="2"/>')))
    table[8] = table[8].replace(tc(ZH[8]), note)
    repaired = repair_file(made(tmp_path, table))
    assert english(repaired, tmp_path) == EN
    assert note in main_text(repaired.content, tmp_path)


@pytest.mark.parametrize("word", ["confirmed", "已確認", "Translation Approved", "edited"])
def test_rows_that_are_confirmed_stay(tmp_path: Path, word: str) -> None:
    statuses = [word if n == 7 else "92%" for n in range(len(EN))]
    repaired = repair_file(made(tmp_path, rows(slipped(1), statuses=statuses)))
    assert repaired.settled == {"confirmed or locked": 1}
    assert english(repaired, tmp_path)[7] == slipped(1)[7]


def odd_cell(text: str, chance: random.Random) -> str:
    """Return a cell of chance with a text: in runs, paragraphs, or with more than text."""
    if not text:
        return chance.choice([tc(""), "<w:tc><w:p/></w:tc>", "<w:tc/>"])
    first, second = text[: len(text) // 3], text[len(text) // 3 :]
    forms = [
        text,
        p(r(first, "<w:i/>"), r(second)),
        p(r(first, after="<w:br/>"), r(second, "<w:b/>")) + p(""),
        p(r(first)) + p(r(second, after="<w:noBreakHyphen/>"), inside='<w:jc w:val="end"/>'),
        p(f"<w:ins>{r(text)}</w:ins>"),
    ]
    return tc(chance.choices(forms, (4, 4, 2, 2, 1))[0])


def letters(xml: str) -> str:
    """Return all that is read in the third column, without white space."""
    cells = re.findall(r"<w:tc(?:/>|>.*?</w:tc>)", xml)[2::5]
    said = "".join(cells).replace("<w:noBreakHyphen/>", "-")
    return "".join(re.sub(r"<[^>]+>", "", said).split())


def segments_of(path: Path) -> Sequence[BilingualSegment]:
    """Return what stands in the tables of a document."""
    return segment_editor_of(path).read(Raw(path, path.read_bytes())).segments


@pytest.mark.parametrize("seed", range(8))
def test_no_letter_is_lost_whatever_the_cells_hold(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    texts = slipped(chance.randint(1, 3))
    cells = {n: odd_cell(text, chance) for n, text in enumerate(texts)}
    path = made(tmp_path, rows(texts, cells))
    repaired = repair_file(path)
    xml = main_text(repaired.content, tmp_path)
    assert letters(xml) == letters(main_text(path.read_bytes(), tmp_path))
    (tmp_path / "out.docx").write_bytes(repaired.content)
    found = segments_of(tmp_path / "out.docx")
    now = {one.name: one.now for one in repaired.moved}
    for old, new in zip(segments_of(path), found, strict=True):
        assert new.zh == old.zh
        assert new.en.split() == now.get(old.name, old.en).split()


def test_nothing_moves_from_one_table_to_another(tmp_path: Path) -> None:
    first, second = rows(slipped(1))[:12], rows(slipped(1))[12:]
    repaired = repair_file(made(tmp_path, first, second))
    assert repaired.segments == len(EN)
    tables = re.findall(r"<w:tbl>.*?</w:tbl>", main_text(repaired.content, tmp_path))
    for words, table in zip((slipped(1)[:12], slipped(1)[12:]), tables, strict=True):
        said = " ".join(re.findall(r"<w:t\b[^>]*>([^<]*)", table))
        assert all(word in said for word in " ".join(words).split())


def test_other_tables_stay_as_they_are(tmp_path: Path) -> None:
    prices = tbl(tc("名稱") + tc("價錢"), *[tc(zh) + tc("12.50") for zh in ZH[:5]])
    path = docx(tmp_path, prices + tbl(HEAD, *rows(slipped(1))))
    repaired = repair_file(path)
    assert prices in main_text(repaired.content, tmp_path)
    assert len(repaired.moved) == 8


def test_columns_may_be_named(tmp_path: Path) -> None:
    drafts = [f"{tc(ZH[n])}{tc(text)}{tc(text)}" for n, text in enumerate(slipped(1))]
    path = docx(tmp_path, tbl(*drafts))
    with pytest.raises(UnusableInput, match="--en-column"):
        repair_file(path, "zh")
    repaired = repair_file(path, "zh", columns=ColumnChoice(en="C"))
    assert len(repaired.moved) == 8
    xml = main_text(repaired.content, tmp_path)
    assert f"{tc(ZH[5])}{tc(slipped(1)[5])}" in xml


@pytest.mark.parametrize(
    "body",
    [
        "",
        p("渡船今天停航。") + p("The ferry is not running today."),
        tbl(tc("中文") + tc("價錢"), tc("渡船") + tc("12")),
        "<w:tbl/>",
        tbl(""),
    ],
)
def test_a_document_without_such_a_table_is_told(tmp_path: Path, body: str) -> None:
    with pytest.raises(UnusableInput, match="holds no table with a column for the Chinese"):
        repair_file(docx(tmp_path, body), "zh")


def test_what_is_made_to_do_harm_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    for xml in ("<w:tbl>" * 100_000, '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "<w:document"):
        docx(tmp_path, "")
        with zipfile.ZipFile(path) as package:
            relations = package.read("_rels/.rels")
        with zipfile.ZipFile(path, "w") as package:
            package.writestr("_rels/.rels", relations)
            package.writestr("main/text.xml", xml)
        with pytest.raises(UnusableInput):
            repair_file(path, "zh")
