"""The cache of vectors as its owner sees it: where it is, how large, switched off, emptied.

Whether it is on is said by an empty file in the folder for data, which outlives the cache, and by
DUIZHAO_CACHE, which goes before it. Nothing here knows a model, and numpy is not loaded.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from aligner.errors import UnwritableOutput
from aligner.files import cache_folder, cache_place, cache_switch
from aligner.store import Failure, companions, connect, failure_of

FILE = "vectors-1.sqlite3"  # the number is that of the layout

_PATIENCE = 5.0  # seconds to wait for another process
_NOT_OURS = {Failure.DAMAGED, Failure.NOT_A_DATABASE, Failure.STATEMENT}


@dataclass(frozen=True, slots=True)
class KeptVectors:
    """What the cache holds."""

    file: Path | None
    """Where it is, or would be; None if there is no home to keep it in."""
    is_on: bool
    size: int
    """Bytes of all its files, those of damaged ones that were set aside among them."""
    vectors: int | None
    """How many there are; None where the file cannot be read."""


def kept_vectors() -> KeptVectors:
    """Look at the cache, without making it."""
    folder, is_on = cache_place(), cache_folder() is not None
    if folder is None:
        return KeptVectors(None, is_on, 0, 0)
    file = folder / FILE
    size = sum(path.stat().st_size for path in _files(file))
    if not file.exists():
        return KeptVectors(file, is_on, size, 0)
    try:
        with closing(connect(file, mode="ro", patience=_PATIENCE)) as cache:
            (vectors,) = cache.execute("SELECT count(*) FROM vectors").fetchone()
    except sqlite3.Error:
        vectors = None
    return KeptVectors(file, is_on, size, vectors)


def clear_vectors() -> None:
    """Empty the cache, with what was set aside; a process that uses it meanwhile goes on.

    Raises UnwritableOutput.
    """
    folder = cache_place()
    if folder is None:
        return
    file = folder / FILE
    try:
        if file.exists():
            _empty(file)
        for path in _files(file):
            if path.name.startswith(f"{FILE}.damaged"):
                path.unlink()
    except (sqlite3.Error, OSError) as problem:
        raise UnwritableOutput(
            f"{file} could not be emptied ({problem}); end what uses it, or delete it."
        ) from problem


def switch_cache(*, on: bool) -> None:
    """Keep vectors from now on, or keep none; what is kept already stays. Raises OSError."""
    switch = cache_switch()
    if on:
        switch.unlink(missing_ok=True)
    else:
        switch.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        switch.touch(mode=0o600)


def _files(file: Path) -> list[Path]:
    aside = file.with_name(f"{file.name}.damaged")
    return [path for path in (file, *companions(file), aside) if path.exists()]


def _empty(file: Path) -> None:
    """Take all vectors out; only what is no database is deleted, since others may have it open."""
    try:
        with closing(connect(file, patience=_PATIENCE, pragmas={"secure_delete": "ON"})) as cache:
            cache.execute("DELETE FROM vectors")
            cache.execute("VACUUM")
            cache.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.Error as problem:
        if failure_of(problem) not in _NOT_OURS:
            raise
        for path in (file, *companions(file)):
            path.unlink(missing_ok=True)
