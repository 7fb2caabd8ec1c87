"""From layout 1 to layout 2: what a key is has changed, so what was made of keys is made anew.

Texts, notes and statuses stay as they are and no unit goes. Units that say the same only by the new
keys (姪 and 侄) both stay: the one that has the identity keeps it, the other one keeps its old one,
which no text has any longer.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import TYPE_CHECKING

from aligner.memory.indexing import empty_indices, index_units
from aligner.memory.keys import identity, key, number
from aligner.memory.soundness import check_texts, last_unit

if TYPE_CHECKING:
    from aligner.files import Progress

_BATCH = 10_000
_STAGE = "bringing the memory up to date"
_Row = tuple[int, str, str, int, int]


def recompute_keys(file: sqlite3.Connection, progress: Progress | None = None) -> None:
    """Make numbers, identities and indices of a memory anew, inside a transaction.

    `progress` is told of each batch; each unit is gone through twice.
    """
    renumbered: dict[int, int] = {}
    is_changed = False
    last = last_unit(file)
    for rows in _batches(file):
        if progress is not None:
            progress(_STAGE, rows[0][0], 2 * last)
        for row, zh, en, old_zh, old_en in rows:
            zh_key = key(zh)
            zh_number, en_number = number(zh_key), number(key(en))
            if (zh_number, en_number) == (old_zh, old_en):
                continue
            is_changed = True
            renumbered[old_zh] = zh_number
            file.execute(
                "UPDATE units SET zh_number = ?, en_number = ? WHERE id = ?",
                (zh_number, en_number, row),
            )
            file.execute(
                "UPDATE OR IGNORE units SET identity = ? WHERE id = ?", (identity(zh_key, en), row)
            )
    if is_changed:
        _renumber_contexts(file, renumbered)
        empty_indices(file)
        for rows in _batches(file):
            if progress is not None:
                progress(_STAGE, last + rows[0][0], 2 * last)
            index_units(file, [(row, key(zh), key(en)) for row, zh, en, _, _ in rows])


def _renumber_contexts(file: sqlite3.Connection, renumbered: dict[int, int]) -> None:
    """Follow the numbers of the texts that stood before units.

    One that is in no unit, because it was left out, keeps its old number: no text has that any
    longer, so the unit is found as an exact match and not as one in context.
    """
    contexts = [old for (old,) in file.execute("SELECT DISTINCT before FROM units")]
    changed = {old: renumbered[old] for old in contexts if renumbered.get(old, old) != old}
    if changed:
        file.execute("CREATE TEMP TABLE renumbered (old INTEGER PRIMARY KEY, new INTEGER)")
        file.executemany("INSERT INTO renumbered VALUES (?, ?)", changed.items())
        file.execute(
            "UPDATE units SET before = (SELECT new FROM renumbered WHERE old = before) "
            "WHERE before IN (SELECT old FROM renumbered)"
        )
        file.execute("DROP TABLE renumbered")


def _batches(file: sqlite3.Connection) -> Iterator[list[_Row]]:
    last = 0
    question = "SELECT id, zh, en, zh_number, en_number FROM units WHERE id > ? ORDER BY id LIMIT ?"
    while rows := file.execute(question, (last, _BATCH)).fetchall():
        for _, zh, en, _, _ in rows:
            check_texts(zh, en)
        yield rows
        last = rows[-1][0]
