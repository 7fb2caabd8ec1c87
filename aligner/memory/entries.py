"""What a memory gives back: units with where they are from, fetched by their numbers."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, cast

from aligner.bitext import Status
from aligner.unit import Unit

COLUMNS = (
    "units.id, zh, en, zh_code, en_code, confidence, status, note, properties, before, "
    "sources.name, sources.added FROM units JOIN sources ON sources.id = units.source"
)
"""What `stored_unit` takes; followed by a condition."""

AT_ONCE = 500
"""Rows asked for in one question; SQLite takes 999 values everywhere."""


@dataclass(frozen=True, slots=True)
class StoredUnit:
    """A translation unit of the memory, and where it is from."""

    number: int
    """Grows with each unit that is added."""
    unit: Unit
    source: str
    """What it was added from."""
    added: str
    """When: ISO 8601, UTC, to the second."""
    before: int
    """The key's number of the Chinese that stood before it; 0 where nothing did."""


def stored_unit(row: Sequence[Any]) -> StoredUnit:
    """Make a value of a row of `COLUMNS`."""
    number, zh, en, zh_code, en_code, confidence, status, note, properties, before, *where = row
    unit = Unit(
        zh=zh,
        en=en,
        zh_code=zh_code,
        en_code=en_code,
        confidence=confidence,
        status=cast(Status, status),
        note=note,
        properties=_properties(properties),
    )
    return StoredUnit(number, unit, where[0], where[1], before)


def _properties(stored: str | None) -> tuple[tuple[str, str], ...]:
    try:
        return tuple((str(name), str(value)) for name, value in json.loads(stored or "[]"))
    except (TypeError, ValueError) as error:
        raise sqlite3.DatabaseError("the properties of a unit are damaged") from error


def stored_units(file: sqlite3.Connection, numbers: Sequence[int]) -> Iterator[StoredUnit]:
    """Yield the units of these numbers, in this order."""
    for first in range(0, len(numbers), AT_ONCE):
        some = numbers[first : first + AT_ONCE]
        marks = ",".join("?" * len(some))
        rows = file.execute(f"SELECT {COLUMNS} WHERE units.id IN ({marks})", some)
        by_number = {row[0]: row for row in rows}
        yield from (stored_unit(by_number[number]) for number in some if number in by_number)


def all_stored_units(file: sqlite3.Connection) -> Iterator[StoredUnit]:
    """Yield every unit in the order of adding; the memory may be larger than the main one."""
    yield from map(stored_unit, file.execute(f"SELECT {COLUMNS} ORDER BY units.id"))
