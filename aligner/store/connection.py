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
from typing import Any, Literal

from aligner.store.failures import Failure, UnusableDatabase, failure_of

Mode = Literal["ro", "rw", "rwc"]
"""To read; to write; to write, and to make the file where there is none."""

_AGAIN = 0.02  # seconds between two tries to change the journal
_TURN = 0.2
"""Seconds that SQLite waits for another program by itself, deaf to every signal."""


class _Patient(sqlite3.Connection):
    """A connection that waits for other programs in turns, so that Ctrl-C ends the waiting."""

    def __init__(self, database: str, patience: float, **options: Any) -> None:
        super().__init__(database, timeout=min(patience, _TURN), **options)
        self._patience = patience

    def execute(self, *statement: Any) -> sqlite3.Cursor:
        """Execute a statement, again and again for as long as another program is in the way.

        A statement that finds the file locked has done nothing yet.
        """
        began = monotonic()
        while True:
            try:
                return super().execute(*statement)
            except sqlite3.OperationalError as problem:
                if not _is_waited_for(problem) or monotonic() - began >= self._patience:
                    raise


def _is_waited_for(problem: sqlite3.OperationalError) -> bool:
    """Whether a statement may be executed when another program has done its work.

    One that goes on from an older state of the file would wait in vain.
    """
    code = getattr(problem, "sqlite_errorcode", sqlite3.SQLITE_OK)
    return code & 0xFF == sqlite3.SQLITE_BUSY and code != sqlite3.SQLITE_BUSY_SNAPSHOT


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
    database = _Patient(
        f"{path.absolute().as_uri()}?mode={mode}{vfs}",
        patience,
        uri=True,
        isolation_level=None,
        check_same_thread=not any_thread,
    )
    try:
        for name, value in {"trusted_schema": "OFF", **(pragmas or {})}.items():
            database.execute(f"PRAGMA {name} = {value}")
    except UnicodeDecodeError:  # what SQLite complains of is itself no text
        database.close()
        raise UnusableDatabase(Failure.DAMAGED) from None
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
