"""How sure it is that the two texts of a unit say the same, judged by meaning alone.

In a memory the position of a unit is no evidence, so each is held against what is usual there and
against other units. Units go through in blocks: time grows with their number, room does not. The
weights were fitted by `python -m bench.judging` on right pairs and on pairs exchanged or cut.
Invariant: every unit gets one judgement, in order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from threadpoolctl import threadpool_limits

from aligner.article import Language
from aligner.checks.finding import Finding
from aligner.checks.languages import WRONG_LANGUAGE, check_languages, weighed
from aligner.checks.length import length_off
from aligner.checks.likeness import (
    COSINE,
    EN_COVERED,
    EN_ENDED,
    EN_LAST,
    RATIO,
    WEIGHT,
    ZH_COVERED,
    ZH_ENDED,
    ZH_LAST,
    Floats,
    likeness,
    usual,
    vectors_of,
)

WRONG_WEIGHTS = np.array([-18.1, -11.3, -5.4, -12.1, 5.3, 2.0], np.float32)
"""Of `wrong_features`, the first for what is always there."""
PART_WEIGHTS = np.array([-4.0, -5.4, -22.4, 19.8, -5.1, -5.9, 0.0, 4.8, -0.1], np.float32)
"""Of `part_features`, the first for what is always there."""


@dataclass(frozen=True, slots=True)
class _Limit:
    """The logarithm of the odds from which on a unit is told of."""

    least: float
    """In a literal translation, where a few in a thousand right units lie beyond it."""
    spreads: float
    """How many times as far from the median as the upper quartile it lies, in a free one."""


_WRONG = _Limit(2.8, 3.6)
_PART = _Limit(4.8, 4.8)
_MOST_RAISED = 3.5  # by how much a limit may rise: most of a memory may be wrong
_BELIEF = 100  # units without which a memory's own spread says nothing


BOTH: tuple[Language, Language] = ("en", "zh")
_BLOCK = 1024  # units judged together
_NEAR = 64  # units around a block that its units are compared with as well
_BETTER = 0.15  # by how much a cosine must be greater to say that a text belongs elsewhere
_DOUBTFUL = -6.8  # excess from which on a unit is asked whether its texts belong elsewhere
_RUN = 4  # units in a row that have moved together
_FAR = 60  # how far translations slip; within what lies around a block
_SLIPPED = 0.2  # by how much the cosines of a run must be greater where it came from
_ALIKE = 0.35  # the cosine that texts with one meaning have at least, in a run
_FEWEST_HAN = 6
_FEWEST_WORDS = 4
_FEWEST_TO_MOVE = 6  # Han characters from which on a text can be said to belong elsewhere
_FEWEST_TO_CUT = {"en": 10, "zh": 9}
"""Han characters, or words, of a whole text of which the other can be called a part."""
_WITHOUT_PROOF = -2.0  # what is made of an excess where a text is too short to tell by
_TOLD = 0.02  # confidence of what is wrong beyond its meaning
_SHORTER = 0.1  # logarithm of the ratio by which a part is shorter than usual at least


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is to be thought of a unit."""

    confidence: float
    """How sure it is that the texts say the same, from 0 to 1; below a half it is told of."""
    finding: Finding | None = None


class Judge:
    """Units taken in one by one; judgements come out in their order, a block later."""

    def __init__(self) -> None:
        self._pairs: list[tuple[str, str]] = []
        self._first = 0
        """Number of the first unit that is kept, from 0."""
        self._done = 0
        """How many of those kept have been judged."""

    def add(self, zh: str, en: str) -> list[tuple[int, Judgement]]:
        """Take in the next unit; return the place, from 0, and the judgement of earlier ones."""
        self._pairs.append((zh, en))
        if len(self._pairs) - self._done < _BLOCK + _NEAR:
            return []
        return self._judged(len(self._pairs) - _NEAR)

    def rest(self) -> list[tuple[int, Judgement]]:
        """Return the judgements that are still to come, once all units are in."""
        return self._judged(len(self._pairs))

    def _judged(self, end: int) -> list[tuple[int, Judgement]]:
        if end == self._done:
            return []
        found = _judge_block(self._pairs, self._first)
        judged = [(self._first + k, found[k]) for k in range(self._done, end)]
        dropped = max(0, end - _NEAR)
        del self._pairs[:dropped]
        self._first += dropped
        self._done = end - dropped
        return judged


def judge_units(pairs: Iterable[tuple[str, str]]) -> Iterator[Judgement]:
    """Yield how sure each of many units is, Chinese first, in their order."""
    judge = Judge()
    for zh, en in pairs:
        yield from (judgement for _, judgement in judge.add(zh, en))
    yield from (judgement for _, judgement in judge.rest())


def judge_among(pairs: Sequence[tuple[str, str]], place: int) -> Judgement:
    """Return how sure the unit at a position is, judged among those around it."""
    first = max(0, place - _NEAR)
    return _judge_block(list(pairs[first : place + _NEAR + 1]), first)[place - first]


def wrong_features(table: Floats, typical: Floats) -> Floats:
    """Return what speaks for two texts that say different things, (units, features)."""
    off = table[:, : RATIO + 1] - typical
    ones = np.ones(len(table), np.float32)
    columns = (*off[:, :RATIO].T, np.abs(off[:, RATIO]), table[:, WEIGHT])
    return np.stack([ones, *columns], axis=1)


def part_features(table: Floats, typical: Floats, *, short: Language) -> Floats:
    """Return what speaks for a text that is only a part, (units, features).

    `short` is the language of which only a part would be there.
    """
    off = table[:, : RATIO + 1] - typical
    english = short == "en"
    whole, part = (ZH_COVERED, EN_COVERED) if english else (EN_COVERED, ZH_COVERED)
    whole_last, part_last = (ZH_LAST, EN_LAST) if english else (EN_LAST, ZH_LAST)
    whole_ended, part_ended = (ZH_ENDED, EN_ENDED) if english else (EN_ENDED, ZH_ENDED)
    columns = (
        np.ones(len(table), np.float32),
        off[:, COSINE],
        off[:, whole],
        off[:, part],
        off[:, RATIO] if english else -off[:, RATIO],
        table[:, whole_last],
        table[:, part_last],
        table[:, whole_ended] * (1 - table[:, part_ended]),
        table[:, WEIGHT],
    )
    return np.stack(columns, axis=1)


@dataclass(frozen=True, slots=True)
class _Block:
    """Units in order with all that is known of them; arrays have a value a unit."""

    zh: list[str]
    en: list[str]
    cosine: Floats
    """(units, units): of each Chinese text and each English one."""
    says: np.typing.NDArray[np.bool_]
    """Whether there are words enough on both sides to judge by."""
    wrong: Floats
    """By how much the logarithm of the odds that the texts say different things is beyond its
    limit."""
    part: dict[Language, Floats]
    """The same of the odds that only a part of the text in a language is there."""


def _judge_block(pairs: list[tuple[str, str]], first: int) -> list[Judgement]:
    """Judge units in order, of which the first is number `first` of the memory, from 0."""
    block = _known(pairs)
    slip = _slips(block)
    home = _homes(block)
    return [_judgement(block, k, int(slip[k]), int(home[k]), first) for k in range(len(pairs))]


def _known(pairs: list[tuple[str, str]]) -> _Block:
    zh, en = [a for a, _ in pairs], [b for _, b in pairs]
    with threadpool_limits(1, user_api="blas"):  # many small products
        vectors = vectors_of(zh, en)
        table = likeness(zh, en, vectors)
        cosine = vectors.cosines()
    says = np.array([_says_enough(*pair) for pair in pairs], dtype=bool)
    typical = usual(table[says])
    wrong = wrong_features(table, typical) @ WRONG_WEIGHTS
    part: dict[Language, Floats] = {
        short: part_features(table, typical, short=short) @ PART_WEIGHTS for short in BOTH
    }
    limit = _raised(_PART, np.maximum(part["en"], part["zh"])[says])
    wrong -= _raised(_WRONG, wrong[says])
    return _Block(zh, en, cosine, says, wrong, {short: part[short] - limit for short in BOTH})


def _raised(limit: _Limit, odds: Floats) -> float:
    """Return a limit as it is for a memory: the more freely it is translated, the higher."""
    if not len(odds):
        return limit.least
    middle, quarter = np.quantile(odds, [0.5, 0.75])
    own = float(middle + limit.spreads * (quarter - middle))
    share = len(odds) / (len(odds) + _BELIEF)
    return limit.least + share * min(max(own - limit.least, 0.0), _MOST_RAISED)


def _says_enough(zh: str, en: str) -> bool:
    """Whether there are words on both sides: names and figures alone say nothing."""
    words = sum(1 for word in en.split() if word[:1].islower() or word[:1] in "\"'“‘(")
    return weighed(zh)[0] >= _FEWEST_HAN and weighed(en)[1] >= _FEWEST_WORDS and words > 0


def _slips(block: _Block) -> np.typing.NDArray[np.intp]:
    """Return by how many units each translation stands too late (too early: below zero), or 0.

    A run counts whose Chinese is like the English at the same distance, unit for unit, and unlike
    its own.
    """
    size = len(block.zh)
    slip = np.zeros(size, np.intp)
    gain = np.full(size, _SLIPPED, np.float32)
    own = np.diagonal(block.cosine)
    for step in (k for far in range(1, _FAR + 1) for k in (far, -far)):
        low, high = max(0, -step), size - max(0, step)
        if high - low < _RUN:
            continue
        there = np.diagonal(block.cosine, step)
        better = there - own[low:high]
        runs = sliding_window_view(better, _RUN).mean(axis=1)
        alike = sliding_window_view(there, _RUN)
        moved = (runs > _SLIPPED) & (alike.mean(axis=1) > _ALIKE)
        runs = np.where(moved & (alike.min(axis=1) > _ALIKE - _BETTER), runs, 0)
        most = sliding_window_view(np.pad(runs, _RUN - 1), _RUN).max(axis=1)
        more = (most > gain[low:high]) & (better > 0)
        slip[low:high][more] = step
        gain[low:high][more] = most[more]
    return slip


def _homes(block: _Block) -> np.typing.NDArray[np.intp]:
    """Return the unit whose English each Chinese text belongs to, or -1 where it is its own.

    It is another's if both that Chinese and that English are more like each other than like what
    they stand beside, and no third text is more like either.
    """
    own = np.diagonal(block.cosine)
    best = block.cosine.argmax(axis=1)
    there = block.cosine[np.arange(len(best)), best]
    back = block.cosine[:, best].max(axis=0)
    elsewhere = (
        (there > own + _BETTER)
        & (there > own[best] + _BETTER)
        & (there >= back - 1e-6)
        & (there > _ALIKE)
    )
    return np.where(elsewhere, best, -1)


def _judgement(block: _Block, k: int, slip: int, home: int, first: int) -> Judgement:
    zh, en = block.zh[k], block.en[k]
    if not zh.strip() or not en.strip():
        return Judgement(0.0)
    if any(found.code in WRONG_LANGUAGE for found in check_languages(zh, en)):
        return Judgement(_TOLD)
    if not block.says[k]:
        return Judgement(_sure(min(float(block.wrong[k]), _WITHOUT_PROOF)))
    if slip:
        values = (str(abs(slip)), str(first + k + slip + 1))
        return Judgement(_TOLD, Finding("slipped", "en", values=values))
    wrong = float(block.wrong[k])
    if home >= 0 and wrong > _DOUBTFUL and weighed(zh)[0] >= _FEWEST_TO_MOVE:
        finding = Finding("meaning", "en", values=(str(first + home + 1),))
        return Judgement(min(0.05, _sure(wrong)), finding)
    if wrong > 0:
        return Judgement(_sure(wrong), Finding("meaning", "both"))
    short, excess = _part(block, k)
    if excess > 0:
        return Judgement(_sure(excess), Finding("part", short))
    return Judgement(_sure(max(wrong, excess)))


def _part(block: _Block, k: int) -> tuple[Language, float]:
    """Return the language of which rather a part is there, and what is beyond the limit."""
    short: Language = max(BOTH, key=lambda one: block.part[one][k])
    excess = float(block.part[short][k])
    longer = length_off(block.zh[k], block.en[k])
    size = weighed(block.zh[k])[0] if short == "en" else weighed(block.en[k])[1]
    shorter = -longer if short == "en" else longer
    is_cut = size >= _FEWEST_TO_CUT[short] and shorter > _SHORTER
    return short, excess if is_cut else min(excess, _WITHOUT_PROOF)


def _sure(excess: float) -> float:
    """Return the confidence that goes with what is beyond a limit, a half at the limit itself."""
    return float(1 / (1 + np.exp(min(max(excess, -30.0), 30.0))))
