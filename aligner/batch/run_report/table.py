"""A report as a table of tabs, UTF-8 with a mark in front, so that Excel shows the Chinese."""

from __future__ import annotations

from collections.abc import Sequence

from aligner.batch.run_report.rows import Row

_COLUMNS = (
    "id",
    "state",
    "look_at",
    "confidence",
    "pairs",
    "doubtful",
    "zh_sentences",
    "en_sentences",
    "unaligned",
    "origin",
    "score",
    "encodings",
    "zh",
    "en",
    "remark",
    "review",
)
_FORMULA = ("=", "+", "-", "@")
"""What a spreadsheet would take for a formula at the beginning of a cell."""


def table_of(rows: Sequence[Row]) -> str:
    """Return a head and a line for each row."""
    lines = [_COLUMNS, *(_cells(row) for row in rows)]
    return "\ufeff" + "".join("\t".join(map(_cell, line)) + "\n" for line in lines)


def _cells(row: Row) -> tuple[str, ...]:
    return (
        row.id,
        row.state,
        "; ".join(row.looks),
        row.confidence,
        row.pairs,
        row.doubtful,
        row.zh_sentences,
        row.en_sentences,
        row.unaligned,
        row.origin,
        row.score,
        row.encodings,
        row.zh,
        row.en,
        row.sentence,
        row.review,
    )


def _cell(text: str) -> str:
    text = " ".join(text.split("\t"))
    return f"'{text}" if text.startswith(_FORMULA) else text
