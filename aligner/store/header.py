"""The header of a database, read from the file itself.

SQLite puts files beside a database when it opens one; what is no database of this program is told
before that, by the first hundred bytes (https://www.sqlite.org/fileformat.html#the_database_header).
"""

from __future__ import annotations

from pathlib import Path

from aligner.store.failures import Failure, UnusableDatabase

_MAGIC = b"SQLite format 3\0"
_LENGTH = 100
_APPLICATION_ID = slice(68, 72)


def is_database(path: Path) -> bool:
    """Whether a file begins as databases of SQLite do; raises OSError."""
    return _header(path).startswith(_MAGIC)


def check_header(path: Path, application_id: int) -> None:
    """Raise UnusableDatabase if a file is no database, or one of another application.

    A file that ends before its application id belongs to nobody. Raises OSError if the file cannot
    be read. It may not be open in this process: closing it drops the locks that SQLite holds.
    """
    header = _header(path)
    if not header.startswith(_MAGIC):
        raise UnusableDatabase(Failure.NOT_A_DATABASE)
    if int.from_bytes(header[_APPLICATION_ID], "big") != application_id:
        raise UnusableDatabase(Failure.FOREIGN)


def _header(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_LENGTH)
