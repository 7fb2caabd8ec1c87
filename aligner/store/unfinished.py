"""A database that is being made, and the files that SQLite keeps beside one.

It is made under a name of its own, and takes the name that it is for when its last byte is on the
disk. Invariant: whatever goes wrong meanwhile, nothing of it stays.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from aligner.files import unfinished_file


@contextmanager
def unfinished_database(target: Path, mode: int = 0o600) -> Iterator[Path]:
    """Make an empty file beside `target` to build a database in; `mode` is cut by the umask.

    If it has not been given another name when the block is left, it is deleted. Raises OSError
    where the folder is missing or may not be written.
    """
    with unfinished_file(target) as path:
        path.touch(mode=mode, exist_ok=False)
        yield path


def companions(path: Path) -> list[Path]:
    """Return the files that SQLite may keep beside a database."""
    return [path.with_name(path.name + ending) for ending in ("-wal", "-shm", "-journal")]


def sync(path: Path) -> None:
    """Have all of a file written to the disk; raises OSError."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
