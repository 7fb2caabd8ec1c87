"""Workbooks are read by what is in their cells, whatever they say of themselves."""

from __future__ import annotations

import tracemalloc
import zipfile
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from aligner.errors import UnusableInput
from aligner.files import open_source
from aligner.formats import ExportOptions, read_units, read_workbook, write_units
from aligner.formats.tables import sheet as sheets
from aligner.formats.tables.shared_strings import unescaped
from aligner.terms.formats import read_glossary
from aligner.unit import Unit
from tests.effort import check_proportion

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LAMP = ("灯塔亮了。", "The lamp was lit.")
PAIR = "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in LAMP)
ROW = f"<row>{PAIR}</row>"


def book(
    path: Path,
    rows: str,
    *,
    strings: str = "",
    before: str = "",
    packing: int = zipfile.ZIP_DEFLATED,
) -> Path:
    """Write a workbook whose one sheet has these rows, as XML."""
    relations = "".join(
        f'<Relationship Id="r{n}" Type="{_RELATED}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(
            [("worksheet", "sheets/one.xml"), ("sharedStrings", "/xl/strings.xml")]
        )
    )
    parts = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships><Relationship Id="r" Type="{_RELATED}/officeDocument" '
        'Target="xl/book.xml"/></Relationships>',
        "xl/book.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATED}"><sheets>'
        '<sheet name="a" sheetId="1" r:id="r0"/></sheets></workbook>',
        "xl/_rels/book.xml.rels": f"<Relationships>{relations}</Relationships>",
        "xl/sheets/one.xml": f'<worksheet xmlns="{_MAIN}">{before}<sheetData>{rows}</sheetData>'
        "</worksheet>",
        "xl/strings.xml": f'<sst xmlns="{_MAIN}">{strings}</sst>',
    }
    with zipfile.ZipFile(path, "w", packing) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return path


def rows_of(path: Path) -> list[list[list[str]]]:
    with open_source(path, ()) as source:
        return [list(rows) for rows in read_workbook(source)]


def texts(path: Path) -> list[tuple[str, str]]:
    return [(unit.zh, unit.en) for unit in read_units(path)]


SIZES = {
    "every cell there is": ('<dimension ref="A1:XFD1048576"/>', 'r="1048576"'),
    "a billion rows": ("", 'r="999999999"'),
    "rows without end": ("", f'r="{10**15}"'),
    "no row": ('<dimension ref="A1"/>', 'r="x"'),
}


@pytest.mark.parametrize("name", SIZES)
def test_a_sheet_is_as_large_as_what_is_in_it(tmp_path: Path, name: str) -> None:
    before, number = SIZES[name]
    path = book(tmp_path / "a.xlsx", ROW + f"<row {number}>{PAIR}</row>", before=before)
    assert texts(path) == [LAMP, LAMP]
    assert [(entry.zh, entry.en) for entry in read_glossary(path)] == [LAMP, LAMP]


@pytest.mark.parametrize("cell", ["ZZZZ1", "XFE1", "ÄÖ1", "-1", "A" * 10_000])
def test_a_cell_where_no_sheet_has_a_place_is_refused(tmp_path: Path, cell: str) -> None:
    path = book(tmp_path / "a.xlsx", ROW + f'<row><c r="{cell}"><v>1</v></c></row>')
    with pytest.raises(UnusableInput, match="no sheet has such a place"):
        texts(path)


NONSENSE = {
    "no such text": '<c t="s"><v>7</v></c>',
    "a text counted from the end": '<c t="s"><v>-1</v></c>',
    "no number": '<c t="s"><v>one</v></c>',
    "no figure": "<c><v>1,5 apples</v></c>",
    "endless figure": f"<c><v>{'9' * 5000}</v></c>",
    "no truth": '<c t="b"><v>perhaps</v></c>',
    "one place twice": '<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>',
}


@pytest.mark.parametrize("name", NONSENSE)
def test_a_cell_that_holds_what_no_cell_can_is_refused(tmp_path: Path, name: str) -> None:
    path = book(
        tmp_path / "a.xlsx", ROW + f"<row>{NONSENSE[name]}</row>", strings="<si><t>a</t></si>"
    )
    with pytest.raises(UnusableInput, match="is no workbook that can be read: its cell"):
        texts(path)


def test_an_endless_text_is_refused(tmp_path: Path) -> None:
    for letters, words in (((1 << 20) + 1, "more than 1,048,576 char"), (9 << 20, "8 MB of XML")):
        path = book(tmp_path / "a.xlsx", ROW, strings=f"<si><t>{'a' * letters}</t></si>")
        with pytest.raises(UnusableInput, match=words):
            texts(path)


def test_a_long_text_in_very_many_cells_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from aligner.formats.tables import workbook

    monkeypatch.setattr(workbook, "LARGEST", 1 << 20)
    row = '<row><c t="s"><v>0</v></c></row>'
    path = book(tmp_path / "a.xlsx", ROW + row * 200, strings=f"<si><t>{'a' * 10_000}</t></si>")
    with pytest.raises(UnusableInput, match="more than 1 million characters"):
        texts(path)


def test_a_long_text_that_many_rows_show_is_in_memory_once(tmp_path: Path) -> None:
    row = f'<row><c t="s"><v>0</v></c>{PAIR}</row>'
    path = book(tmp_path / "a.xlsx", row * 1000, strings=f"<si><t>{'a' * 500_000}</t></si>")
    with open_source(path, ()) as source:
        (rows,) = read_workbook(source)
        tracemalloc.start()
        try:
            assert sum(len(row) for row in rows) == 3000
            assert tracemalloc.get_traced_memory()[1] < 20 << 20
        finally:
            tracemalloc.stop()


def test_texts_that_stand_far_apart_are_refused_when_they_are_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    far = '<row><c r="XFD1"><v>1</v></c></row>'
    path = book(tmp_path / "a.xlsx", ROW + far * 3)
    assert rows_of(path)[0][-1] == [""] * 16_383 + ["1"]
    monkeypatch.setattr(sheets, "_MOST_GAPS", 40_000)
    with pytest.raises(UnusableInput, match="stand far apart"):
        texts(path)


def test_a_stray_cell_at_the_far_end_costs_its_own_row_alone(tmp_path: Path) -> None:
    stray = f'<row>{PAIR}<c r="XFD2"><v>1</v></c></row>'

    def read(count: int) -> None:
        path = book(tmp_path / "a.xlsx", stray + ROW * count)
        assert sum(1 for _ in read_units(path)) == count + 1

    check_proportion(read, 4000)


def test_cells_with_nothing_but_a_colour_are_passed_over(tmp_path: Path) -> None:
    coloured = "<row>" + '<c s="1"/>' * 2000 + "</row>"
    path = book(tmp_path / "a.xlsx", ROW + coloured * 500 + ROW)  # more than 8 MB
    assert rows_of(path) == [[[*LAMP], [*LAMP]]]


@pytest.mark.parametrize("nested", ["<c>" * 200, "<row>" * 200, "<x>" * 200])
def test_nested_cells_are_refused(tmp_path: Path, nested: str) -> None:
    with pytest.raises(UnusableInput, match="deep inside one another"):
        texts(book(tmp_path / "a.xlsx", nested))


def test_a_damaged_sheet_is_refused_after_its_rows(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", ROW + "<row></c>")
    with pytest.raises(UnusableInput, match="is damaged after 1 row"):
        texts(path)


@pytest.mark.parametrize("packing", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_workbook_that_is_packed_oddly_is_refused(tmp_path: Path, packing: int) -> None:
    with pytest.raises(UnusableInput, match="packed in a way that is rare"):
        texts(book(tmp_path / "a.xlsx", ROW, packing=packing))


@pytest.mark.parametrize("size", [0, 10, 0x7FFFFFFF])
def test_what_the_directory_says_of_sizes_is_not_believed(tmp_path: Path, size: int) -> None:
    path = book(tmp_path / "a.xlsx", ROW * 50)
    data = bytearray(path.read_bytes())
    entry = data.rindex(b"PK\1\2", 0, data.rindex(b"xl/sheets/one.xml"))
    data[entry + 24 : entry + 28] = size.to_bytes(4, "little")
    path.write_bytes(data)
    if size > len(ROW * 50):
        assert texts(path) == [LAMP] * 50
        return
    with pytest.raises(UnusableInput, match=r"damaged archive|breaks off"):
        texts(path)


def test_a_locked_workbook_is_refused(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", ROW)
    data = bytearray(path.read_bytes())
    for name in (b"PK\1\2", b"PK\3\4"):
        at = -1
        while (at := data.find(name, at + 1)) >= 0:
            data[at + (8 if name == b"PK\1\2" else 6)] |= 1
    path.write_bytes(data)
    with pytest.raises(UnusableInput, match="locked with a password"):
        texts(path)


def test_a_workbook_of_excel_reads_as_excel_shows_it(tmp_path: Path) -> None:
    shown = {
        "a_x000D_\nb": "a\nb",
        "_x0041_": "A",
        "_x005F_x0041_": "_x0041_",
        "_xD83D__xDE00_": "😀",
        "_xD83D_": "\ufffd",
        "_x004_": "_x004_",
    }
    strings = "".join(f"<si><t>{text}</t></si>" for text in shown)
    strings += "<si><r><t>ru</t></r><r><t>ns</t></r><rPh><t>aside</t></rPh></si>"
    cells = "".join(f'<c t="s"><v>{number}</v></c>' for number in range(len(shown) + 1))
    path = book(tmp_path / "a.xlsx", f"<row>{cells}</row>", strings=strings)
    assert rows_of(path) == [[[*shown.values(), "runs"]]]
    assert [unescaped(text) for text in shown] == [*shown.values()]


def test_a_text_that_looks_like_an_escape_comes_back(tmp_path: Path) -> None:
    strange = ["_x0041_", "a_x005F_x000D_b", "_x0041_x0042_", "__x0041__", " _x0041_\n", "_x0041"]
    units = [Unit(f"海{text}", f"sea {text}z", "zh-TW", "en-US") for text in strange]
    path = tmp_path / "a.xlsx"
    write_units(units, path, ExportOptions())
    assert list(read_units(path)) == units
    rows = load_workbook(path).active.iter_rows(min_row=2, max_col=2, values_only=True)
    assert list(rows) == [(unit.zh, unit.en) for unit in units]


VALUES: Sequence[object] = (
    0,
    7,
    -3,
    0.85,
    1e30,
    1e-7,
    True,
    datetime(2024, 2, 29, 13, 30),
    datetime(1900, 1, 1),
    timedelta(hours=30),
    "=1+1",
    "#N/A",
    "line\nend",
    " padded ",
    "灯塔😀",
    CellRichText("plain ", TextBlock(InlineFont(b=True), "bold")),
)


def test_every_kind_of_cell_reads_as_by_another_reader(tmp_path: Path) -> None:
    made = Workbook()
    made.active.append(list(VALUES))
    made.active.append([None, "", "after"])
    made.create_sheet("hidden").append(["zh", "en"])
    made.worksheets[1].sheet_state = "hidden"
    made.save(tmp_path / "a.xlsx")
    theirs = [
        [["" if value is None else str(value) for value in row] for row in sheet.values]
        for sheet in load_workbook(tmp_path / "a.xlsx", data_only=True).worksheets
    ]
    ours = rows_of(tmp_path / "a.xlsx")
    padded = [[row + [""] * (max(map(len, rows)) - len(row)) for row in rows] for rows in ours]
    assert padded == theirs
