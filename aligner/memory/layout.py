"""How a memory lies in its SQLite file, and how an older layout becomes this one.

Each unit is a row; beside the rows stand an index of neighbouring characters for the Chinese and
one of words for the English, both SQLite's own full text index (FTS5), fed with pieces that are
cut here: its trigrams would not find a Chinese word of two characters. The file says by its
application id that it is a memory, and by its user version which layout it has.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from aligner.memory.rekeying import recompute_keys

APPLICATION = 0x44555A4D  # "DUZM"
VERSION = 2

# A page of 8 KB holds some twenty units.
_PAGE = "PRAGMA page_size = 8192"

# The pieces come ready, so that the tokenizer only divides them at spaces. `detail=none` and
# `columnsize=0` leave out what is never asked for: where in a text a pair stands, how long a text
# is. Phrases of English words need their places. The larger hash saves merging while units are
# added; it is memory, given back after each batch.
_LAYOUT = f"""
CREATE TABLE sources (id INTEGER PRIMARY KEY, name TEXT NOT NULL, added TEXT NOT NULL);
CREATE TABLE units (
    id INTEGER PRIMARY KEY,
    zh TEXT NOT NULL,
    en TEXT NOT NULL,
    identity BLOB NOT NULL,
    zh_number INTEGER NOT NULL,
    en_number INTEGER NOT NULL,
    before INTEGER NOT NULL,
    source INTEGER NOT NULL REFERENCES sources (id),
    script TEXT NOT NULL,
    zh_code TEXT NOT NULL,
    en_code TEXT NOT NULL,
    confidence REAL,
    status TEXT NOT NULL,
    note TEXT NOT NULL,
    properties TEXT
);
CREATE UNIQUE INDEX units_by_identity ON units (identity);
CREATE INDEX units_by_zh ON units (zh_number);
CREATE INDEX units_by_en ON units (en_number);
CREATE INDEX units_by_source ON units (source, script, status);
CREATE TABLE words (word TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE VIRTUAL TABLE zh_pairs USING fts5
    (piece, content='', detail=none, columnsize=0, tokenize='ascii');
CREATE VIRTUAL TABLE en_words USING fts5
    (piece, content='', detail=full, columnsize=0, tokenize='ascii');
INSERT INTO zh_pairs (zh_pairs, rank) VALUES ('hashsize', {32 << 20});
INSERT INTO en_words (en_words, rank) VALUES ('hashsize', {32 << 20});
PRAGMA application_id = {APPLICATION};
PRAGMA user_version = {VERSION};
"""

Step = Callable[[sqlite3.Connection], None]
STEPS: dict[int, Step] = {1: recompute_keys}
"""What makes the layout of one version that of the next, by the version it begins from."""


def create(file: sqlite3.Connection) -> None:
    """Lay out an empty file; of two processes that begin it together, the second finds it done."""
    file.execute(_PAGE)
    with transaction(file):
        if is_empty(file):
            for statement in _LAYOUT.split(";\n"):
                if statement.strip():
                    file.execute(statement)


def migrate(file: sqlite3.Connection) -> None:
    """Bring an older layout to this one, in one transaction."""
    with transaction(file):
        for version in range(version_of(file), VERSION):
            STEPS[version](file)
            file.execute(f"PRAGMA user_version = {version + 1}")


def is_empty(file: sqlite3.Connection) -> bool:
    """Whether nothing has ever been laid out in the file."""
    tables = _one(file, "SELECT count(*) FROM sqlite_schema")
    return tables == 0 and _one(file, "PRAGMA application_id") == 0


def is_memory(file: sqlite3.Connection) -> bool:
    """Whether the file says that it is a memory."""
    return _one(file, "PRAGMA application_id") == APPLICATION


def version_of(file: sqlite3.Connection) -> int:
    """Return the version of its layout."""
    return _one(file, "PRAGMA user_version")


@contextmanager
def transaction(file: sqlite3.Connection) -> Iterator[None]:
    """All that happens inside is done, or nothing of it; waits for other processes to finish."""
    # The lock is asked for at once: one that is taken later may fail when the work is done.
    file.execute("BEGIN IMMEDIATE")
    try:
        yield
        file.execute("COMMIT")
    except BaseException:
        if file.in_transaction:  # a full disk ends it by itself
            file.execute("ROLLBACK")
        raise


@contextmanager
def reading(file: sqlite3.Connection) -> Iterator[None]:
    """All questions inside see one state of the file, whoever adds to it meanwhile."""
    file.execute("BEGIN")
    try:
        yield
    finally:
        file.execute("ROLLBACK")  # nothing was written


def _one(file: sqlite3.Connection, question: str) -> int:
    return int(file.execute(question).fetchone()[0])
