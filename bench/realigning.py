"""How long aligning the rest takes after a pair has been settled: `python -m bench.realigning`.

Measures on N Chinese sentences with their English, made of the samples, what the screen's worker
does: the alignment around what is settled and the change that comes of it. Scoring the text, which
is done once, is told apart.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from pathlib import Path
from time import perf_counter

from aligner import edits
from aligner.alignment import Realigner
from aligner.opening import open_for_review
from bench.texts import text_of


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sentences", type=int, default=5_000)
    options.add_argument("--times", type=int, default=5)
    given = options.parse_args()
    text = text_of(given.sentences)
    with tempfile.TemporaryDirectory() as folder:
        zh, en = Path(folder) / "zh.txt", Path(folder) / "en.txt"
        text.write_pair(zh, en)
        with open_for_review(zh, en).project as project:
            realigner = Realigner(project.bitext.article)
            started = perf_counter()
            realigner.prepare()
            print(f"{project.count:,} pairs; scored once in {perf_counter() - started:.1f} s")
            aligning, taking = [], []
            for number in range(given.times):
                place = project.count * (number + 1) // (given.times + 1)
                project.apply(edits.merge(project.bitext, place), "merge")
                started = perf_counter()
                beads = realigner.beads(edits.settled(project.bitext))
                change = edits.realigned(project.bitext, beads)
                aligning.append(perf_counter() - started)
                started = perf_counter()
                project.apply(change, "realign")
                taking.append(perf_counter() - started)
    print(f"aligned around what is settled: {statistics.median(aligning):.2f} s (median)")
    print(f"taken over and written: {statistics.median(taking):.2f} s (median)")


if __name__ == "__main__":
    main()
