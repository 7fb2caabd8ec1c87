"""Making a new project file, which stands at its path when it is whole and not before."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from aligner.bitext import Bitext
from aligner.errors import UnwritableOutput
from aligner.project import history
from aligner.project.lock import take_lock
from aligner.project.messages import WRITING, writing
from aligner.project.opening import open_project
from aligner.project.pair_rows import write_bitext
from aligner.project.project import Project
from aligner.project.ranks import first_ranks
from aligner.project.schema import SCHEMA
from aligner.project.unit_rows import UnitsAside, write_units
from aligner.store import (
    companions,
    connect,
    knows_locks,
    sync,
    unfinished_database,
    use_write_ahead_log,
)

_PATIENCE = 5.0  # seconds; nobody else knows the file while it is made


def create(path: Path, bitext: Bitext, units: UnitsAside | None = None) -> Project:
    """Make a project of a bitext at `path` and open it.

    `units` are those that the bitext was made of, one a pair, if it was made of units.
    UnwritableOutput if something stands there already, since it may hold somebody's work, or if it
    cannot be written. A symbolic link may not stand there either.
    """
    _check_free(path)
    try:
        with unfinished_database(path) as made:
            _write(made, bitext, units, path)
            _put(made, path)
    except sqlite3.Error as problem:
        raise WRITING.of(path, problem) from problem
    except (OSError, ValueError) as problem:  # ValueError: a name that no file can have
        reason = getattr(problem, "strerror", None) or type(problem).__name__
        raise UnwritableOutput(
            f"{path} could not be written ({reason}); name a file in another folder."
        ) from problem
    return open_project(path, bitext)


def _write(made: Path, bitext: Bitext, units: UnitsAside | None, path: Path) -> None:
    # Nothing of it counts before the last byte is there.
    # The file is nobody else's: in the mode EXCLUSIVE the log needs no locks and no shared memory.
    pragmas = {"locking_mode": "EXCLUSIVE", "journal_mode": "OFF", "synchronous": "OFF"}
    has_locks = knows_locks(made)
    connection = connect(made, patience=_PATIENCE, pragmas=pragmas, has_locks=has_locks)
    with closing(connection) as database:
        with writing(database, path):
            SCHEMA.create(database)
            write_bitext(database, bitext, first_ranks(len(bitext.pairs)))
            if units is not None:
                write_units(database, units)
            history.begin(database)
        database.execute("PRAGMA synchronous = FULL")
        use_write_ahead_log(database, _PATIENCE)
    sync(made)


def _put(made: Path, path: Path) -> None:
    """Give the finished file its name."""
    lock = take_lock(path)
    try:
        _check_free(path)
        # What is left of a project that was deleted without them would be taken for edits of ours.
        for left in companions(path):
            left.unlink(missing_ok=True)
        made.rename(path)
        _sync_folder(path.parent)
    finally:
        lock.release()


def _check_free(path: Path) -> None:
    if os.path.lexists(path):
        raise UnwritableOutput(
            f"{path} is there already and stays as it is; open it, or name another file."
        )


def _sync_folder(folder: Path) -> None:
    """Have the name written to the disk, where the system can be asked to."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
