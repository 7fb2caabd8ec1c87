"""Opening the file of a memory, and saying in a sentence why one cannot be used.

A memory is data: a file that is damaged, foreign or newer than this program is refused and left
exactly as it is, and an older one is copied before it is brought to the present layout. SQLite's
rollback journal is kept rather than its write-ahead log, so that between two commands a memory is
one file that can be copied. On a disk without locks one program of this computer has it at a time,
to read it as well: a reader would take the journal of a writer for one that a crash has left.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from aligner.errors import DuizhaoError
from aligner.memory import layout
from aligner.memory.soundness import check_indices, check_rows, damaged
from aligner.store import (
    ErrorMessage,
    ErrorMessages,
    Failure,
    Lock,
    back_up,
    connect,
    is_empty,
    knows_locks,
    take_on_this_computer,
)

if TYPE_CHECKING:
    from aligner.files import Progress

PATIENCE = 60.0
"""Seconds to wait for another process; it adds a batch of units in one or two."""

_CACHE = 32_000  # kilobytes of the file that SQLite keeps at hand
_CACHE_BESIDE = 4_000
"""The same where a memory stays open beside something else: a look-up takes a fifth longer."""


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
        Failure.NO_LOCKS: _says(
            "The disk of the memory {path} does not lock files ({problem}); "
            "copy it to another disk, or name another file with --memory."
        ),
        Failure.FORBIDDEN: _FORBIDDEN,
    },
    otherwise=_says("The memory {path} cannot be used ({problem})."),
)


@dataclass(frozen=True, slots=True)
class OpenMemory:
    """The file of a memory as it was opened."""

    database: sqlite3.Connection
    caution: str
    """What to take care of, a sentence; mostly empty."""
    lock: Lock | None
    """What keeps other programs out where the disk does not."""

    def close(self) -> None:
        """Close the file; nothing waits to be written."""
        self.database.close()
        if self.lock is not None:
            self.lock.release()


def open_to_read(
    path: Path, progress: Progress | None = None, *, any_thread: bool = False
) -> OpenMemory:
    """Open a memory that is there; nothing can be changed through it.

    `progress` is told how far an older one is brought up to date; with `any_thread` other threads
    may use it in turn.
    """
    with _reachable(path), explained(path):
        if not path.exists():
            raise _MISSING.about(path)
        file = _open(path, progress, begin=False, any_thread=any_thread)
        file.database.execute("PRAGMA query_only = ON")
        return file


def open_to_add(path: Path, progress: Progress | None = None) -> OpenMemory:
    """Open a memory, or begin one, with its folder, where there is none."""
    with _reachable(path), explained(path):
        if not path.exists():
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            # For its owner alone: what one translates is often confidential.
            path.touch(mode=0o600)
        file = _open(path, progress, begin=True)
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


def _open(
    path: Path, progress: Progress | None, *, begin: bool, any_thread: bool = False
) -> OpenMemory:
    """Connect, and see that the file is a memory of the present layout, or make it one."""
    if path.is_dir():
        raise UnusableMemory(f"{path} is a folder; name a file in it, such as {path / 'memory'}.")
    with ExitStack() as held:
        lock = None if knows_locks(path) else _take_turn(path, held)
        file = _connect(path, has_locks=lock is None, any_thread=any_thread)
        held.callback(file.close)
        if begin and is_empty(file):
            layout.create(file)
        schema = layout.schema(progress)
        version = schema.check(file)
        if version < schema.version:
            check_rows(file)  # before a copy of what is of no use
            back_up(file, path.with_name(f"{path.name}.version-{version}"), progress=progress)
            schema.migrate(file)
        if not schema.is_complete(file):
            raise damaged()
        check_indices(file)
        held.pop_all()
        return OpenMemory(file, _caution(path, lock), lock)


def _take_turn(path: Path, held: ExitStack) -> Lock:
    """Wait until no other program of this computer has a memory that the disk cannot lock."""
    lock = take_on_this_computer(path, PATIENCE)
    held.callback(lock.release)
    if lock.outcome == "taken":
        raise _IN_USE.about(path)
    return lock


def _caution(path: Path, lock: Lock | None) -> str:
    if lock is None:
        return ""
    where = "another program" if not lock.holds else "another computer"
    return (
        f"The disk of the memory {path} knows no locks; "
        f"make sure that {where} does not use it meanwhile."
    )


def _connect(path: Path, *, has_locks: bool, any_thread: bool) -> sqlite3.Connection:
    return connect(
        path,
        # Read-only only where it must be: what a killed process left unfinished is undone by
        # whoever opens the file next, and that is writing.
        mode="rw" if _is_writable(path) else "ro",
        patience=PATIENCE,
        has_locks=has_locks,
        any_thread=any_thread,
        pragmas={"cache_size": -(_CACHE_BESIDE if any_thread else _CACHE), "synchronous": "FULL"},
    )


def _is_writable(path: Path) -> bool:
    """Whether the file may be changed; SQLite keeps its journal in the same folder."""
    effective = os.access in os.supports_effective_ids
    return all(os.access(place, os.W_OK, effective_ids=effective) for place in (path, path.parent))
