"""What a memory gives back: units with where they are from, fetched by their numbers."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from aligner.article import Language
from aligner.bitext import Status
from aligner.memory.soundness import check_confidence, check_status, check_texts, damaged
from aligner.unit import Element, Frame, Unit, is_tmx_element, read_from

_LANGUAGES: dict[str | None, Language] = {"zh": "zh", "en": "en"}
_BEFORE = "\n    "
"""What stands before each unit in a file of the memory's."""

COLUMNS = (
    "units.id, zh, en, zh_code, en_code, confidence, status, note, properties, before, "
    "direction, element, element_status, sources.name, sources.added "
    "FROM units JOIN sources ON sources.id = units.source"
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
    number, zh, en, zh_code, en_code, confidence, status, note, properties, before = row[:10]
    direction, element, element_status, source, added = row[10:]
    check_texts(zh, en, zh_code, en_code, note, source, added)
    check_status(status)
    check_confidence(confidence)
    unit = Unit(
        zh=zh,
        en=en,
        zh_code=zh_code,
        en_code=en_code,
        confidence=confidence,
        status=cast(Status, status),
        note=note,
        properties=_properties(properties),
        source=_LANGUAGES.get(direction),
    )
    if element is not None:
        check_texts(element)
        check_status(element_status)
        if not is_tmx_element(element):
            raise damaged()
        unit = _traced(unit, Element("TMX", element, _BEFORE), cast(Status, element_status))
    return StoredUnit(number, unit, source, added, before)


def _traced(unit: Unit, element: Element, status: Status) -> Unit:
    """Return a unit with its origin, where it may have been settled since."""
    if unit.status == status:
        return read_from(element, unit)
    as_read = read_from(element, replace(unit, status=status))
    return replace(unit, origin=as_read.origin)


def _properties(stored: str | None) -> tuple[tuple[str, str], ...]:
    try:
        return tuple((str(name), str(value)) for name, value in json.loads(stored or "[]"))
    except (TypeError, ValueError, RecursionError) as error:
        raise damaged() from error


def stored_units(file: sqlite3.Connection, numbers: Sequence[int]) -> Iterator[StoredUnit]:
    """Yield the units of these numbers, in this order; they are there unless an index is wrong."""
    for first in range(0, len(numbers), AT_ONCE):
        some = numbers[first : first + AT_ONCE]
        marks = ",".join("?" * len(some))
        rows = file.execute(f"SELECT {COLUMNS} WHERE units.id IN ({marks})", some)
        by_number = {row[0]: row for row in rows}
        if len(by_number) < len(some):
            raise damaged()
        yield from (stored_unit(by_number[number]) for number in some)


def all_stored_units(file: sqlite3.Connection) -> Iterator[StoredUnit]:
    """Yield every unit in the order of adding; the memory may be larger than the main one.

    Where all of them are from one file, its header stands around them again.
    """
    frames = file.execute("SELECT frame FROM sources").fetchall()
    frame = None
    if len(frames) == 1 and frames[0][0]:
        check_texts(frames[0][0])
        frame = Frame(frames[0][0])
    last: Element | None = None
    for row in file.execute(f"SELECT {COLUMNS} ORDER BY units.id"):
        stored = stored_unit(row)
        if origin := stored.unit.origin:
            # Neighbours that were read from one element are written as one again.
            if last is None or last.text != origin.element.text:
                last = origin.element._replace(frame=frame)
            origin.element = last
        yield stored
