"""What a translator is told when a project file cannot be read or written.

Every statement on a project file runs inside `reading` or `writing`, so that no error of SQLite,
and no row that makes no sense, gets any further.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from aligner.errors import UnusableInput, UnwritableOutput
from aligner.store import ErrorMessage, ErrorMessages, Failure, transaction

DAMAGED = ErrorMessage(
    UnusableInput,
    "{path} is damaged and cannot be read to its end; take it from a backup "
    "(one may lie beside it), or align the article again.",
)
_FOREIGN = ErrorMessage(
    UnusableInput, "{path} is a database of another program, no project of duizhao."
)
_IN_USE = "{path} is in use by another program; try again in a moment."
_NO_LOCKS = "The disk of {path} does not lock files ({problem}); copy it to another disk."

READING = ErrorMessages(
    {
        Failure.NOT_A_DATABASE: ErrorMessage(
            UnusableInput, "{path} is no project of duizhao; name one, or an article."
        ),
        Failure.FOREIGN: _FOREIGN,
        Failure.EMPTY: _FOREIGN,
        Failure.LATER_VERSION: ErrorMessage(
            UnusableInput,
            "{path} was written by a later version of duizhao; install that one to open it.",
        ),
        Failure.IN_USE: ErrorMessage(UnusableInput, _IN_USE),
        Failure.LOG_LOCKED: ErrorMessage(UnusableInput, _IN_USE),
        Failure.CANNOT_OPEN: ErrorMessage(
            UnusableInput, "{path} cannot be opened; check that you may read it."
        ),
        Failure.NO_LOCKS: ErrorMessage(UnusableInput, _NO_LOCKS),
        Failure.DISK: ErrorMessage(
            UnusableInput, "{path} cannot be read from its disk ({problem}); copy it to another."
        ),
    },
    otherwise=DAMAGED,
)
"""What is said of a project that cannot be read."""

_NO_ROOM = ErrorMessage(
    UnwritableOutput,
    "The disk has no room for {path}, or does not take it; "
    "nothing that was done before is lost. Make room and do it again.",
)

WRITING = ErrorMessages(
    {
        Failure.FULL: _NO_ROOM,
        Failure.DISK: _NO_ROOM,
        Failure.NO_LOCKS: ErrorMessage(UnwritableOutput, _NO_LOCKS),
        Failure.DAMAGED: DAMAGED,
        Failure.NOT_A_DATABASE: DAMAGED,
        Failure.IN_USE: ErrorMessage(UnwritableOutput, _IN_USE),
        Failure.LOG_LOCKED: ErrorMessage(UnwritableOutput, _IN_USE),
        Failure.FORBIDDEN: ErrorMessage(
            UnwritableOutput, "{path} may not be written; copy it to another folder."
        ),
    },
    otherwise=ErrorMessage(
        UnwritableOutput, "{path} could not be written ({problem}); copy it to another folder."
    ),
)
"""What is said of a project that did not take a change."""

_SENSELESS = (ValueError, TypeError, LookupError, AttributeError, OverflowError, RecursionError)
"""What rows raise that this program did not write."""


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Raise UnusableInput for whatever is wrong with the content of a project file."""
    try:
        with READING.explained(path):
            yield
    except _SENSELESS as problem:
        raise DAMAGED.about(path) from problem


@contextmanager
def writing(database: sqlite3.Connection, path: Path) -> Iterator[None]:
    """Make a change as one transaction; UnwritableOutput if the file does not take it."""
    with WRITING.explained(path), transaction(database):
        yield
