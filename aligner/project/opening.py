"""Opening a project file that is there: what it is, who else has it, and whether it may be written.

Where it may not, or another program has it, it opens to be read. Refused, each with a sentence:
what is no project, what is damaged, what a later version wrote.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from contextlib import ExitStack
from pathlib import Path

from aligner.bitext import Bitext
from aligner.errors import UnusableInput
from aligner.files import container_of
from aligner.project import schema
from aligner.project.faults import damaged, reading
from aligner.project.lock import Lock, take_lock
from aligner.project.project import OpenFile, Project
from aligner.project.upgrade import upgrade

_WAITS = 2.0
"""Seconds to wait for a program that is not ours, such as a backup, to let go of the file."""


def open_project(path: Path, bitext: Bitext | None = None) -> Project:
    """Open a project; what it holds is read later.

    `bitext` is given where it is known, right after the project was made of it. Raises
    UnusableInput for whatever cannot be opened, UnwritableOutput if an older file cannot be
    brought up to date.
    """
    found = _found(path)
    with ExitStack() as held:
        lock = take_lock(found)
        held.callback(lock.release)
        only_read = _why_only_read(path, found, lock)
        if lock.outcome != "taken":  # otherwise a program has it open, and knew it
            _check_header(path, found)
            if only_read:
                found = _copied(path, found, held)
        with reading(path):
            database = _connected(found, lock)
            held.callback(database.close)
            _check_version(database, path, found, lock)
            caution = _no_locks(path) if lock.outcome == "no locks" else ""
            file = OpenFile(path, database, only_read, caution, held.pop_all().close)
            try:
                return Project(file, bitext)
            except BaseException:
                file.let_go()
                raise


def _found(path: Path) -> Path:
    """Follow symbolic links to an ordinary file with something in it."""
    try:
        found = Path(os.path.realpath(path))
        if not found.exists():
            raise UnusableInput(f"There is no file {path}; check the name.")
        if found.is_dir():
            raise UnusableInput(f"{path} is a folder; name a project in it.")
        if not found.is_file():
            raise UnusableInput(f"{path} is not an ordinary file; name a project.")
        if not found.stat().st_size:
            raise UnusableInput(f"{path} is empty; take it from a backup, or align again.")
    except (OSError, ValueError) as problem:
        raise UnusableInput(f"{path} cannot be looked at; check the name.") from problem
    return found


def _check_header(path: Path, found: Path) -> None:
    """Refuse what is no project before SQLite puts files beside it.

    Only while no other program has it, nor this one: closing a file drops the locks that SQLite
    holds on it in the same process.
    """
    try:
        with found.open("rb") as file:
            header = file.read(100)
    except OSError as problem:
        raise UnusableInput(f"{path} may not be read; ask for the right to.") from problem
    if container_of(header) != "sqlite":
        raise UnusableInput(f"{path} is no project of duizhao; name one, or an article.")
    if int.from_bytes(header[68:72], "big") != schema.APPLICATION_ID:
        raise UnusableInput(f"{path} is a database of another program, no project of duizhao.")


def _why_only_read(path: Path, found: Path, lock: Lock) -> str:
    """Return why a project can only be read, as a sentence; empty where it can be written."""
    if lock.outcome == "taken":
        return (
            f"{path} is open in another program, so it can only be read here; "
            "close it there and open it again."
        )
    if lock.outcome == "forbidden" or not os.access(found, os.W_OK):
        return (
            f"{path} may not be written (read-only file or folder), so it can only be read; "
            "copy it to another folder to work on it."
        )
    return ""


def _no_locks(path: Path) -> str:
    return (
        f"The disk of {path} knows no locks; "
        "make sure that it is open in no other program while you work on it."
    )


def _copied(path: Path, found: Path, held: ExitStack) -> Path:
    """Copy a project to where it can be opened: SQLite writes beside a file even to read it."""
    folder = tempfile.TemporaryDirectory(prefix="duizhao-", ignore_cleanup_errors=True)
    held.callback(folder.cleanup)
    copy = Path(folder.name) / found.name
    wal = found.with_name(found.name + "-wal")
    try:
        shutil.copyfile(found, copy)
        if wal.exists():
            shutil.copyfile(wal, copy.with_name(wal.name))
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        raise UnusableInput(
            f"{path} may not be written, and no copy of it could be made to read it ({reason})."
        ) from problem
    return copy


def _connected(found: Path, lock: Lock) -> sqlite3.Connection:
    """Connect to a project and see that it can be read."""
    if lock.outcome == "taken":
        return _connect(found, "mode=ro")
    if lock.outcome == "no locks":
        none = "win32-none" if os.name == "nt" else "unix-none"
        return _connect(found, f"mode=rw&vfs={none}", alone=True)
    try:
        return _connect(found, "mode=rw")
    except sqlite3.OperationalError as problem:
        # Some shared folders have no memory that programs share, which the log of a database
        # needs, unless nobody else can have it.
        if (problem.sqlite_errorcode & 0xFF) not in _NO_SHARED_MEMORY:
            raise
        return _connect(found, "mode=rw", alone=True)


_NO_SHARED_MEMORY = {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_PROTOCOL}


def _connect(found: Path, question: str, *, alone: bool = False) -> sqlite3.Connection:
    database = sqlite3.connect(
        f"{found.as_uri()}?{question}",
        uri=True,
        timeout=_WAITS,
        isolation_level=None,
        check_same_thread=False,  # it is loaded in one thread and used in another
    )
    try:
        if alone:
            database.execute("PRAGMA locking_mode = EXCLUSIVE")
        # An edit is on the disk when it is acknowledged; NORMAL would save less than a
        # millisecond of it (`python -m bench.project`).
        database.execute("PRAGMA synchronous = FULL")
        database.execute("PRAGMA foreign_keys = ON")
        database.execute("PRAGMA trusted_schema = OFF")
        database.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        database.close()
        raise
    return database


def _check_version(database: sqlite3.Connection, path: Path, found: Path, lock: Lock) -> None:
    (application,) = database.execute("PRAGMA application_id").fetchone()
    if application != schema.APPLICATION_ID:
        raise UnusableInput(f"{path} is a database of another program, no project of duizhao.")
    (version,) = database.execute("PRAGMA user_version").fetchone()
    if version > schema.VERSION:
        raise UnusableInput(
            f"{path} was written by a later version of duizhao; install that one to open it."
        )
    if version < 1:
        raise damaged(path)
    if version < schema.VERSION:
        if lock.outcome == "taken":  # by a program that has only begun to open it
            raise UnusableInput(f"{path} is being opened by another program; try again.")
        upgrade(database, path, found, version)
    if not schema.has_tables(database):
        raise damaged(path)
