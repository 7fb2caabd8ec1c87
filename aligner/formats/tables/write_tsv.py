"""Tab-separated values for a spreadsheet or a script: zh, en, confidence, one pair a line.

Half-empty pairs are written too, with an empty cell. Nothing is quoted: a tab or a line end
inside a cell becomes a space.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aligner.files import one_line
from aligner.unit import Unit


def tsv_text(units: Iterable[Unit]) -> Iterator[str]:
    """Write units as a table with a header row, a line at a time."""
    yield "zh\ten\tconfidence\n"
    for unit in units:
        figure = "" if unit.confidence is None else f"{unit.confidence:.3f}"
        yield f"{one_line(unit.zh)}\t{one_line(unit.en)}\t{figure}\n"
