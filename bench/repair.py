"""How many slipped translations come back to their originals: `python -m bench.repair [FILE]`.

FILE has a Chinese and an English text a line, with a tab between them; without one the right pairs
of the sample articles are used. Of 400 pairs that follow each other, 7 stretches slip by one to
three: some translations are put into one, so that the rest moves up, or a gap comes in, so that it
moves down and the last ones share a place. Printed for several draws and both languages: how many
stood beside another original before and after, and how many were moved though nothing had slipped.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Sequence
from pathlib import Path

from aligner.article import Language
from aligner.repair import put_right
from bench.texts import GOLD

CUES, SLIPS, MOST, DRAWS = 400, 7, 3, 4


def slipped(texts: Sequence[str], glue: str, chance: random.Random) -> list[str]:
    """Return texts of which some stretches stand a few places too high or too low."""
    found = list(texts)
    edges = sorted(chance.sample(range(2, len(texts) - 2), 2 * SLIPS))
    for start, stop in zip(edges[::2], edges[1::2], strict=True):
        by, stretch = chance.randint(1, MOST), found[start:stop]
        if len(stretch) <= by + 1:
            continue
        if chance.random() < 0.5:
            found[start:stop] = [glue.join(stretch[: by + 1]), *stretch[by + 1 :], *[""] * by]
        else:
            last = glue.join(stretch[len(stretch) - by - 1 :])
            found[start:stop] = [*[""] * by, *stretch[: len(stretch) - by - 1], last]
    return found


def draw(
    pairs: Sequence[tuple[str, str]], source: Language, seed: int
) -> tuple[int, int, int, int]:
    """Return the cues of a draw, those wrong before and after, and those moved for nothing."""
    chance = random.Random(seed)
    first = chance.randrange(max(len(pairs) - CUES, 0) + 1)
    part = pairs[first : first + CUES]
    originals = [pair[source == "en"] for pair in part]
    right = [pair[source == "zh"] for pair in part]
    given = slipped(right, " " if source == "zh" else "", chance)
    return (
        len(part),
        _wrong(given, right),
        _wrong(put_right(originals, given, source), right),
        _wrong(put_right(originals, right, source), right),
    )


def _wrong(found: Sequence[str], right: Sequence[str]) -> int:
    """Return how many texts are others, white space aside."""
    return sum("".join(a.split()) != "".join(b.split()) for a, b in zip(found, right, strict=True))


def _pairs(path: Path | None) -> list[tuple[str, str]]:
    if path is None:
        samples = [
            json.loads(file.read_text(encoding="utf-8")) for file in sorted(GOLD.glob("*.json"))
        ]
        return [("".join(zh), " ".join(en)) for sample in samples for zh, en in sample if zh and en]
    lines = path.read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines]
    return [(row[0], row[1]) for row in cells if len(row) > 1 and row[0] and row[1]]


def main() -> None:
    """Print what becomes of the cues."""
    pairs = _pairs(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    print("source  draw  cues  slipped  wrong after  moved for nothing")
    for source in ("zh", "en"):
        for seed in range(DRAWS):
            cues, before, after, moved = draw(pairs, source, seed)
            print(f"{source:<6}{seed:>6}{cues:>6}{before:>9}{after:>13}{moved:>19}", flush=True)


if __name__ == "__main__":
    main()
