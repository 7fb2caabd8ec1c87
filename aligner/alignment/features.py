"""Features: what speaks for and against a bead, as numbers of about one.

One vector for each full bead and one for each gap. Their names are the keys of the scorer's weights
file, so a feature can be added or dropped without touching anything else.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from aligner.alignment.band import Ints
from aligner.alignment.meaning import (
    clause_features,
    cosine_features,
    coverage_features,
)
from aligner.alignment.surface import (
    LENGTH_RATIO,
    quotation_features,
    shape_features,
    surface_features,
)
from aligner.alignment.window import View, Window

Floats = npt.NDArray[np.float32]
Table = dict[str, Floats]

GOING_ON = ("going on", "going on at an end")
"""What is added to a gap that goes on: always, and at the beginning or end of a text."""


def full_features(window: Window, n: int, m: int) -> tuple[Ints, Table]:
    """Return the nodes of `window.band` that open an n-m bead, and the features of each."""
    band = window.band
    corners = [band.shifted(n, m), band.shifted(n, 0), band.shifted(0, m)]
    inside = window.core & np.logical_and.reduce([c < band.size for c in corners])
    at = np.flatnonzero(inside)
    view = View(window, at, n, m)
    table = cosine_features(view) | coverage_features(view)
    table |= clause_features(view)
    table |= surface_features(view) | quotation_features(view) | shape_features(view)
    return at, table


def gap_features(window: Window, side: str) -> tuple[Ints, Table]:
    """Return the nodes where a sentence of `side` ("zh", "en") may stand alone, and its features.

    The features are those of opening a gap; `going on` is added where one goes on.
    """
    band, seen = window.band, window.evidence
    if side == "zh":
        inside = window.core & (window.shifted(1, 0) < band.size)
        own, who, covered, clauses = window.zh, window.zh_at, seen.zh_covered[0], seen.zh_clauses
        expected = window.typical.zh_covered
        steps = [(0, b) for b in (-2, -1, 0, 1)]
    else:
        inside = window.core & (window.shifted(0, 1) < band.size)
        own, who, covered, clauses = window.en, band.column, seen.en_covered[0], seen.en_clauses
        expected = window.typical.en_covered
        steps = [(a, 0) for a in (-2, -1, 0, 1)]
    at = np.flatnonzero(inside)
    who = who[at]
    near = [window.shifted(*step)[at] for step in steps]
    cover = np.stack([covered[node] for node in near]).max(axis=0) / own.weight[who]
    least = np.stack([clauses[3, 0][node] for node in near]).max(axis=0)
    cosine = np.stack([seen.cosine[1, 1][node] for node in near]).max(axis=0)
    scale = LENGTH_RATIO if side == "en" else 1.0
    n_zh, n_en = len(window.zh), len(window.en)
    i, j = window.zh_at[at], band.column[at]
    edge = (i == 0) | (i == n_zh) | (j == 0) | (j == n_en)
    table = {
        "gap": np.ones(len(at)),
        "omission": np.full(len(at), float(side == "zh")),
        "gap length": np.log1p(own.length[who] / scale),
        "gap best cosine": cosine,
        "gap best coverage": cover,
        "gap covered squared": cover * cover,
        "gap covered over typical": np.maximum(cover - expected, 0),
        "gap typical coverage": np.full(len(at), expected),
        "gap cosine over typical": np.maximum(cosine - window.typical.cosine, 0),
        "gap least covered clause": least,
        "gap weight": np.log1p(own.weight[who]),
        "gap covered length": cover * np.log1p(own.length[who] / scale),
        "gap at an end": edge,
        "gap asks": own.asks[who],
        "gap numbers": np.minimum(own.number_count[who], 3),
        "gap opens a paragraph": own.opens[who],
    }
    return at, {name: value.astype(np.float32) for name, value in table.items()}
