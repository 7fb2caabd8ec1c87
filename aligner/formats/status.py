"""Confidence and status as files spell them: one spelling for every format."""

from __future__ import annotations

from typing import get_args

from aligner.bitext import Status

CONFIDENCE = "x-confidence"
STATUS = "x-status"
"""Names of the two among the properties of a unit, in formats that have no place for them."""

_STATUSES: dict[str, Status] = {name: name for name in get_args(Status)}


def confidence_of(text: str) -> float | None:
    """Read a confidence: 0 to 1, or a percentage; None for anything else."""
    try:
        figure = float(text[:-1]) / 100 if text.endswith("%") else float(text)
    except ValueError:
        return None
    return figure if 0 <= figure <= 1 else None


def status_of(text: str) -> Status | None:
    """Read a status; None for a word that is none."""
    return _STATUSES.get(text) or _STATUSES.get(text.strip().lower())
