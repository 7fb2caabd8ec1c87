"""The cells of a unit in a table that a spreadsheet opens: the same for CSV and for XLSX."""

from __future__ import annotations

import re

from aligner.files import legal
from aligner.formats.options import ExportOptions
from aligner.unit import Unit

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")


def header(options: ExportOptions) -> tuple[str, ...]:
    """Return the names of the columns; those of the texts are their codes."""
    return (options.zh_code, options.code("en"), "confidence", "status", "note")


def cells(unit: Unit) -> tuple[str, str, float | None, str, str]:
    """Return what stands under them."""
    confidence = None if unit.confidence is None else round(unit.confidence, 3)
    return legal(unit.zh), legal(unit.en), confidence, unit.status, legal(unit.note)


def guarded(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would take for a formula, and run."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """Take it away again."""
    return text[1:] if _GUARDED.match(text) else text
