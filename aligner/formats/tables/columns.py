"""Tables to units: which column holds which language, and what the others say.

A first row that names the languages decides (ours is zh, en, confidence); without one, the texts of
a sample do, whatever the order of the columns. A row with neither text is passed over.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Literal

from aligner.article import Language
from aligner.bitext import Status
from aligner.formats.language_codes import PreferredCodes, language_of_code
from aligner.formats.properties import property_name
from aligner.formats.status import confidence_of, status_of
from aligner.script import language_of
from aligner.unit import Unit

SAMPLE = 200
"""Rows that decide the languages of the columns."""

_NAMES: dict[str, Literal["confidence", "status", "note"]] = {
    "confidence": "confidence",
    "score": "confidence",
    "status": "status",
    "note": "note",
    "notes": "note",
    "comment": "note",
}


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column of a table holds what, from 0; -1 for one that it has not."""

    zh: int
    en: int
    zh_code: str = ""
    en_code: str = ""
    confidence: int = -1
    status: int = -1
    note: int = -1
    others: tuple[tuple[int, str], ...] = ()
    """Columns with a name of their own, kept as properties."""
    has_header: bool = False

    def unit(self, row: Sequence[str]) -> Unit | None:
        """Make a unit of a row; None if it has neither text."""
        zh, en = _cell(row, self.zh), _cell(row, self.en)
        if not zh.strip() and not en.strip():
            return None
        status: Status | None = status_of(_cell(row, self.status))
        return Unit(
            zh=zh,
            en=en,
            zh_code=self.zh_code,
            en_code=self.en_code,
            confidence=confidence_of(_cell(row, self.confidence)),
            status=status or "proposed",
            note=_cell(row, self.note),
            properties=tuple(
                (name, value) for column, name in self.others if (value := _cell(row, column))
            ),
        )


def units_of_rows(rows: Iterable[Sequence[str]], preferred: PreferredCodes) -> Iterator[Unit]:
    """Make units of the rows of a table; none if it has no column in one of the languages."""
    rows = iter(rows)
    sample = list(islice(rows, SAMPLE))
    columns = find_columns(sample, preferred)
    if columns is None:
        return
    body = chain(sample[1:] if columns.has_header else sample, rows)
    for row in body:
        if (unit := columns.unit(row)) is not None:
            yield unit


def find_columns(sample: Sequence[Sequence[str]], preferred: PreferredCodes) -> Columns | None:
    """Find the columns of a table by its first rows; None without both languages."""
    if not sample:
        return None
    return _named(sample[0], preferred) or _guessed(sample)


def _named(header: Sequence[str], preferred: PreferredCodes) -> Columns | None:
    """Read a header; None if the first row names no two languages, as a row of text does not."""
    found: dict[Language, int] = {}
    special: dict[str, int] = {}
    others: list[tuple[int, str]] = []
    for column, cell in enumerate(header):
        name = cell.strip().removeprefix("\ufeff")
        language = language_of_code(name)
        if language and (language not in found or preferred.prefers(language, name)):
            found[language] = column
        elif (kind := _NAMES.get(name.lower())) and kind not in special:
            special[kind] = column
        elif name and not language:
            others.append((column, property_name("unit", name)))
    if len(found) < 2:
        return None
    return Columns(
        zh=found["zh"],
        en=found["en"],
        zh_code=_code(header[found["zh"]]),
        en_code=_code(header[found["en"]]),
        confidence=special.get("confidence", -1),
        status=special.get("status", -1),
        note=special.get("note", -1),
        others=tuple(others),
        has_header=True,
    )


def _guessed(sample: Sequence[Sequence[str]]) -> Columns | None:
    counts: dict[Language, Counter[int]] = {"zh": Counter(), "en": Counter()}
    for row in sample:
        for column, cell in enumerate(row):
            if language := language_of(cell[:1000]):
                counts[language][column] += 1
    if not counts["zh"] or not counts["en"]:
        return None
    # A word of English in every Chinese column, or numbered rows, must not swap the two.
    zh = max(counts["zh"], key=lambda column: counts["zh"][column] - counts["en"][column])
    rest = {column: n for column, n in counts["en"].items() if column != zh}
    if not rest:
        return None
    en = max(rest, key=lambda column: counts["en"][column] - counts["zh"][column])
    return Columns(zh, en)


def _code(name: str) -> str:
    """Return the code in a column's name; a mere `zh` or `中文` is none."""
    name = name.strip().removeprefix("\ufeff")
    return name if "-" in name or "_" in name else ""


def _cell(row: Sequence[str], column: int) -> str:
    return row[column] if 0 <= column < len(row) else ""
