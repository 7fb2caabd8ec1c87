"""Why a database cannot be used, and the sentence that says so.

SQLite gives an error a code, a schema finds out that a file is of another program or of a later
version; both become a `Failure`. Each application has a table from failures to sentences, so that
no error of SQLite reaches a translator.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from aligner.errors import DuizhaoError


class Failure(Enum):
    """Why a database could not be opened, read or written."""

    NOT_A_DATABASE = auto()
    """The file is none of SQLite's, or its first page is destroyed."""
    FOREIGN = auto()
    """A database of another program."""
    EMPTY = auto()
    """A database without tables."""
    LATER_VERSION = auto()
    """Laid out by a later version of the program."""
    DAMAGED = auto()
    """Some of its pages, or its version, make no sense."""
    STATEMENT = auto()
    """The tables are not those that a statement asks for."""
    IN_USE = auto()
    """Another program holds a lock for longer than is waited."""
    NO_LOCKS = auto()
    """The disk does not lock files, or has no memory that programs share."""
    LOG_LOCKED = auto()
    """The locks of the write-ahead log cannot be had."""
    FULL = auto()
    """The disk has no room."""
    DISK = auto()
    """The disk does not read or write."""
    FORBIDDEN = auto()
    """The file may not be written."""
    CANNOT_OPEN = auto()
    """The file, or one that SQLite needs beside it, cannot be opened."""
    OTHER = auto()


_FAILURES = {
    sqlite3.SQLITE_NOTADB: Failure.NOT_A_DATABASE,
    sqlite3.SQLITE_CORRUPT: Failure.DAMAGED,
    sqlite3.SQLITE_ERROR: Failure.STATEMENT,
    sqlite3.SQLITE_BUSY: Failure.IN_USE,
    sqlite3.SQLITE_LOCKED: Failure.IN_USE,
    sqlite3.SQLITE_PROTOCOL: Failure.LOG_LOCKED,
    sqlite3.SQLITE_FULL: Failure.FULL,
    sqlite3.SQLITE_IOERR: Failure.DISK,
    sqlite3.SQLITE_READONLY: Failure.FORBIDDEN,
    sqlite3.SQLITE_PERM: Failure.FORBIDDEN,
    sqlite3.SQLITE_AUTH: Failure.FORBIDDEN,
    sqlite3.SQLITE_CANTOPEN: Failure.CANNOT_OPEN,
}
"""By SQLite's primary result codes, https://www.sqlite.org/rescode.html."""

_NO_LOCKS = {
    sqlite3.SQLITE_IOERR_LOCK,
    sqlite3.SQLITE_IOERR_RDLOCK,
    sqlite3.SQLITE_IOERR_UNLOCK,
    sqlite3.SQLITE_IOERR_CHECKRESERVEDLOCK,
    sqlite3.SQLITE_IOERR_SHMLOCK,
    sqlite3.SQLITE_IOERR_SHMMAP,
    sqlite3.SQLITE_IOERR_SHMOPEN,
}
"""Errors of reading and writing that are errors of locking."""


class UnusableDatabase(sqlite3.DatabaseError):
    """A database that SQLite can read and this program cannot use."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.name.lower().replace("_", " "))
        self.failure = failure


def failure_of(problem: BaseException) -> Failure:
    """Return the failure behind an error; OTHER for what Python itself complains of."""
    if isinstance(problem, UnusableDatabase):
        return problem.failure
    code = getattr(problem, "sqlite_errorcode", None)
    if code is None:
        return Failure.OTHER
    if code in _NO_LOCKS:
        return Failure.NO_LOCKS
    return _FAILURES.get(code & 0xFF, Failure.OTHER)  # the low byte is the primary code


@dataclass(frozen=True, slots=True)
class ErrorMessage:
    """What a translator is told about a failure."""

    error: type[DuizhaoError]
    """What is raised."""
    text: str
    """A sentence; `{path}` stands for the file, `{problem}` for what SQLite says."""

    def about(self, path: Path, problem: BaseException | None = None) -> DuizhaoError:
        """Return the error that says this about a file."""
        return self.error(self.text.format(path=path, problem=problem))


@dataclass(frozen=True, slots=True)
class ErrorMessages:
    """What an application says about each failure."""

    by_failure: Mapping[Failure, ErrorMessage]
    otherwise: ErrorMessage
    """What it says about all others."""

    def of(self, path: Path, problem: sqlite3.Error) -> DuizhaoError:
        """Return the error for a translator that stands for one of SQLite's."""
        return self.by_failure.get(failure_of(problem), self.otherwise).about(path, problem)

    @contextmanager
    def explained(self, path: Path) -> Iterator[None]:
        """Raise what `of` returns in the place of any error of SQLite inside the block."""
        try:
            yield
        except sqlite3.Error as problem:
            raise self.of(path, problem) from problem
