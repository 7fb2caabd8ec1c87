"""Opening a database: its mode, how long to wait for other programs, and its pragmas.

No connection begins transactions by itself; `transaction` does, where a change begins. No view or
trigger of a file that somebody else has made may call a function with side effects.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from time import monotonic, sleep
from typing import Literal

from aligner.store.failures import Failure, failure_of

Mode = Literal["ro", "rw", "rwc"]
"""To read; to write; to write, and to make the file where there is none."""

_AGAIN = 0.02  # seconds between two tries to change the journal


def connect(
    path: Path,
    *,
    mode: Mode = "rw",
    patience: float,
    pragmas: Mapping[str, str | int] | None = None,
    has_locks: bool = True,
    any_thread: bool = False,
) -> sqlite3.Connection:
    """Open a database and set its pragmas, in their order; on an error nothing stays open.

    `patience` is in seconds. `has_locks` is false on a disk that knows no locks (`knows_locks`),
    where a write-ahead log needs the locking mode EXCLUSIVE; `any_thread` is true for a connection
    that one thread hands to another. Raises sqlite3.Error.
    """
    vfs = "" if has_locks else f"&vfs={'win32' if os.name == 'nt' else 'unix'}-none"
    database = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}{vfs}",
        uri=True,
        timeout=patience,
        isolation_level=None,
        check_same_thread=not any_thread,
    )
    try:
        for name, value in {"trusted_schema": "OFF", **(pragmas or {})}.items():
            database.execute(f"PRAGMA {name} = {value}")
    except BaseException:
        database.close()
        raise
    return database


def use_write_ahead_log(database: sqlite3.Connection, patience: float) -> None:
    """Keep the journal as a write-ahead log from now on.

    Two programs that begin one file together meet here, and SQLite does not wait by itself; it is
    tried for `patience` seconds. Raises sqlite3.OperationalError.
    """
    deadline = monotonic() + patience
    while True:
        try:
            database.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as problem:
            if failure_of(problem) is not Failure.IN_USE or monotonic() > deadline:
                raise
            sleep(_AGAIN)
