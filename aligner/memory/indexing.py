"""Filling the indices of a memory: neighbouring characters, words, and the words there are."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from aligner.memory.tokens import marks, pairs, words

Keyed = tuple[int, str, str]
"""The number of a unit, and the keys of its Chinese and its English."""


def index_units(file: sqlite3.Connection, units: Sequence[Keyed]) -> None:
    """Add units to the indices, in which they are not yet."""
    file.executemany(
        "INSERT INTO zh_pairs (rowid, piece) VALUES (?, ?)",
        ((row, " ".join(pairs(zh_key))) for row, zh_key, _ in units),
    )
    vocabulary: set[str] = set()
    phrases = []
    for row, _, en_key in units:
        found = words(en_key)
        vocabulary.update(found)
        phrases.append((row, " ".join([*found, *marks(en_key)])))
    file.executemany("INSERT INTO en_words (rowid, piece) VALUES (?, ?)", phrases)
    file.executemany("INSERT OR IGNORE INTO words VALUES (?)", ((w,) for w in sorted(vocabulary)))


def empty_indices(file: sqlite3.Connection) -> None:
    """Take all units out of the indices."""
    for index in ("zh_pairs", "en_words"):
        file.execute(f"INSERT INTO {index} ({index}) VALUES ('delete-all')")
    file.execute("DELETE FROM words")
