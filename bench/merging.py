"""Time `duizhao merge` and take its peak memory: `python -m bench.merging [UNITS ...]`.

A folder as a run over many documents leaves it, a file and a report for every hundred pairs
(250,000, 500,000 and 1,000,000 pairs unless others are named), becomes a TMX in a process of its
own. The sentences are random words of the built-in model's vocabulary, as long as real ones; a
fifth of the pairs are there already, one in twenty differs from an earlier one in its digits. At
the end the seconds a unit of the largest by those of the smallest, where 1 is linear.

    python -m bench.merging --out lines --filters     # line pairs, with all filters
    python -m bench.merging --out parts               # in 128 parts, to be merged part by part
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

SIZES = (250_000, 500_000, 1_000_000)
_A_DOCUMENT = 100
"""Pairs of a document."""
_AGAIN = 0.2
"""Share of pairs that are there already."""
_NEAR = 0.05
"""Share of pairs that differ from an earlier one in their digits alone."""
_RECENT = 10_000
"""Pairs among which those that come again are chosen."""
_FILTERS = (
    *("--min-confidence", "0.1", "--max-length-ratio", "3"),
    *("--min-numbers", "0.5", "--check-languages", "--drop-near"),
)


@dataclass(frozen=True, slots=True)
class Merged:
    """What one merge took."""

    units: int
    seconds: float
    """Of the processor."""
    peak_mb: float
    said: str

    @property
    def microseconds_a_unit(self) -> float:
        """Of the processor."""
        return self.seconds / self.units * 1e6


def pairs(count: int) -> Iterator[tuple[str, str]]:
    """Yield so many pairs, some of them there already and some nearly so; always the same."""
    from bench.memory import generated

    chance = random.Random(0)
    recent: list[tuple[str, str]] = []
    for number, unit in enumerate(generated(count)):
        pair = unit.zh, unit.en
        if recent and (drawn := chance.random()) < _AGAIN + _NEAR:
            pair = chance.choice(recent)
            if drawn < _NEAR:
                pair = f"{number}、{pair[0]}", f"{number}. {pair[1]}"
        elif len(recent) < _RECENT:
            recent.append(pair)
        else:
            recent[chance.randrange(_RECENT)] = pair
        yield pair


def make_folder(folder: Path, count: int) -> None:
    """Write so many pairs as a run over documents does."""
    chance = random.Random(1)
    lines: list[str] = []
    for number, (zh, en) in enumerate(pairs(count), start=1):
        said = {
            "zh": zh,
            "en": en,
            "confidence": round(chance.random(), 6),
            "status": "proposed",
            "zh_places": [[0, len(zh)]],
            "en_places": [[0, len(en)]],
        }
        lines.append(json.dumps(said, ensure_ascii=False))
        if len(lines) == _A_DOCUMENT or number == count:
            document = folder / f"document-{number // _A_DOCUMENT:06}"
            document.with_suffix(".jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
            document.with_suffix(".json").write_text("{}", encoding="utf-8")
            lines.clear()


def time_merge(folder: Path, words: Sequence[str], units: int) -> Merged:
    """Merge a folder in a new process."""
    command = [sys.executable, "-m", "aligner", "--lang", "en", "merge", str(folder), *words]
    with tempfile.TemporaryFile("w+", encoding="utf-8") as output:
        started = subprocess.Popen(command, stderr=output)
        _, status, usage = os.wait4(started.pid, 0)
        started.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        said = " ".join(line for line in output.read().splitlines() if "%" not in line)
    if started.returncode:
        raise SystemExit(said)
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Merged(units, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit, said)


def time_size(units: int, kind: str, filters: Sequence[str]) -> Merged:
    """Make a folder of so many pairs and merge it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "documents")
        folder.mkdir()
        # In a process of its own: Linux counts the memory of this one into the peak.
        made = [sys.executable, "-m", "bench.merging", "--make", str(folder), str(units)]
        subprocess.run(made, check=True)
        to = {
            "lines": ["--lines", f"{name}/all"],
            "parts": ["-o", f"{name}/{{part}}.jsonl", "--parts", "128"],
        }.get(kind, ["-o", f"{name}/all.{kind}"])
        return time_merge(folder, [*to, *filters], units)


def main() -> None:
    """Print a line for each size."""
    parser = argparse.ArgumentParser(prog="bench.merging", description=__doc__)
    parser.add_argument("units", nargs="*", type=int, default=SIZES)
    parser.add_argument(
        "--out", default="tmx", help="ending of what is written, or lines, or parts"
    )
    parser.add_argument("--filters", action="store_true", help="ask for every filter")
    parser.add_argument("--make", type=Path, metavar="FOLDER", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.make:
        make_folder(asked.make, asked.units[0])
        return
    runs = []
    for units in asked.units:
        run = time_size(units, asked.out, _FILTERS if asked.filters else ())
        runs.append(run)
        print(
            f"{run.units:>9,} units  {run.seconds:7.1f} s of the processor  "
            f"{run.microseconds_a_unit:5.0f} µs a unit  {run.peak_mb:5.0f} MB",
            flush=True,
        )
    print(runs[-1].said)
    if len(runs) > 1:
        growth = runs[-1].microseconds_a_unit / runs[0].microseconds_a_unit
        print(f"a unit of the most costs {growth:.2f} times as much as one of the fewest")


if __name__ == "__main__":
    main()
