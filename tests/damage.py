"""SQLite files damaged on purpose: each column of each table, in each of a few ways."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

VALUES = (
    "NULL",
    "-1",
    "1",
    "7",
    "1.5",
    "-9223372036854775808",
    "9223372036854775807",
    "9e999",
    "''",
    "'燈'",
    "'perfect'",
    "'[]'",
    "'[1, 1]'",
    "'[[1]]'",
    "'{\"a\": 1}'",
    f"'{'[' * 5000}'",
    "x''",
    "x'ff'",
    "x'e78788'",
    "x'edb29f'",
    "CAST(x'ff' AS TEXT)",
)
"""What is put in the place of a value: other kinds, other ranges, texts that are none."""


def columns_of(path: Path) -> list[tuple[str, str]]:
    """Return each table with each of its columns, but for those that SQLite keeps for itself."""
    with closing(sqlite3.connect(path)) as database:
        return database.execute(
            "SELECT t.name, c.name FROM sqlite_master t, pragma_table_info(t.name) c"
            " WHERE t.type = 'table' AND t.sql NOT LIKE '%VIRTUAL%'"
            " AND t.name NOT GLOB '*_data' AND t.name NOT GLOB '*_idx'"
            " AND t.name NOT GLOB '*_config' AND t.name NOT LIKE 'sqlite_%'"
        ).fetchall()


def damaged_copies(sound: Path, copy: Path, seed: int, ways: int = 5) -> Iterator[str]:
    """Put a damaged copy of a database at `copy`, once for each damage, and yield what it is.

    Each column gets so many of `VALUES`, by the seed, each in one row or in all; and rows go.
    """
    chance = random.Random(seed)
    for table, column in columns_of(sound):
        for value in chance.sample(VALUES, ways):
            where = chance.choice(["", _one_row(table, chance.randrange(6))])
            yield from _damaged(sound, copy, f"UPDATE {table} SET {column} = {value}{where}")
    for table in sorted({table for table, _ in columns_of(sound)}):
        yield from _damaged(sound, copy, f"DELETE FROM {table}")
        yield from _damaged(sound, copy, f"DELETE FROM {table}{_one_row(table, 1)}")


def _one_row(table: str, number: int) -> str:
    key = {
        "meta": "name",
        "setting": "name",
        "words": "word",
        "paragraph": "side || number",
        "sentence": "side || number",
    }.get(table, "rowid")
    return f" WHERE {key} = (SELECT {key} FROM {table} LIMIT 1 OFFSET {number})"


def _damaged(sound: Path, copy: Path, statement: str) -> Iterator[str]:
    shutil.copyfile(sound, copy)
    with closing(sqlite3.connect(copy, isolation_level=None)) as database:
        # As a damaged file is: without the constraints that would have kept it sound.
        database.execute("PRAGMA writable_schema = ON")
        database.execute("UPDATE sqlite_master SET sql = replace(sql, ' NOT NULL', '')")
        database.execute("PRAGMA writable_schema = RESET")
        try:
            changed = database.execute(statement).rowcount
        except sqlite3.Error:  # what SQLite itself keeps out, such as a key that is no number
            return
    if changed:
        yield statement
