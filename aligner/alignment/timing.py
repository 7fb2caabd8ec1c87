"""Time as evidence: two texts that are shown together say the same, if their clocks fit.

For subtitles of two files. What a bead gains by its times stands beside what it gains by meaning;
where the clocks do not fit, it gains nothing. The weights are chosen by hand (training/NOTES.md).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

import numpy as np
import numpy.typing as npt

from aligner.alignment.band import Band
from aligner.alignment.clock import Clock, Floats, find_clock
from aligner.alignment.lattice import TYPES, Scores
from aligner.article import Article, Side, TimeSpan

_WEIGHT = 8.0
"""What a bead gains by times that agree wholly, over some that only touch."""
_NEUTRAL = 0.1
"""The agreement of times at which a bead gains nothing."""
_USELESS, _SURE = 0.2, 0.5
"""Between these fits of a stretch its times count ever more."""
_NEAR = (-1, 0, 1)
"""Stretches whose shifts are tried: a scene more begins anywhere inside one."""
_LEAST_TIMED = 0.5
"""Share of the sentences of a side that must have a time."""


@dataclass(frozen=True)
class Timing:
    """When each sentence of both sides is shown, by the clock of the Chinese; NaN if unknown."""

    zh: Floats
    """(sentences, 2): start and end."""
    en: Floats
    """(shifts, sentences, 2): by the shifts of the stretches near each."""
    trust: Floats
    """How far the times of each English sentence count, 0 to 1."""


def timing_of(article: Article) -> Timing | None:
    """Return the times of an article in two files; None where they say nothing."""
    if article.walls or len(article.sources) < 2:
        return None
    zh, en = (
        np.array(list(_times(side)), float).reshape(-1, 2) for side in (article.zh, article.en)
    )
    known_zh, known_en = zh[~np.isnan(zh[:, 0])], en[~np.isnan(en[:, 0])]
    if len(known_zh) < _LEAST_TIMED * len(zh) or len(known_en) < _LEAST_TIMED * len(en):
        return None
    clock = find_clock(known_zh, known_en)
    return None if clock is None else timed(zh, en, clock)


def timed(zh: Floats, en: Floats, clock: Clock) -> Timing:
    """Return the timing of spans, (sentences, 2) each, by a clock that fits them."""
    scaled = en * clock.speed
    middle = np.nan_to_num(scaled.mean(axis=1))
    stretch = clock.stretch(middle)
    near = [np.clip(stretch + step, 0, len(clock.shifts) - 1) for step in _NEAR]
    moved = np.stack([scaled + clock.shifts[number][:, None] for number in near])
    fit = np.max([clock.fits[number] for number in near], axis=0)
    trust = np.clip((fit - _USELESS) / (_SURE - _USELESS), 0.0, 1.0)
    return Timing(zh, moved, trust)


def add_timing(band: Band, scores: Scores, timing: Timing | None, top: int = 0) -> None:
    """Add what times say to the scores of full beads, in place.

    Row 0 of the band is the Chinese sentence `top`; columns are those of the whole text.
    """
    if timing is None:
        return
    row, column = band.row + top, band.column
    for kind, (n, m) in enumerate(TYPES):
        at = np.flatnonzero(band.shifted(n, m) < band.size)
        i, j = row[at], column[at]
        agreement = _agreement(timing, i, i + n - 1, j, j + m - 1)
        gain = _WEIGHT * (agreement - _NEUTRAL) * timing.trust[j]
        scores.full[kind, at] += np.nan_to_num(gain).astype(np.float32)


def _agreement(
    timing: Timing,
    first_zh: npt.NDArray[np.int64],
    last_zh: npt.NDArray[np.int64],
    first_en: npt.NDArray[np.int64],
    last_en: npt.NDArray[np.int64],
) -> Floats:
    """Return how far the times of spans agree, from 1 (the same) to -1 (far apart).

    The generalised intersection over union: what both share of what either takes, less the part of
    the stretch from the first to the last that neither takes.
    """
    start, stop = timing.zh[first_zh, 0], timing.zh[last_zh, 1]
    other_start, other_stop = timing.en[:, first_en, 0], timing.en[:, last_en, 1]
    hull = np.maximum(stop, other_stop) - np.minimum(start, other_start)
    overlap = np.minimum(stop, other_stop) - np.maximum(start, other_start)
    shared = np.maximum(overlap, 0.0)
    union = (stop - start) + (other_stop - other_start) - shared
    found = shared / np.maximum(union, 1.0) - (hull - union) / np.maximum(hull, 1.0)
    return np.asarray(found.max(axis=0))


def _times(side: Side) -> Iterator[tuple[float, float]]:
    """Yield when each sentence is shown; sentences of one cue share it by their length."""

    def time_of(number: int) -> TimeSpan | None:
        return side.paragraphs[side.sentences[number].paragraph].time

    for time, numbers in groupby(range(len(side.sentences)), time_of):
        lengths = [len(side.sentences[number].text) for number in numbers]
        if time is None:
            yield from [(np.nan, np.nan)] * len(lengths)
        else:
            yield from _divided(time, lengths)


def _divided(time: TimeSpan, lengths: Sequence[int]) -> Iterator[tuple[float, float]]:
    """Yield the parts of a time, as long as texts of these lengths take of it."""
    edges = np.concatenate([[0.0], np.cumsum(lengths)]) / sum(lengths)
    moments = time.start + edges * (time.stop - time.start)
    for start, stop in pairwise(moments):
        yield float(start), float(stop)
