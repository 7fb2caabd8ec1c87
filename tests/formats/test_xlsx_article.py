"""Workbooks as articles: sheets of two languages row by row, others paragraph by paragraph."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from aligner.errors import UnusableInput
from aligner.opening import holds_units, open_for_review
from aligner.reading import read_article
from tests.formats.documents import blocks, document, sides, texts
from tests.formats.test_workbooks import book

ZH = ("老钟匠每天清晨打开店门。", "他先给墙上的大钟上弦。", "邻居们听见钟声才起床。")
EN = (
    "The old clockmaker opens his shop every morning.",
    "First he winds the big clock on the wall.",
    "The neighbours get up when they hear it strike.",
)
COLUMNS: dict[str, Sequence[object]] = {
    "序号": (1, 2, 3),
    "中文": ZH,
    "English": EN,
    "备注": ("已审", "未审", "已审"),
}


def saved(folder: Path, *sheets: Sequence[Sequence[object]], hidden: Sequence[int] = ()) -> Path:
    """A workbook of sheets, given as rows; those whose numbers are in `hidden` are hidden."""
    made = Workbook()
    made.remove(made.active)
    for number, rows in enumerate(sheets):
        sheet = made.create_sheet(f"s{number}")
        for row in rows:
            sheet.append(row)
        if number in hidden:
            sheet.sheet_state = "hidden"
    made.save(folder / "a.xlsx")
    return folder / "a.xlsx"


def table(*names: str, head: bool = True) -> list[list[object]]:
    rows: list[list[object]] = [list(names)] if head else []
    return rows + [list(row) for row in zip(*(COLUMNS[name] for name in names), strict=True)]


@pytest.mark.parametrize(
    "names",
    [
        ("序号", "中文", "English", "备注"),
        ("English", "备注", "中文", "序号"),
        ("备注", "中文", "序号", "English"),
    ],
)
def test_columns_are_found_by_what_is_in_them(tmp_path: Path, names: tuple[str, ...]) -> None:
    path = saved(tmp_path, table(*names))
    article, zh, en = sides(path)
    assert (article.layout, zh, en) == ("columns", list(ZH), list(EN))
    apart = {left.text: left.label for left in article.leftovers}
    assert {name: apart[name] for name in names} == dict.fromkeys(names, "column head")
    assert (apart["已审"], apart["未审"]) == ("remark", "remark")
    assert apart["2"] == "marks and figures alone"


def test_each_row_of_two_languages_is_a_section(tmp_path: Path) -> None:
    path = saved(tmp_path, table("中文", "English"))
    sections = [block.section for block in blocks(path) if block.language]
    assert sections[::2] == sections[1::2]
    assert len(set(sections)) == len(ZH)


def test_a_head_is_not_needed(tmp_path: Path) -> None:
    article, zh, en = sides(saved(tmp_path, table("中文", "English", head=False)))
    assert (article.layout, zh, en) == ("columns", list(ZH), list(EN))


def test_languages_in_turn_in_one_column_are_an_article(tmp_path: Path) -> None:
    rows = [[text] for pair in zip(ZH, EN, strict=True) for text in pair]
    path = saved(tmp_path, rows)
    article, zh, en = sides(path)
    assert (article.layout, zh, en) == ("paragraphs in turn", list(ZH), list(EN))
    assert not holds_units(path)
    with open_for_review(path).project as project:
        assert [(pair.zh_text, pair.en_text) for pair in project.load().pairs] == [
            *zip(ZH, EN, strict=True)
        ]


def test_two_columns_of_text_stay_units_where_a_workbook_is_opened(tmp_path: Path) -> None:
    assert holds_units(saved(tmp_path, table("中文", "English")))


def test_what_can_be_neither_is_told_of_as_units(tmp_path: Path) -> None:
    assert holds_units(saved(tmp_path, [[ZH[0]]]))
    (tmp_path / "b.xlsx").write_bytes(b"PK\3\4 and no more")
    assert holds_units(tmp_path / "b.xlsx")


def test_sheets_follow_each_other(tmp_path: Path) -> None:
    path = saved(tmp_path, table("中文", "English")[:3], [["English", "中文"], [EN[2], ZH[2]]])
    _, zh, en = sides(path)
    assert (zh, en) == (list(ZH), list(EN))


def test_a_hidden_sheet_is_left_out_and_counted(tmp_path: Path) -> None:
    old = [["中文", "English"], ["旧的一行。", "An old row."]]
    path = saved(tmp_path, old, table("中文", "English"), hidden=[0])
    assert texts(path) == [text for pair in zip(ZH, EN, strict=True) for text in pair]
    assert document(path).left_out == {"hidden sheet": 1}
    assert dict(read_article(path).left_out) == {"hidden sheet": 1}


def test_a_hidden_row_is_text(tmp_path: Path) -> None:
    made = Workbook()
    for row in table("中文", "English"):
        made.active.append(row)
    made.active.row_dimensions[3].hidden = True
    made.save(tmp_path / "a.xlsx")
    assert sides(tmp_path / "a.xlsx")[1] == list(ZH)


def test_a_cell_with_line_ends_is_one_paragraph(tmp_path: Path) -> None:
    rows = table("中文", "English")
    rows[1] = ["老钟匠每天清晨\n打开店门。\n“早，”他说。", "The old clockmaker\nopens his shop."]
    _, zh, en = sides(saved(tmp_path, rows))
    assert zh[0] == "老钟匠每天清晨打开店门。“早，”他说。"
    assert en[0] == "The old clockmaker opens his shop."


def test_a_formula_without_a_value_is_counted(tmp_path: Path) -> None:
    rows = [[*row, f"=LEN(A{number})"] for number, row in enumerate(table("中文", "English"), 1)]
    path = saved(tmp_path, rows)
    assert document(path).left_out == {"formula without a value": 4}
    assert sides(path)[1:] == (list(ZH), list(EN))


def test_a_formula_with_a_value_is_what_it_shows(tmp_path: Path) -> None:
    lines = "".join(
        f'<row><c t="str"><f>A&amp;B</f><v>{zh}</v></c><c t="str"><f>""</f><v></v></c></row>'
        f'<row><c t="str"><f>A</f><v>{en}</v></c></row>'
        for zh, en in zip(ZH, EN, strict=True)
    )
    path = book(tmp_path / "a.xlsx", lines)
    assert texts(path) == [text for pair in zip(ZH, EN, strict=True) for text in pair]
    assert document(path).left_out == {}


def test_a_title_over_both_columns_is_divided(tmp_path: Path) -> None:
    made = Workbook()
    made.active["A1"] = "钟匠的早晨 / The Clockmaker’s Morning"
    made.active.merge_cells("A1:B1")
    for row in table("中文", "English"):
        made.active.append(row)
    made.save(tmp_path / "a.xlsx")
    _, zh, en = sides(tmp_path / "a.xlsx")
    assert (zh, en) == (["钟匠的早晨", *ZH], ["The Clockmaker’s Morning", *EN])


@pytest.mark.parametrize("place", [["钟表周报 译稿"], [None, "钟表周报 译稿"]])
def test_the_name_of_a_sheet_is_set_apart(tmp_path: Path, place: list[object]) -> None:
    article, zh, _ = sides(saved(tmp_path, [place, *table("序号", "中文", "English")]))
    assert zh == list(ZH)
    assert ("钟表周报 译稿", "other") in {(left.text, left.label) for left in article.leftovers}


def test_how_a_word_is_pronounced_is_no_text(tmp_path: Path) -> None:
    strings = "".join(
        f'<si><t>{text}</t><rPh sb="0" eb="1"><t>ヨミ</t></rPh></si>'
        for pair in zip(ZH, EN, strict=True)
        for text in pair
    )
    rows = "".join(f'<row><c t="s"><v>{number}</v></c></row>' for number in range(6))
    path = book(tmp_path / "a.xlsx", rows, strings=strings)
    assert texts(path) == [text for pair in zip(ZH, EN, strict=True) for text in pair]


def test_what_is_no_workbook_is_refused_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    whole = saved(tmp_path, table("中文", "English")).read_bytes()
    for data, reason in (
        (b"\xd0\xcf\x11\xe0" + bytes(600), "has a password"),
        (whole[: len(whole) // 2], "is damaged"),
        ("中文\tEnglish".encode(), "is damaged"),
    ):
        path.write_bytes(data)
        with pytest.raises(UnusableInput, match=reason):
            read_article(path)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<document/>")
    with pytest.raises(UnusableInput, match="no workbook that can be read"):
        read_article(path)
    book(path, "<row>" + " " * (8 << 20) + "</row>")
    with pytest.raises(UnusableInput, match="unpacks to more than any document holds"):
        read_article(path)
