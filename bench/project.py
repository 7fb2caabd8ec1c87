"""Time and memory of a project file: `python -m bench.project [--pairs N] [--kills N] [--json]`.

A project of 100,000 pairs (or N) is made, opened, loaded and edited, in processes of their own;
the first ones see a file that the system has in memory. With `--kills N` instead, programs that
edit are killed N times, and every edit that they acknowledged is looked for.
"""

from __future__ import annotations

import argparse
import json
import random
import sqlite3
import statistics
import sys
import tempfile
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from bench.speed import run
from bench.texts import GOLD

if TYPE_CHECKING:
    from aligner.article import Language
    from aligner.bitext import Bitext

PAIRS = 100_000
EDITS = 2_000
SCREENFUL = 60  # rows of a tall terminal


def long_bitext(pairs: int) -> Bitext:
    """Make a bitext of the right pairs of the samples, over and over, each with its number."""
    from aligner.alignment import Bead
    from aligner.article import Article, Paragraph, Sentence, Side
    from aligner.bitext import pair_up

    gold = [pair for path in sorted(GOLD.glob("*.json")) for pair in json.loads(path.read_text())]
    chance = random.Random(0)
    zh: list[str] = []
    en: list[str] = []
    beads = []
    for number, (some_zh, some_en) in enumerate(islice(cycle(gold), pairs)):
        beads.append(
            Bead(
                tuple(range(len(zh), len(zh) + len(some_zh))),
                tuple(range(len(en), len(en) + len(some_en))),
                chance.random(),
            )
        )
        zh += [f"{number}，{text}" for text in some_zh]
        en += [f"{number}, {text}" for text in some_en]

    def side(language: Language, texts: list[str]) -> Side:
        return Side(
            language,
            tuple(Paragraph("".join(texts[n : n + 4])) for n in range(0, len(texts), 4)),
            tuple(Sentence(text, n // 4, 100 * n, 100 * n + 99) for n, text in enumerate(texts)),
        )

    article = Article(
        side("zh", zh), side("en", en), (), "two files", ("zh", "en"), ("utf-8",) * 2, "Hans", 1.0
    )
    return pair_up(article, beads, model="none")


def make(path: Path, pairs: int) -> dict[str, float]:
    """Make the project that the others open."""
    from aligner.project import create

    bitext = long_bitext(pairs)
    begun = perf_counter()
    create(path, bitext).close()
    return {"making, s": perf_counter() - begun, "size, MB": path.stat().st_size / 2**20}


def look(path: Path) -> dict[str, float]:
    """Open the project and read the rows around the cursor, as before the first painting."""
    begun = perf_counter()
    from aligner.project import open_project

    imported = perf_counter()
    project = open_project(path)
    project.cursor = project.count * 9 // 10
    project.read_pairs(project.cursor, project.cursor + SCREENFUL)
    done = perf_counter()
    project.close()
    return {"importing, s": imported - begun, "opening to first rows, s": done - imported}


def load(path: Path) -> dict[str, float]:
    """Read everything."""
    from aligner.project import open_project

    with open_project(path) as project:
        begun = perf_counter()
        project.load()
        return {"loading, s": perf_counter() - begun}


def edit(path: Path) -> dict[str, float]:
    """Edit, undo and redo at random places; also how much of it is waiting for the disk."""
    from aligner.project import open_project
    from bench.kills import any_edit

    chance = random.Random(0)
    figures: dict[str, float] = {}
    with open_project(path) as project:
        project.load()

        def timed(name: str, act: Callable[[], object], times: int) -> None:
            seconds = []
            for _ in range(times):
                begun = perf_counter()
                act()
                seconds.append(perf_counter() - begun)
            figures[f"{name}, median ms"] = statistics.median(seconds) * 1000
            figures[f"{name}, worst ms"] = max(seconds) * 1000

        changes = iter(lambda: any_edit(project.bitext, chance), None)
        timed("edit", lambda: project.apply(next(changes), "edit"), EDITS)
        timed("undo", project.undo, EDITS // 4)
        timed("redo", project.redo, EDITS // 4)
        project._database.execute("PRAGMA synchronous = NORMAL")
        timed("edit without waiting", lambda: project.apply(next(changes), "edit"), EDITS)
    with sqlite3.connect(path) as database:
        begun = perf_counter()
        database.execute("PRAGMA quick_check").fetchall()
        figures["what a quick check would take, ms"] = (perf_counter() - begun) * 1000
    database.close()
    return figures


STAGES: dict[str, Callable[[Path], dict[str, float]]] = {"look": look, "load": load, "edit": edit}


def time_project(pairs: int) -> dict[str, float]:
    """All figures, each stage in a process of its own."""
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "long.duizhao")
        _, _, output = run(["-m", "bench.project", "--make", str(path), "--pairs", str(pairs)])
        figures |= json.loads(output)
        for stage in STAGES:
            seconds, peak, output = run(["-m", "bench.project", "--stage", stage, str(path)])
            figures |= json.loads(output)
            figures[f"process that did {stage}, s"] = seconds
            figures[f"process that did {stage}, peak MB"] = peak
    return figures


def kill(times: int, seed: int | None = None) -> dict[str, float]:
    """Kill programs at random moments; NotKept if an acknowledged edit is missing."""
    from aligner.project import create
    from bench.kills import ExpectedHistory, any_edit, check_way_back, kill_while_editing

    chance = random.Random(seed)
    acknowledged = 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "killed.duizhao")
        expected = ExpectedHistory([long_bitext(50)])
        create(path, expected.done[0]).close()
        for _ in range(times):
            acknowledged += kill_while_editing(path, expected, chance.randrange(2**32), any_edit)
            check_way_back(path, expected, 10)
        check_way_back(path, expected)
    return {"kills": times, "acknowledged": acknowledged, "missing": 0}


def main() -> None:
    """Run what the arguments ask for and print it."""
    parser = argparse.ArgumentParser(prog="bench.project", description=__doc__)
    parser.add_argument("--pairs", type=int, default=PAIRS, metavar="N")
    parser.add_argument("--kills", type=int, metavar="N", help="kill programs instead")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--make", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--stage", nargs=2, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.make:
        print(json.dumps(make(asked.make, asked.pairs)))
        return
    if asked.stage:
        print(json.dumps(STAGES[asked.stage[0]](Path(asked.stage[1]))))
        return
    figures = kill(asked.kills) if asked.kills else time_project(asked.pairs)
    if asked.json:
        json.dump(figures, sys.stdout)
    else:
        print("\n".join(f"{name:<36}{value:12.4g}" for name, value in figures.items()))


if __name__ == "__main__":
    main()
