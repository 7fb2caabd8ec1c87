"""Retrieval within a text: `python -m bench.retrieval GOLD_DIR...`.

For each encoder inside the package, two shares that tell encoders apart without the scorer. Of the
1-1 pairs of gold alignments: those whose two sentences lie nearest to each other among all
sentences of the text. Of the other full beads: those whose two spans lie nearer to each other than
with one sentence more or less at either end of either side, which is what an aligner has to tell.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from aligner.encoders import ContextSpans, SpanVectors, SummedSpans, built_in

Spans = Callable[[Sequence[str]], SpanVectors]
_STEPS = ((1, 0), (-1, 0), (0, 1), (0, -1))


def static_spans(texts: Sequence[str]) -> SpanVectors:
    """Return the spans of a side by the static model."""
    model = built_in()
    return SummedSpans(model.sums(model.pieces(texts)))


def context_spans(texts: Sequence[str]) -> SpanVectors:
    """Return the spans of a side by the context encoder."""
    spans = ContextSpans(texts, np.arange(len(texts) + 1))
    spans.read(np.ones(len(texts), bool))
    return spans


def found_both_ways(case: dict[str, Any], spans: Spans) -> tuple[int, int]:
    """Return how many 1-1 pairs of a case are nearest to each other both ways, and how many are."""
    gold: list[tuple[int, int]] = [
        (zh[0], en[0]) for zh, en in case["gold"] if len(zh) == len(en) == 1
    ]
    zh, en = (spans(case[side]).rows(1, 0, len(case[side])) for side in ("zh", "en"))
    cosine = zh @ en.T
    of_zh, of_en = cosine.argmax(axis=1), cosine.argmax(axis=0)
    return sum(bool(of_zh[i] == j and of_en[j] == i) for i, j in gold), len(gold)


def bounds_found(case: dict[str, Any], spans: Spans) -> tuple[int, int]:
    """Return how many of the other full beads are nearer than with an end moved, and how many."""
    zh, en = spans(case["zh"]), spans(case["en"])
    found = total = 0
    for zh_bead, en_bead in case["gold"]:
        if not zh_bead or not en_bead or len(zh_bead) == len(en_bead) == 1:
            continue
        own = (zh_bead[0], zh_bead[-1] + 1), (en_bead[0], en_bead[-1] + 1)
        others = [(moved, own[1]) for moved in _moved(own[0], len(case["zh"]))]
        others += [(own[0], moved) for moved in _moved(own[1], len(case["en"]))]
        cosine = [_cosine(zh, en, *sides) for sides in (own, *others)]
        found += cosine[0] >= max(cosine)
        total += 1
    return found, total


def _moved(span: tuple[int, int], size: int) -> Iterator[tuple[int, int]]:
    """Yield a span with one of its ends moved by a sentence."""
    for down, on in _STEPS:
        first, last = span[0] + down, span[1] + on
        if 0 <= first < last <= size:
            yield first, last


def _cosine(
    zh: SpanVectors, en: SpanVectors, zh_span: tuple[int, int], en_span: tuple[int, int]
) -> float:
    rows = (
        side.rows(last - first, first, first + 1)
        for side, (first, last) in ((zh, zh_span), (en, en_span))
    )
    return float(np.vdot(*rows))


def main() -> None:
    """Print a line for each encoder."""
    parser = argparse.ArgumentParser(prog="bench.retrieval", description=__doc__)
    parser.add_argument("gold", type=Path, nargs="+", help="folders of gold cases")
    chosen = parser.parse_args()
    for name, spans in {"static": static_spans, "context": context_spans}.items():
        shares = []
        for folder in chosen.gold:
            cases = [json.loads(p.read_text("utf-8")) for p in sorted(folder.glob("*.json"))]
            figures = []
            for measure in (found_both_ways, bounds_found):
                found, pairs = np.array([measure(case, spans) for case in cases]).sum(axis=0)
                figures.append(f"{found / max(pairs, 1):.3f}")
            shares.append(f"{folder.name} {', '.join(figures)}")
        print(f"{name:8} {'  '.join(shares)}")


if __name__ == "__main__":
    main()
