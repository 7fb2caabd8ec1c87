"""Sheets of workbooks: translations come back to their row, and all else stays."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

from aligner.errors import UnusableInput
from aligner.formats import ColumnChoice, read_units
from aligner.repair import Repaired, repair_file
from tests.formats.test_workbooks import book
from tests.repair.test_docx import EN, ZH, slipped

HEAD = ("序号", "原文 Chinese", "译文 English", "备注", "状态")


def saved(
    folder: Path,
    texts: list[str],
    change: Callable[[Any], None] = lambda sheet: None,
    statuses: Mapping[int, str] | None = None,
) -> Path:
    """Return a workbook with a row for each pair; `change` does more to its sheet."""
    made = Workbook()
    sheet = made.active
    sheet.append(HEAD)
    for n, text in enumerate(texts):
        sheet.append([n + 1, ZH[n], text or None, f"remark {n}", (statuses or {}).get(n)])
        if text:
            sheet.cell(n + 2, 3).font = Font(bold=n % 2 == 0)
    change(sheet)
    made.save(folder / "a.xlsx")
    return folder / "a.xlsx"


def english(repaired: Repaired, folder: Path) -> list[str]:
    """Return what the third column of the first sheet says."""
    (folder / "out.xlsx").write_bytes(repaired.content)
    sheet = load_workbook(folder / "out.xlsx").worksheets[0]
    return [sheet.cell(n + 2, 3).value or "" for n in range(len(ZH))]


def parts(data: Path) -> dict[str, bytes]:
    """Return the parts of a package."""
    with zipfile.ZipFile(data) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.mark.parametrize("by", [1, 2, 3])
def test_slipped_rows_come_back_and_nothing_else_changes(tmp_path: Path, by: int) -> None:
    path = saved(tmp_path, slipped(by))
    repaired = repair_file(path)
    assert english(repaired, tmp_path) == EN
    assert [one.name for one in repaired.moved] == [
        f"row {n + 2}" for n, (a, b) in enumerate(zip(EN, slipped(by), strict=True)) if a != b
    ]
    old, new = parts(path), parts(tmp_path / "out.xlsx")
    assert list(new) == list(old)
    assert [name for name in old if old[name] != new[name]] == ["xl/worksheets/sheet1.xml"]
    cells = [
        re.findall(r'<c r="[^C].*?(?:/>|</c>)', xml["xl/worksheets/sheet1.xml"].decode())
        for xml in (old, new)
    ]
    assert cells[0] == cells[1]


def test_cells_keep_their_styles_and_remarks(tmp_path: Path) -> None:
    def change(sheet: Any) -> None:
        for n in range(len(ZH)):
            sheet.cell(n + 2, 3).fill = PatternFill("solid", fgColor=f"FF00{n:02X}00")
        sheet.cell(8, 3).comment = Comment("Is this the one?", "reviewer")

    repaired = repair_file(saved(tmp_path, slipped(2), change))
    assert english(repaired, tmp_path) == EN
    sheet = load_workbook(tmp_path / "out.xlsx").worksheets[0]
    colours = [sheet.cell(n + 2, 3).fill.fgColor.rgb for n in range(len(ZH))]
    assert colours == [f"FF00{n:02X}00" for n in range(len(ZH))]
    assert sheet.cell(8, 3).comment.text == "Is this the one?"


def test_a_workbook_that_is_right_comes_back_byte_for_byte(tmp_path: Path) -> None:
    path = saved(tmp_path, EN)
    repaired = repair_file(path)
    assert (repaired.content, repaired.moved) == (path.read_bytes(), ())


def test_the_result_is_read_again_as_the_pairs_it_holds(tmp_path: Path) -> None:
    english(repair_file(saved(tmp_path, slipped(3))), tmp_path)
    units = list(read_units(tmp_path / "out.xlsx"))
    assert [(unit.zh, unit.en) for unit in units] == list(zip(ZH, EN, strict=True))


def _formula(sheet: Any) -> None:
    sheet["C10"] = '=UPPER("listen")'


def _figure(sheet: Any) -> None:
    sheet["C10"] = 7


def _rich(sheet: Any) -> None:
    sheet["C10"] = CellRichText("Listen, ", TextBlock(InlineFont(b=True), "there"))


def _merged(sheet: Any) -> None:
    sheet.merge_cells("B10:C10")


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (_formula, "with a formula"),
        (_figure, "with a figure"),
        (_rich, "with rich text in a cell"),
        (_merged, "with merged cells"),
    ],
)
def test_a_row_that_is_more_than_text_is_a_wall(
    tmp_path: Path, change: Callable[[Any], None], why: str
) -> None:
    texts = [*EN[:2], "", *EN[2:5], f"{EN[5]} {EN[6]}", *EN[7:]]
    path = saved(tmp_path, texts, change)
    repaired = repair_file(path)
    assert repaired.settled == {why: 1}
    assert english(repaired, tmp_path)[:8] == EN[:8], "what stands before it is put right"
    sheet = "xl/worksheets/sheet1.xml"
    written = [
        re.findall(r'<row r="10".*?</row>', found[sheet].decode())
        for found in (parts(path), parts(tmp_path / "out.xlsx"))
    ]
    assert written[0] == written[1] != []


def test_rows_that_are_confirmed_stay(tmp_path: Path) -> None:
    path = saved(tmp_path, slipped(1), statuses={7: "Approved", 8: "Translated"})
    repaired = repair_file(path)
    assert repaired.settled == {"confirmed or locked": 1}
    assert english(repaired, tmp_path)[7] == slipped(1)[7]


def test_hidden_sheets_stay_and_are_counted(tmp_path: Path) -> None:
    def change(sheet: Any) -> None:
        other = sheet.parent.create_sheet("old")
        for row in zip(("中文", *ZH), ("English", *slipped(1)), strict=True):
            other.append(row)
        other.sheet_state = "hidden"

    path = saved(tmp_path, slipped(1), change)
    repaired = repair_file(path)
    assert repaired.left_out == {"hidden sheet": 1}
    assert english(repaired, tmp_path) == EN
    name = "xl/worksheets/sheet2.xml"
    assert parts(path)[name] == parts(tmp_path / "out.xlsx")[name]


def test_every_sheet_is_put_right_by_itself(tmp_path: Path) -> None:
    def change(sheet: Any) -> None:
        other = sheet.parent.create_sheet("more")
        for row in zip(("中文", *ZH), ("English", *slipped(2)), strict=True):
            other.append(row)

    repaired = repair_file(saved(tmp_path, slipped(1), change))
    assert english(repaired, tmp_path) == EN
    second = load_workbook(tmp_path / "out.xlsx").worksheets[1]
    assert [second.cell(n + 2, 2).value for n in range(len(ZH))] == EN
    assert {one.name.partition(":")[0] for one in repaired.moved} == {"1", "2"}


def cells(*texts: str, row: int) -> str:
    """Return a row whose cells hold their texts; an empty one is left out."""
    said = "".join(
        f'<c r="{letter}{row}" s="{n}" t="inlineStr"><is><t>{text}</t></is></c>'
        for n, (letter, text) in enumerate(zip("ABC", texts, strict=True))
        if text
    )
    return f'<row r="{row}">{said}</row>'


def test_a_cell_that_is_missing_is_put_in_its_place(tmp_path: Path) -> None:
    rows = [cells("中文", "English", "Note", row=1)]
    rows += [cells(ZH[n], text, "n", row=2 * n + 3) for n, text in enumerate(slipped(2))]
    path = book(tmp_path / "a.xlsx", "".join(rows))
    repaired = repair_file(path, "zh")
    (tmp_path / "out.xlsx").write_bytes(repaired.content)
    xml = parts(tmp_path / "out.xlsx")["xl/sheets/one.xml"].decode()
    for row in re.findall(r"<row.*?</row>", xml)[1:]:
        assert re.findall(r'<c r="([A-C])\d+" s="(\d)"', row) == [
            ("A", "0"),
            ("B", "1"),
            ("C", "2"),
        ]
    assert [unit.en for unit in read_units(tmp_path / "out.xlsx")] == EN


def test_names_may_have_any_prefix(tmp_path: Path) -> None:
    rows = [cells("中文", "English", "", row=1)]
    rows += [cells(ZH[n], text, "n", row=n + 2) for n, text in enumerate(slipped(1))]
    path = book(tmp_path / "a.xlsx", "".join(rows))
    found = parts(path)
    with zipfile.ZipFile(path, "w") as package:
        for name, data in found.items():
            if name == "xl/sheets/one.xml":
                data = re.sub(rb"<(/?)(?=[a-z])", rb"<\1crow:", data)
                data = data.replace(b"xmlns=", b"xmlns:crow=")
            package.writestr(name, data)
    (tmp_path / "out.xlsx").write_bytes(repair_file(path, "zh").content)
    assert [unit.en for unit in read_units(tmp_path / "out.xlsx")] == EN


def test_what_xml_forbids_and_looks_like_an_escape_stays_text(tmp_path: Path) -> None:
    tail = " M&amp;S _x005F_x0041__x0007_"
    odd = [text + (tail if n in (5, 6) else "") for n, text in enumerate(EN)]
    texts = [*odd[:4], f"{odd[4]} {odd[5]}", *odd[6:12], "", *odd[12:]]
    rows = [cells("中文", "English", "", row=1)]
    rows += [cells(ZH[n], text, "", row=n + 2) for n, text in enumerate(texts)]
    path = book(tmp_path / "a.xlsx", "".join(rows))
    repaired = repair_file(path, "zh")
    (tmp_path / "out.xlsx").write_bytes(repaired.content)
    xml = parts(tmp_path / "out.xlsx")["xl/sheets/one.xml"].decode()
    before = parts(path)["xl/sheets/one.xml"].decode()
    assert len(repaired.moved) == 8
    assert xml.count("_x005F_x0041__x0007_") == before.count("_x005F_x0041__x0007_") == 2
    assert xml.count("M&amp;S") == before.count("M&amp;S") == 2


def test_columns_may_be_named(tmp_path: Path) -> None:
    rows = [cells(ZH[n], text, text, row=n + 1) for n, text in enumerate(slipped(1))]
    path = book(tmp_path / "a.xlsx", "".join(rows))
    with pytest.raises(UnusableInput, match="--en-column"):
        repair_file(path, "zh")
    repaired = repair_file(path, "zh", columns=ColumnChoice(en="C"))
    assert len(repaired.moved) == 8


@pytest.mark.parametrize(
    "rows",
    [
        "",
        "<row/>",
        cells("中文", "English", "", row=1),
        "".join(cells(zh, "", "", row=n + 1) for n, zh in enumerate(ZH)),
    ],
)
def test_a_workbook_without_both_languages_is_told(tmp_path: Path, rows: str) -> None:
    with pytest.raises(UnusableInput, match=r"column for the Chinese|both Chinese and English"):
        repair_file(book(tmp_path / "a.xlsx", rows), "zh")


@pytest.mark.parametrize(
    "rows",
    [
        "<row>" * 100_000,
        '<row r="2"/><row r="1"/>',
        '<row><c r="B1"/><c r="A1"/></row>',
        '<row><c t="s"><v>99</v></c></row>',
        '<row><c t="s"><v>x</v></c></row>',
        "<row><c",
    ],
)
def test_what_is_no_sheet_is_refused(tmp_path: Path, rows: str) -> None:
    with pytest.raises(UnusableInput):
        repair_file(book(tmp_path / "a.xlsx", rows), "zh")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0" + bytes(600)])
def test_what_is_no_workbook_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(data)
    with pytest.raises(UnusableInput, match=re.escape(str(path))):
        repair_file(path, "zh")
