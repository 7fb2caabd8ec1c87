"""The folder in which failures are kept: each kind once, with its files and how to repeat it."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from pathlib import Path

from bench.fuzzing.case import Case
from bench.fuzzing.shrinker import shrunk
from bench.fuzzing.worker import Outcome, outcome_apart

_SHRUNK = 60
"""Kinds of failures that are shrunk; whoever finds more has other worries."""


class Findings:
    """What was found, by its signature."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.counts: Counter[str] = Counter()
        self._places: dict[str, Path] = {}

    def take(self, outcome: Outcome, case: Case, origin: str) -> Path | None:
        """Count a fault; keep and shrink the first of its kind, and return where it is kept."""
        self.counts[outcome.signature] += 1
        if outcome.signature in self._places:
            return None
        place = self.folder / _name_of(outcome.signature)
        self._places[outcome.signature] = place
        case.save(place)
        if len(self._places) <= _SHRUNK:
            _keep_small(case, outcome.signature, place)
        story = (
            f"{outcome.signature}\ntarget: {case.target}\n"
            f"repeat:  python -m bench.fuzz --repeat {place}\n"
            f"as it was found: {origin}\n\n{outcome.story}\n"
        )
        (place / "story.txt").write_text(story, encoding="utf-8", errors="replace")
        return place

    def lines(self) -> list[str]:
        """Return a line for each kind of fault: how often, what, where it is kept."""
        return [
            f"{count:>6} x {signature}\n           {self._places[signature]}"
            for signature, count in self.counts.most_common()
        ]


def _keep_small(case: Case, signature: str, place: Path) -> None:
    """Put the smallest case that fails alike in the place of the one that was found."""
    if outcome_apart(case).signature != signature:
        return  # it needs what ran before it; the number says how to repeat it
    shrunk(case, lambda tried: outcome_apart(tried).signature == signature).save(place)


def _name_of(signature: str) -> str:
    words = re.sub(r"[^A-Za-z0-9]+", "-", signature).strip("-")[:60]
    return f"{words}-{hashlib.blake2b(signature.encode(), digest_size=3).hexdigest()}"
