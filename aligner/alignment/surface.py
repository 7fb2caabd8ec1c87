"""Features of form: lengths, numbers and names, punctuation, quotations, paragraphs, bead types."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from aligner.alignment.segments import COUNTED
from aligner.alignment.window import View

Floats = npt.NDArray[np.float32]
Table = dict[str, Floats]

LENGTH_RATIO = 3.9
"""English characters to a Chinese one; the scorer's weights are fitted with it."""


def surface_features(view: View) -> Table:
    """Return what lengths, shared marks and final punctuation say."""
    n, m, seen, zh, en = view.n, view.m, view.window.evidence, view.window.zh, view.window.en
    ratio = np.log((view.en_sum("length") + 8) / (view.zh_sum("length") * LENGTH_RATIO + 8))
    zh_marks = sum(seen.zh_marks[m - 1][view.node(a, 0)] for a in range(n))
    en_marks = sum(seen.en_marks[n - 1][view.node(0, b)] for b in range(m))
    last_zh, last_en = view.i + n - 1, view.j + m - 1
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


def quotation_features(view: View) -> Table:
    """Tell whether both sides begin, end and speak inside quotations together."""
    zh, en = view.window.zh.quotations, view.window.en.quotations
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


def shape_features(view: View) -> Table:
    """Return the type of the bead and what it does to paragraphs."""
    n, m, zh, en = view.n, view.m, view.window.zh, view.window.en
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


def _both(a: npt.NDArray[np.bool_], b: npt.NDArray[np.bool_]) -> Floats:
    return (a & b).astype(np.float32)


def _one(a: npt.NDArray[np.bool_], b: npt.NDArray[np.bool_]) -> Floats:
    return (a ^ b).astype(np.float32)
