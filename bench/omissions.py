"""Omissions by kind: `python -m bench.omissions GOLD_DIR PRED_DIR`.

Of the sentences that stand alone in the gold alignments of a folder, the share that is found, and
of those that stand alone in the predictions the share that is right: by side, by length, by whether
others stand alone beside them, and where. `bench.accuracy` and `training.scorer --cross-validate`
write predictions.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

SHORT = {"zh": 10, "en": 35}
"""Characters; a longer sentence is a long one."""

Alone = dict[tuple[str, int], tuple[str, ...]]
"""The kinds of each sentence that stands alone, by side and number."""


def alone(beads: Sequence[Any], case: Mapping[str, Any]) -> Alone:
    """Return the sentences that stand alone by some beads, and their kinds."""
    found = {("zh", zh[0]) for zh, en in beads if len(zh) == 1 and not en}
    found |= {("en", en[0]) for zh, en in beads if len(en) == 1 and not zh}
    return {one: tuple(_kinds(one, found, case)) for one in found}


def _kinds(
    one: tuple[str, int], found: set[tuple[str, int]], case: Mapping[str, Any]
) -> Iterator[str]:
    side, number = one
    yield "all"
    yield "left out" if side == "zh" else "added"
    yield "short" if len(case[side][number]) <= SHORT[side] else "long"
    beside = (side, number - 1) in found or (side, number + 1) in found
    yield "several together" if beside else "single"
    yield "at an end" if number in (0, len(case[side]) - 1) else "within"


def count_kinds(case: Mapping[str, Any], beads: Sequence[Any]) -> tuple[Counter[str], ...]:
    """Return of each kind how many there are, are found, are said to be, and rightly so."""
    gold, said = alone(case["gold"], case), alone(beads, case)
    return (
        Counter(kind for kinds in gold.values() for kind in kinds),
        Counter(kind for one, kinds in gold.items() if one in said for kind in kinds),
        Counter(kind for kinds in said.values() for kind in kinds),
        Counter(kind for one, kinds in said.items() if one in gold for kind in kinds),
    )


def main() -> None:
    """Print a line for each kind."""
    parser = argparse.ArgumentParser(prog="bench.omissions", description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("predicted", type=Path)
    chosen = parser.parse_args()
    totals = tuple(Counter[str]() for _ in range(4))
    for path in sorted(chosen.gold.glob("*.json")):
        case = json.loads(path.read_text("utf-8"))
        said = json.loads((chosen.predicted / path.name).read_text("utf-8"))
        for total, more in zip(totals, count_kinds(case, said["beads"]), strict=True):
            total.update(more)
    there, found, said_to_be, right = totals
    for kind in sorted(there | said_to_be, key=lambda kind: (-there[kind], kind)):
        recall = found[kind] / max(there[kind], 1)
        precision = right[kind] / max(said_to_be[kind], 1)
        print(f"{kind:18}{there[kind]:5} recall {recall:.3f}  precision {precision:.3f}")


if __name__ == "__main__":
    main()
