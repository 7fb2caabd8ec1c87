"""Predictions for gold alignments: `python -m bench.accuracy GOLD_DIR PRED_DIR [--model M]`.

Aligns each case of a folder (`zh`, `en`, `gold` in a JSON file) through the public
`align_segments`, writes the beads under the same file name and prints the scores: strict and lax
F1, strict F1 of the beads that are not 1-1, F1 of single segments left out, and how well the
confidence is calibrated. The shipped weights of the scorer are fitted on gold of the same kinds;
figures on text that they were fitted on say so, and left-out ones come from `training.scorer`.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

from aligner import align_segments
from bench.scoring import Tally, tally


def predict(case: dict[str, list[str]], model: str | None) -> dict[str, object]:
    """Return the beads of one case and their confidence, as they are written."""
    found = align_segments(case["zh"], case["en"], model=model)
    return {
        "beads": [[list(bead.zh), list(bead.en)] for bead in found.beads],
        "confidence": [round(bead.confidence, 4) for bead in found.beads],
    }


def main() -> None:
    """Align every case of a folder, write the predictions and print the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, help="folder of gold cases")
    parser.add_argument("predicted", type=Path, help="folder that the predictions go to")
    parser.add_argument("--model", help="a sentence-transformers model instead of the built-in one")
    parser.add_argument("--score-only", action="store_true", help="score what is there")
    chosen = parser.parse_args()
    chosen.predicted.mkdir(parents=True, exist_ok=True)
    began, sentences, total = time.monotonic(), 0, Tally()
    for path in sorted(chosen.gold.glob("*.json")):
        case = json.loads(path.read_text(encoding="utf-8"))
        target = chosen.predicted / path.name
        if not chosen.score_only:
            target.write_text(json.dumps(predict(case, chosen.model)), encoding="utf-8")
        total += tally(case, json.loads(target.read_text(encoding="utf-8")))
        sentences += len(case["zh"]) + len(case["en"])
    print(f"{chosen.gold.name}: {total.line()}")
    if not chosen.score_only:
        print(f"{sentences} sentences in {time.monotonic() - began:.1f} s")
    print(total.reliability())


if __name__ == "__main__":
    main()
