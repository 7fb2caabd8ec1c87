"""Aligning anew what has changed, and no more than that.

The changed stretches of an article, with a few settled pairs around each, make up an excerpt, which
is aligned as a text of its own: what has not changed costs nothing. Invariant: the beads of a
stretch hold each of its sentences once, in the order of both sides.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from aligner.alignment import Bead, Fixed
from aligner.article import Article, Side
from aligner.bitext import Level, gather
from aligner.updating.carrying import Region

Align = Callable[[Article, Sequence[Fixed]], list[Bead]]
"""What aligns an article around pairs that are settled."""

_CONTEXT = 12
"""Settled pairs on either side of a stretch; they tell the aligner how this text is rendered."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What the aligner is to keep, in the numbers of the new version."""

    walls: Sequence[Fixed]
    """Pairs with text on both sides, in their order."""
    alone: Sequence[Fixed]
    """Texts that a translator has decided to leave without a counterpart."""


def align_regions(
    article: Article, regions: Sequence[Region], settled: Settled, level: Level, align: Align
) -> list[list[Bead]]:
    """Return the beads of each region of an article; `align` is asked once, or not at all."""
    found = {
        number: _one_sided(article, region, level)
        for number, region in enumerate(regions)
        if not (region.zh and region.en)
    }
    if left := [region for number, region in enumerate(regions) if number not in found]:
        beads = _aligned(article, left, settled, level, align)
        numbers = (number for number in range(len(regions)) if number not in found)
        found.update(zip(numbers, _divided(beads, left), strict=True))
    return [found[number] for number in range(len(regions))]


def _one_sided(article: Article, region: Region, level: Level) -> list[Bead]:
    """Return the beads of a region that has text on one side only."""
    groups = [
        tuple(some)
        for side, span in ((article.zh, region.zh), (article.en, region.en))
        for some in _grouped(side, span, level)
    ]
    return [Bead(some, (), 1.0) if region.zh else Bead((), some, 1.0) for some in groups]


def _grouped(side: Side, span: range, level: Level) -> Iterable[Iterable[int]]:
    if level == "sentence":
        return ((number,) for number in span)
    return (some for _, some in groupby(span, lambda number: side.sentences[number].paragraph))


def _aligned(
    article: Article, regions: Sequence[Region], settled: Settled, level: Level, align: Align
) -> list[Bead]:
    """Return the beads of an excerpt, in the numbers of the article."""
    near = _near(regions, settled.walls)
    inside_zh = {i for region in regions for i in region.zh}
    inside_en = {j for region in regions for j in region.en}
    alone = [
        pair
        for pair in settled.alone
        if inside_zh.issuperset(pair[0]) and inside_en.issuperset(pair[1])
    ]
    zh = sorted(inside_zh.union(*(pair[0] for pair in near)))
    en = sorted(inside_en.union(*(pair[1] for pair in near)))
    excerpt = _excerpt(article, zh, en)
    zh_place, en_place = ({number: n for n, number in enumerate(side)} for side in (zh, en))
    fixed = [
        (tuple(zh_place[i] for i in pair[0]), tuple(en_place[j] for j in pair[1]))
        for pair in (*near, *alone)
    ]
    beads = align(excerpt, fixed)
    if level == "paragraph":
        beads = gather(excerpt.zh, excerpt.en, beads)
    return [
        Bead(tuple(zh[i] for i in bead.zh), tuple(en[j] for j in bead.en), bead.confidence)
        for bead in beads
    ]


def _near(regions: Sequence[Region], walls: Sequence[Fixed]) -> list[Fixed]:
    """Return the walls around the regions, each once, in their order."""
    starts = [wall[0][0] for wall in walls]
    chosen: set[int] = set()
    for region in regions:
        place = bisect_left(starts, region.zh.start)
        chosen.update(range(max(0, place - _CONTEXT), min(place + _CONTEXT, len(walls))))
    return [walls[number] for number in sorted(chosen)]


def _excerpt(article: Article, zh: Sequence[int], en: Sequence[int]) -> Article:
    """Return an article of some sentences of another one."""
    walls = [(bisect_left(zh, i), bisect_left(en, j)) for i, j in article.walls]
    return replace(
        article,
        zh=_some_of(article.zh, zh),
        en=_some_of(article.en, en),
        leftovers=(),
        markup=(),
        chapters=(),
        walls=tuple(walls),
    )


def _some_of(side: Side, numbers: Sequence[int]) -> Side:
    sentences = [side.sentences[number] for number in numbers]
    homes = sorted({sentence.paragraph for sentence in sentences})
    place = {home: n for n, home in enumerate(homes)}
    return Side(
        side.language,
        tuple(side.paragraphs[home] for home in homes),
        tuple(replace(one, paragraph=place[one.paragraph]) for one in sentences),
    )


def _divided(beads: Sequence[Bead], regions: Sequence[Region]) -> list[list[Bead]]:
    """Return the beads of each region, without those between them."""
    zh_home = {i: n for n, region in enumerate(regions) for i in region.zh}
    en_home = {j: n for n, region in enumerate(regions) for j in region.en}
    found: list[list[Bead]] = [[] for _ in regions]
    for bead in beads:
        home = zh_home.get(bead.zh[0]) if bead.zh else en_home.get(bead.en[0])
        if home is not None:
            found[home].append(bead)
    return found
