"""How fast the review screen opens and answers, on a project of any size.

    python -m bench.review --pairs 100000
    python -m bench.review --article seeds/harbour.txt seeds/night_train.txt

It makes a project of generated pairs, opens it in a terminal of 100 x 30 cells as a person would
and measures the time to the first painted row and the memory of the process; then it presses keys
in a screen without a terminal, while all pairs are being checked, and measures the work of the
screen's thread from the key to the paint that shows what it did.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import pty
import random
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
from fcntl import ioctl
from pathlib import Path
from time import perf_counter, sleep, thread_time
from typing import TYPE_CHECKING

from aligner.alignment import Bead
from aligner.article import Article, Language, Paragraph, Sentence, Side
from aligner.bitext import pair_up
from aligner.project import create, open_project

if TYPE_CHECKING:
    from tui import ReviewApp

KEYS = {
    "move": ["down", "up", "pagedown", "pageup"],
    "a key that means nothing": ["f20"],
    "confirm": ["a"],
    "merge": ["m"],
    "undo": ["ctrl+z"],
    "next doubtful": ["n"],
    "send a sentence": ["d"],
    "go to the end and back": ["end", "home"],
}
EDITS = {"merge", "send a sentence"}
_READY = 3.0
"""Seconds after which the chosen pair is explained and the model loaded."""
_BETWEEN = 0.1
"""Seconds between two keys, as a person presses them."""
ZH = "燈塔守人關上門走下樓梯看見海很靜船在霧裡等著潮水退去鐘聲響了三下他想起那年冬天的雪"
EN = [
    "the",
    "keeper",
    "closed",
    "a",
    "door",
    "went",
    "down",
    "quiet",
    "sea",
    "boats",
    "wait",
    "tide",
]


def make_project(path: Path, count: int) -> None:
    """Write a project of so many pairs, one in nine of them doubtful, one in twelve 1-2."""
    dice = random.Random(1)
    zh: list[str] = []
    en: list[str] = []
    beads = []
    for number in range(count):
        more = 2 if number % 12 == 5 else 1
        zh.append("".join(dice.choices(ZH, k=dice.randint(8, 45))) + "。")
        en += [" ".join(dice.choices(EN, k=dice.randint(5, 25))) + "." for _ in range(more)]
        sure = 0.4 if number % 9 == 4 else 0.97
        beads.append(Bead((number,), tuple(range(len(en) - more, len(en))), sure))
    article = Article(
        side("zh", zh), side("en", en), (), "two files", ("book",), ("utf-8",), "Hant", 1.0
    )
    create(path, pair_up(article, beads, model="none")).close()


def side(language: Language, texts: list[str]) -> Side:
    """Return one side of an article, four sentences a paragraph."""
    sentences = tuple(Sentence(text, n // 4, 0, 0) for n, text in enumerate(texts))
    return Side(language, (Paragraph(""),) * (len(texts) // 4 + 1), sentences)


def opening(
    path: Path, *options: str, columns: int = 100, settled: float = 2
) -> tuple[float, float, int, int, int]:
    """Open a project in a terminal, with options; return seconds and MB.

    The seconds to the first row and to all rows being read; the largest memory so far at both, and
    when the chosen pair has been explained and all is quiet.
    """
    reader, terminal = pty.openpty()
    ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 30, columns, 0, 0))
    environment = {**os.environ, "TERM": "xterm-256color", "LANG": "C.UTF-8"}
    started = perf_counter()
    program = [sys.executable, "-m", "aligner", "review", str(path), *options]
    with subprocess.Popen(
        program, stdin=terminal, stdout=terminal, stderr=terminal, env=environment
    ) as running:
        os.close(terminal)
        first = waited(reader, "│".encode(), started)
        first_mb = peak(running.pid)
        ready = waited(reader, b" pairs", started)
        ready_mb = peak(running.pid)
        sleep(settled)
        last_mb = peak(running.pid)
        running.kill()
    os.close(reader)
    return first, ready, first_mb, ready_mb, last_mb


def peak(process: int) -> int:
    """Return the largest memory that a process has held, in MB (Linux)."""
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    return next(int(line.split()[1]) for line in status.splitlines() if "VmHWM" in line) // 1000


def waited(reader: int, wanted: bytes, started: float) -> float:
    """Return the seconds until something appears on the terminal."""
    seen = b""
    while wanted not in seen:
        if not select.select([reader], [], [], 60)[0]:
            raise SystemExit(f"the screen never showed {wanted!r}")
        seen += os.read(reader, 65536)
    return perf_counter() - started


async def pressing(path: Path, times: int) -> dict[str, list[float]]:
    """Return the milliseconds of work from a key to the paint that follows it, by what it does."""
    from tui import ReviewApp, Session, Settings, Words, preload, read_keymap

    preload()  # as the command does; no garbage is looked for until the rows stand
    found: dict[str, list[float]] = {}
    settings = Settings(Words("en"), read_keymap(None))
    with open_project(path) as project:
        app = ReviewApp(Session(project), settings)
        async with app.run_test(size=(100, 30)) as pilot:
            while not project.is_loaded:
                await pilot.pause(0.1)
            await asyncio.sleep(_READY)
            for name, keys in KEYS.items():
                for number in range(times):
                    found.setdefault(name, []).append(await pressed(app, keys[number % len(keys)]))
                    await asyncio.sleep(_BETWEEN)
                    if name in EDITS:  # one pair after the other, not all into one
                        await pressed(app, "down")
    return found


async def pressed(app: ReviewApp, key: str) -> float:
    """Press a key, wait until what it did is painted, and return the milliseconds of work."""
    from textual import events

    painted = asyncio.Event()
    before = thread_time()
    app.screen.post_message(events.Key(key, key if len(key) == 1 else None))
    app.screen.call_after_refresh(painted.set)
    await painted.wait()
    return (thread_time() - before) * 1000


def first_paint(article: Path, runs: int) -> None:
    """Print how long an article takes to its first row, beside what that is to be held against.

    The three are timed in turn, and the best run of each counts: whatever else a computer does
    makes a run longer and none shorter.
    """
    importing, aligning, painting = [], [], []
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / article.name
            copy.write_bytes(article.read_bytes())
            started = perf_counter()
            subprocess.run([sys.executable, "-c", "import textual.app"], check=True)
            importing.append(perf_counter() - started)
            program = [sys.executable, "-c", ALIGNING, str(copy)]
            done = subprocess.run(program, check=True, capture_output=True, text=True)
            aligning.append(float(done.stdout))
            painting.append(opening(copy, settled=0)[0])
    textual, alignment, first = min(importing), min(aligning), min(painting)
    print(
        f"{article.name}: first row {first:.2f} s, the alignment {alignment:.2f} s, "
        f"import textual.app {textual:.2f} s: the rest is {(first - alignment) / textual:.2f} of it"
    )


def compile_once(folder: str) -> None:
    """Let the programs that are timed find themselves compiled, as where they are installed."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = folder


ALIGNING = """
import sys
from time import perf_counter
started = perf_counter()
import aligner
aligner.align_article(sys.argv[1])
print(perf_counter() - started)
"""


def large_project(pairs: int, runs: int, times: int) -> None:
    """Print how soon a project of so many pairs is there, what it needs, and what keys cost."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "book.duizhao"
        make_project(path, pairs)
        print(f"{pairs:,} pairs, {path.stat().st_size / 1e6:.0f} MB")
        opening(path)  # the first time everything is compiled
        opened = [opening(path) for _ in range(runs)]
        for place, what in enumerate(("first row", "all read")):
            found = [run[place] for run in opened]
            print(f"{what}: {statistics.median(found):.2f} s (median), {max(found):.2f} s (worst)")
        for place, what in enumerate(("first row", "all read", "a pair explained"), start=2):
            print(f"memory, {what}: {max(run[place] for run in opened)} MB")
        for name, took in asyncio.run(pressing(path, times)).items():
            print(f"{name}: {statistics.median(took):.1f} ms (median), {max(took):.1f} ms (worst)")


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--pairs", type=int, default=100_000)
    options.add_argument("--times", type=int, default=40)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument(
        "--article", type=Path, nargs="+", help="time the first rows of these articles instead"
    )
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as compiled:
        compile_once(compiled)
        for article in given.article or ():
            first_paint(article, given.runs)
        if not given.article:
            large_project(given.pairs, given.runs, given.times)


if __name__ == "__main__":
    main()
