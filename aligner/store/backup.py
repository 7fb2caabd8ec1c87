"""A copy of a database that is open, under a name that nothing had.

Invariant: the copy is whole or not there, and no other file is overwritten.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from aligner.store.connection import connect
from aligner.store.locks import knows_locks
from aligner.store.unfinished import sync, unfinished_database

_PAGES = 4096  # copied between two tidings
_PATIENCE = 5.0  # seconds; nobody else knows the name of the copy


def back_up(
    database: sqlite3.Connection,
    wanted: Path,
    *,
    mode: int = 0o600,
    progress: Callable[[str, int, int], None] | None = None,
) -> Path:
    """Copy a database to `wanted`, or to `wanted-2`, `-3` ... where that is taken; return the copy.

    `mode` is the permissions of the copy, cut by the umask. `progress` is told the stage, the pages
    copied and the pages in all. Raises OSError and sqlite3.Error.
    """

    def tell(_: int, remaining: int, total: int) -> None:
        if progress is not None:
            progress("copying", total - remaining, total)

    with unfinished_database(wanted, mode) as part:
        has_locks = knows_locks(part)
        with closing(connect(part, patience=_PATIENCE, has_locks=has_locks)) as copy:
            database.backup(copy, pages=_PAGES, progress=tell)
        sync(part)
        return part.replace(_claimed_name(wanted))


def _claimed_name(wanted: Path) -> Path:
    """Return a free name like `wanted`, held by an empty file so that nobody else takes it."""
    name, number = wanted, 1
    while True:
        try:
            name.touch(mode=0o600, exist_ok=False)
            return name
        except FileExistsError:
            number += 1
            name = wanted.with_name(f"{wanted.name}-{number}")
