"""What the panel beside the pairs costs, with a memory as large as the project.

    python -m bench.assistance                       # 100,000 pairs, 100,000 units
    python -m bench.assistance --pairs 1000 --units 1000 --opens 1

It opens a project in a terminal of 120 x 30 cells with a memory and prints the seconds to the first
row and the most memory, the panel shown and the chosen pair explained. Then it prints the time of
the processor that one look-up takes; in a screen without a terminal how long the panel takes to
follow to pairs of chance (the clock, with the moment that a pair is looked at first); and what keys
cost meanwhile (the main thread's own time, painting included, less that of pressing none). The
clock says something only where the computer has nothing else to do.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import statistics
import tempfile
from pathlib import Path
from time import perf_counter, thread_time
from typing import TYPE_CHECKING

from aligner.assistance import Assistant
from aligner.memory import Memory
from aligner.project import open_project
from bench.memory import changed, generated
from bench.review import compile_once, make_project, opening

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aligner.unit import Unit
    from tui import ReviewApp

_MOST_WAITED = 10.0
"""Seconds after which a panel that never follows is a fault."""


def near_units(project: Path, count: int) -> Iterator[Unit]:
    """Yield the Chinese of a project with some characters changed, then units of chance."""
    from aligner.unit import Unit

    dice = random.Random(2)
    with open_project(project) as opened:
        pairs = opened.load().pairs
        for pair in dice.sample(pairs, min(len(pairs), count) // 2):
            yield Unit(changed(pair.zh_text, dice), pair.en_text)
    yield from generated(count - min(len(pairs), count) // 2)


def looking_up(project: Path, memory: Path, times: int) -> list[float]:
    """Return the milliseconds of the processor that look-ups for pairs of chance take."""
    from aligner.assistance import Segment

    assistant, dice, found = Assistant(memory), random.Random(4), []
    with open_project(project) as opened:
        for pair in dice.sample(opened.load().pairs, times):
            before = thread_time()
            assistant.assist(Segment(pair.zh_text, pair.en_text, "zh"))
            found.append((thread_time() - before) * 1000)
    assistant.close()
    return found


async def following(project: Path, memory: Path, times: int) -> dict[str, list[float]]:
    """Return the milliseconds that the panel and the keys take, by what is done."""
    from tui import ReviewApp, Session, Settings, Words, preload, read_keymap

    preload()  # as the command does; no garbage is looked for until the rows stand
    found: dict[str, list[float]] = {}
    dice = random.Random(3)
    with open_project(project) as opened:
        assistant, settings = Assistant(memory), Settings(Words("en"), read_keymap(None))
        app = ReviewApp(Session(opened), settings, assistant=assistant)
        async with app.run_test(size=(120, 30)) as pilot:
            while not opened.is_loaded:
                await pilot.pause(0.1)
            await pilot.pause(1)
            places = dice.sample(range(opened.count), times)
            found["the panel follows"] = [await _followed(app, place) for place in places]
            for name, keys in (
                ("nothing", [""]),
                ("a key in the list, the panel shown", ["down"]),
                ("a letter in the editor", ["e", *["x"] * times]),
            ):
                for key in keys if len(keys) > 1 else keys * times:
                    before = thread_time()
                    await pilot.press(*filter(None, [key]))
                    await pilot.pause()
                    found.setdefault(name, []).append((thread_time() - before) * 1000)
            await pilot.press("escape")
        assistant.close()
    return found


async def _followed(app: ReviewApp, place: int) -> float:
    """Go to a pair; return the milliseconds until the panel shows what there is for it."""
    from tui import ReviewScreen

    screen = app.screen
    assert isinstance(screen, ReviewScreen)
    review = screen.review
    started = perf_counter()
    review.go(place)
    while (last := review.assisting.last) is None or last.pair is not review.session.pair:
        if perf_counter() - started > _MOST_WAITED:
            raise SystemExit("the panel never followed")
        await asyncio.sleep(0.001)
    return (perf_counter() - started) * 1000


def panel(pairs: int, units: int, times: int, opens: int) -> None:
    """Print what the panel costs beside so many pairs, with a memory of so many units."""
    with tempfile.TemporaryDirectory() as folder:
        project, memory = Path(folder, "book.duizhao"), Path(folder, "memory.sqlite3")
        make_project(project, pairs)
        with Memory(memory, to_add=True) as opened:
            opened.add(near_units(project, units), "generated")
        print(f"{pairs:,} pairs, {units:,} units")
        opening(project)  # the first time everything is compiled
        runs = [
            opening(project, "--memory", str(memory), columns=120, settled=5) for _ in range(opens)
        ]
        firsts = [run[0] for run in runs]
        print(f"first row: {statistics.median(firsts):.2f} s (median), {max(firsts):.2f} s (worst)")
        print(f"most memory, a pair explained and its matches shown: {max(r[4] for r in runs)} MB")
        looked_up = looking_up(project, memory, times)
        found = asyncio.run(following(project, memory, times))
    middle, worst = statistics.median(looked_up), max(looked_up)
    print(f"a look-up: {middle:.1f} ms of the processor (median), {worst:.1f} ms (worst)")
    base = statistics.median(found.pop("nothing"))
    for name, took in found.items():
        less = 0.0 if name == "the panel follows" else base
        middle, worst = statistics.median(took) - less, max(took) - less
        print(f"{name}: {middle:.1f} ms (median), {worst:.1f} ms (worst)")


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--pairs", type=int, default=100_000)
    options.add_argument("--units", type=int, default=100_000)
    options.add_argument("--times", type=int, default=60)
    options.add_argument("--opens", type=int, default=3)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as compiled:
        compile_once(compiled)
        panel(given.pairs, given.units, given.times, given.opens)


if __name__ == "__main__":
    main()
