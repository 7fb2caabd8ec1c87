"""Retrieval within a text: `python -m bench.retrieval GOLD_DIR...`.

Of the 1-1 pairs of gold alignments, the share whose two sentences lie nearest to each other among
all sentences of the text, for each encoder inside the package. It tells encoders apart without the
scorer, and says less than alignment does: neighbours are what an aligner has to tell apart.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from aligner.encoders import Vectors, built_in, context_model, unit_vectors

Encode = Callable[[Sequence[str]], Vectors]


def found_both_ways(case: dict[str, Any], encode: Encode) -> tuple[int, int]:
    """Return how many 1-1 pairs of a case are nearest to each other both ways, and how many are."""
    gold: list[tuple[int, int]] = [
        (zh[0], en[0]) for zh, en in case["gold"] if len(zh) == len(en) == 1
    ]
    cosine = unit_vectors(encode(case["zh"])) @ unit_vectors(encode(case["en"])).T
    of_zh, of_en = cosine.argmax(axis=1), cosine.argmax(axis=0)
    return sum(bool(of_zh[i] == j and of_en[j] == i) for i, j in gold), len(gold)


def main() -> None:
    """Print a line for each encoder."""
    parser = argparse.ArgumentParser(prog="bench.retrieval", description=__doc__)
    parser.add_argument("gold", type=Path, nargs="+", help="folders of gold cases")
    chosen = parser.parse_args()
    encoders: dict[str, Encode] = {
        "static": built_in().encode,
        "context": context_model().encode,
    }
    for name, encode in encoders.items():
        shares = []
        for folder in chosen.gold:
            cases = [json.loads(p.read_text("utf-8")) for p in sorted(folder.glob("*.json"))]
            counts = np.array([found_both_ways(case, encode) for case in cases])
            found, pairs = counts.sum(axis=0)
            shares.append(f"{folder.name} {found / pairs:.3f}")
        print(f"{name:8} {'  '.join(shares)}")


if __name__ == "__main__":
    main()
