"""Features of meaning: the cosine of spans, how much they cover of each other, and how much better
or worse a neighbour would do in their place."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from aligner.alignment.lattice import LONGEST
from aligner.alignment.window import View

Floats = npt.NDArray[np.float32]
Table = dict[str, Floats]

_AROUND = ((0, 1), (0, -1), (1, 0), (-1, 0))


def cosine_features(view: View) -> Table:
    """Return what the vectors of the spans say, beside those of their neighbours."""
    n, m = view.n, view.m
    own = view.cosine(n, m)
    near = np.stack([view.cosine(n, m, a * n, b * m) for a, b in _AROUND])
    table = {
        "cosine": own,
        "cosine a sentence": own * (n + m - 2) / 3,
        "cosine over neighbours": own - near.mean(axis=0),
        "cosine over best neighbour": own - near.max(axis=0),
    }
    losses = []
    if n > 1:
        losses += [own - view.cosine(n - 1, m, 1, 0), own - view.cosine(n - 1, m)]
    if m > 1:
        losses += [own - view.cosine(n, m - 1, 0, 1), own - view.cosine(n, m - 1)]
    lost = np.stack(losses) if losses else np.zeros((1, len(own)), np.float32)
    table["least loss without an edge"] = lost.min(axis=0) * 4
    table["mean loss without an edge"] = lost.mean(axis=0) * 4
    gains = np.stack(
        [
            view.cosine(n + 1, m) - own,
            view.cosine(n + 1, m, -1, 0) - own,
            view.cosine(n, m + 1) - own,
            view.cosine(n, m + 1, 0, -1) - own,
        ]
    )
    table["best gain with a neighbour"] = np.maximum(gains.max(axis=0), 0) * 4
    table["mean gain with a neighbour"] = np.maximum(gains, 0).mean(axis=0) * 4
    inner = np.stack([[view.cosine(1, 1, a, b) for b in range(m)] for a in range(n)])
    table["weakest member"] = np.minimum(inner.max(axis=0).min(0), inner.max(axis=1).min(0))
    return table


def coverage_features(view: View) -> Table:
    """Return what the best matches of single pieces say."""
    n, m, seen = view.n, view.m, view.window.evidence
    zh_weight = np.stack([view.window.zh.weight[view.i + a] for a in range(n)])
    en_weight = np.stack([view.window.en.weight[view.j + b] for b in range(m)])
    zh_seen = np.stack([seen.zh_covered[m - 1][view.node(a, 0)] for a in range(n)])
    en_seen = np.stack([seen.en_covered[n - 1][view.node(0, b)] for b in range(m)])
    zh_share = zh_seen.sum(axis=0) / zh_weight.sum(axis=0)
    en_share = en_seen.sum(axis=0) / en_weight.sum(axis=0)
    zh_least = (zh_seen / zh_weight).min(axis=0)
    en_least = (en_seen / en_weight).min(axis=0)
    table = {
        "Chinese covered": zh_share,
        "English covered": en_share,
        "less covered side": np.minimum(zh_share, en_share),
        "covered a sentence": (zh_share + en_share) * (n + m - 2) / 6,
        "least covered member": np.minimum(zh_least, en_least),
        "least covered under typical": np.minimum(
            np.minimum(zh_least - view.window.typical.zh_covered, 0),
            np.minimum(en_least - view.window.typical.en_covered, 0),
        ),
        "covered under typical": np.minimum(
            zh_share - view.window.typical.zh_covered, en_share - view.window.typical.en_covered
        ),
        "uncovered Chinese": np.log1p(zh_weight.sum(axis=0) - zh_seen.sum(axis=0)),
        "uncovered English": np.log1p(en_weight.sum(axis=0) - en_seen.sum(axis=0)),
    }
    edges = _edges(view, np.asarray(zh_seen / zh_weight), np.asarray(en_seen / en_weight))
    table["edge better here, least"] = edges.min(axis=0) * 2
    table["edge better here, mean"] = edges.mean(axis=0) * 2
    outer = _outer(view)
    table["neighbour better here, most"] = np.maximum(outer.max(axis=0), -0.5) * 2
    table["neighbour better here, mean"] = outer.mean(axis=0) * 2
    gains = _coverage_gains(view, zh_share, en_share)
    table["best gain in coverage"] = gains.max(axis=0) * 4
    table["mean gain in coverage"] = gains.mean(axis=0) * 4
    table["least loss in coverage"] = _coverage_losses(view, zh_share, en_share).min(axis=0) * 4
    return table


def clause_features(view: View) -> Table:
    """Return what single clauses say: whether one is rendered next door instead of here."""
    n, m, seen = view.n, view.m, view.window.evidence
    zh = np.stack([seen.zh_clauses[:, m - 1].take(view.node(a, 0), axis=1) for a in range(n)])
    en = np.stack([seen.en_clauses[:, n - 1].take(view.node(0, b), axis=1) for b in range(m)])
    both = np.concatenate([zh, en])  # (sentences, kinds, beads)
    before, behind = both[:, 0].max(axis=0), both[:, 1].max(axis=0)
    apart = both[:, 2].sum(axis=0)
    return {
        "clause leaks before": before * 2,
        "clause leaks behind": behind * 2,
        "clause leaks most": np.maximum(before, behind) * 2,
        "clauses leak": apart,
        "clauses leak a sentence": apart / (n + m) * 4,
        "least covered clause": both[:, 3].min(axis=0),
        "clause least at home": both[:, 4].max(axis=0) * 2,
    }


def _edges(view: View, zh_share: Floats, en_share: Floats) -> Floats:
    """Return how much better each of the four edge sentences is covered here than next door."""
    seen, zh, en = view.window.evidence, view.window.zh.weight, view.window.en.weight
    n, m = view.n, view.m
    return np.stack(
        [
            zh_share[0] - seen.zh_covered[0][view.node(0, -1)] / zh[view.i],
            zh_share[-1] - seen.zh_covered[0][view.node(n - 1, m)] / zh[view.i + n - 1],
            en_share[0] - seen.en_covered[0][view.node(-1, 0)] / en[view.j],
            en_share[-1] - seen.en_covered[0][view.node(n, m - 1)] / en[view.j + m - 1],
        ]
    )


def _outer(view: View) -> Floats:
    """Return how much better the four sentences next door are covered here than over there."""
    seen, zh, en = view.window.evidence, view.window.zh.weight, view.window.en.weight
    n, m = view.n, view.m
    before_zh, behind_zh = np.maximum(view.i - 1, 0), np.minimum(view.i + n, len(zh) - 1)
    before_en, behind_en = np.maximum(view.j - 1, 0), np.minimum(view.j + m, len(en) - 1)
    zh_m, en_n = seen.zh_covered[m - 1], seen.en_covered[n - 1]
    zh_1, en_1 = seen.zh_covered[0], seen.en_covered[0]
    return np.stack(
        [
            (zh_m[view.node(-1, 0)] - zh_1[view.node(-1, -1)]) / zh[before_zh],
            (zh_m[view.node(n, 0)] - zh_1[view.node(n, m)]) / zh[behind_zh],
            (en_n[view.node(0, -1)] - en_1[view.node(-1, -1)]) / en[before_en],
            (en_n[view.node(0, m)] - en_1[view.node(n, m)]) / en[behind_en],
        ]
    )


def _coverage_gains(view: View, zh_share: Floats, en_share: Floats) -> Floats:
    """Return how much more of a side is covered when a neighbour joins the other side."""
    n, m, seen = view.n, view.m, view.window.evidence
    zh_weight, en_weight = view.zh_sum("weight"), view.en_sum("weight")
    gains = []
    if m < LONGEST - 1:
        table = seen.zh_covered[m]
        for back in (0, -1):
            covered = sum(table[view.node(a, back)] for a in range(n))
            gains.append(np.maximum(covered / zh_weight - zh_share, 0))
    if n < LONGEST - 1:
        table = seen.en_covered[n]
        for back in (0, -1):
            covered = sum(table[view.node(back, b)] for b in range(m))
            gains.append(np.maximum(covered / en_weight - en_share, 0))
    return np.stack(gains)


def _coverage_losses(view: View, zh_share: Floats, en_share: Floats) -> Floats:
    """Return how much less of a side is covered without an edge sentence of the other."""
    n, m, seen = view.n, view.m, view.window.evidence
    zh_weight, en_weight = view.zh_sum("weight"), view.en_sum("weight")
    losses = []
    if m > 1:
        table = seen.zh_covered[m - 2]
        losses += [
            zh_share - sum(table[view.node(a, on)] for a in range(n)) / zh_weight for on in (0, 1)
        ]
    if n > 1:
        table = seen.en_covered[n - 2]
        losses += [
            en_share - sum(table[view.node(on, b)] for b in range(m)) / en_weight for on in (0, 1)
        ]
    return np.stack(losses) if losses else np.zeros((1, len(view.at)), np.float32)
