"""What is done to a project or a memory, a line each: statements of SQL, and bytes at an offset."""

from __future__ import annotations

import random

from bench.fuzzing.generators.made import Made

ENDINGS = (".damage",)

_TABLES = {
    "meta": ("name", "value"),
    "paragraph": ("side", "number", "text", "kind"),
    "sentence": ("side", "number", "text", "paragraph", "start", "stop"),
    "pair": ("rank", "zh", "en", "zh_text", "en_text", "confidence", "status", "note", "zh_cut"),
    "edit": ("number", "kind", "label", "change", "time"),
    "state": ("done", "cursor"),
    "setting": ("name", "value"),
    "units": ("zh", "en", "identity", "zh_number", "before", "source", "script", "confidence"),
    "sources": ("name", "added", "frame"),
    "words": ("word",),
}
_VALUES = (
    "NULL",
    "0",
    "-1",
    "1",
    "9223372036854775807",
    "1e999",
    "0.5",
    "''",
    "'x'",
    "'[1]'",
    "'[]'",
    "'{}'",
    "'null'",
    "'[[0, 99]]'",
    "'[\"a\", 1]'",
    "x'ff00fe'",
    "x''",
    "'海' || char(0)",
    "char(55296)",
    "randomblob(0)",
    "zeroblob(100000)",
    "'" + "[" * 2000 + "'",
)


def make(chance: random.Random) -> Made:
    """Make lines that damage a database; of those that fit no table nothing comes."""
    lines = []
    for _ in range(chance.choice((0, 1, 1, 1, 2, 4))):
        if chance.random() < 0.3:
            lines.append(f"@{chance.randrange(1 << 17)} {chance.randbytes(4).hex()}")
        else:
            lines.append(_statement(chance))
    return Made("\n".join(lines).encode())


def _statement(chance: random.Random) -> str:
    table = chance.choice(list(_TABLES))
    column = chance.choice(_TABLES[table])
    value = chance.choice(_VALUES)
    row = chance.randrange(14)
    limited = f"LIMIT 1 OFFSET {row}"
    return chance.choice(
        (
            f"UPDATE {table} SET {column} = {value}",
            f"UPDATE {table} SET {column} = {value} WHERE {column} IN "
            f"(SELECT {column} FROM {table} {limited})",
            f"UPDATE {table} SET {column} = {value} WHERE {column} IN "
            f"(SELECT {column} FROM {table} {limited})",
            f"DELETE FROM {table} WHERE {column} IN (SELECT {column} FROM {table} {limited})",
            f"DELETE FROM {table}",
            f"DROP TABLE {table}",
            f"ALTER TABLE {table} RENAME COLUMN {column} TO other",
            f"PRAGMA user_version = {chance.choice((0, 1, 2, 3, 4, 99, -1))}",
            f"PRAGMA application_id = {chance.choice((0, 1))}",
        )
    )
