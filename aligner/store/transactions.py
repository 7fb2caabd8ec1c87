"""Transactions: all of a change or nothing of it, and one state of the file for many questions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress


@contextmanager
def transaction(database: sqlite3.Connection) -> Iterator[None]:
    """Make all changes inside the block, or none; they are on the disk when it is left.

    Waits for other programs to finish theirs. An error, or Ctrl-C, takes everything back.
    """
    # The lock is asked for at once: one that is taken later may fail when the work is done.
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
        database.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):  # the first error is the one to tell
            if database.in_transaction:  # a full disk ends it by itself
                database.execute("ROLLBACK")
        raise


@contextmanager
def snapshot(database: sqlite3.Connection) -> Iterator[None]:
    """Answer all questions inside the block from one state of the file.

    Other programs may go on changing the file meanwhile. Nothing is to be written inside.
    """
    database.execute("BEGIN")
    try:
        yield
    finally:
        database.execute("ROLLBACK")  # nothing was written
