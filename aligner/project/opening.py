"""Opening a project file that is there: what it is, who else has it, and whether it may be written.

Where it may not, or another program has it, it opens to be read. An older version is brought up to
date, after a copy of it has been put beside it. Refused, each with a sentence: what is no project,
what is damaged, what a later version wrote.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
from contextlib import ExitStack
from pathlib import Path

from aligner.bitext import Bitext
from aligner.errors import UnusableInput, UnwritableOutput
from aligner.files import scratch_explained, scratch_folder
from aligner.project.lock import take_lock
from aligner.project.messages import DAMAGED, READING, WRITING, reading
from aligner.project.project import OpenFile, Project
from aligner.project.schema import APPLICATION_ID, SCHEMA, VERSION
from aligner.store import (
    Failure,
    Lock,
    Mode,
    back_up,
    check_header,
    connect,
    failure_of,
    knows_locks,
)

_WAITS = 2.0
"""Seconds to wait for a program that is not ours, such as a backup, to let go of the file."""

_NO_SHARED_MEMORY = {
    Failure.CANNOT_OPEN,
    Failure.DISK,
    Failure.LOG_LOCKED,
    Failure.NO_LOCKS,
}
"""How a shared folder fails that has no memory for programs to share."""


def open_project(path: Path, bitext: Bitext | None = None) -> Project:
    """Open a project; what it holds is read later.

    `bitext` is given where it is known, right after the project was made of it. Raises
    UnusableInput for whatever cannot be opened, UnwritableOutput if an older file cannot be
    brought up to date.
    """
    file = _resolved(path)
    with ExitStack() as held:
        lock = take_lock(file)
        held.callback(lock.release)
        read_only = _why_read_only(path, file, lock)
        if lock.outcome != "taken":  # otherwise a program has it open, and knew it
            _check_header(path, file)
        # Where there are no locks, what another program writes can be read in a copy alone.
        if read_only and (lock.outcome != "taken" or not knows_locks(file)):
            file = _copied(path, file, held)
        with reading(path):
            database = _connected(file, lock)
            held.callback(database.close)
            _check_version(database, path, file, lock)
            caution = _no_locks(path, lock) if lock.outcome == "no locks" else ""
            opened = OpenFile(path, database, read_only, caution, held.pop_all().close)
            try:
                return Project(opened, bitext)
            except BaseException:
                opened.release()
                raise


def _resolved(path: Path) -> Path:
    """Follow symbolic links to an ordinary file with something in it."""
    try:
        file = Path(os.path.realpath(path))
        if not file.exists():
            raise UnusableInput(f"There is no file {path}; check the name.")
        if file.is_dir():
            raise UnusableInput(f"{path} is a folder; name a project in it.")
        if not file.is_file():
            raise UnusableInput(f"{path} is not an ordinary file; name a project.")
        if not file.stat().st_size:
            raise UnusableInput(f"{path} is empty; take it from a backup, or align again.")
    except (OSError, ValueError) as problem:
        raise UnusableInput(f"{path} cannot be looked at; check the name.") from problem
    return file


def _check_header(path: Path, file: Path) -> None:
    """Refuse what is no project before SQLite puts files beside it.

    Only while no other program has it, nor this one: see `check_header`.
    """
    try:
        with READING.explained(path):
            check_header(file, APPLICATION_ID)
    except OSError as problem:
        raise UnusableInput(f"{path} may not be read; ask for the right to.") from problem


def _why_read_only(path: Path, file: Path, lock: Lock) -> str:
    """Return why a project can only be read, as a sentence; empty where it can be written."""
    if lock.outcome == "taken":
        return (
            f"{path} is open in another program, so it can only be read here; "
            "close it there and open it again."
        )
    if lock.outcome == "forbidden" or not os.access(file, os.W_OK):
        return (
            f"{path} may not be written (read-only file or folder), so it can only be read; "
            "copy it to another folder to work on it."
        )
    return ""


def _no_locks(path: Path, lock: Lock) -> str:
    where = "in no other program" if not lock.holds else "on no other computer"
    return (
        f"The disk of {path} knows no locks; "
        f"make sure that it is open {where} while you work on it."
    )


def _copied(path: Path, file: Path, held: ExitStack) -> Path:
    """Copy a project to where it can be opened: SQLite writes beside a file even to read it."""
    copy = held.enter_context(scratch_folder()) / file.name
    log = file.with_name(file.name + "-wal")
    try:
        with scratch_explained():
            shutil.copyfile(file, copy)
            if log.exists():
                shutil.copyfile(log, copy.with_name(log.name))
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        raise UnusableInput(
            f"{path} may not be written, and no copy of it could be made to read it ({reason})."
        ) from problem
    return copy


def _connected(file: Path, lock: Lock) -> sqlite3.Connection:
    """Connect to a project and see that it can be read."""
    if lock.outcome != "held" and not knows_locks(file):
        return _connect(file, "rw", alone=True, has_locks=False)
    if lock.outcome == "taken":
        return _connect(file, "ro")
    try:
        return _connect(file, "rw")
    except sqlite3.OperationalError as problem:
        # The log of a database needs memory that programs share, unless nobody else can have it.
        if failure_of(problem) not in _NO_SHARED_MEMORY:
            raise
        return _connect(file, "rw", alone=True)


def _connect(
    file: Path, mode: Mode, *, alone: bool = False, has_locks: bool = True
) -> sqlite3.Connection:
    # An edit is on the disk when it is acknowledged; NORMAL would save less than a millisecond of
    # it (`python -m bench.project`).
    pragmas = {"synchronous": "FULL", "foreign_keys": "ON"}
    if alone:
        pragmas = {"locking_mode": "EXCLUSIVE", **pragmas}
    database = connect(
        file,
        mode=mode,
        patience=_WAITS,
        pragmas=pragmas,
        has_locks=has_locks,
        any_thread=True,  # it is loaded in one thread and used in another
    )
    try:
        database.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        database.close()
        raise
    return database


def _check_version(database: sqlite3.Connection, path: Path, file: Path, lock: Lock) -> None:
    """Refuse what is no project of this version or an older one, and bring that up to date."""
    version = SCHEMA.check(database)
    if version < VERSION:
        if lock.outcome == "taken":  # by a program that has only begun to open it
            raise UnusableInput(f"{path} is being opened by another program; try again.")
        _upgrade(database, path, file, version)
    if not SCHEMA.is_complete(database):
        raise DAMAGED.about(path)


def _upgrade(database: sqlite3.Connection, path: Path, file: Path, version: int) -> None:
    """Bring an older project up to date, after a copy of it has been put beside it."""
    try:
        mode = stat.S_IMODE(file.stat().st_mode)
        back_up(database, file.with_name(f"{file.name}.backup-{version}"), mode=mode)
    except (OSError, sqlite3.Error) as problem:
        raise UnwritableOutput(
            f"{path} is of an older version, and there is no room for a copy of it before it is "
            "brought up to date; make room and open it again."
        ) from problem
    with WRITING.explained(path):
        SCHEMA.migrate(database)
