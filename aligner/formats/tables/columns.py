"""Rows of a table to units: the two texts where `judge` finds them, and what other columns say.

Nothing that stands in a row is lost: what is no text, confidence, status or note is a property of
the unit, under the name of its column or its letter; titles above the head are one of the first
unit. A row with neither text is passed over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from aligner.article import Language
from aligner.bitext import Status
from aligner.errors import UnusableInput
from aligner.formats.language_codes import PreferredCodes
from aligner.formats.properties import property_name
from aligner.formats.status import confidence_of, status_of
from aligner.formats.tables.head import Rows
from aligner.formats.tables.judge import TextColumns, judge_columns
from aligner.formats.tables.names import bare_name, name_of
from aligner.formats.tables.places import letter_of
from aligner.formats.tables.sample import characters_of, sample_of
from aligner.unit import Unit

TITLE = "x-table-title"
"""The property of the first unit that holds what stands above the head of its table."""
_MOST_COLUMNS = 16_384
_WORDFAST = ("date", "user", "uses")
"""What the first columns of Wordfast's tables hold; its head names none of them."""


@dataclass(frozen=True, slots=True)
class UnitColumns:
    """Which column of a table holds what, from 0; -1 for one that it has not."""

    zh: int
    en: int
    zh_code: str = ""
    en_code: str = ""
    source: Language | None = None
    """The language translated from, where the head says it."""
    confidence: int = -1
    status: int = -1
    note: int = -1
    others: tuple[tuple[int, str], ...] = ()
    """Other columns in their order, with the names of their properties."""
    width: int = 0
    """Columns that are known; what stands beyond is kept under its letter."""

    def unit(self, row: Sequence[str]) -> Unit | None:
        """Make a unit of a row; None if it has neither text."""
        zh, en = _cell(row, self.zh), _cell(row, self.en)
        if not zh.strip() and not en.strip():
            return None
        said, figure = _cell(row, self.status), _cell(row, self.confidence)
        status: Status | None = status_of(said) if said else None
        confidence = confidence_of(figure) if figure else None
        properties: tuple[tuple[str, str], ...] = ()
        if self.others:
            properties = tuple(self._others(row))
        if said and status is None:  # the word of another tool
            properties += (("status", said),)
        if figure and confidence is None:
            properties += (("confidence", figure),)
        if len(row) > self.width:
            properties += self._beyond(row)
        return Unit(
            zh=zh,
            en=en,
            zh_code=self.zh_code,
            en_code=self.en_code,
            confidence=confidence,
            status=status or "proposed",
            note=_cell(row, self.note),
            properties=properties,
            source=self.source,
        )

    def _others(self, row: Sequence[str]) -> Iterator[tuple[str, str]]:
        for column, name in self.others:
            if column >= len(row):  # one row may have thousands of columns, and others two
                return
            if value := row[column]:
                yield name, value

    def _beyond(self, row: Sequence[str]) -> tuple[tuple[str, str], ...]:
        return tuple(
            (_lettered(place), row[place])
            for place in range(self.width, len(row))
            if row[place].strip()
        )


def units_of_rows(
    rows: Iterable[list[str]], preferred: PreferredCodes, path: Path
) -> Iterator[Unit]:
    """Make units of the rows of a table; none if it has no column in one of the languages.

    Raises `UnusableInput` where it is not certain which columns hold the texts.
    """
    rows = iter(rows)
    sample = sample_of(rows, characters_of)
    found = judge_columns(sample, preferred, path)
    if found is None:
        return
    if max(map(len, sample)) > _MOST_COLUMNS:
        raise UnusableInput(
            f"{path} has more than {_MOST_COLUMNS:,} columns, and no spreadsheet has so many; "
            "keep those with the texts and what is said of them."
        )
    columns = unit_columns(found, sample)
    body: Iterable[list[str]] = chain(sample[found.body :], rows)
    if found.head:  # which stands there again where several tables were put together
        names = list(found.head)
        body = (row for row in body if row != names)
    units = filter(None, map(columns.unit, body))
    if title := _title(sample, found):
        if (first := next(units, None)) is None:
            return
        yield replace(first, properties=(*first.properties, (TITLE, title)))
    yield from units


def unit_columns(found: TextColumns, sample: Rows) -> UnitColumns:
    """Say what the columns beside the texts hold, by the head and otherwise by their letters."""
    special: dict[str, int] = {}
    others: list[tuple[int, str]] = []
    width = max(len(row) for row in sample)
    for place in range(width):
        if place in (found.zh, found.en) or _says_nothing(place, found, sample):
            continue
        name = found.name(place)
        if name and name.kind in ("confidence", "status", "note") and name.kind not in special:
            special[name.kind] = place
        else:
            others.append((place, _property(found.head, place)))
    return UnitColumns(
        found.zh,
        found.en,
        found.zh_code,
        found.en_code,
        found.source,
        confidence=special.get("confidence", -1),
        status=special.get("status", -1),
        note=special.get("note", -1),
        others=tuple(others),
        width=width,
    )


def _says_nothing(place: int, found: TextColumns, sample: Rows) -> bool:
    """Whether a column only counts the rows, or repeats the code that its text has anyway."""
    cells = [row[place] for row in sample[found.body :] if place < len(row)]
    if cells and set(cells) <= {found.zh_code, found.en_code}:
        return True
    first = cells[0] if cells else ""
    if found.head or not (first.isascii() and first.isdigit() and len(first) < 10):
        return False
    return cells == [str(int(first) + number) for number in range(len(cells))]


def _property(head: Sequence[str], place: int) -> str:
    if head and head[0].startswith("%") and place < len(_WORDFAST):
        return _WORDFAST[place]
    name = bare_name(head[place]) if place < len(head) else ""
    return property_name("unit", name) if name else _lettered(place)


def _lettered(place: int) -> str:
    return f"x-column-{letter_of(place)}"


def _title(sample: Rows, found: TextColumns) -> str:
    if not found.head:
        return ""
    above = [[cell.strip() for cell in row if cell.strip()] for row in sample[: found.body - 1]]
    return " / ".join(" ".join(row) for row in above if not all(map(name_of, row)))


def _cell(row: Sequence[str], column: int) -> str:
    return row[column] if 0 <= column < len(row) else ""
