"""Opening a project file that is there: what it is, who else has it, and whether it may be written.

Where it may not, or another program has it, it opens to be read. Refused, each with a sentence:
what is no project, what is damaged, what a later version wrote.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from contextlib import closing, suppress
from pathlib import Path

from aligner.bitext import Bitext
from aligner.errors import UnusableInput, UnwritableOutput
from aligner.project import schema
from aligner.project.faults import damaged, reading, writing
from aligner.project.lock import Lock, take_lock
from aligner.project.project import Project

_HEADER = b"SQLite format 3\0"


def open_project(path: Path, bitext: Bitext | None = None) -> Project:
    """Open a project; what it holds is read later.

    `bitext` is given where it is known, right after the project was made of it. Raises
    UnusableInput for whatever cannot be opened, UnwritableOutput if an older file cannot be
    brought up to date.
    """
    found = _found(path)
    lock = take_lock(found)
    scratch: tempfile.TemporaryDirectory[str] | None = None
    try:
        if lock.outcome != "taken":  # otherwise a program has it open, and knew it
            _check_header(path, found)
        why_not = _why_read_only(path, found, lock)
        if why_not and lock.outcome != "taken":
            # SQLite needs to write beside a file even to read it; a copy serves.
            scratch = tempfile.TemporaryDirectory(prefix="duizhao-", ignore_cleanup_errors=True)
            found = _copied(path, found, Path(scratch.name))
        with reading(path):
            database = _connect(found, read_only=lock.outcome == "taken", locks=_has_locks(lock))
            try:
                _check_version(database, path, found)
            except BaseException:
                database.close()
                raise
    except BaseException:
        lock.release()
        if scratch is not None:
            scratch.cleanup()
        raise

    def let_go() -> None:
        lock.release()
        if scratch is not None:
            scratch.cleanup()

    warning = why_not or ("" if _has_locks(lock) else _no_locks(path))
    with reading(path):
        try:
            return Project(path, database, bool(why_not), warning, let_go, bitext)
        except BaseException:
            database.close()
            let_go()
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
    """Refuse what is no database before SQLite puts files beside it.

    Only while no other program has it, and we have not: closing a file drops the locks that SQLite
    holds on it in the same process.
    """
    try:
        with found.open("rb") as file:
            header = file.read(100)
    except OSError as problem:
        raise UnusableInput(f"{path} may not be read; ask for the right to.") from problem
    if not header.startswith(_HEADER):
        raise UnusableInput(f"{path} is no project of duizhao; name one, or an article.")
    if int.from_bytes(header[68:72], "big") != schema.APPLICATION_ID:
        raise UnusableInput(f"{path} is a database of another program, no project of duizhao.")


def _why_read_only(path: Path, found: Path, lock: Lock) -> str:
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


def _has_locks(lock: Lock) -> bool:
    return lock.outcome != "no locks"


def _no_locks(path: Path) -> str:
    return (
        f"The disk of {path} knows no locks; "
        "make sure that it is open in no other program while you work on it."
    )


def _copied(path: Path, found: Path, folder: Path) -> Path:
    copy = folder / found.name
    wal = found.with_name(found.name + "-wal")
    try:
        shutil.copyfile(found, copy)
        if wal.exists():
            shutil.copyfile(wal, copy.with_name(wal.name))
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        raise UnusableInput(
            f"{path} may not be written, and there is no room for a copy to read ({reason})."
        ) from problem
    return copy


def _connect(found: Path, *, read_only: bool, locks: bool) -> sqlite3.Connection:
    question = f"mode={'ro' if read_only else 'rw'}" + ("" if locks else "&nolock=1")
    database = sqlite3.connect(
        f"{found.as_uri()}?{question}",
        uri=True,
        timeout=2,
        isolation_level=None,
        check_same_thread=False,  # it is loaded in one thread and then used in another
    )
    if not locks:  # the log needs shared memory, or to be alone
        database.execute("PRAGMA locking_mode = EXCLUSIVE")
    # With FULL an edit is on the disk when it is acknowledged: 0.3 ms (`python -m bench.project`).
    database.execute("PRAGMA synchronous = FULL")
    database.execute("PRAGMA foreign_keys = ON")
    database.execute("PRAGMA trusted_schema = OFF")
    return database


def _check_version(database: sqlite3.Connection, path: Path, found: Path) -> None:
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
        _back_up(database, path, found, version)
        with writing(database, path):
            schema.climb(database, version)
    if not schema.has_tables(database):
        raise damaged(path)


def _back_up(database: sqlite3.Connection, path: Path, found: Path, version: int) -> None:
    """Copy a project of an older version beside itself before anything in it changes."""
    backup = _free_name(found.with_name(f"{found.name}.backup-{version}"))
    part = found.with_name(f".duizhao-{os.getpid()}.part")
    try:
        with closing(sqlite3.connect(part)) as copy:
            database.backup(copy)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.rename(backup)
    except (OSError, sqlite3.Error) as problem:
        raise UnwritableOutput(
            f"{path} is of an older version, and there is no room for a copy of it before it is "
            "brought up to date; make room and open it again."
        ) from problem
    finally:
        with suppress(OSError):
            part.unlink()


def _free_name(wanted: Path) -> Path:
    name, number = wanted, 1
    while name.exists():
        number += 1
        name = wanted.with_name(f"{wanted.name}-{number}")
    return name
