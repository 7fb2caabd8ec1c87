"""Every figure of the review screen that the documents give: `python -m bench.screen`.

A project of 100,000 pairs (first row, memory, keys), the panel beside it with a memory of 100,000
units, and the first rows of the sample articles. It takes some minutes, and says something only
where the computer has nothing else to do.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from bench.assistance import panel
from bench.review import compile_once, first_paint, large_project

ARTICLES = ("harbour", "labels", "night_train")


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(prog="bench.screen", description=__doc__)
    options.add_argument("--pairs", type=int, default=100_000)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--times", type=int, default=40)
    given = options.parse_args()
    seeds = Path(__file__).resolve().parent.parent / "seeds"
    with tempfile.TemporaryDirectory() as compiled:
        compile_once(compiled)
        for name in ARTICLES:
            first_paint(seeds / f"{name}.txt", given.runs)
        large_project(given.pairs, given.runs, given.times)
        panel(given.pairs, given.pairs, given.times, given.runs)


if __name__ == "__main__":
    main()
