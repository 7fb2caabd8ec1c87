"""The whole table of figures in one run: `python -m bench.table GOLD_DIR...`.

Accuracy of texts left out of the fit (by `training.scorer`, which needs the training group), the
same by the shipped weights, which were fitted on those texts and so flatter themselves, the price
of a long one-sided preface, and the time and memory of long texts. Takes a quarter of an hour on
two processor cores; comparisons of time are ratios within the run, since machines are noisy.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.scoring import Tally, tally
from bench.speed import run, time_command

BOOK = 20_000  # Chinese sentences
ARTICLE = 5_000
PREFACE = 400  # English sentences that have nothing to do with the text


def shipped(folder: Path) -> Tally:
    """Return the tally of a folder of gold cases by the shipped weights."""
    from aligner import align_segments

    total = Tally()
    for path in sorted(folder.glob("*.json")):
        case = json.loads(path.read_text(encoding="utf-8"))
        total += _tally_of(case, align_segments(case["zh"], case["en"]).beads)
    return total


def _tally_of(case: dict[str, list[object]], beads: Sequence[object]) -> Tally:
    from aligner.alignment import Bead

    found = [bead for bead in beads if isinstance(bead, Bead)]
    answer = {
        "beads": [[list(bead.zh), list(bead.en)] for bead in found],
        "confidence": [bead.confidence for bead in found],
    }
    return tally(case, answer)


def preface_losses(folder: Path, others: Path) -> list[float]:
    """Return what a preface of foreign sentences costs each text of a folder in strict F1.

    Only the beads of the text itself are compared; the preface comes from the other folder.
    """
    from aligner import align_segments

    preface: list[str] = []
    for path in sorted(others.glob("*.json")):
        preface += json.loads(path.read_text(encoding="utf-8"))["en"]
    preface = preface[:PREFACE]
    losses = []
    for path in sorted(folder.glob("*.json")):
        case = json.loads(path.read_text(encoding="utf-8"))
        zh, en = case["zh"], case["en"]
        alone = _tally_of(case, align_segments(zh, en).beads)
        shift = len(preface)
        beads = align_segments(zh, [*preface, *en]).beads
        own = [
            [list(bead.zh), [j - shift for j in bead.en]]
            for bead in beads
            if bead.zh or bead.en[0] >= shift
        ]
        losses.append(alone.strict - tally(case, {"beads": own}).strict)
    return losses


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(prog="bench.table", description=__doc__)
    parser.add_argument("gold", type=Path, nargs="+", help="folders of gold cases")
    chosen = parser.parse_args()
    folders: list[Path] = chosen.gold

    print("\nlong texts, the whole command from start to finished TMX", flush=True)
    seconds = {}
    for sentences in (ARTICLE, 4 * ARTICLE):
        result = time_command(sentences)
        seconds[sentences] = result["seconds"]
        print(
            f"  {sentences} Chinese sentences: {result['seconds']:.1f} s, "
            f"{result['peak_mb']:.0f} MB",
            flush=True,
        )
    print(f"  time for four times the text: x {seconds[4 * ARTICLE] / seconds[ARTICLE]:.2f}")

    print(f"\na preface of {PREFACE} foreign sentences, strict F1 lost by each text", flush=True)
    for folder, others in zip(folders, [*folders[1:], folders[0]], strict=True):
        losses = preface_losses(folder, others)
        mean = sum(losses) / len(losses)
        print(f"  {folder.name}: mean {mean:.3f}, most {max(losses):.3f}", flush=True)

    print("\nby the shipped weights, which were fitted on these texts", flush=True)
    for folder in folders:
        print(f"  {folder.name}: {shipped(folder).line()}", flush=True)

    print("\nby weights fitted without the text", flush=True)
    with tempfile.TemporaryDirectory() as out:
        names = [str(folder) for folder in folders]
        arguments = ["-m", "training.scorer", *names, "--cross-validate", out]
        os.environ["PYTHONUNBUFFERED"] = "1"
        print(run(arguments)[2])


if __name__ == "__main__":
    main()
