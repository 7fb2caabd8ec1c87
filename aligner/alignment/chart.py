"""A chart: everything that is known about two texts before the best path is chosen.

Encoding and scoring are done once; the path is found anew as often as somebody confirms a pair.
Confirmed pairs cut the texts into sections, and each section's path is found by itself among the
scores that are already there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from aligner.alignment.band import Band
from aligner.alignment.beads import Bead
from aligner.alignment.context import look_again
from aligner.alignment.doubt import find_doubt
from aligner.alignment.evidence import Scale
from aligner.alignment.fixed import (
    Fixed,
    Section,
    alone,
    check_fixed,
    cut,
    forbid,
    sections,
    without_bead,
)
from aligner.alignment.lattice import (
    NEVER,
    TYPES,
    Posterior,
    Scores,
    Step,
    best_path,
    path_score,
    posterior,
)
from aligner.alignment.priors import Priors, adapted, expected_priors
from aligner.alignment.scorer import Scorer, score
from aligner.alignment.segments import Segments
from aligner.alignment.timing import Timing, add_timing
from aligner.alignment.walls import (
    check_walls,
    choose_walled_band,
    keep_to_sections,
    walls_within,
)
from aligner.article import Wall

_Task = tuple[Section, frozenset[int], frozenset[int]]
"""A section and the sentences in it, of either side, that must stand alone."""

_KIND = {size: kind for kind, size in enumerate(TYPES)}


@dataclass(frozen=True)
class Chart:
    """Two sides with the scores of their beads."""

    zh: Segments
    en: Segments
    scorer: Scorer
    scale: Scale
    priors: Priors
    band: Band
    scores: Scores
    walls: Sequence[Wall] = ()
    """Boundaries that no bead crosses, unless a settled pair does."""
    timing: Timing | None = None
    """When the sentences are shown, where both sides are subtitles."""
    known: dict[_Task, list[Bead]] = field(default_factory=dict, compare=False, repr=False)
    """The sections of the last answer: settling one more pair changes one of them."""

    def beads(self, fixed: Sequence[Fixed] = ()) -> list[Bead]:
        """Return the beads of the best path, in order, with their posterior probabilities.

        `fixed` are pairs of index tuples that must be in the answer, with text on both sides or on
        one; they come out with confidence 1. ValueError when they cannot all be.
        """
        check_fixed(fixed, len(self.zh), len(self.en))
        single = alone(fixed)
        found: list[Bead] = []
        used: dict[_Task, list[Bead]] = {}
        for section, pair in sections(fixed, len(self.zh), len(self.en)):
            top, bottom, left, right = section
            alone_zh = frozenset(i for i in single[0] if top <= i < bottom)
            alone_en = frozenset(j for j in single[1] if left <= j < right)
            task = section, alone_zh, alone_en
            if task not in used:
                used[task] = self.known.get(task) or self._within(section, single)
            found += used[task]
            if pair is not None:
                found.append(Bead(*pair, 1.0))
        self.known.clear()
        self.known.update(used)
        return found

    def _within(self, section: Section, single: tuple[set[int], set[int]]) -> list[Bead]:
        """Return the beads of a section; sentences of `single` must stand alone."""
        top, bottom, left, right = section
        if top == bottom or left == right:
            gaps = [Bead((i,), (), 1.0) for i in range(top, bottom)]
            return gaps + [Bead((), (j,), 1.0) for j in range(left, right)]
        if section == (0, len(self.zh), 0, len(self.en)):
            part: tuple[Band, Scores] | None = self.band, self.scores
        else:
            part = cut(self.band, self.scores, section)
        band, scores = part or self._scored_anew(section)
        if single[0] or single[1]:
            scores = forbid(band, scores, top, single)
        return read_beads(band, scores, posterior(band, scores), top, single)

    def otherwise(self, section: Section, bead: Fixed) -> tuple[list[Bead], float] | None:
        """Return the best beads of a section that do not include one of its beads.

        With them comes how likely they are beside the best that include it, 1 being as likely. A
        sentence that stands alone is to be with others then. None where there is no other way.
        """
        top, bottom, left, right = section
        if top == bottom or left == right:
            return None
        band, scores = cut(self.band, self.scores, section) or self._scored_anew(section)
        others = without_bead(band, scores, top, bead)
        path = best_path(band, others)
        likely = path_score(band, others, path) - path_score(band, scores, best_path(band, scores))
        if likely < NEVER / 2:
            return None
        nothing: tuple[set[int], set[int]] = (set(), set())
        beads = read_beads(band, others, posterior(band, scores), top, nothing, path)
        return beads, float(np.exp(min(likely, 0.0)))

    def _scored_anew(self, section: Section) -> tuple[Band, Scores]:
        """Score a section that lies outside the band, as a pair far from where it was thought."""
        top, bottom, left, right = section
        inside = walls_within(self.walls, *section)
        inner = choose_walled_band(self.zh.sums[top:bottom], self.en.sums[left:right], inside)
        band = Band(inner.low + left, inner.high + left)
        passes = (self.scorer.first, self.scorer.second)
        first, second = score(band, self.zh, self.en, passes, top=top, scale=self.scale)
        for scores in (first, second):
            add_timing(band, scores, self.timing, top)
            keep_to_sections(band, scores, self.walls, top)
        probable = posterior(band, first)
        doubt = find_doubt(band, probable, len(self.zh), len(self.en), top=top)
        second = adapted(second, self.priors, self.scorer.second)
        look_again(band, second, doubt, self.zh, self.en, self.scorer.second, top=top)
        return band, second


def make_chart(
    zh: Segments,
    en: Segments,
    scorer: Scorer,
    scale: Scale,
    walls: Sequence[Wall] = (),
    timing: Timing | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Chart:
    """Score all beads of two sides; `progress` is told sentences done and in all.

    No bead crosses one of `walls`; ValueError where they are none of these texts. `timing` counts
    beside what the texts say.
    """
    check_walls(walls, len(zh), len(en))
    band = choose_walled_band(zh.sums, en.sums, walls)
    passes = (scorer.first, scorer.second)
    first, second = score(band, zh, en, passes, scale=scale, progress=progress)
    for scores in (first, second):
        add_timing(band, scores, timing)
        keep_to_sections(band, scores, walls)
    probable = posterior(band, first, in_place=True)
    priors = expected_priors(probable, len(zh) + len(en))
    doubt = find_doubt(band, probable, len(zh), len(en))
    del first, probable  # a book's scores are large
    second = adapted(second, priors, scorer.second)
    look_again(band, second, doubt, zh, en, scorer.second)
    return Chart(zh, en, scorer, scale, priors, band, second, walls, timing)


def read_beads(
    band: Band,
    scores: Scores,
    probable: Posterior,
    top: int,
    single: tuple[set[int], set[int]],
    path: Sequence[Step] | None = None,
) -> list[Bead]:
    """Return a path, by default the best, as beads; row 0 is the Chinese sentence `top`."""
    beads = []
    for row, column, n, m in best_path(band, scores) if path is None else path:
        node = int(band.start[row] + column - band.low[row])
        zh = tuple(range(top + row, top + row + n))
        en = tuple(range(column, column + m))
        sure = _probability(probable, n, m, node)
        if single[0].issuperset(zh) and single[1].issuperset(en):
            sure = 1.0
        beads.append(Bead(zh, en, min(max(sure, 0.0), 1.0)))
    return beads


def _probability(probable: Posterior, n: int, m: int, node: int) -> float:
    """Return the probability of a bead of n and m sentences that begins at a node."""
    if n and m:
        kind = _KIND.get((n, m))
        return 0.0 if kind is None else float(probable.full[kind, node])
    if (n, m) not in ((1, 0), (0, 1)):
        return 0.0
    return float((probable.omission if n else probable.addition)[:, node].sum())
