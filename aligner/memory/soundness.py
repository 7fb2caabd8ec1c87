"""Whether what a memory holds is what this program writes, asked of each row that is used.

A memory of a million units is not read through when it is opened; what SQLite hands out is looked
at instead, and that the indices know the first and the last unit. What makes no sense raises
UnusableDatabase, which becomes the sentence for a damaged memory.
"""

from __future__ import annotations

import sqlite3
from typing import Any, get_args

from aligner.bitext import Status
from aligner.memory.keys import key
from aligner.memory.tokens import pairs, words
from aligner.store import Failure, UnusableDatabase

_STATUSES = frozenset(get_args(Status))
_MOST = 1 << 30
"""A number of a unit beyond which none can have been added."""
_PIECES = 20
"""Pieces of a unit that an index is asked for."""
_ROUNDING = 1e-6
"""By which a probability may miss the range from 0 to 1."""


def damaged() -> UnusableDatabase:
    """Return the error that says that a memory is damaged."""
    return UnusableDatabase(Failure.DAMAGED)


def check_texts(*values: Any) -> None:
    """Refuse a row where a text is none."""
    for value in values:
        if type(value) is not str:
            raise damaged()


def check_status(value: Any) -> None:
    """Refuse a row whose status nobody knows."""
    if type(value) is not str or value not in _STATUSES:
        raise damaged()


def check_confidence(value: Any) -> None:
    """Refuse a row whose confidence is neither unknown nor a probability."""
    if value is None:
        return
    if type(value) is not float or not -_ROUNDING <= value <= 1 + _ROUNDING:
        raise damaged()


def last_unit(file: sqlite3.Connection) -> int:
    """Return the number of the last unit, 0 if there is none."""
    (last,) = file.execute("SELECT coalesce(max(id), 0) FROM units").fetchone()
    if not 0 <= last < _MOST:
        raise damaged()
    return int(last)


def check_rows(file: sqlite3.Connection) -> None:
    """Refuse a memory of any layout of which a unit is none; reads it through."""
    question = (
        "SELECT 1 FROM units WHERE (typeof(zh) = 'text' AND typeof(en) = 'text' AND"
        " (confidence IS NULL OR typeof(confidence) IN ('real', 'integer')"
        f" AND confidence BETWEEN {-_ROUNDING} AND {1 + _ROUNDING})) IS NOT TRUE LIMIT 1"
    )
    if file.execute(question).fetchone():
        raise damaged()


def check_indices(file: sqlite3.Connection) -> None:
    """Refuse indices that do not know the first or the last unit by its own words."""
    for end in ("min", "max"):
        question = f"SELECT id, zh, en FROM units WHERE id = (SELECT {end}(id) FROM units)"
        for row, zh, en in file.execute(question).fetchall():
            check_texts(zh, en)
            _check_index(file, "zh_pairs", row, pairs(key(zh)))
            _check_index(file, "en_words", row, words(key(en)))


def _check_index(file: sqlite3.Connection, index: str, row: int, pieces: list[str]) -> None:
    if not pieces:
        return
    wanted = " AND ".join(f'"{piece}"' for piece in pieces[:_PIECES])
    question = f"SELECT 1 FROM {index} WHERE {index} MATCH ? AND rowid = ?"
    if not file.execute(question, (wanted, row)).fetchall():
        raise damaged()
