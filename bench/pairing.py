"""Time the pairing of a folder's documents: `python -m bench.pairing [FILES]`, or `--gold FOLDER`.

Half of FILES (10,000 by default) small texts are Chinese and half their translations, each of a
dozen sentences of the samples in an order of its own; a third of the sentences of each translation
is missing. The folder is planned in a process of its own, once with names that tell which belong
together, once with names that say nothing: seconds, those of the processor with imports, peak
memory, pairs, and how many of them are right.

With `--gold` the documents of a folder of gold alignments (their form: `bench/README.md`) are cut
into pieces of 3, 8 and 20 pairs, or left whole, and found by content, all of them and half of the
Chinese ones without their translation. Printed: how many were proposed and were right, and the
scores of translations and of strangers, from which `aligner.pairing.content` has its least score.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from aligner.encoders import built_in, unit_vectors
from aligner.pairing import Origin, make_plan
from bench.texts import text_of

SENTENCES = 12
MISSING = 1 / 3
MOST_PIECES = 300
_LETTERS = str.maketrans("0123456789", "ghijklmnop")

_PLAN = """
import json, pathlib, resource, sys, time
from aligner.pairing import make_plan
began = time.perf_counter()
plan = make_plan([pathlib.Path(sys.argv[1])])
print(json.dumps({
    "seconds": time.perf_counter() - began,
    "processor": time.process_time(),
    "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    "origins": sorted({str(pair.origin) for pair in plan.pairs}),
    "pairs": [[pair.zh and pair.zh.name, pair.en and pair.en.name] for pair in plan.pairs],
}))
"""


def write_documents(folder: Path, files: int, *, named: bool) -> dict[str, str]:
    """Write a folder of texts; return the name of each translation by that of its Chinese text."""
    chance = random.Random(files)
    numbers = list(range(files))
    chance.shuffle(numbers)
    right = {}
    for number in range(files // 2):
        text = text_of(SENTENCES, seed=number, most=1)
        kept = [line for line in text.en if chance.random() >= MISSING] or text.en[:1]
        zh, en = f"text {number}_zh.txt", f"text {number}_en.txt"
        if not named:
            zh, en = (f"q{n:x}.txt".translate(_LETTERS) for n in (numbers.pop(), numbers.pop()))
        folder.joinpath(zh).write_text("\n\n".join(text.zh) + "\n", encoding="utf-8")
        folder.joinpath(en).write_text("\n\n".join(kept) + "\n", encoding="utf-8")
        right[zh] = en
    return right


def time_plan(folder: Path, right: dict[str, str]) -> str:
    """Plan a folder in a new process; return its figures."""
    command = [sys.executable, "-c", _PLAN, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    good = sum(right.get(zh) == en for zh, en in found["pairs"])
    how = ", ".join(found["origins"])
    cost = f"{found['seconds']:.1f} s, {found['processor']:.1f} s of the processor"
    pairs = f"{len(found['pairs']):,} pairs, {good:,} of {len(right):,} right"
    return f"by {how}: {cost}, {found['peak_mb']:.0f} MB, {pairs}"


def pieces_of(gold: Path, size: int | None) -> list[tuple[list[str], list[str]]]:
    """Return gold alignments cut into pieces of so many pairs, or whole, both texts of each."""
    pieces = []
    for path in sorted(gold.rglob("*.json")):
        said = json.loads(path.read_text(encoding="utf-8"))
        beads = said["gold"]
        step = size or len(beads)
        for first in range(0, len(beads) - step + 1, step):
            part = beads[first : first + step]
            zh = [said["zh"][i] for bead in part for i in bead[0]]
            en = [said["en"][j] for bead in part for j in bead[1]]
            if zh and en:
                pieces.append((zh, en))
    random.Random(size).shuffle(pieces)
    return pieces[:MOST_PIECES]


def score_pieces(pieces: Sequence[tuple[list[str], list[str]]]) -> list[str]:
    """Pair pieces by content, with and without all translations; return lines of figures."""
    lines = []
    for name, translated in (("all", pieces), ("half", pieces[::2])):
        with tempfile.TemporaryDirectory() as made:
            folder = Path(made)
            for number, (zh, _) in enumerate(pieces):
                folder.joinpath(f"a{number}.txt").write_text("\n\n".join(zh), encoding="utf-8")
            step = 1 if name == "all" else 2
            for number, (_, en) in enumerate(translated):
                path = folder / f"b{number * step}x.txt"
                path.write_text("\n\n".join(en), encoding="utf-8")
            plan = make_plan([folder])
        found = [pair for pair in plan.pairs if pair.origin == Origin.CONTENT]
        good = sum(pair.zh.stem[1:] == pair.en.stem[1:-1] for pair in found if pair.zh and pair.en)
        lines.append(
            f"  {name} translated: {len(translated)} to find, {len(found)} proposed, {good} right"
        )
    own, strange = _scores(pieces)
    lines.append(
        f"  scores of translations: least {own.min():.2f}, 5 % below {np.quantile(own, 0.05):.2f}, "
        f"half below {np.median(own):.2f}; of strangers 99 % below {np.quantile(strange, 0.99):.2f}"
    )
    return lines


def _scores(pieces: Sequence[tuple[list[str], list[str]]]) -> tuple[np.ndarray, np.ndarray]:
    """Return the scores of each piece with its translation, and with all others."""
    sides = [[unit_vectors(built_in().encode(piece[side])) for piece in pieces] for side in (0, 1)]
    scores = np.zeros((len(pieces), len(pieces)))
    for i, zh in enumerate(sides[0]):
        for j, en in enumerate(sides[1]):
            cosines = zh @ en.T
            scores[i, j] = (cosines.max(axis=1).mean() + cosines.max(axis=0).mean()) / 2
    own = np.eye(len(pieces), dtype=bool)
    return scores[own], scores[~own]


def main() -> None:
    """Run the bench."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("files", nargs="?", type=int, default=10_000)
    parser.add_argument("--gold", type=Path, help="score pieces of these gold alignments")
    options = parser.parse_args()
    if options.gold:
        for size in (3, 8, 20, None):
            pieces = pieces_of(options.gold, size)
            print(f"{len(pieces)} {f'pieces of {size} pairs' if size else 'whole documents'}")
            print("\n".join(score_pieces(pieces)), flush=True)
        return
    for named in (True, False):
        with tempfile.TemporaryDirectory() as folder:
            right = write_documents(Path(folder), options.files, named=named)
            print(f"{options.files:,} files {time_plan(Path(folder), right)}", flush=True)


if __name__ == "__main__":
    main()
