"""Opening the file of a memory, and saying in a sentence why one cannot be used.

A memory is data: a file that is damaged, foreign or newer than this program is refused and left
exactly as it is, and an older one is copied before it is brought to the present layout. SQLite's
rollback journal is kept rather than its write-ahead log, so that between two commands a memory is
one file that can be copied.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from aligner.errors import DuizhaoError
from aligner.memory import layout
from aligner.store import ErrorMessage, ErrorMessages, Failure, back_up, connect, is_empty

PATIENCE = 60.0
"""Seconds to wait for another process; it adds a batch of units in one or two."""

_CACHE = 32_000  # kilobytes of the file that SQLite keeps at hand


class UnusableMemory(DuizhaoError):
    """A memory that cannot be opened, read or added to; its file is as it was."""


def _says(text: str) -> ErrorMessage:
    return ErrorMessage(UnusableMemory, text)


_MISSING = _says("There is no memory {path} yet; make one with: duizhao memory add FILE")
_FORBIDDEN = _says(
    "{path} may not be written; change its permissions, or name another file with --memory."
)
_IN_USE = _says("Another program is using the memory {path}; try again when it has finished.")
_MESSAGES = ErrorMessages(
    {
        Failure.NOT_A_DATABASE: _says(
            "{path} is no memory; it is left as it is. Name another file with --memory."
        ),
        Failure.FOREIGN: _says(
            "{path} is a database of another program; name another file for the memory."
        ),
        Failure.EMPTY: _MISSING,
        Failure.LATER_VERSION: _says(
            "The memory {path} was written by a newer version of Duizhao; install that one, "
            "or name another file with --memory."
        ),
        Failure.DAMAGED: _says(
            "The memory {path} is damaged, and left as it is. Take it from a backup, or see what "
            "can be saved with SQLite's own tool: sqlite3 FILE .recover"
        ),
        Failure.FULL: _says(
            "The disk has no room for the memory {path}; what was added before is safe. "
            "Make room and add again: what is there already is passed over."
        ),
        Failure.IN_USE: _IN_USE,
        Failure.FORBIDDEN: _FORBIDDEN,
    },
    otherwise=_says("The memory {path} cannot be used ({problem})."),
)


def open_to_read(path: Path) -> sqlite3.Connection:
    """Open a memory that is there; nothing can be changed through it."""
    with _reachable(path), explained(path):
        if not path.exists():
            raise _MISSING.about(path)
        file = _open(path, begin=False)
        file.execute("PRAGMA query_only = ON")
        return file


def open_to_add(path: Path) -> sqlite3.Connection:
    """Open a memory, or begin one, with its folder, where there is none."""
    with _reachable(path), explained(path):
        if not path.exists():
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            # For its owner alone: what one translates is often confidential.
            path.touch(mode=0o600)
        file = _open(path, begin=True)
        if not _is_writable(path):
            file.close()
            raise _FORBIDDEN.about(path)
        return file


def explained(path: Path) -> AbstractContextManager[None]:
    """Turn what SQLite says about the file into `UnusableMemory`."""
    return _MESSAGES.explained(path)


@contextmanager
def _reachable(path: Path) -> Iterator[None]:
    """Turn what the system says about the file into `UnusableMemory`."""
    try:
        yield
    except PermissionError as error:
        raise _FORBIDDEN.about(path) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UnusableMemory(f"The memory {path} cannot be opened ({reason}).") from error


def _open(path: Path, *, begin: bool) -> sqlite3.Connection:
    """Connect, and see that the file is a memory of the present layout, or make it one."""
    if path.is_dir():
        raise UnusableMemory(f"{path} is a folder; name a file in it, such as {path / 'memory'}.")
    file = _connect(path)
    try:
        if begin and is_empty(file):
            layout.create(file)
        schema = layout.schema()
        version = schema.check(file)
        if version < schema.version:
            back_up(file, path.with_name(f"{path.name}.version-{version}"))
            schema.migrate(file)
        return file
    except BaseException:
        file.close()
        raise


def _connect(path: Path) -> sqlite3.Connection:
    return connect(
        path,
        # Read-only only where it must be: what a killed process left unfinished is undone by
        # whoever opens the file next, and that is writing.
        mode="rw" if _is_writable(path) else "ro",
        patience=PATIENCE,
        pragmas={"cache_size": -_CACHE, "synchronous": "FULL"},
    )


def _is_writable(path: Path) -> bool:
    """Whether the file may be changed; SQLite keeps its journal in the same folder."""
    effective = os.access in os.supports_effective_ids
    return all(os.access(place, os.W_OK, effective_ids=effective) for place in (path, path.parent))
