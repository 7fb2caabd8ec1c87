"""Workbooks of Excel, written by hand: strings, numbers, errors, one sheet or several."""

from __future__ import annotations

import random
from xml.sax.saxutils import escape

from bench.fuzzing.generators.made import Made
from bench.fuzzing.generators.packed import zipped
from bench.fuzzing.generators.tables import rows

ENDINGS = (".xlsx",)

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def make(chance: random.Random) -> Made:
    """Make a workbook of one to three sheets."""
    number = chance.choice((1, 1, 2, 3))
    sheets = [(f"xl/worksheets/sheet{n}.xml", _sheet(chance)) for n in range(1, number + 1)]
    return Made(zipped([*_frame(number), *sheets]))


def _frame(number: int) -> list[tuple[str, bytes]]:
    overrides = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{_TYPE}.worksheet+xml"/>'
        for n in range(1, number + 1)
    )
    named = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="r{n}"/>' for n in range(1, number + 1))
    related = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, number + 1)
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f"{overrides}</Types>",
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
        f"<sheets>{named}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f"{related}</Relationships>",
    }
    return [(name, part.encode()) for name, part in parts.items()]


def _sheet(chance: random.Random) -> bytes:
    lines = []
    for row, cells in enumerate(rows(chance), 1):
        made = [_cell(chance, row, column, cell) for column, cell in enumerate(cells)]
        lines.append(f'<row r="{row}">{"".join(made)}</row>')
    size = chance.choice(("", "", '<dimension ref="A1:B2"/>', '<dimension ref="A1:XFD1048576"/>'))
    sheet = f'<worksheet xmlns="{_MAIN}">{size}<sheetData>{"".join(lines)}</sheetData></worksheet>'
    return sheet.encode("utf-8", "surrogatepass")


def _cell(chance: random.Random, row: int, column: int, text: str) -> str:
    place = f"{chr(65 + column)}{row}"
    kind = chance.random()
    if kind < 0.9:
        legal = escape("".join(c for c in text if c >= " " and c not in "\ufffe\uffff"))
        return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{legal}</t></is></c>'
    if kind < 0.95:
        return f'<c r="{place}"><v>{chance.choice(("1", "1e400", "-0", "45000.5", "NaN"))}</v></c>'
    return chance.choice(
        (
            f'<c r="{place}" t="e"><v>#N/A</v></c>',
            f'<c r="{place}" t="b"><v>1</v></c>',
            f'<c r="{place}" t="s"><v>7</v></c>',
            f'<c r="{place}" t="d"><v>2024-13-45</v></c>',
            f'<c r="{place}"><f>1/0</f></c>',
        )
    )
