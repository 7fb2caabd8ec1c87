"""A new project file, which stands at its path when it is whole and not before."""

from __future__ import annotations

import os
import secrets
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from aligner.bitext import Bitext
from aligner.errors import UnwritableOutput
from aligner.project import history
from aligner.project.faults import unwritable, writing
from aligner.project.lock import take_lock
from aligner.project.opening import open_project
from aligner.project.pair_rows import write_bitext
from aligner.project.project import Project
from aligner.project.ranks import first_ranks
from aligner.project.schema import lay_out


def create(path: Path, bitext: Bitext) -> Project:
    """Make a project of a bitext at `path` and open it.

    UnwritableOutput if something stands there already, since it may hold somebody's work, or if it
    cannot be written. A symbolic link may not stand there either.
    """
    _check_free(path)
    beside = path.with_name(f".duizhao-{secrets.token_hex(6)}.part")
    try:
        _write(beside, bitext, path)
        _put(beside, path)
    except sqlite3.Error as problem:
        raise unwritable(path, problem) from problem
    except (OSError, ValueError) as problem:  # ValueError: a name that no file can have
        reason = getattr(problem, "strerror", None) or type(problem).__name__
        raise UnwritableOutput(
            f"{path} could not be written ({reason}); name a file in another folder."
        ) from problem
    finally:
        for left in (beside, *_companions(beside)):
            with suppress(OSError):
                left.unlink()
    return open_project(path, bitext)


def _write(beside: Path, bitext: Bitext, path: Path) -> None:
    beside.touch(exist_ok=False)  # says why where the folder is missing or may not be written
    with closing(sqlite3.connect(beside, isolation_level=None)) as database:
        # Nothing of it counts before the last byte is there.
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("PRAGMA synchronous = OFF")
        with writing(database, path):
            lay_out(database)
            write_bitext(database, bitext, first_ranks(len(bitext.pairs)))
            history.begin(database)
        database.execute("PRAGMA synchronous = FULL")
        database.execute("PRAGMA journal_mode = WAL")
    with beside.open("rb+") as file:
        os.fsync(file.fileno())


def _put(beside: Path, path: Path) -> None:
    """Give the finished file its name."""
    lock = take_lock(path)
    try:
        _check_free(path)
        # What is left of a project that was deleted without them would be taken for edits of ours.
        for left in _companions(path):
            left.unlink(missing_ok=True)
        beside.rename(path)
        _settle(path.parent)
    finally:
        lock.release()


def _check_free(path: Path) -> None:
    if os.path.lexists(path):
        raise UnwritableOutput(
            f"{path} is there already and stays as it is; open it, or name another file."
        )


def _companions(path: Path) -> list[Path]:
    """The files that SQLite keeps beside a database."""
    return [path.with_name(path.name + ending) for ending in ("-wal", "-shm", "-journal")]


def _settle(folder: Path) -> None:
    """Have the name written to the disk, where the system can be asked to."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
