"""The tables of a project file, their version, and the steps from older versions.

Texts are TEXT in UTF-8, so that any program that reads SQLite reads a project. What the columns
hold is said where rows are written: `article_rows`, `pair_rows`, `unit_rows`,
`history`.
"""

from __future__ import annotations

from aligner.store import Schema

APPLICATION_ID = 0x447A6831
"""`Dzh1`; stands in the header of the file and tells it from other databases."""

VERSION = 4

_UNITS = """
CREATE TABLE unit(
    number INTEGER PRIMARY KEY, zh INTEGER, en INTEGER,
    zh_code TEXT NOT NULL, en_code TEXT NOT NULL, source TEXT, said TEXT NOT NULL, element INTEGER
);
CREATE INDEX unit_by_zh ON unit(zh);
CREATE INDEX unit_by_en ON unit(en);
CREATE TABLE element(
    number INTEGER PRIMARY KEY, form TEXT NOT NULL, text TEXT NOT NULL, before TEXT NOT NULL
);
"""

TABLES = f"""
CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE paragraph(
    side TEXT NOT NULL, number INTEGER NOT NULL, text TEXT NOT NULL, kind TEXT NOT NULL,
    start INTEGER, stop INTEGER,
    PRIMARY KEY(side, number)
) WITHOUT ROWID;
CREATE TABLE sentence(
    side TEXT NOT NULL, number INTEGER NOT NULL, text TEXT NOT NULL,
    paragraph INTEGER NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL,
    PRIMARY KEY(side, number)
) WITHOUT ROWID;
CREATE TABLE leftover(
    number INTEGER PRIMARY KEY, text TEXT NOT NULL, label TEXT NOT NULL,
    start INTEGER NOT NULL, stop INTEGER NOT NULL, source INTEGER NOT NULL
);
CREATE TABLE markup(
    number INTEGER PRIMARY KEY, text TEXT NOT NULL,
    start INTEGER NOT NULL, stop INTEGER NOT NULL, stands_for TEXT NOT NULL, source INTEGER NOT NULL
);
CREATE TABLE pair(
    rank INTEGER PRIMARY KEY,
    zh, en, zh_text TEXT, en_text TEXT,
    confidence REAL NOT NULL, status TEXT NOT NULL, note TEXT NOT NULL, zh_cut TEXT, en_cut TEXT
);
CREATE INDEX pair_order ON pair(rank);
CREATE TABLE moved(
    number INTEGER PRIMARY KEY, zh TEXT NOT NULL, en TEXT NOT NULL, confidence REAL NOT NULL
);
CREATE TABLE term(
    zh TEXT NOT NULL, en TEXT NOT NULL, zh_variants TEXT NOT NULL, en_variants TEXT NOT NULL,
    decision TEXT NOT NULL, domain TEXT NOT NULL, note TEXT NOT NULL
);
CREATE TABLE edit(
    number INTEGER PRIMARY KEY, kind TEXT NOT NULL, label TEXT NOT NULL,
    change TEXT NOT NULL, time TEXT NOT NULL
);
CREATE TABLE state(
    id INTEGER PRIMARY KEY CHECK (id = 1),
    done INTEGER REFERENCES edit(number),
    cursor INTEGER NOT NULL
);
CREATE TABLE setting(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
{_UNITS}"""

STEPS_UP: dict[int, str] = {
    # Edits of pairs were the only ones, nothing was set, and there were no terms.
    1: """
    CREATE TABLE term(
        zh TEXT NOT NULL, en TEXT NOT NULL, zh_variants TEXT NOT NULL, en_variants TEXT NOT NULL,
        decision TEXT NOT NULL, domain TEXT NOT NULL, note TEXT NOT NULL
    );
    ALTER TABLE edit ADD COLUMN kind TEXT NOT NULL DEFAULT 'pairs';
    CREATE TABLE setting(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    """,
    # What a memory says of its units, apart from their texts, was not kept.
    2: _UNITS,
    # No paragraph was a cue, which is shown at a time.
    3: """
    ALTER TABLE paragraph ADD COLUMN start INTEGER;
    ALTER TABLE paragraph ADD COLUMN stop INTEGER;
    """,
}
"""The statements that make a file of this version one of the next."""

SCHEMA = Schema(APPLICATION_ID, VERSION, TABLES, STEPS_UP)
