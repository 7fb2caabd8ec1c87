"""What the checks catch, and what they raise an alarm about for nothing.

    python -m bench.checks                       # the tables of number pairs
    python -m bench.checks --gold GOLD_DIR...    # findings over right pairs, by code
    python -m bench.checks --spoilt [GOLD_DIR...]    # what `bench.judging` shows

The tables hold pairs whose numbers agree and pairs whose numbers were made wrong on purpose.
`number_pairs.tsv` was written before the checks were first measured, and the checks were mended by
it; `number_pairs_fresh.tsv` was written when they were finished. A gold folder holds one JSON file
a document with `zh`, `en` and `gold`; whoever reads its findings decides which are false.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import process_time

from aligner.checks import check_pair, sentence
from bench.judging import show_judging

HERE = Path(__file__).parent
TABLES = (HERE / "number_pairs.tsv", HERE / "number_pairs_fresh.tsv")
NUMBER_CODES = frozenset(("number", "currency"))


@dataclass(frozen=True, slots=True)
class Row:
    """A pair of a table and whether its numbers agree."""

    right: bool
    kind: str
    zh: str
    en: str

    @property
    def alarmed(self) -> bool:
        """Whether the number check finds something in it."""
        return number_findings(self.zh, self.en) > 0


@dataclass(frozen=True, slots=True)
class Figures:
    """How a table went: shares from 0 to 1, and the rows that went wrong."""

    rows: int
    recall: float
    precision: float
    missed: list[Row]
    false: list[Row]


def read_table(path: Path) -> list[Row]:
    """Read a table: verdict, kind, Chinese, English."""
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    rows = (line.split("\t") for line in lines)
    return [Row(verdict == "right", kind, zh, en) for verdict, kind, zh, en in rows]


def measure(rows: list[Row]) -> Figures:
    """Run the number check over a table."""
    missed = [row for row in rows if not row.right and not row.alarmed]
    false = [row for row in rows if row.right and row.alarmed]
    wrong = sum(1 for row in rows if not row.right)
    caught = wrong - len(missed)
    return Figures(len(rows), caught / wrong, caught / (caught + len(false)), missed, false)


def gold_pairs(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the texts of the gold pairs with both sides, joined as the aligner joins them."""
    for path in sorted(folder.glob("*.json")):
        case = json.loads(path.read_text(encoding="utf-8"))
        for zh, en in case["gold"]:
            if zh and en:
                yield "".join(case["zh"][i] for i in zh), " ".join(case["en"][j] for j in en)


def show_table(path: Path) -> None:
    """Print the figures of a table and the rows that went wrong."""
    figures = measure(read_table(path))
    shares = f"recall {figures.recall:.3f}, precision {figures.precision:.3f}"
    print(f"{path.name}: {figures.rows} pairs, {shares}")
    for name, rows in (("missed", figures.missed), ("false", figures.false)):
        for row in rows:
            print(f"  {name}\t{row.kind}\t{row.zh}\t{row.en}")


def slips(pairs: list[tuple[str, str]], seed: int = 0) -> tuple[int, int]:
    """Change one digit of the English of each pair that has one; return how many, how many found.

    A pair counts as found if the number check says more of it than before.
    """
    chance = random.Random(seed)
    changed = found = 0
    for zh, en in pairs:
        places = [place for place, c in enumerate(en) if c in "0123456789"]
        if not places:
            continue
        place = chance.choice(places)
        other = chance.choice([c for c in "123456789" if c != en[place]])
        wrong = f"{en[:place]}{other}{en[place + 1 :]}"
        changed += 1
        found += number_findings(zh, wrong) > number_findings(zh, en)
    return changed, found


def number_findings(zh: str, en: str) -> int:
    """Return how many numbers the check tells of."""
    return sum(finding.code in NUMBER_CODES for finding in check_pair(zh, en))


def show_gold(folder: Path, codes: set[str]) -> None:
    """Print what is found in right pairs, a line a finding, then the counts by code."""
    pairs = list(gold_pairs(folder))
    started = process_time()
    found = [check_pair(zh, en) for zh, en in pairs]
    seconds = process_time() - started
    counts = Counter(code for findings in found for code in {f.code for f in findings})
    for (zh, en), findings in zip(pairs, found, strict=True):
        for finding in findings:
            if not codes or finding.code in codes:
                print(f"{finding.code}\t{sentence(finding, 'en')}\t{zh}\t{en}")
    marked = sum(1 for findings in found if findings)
    if not pairs:
        raise SystemExit(f"{folder} holds no gold pairs.")
    print(f"{folder.name}: {len(pairs)} pairs, {marked} with a finding ({marked / len(pairs):.1%})")
    print("  " + ", ".join(f"{code} {n}" for code, n in counts.most_common()))
    print(f"  {1e6 * seconds / len(pairs):.0f} microseconds of processor time a pair")
    changed, caught = slips(pairs)
    print(f"  a digit of the English changed: {caught} of {changed} found ({caught / changed:.1%})")


def main() -> None:
    """Print what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gold", nargs="+", type=Path, default=[], metavar="GOLD_DIR")
    parser.add_argument("--spoilt", nargs="*", type=Path, metavar="GOLD_DIR")
    parser.add_argument("--code", action="append", default=[], help="show findings of this code")
    args = parser.parse_args()
    if args.spoilt is not None:
        show_judging(args.spoilt)
        return
    for path in TABLES if not args.gold else ():
        if path.exists():
            show_table(path)
    for folder in args.gold:
        show_gold(folder, set(args.code))


if __name__ == "__main__":
    main()
