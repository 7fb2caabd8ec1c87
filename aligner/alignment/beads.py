"""Beads: which sentences answer to which, as the aligner says it.

Values only. Invariant: an alignment holds every sentence of both sides in exactly one bead, and its
beads follow the order of both texts.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bead:
    """Chinese sentences and the English ones that translate them; one side may be empty."""

    zh: tuple[int, ...]
    """Indices of the Chinese segments, consecutive."""
    en: tuple[int, ...]
    """Indices of the English segments, consecutive."""
    confidence: float
    """Posterior probability of the bead, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Moved:
    """An omission and an addition that say the same: the text was moved.

    A proposal beside the beads; it never merges them by itself.
    """

    zh: tuple[int, ...]
    """Indices of the Chinese sentences, all without a counterpart."""
    en: tuple[int, ...]
    """Indices of the English sentences, all without a counterpart."""
    confidence: float
    """Probability that they belong together, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """The beads of a pair of texts, in order."""

    beads: list[Bead]
    model: str
    """Name of the embedding model they rest on."""
    moved: tuple[Moved, ...] = ()
    """Omissions and additions that match."""
