"""How a memory lies in its SQLite file, and how an older layout becomes this one.

Each unit is a row; beside the rows stand an index of neighbouring characters for the Chinese and
one of words for the English, both SQLite's own full text index (FTS5), fed with pieces that are
cut here: its trigrams would not find a Chinese word of two characters. The file says by its
application id that it is a memory, and by its user version which layout it has.
"""

from __future__ import annotations

import sqlite3
from functools import partial
from typing import TYPE_CHECKING

from aligner.memory.rekeying import recompute_keys
from aligner.store import Migration, Schema, is_empty, transaction

if TYPE_CHECKING:
    from aligner.files import Progress

APPLICATION = 0x44555A4D  # "DUZM"
VERSION = 3

# A page of 8 KB holds some twenty units.
_PAGE = "PRAGMA page_size = 8192"

# The pieces come ready, so that the tokenizer only divides them at spaces. `detail=none` and
# `columnsize=0` leave out what is never asked for: where in a text a pair stands, how long a text
# is. Phrases of English words need their places. The larger hash saves merging while units are
# added; it is memory, given back after each batch.
_LAYOUT = f"""
CREATE TABLE sources (id INTEGER PRIMARY KEY, name TEXT NOT NULL, added TEXT NOT NULL, frame TEXT);
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
    properties TEXT,
    direction TEXT,
    element TEXT,
    element_status TEXT
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
"""

_ORIGINS = """
ALTER TABLE sources ADD COLUMN frame TEXT;
ALTER TABLE units ADD COLUMN direction TEXT;
ALTER TABLE units ADD COLUMN element TEXT;
ALTER TABLE units ADD COLUMN element_status TEXT;
"""
"""What files said of units beside their texts was not kept before."""

STEPS: dict[int, Migration] = {1: recompute_keys, 2: _ORIGINS}
"""What makes the layout of one version that of the next, by the version it begins from."""


def schema(progress: Progress | None = None) -> Schema:
    """Return the layout, its version and the steps to it, as the store wants them.

    `progress` is told how far the longest step is.
    """
    steps = STEPS if progress is None else {**STEPS, 1: partial(recompute_keys, progress=progress)}
    return Schema(APPLICATION, VERSION, _LAYOUT, steps)


def create(file: sqlite3.Connection) -> None:
    """Lay out an empty file; of two processes that begin it together, the second finds it done."""
    file.execute(_PAGE)
    with transaction(file):
        if is_empty(file):
            schema().create(file)
