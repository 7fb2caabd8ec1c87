"""A project of an older version brought up to date, after a copy of it has been put beside it.

Invariant: the file is of the old version or of the new one, and the copy is whole.
"""

from __future__ import annotations

import os
import secrets
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from aligner.errors import UnwritableOutput
from aligner.project.faults import writing
from aligner.project.schema import climb


def upgrade(database: sqlite3.Connection, path: Path, found: Path, version: int) -> None:
    """Bring a database of an older `version` up to date; `path` is what messages call it.

    UnwritableOutput if there is no room for the copy or for the change.
    """
    _back_up(database, path, _free_name(found.with_name(f"{found.name}.backup-{version}")))
    with writing(database, path):
        climb(database, version)


def _back_up(database: sqlite3.Connection, path: Path, backup: Path) -> None:
    part = backup.with_name(f".duizhao-{secrets.token_hex(6)}.part")
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
        for left in (part, part.with_name(part.name + "-wal"), part.with_name(part.name + "-shm")):
            with suppress(OSError):
                left.unlink()


def _free_name(wanted: Path) -> Path:
    name, number = wanted, 1
    while name.exists():
        number += 1
        name = wanted.with_name(f"{wanted.name}-{number}")
    return name
