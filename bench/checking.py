"""Time `duizhao check` and take its peak memory: `python -m bench.checking [UNITS ...]`.

A TMX of so many units (100,000 and 1,000,000 unless others are named) is made of the pairs of the
sample articles, each with a number of its own, a hundredth of them twice and a hundredth with
another translation. `--silence CODE` is handed to the command; it may be given more than once, and
`meaning`, `slipped` and `part` together leave the built-in model out.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path
from xml.sax.saxutils import escape

from bench.texts import pairs_of_samples

_EVERY = 100
"""One unit in so many stands twice, and one has another translation than an earlier one."""


def write_memory(path: Path, units: int) -> None:
    """Write a TMX of so many units."""
    with path.open("w", encoding="utf-8") as file:
        file.write(
            '<?xml version="1.0" encoding="utf-8"?>\n<tmx version="1.4"><header srclang="zh-CN" '
            'creationtool="bench" creationtoolversion="1" segtype="sentence" o-tmf="none" '
            'adminlang="en" datatype="plaintext"/><body>\n'
        )
        for zh, en in _texts(units):
            file.write(
                f'<tu><tuv xml:lang="zh-CN"><seg>{escape(zh)}</seg></tuv>'
                f'<tuv xml:lang="en"><seg>{escape(en)}</seg></tuv></tu>\n'
            )
        file.write("</body></tmx>\n")


def _texts(units: int) -> Iterator[tuple[str, str]]:
    samples = pairs_of_samples()
    before = samples[0]
    for number in range(units):
        zh, en = samples[number % len(samples)]
        if number % _EVERY == 1:
            zh, en = before
        elif number % _EVERY == 2:
            zh, en = before[0], f"{before[1]} ({number})"
        else:
            zh, en = f"第{number}，{zh}", f"Number {number}, {en}"
            before = zh, en
        yield zh, en


def time_check(memory: Path, silenced: Sequence[str]) -> tuple[float, float, int]:
    """Check a memory in a new process: processor seconds, peak memory in MB, lines printed."""
    options = [word for code in silenced for word in ("--silence", code)]
    with tempfile.TemporaryFile() as output:
        command = [sys.executable, "-m", "aligner", "check", str(memory), *options]
        started = subprocess.Popen(command, stdout=output, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(started.pid, 0)
        started.returncode = os.waitstatus_to_exitcode(status)
        seconds = usage.ru_utime + usage.ru_stime
        output.seek(0)
        lines = sum(1 for _ in output)
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return seconds, usage.ru_maxrss / unit, lines


def main() -> None:
    """Print a line for each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("units", nargs="*", type=int, default=[100_000, 1_000_000])
    parser.add_argument("--silence", action="append", default=[], metavar="CODE")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for number, units in zip(count(), options.units, strict=False):
            memory = Path(folder, f"{number}.tmx")
            write_memory(memory, units)
            seconds, peak, lines = time_check(memory, options.silence)
            memory.unlink()
            print(f"{units:>9,} units  {seconds:7.1f} s  {peak:6.0f} MB  {lines:,} findings")


if __name__ == "__main__":
    main()
