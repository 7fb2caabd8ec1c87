"""Features: what speaks for and against a bead, as numbers of about one.

One vector for each full bead and one for each gap. Their names are the keys of the scorer's weights
file, so a feature can be added or dropped without touching anything else.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from aligner.alignment.band import Band, Ints
from aligner.alignment.evidence import NO_SCALE, Evidence, Scale, gather_evidence
from aligner.alignment.lattice import LONGEST
from aligner.alignment.segments import COUNTED, Segments
from aligner.alignment.typical import Typical

Floats = npt.NDArray[np.float32]
Table = dict[str, Floats]

LENGTH_RATIO = 3.9
"""English characters to a Chinese one; the scorer's weights are fitted with it."""

_AROUND = ((0, 1), (0, -1), (1, 0), (-1, 0))


@dataclass(frozen=True)
class Stretch:
    """The beads that begin in some rows of a band, with the evidence around them."""

    band: Band
    """The rows, and as many before and behind as beads and comparisons reach."""
    first_row: int
    """The Chinese sentence of row 0 of `band`."""
    core: npt.NDArray[np.bool_]
    """Which nodes are of the rows themselves."""
    evidence: Evidence
    zh: Segments
    en: Segments
    typical: Typical

    @cached_property
    def zh_at(self) -> Ints:
        """Chinese sentence of each node."""
        return self.band.row + self.first_row

    @cached_property
    def zh_sums(self) -> dict[str, Floats]:
        """Running sums of the Chinese side's values a sentence."""
        return _running(self.zh)

    @cached_property
    def en_sums(self) -> dict[str, Floats]:
        """Running sums of the English side's values a sentence."""
        return _running(self.en)


def _running(side: Segments) -> dict[str, Floats]:
    values = {"length": side.length, "weight": side.weight, "opens": side.opens.astype(float)}
    values["numbers"] = np.array([len(n) for n in side.numbers], float)
    values["words"] = np.array([len(w) for w in side.words], float)
    values["opened"], values["closed"] = side.quotations.opened, side.quotations.closed
    for k, name in enumerate(COUNTED):
        values[name] = side.counts[:, k]
    return {name: np.concatenate([[0.0], np.cumsum(v)]) for name, v in values.items()}


def stretch(
    band: Band,
    first: int,
    last: int,
    zh: Segments,
    en: Segments,
    typical: Typical,
    scale: Scale = NO_SCALE,
) -> Stretch:
    """Return the stretch of rows `first` to `last` (behind the last one) of a whole band."""
    above, below = max(0, first - 2), min(band.rows, last + LONGEST + 1)
    part = band.slice(above, below)
    core = (part.row >= first - above) & (part.row < last - above)
    return Stretch(part, above, core, gather_evidence(part, above, zh, en, scale), zh, en, typical)


def full_features(part: Stretch, n: int, m: int) -> tuple[Ints, Table]:
    """Return the nodes of `part.band` that open an n-m bead, and the features of each."""
    band = part.band
    corners = [band.shifted(n, m), band.shifted(n, 0), band.shifted(0, m)]
    inside = part.core & np.logical_and.reduce([c < band.size for c in corners])
    at = np.flatnonzero(inside)
    view = _View(part, at, n, m)
    table = _cosine_features(view) | _coverage_features(view)
    table |= _surface_features(view) | _quotation_features(view) | _shape_features(view)
    return at, table


@dataclass(frozen=True)
class _View:
    """The beads of one type, and look-ups relative to where they begin."""

    part: Stretch
    at: Ints
    n: int
    m: int

    def node(self, zh: int, en: int) -> Ints:
        """Return the node so many sentences from where each bead begins."""
        return _shift(self.part, zh, en)[self.at]

    def cosine(self, n: int, m: int, zh: int = 0, en: int = 0) -> Floats:
        """Return the cosine of spans of other lengths that begin elsewhere."""
        table = self.part.evidence.cosine.get((n, m))
        if table is None:
            return np.zeros(len(self.at), np.float32)
        return table[self.node(zh, en)]

    @property
    def i(self) -> Ints:
        """First Chinese sentence of each bead."""
        return self.part.zh_at[self.at]

    @property
    def j(self) -> Ints:
        """First English sentence of each bead."""
        return self.part.band.column[self.at]

    def zh_sum(self, name: str) -> Floats:
        """Return the sum of a value over the Chinese sentences of each bead."""
        sums = self.part.zh_sums[name]
        return np.asarray(sums[self.i + self.n] - sums[self.i], np.float32)

    def en_sum(self, name: str) -> Floats:
        """Return the sum of a value over the English sentences of each bead."""
        sums = self.part.en_sums[name]
        return np.asarray(sums[self.j + self.m] - sums[self.j], np.float32)


def _shift(part: Stretch, zh: int, en: int) -> Ints:
    known: dict[tuple[int, int], Ints] = part.__dict__.setdefault("_shifts", {})
    if (zh, en) not in known:
        known[zh, en] = part.band.shifted(zh, en)
    return known[zh, en]


def _cosine_features(view: _View) -> Table:
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


def _coverage_features(view: _View) -> Table:
    n, m, seen = view.n, view.m, view.part.evidence
    zh_weight = np.stack([view.part.zh.weight[view.i + a] for a in range(n)])
    en_weight = np.stack([view.part.en.weight[view.j + b] for b in range(m)])
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
            np.minimum(zh_least - view.part.typical.zh_covered, 0),
            np.minimum(en_least - view.part.typical.en_covered, 0),
        ),
        "covered under typical": np.minimum(
            zh_share - view.part.typical.zh_covered, en_share - view.part.typical.en_covered
        ),
        "uncovered Chinese": np.log1p(zh_weight.sum(axis=0) - zh_seen.sum(axis=0)),
        "uncovered English": np.log1p(en_weight.sum(axis=0) - en_seen.sum(axis=0)),
    }
    edges = _edges(view, zh_seen / zh_weight, en_seen / en_weight)
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


def _edges(view: _View, zh_share: Floats, en_share: Floats) -> Floats:
    """Return how much better each of the four edge sentences is covered here than next door."""
    seen, zh, en = view.part.evidence, view.part.zh.weight, view.part.en.weight
    n, m = view.n, view.m
    return np.stack(
        [
            zh_share[0] - seen.zh_covered[0][view.node(0, -1)] / zh[view.i],
            zh_share[-1] - seen.zh_covered[0][view.node(n - 1, m)] / zh[view.i + n - 1],
            en_share[0] - seen.en_covered[0][view.node(-1, 0)] / en[view.j],
            en_share[-1] - seen.en_covered[0][view.node(n, m - 1)] / en[view.j + m - 1],
        ]
    )


def _outer(view: _View) -> Floats:
    """Return how much better the four sentences next door are covered here than over there."""
    seen, zh, en = view.part.evidence, view.part.zh.weight, view.part.en.weight
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


def _coverage_gains(view: _View, zh_share: Floats, en_share: Floats) -> Floats:
    """Return how much more of a side is covered when a neighbour joins the other side."""
    n, m, seen = view.n, view.m, view.part.evidence
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


def _coverage_losses(view: _View, zh_share: Floats, en_share: Floats) -> Floats:
    """Return how much less of a side is covered without an edge sentence of the other."""
    n, m, seen = view.n, view.m, view.part.evidence
    zh_weight, en_weight = view.zh_sum("weight"), view.en_sum("weight")
    losses = []
    if m > 1:
        table = seen.zh_covered[m - 2]
        for on in (0, 1):
            losses.append(zh_share - sum(table[view.node(a, on)] for a in range(n)) / zh_weight)
    if n > 1:
        table = seen.en_covered[n - 2]
        for on in (0, 1):
            losses.append(en_share - sum(table[view.node(on, b)] for b in range(m)) / en_weight)
    return np.stack(losses) if losses else np.zeros((1, len(view.at)), np.float32)


def _surface_features(view: _View) -> Table:
    n, m, seen, zh, en = view.n, view.m, view.part.evidence, view.part.zh, view.part.en
    ratio = np.log((view.en_sum("length") + 8) / (view.zh_sum("length") * LENGTH_RATIO + 8))
    zh_marks = sum(seen.zh_marks[m - 1][view.node(a, 0)] for a in range(n))
    en_marks = sum(seen.en_marks[n - 1][view.node(0, b)] for b in range(m))
    first_zh, last_zh = view.i, view.i + n - 1
    first_en, last_en = view.j, view.j + m - 1
    table = {
        "length ratio squared": np.minimum(ratio * ratio, 4),
        "length ratio": np.abs(ratio),
        "much too long": np.maximum(ratio - 0.5, 0),
        "much too short": np.maximum(-ratio - 0.5, 0),
        "marks found": np.minimum(zh_marks + en_marks, 6) / 2,
        "marks missing": np.minimum(
            view.zh_sum("numbers") + view.en_sum("numbers") - np.minimum(zh_marks, en_marks), 6
        )
        / 2,
        "both ask": (zh.asks[last_zh] & en.asks[last_en]).astype(np.float32),
        "one asks": (zh.asks[last_zh] ^ en.asks[last_en]).astype(np.float32),
    }
    for name in COUNTED:
        apart = np.abs(view.zh_sum(name) - view.en_sum(name))
        table[f"{name} marks apart"] = np.minimum(apart, 3)
    return table


def _quotation_features(view: _View) -> Table:
    """Tell whether both sides begin, end and speak inside quotations together."""
    zh, en = view.part.zh.quotations, view.part.en.quotations
    zh_from, en_from = view.i, view.j
    zh_to, en_to = view.i + view.n, view.j + view.m
    opened = np.abs(view.zh_sum("opened") - view.en_sum("opened"))
    closed = np.abs(view.zh_sum("closed") - view.en_sum("closed"))
    zh_speaks = (view.zh_sum("opened") + view.zh_sum("closed") > 0) | zh.inside[zh_from]
    en_speaks = (view.en_sum("opened") + view.en_sum("closed") > 0) | en.inside[en_from]
    return {
        "quotations opened apart": np.minimum(opened, 3),
        "quotations closed apart": np.minimum(closed, 3),
        "both begin inside a quotation": _both(zh.inside[zh_from], en.inside[en_from]),
        "one begins inside a quotation": _one(zh.inside[zh_from], en.inside[en_from]),
        "one ends inside a quotation": _one(zh.inside[zh_to], en.inside[en_to]),
        "both ends inside a quotation": _both(zh.inside[zh_to], en.inside[en_to]),
        "both have speech": _both(zh_speaks, en_speaks),
        "one has speech": _one(zh_speaks, en_speaks),
        "both end a quotation": _both(zh.closed[zh_to - 1] > 0, en.closed[en_to - 1] > 0),
        "one ends a quotation": _one(zh.closed[zh_to - 1] > 0, en.closed[en_to - 1] > 0),
    }


def _both(a: npt.NDArray[np.bool_], b: npt.NDArray[np.bool_]) -> Floats:
    return (a & b).astype(np.float32)


def _one(a: npt.NDArray[np.bool_], b: npt.NDArray[np.bool_]) -> Floats:
    return (a ^ b).astype(np.float32)


def _shape_features(view: _View) -> Table:
    n, m, zh, en = view.n, view.m, view.part.zh, view.part.en
    size = len(view.at)

    def constant(value: float) -> Floats:
        return np.full(size, value, np.float32)

    swallowed_zh = view.zh_sum("opens") - zh.opens[view.i]
    swallowed_en = view.en_sum("opens") - en.opens[view.j]
    table = {
        "bead": constant(1),
        "1-2": constant((n, m) == (1, 2)),
        "2-1": constant((n, m) == (2, 1)),
        "1-3 or more": constant(n == 1 and m > 2),
        "3 or more-1": constant(m == 1 and n > 2),
        "2-2": constant((n, m) == (2, 2)),
        "more of both": constant(min(n, m) > 1 and n + m > 4),
        "sentences beyond two": constant(n + m - 2),
        "English beyond one": constant(m - 1),
        "Chinese beyond two": constant(max(0, n - 2)),
        "English beyond three": constant(max(0, m - 3)),
        "paragraph edge inside, one side": np.abs(np.sign(swallowed_zh) - np.sign(swallowed_en)),
        "paragraph edge inside, both": np.minimum(swallowed_zh, swallowed_en),
        "both open a paragraph": _both(zh.opens[view.i], en.opens[view.j]),
        "one opens a paragraph": _one(zh.opens[view.i], en.opens[view.j]),
    }
    return {name: value.astype(np.float32) for name, value in table.items()}


def gap_features(part: Stretch, side: str) -> tuple[Ints, Table]:
    """Return the nodes where a sentence of `side` ("zh", "en") may stand alone, and its features.

    The features are those of opening a gap; `going on` is added where one goes on.
    """
    band, seen = part.band, part.evidence
    if side == "zh":
        inside = part.core & (_shift(part, 1, 0) < band.size)
        own, who, covered = part.zh, part.zh_at, seen.zh_covered[0]
        expected = part.typical.zh_covered
        steps = [(0, b) for b in (-2, -1, 0, 1)]
    else:
        inside = part.core & (_shift(part, 0, 1) < band.size)
        own, who, covered = part.en, band.column, seen.en_covered[0]
        expected = part.typical.en_covered
        steps = [(a, 0) for a in (-2, -1, 0, 1)]
    at = np.flatnonzero(inside)
    who = who[at]
    near = [_shift(part, *step)[at] for step in steps]
    cover = np.stack([covered[node] for node in near]).max(axis=0) / own.weight[who]
    cosine = np.stack([seen.cosine[1, 1][node] for node in near]).max(axis=0)
    scale = LENGTH_RATIO if side == "en" else 1.0
    n_zh, n_en = len(part.zh), len(part.en)
    i, j = part.zh_at[at], band.column[at]
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
        "gap cosine over typical": np.maximum(cosine - part.typical.cosine, 0),
        "gap weight": np.log1p(own.weight[who]),
        "gap covered length": cover * np.log1p(own.length[who] / scale),
        "gap at an end": edge,
        "gap asks": own.asks[who],
        "gap numbers": np.array([min(len(n), 3) for n in own.numbers], np.float32)[who],
        "gap opens a paragraph": own.opens[who],
    }
    return at, {name: value.astype(np.float32) for name, value in table.items()}


GOING_ON = ("going on", "going on at an end")
"""What is added to a gap that goes on: always, and at the beginning or end of a text."""
