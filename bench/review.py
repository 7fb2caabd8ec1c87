"""How fast the review screen opens and answers, on a project of any size.

    python -m bench.review --pairs 100000
    python -m bench.review --article seeds/harbour.txt

It makes a project of generated pairs, opens it in a terminal of 100 x 30 cells as a person would
and measures the time to the first painted row and the memory of the process; then it presses keys
in a screen without a terminal and measures the work that each one causes, painting included, less
what a key that means nothing costs there.
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
from time import perf_counter, sleep

from aligner.alignment import Bead
from aligner.article import Article, Language, Paragraph, Sentence, Side
from aligner.bitext import pair_up
from aligner.project import create, open_project

KEYS = {
    "nothing": ["f20"],
    "move": ["down", "up", "pagedown", "pageup"],
    "confirm": ["a"],
    "merge": ["m"],
    "undo": ["ctrl+z"],
    "next doubtful": ["n"],
    "send a sentence": ["d"],
    "go to the end and back": ["end", "home"],
}
EDITS = {"merge", "send a sentence"}
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
    """Return the milliseconds of work that keys cause, by what they do."""
    from tui import ReviewApp, Session, Settings, Words, read_keymap

    found: dict[str, list[float]] = {}
    settings = Settings(Words("en"), read_keymap(None))
    with open_project(path) as project:
        app = ReviewApp(Session(project), settings)
        async with app.run_test(size=(100, 30)) as pilot:
            while not project.is_loaded:
                await pilot.pause(0.1)
            await pilot.pause(0.5)
            for name, keys in KEYS.items():
                for number in range(times):
                    key = keys[number % len(keys)]
                    # The clock runs for the main thread's own work alone: the pilot sleeps much.
                    before = worked()
                    await pilot.press(key)
                    await pilot.pause()
                    found.setdefault(name, []).append((worked() - before) * 1000)
                    if name in EDITS:  # one pair after the other, not all into one
                        await pilot.press("down")
                        await pilot.pause()
    return found


def worked() -> float:
    """Return the seconds of processor time that this thread has used."""
    from time import thread_time

    return thread_time()


def first_paint(article: Path, runs: int) -> None:
    """Print how long an article takes to its first row, beside what that is to be held against."""
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
            painting.append(opening(copy)[0])
    textual, alignment, first = (statistics.median(x) for x in (importing, aligning, painting))
    print(f"import textual.app: {textual:.2f} s; the alignment: {alignment:.2f} s")
    print(f"first row: {first:.2f} s; {(first - alignment) / textual:.2f} x textual + alignment")


ALIGNING = """
import sys
from time import perf_counter
started = perf_counter()
import aligner
aligner.align_article(sys.argv[1])
print(perf_counter() - started)
"""


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--pairs", type=int, default=100_000)
    options.add_argument("--times", type=int, default=40)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--article", type=Path, help="time this article's first row instead")
    given = options.parse_args()
    if given.article:
        first_paint(given.article, given.runs)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "book.duizhao"
        make_project(path, given.pairs)
        print(f"{given.pairs:,} pairs, {path.stat().st_size / 1e6:.0f} MB")
        runs = [opening(path) for _ in range(given.runs)]
        for place, what in enumerate(("first row", "all read")):
            times = [run[place] for run in runs]
            print(f"{what}: {statistics.median(times):.2f} s (median), {max(times):.2f} s (worst)")
        for place, what in enumerate(("first row", "all read", "a pair explained"), start=2):
            print(f"memory, {what}: {max(run[place] for run in runs)} MB")
        found = asyncio.run(pressing(path, given.times))
        base = statistics.median(found.pop("nothing"))  # what driving a screen costs by itself
        for name, times in found.items():
            middle, worst = statistics.median(times) - base, max(times) - base
            print(f"{name}: {middle:.1f} ms (median), {worst:.1f} ms (worst)")


if __name__ == "__main__":
    main()
