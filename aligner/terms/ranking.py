"""How good an entry a candidate would be: a right translation, and a term, seen often enough.

Each is judged from 0 to 1, and they are multiplied. A translation is judged by the quality of what
was found and by how regularly the two terms go together (Dice); `termhood` says how much like a
term they are. Which of two that overlap stands, `overlap` says.
"""

from __future__ import annotations

import math

from aligner.terms.overlap import without_overlap
from aligner.terms.rarity import support
from aligner.terms.tally import Candidate, Tally
from aligner.terms.termhood import term_likeness

_MIDDLE, _STEEPNESS = 0.36, 11.0
"""The quality at which half of what is found is right, and how fast that turns."""
_REGULAR = 0.3
"""What is lost by terms that hardly ever go together: one term has several renderings."""
_BORROWED = 0.1
"""How far a compound counts as seen where its words are seen."""

_GOING_ON = 0.8
"""What is left for each language in which a term looks unfinished."""


def scores(tally: Tally) -> dict[tuple[str, str], float]:
    """Return the score of each candidate, 0 to 1."""
    found = {
        key: translation(candidate, tally)
        * term_likeness(candidate, tally)
        * _seen_often(candidate, tally)
        * _finished(candidate)
        for key, candidate in tally.candidates.items()
    }
    return without_overlap(tally, found)


def translation(candidate: Candidate, tally: Tally) -> float:
    """Return how surely the two terms translate each other, 0 to 1."""
    if candidate.defined:
        return 0.98
    mean = candidate.quality / candidate.count
    seen = tally.zh_seen[candidate.zh] + tally.en_seen[candidate.en]
    regular = min(1.0, 2 * candidate.count / max(seen, 1))
    # Seen again and again, a middling quality is proof; once, it is what it is.
    sure = 1 - math.pow(1 - mean, 1 + 0.5 * math.log2(candidate.count))
    right = 1 / (1 + math.exp(-_STEEPNESS * (sure - _MIDDLE)))
    return right * (0.93 + 0.07 * sure) * (1 - _REGULAR + _REGULAR * regular)


def _finished(candidate: Candidate) -> float:
    """Return what is left of a candidate that goes on with the same word each time.

    It may be the beginning of a longer term (acute respiratory distress, always of a syndrome),
    which was not found because it is too long or ends otherwise in the other language.
    """
    if candidate.count < 2:
        return 1.0
    return _GOING_ON ** (bool(candidate.zh_next) + bool(candidate.en_next))


def _seen_often(candidate: Candidate, tally: Tally) -> float:
    """Return what a candidate is worth by how often it was seen, 0.4 to 1.

    The words of a text that speaks of vaccines lend something to a compound that it has once, as in
    a language model a word sequence backs off to its words.
    """
    seen = max(tally.zh_seen[candidate.zh], candidate.count)
    often = math.pow(candidate.count * seen * seen, 1 / 3)
    if len(candidate.zh_words) > 1 or len(candidate.en_words) > 1:
        often *= math.pow(10, _BORROWED * support(candidate, tally) / 10)
    return 1 - _once(tally.pairs) * math.pow(often, -0.6)


def _once(pairs: int) -> float:
    """Return what a candidate loses that was seen once: more where there was room to see more."""
    return min(0.6, max(0.5, 0.5 + 0.05 * math.log10(max(pairs, 1) / 30)))
