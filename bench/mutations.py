"""Which small mistakes the tests would notice: `python -m bench.mutations [--list]`.

Each mutation of `mutations.tsv` makes one change to one line of a copy of the code (or for and,
minus for plus, a bound moved by one) and runs the tests of that room; a test must fail. The tests
must pass in the copy without a mutation; otherwise nothing is measured. `--draw N --seed S` draws a
new list. A mutation that changes nothing that anybody could see is marked as equivalent in the
list, with the reason, and not counted. Places are named by function, kind and number, so that the
list outlives changes elsewhere in a module.
"""

from __future__ import annotations

import argparse
import ast
import compileall
import csv
import importlib.util
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from queue import Queue

HERE = Path(__file__).parent
ROOT = HERE.parent
LIST = HERE / "mutations.tsv"
ROOMS: dict[str, tuple[str, ...]] = {
    "aligner/edits": (
        "tests/test_edits.py",
        "tests/test_edits_laws.py",
        "tests/project/test_ranks.py",
        "tests/project/test_project.py",
    ),
    "aligner/bitext": (
        "tests/test_moved_text.py",
        "tests/formats/test_svg_map.py",
        "tests/cli/test_terminal_map.py",
        "tests/cli/test_summary.py",
        "tests/bitext",
    ),
    "aligner/memory": ("tests/cli/test_memory.py", "tests/memory"),
    "aligner/checks": ("tests/cli/test_check.py", "tests/checks"),
    "aligner/cells": ("tests/cli/test_side_by_side.py", "tests/test_cells.py"),
    "aligner/explain": ("tests/test_explain.py",),
    "aligner/lexicon/folding.py": ("tests/lexicon/test_folding.py",),
}
"""What is mutated, and the tests that have to notice, the quick ones first."""
SLOWEST = 600
"""Seconds that the tests of a room may take; a mutation that never ends is noticed, too."""
_MODELS = ("duizhao-static-zh-en", "duizhao-context-zh-en")  # large, and never changed
_SHOWN = 2000
"""Characters shown of what the tests say where they fail without a mutation."""
_SWAPPED: dict[type[ast.AST], tuple[str, str]] = {
    ast.And: ("and", "or"),
    ast.Or: ("or", "and"),
    ast.Add: ("+", "-"),
    ast.Sub: ("-", "+"),
    ast.Lt: ("<", "<="),
    ast.LtE: ("<=", "<"),
    ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"),
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
}


@dataclass(frozen=True, slots=True)
class Mutation:
    """One change to one place of a module."""

    module: str
    function: str
    kind: str
    """What becomes what: `and > or`."""
    number: int
    """Which place of this kind in the function, from 1."""
    remark: str = ""
    """Why nobody could notice it; empty where somebody could."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mutation is to be made, in lines from 0 and bytes of a line."""

    mutation: Mutation
    line: int
    start: int
    end: int
    after: str


def places_of(module: str, code: str) -> Iterator[Place]:
    """Yield every place of a module that can be mutated."""
    counts: dict[tuple[str, str], int] = {}
    lines = code.encode("utf-8").split(b"\n")
    for function, node in _functions(ast.parse(code)):
        for line, start, end, before, after in _swaps(node, lines):
            key = function, f"{before} > {after}"
            counts[key] = counts.get(key, 0) + 1
            mutation = Mutation(module, *key, counts[key])
            yield Place(mutation, line, start, end, after)


def _functions(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef]]:
    for owner in ast.walk(tree):
        if isinstance(owner, ast.Module | ast.ClassDef):
            before = f"{owner.name}." if isinstance(owner, ast.ClassDef) else ""
            for node in owner.body:
                if isinstance(node, ast.FunctionDef):
                    yield before + node.name, node


def _swaps(
    function: ast.FunctionDef, lines: Sequence[bytes]
) -> Iterator[tuple[int, int, int, str, str]]:
    for node in ast.walk(function):
        parts: list[tuple[ast.expr, ast.AST, ast.expr]] = []
        if isinstance(node, ast.BoolOp):
            parts = [(node.values[0], node.op, node.values[1])]
        elif isinstance(node, ast.BinOp):
            parts = [(node.left, node.op, node.right)]
        elif isinstance(node, ast.Compare):
            parts = [(node.left, node.ops[0], node.comparators[0])]
        for left, operator, right in parts:
            if type(operator) not in _SWAPPED or _is_text(left) or _is_text(right):
                continue
            before, after = _SWAPPED[type(operator)]
            found = _between(left, right, before, lines)
            if found is not None:
                yield (*found, before, after)


def _is_text(node: ast.expr) -> bool:
    """Whether it is plainly a text, which has no minus."""
    constant = isinstance(node, ast.Constant) and isinstance(node.value, str | bytes)
    return constant or isinstance(node, ast.JoinedStr)


def _between(
    left: ast.expr, right: ast.expr, sign: str, lines: Sequence[bytes]
) -> tuple[int, int, int] | None:
    """Return where an operator stands between two expressions; None over a comment."""
    assert left.end_lineno is not None
    assert left.end_col_offset is not None
    for line in range(left.end_lineno - 1, right.lineno):
        first = left.end_col_offset if line == left.end_lineno - 1 else 0
        last = right.col_offset if line == right.lineno - 1 else len(lines[line])
        text = lines[line][first:last]
        if b"#" in text:
            return None
        at = text.find(sign.encode())
        if at >= 0:
            return line, first + at, first + at + len(sign)
    return None


def all_places() -> dict[Mutation, Place]:
    """Return every place that can be mutated, in the rooms that are looked at."""
    found: dict[Mutation, Place] = {}
    for room in ROOMS:
        here = ROOT / room
        for path in [here] if here.is_file() else sorted(here.rglob("*.py")):
            module = path.relative_to(ROOT).as_posix()
            for place in places_of(module, path.read_text(encoding="utf-8")):
                found[place.mutation] = place
    return found


def room_of(module: str) -> str:
    """Return the room that a module belongs to."""
    return next(room for room in ROOMS if module == room or module.startswith(f"{room}/"))


def draw(count: int, seed: int) -> list[Mutation]:
    """Draw mutations, as many from each room."""
    chance = random.Random(seed)
    places = list(all_places())
    drawn: list[Mutation] = []
    for number, room in enumerate(ROOMS):
        inside = [place for place in places if room_of(place.module) == room]
        share = count // len(ROOMS) + (number < count % len(ROOMS))
        drawn += chance.sample(inside, min(share, len(inside)))
    return sorted(drawn, key=lambda one: (one.module, one.function, one.kind, one.number))


def read_list() -> list[Mutation]:
    """Return the mutations that are kept."""
    with LIST.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t"))[1:]
    return [Mutation(a, b, c, int(d), e) for a, b, c, d, e in rows]


def write_list(mutations: Sequence[Mutation]) -> None:
    """Keep a list of mutations."""
    with LIST.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(["module", "function", "mutation", "number", "equivalent because"])
        for one in mutations:
            writer.writerow([one.module, one.function, one.kind, one.number, one.remark])


def mutated(code: bytes, place: Place) -> bytes:
    """Return the code of a module with one mutation."""
    lines = code.split(b"\n")
    line = lines[place.line]
    lines[place.line] = line[: place.start] + place.after.encode() + line[place.end :]
    return b"\n".join(lines)


def is_noticed(place: Place, copy: Path) -> bool:
    """Make a mutation in a copy of the code, and return whether a test of its room fails."""
    path = copy / place.mutation.module
    original = path.read_bytes()
    path.write_bytes(mutated(original, place))
    # Compiled code is told from old code by the second and the length, which may be the same.
    Path(importlib.util.cache_from_source(path)).unlink(missing_ok=True)
    try:
        return failure(room_of(place.mutation.module), copy) is not None
    finally:
        path.write_bytes(original)


def failure(room: str, copy: Path) -> str | None:
    """Run the tests of a room in a copy up to the first that fails; None where all pass."""
    options = ["-x", "-q", "-p", "no:cacheprovider", "--hypothesis-seed=1"]
    try:
        done = subprocess.run(
            [sys.executable, "-B", "-m", "pytest", *options, *ROOMS[room]],
            cwd=copy,
            env={**os.environ, "PYTHONPATH": str(copy)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=SLOWEST,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return f"more than {SLOWEST} seconds"
    return done.stdout[-_SHOWN:] if done.returncode else None


def copied(folder: Path) -> Path:
    """Copy what the tests need, and compile it; the weights stay where they are."""
    folder.mkdir(exist_ok=True)
    for name in ("aligner", "tui", "tests", "bench", "training", "docs", "seeds"):
        skipped = shutil.ignore_patterns("__pycache__", *_MODELS)
        shutil.copytree(ROOT / name, folder / name, ignore=skipped)
    for model in _MODELS:
        weights = Path("aligner/model", model)
        (folder / weights).symlink_to(ROOT / weights)
    for name in ("pyproject.toml", "README.md", "README.zh.md"):
        shutil.copy(ROOT / name, folder / name)
    compileall.compile_dir(folder, quiet=2)
    return folder


def run(mutations: Sequence[Mutation], places: dict[Mutation, Place], jobs: int) -> None:
    """Print which mutations are noticed, in their order, then how many."""
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(jobs) as pool:
        copies: Queue[Path] = Queue()
        for number in range(jobs):
            copies.put(copied(Path(folder) / str(number)))

        def noticed(mutation: Mutation) -> bool:
            copy = copies.get()
            try:
                return is_noticed(places[mutation], copy)
            finally:
                copies.put(copy)

        for room in dict.fromkeys(room_of(mutation.module) for mutation in mutations):
            if said := failure(room, Path(folder) / "0"):
                raise SystemExit(f"The tests of {room} fail without any mutation:\n{said}")
        killed = 0
        for mutation, was_noticed in zip(mutations, pool.map(noticed, mutations), strict=True):
            killed += was_noticed
            word = "noticed" if was_noticed else "SURVIVED"
            print(f"{word:9} {_described(places[mutation])}", flush=True)
    print(f"{killed} of {len(mutations)} noticed ({killed / len(mutations):.0%})")


def _described(place: Place) -> str:
    one = place.mutation
    return f"{one.module}:{place.line + 1} {one.function}: {one.kind} ({one.number})"


def main() -> None:
    """Draw a list, print it, or find out which of its mutations are noticed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--draw", type=int, metavar="N", help="draw a new list of N mutations")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--list", action="store_true", help="print the places, and change nothing")
    parser.add_argument("--room", default="", help="those of one room alone: aligner/cells")
    parser.add_argument("--jobs", type=int, default=1, help="so many at a time")
    chosen = parser.parse_args()
    if chosen.draw:
        write_list(draw(chosen.draw, chosen.seed))
    places = all_places()
    counted: list[Mutation] = []
    for listed in read_list():
        mutation = replace(listed, remark="")
        if not mutation.module.startswith(chosen.room):
            continue
        if mutation not in places:
            print(f"gone      {mutation.module} {mutation.function}: {mutation.kind}")
        elif listed.remark:
            print(f"alike     {_described(places[mutation])}: {listed.remark}")
        else:
            counted.append(mutation)
    if chosen.list:
        for mutation in counted:
            print(f"          {_described(places[mutation])}")
    elif counted:
        run(counted, places, chosen.jobs)


if __name__ == "__main__":
    main()
