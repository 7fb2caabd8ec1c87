"""What is in a memory: how many units, from where, since when, in which script, how large."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from aligner.memory.soundness import check_status, check_texts


@dataclass(frozen=True, slots=True)
class Source:
    """Units that were added together."""

    name: str
    added: str
    """When: ISO 8601, UTC, to the second."""
    units: int


@dataclass(frozen=True, slots=True)
class Contents:
    """The figures of a memory."""

    units: int
    sources: tuple[Source, ...]
    """In the order of adding."""
    scripts: dict[str, int]
    """Units by the script of their Chinese: `Hans`, `Hant`, or empty where it does not show."""
    statuses: dict[str, int]
    size: int
    """Bytes of the file."""


def contents(file: sqlite3.Connection, path: Path) -> Contents:
    """Count what is in the memory in a file."""
    rows = file.execute(
        "SELECT source, script, status, count(*) FROM units GROUP BY source, script, status"
    ).fetchall()
    sources = file.execute("SELECT id, name, added FROM sources ORDER BY id").fetchall()
    for _, name, added in sources:
        check_texts(name, added)
    for _, script, status, _ in rows:
        check_texts(script)
        check_status(status)
    return Contents(
        units=sum(row[3] for row in rows),
        sources=tuple(
            Source(name, added, sum(row[3] for row in rows if row[0] == number))
            for number, name, added in sources
        ),
        scripts=_by(rows, 1),
        statuses=_by(rows, 2),
        size=path.stat().st_size,
    )


def _by(rows: list[tuple[int, str, str, int]], column: int) -> dict[str, int]:
    counts: dict[str, int] = {}
    for row in rows:
        name = str(row[column])
        counts[name] = counts.get(name, 0) + row[3]
    return counts
