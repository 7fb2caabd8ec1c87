"""A lock that dies with whoever holds it, and disks that know no locks.

The lock is SQLite's own exclusive lock, on an empty file of its own: nothing is left to clear away
after a crash, and where SQLite can keep its files whole, this works too. (`filelock` would cost
another 40 ms to import, and where the system has no locks it falls back to files that outlive a
crash.) Some network shares and FUSE disks know no locks at all, which SQLite reports as a file in
use or as a broken disk. There a lock in a folder of this computer keeps the person's own programs
apart; programs on other computers are not seen.
"""

from __future__ import annotations

import os
import secrets
import sqlite3
import tempfile
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Literal
from weakref import finalize

from aligner.signals import delayed
from aligner.store.connection import connect
from aligner.store.failures import Failure, failure_of

Outcome = Literal["held", "taken", "forbidden", "no locks"]
_TRIES = 5

_OUTCOMES: dict[Failure, Outcome] = {
    Failure.IN_USE: "taken",
    Failure.CANNOT_OPEN: "forbidden",
    Failure.FORBIDDEN: "forbidden",
}

_UNUSED_BYTE = 1 << 61
"""Far behind the bytes that SQLite locks."""


class Lock:
    """The outcome of an attempt to become the only program that has a file.

    It is released at the latest when nobody has it any more, or the interpreter ends.
    """

    def __init__(
        self, path: Path, outcome: Outcome, holder: sqlite3.Connection | None = None
    ) -> None:
        self.path = path
        """The empty file that is locked."""
        self.outcome = outcome
        """Held; taken by another program; the folder may not be written; no locks there."""
        self._let_go = None if holder is None else finalize(self, _let_go, path, holder)

    @property
    def holds(self) -> bool:
        """Whether it keeps anybody out."""
        return self._let_go is not None and self._let_go.alive

    def release(self) -> None:
        """Let others in."""
        if self._let_go is not None:
            self._let_go()

    def renamed(self, outcome: Outcome) -> Lock:
        """Return this lock, with another outcome to be told of it."""
        self.outcome = outcome
        return self


def take(path: Path, patience: float = 0, mode: int = 0o600) -> Lock:
    """Try to lock the empty file `path`, which is made for it with the permissions of `mode`.

    Waits `patience` seconds.
    """
    with delayed():
        return _taken(path, patience, mode)


def _taken(path: Path, patience: float, mode: int) -> Lock:
    if patience and not knows_locks(path):
        return Lock(path, "no locks")  # otherwise it would be waited for a lock that never comes
    for _ in range(_TRIES):
        try:
            before = _identity(path, mode)
        except OSError:
            return Lock(path, "forbidden")
        holder: sqlite3.Connection | None = None
        try:
            # Without a journal, since nothing is ever written.
            pragmas = {"journal_mode": "OFF"}
            holder = connect(path, mode="rwc", patience=patience, pragmas=pragmas, any_thread=True)
            holder.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as problem:
            if holder is not None:
                holder.close()
            outcome = _OUTCOMES.get(failure_of(problem), "no locks")
            # What a disk without locks answers can look as if another program held the file.
            if outcome == "taken" and not knows_locks(path):
                outcome = "no locks"
            return Lock(path, outcome)
        # Whoever held it before may have deleted the file between opening it here and locking it;
        # then this lock is on a file that nobody else will ever see.
        with suppress(OSError):
            if before == _identity(path, mode):
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


def take_on_this_computer(database: Path, patience: float = 0) -> Lock:
    """Try to lock a database on a disk without locks against this person's other programs.

    The lock lies in a folder for what is running now, under a name made of the database's.
    """
    person = os.getuid() if hasattr(os, "getuid") else ""
    name = blake2b(os.fsencode(os.path.realpath(database)), digest_size=16).hexdigest()
    folder = Path(os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir())
    return take(folder / f".duizhao-{person}-{name}.lock", patience)


def knows_locks(path: Path) -> bool:
    """Whether files can be locked on the disk where a database is, or is to be.

    A file that nobody else knows is locked for a moment; whatever keeps that from working is no
    other program. Where the folder may not be written, a byte of the database itself is asked for;
    that drops what this process has locked of it.
    """
    if os.name == "nt":  # where SQLite's own answer can be believed
        return True
    made = path.with_name(f".duizhao-{secrets.token_hex(6)}.part")
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
    try:
        descriptor = os.open(made, flags, 0o600)
    except OSError:
        return _knows_shared_locks(path)
    try:
        with suppress(OSError):
            made.unlink()  # at once: who is killed here leaves nothing
        return _takes_lock(descriptor, is_shared=False)
    finally:
        os.close(descriptor)


def _knows_shared_locks(path: Path) -> bool:
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return True  # nothing can be said; whoever opens it will say why not
    try:
        return _takes_lock(descriptor, is_shared=True)
    finally:
        os.close(descriptor)


def _takes_lock(descriptor: int, *, is_shared: bool) -> bool:
    import fcntl

    kind = fcntl.LOCK_SH if is_shared else fcntl.LOCK_EX
    try:
        fcntl.lockf(descriptor, kind | fcntl.LOCK_NB, 1, _UNUSED_BYTE)
    except OSError:
        return False
    return True


def _identity(path: Path, mode: int) -> tuple[int, int]:
    path.touch(mode=mode)
    status = path.stat()
    return status.st_dev, status.st_ino
