"""How many slipped translations come back: `python -m bench.repair [FILE] [--in docx|xlsx]`.

FILE has a Chinese and an English text a line, with a tab between them; without one the right pairs
of the sample articles are used. Of 400 pairs that follow each other, 7 stretches slip by one to
three: some translations are put into one, so that the rest moves up, or a gap comes in, so that it
moves down and the last ones share a place. Printed for several draws and both languages: how many
stood beside another original before and after, and how many were moved though nothing had slipped.
With `--in` the pairs are written as a table of such a file, the file is repaired, and read again.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from aligner.article import Language
from aligner.formats import Raw, SheetLayout, segment_editor_of, write_workbook
from aligner.repair import put_right, repair_file
from bench.documents import write_docx_table
from bench.texts import GOLD

CUES, SLIPS, MOST, DRAWS = 400, 7, 3, 4
PutRight = Callable[[Sequence[str], Sequence[str], Language], list[str]]
_NAMES = {"zh": "Chinese", "en": "English"}


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


def put_right_in(ending: str) -> PutRight:
    """Return what puts translations right that stand in a file."""

    def put(originals: Sequence[str], given: Sequence[str], source: Language) -> list[str]:
        target: Language = "en" if source == "zh" else "zh"
        heads = "No.", _NAMES[source], _NAMES[target]
        rows = [(str(n), *both) for n, both in enumerate(zip(originals, given, strict=True), 1)]
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, f"pairs.{ending}")
            if ending == "docx":
                write_docx_table(path, [heads, *rows])
            else:
                with path.open("wb") as file:
                    write_workbook(rows, SheetLayout(heads, (6, 60, 60)), file)
            path.write_bytes(repair_file(path, source).content)
            segments = segment_editor_of(path).read(Raw(path, path.read_bytes())).segments
        return [segment.text(target) for segment in segments]

    return put


def draw(
    pairs: Sequence[tuple[str, str]], source: Language, seed: int, put: PutRight
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
        _wrong(put(originals, given, source), right),
        _wrong(put(originals, right, source), right),
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
    parser = argparse.ArgumentParser(prog="bench.repair", description=__doc__)
    parser.add_argument("pairs", nargs="?", type=Path)
    parser.add_argument("--in", dest="ending", choices=("docx", "xlsx"))
    told = parser.parse_args()
    pairs = _pairs(told.pairs)
    put = put_right_in(told.ending) if told.ending else put_right
    print("source  draw  cues  slipped  wrong after  moved for nothing")
    for source in ("zh", "en"):
        for seed in range(DRAWS):
            cues, before, after, moved = draw(pairs, source, seed, put)
            print(f"{source:<6}{seed:>6}{cues:>6}{before:>9}{after:>13}{moved:>19}", flush=True)


if __name__ == "__main__":
    main()
