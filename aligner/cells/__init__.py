"""Terminal cells: the one place that measures text and the one place that wraps it.

A Han character fills two cells, so `len()` says nothing about a column. Control characters never
reach the terminal: they are drawn as pictures. Laws: a line is never wider than asked, and the
lines of a text, joined, are the text but for white space.
"""

from __future__ import annotations

from aligner.cells.drawing import drawable
from aligner.cells.widths import ambiguous_width, pad, set_ambiguous_width, width
from aligner.cells.wrapping import Line, column_of, offset_at, wrap, wrap_spans

__all__ = [
    "Line",
    "ambiguous_width",
    "column_of",
    "drawable",
    "offset_at",
    "pad",
    "set_ambiguous_width",
    "width",
    "wrap",
    "wrap_spans",
]
