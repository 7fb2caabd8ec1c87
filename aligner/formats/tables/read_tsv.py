"""Tab-separated values to units: ours, and those of any origin.

One line is one unit. Cells are taken as they are; only one that a spreadsheet has quoted, with the
marks inside it doubled, is taken out of its quotation marks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from aligner.formats.language_codes import PreferredCodes
from aligner.formats.tables.columns import units_of_rows
from aligner.unit import Unit


def read_tsv(lines: Iterable[str], path: Path, preferred: PreferredCodes) -> Iterator[Unit]:
    """Make units of the lines of a text."""
    return units_of_rows(_rows(lines), preferred, path)


def _rows(lines: Iterable[str]) -> Iterator[list[str]]:
    for line in lines:
        line = line.rstrip("\r\n")
        if line and not line.isspace():
            cells = line.split("\t")
            yield [bare_cell(cell) for cell in cells] if '""' in line else cells


def bare_cell(cell: str) -> str:
    """Return a cell without the quotation marks that a spreadsheet has put around it."""
    if len(cell) < 4 or not (cell.startswith('"') and cell.endswith('"')):
        return cell
    inside = cell[1:-1]
    if '""' not in inside or '"' in inside.replace('""', ""):
        return cell
    return inside.replace('""', '"')
