"""One program at a time: a lock beside the project that dies with whoever holds it.

It is SQLite's own exclusive lock, on an empty file of its own (`.name.lock`): the project itself
stays readable for others meanwhile, nothing is left to clear away after a crash, and where SQLite
can keep its files whole, this works too. (`filelock` would cost another 40 ms to import, and where
the system has no locks it falls back to files that outlive a crash.)
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Literal
from weakref import finalize

from aligner.signals import delayed
from aligner.store import Failure, connect, failure_of

Outcome = Literal["held", "taken", "forbidden", "no locks"]
_TRIES = 5

_OUTCOMES: dict[Failure, Outcome] = {
    Failure.IN_USE: "taken",
    Failure.CANNOT_OPEN: "forbidden",
    Failure.FORBIDDEN: "forbidden",
}


class Lock:
    """The outcome of an attempt to become the only program that writes a project.

    It is released at the latest when nobody has it any more, or the interpreter ends.
    """

    def __init__(
        self, path: Path, outcome: Outcome, holder: sqlite3.Connection | None = None
    ) -> None:
        self.path = path
        self.outcome = outcome
        """Held; taken by another program; the folder may not be written; no locks there."""
        self._let_go = None if holder is None else finalize(self, _let_go, path, holder)

    def release(self) -> None:
        """Let others in."""
        if self._let_go is not None:
            self._let_go()


def take_lock(project: Path) -> Lock:
    """Try to become the only one that writes `project`; never waits."""
    with delayed():
        return _taken(project)


def _taken(project: Path) -> Lock:
    path = project.with_name(f".{project.name}.lock")
    for _ in range(_TRIES):
        try:
            path.touch(mode=_mode_of(project))
            before = _identity(path)
        except OSError:
            return Lock(path, "forbidden")
        holder: sqlite3.Connection | None = None
        try:
            # Without a journal, since nothing is ever written.
            pragmas = {"journal_mode": "OFF"}
            holder = connect(path, mode="rwc", patience=0, pragmas=pragmas, any_thread=True)
            holder.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as problem:
            if holder is not None:
                holder.close()
            return Lock(path, _OUTCOMES.get(failure_of(problem), "no locks"))
        # Whoever held it before may have deleted the file between opening it here and locking it;
        # then this lock is on a file that nobody else will ever see.
        with suppress(OSError):
            if before == _identity(path):
                return Lock(path, "held", holder)
        holder.close()
    return Lock(path, "taken")


def _let_go(path: Path, holder: sqlite3.Connection) -> None:
    """Release a lock; its file goes first, while nobody else can hold it."""
    with delayed():
        with suppress(OSError):
            path.unlink()
        holder.close()
        if os.name == "nt":  # where an open file cannot be deleted
            with suppress(OSError):
                path.unlink()


def _mode_of(project: Path) -> int:
    """Return the permissions of a project, which say who may lock it; its owner's alone if new."""
    try:
        return project.stat().st_mode & 0o666
    except OSError:
        return 0o600


def _identity(path: Path) -> tuple[int, int]:
    path.touch(mode=0o600)
    status = path.stat()
    return status.st_dev, status.st_ino
