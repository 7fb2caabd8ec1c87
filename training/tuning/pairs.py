"""Which pairs the encoders are tuned on, and the batches that they come in.

Half of what counts is which sentences stand beside each other: the lines of running text enter a
batch in runs of neighbours, which are the hard ones to tell apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from training.pairs import Pair, Source, dictionary_pairs, find_source, read_pairs

Numbers = npt.NDArray[np.int64]

RUN = 32
"""Neighbouring lines that enter a batch together."""

# Narrative and essays count twice: they are few, and what books and articles are like.
TEXTS = (
    Source("tw_laws_lines", 0.12, running=True),
    Source("tw_laws_articles_long", 0.5, running=True),
    Source("python_docs_zh_cn", 0.5, running=True),
    Source("react_docs_zh", 1.0, running=True),
    Source("lctt", 2.0, running=True),
    Source("cdda", 1.0, running=False),
    Source("asp", 3.0, running=True),
    Source("plurality", 2.0, running=True),
    Source("opensource_guide", 2.0, running=True),
    Source("tatoeba_manythings", 1.0, running=False),
    Source("xquad_questions", 1.0, running=True),
    Source("own_pairs", 2.0, running=True),
    Source("godot_editor_zh_Hans", 0.3, running=False),
)
WORDS = (Source("omw", 0.25, running=False), Source("cc-cedict", 0.25, running=False))


@dataclass(frozen=True, slots=True)
class Corpus:
    """All pairs end to end, and how many of them are of each source."""

    pairs: Sequence[Pair]
    sizes: Sequence[tuple[Source, int]]
    same: Numbers
    """(pairs, 2): number of the text of either side, equal where texts are equal."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Line numbers: runs of neighbours first, then loose lines."""

    lines: Numbers
    ends: npt.NDArray[np.bool_]
    """Whether a run ends behind each line; behind a loose one it does."""
    running: int
    """How many of the lines are in runs."""


def read_corpus(folder: Path, sources: Sequence[Source]) -> Corpus:
    """Return the pairs of the sources that a folder holds; the dictionary is always at hand."""
    pairs: list[Pair] = []
    sizes = []
    for source in sources:
        path = find_source(folder, source)
        if source.name == "cc-cedict":
            found = dictionary_pairs()
        elif path is None:
            continue
        else:
            found = read_pairs(path)
        pairs += found
        sizes.append((source, len(found)))
    same = np.stack([_numbered([pair[side] for pair in pairs]) for side in (0, 1)], axis=1)
    return Corpus(pairs, sizes, same)


def shortened(corpus: Corpus, size: int) -> Corpus:
    """Return a corpus with so many pairs of each source at most, for a trial."""
    pairs: list[Pair] = []
    sizes, first = [], 0
    for source, count in corpus.sizes:
        pairs += corpus.pairs[first : first + min(size, count)]
        sizes.append((source, min(size, count)))
        first += count
    same = np.stack([_numbered([pair[side] for pair in pairs]) for side in (0, 1)], axis=1)
    return replace(corpus, pairs=pairs, sizes=sizes, same=same)


def batches(
    sizes: Sequence[tuple[Source, int]], size: int, rng: np.random.Generator
) -> Iterator[Batch]:
    """Yield the batches of one epoch, each of some `size` lines."""
    runs, loose = _drawn(sizes, rng)
    count = max(1, (sum(map(len, runs)) + len(loose)) // size)
    runs_each, loose_each = max(1, len(runs) // count), len(loose) // count
    for k in range(count):
        mine = runs[k * runs_each : (k + 1) * runs_each]
        lines = np.concatenate([*mine, loose[k * loose_each : (k + 1) * loose_each]])
        running = sum(map(len, mine))
        ends = np.ones(len(lines), bool)
        ends[:running] = False
        ends[np.cumsum([len(run) for run in mine]) - 1] = True
        yield Batch(lines, ends, running)


def _drawn(
    sizes: Sequence[tuple[Source, int]], rng: np.random.Generator
) -> tuple[list[Numbers], Numbers]:
    """Return the runs and the loose lines of an epoch, each in a random order."""
    runs: list[Numbers] = []
    singles: list[Numbers] = [np.zeros(0, np.int64)]
    first = 0
    for source, size in sizes:
        lines = np.arange(first, first + size)
        for part in [1.0] * int(source.share) + [source.share % 1.0]:
            if source.running:
                begin = int(rng.integers(RUN))
                cut = np.split(lines, range(begin, size, RUN))
                runs += [run for run in cut if len(run) > 3 and rng.random() < part]
            else:
                singles.append(lines[rng.random(size) < part])
        first += size
    return [runs[k] for k in rng.permutation(len(runs))], rng.permutation(np.concatenate(singles))


def _numbered(texts: Sequence[str]) -> Numbers:
    number: dict[str, int] = {}
    return np.array([number.setdefault(text, len(number)) for text in texts], np.int64)
