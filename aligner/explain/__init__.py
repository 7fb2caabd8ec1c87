"""Why a pair is as sure as it is, and which of its words answer to which.

Values that a screen can say in any language; nothing here changes a pair. The built-in model is
opened by the first call, so call from a worker first.
"""

from __future__ import annotations

from aligner.explain.coverage import Usual, usual
from aligner.explain.explanation import Explanation, Length, Mark, Meaning, Verdict, explain, marks
from aligner.explain.matching import Match, token_matches
from aligner.explain.neighbours import Move

__all__ = [
    "Explanation",
    "Length",
    "Mark",
    "Match",
    "Meaning",
    "Move",
    "Usual",
    "Verdict",
    "explain",
    "marks",
    "token_matches",
    "usual",
]
