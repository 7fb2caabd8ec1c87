"""From two lists of sentences to beads: evidence, features, the fitted scorer, the lattice.

`align_texts` does all of it, `chart_texts` and `read_alignment` do it in two steps, so that an
alignment can be read again around settled pairs, which is what a `Realigner` is for. Beads are
values and cost nothing; every other name opens its module, and numpy, when it is asked for.
Invariant: every sentence of both sides is in exactly one bead, and both orders are kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligner.alignment.beads import Alignment, Bead, Moved
from aligner.lazy import lazy_names

if TYPE_CHECKING:
    from aligner.alignment.align import (
        align_sides,
        align_texts,
        chart_of,
        chart_texts,
        read_alignment,
    )
    from aligner.alignment.band import Band, Ints, band_around
    from aligner.alignment.chart import Chart
    from aligner.alignment.context import ContextView, context_features, gap_context_features
    from aligner.alignment.doubt import Doubt, find_doubt
    from aligner.alignment.features import GOING_ON, full_features, gap_features
    from aligner.alignment.fixed import Fixed
    from aligner.alignment.lattice import NEVER, TYPES, Posterior, Scores, posterior
    from aligner.alignment.marks import latin_words
    from aligner.alignment.moved import LEAST_LINK, as_vector, link_features
    from aligner.alignment.priors import PRIOR_WEIGHTS, Priors, expected_priors
    from aligner.alignment.realigner import Realigner, chart_article
    from aligner.alignment.scorer import Scorer
    from aligner.alignment.segments import Segments, length_of, read_segments
    from aligner.alignment.surface import LENGTH_RATIO
    from aligner.alignment.typical import Typical, typical_of
    from aligner.alignment.window import window_of

_MODULES = {
    "align": ("align_sides", "align_texts", "chart_of", "chart_texts", "read_alignment"),
    "band": ("Band", "Ints", "band_around"),
    "chart": ("Chart",),
    "context": ("ContextView", "context_features", "gap_context_features"),
    "doubt": ("Doubt", "find_doubt"),
    "features": ("GOING_ON", "full_features", "gap_features"),
    "fixed": ("Fixed",),
    "lattice": ("NEVER", "TYPES", "Posterior", "Scores", "posterior"),
    "marks": ("latin_words",),
    "moved": ("LEAST_LINK", "as_vector", "link_features"),
    "priors": ("PRIOR_WEIGHTS", "Priors", "expected_priors"),
    "realigner": ("Realigner", "chart_article"),
    "scorer": ("Scorer",),
    "segments": ("Segments", "length_of", "read_segments"),
    "surface": ("LENGTH_RATIO",),
    "typical": ("Typical", "typical_of"),
    "window": ("window_of",),
}

__all__ = [
    "GOING_ON",
    "LEAST_LINK",
    "LENGTH_RATIO",
    "NEVER",
    "PRIOR_WEIGHTS",
    "TYPES",
    "Alignment",
    "Band",
    "Bead",
    "Chart",
    "ContextView",
    "Doubt",
    "Fixed",
    "Ints",
    "Moved",
    "Posterior",
    "Priors",
    "Realigner",
    "Scorer",
    "Scores",
    "Segments",
    "Typical",
    "align_sides",
    "align_texts",
    "as_vector",
    "band_around",
    "chart_article",
    "chart_of",
    "chart_texts",
    "context_features",
    "expected_priors",
    "find_doubt",
    "full_features",
    "gap_context_features",
    "gap_features",
    "latin_words",
    "length_of",
    "link_features",
    "posterior",
    "read_alignment",
    "read_segments",
    "typical_of",
    "window_of",
]

if not TYPE_CHECKING:  # for the type checker there is no name but those above
    __getattr__ = lazy_names(
        __name__, {name: module for module, names in _MODULES.items() for name in names}
    )
