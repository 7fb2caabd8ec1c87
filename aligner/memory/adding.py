"""Adding units to a memory: each said once, a batch at a time, and each batch whole or not at all.

A unit is known if the memory has the same Chinese, in either script, with the same English: it is
passed over, except that what a translator has since said of it (confirmed, edited) is taken over.
The first text that was found stays. Invariant: after a batch the indices hold exactly the units;
adding the same units again changes nothing, which is also how an interrupted addition goes on.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import islice

from aligner.memory import keys
from aligner.memory.indexing import index_units
from aligner.memory.soundness import last_unit
from aligner.script import detect_script
from aligner.store import transaction
from aligner.unit import Unit

BATCH = 10_000
"""Units that are added in one transaction, in a second or two."""

BEGINNING = 0
"""Stands for the unit before the first one."""

_AT_ONCE = 500  # values in one question; SQLite takes 999 everywhere
_RANKS = {"review": 0, "proposed": 1, "confirmed": 2, "edited": 2}
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Added:
    """What became of the units that were to be added."""

    new: int = 0
    known: int = 0
    """The memory, or the file itself, had them already."""
    settled: int = 0
    """Of the known ones, those that a translator has confirmed or edited since."""
    half: int = 0
    """Without Chinese or without English."""
    excluded: int = 0
    """Marked as unwanted."""


@dataclass(frozen=True, slots=True)
class _Ready:
    """A unit with all that its row and the indices need."""

    unit: Unit
    identity: bytes
    zh_key: str
    en_key: str
    before: int


def add(
    file: sqlite3.Connection,
    units: Iterable[Unit],
    source: str,
    *,
    batch: int = BATCH,
) -> Added:
    """Add units to a memory that was opened for it, in the order in which they come.

    `source` says where they are from, and the unit before each is remembered as its context. What
    `units` raises ends the adding; the batches before are in the memory by then.
    """
    added = Added()
    number: int | None = None
    before = BEGINNING
    # The units may come from a file that is read meanwhile: outside of the transaction, so that
    # nobody waits for it.
    remaining = iter(units)
    while some := list(islice(remaining, batch)):
        ready, added, before = _prepare(some, added, before)
        with transaction(file):
            fresh, settled = _sort_out(file, ready)
            if fresh:
                number = number or _source(file, source, fresh[0].unit)
                _insert(file, fresh, number)
            for row, status in settled:
                file.execute("UPDATE units SET status = ? WHERE id = ?", (status, row))
        added = replace(
            added,
            new=added.new + len(fresh),
            known=added.known + len(ready) - len(fresh),
            settled=added.settled + len(settled),
        )
    return added


def _prepare(units: Sequence[Unit], added: Added, before: int) -> tuple[list[_Ready], Added, int]:
    """Work out the keys of those that can be added."""
    ready = []
    half = excluded = 0
    for found in units:
        unit = _storable(found)
        zh_key, en_key = keys.key(unit.zh), keys.key(unit.en)
        if not zh_key or not en_key:
            half += 1
        elif unit.status == "excluded":
            excluded += 1
        else:
            ready.append(_Ready(unit, keys.identity(zh_key, unit.en), zh_key, en_key, before))
        if zh_key:
            before = keys.number(zh_key)
    return ready, replace(added, half=added.half + half, excluded=added.excluded + excluded), before


def _sort_out(
    file: sqlite3.Connection, ready: Sequence[_Ready]
) -> tuple[list[_Ready], list[tuple[int, str]]]:
    """Return the units that are new, and the rows whose status is to be raised."""
    wanted = {unit.identity for unit in ready}
    known: dict[bytes, tuple[int, str]] = {}
    for some in _portions(list(wanted)):
        places = ",".join("?" * len(some))
        question = f"SELECT identity, id, status FROM units WHERE identity IN ({places})"
        known.update((found, (row, status)) for found, row, status in file.execute(question, some))
    fresh: dict[bytes, _Ready] = {}
    settled: dict[int, str] = {}
    for one in ready:
        row, status = known.get(one.identity, (None, ""))
        if row is not None:
            if _RANKS[one.unit.status] > _RANKS.get(settled.get(row, status), 0):
                settled[row] = one.unit.status
            continue
        first = fresh.setdefault(one.identity, one)
        if _RANKS[one.unit.status] > _RANKS[first.unit.status]:
            better = replace(first.unit, status=one.unit.status)
            fresh[one.identity] = replace(first, unit=better)
    return list(fresh.values()), list(settled.items())


def _source(file: sqlite3.Connection, name: str, first: Unit) -> int:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    frame = first.origin.element.frame if first.origin else None
    done = file.execute(
        "INSERT INTO sources (name, added, frame) VALUES (?, ?, ?)",
        (_whole(name), now, frame.before if frame else None),
    )
    return int(done.lastrowid or 0)


def _insert(file: sqlite3.Connection, fresh: Sequence[_Ready], source: int) -> None:
    last = last_unit(file)
    numbered = list(enumerate(fresh, start=last + 1))
    places = ",".join("?" * 18)
    file.executemany(
        f"INSERT INTO units VALUES ({places})", (_row(row, one, source) for row, one in numbered)
    )
    index_units(file, [(row, one.zh_key, one.en_key) for row, one in numbered])


def _row(row: int, one: _Ready, source: int) -> tuple[object, ...]:
    unit = one.unit
    script = detect_script(unit.zh)
    return (
        row,
        unit.zh,
        unit.en,
        one.identity,
        keys.number(one.zh_key),
        keys.number(one.en_key),
        one.before,
        source,
        script.name if script.share > 0.5 else "",
        unit.zh_code,
        unit.en_code,
        unit.confidence,
        unit.status,
        unit.note,
        json.dumps(unit.properties) if unit.properties else None,
        unit.source,
        # Of several units that were read from one element each gets it, since each may be alone.
        unit.origin.element.text if unit.origin else None,
        unit.origin.unit.status if unit.origin else None,
    )


def _storable(unit: Unit) -> Unit:
    """Replace halves of characters, which no encoding can carry."""
    texts = (unit.zh, unit.en, unit.zh_code, unit.en_code, unit.note)
    if not any(map(_SURROGATE.search, texts)):
        return unit
    zh, en, zh_code, en_code, note = (_whole(text) for text in texts)
    return replace(unit, zh=zh, en=en, zh_code=zh_code, en_code=en_code, note=note)


def _whole(text: str) -> str:
    return _SURROGATE.sub("\ufffd", text)


def _portions(values: list[bytes]) -> Iterable[list[bytes]]:
    return (values[first : first + _AT_ONCE] for first in range(0, len(values), _AT_ONCE))
