"""Gold alignments as the fit takes them: texts, the gold path, paragraphs drawn into it.

Gold texts come without paragraphs. A seeded draw puts breaks into them, most at the edges of gold
beads on both sides, some on one side only.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from aligner.alignment import Segments, read_segments
from aligner.encoders import StaticModel

Gold = list[tuple[list[int], list[int]]]
Step = tuple[int, int, int, int]
"""Row, column, Chinese, English; see `gold_steps`."""


@dataclass(frozen=True, slots=True)
class Case:
    """A text with its gold beads."""

    name: str
    folder: str
    zh: list[str]
    en: list[str]
    gold: Gold


def read_cases(folder: Path) -> list[Case]:
    """Return the gold cases of a folder."""
    cases = []
    for path in sorted(folder.glob("*.json")):
        case = json.loads(path.read_text(encoding="utf-8"))
        gold = [(zh, en) for zh, en in case["gold"] if zh or en]
        cases.append(Case(path.name, folder.name, case["zh"], case["en"], gold))
    return cases


def gold_steps(case: Case) -> list[Step]:
    """Return the gold path as (row, column, Chinese, English); gaps are single sentences.

    Annotators now and then skip or cross a sentence; a bead then stands for its whole stretch.
    """
    steps, i, j = [], 0, 0
    for zh, en in [*case.gold, ([len(case.zh)], [len(case.en)])]:
        if (zh and zh[0] < i) or (en and en[0] < j):
            continue
        to_i, to_j = (zh[0] if zh else i), (en[0] if en else j)
        steps += [(k, j, 1, 0) for k in range(i, to_i)]
        steps += [(to_i, k, 0, 1) for k in range(j, to_j)]
        i, j = to_i, to_j
        if zh and en and i < len(case.zh):
            n, m = zh[-1] + 1 - i, en[-1] + 1 - j
            steps.append((i, j, n, m))
            i, j = i + n, j + m
    return steps


def draw_paragraphs(case: Case, rng: np.random.Generator) -> tuple[list[int], list[int]]:
    """Return a paragraph number for each sentence of both sides, drawn as described above."""
    breaks = {"zh": np.zeros(len(case.zh), bool), "en": np.zeros(len(case.en), bool)}
    every = rng.uniform(2, 6)
    for i, j, n, m in gold_steps(case):
        if rng.random() < 1 / every:
            kind = rng.random()
            if n and kind < 0.95:
                breaks["zh"][i] = True
            if m and (kind < 0.9 or kind >= 0.95):
                breaks["en"][j] = True
        if max(n, m) > 1 and rng.random() < 0.02:
            side, at = ("zh", i + 1) if n > 1 else ("en", j + 1)
            breaks[side][at] = True
    return np.cumsum(breaks["zh"]).tolist(), np.cumsum(breaks["en"]).tolist()


def segments_of(case: Case, model: StaticModel, seed: int | None) -> tuple[Segments, Segments]:
    """Return both sides of a case, with drawn paragraphs where a seed is given."""
    zh_at: list[int] | None = None
    en_at: list[int] | None = None
    if seed is not None:
        zh_at, en_at = draw_paragraphs(case, np.random.default_rng(seed))
    return (
        read_segments(case.zh, "zh", model, paragraphs=zh_at),
        read_segments(case.en, "en", model, paragraphs=en_at),
    )
