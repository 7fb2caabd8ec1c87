"""What SQLite complains of, as sentences for a translator.

Every touch of a project file goes through one of the two doors here, so that no error of SQLite
gets any further.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from aligner.errors import DuizhaoError, UnusableInput, UnwritableOutput

_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_FORBIDDEN = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH}
_TAKEN = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL}
_FULL = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}

_SENSELESS = (ValueError, TypeError, LookupError, AttributeError, OverflowError, RecursionError)
"""What rows bring about that no program of ours wrote."""


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Let whatever is wrong with the content of a project file be said in a sentence."""
    try:
        yield
    except sqlite3.Error as problem:
        raise _unreadable(path, problem) from problem
    except _SENSELESS as problem:
        raise damaged(path) from problem


@contextmanager
def writing(database: sqlite3.Connection, path: Path) -> Iterator[None]:
    """Do all of it or nothing, as one transaction that is on the disk when the block is left."""
    try:
        database.execute("BEGIN IMMEDIATE")
        yield
        database.execute("COMMIT")
    except BaseException as problem:
        with suppress(sqlite3.Error):
            if database.in_transaction:
                database.execute("ROLLBACK")
        if isinstance(problem, sqlite3.Error):
            raise unwritable(path, problem) from problem
        raise


def damaged(path: Path) -> UnusableInput:
    """Return the error for a project whose content makes no sense."""
    return UnusableInput(
        f"{path} is damaged and cannot be read to its end; take it from a backup "
        "(one may lie beside it), or align the article again."
    )


def _unreadable(path: Path, problem: sqlite3.Error) -> DuizhaoError:
    kind = _kind(problem)
    if kind == sqlite3.SQLITE_NOTADB:
        return UnusableInput(f"{path} is no project of duizhao; name one, or an article.")
    if kind in _TAKEN:
        return UnusableInput(f"{path} is in use by another program; try again in a moment.")
    if kind == sqlite3.SQLITE_CANTOPEN:
        return UnusableInput(f"{path} cannot be opened; check that you may read it.")
    if kind == sqlite3.SQLITE_IOERR:
        return UnusableInput(
            f"{path} cannot be read from its disk ({problem}); copy it to another."
        )
    return damaged(path)


def unwritable(path: Path, problem: sqlite3.Error) -> DuizhaoError:
    """Return the error for a project that did not take a change."""
    kind = _kind(problem)
    if kind in _FULL:
        return UnwritableOutput(
            f"The disk has no room for {path}, or does not take it; "
            "nothing that was done before is lost. Make room and do it again."
        )
    if kind in _DAMAGED:
        return damaged(path)
    if kind in _TAKEN:
        return UnwritableOutput(f"{path} is in use by another program; try again in a moment.")
    if kind in _FORBIDDEN:
        return UnwritableOutput(f"{path} may not be written; copy it to another folder.")
    return UnwritableOutput(f"{path} could not be written ({problem}); copy it to another folder.")


def _kind(problem: sqlite3.Error) -> int | None:
    """Return the primary code of an error; None for what Python itself complains of."""
    code: int | None = getattr(problem, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF
