"""Time converting a large memory, against reading it alone: `python -m bench.conversion [UNITS]`.

A TMX of UNITS made-up units (default: a million) becomes a TSV, by the function behind `duizhao
convert`, in a process of its own, so that its peak memory is its own. Beside it stands what others
take merely to read the file: `lxml.iterparse` where lxml is installed in the Python that
`--lxml-python` names (it is no dependency of Duizhao), and the standard library's.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

ZH = "燈塔亮了守塔人關上門走下樓梯今晚有霧他說貓沒有回答海很靜船在港口外面等了一夜"
EN = "the lamp was lit keeper closed door and went down stairs fog tonight he said sea calm"

_TIMED = """
import json, resource, sys, time
started, used = time.perf_counter(), time.process_time()
{work}
print(json.dumps({{
    "seconds": time.perf_counter() - started,
    "processor": time.process_time() - used,
    "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
}}))
"""
_LXML = """
from lxml import etree
for _, element in etree.iterparse(sys.argv[1]{only}):
    {clear}
"""
WORK = {
    "duizhao: TMX to TSV": """
from aligner.formats import read_units, write_units
write_units(read_units(sys.argv[1]), sys.argv[2])
""",
    "duizhao: TMX to TMX": """
from aligner.formats import read_units, write_units
write_units(read_units(sys.argv[1]), sys.argv[2].replace(".tsv", ".tmx"))
""",
    "duizhao: reading alone": """
from aligner.formats import read_units
for unit in read_units(sys.argv[1]): pass
""",
    "lxml.iterparse, every end": _LXML.format(only="", clear="element.clear()"),
    "lxml.iterparse, units only": _LXML.format(
        only=", tag='tu'",
        clear="element.clear()\n    while element.getprevious() is not None:"
        " del element.getparent()[0]",
    ),
    "xml.etree.iterparse": """
from xml.etree.ElementTree import iterparse
events = iterparse(sys.argv[1], ("start", "end"))
for event, element in events:
    if event == "end" and element.tag == "tu": body.clear()
    elif element.tag == "body": body = element
""",
}


def make_memory(path: Path, units: int) -> None:
    """Write a TMX of so many units with attributes, properties and references."""
    chance, words = random.Random(1), EN.split()
    with path.open("w", encoding="utf-8") as file:
        file.write(
            '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n  <header '
            'creationtool="bench" creationtoolversion="1" segtype="sentence" o-tmf="bench" '
            'adminlang="en-US" srclang="zh-TW" datatype="plaintext"/>\n  <body>\n'
        )
        for number in range(units):
            zh = "".join(chance.choices(ZH, k=chance.randint(8, 40)))
            en = " ".join(chance.choices(words, k=chance.randint(5, 20)))
            file.write(
                f'    <tu creationdate="2024{number % 12 + 1:02}05T230809Z">\n'
                f'      <prop type="x-confidence">{number % 1000 / 1000:.3f}</prop>\n'
                '      <prop type="x-status">proposed</prop>\n'
                f'      <tuv xml:lang="zh-TW"><seg>{zh}{number}</seg></tuv>\n'
                f'      <tuv xml:lang="en-US"><seg>{en} &amp; {number}.</seg></tuv>\n'
                "    </tu>\n"
            )
        file.write("  </body>\n</tmx>\n")


def timed(python: str, work: str, *paths: Path) -> dict[str, float] | None:
    """Do some work in a process of its own; None where it cannot be done."""
    done = subprocess.run(
        [python, "-c", _TIMED.format(work=work), *map(str, paths)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        return None
    measured: dict[str, float] = json.loads(done.stdout)
    return measured


def main() -> None:
    """Measure each kind of work, the best of some runs."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("units", nargs="?", type=int, default=1_000_000)
    options.add_argument("--runs", type=int, default=2)
    options.add_argument("--lxml-python", default=sys.executable, metavar="PYTHON")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        memory, table = Path(folder) / "memory.tmx", Path(folder) / "table.tsv"
        make_memory(memory, chosen.units)
        print(f"{chosen.units:,} units, {memory.stat().st_size >> 20} MB of TMX")
        for label, work in WORK.items():
            python = chosen.lxml_python if "lxml" in label else sys.executable
            runs = [timed(python, work, memory, table) for _ in range(chosen.runs)]
            good = [run for run in runs if run]
            if not good:
                print(f"{label:<28} not possible here")
                continue
            best = min(good, key=lambda run: run["processor"])
            print(
                f"{label:<28} {best['seconds']:6.1f} s, {best['processor']:6.1f} s of processor, "
                f"{best['peak_mb']:6.0f} MB"
            )


if __name__ == "__main__":
    main()
