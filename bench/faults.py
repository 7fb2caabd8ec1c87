"""Commands under faults: what is left when the program is ended at a random moment.

    python -m bench.faults --signals 500 --full-disks 100 --kills 200

Each run has a folder of its own, with the files that a command reads, old files where it writes,
and a folder for temporary files. A run is ended by a signal at a random moment; then no file may be
there that was not there before, except a finished target, and each target is as it was or finished.
What ends before the program itself has begun is counted by itself: that is Python's doing.
A full disk is a limit on how long a file may grow, at which writing fails; the same must hold, and
the program must say why. Kills of the review screen are in `bench.kills`; disks without locks are
tried by the tests, through a library that fails the calls (`tests/store/test_no_locks.py`).
It needs `fork` and pseudo-terminals, so not Windows.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bench.fault_runs import ROOT, Command, Left, Run

OLD = b"what stood here before"
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

_UNITS = 1500
_MOST_ROOM = 400_000
"""Bytes that a file may have at most on a disk that is full."""
_DATES = re.compile(rb"\d{8}T\d{6}Z|\d{4}-\d\d-\d\d[T ][\d:.]+Z?")

COMMANDS = (
    Command("convert to TMX", ("convert", "big.tmx", "out.tmx"), ("out.tmx",)),
    Command("convert to XLSX", ("convert", "big.tmx", "out.xlsx"), ("out.xlsx",)),
    Command("convert twice", ("convert", "big.tmx", "a.csv", "b.jsonl"), ("a.csv", "b.jsonl")),
    Command("merge", ("merge", "big.tmx", "-o", "out.tmx"), ("out.tmx",)),
    Command(
        "align",
        ("align", "harbour.txt", "-o", "out.tmx", "-o", "out.html"),
        ("out.tmx", "out.html"),
    ),
    Command("check --fix", ("check", "big.tmx", "--fix", "out.tmx"), ("out.tmx",)),
    Command("memory add", ("memory", "add", "big.tmx", "--memory", "new.db"), makes=("new.db",)),
    Command("memory export", ("memory", "export", "out.tmx", "--memory", "m.db"), ("out.tmx",)),
    Command(
        "memory fill",
        ("memory", "fill", "harbour.txt", "-o", "out.tmx", "--memory", "m.db"),
        ("out.tmx",),
    ),
    Command("terms", ("terms", "big.tmx", "-o", "out.csv"), ("out.csv",)),
    Command("review an article", ("harbour.txt",), makes=("harbour.txt.duizhao",), on_screen=True),
    Command("review a memory", ("small.tmx",), makes=("small.tmx.duizhao",), on_screen=True),
    Command("review a project", ("kept.duizhao",), on_screen=True),
)


@dataclass(slots=True)
class Tally:
    """What has become of the runs."""

    runs: int = 0
    ended: Counter[str] = field(default_factory=Counter)
    """Runs that a signal ended, by command."""
    finished: int = 0
    """Runs that were done before their signal came."""
    too_early: int = 0
    """Runs that ended while Python itself was starting."""
    faults: list[str] = field(default_factory=list)
    """What was left, a line a run."""


@dataclass(slots=True)
class Workshop:
    """The files that every run begins with, and what its targets are when it is done."""

    folder: Path
    finished: dict[tuple[str, str], bytes] = field(default_factory=dict)
    """What a target holds when its command is done, by command and target."""
    seconds: dict[str, float] = field(default_factory=dict)
    """How long a command takes when nothing disturbs it."""


def end_at_random(
    count: int,
    seed: int = 0,
    commands: Sequence[Command] = COMMANDS,
    tell: Callable[[Tally], object] | None = None,
) -> Tally:
    """End commands by signals `count` times, in turn, and look at what they leave.

    `tell` is called after each.
    """
    chance = random.Random(seed)
    tally = Tally()
    with tempfile.TemporaryDirectory() as name:
        workshop = _prepared(Path(name), commands)
        for number in range(count):
            command = commands[number % len(commands)]
            _end_one(workshop, command, chance, tally)
            if tell is not None:
                tell(tally)
    return tally


def fill_disks(count: int, seed: int = 0) -> Tally:
    """Run commands `count` times, in turn, where files may grow to a random size alone."""
    chance = random.Random(seed)
    tally = Tally()
    commands = [command for command in COMMANDS if not command.on_screen]
    with tempfile.TemporaryDirectory() as name:
        workshop = _prepared(Path(name), commands)
        for number in range(count):
            command = commands[number % len(commands)]
            room = chance.randrange(_MOST_ROOM)
            with _folder(workshop, command) as folder:
                before = _files(folder)
                with Run(command, folder, room) as run:
                    code, said = run.end()
                tally.runs += 1
                tally.finished += code in (0, 4)
                try:
                    _check(workshop, command, folder, before)
                    if code not in (0, 1, 4) or b"Traceback" in said:
                        raise Left(f"exit code {code}: {said[-600:]!r}")
                except Left as left:
                    tally.faults.append(f"{command.name}, {room:,} bytes: {left}")
            _tell(tally)
    return tally


def _end_one(workshop: Workshop, command: Command, chance: random.Random, tally: Tally) -> None:
    moment = chance.uniform(0, 1.1 * workshop.seconds[command.name])
    number = chance.choice(SIGNALS)
    tally.runs += 1
    where = f"{command.name}, {number.name} after {moment:.3f} s"
    with _folder(workshop, command) as folder:
        before = _files(folder)
        with Run(command, folder) as run:
            run.wait(moment)
            run.signal(number)
            try:
                code, said = run.end()
            except Left as left:
                tally.faults.append(f"{where}: {left}")
                return
        if not run.has_begun:
            tally.too_early += 1
        elif code == 128 + number:
            tally.ended[command.name] += 1
        elif code in (0, 4):
            tally.finished += 1
        else:
            tally.faults.append(f"{where}: exit code {code}: {said[-600:]!r}")
        if run.has_begun and b"Traceback" in said:
            tally.faults.append(f"{where}: {said[-600:]!r}")
        try:
            _check(workshop, command, folder, before)
        except Left as left:
            tally.faults.append(f"{where}: {left}")


_KEPT = {"data", "data/recent.json"}
"""What a person's own folder holds of any sitting: which projects were opened lately."""


def _check(workshop: Workshop, command: Command, folder: Path, before: set[str]) -> None:
    """Raise Left for what a command should not have left in its folder."""
    after = _files(folder)
    if extra := after - before - set(command.makes) - _KEPT:
        raise Left(f"left: {', '.join(sorted(extra))}")
    if missing := before - after:
        raise Left(f"gone: {', '.join(sorted(missing))}")
    for target in command.targets:
        content = _comparable(folder / target)
        if content not in (OLD, workshop.finished[command.name, target]):
            raise Left(f"{target} is neither old nor finished")
    for database in [name for name in after if name.endswith((".db", ".duizhao"))]:
        with closing(sqlite3.connect(folder / database)) as opened:
            if opened.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                raise Left(f"{database} is damaged")


def _files(folder: Path) -> set[str]:
    """Return what lies in a folder and in those within it, but for the mark of the beginning."""
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*")}
    return found - {"begun"}


def _comparable(path: Path) -> bytes:
    """Return what a file holds, without the time at which it was written."""
    content = path.read_bytes()
    if content.startswith(b"PK"):
        with zipfile.ZipFile(path) as archive:
            content = b"".join(archive.read(name) for name in sorted(archive.namelist()))
    return _DATES.sub(b"", content)


# What runs begin with.


def _prepared(folder: Path, commands: Sequence[Command]) -> Workshop:
    """Make the files, and run each command once in peace."""
    base = folder / "base"
    (base / "tmp").mkdir(parents=True)
    (base / "big.tmx").write_text(_memory(_UNITS), encoding="utf-8")
    (base / "small.tmx").write_text(_memory(100), encoding="utf-8")
    shutil.copy(ROOT / "seeds" / "harbour.txt", base / "harbour.txt")
    workshop = Workshop(base)
    kept = Command("", ("memory", "add", "big.tmx", "--memory", "m.db"))
    with Run(kept, base) as run:
        run.end()
    _make_project(base / "kept.duizhao")
    for command in commands:
        with _folder(workshop, command) as place:
            began = time.monotonic()
            with Run(command, place) as run:
                if command.on_screen:
                    run.wait_for(b"\x1b[?1049h")  # the screen is drawn
                    run.wait(1.0)
                    run.signal(signal.SIGTERM)
                code, said = run.end()
            workshop.seconds[command.name] = time.monotonic() - began
            if code not in (0, 4, 143):
                raise Left(f"{command.name} fails: {code} {said[-600:]!r}")
            for target in command.targets:
                workshop.finished[command.name, target] = _comparable(place / target)
    return workshop


def _make_project(path: Path) -> None:
    import aligner
    from aligner.bitext import Bitext
    from aligner.project import create

    bitext: Bitext = aligner.align_article(path.with_name("harbour.txt"))
    create(path, bitext).close()


@contextmanager
def _folder(workshop: Workshop, command: Command) -> Iterator[Path]:
    """Make a folder for one run, with all that it begins with."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name) / "work"
        shutil.copytree(workshop.folder, place)
        (place / "begun").unlink(missing_ok=True)
        for target in command.targets:
            (place / target).write_bytes(OLD)
        yield place


def _memory(units: int) -> str:
    """Return a TMX of so many units."""
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4"><header creationtool="faults" '
        'creationtoolversion="1" segtype="sentence" o-tmf="none" adminlang="en" srclang="zh-CN" '
        'datatype="plaintext"/><body>\n'
    )
    body = "".join(
        f'<tu><tuv xml:lang="zh-CN"><seg>第{n}盏灯亮了，守塔人关上了门。</seg></tuv>'
        f'<tuv xml:lang="en-US"><seg>Lamp {n} was lit, and the keeper closed the door.</seg></tuv>'
        "</tu>\n"
        for n in range(units)
    )
    return f"{head}{body}</body></tmx>\n"


def main() -> None:
    """Print what the faults have left."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--signals", type=int, default=0, metavar="N", help="end commands N times")
    parser.add_argument(
        "--full-disks", type=int, default=0, metavar="N", help="leave no room N times"
    )
    parser.add_argument("--kills", type=int, default=0, metavar="N", help="kill the screen N times")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--command", metavar="NAME", help="the commands alone that begin so")
    wanted = parser.parse_args()
    if wanted.signals:
        chosen = [one for one in COMMANDS if one.name.startswith(wanted.command or "")]
        _show(end_at_random(wanted.signals, wanted.seed, chosen, _tell))
    if wanted.full_disks:
        _show(fill_disks(wanted.full_disks, wanted.seed))
    if wanted.kills:
        from bench.kills import kill_the_screen

        kill_the_screen(wanted.kills, wanted.seed)


def _tell(tally: Tally) -> None:
    """Show how far the runs have come."""
    print(f"\r{tally.runs} runs, {len(tally.faults)} left something", end="", file=sys.stderr)


def _show(tally: Tally) -> None:
    print(file=sys.stderr)
    for name, times in sorted(tally.ended.items()):
        print(f"{times:>6}  {name}")
    print(
        f"{tally.runs} runs: {tally.ended.total()} ended by a signal, {tally.finished} done before "
        f"it, {tally.too_early} while Python was starting; {len(tally.faults)} left something"
    )
    for fault in tally.faults:
        print(f"  {fault}")


if __name__ == "__main__":
    main()
