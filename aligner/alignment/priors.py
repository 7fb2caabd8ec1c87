"""The priors of a text: how often its translation leaves sentences out, or joins and splits them.

Found out in a first pass over the text and then counted in: novels are hardly cut and often
regrouped, news is cut and kept sentence by sentence. Small texts stay near the average.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from aligner.alignment.lattice import TYPES, Posterior, Scores

AVERAGE_GAPS = 0.02
"""Share of sentences that stand alone, over the kinds of text the scorer was fitted on."""
AVERAGE_REGROUPED = 0.25
"""Share of full beads that are not 1-1."""

_WEIGHT = 60
"""Sentences, or beads, that the average counts for."""

_GAPS = (-1.2, 1.2)
_REGROUPED = (-0.6, 0.8)
"""Beyond what the scorer was fitted on, a prior counts no further."""

PRIOR_WEIGHTS = (
    "regrouping where it is the habit",
    "gaps where they are",
    "gaps where regrouping is",
)
"""The weights that say how far a prior counts: for beads that are not 1-1, and for gaps."""


@dataclass(frozen=True, slots=True)
class Priors:
    """Natural logarithms of two rates over their averages; zero is the average."""

    gaps: float = 0.0
    regrouped: float = 0.0


def priors_of(gaps: float, sentences: int, regrouped: float, beads: float) -> Priors:
    """Return the priors of a text from its (expected) numbers."""
    gap_rate = (gaps + AVERAGE_GAPS * _WEIGHT) / (sentences + _WEIGHT)
    many_rate = (regrouped + AVERAGE_REGROUPED * _WEIGHT) / (beads + _WEIGHT)
    return Priors(
        float(np.clip(np.log(gap_rate / AVERAGE_GAPS), *_GAPS)),
        float(np.clip(np.log(many_rate / AVERAGE_REGROUPED), *_REGROUPED)),
    )


def expected_priors(probable: Posterior, sentences: int) -> Priors:
    """Return the priors that a first pass expects.

    A gap counts once however long it is, so that a preface on one side counts for little.
    """
    beads = probable.full.sum(axis=1)
    one_to_one = beads[TYPES.index((1, 1))]
    opened, going_on = probable.omission.sum(axis=1) + probable.addition.sum(axis=1)
    sentences = max(0, sentences - round(float(going_on)))
    return priors_of(float(opened), sentences, float(beads.sum() - one_to_one), float(beads.sum()))


def adapted(scores: Scores, priors: Priors, weights: Mapping[str, float]) -> Scores:
    """Return the scores with the priors counted in."""
    regrouping, own, other = (weights[name] for name in PRIOR_WEIGHTS)
    full = scores.full + np.float32(regrouping * priors.regrouped)
    one_to_one = TYPES.index((1, 1))
    full[one_to_one] = scores.full[one_to_one]
    gap = np.float32(own * priors.gaps + other * priors.regrouped)
    return Scores(full, scores.omission + gap, scores.addition + gap)
