"""What the judging of units by their meaning finds, and the fitting of its weights.

    python -m bench.judging [GOLD_DIR...]         # spoilt memories, and alarms in right pairs
    python -m bench.judging --fit GOLD_DIR...     # weights for aligner/checks/judging.py

A memory of 300 units is spoilt in 40 of them: ten translations exchanged, ten slipped by one to
three units, ten cut to a half, ten copied. Without a folder the memory is made of the pairs of
`seeds/` and of this room. A gold folder holds one JSON file a document with `zh`, `en` and
`gold`; pairs of one sentence with one are taken.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import process_time

import numpy as np
import numpy.typing as npt

from aligner.checks import check_pair, judge_units
from aligner.checks.judging import BOTH, part_features, wrong_features
from aligner.checks.likeness import likeness, usual, vectors_of

Pair = tuple[str, str]
Floats = npt.NDArray[np.float32]

HERE = Path(__file__).parent
JUDGED = frozenset(("meaning", "slipped", "part"))
_UNITS = 300
_OF_A_KIND = 10
_RUNS = 12


def own_pairs() -> list[Pair]:
    """Return the pairs of the seeds and of this room, in order."""
    pairs: list[Pair] = []
    for path in sorted((HERE.parent / "seeds" / "gold").glob("*.json")):
        beads = json.loads(path.read_text(encoding="utf-8"))
        pairs += [("".join(zh), " ".join(en)) for zh, en in beads if zh and en]
    for path in sorted((HERE / "glossaries").glob("*.pairs.tsv")):
        lines = path.read_text(encoding="utf-8").splitlines()
        pairs += [(zh, en) for zh, en, *_ in (line.split("\t") for line in lines)]
    for path in sorted(HERE.glob("number_pairs*.tsv")):
        rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:])
        pairs += [(zh, en) for verdict, _, zh, en in rows if verdict == "right"]
    return pairs


def gold_pairs(folder: Path) -> list[Pair]:
    """Return the gold pairs of one sentence with one."""
    pairs: list[Pair] = []
    for path in sorted(folder.glob("*.json")):
        case = json.loads(path.read_text(encoding="utf-8"))
        single = ((zh, en) for zh, en in case["gold"] if len(zh) == len(en) == 1)
        pairs += [(case["zh"][zh[0]], case["en"][en[0]]) for zh, en in single]
    return pairs


def spoilt(pairs: Sequence[Pair], seed: int) -> tuple[list[Pair], dict[int, str]]:
    """Return a memory with 40 units spoilt, and which, with how."""
    chance = random.Random(seed)
    first = chance.randrange(max(1, len(pairs) - _UNITS))
    memory = list(pairs[first : first + _UNITS])
    bad: dict[int, str] = {}
    start = chance.randrange(len(memory) - _OF_A_KIND)
    by = chance.choice((1, 2, 3))
    run = range(start, start + _OF_A_KIND)
    english = [memory[k][1] for k in run]
    for place, k in enumerate(run):
        memory[k] = memory[k][0], english[(place - by) % _OF_A_KIND]
        bad[k] = "slipped"
    left = [k for k in range(len(memory)) if k not in bad and len(memory[k][0]) > 7]
    chance.shuffle(left)
    exchanged, cut, copied = (left[n * _OF_A_KIND : (n + 1) * _OF_A_KIND] for n in range(3))
    for one, two in zip(exchanged[::2], exchanged[1::2], strict=True):
        memory[one], memory[two] = (
            (memory[one][0], memory[two][1]),
            (memory[two][0], memory[one][1]),
        )
    for k in cut:
        words = memory[k][1].split()
        memory[k] = memory[k][0], " ".join(words[: max(1, len(words) // 2)])
    for k in copied:
        memory[k] = memory[k][0], memory[k][0]
    for kind, places in (("exchanged", exchanged), ("cut", cut), ("copied", copied)):
        bad |= dict.fromkeys(places, kind)
    return memory, bad


def show_judging(folders: Sequence[Path]) -> None:
    """Print how gold folders go, or without one this project's own pairs."""
    for folder in folders:
        show(folder.name, gold_pairs(folder))
    if not folders:
        show("seeds and bench", own_pairs())


def show(name: str, pairs: Sequence[Pair]) -> None:
    """Print the alarms in right pairs, and what is found of what is spoilt on purpose."""
    started = process_time()
    judged = list(judge_units(pairs))
    seconds = process_time() - started
    alarms = [k for k, judgement in enumerate(judged) if judgement.finding]
    share = len(alarms) / len(pairs)
    print(f"{name}: {len(pairs)} right pairs, {len(alarms)} alarms ({share:.2%})")
    for k in alarms:
        finding = judged[k].finding
        print(f"  {finding.code if finding else ''}\t{pairs[k][0]}\t{pairs[k][1]}")
    print(f"  {1e6 * seconds / len(pairs):.0f} microseconds of processor time a unit")
    found: Counter[str] = Counter()
    false = doubtful = 0
    for seed in range(_RUNS):
        memory, bad = spoilt(pairs, seed)
        for k, judgement in enumerate(judge_units(memory)):
            told = judgement.finding is not None
            if k not in bad:
                false += told
                continue
            doubtful += judgement.confidence < 0.5
            found[bad[k]] += told or any(one.code != "width" for one in check_pair(*memory[k]))
    mean = {kind: round(count / _RUNS, 1) for kind, count in found.items()}
    print(f"  spoilt: {found.total() / _RUNS:.1f} of {4 * _OF_A_KIND} found {mean}")
    print(f"  {doubtful / _RUNS:.1f} below 50% sure, {false / _RUNS:.1f} right ones told of")


def fit(folders: Sequence[Path]) -> None:
    """Print weights that tell right pairs from exchanged and from cut ones."""
    wrong: list[tuple[Floats, bool]] = []
    part: list[tuple[Floats, bool]] = []
    for folder in folders:
        pairs = gold_pairs(folder)
        right = _table(pairs)
        typical = usual(right)
        wrong.append((wrong_features(right, typical), False))
        wrong += [(wrong_features(_table(one), typical), True) for one in _exchanged(pairs)]
        for short, cut in zip(BOTH, _cut(pairs), strict=True):
            part.append((part_features(right, typical, short=short), False))
            part.append((part_features(_table(cut), typical, short=short), True))
    for name, rows in (("WRONG_WEIGHTS", wrong), ("PART_WEIGHTS", part)):
        print(name, _fitted(rows).round(1).tolist())


def _table(pairs: Sequence[Pair]) -> Floats:
    zh, en = [zh for zh, _ in pairs], [en for _, en in pairs]
    return likeness(zh, en, vectors_of(zh, en))


def _exchanged(pairs: Sequence[Pair]) -> Iterator[list[Pair]]:
    """Yield the pairs with the English of any other, and with that of the next."""
    chance = random.Random(2)
    size = len(pairs)
    for steps in ([chance.randrange(20, size - 20) for _ in pairs], [1] * size):
        yield [(pairs[k][0], pairs[(k + step) % size][1]) for k, step in enumerate(steps)]


def _cut(pairs: Sequence[Pair]) -> tuple[list[Pair], list[Pair]]:
    """Return the pairs with a part of the English, and with a part of the Chinese.

    Half of the parts end like sentences.
    """
    chance = random.Random(3)
    english: list[Pair] = []
    chinese: list[Pair] = []
    for zh, en in pairs:
        share, ended = chance.uniform(0.35, 0.65), chance.random() < 0.5
        words = en.split()
        kept = " ".join(words[: max(1, int(len(words) * share))])
        english.append((zh, kept.rstrip(" ,;") + "." if ended else kept))
        chinese.append((zh[: max(1, int(len(zh) * share))] + "。" * ended, en))
    return english, chinese


def _fitted(rows: Sequence[tuple[Floats, bool]]) -> Floats:
    """Return the weights of a logistic regression, by Newton's method with a slight ridge."""
    table = np.concatenate([features for features, _ in rows]).astype(np.float64)
    answer = np.concatenate([np.full(len(features), float(bad)) for features, bad in rows])
    scale = np.maximum(np.abs(table).max(axis=0), 1e-6)
    table /= scale
    weights = np.zeros(table.shape[1])
    for _ in range(40):
        sure = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (sure - answer) + 0.01 * weights
        bend = (table * (sure * (1 - sure))[:, None]).T @ table + 0.01 * np.eye(len(weights))
        weights -= np.linalg.solve(bend, slope)
    return np.asarray(weights / scale, dtype=np.float32)


def main() -> None:
    """Print what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", nargs="*", type=Path, metavar="GOLD_DIR")
    parser.add_argument("--fit", action="store_true", help="print weights that fit these pairs")
    given = parser.parse_args()
    if given.fit:
        fit(given.gold)
        return
    show_judging(given.gold)


if __name__ == "__main__":
    main()
