"""Which pairs of a project stand in the new version of its article as they stood, and what changed.

Pairs that are entangled (`edits.blocks`) stay together. A block with text on both sides whose
sentences are all there, side by side, is a wall; what lies between two walls is a stretch, which is
the same or has changed. Invariant: walls and stretches hold each sentence of both versions once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from aligner.article import Article, Side
from aligner.bitext import WHOLE, Bitext, Pair, begins_paragraph, text_of
from aligner.edits import Block, blocks, leading
from aligner.updating.matching import Place, keys_of, match


@dataclass(frozen=True, slots=True)
class Version:
    """A project and the new version of its article."""

    old: Bitext
    article: Article
    """The new version."""
    zh: Sequence[Place]
    """Where each Chinese sentence of the old version stands in the new one."""
    en: Sequence[Place]


@dataclass(frozen=True, slots=True)
class Region:
    """Sentences of both sides that follow each other, in the new version."""

    zh: range
    en: range

    @property
    def size(self) -> int:
        """How many sentences it holds."""
        return len(self.zh) + len(self.en)


@dataclass(frozen=True, slots=True)
class Stretch:
    """What lies between two pairs that have stayed, in both versions; or such a pair itself."""

    blocks: tuple[Block, ...]
    """The pairs of the old version."""
    region: Region
    """The sentences of the new version."""
    is_same: bool
    """Whether it reads in the new version as it did in the old one."""


def version_of(old: Bitext, article: Article) -> Version:
    """Find the sentences of a project in the new version of its article."""
    return Version(
        old,
        article,
        match(keys_of(old.article.zh), keys_of(article.zh)),
        match(keys_of(old.article.en), keys_of(article.en)),
    )


def stretches(version: Version) -> Iterator[Stretch]:
    """Yield the stretches of both versions in their order; a wall is one by itself."""
    found = list(blocks(version.old.pairs))
    regions = [_region(version, block) for block in found]
    stays = _anchored(version, found, regions)
    zh = en = 0
    between: list[Block] = []
    kept = True
    article = version.article
    for block, region in zip(found, regions, strict=True):
        if region is None or not stays[id(block)]:
            between.append(block)
            kept = kept and region is not None
            continue
        if stretch := _between(
            between, Region(range(zh, region.zh.start), range(en, region.en.start)), kept
        ):
            yield stretch
        yield Stretch((block,), region, is_same=True)
        between, kept, zh, en = [], True, region.zh.stop, region.en.stop
    rest = Region(range(zh, len(article.zh.sentences)), range(en, len(article.en.sentences)))
    if stretch := _between(between, rest, kept):
        yield stretch


def stays_alone(version: Version, block: Block) -> bool:
    """Whether a translator has decided that a text has no counterpart, and it is still there."""
    one_sided = not (block.zh and block.en)
    return one_sided and block.is_settled and _region(version, block) is not None


def without_sentences(old: Bitext) -> tuple[Pair, ...]:
    """Return the pairs before all others that a translator has written from nothing."""
    return old.pairs[: leading(old.pairs)]


def carried(version: Version, pair: Pair) -> Pair:
    """Return a pair with its sentences numbered as in the new version; they are all there."""
    zh = tuple(place for i in pair.zh if (place := version.zh[i]) is not None)
    en = tuple(place for j in pair.en if (place := version.en[j]) is not None)
    old, new = version.old.article, version.article
    return replace(
        pair,
        zh=zh,
        en=en,
        zh_text=_text((old.zh, pair.zh), (new.zh, zh), pair.zh_text, pair),
        en_text=_text((old.en, pair.en), (new.en, en), pair.en_text, pair),
    )


def _text(
    old: tuple[Side, tuple[int, ...]], new: tuple[Side, tuple[int, ...]], text: str, pair: Pair
) -> str:
    """Return the text of one side of a pair: what a translator wrote, or what now stands there."""
    if is_cut(pair) or text != text_of(*old):
        return text
    return text_of(*new)


def is_cut(pair: Pair) -> bool:
    """Whether a pair holds a part of a sentence."""
    return pair.zh_cut != WHOLE or pair.en_cut != WHOLE


def _between(between: Sequence[Block], region: Region, kept: bool) -> Stretch | None:
    if not between and not region.size:
        return None
    held = sum(len(block.zh) + len(block.en) for block in between)
    return Stretch(tuple(between), region, is_same=kept and held == region.size)


def _region(version: Version, block: Block) -> Region | None:
    """Return where a block stands in the new version; None where it has changed."""
    zh, en = _span(version.zh, block.zh), _span(version.en, block.en)
    if zh is None or en is None:
        return None
    old, new = version.old.article, version.article
    if any(is_cut(pair) for pair in block.pairs):
        for before, after, numbers, span in (
            (old.zh, new.zh, block.zh, zh),
            (old.en, new.en, block.en, en),
        ):
            if any(
                before.sentences[i].text != after.sentences[j].text
                for i, j in zip(numbers, span, strict=True)
            ):
                return None
    if version.old.level == "paragraph" and not (_whole(new.zh, zh) and _whole(new.en, en)):
        return None
    return Region(zh, en)


def _span(places: Sequence[Place], numbers: tuple[int, ...]) -> range | None:
    """Return where sentences stand now, side by side as before; None if they do not."""
    found = [places[number] for number in numbers]
    known = [place for place in found if place is not None]
    neighbours = all(b == a + 1 for a, b in pairwise(known))
    if len(known) < len(found) or not neighbours:
        return None
    return range(known[0], known[-1] + 1) if known else range(0)


def _whole(side: Side, span: range) -> bool:
    """Whether sentences are whole paragraphs."""
    behind = range(span.stop, min(span.stop + 1, len(side.sentences)))
    return not span or all(begins_paragraph(side, part) for part in (span, behind) if part)


def _anchored(
    version: Version, found: Sequence[Block], regions: Sequence[Region | None]
) -> dict[int, bool]:
    """Return which blocks are walls, by their identity.

    A text that comes more than once on either side may be matched to another occurrence there than
    on the other side, so that such a pair stays only beside one that stays.
    """
    article = version.article
    counts = [Counter(keys_of(side)) for side in (article.zh, article.en)]
    keys = [keys_of(side) for side in (article.zh, article.en)]

    def is_single(span: range, number: int) -> bool:
        return any(counts[number][keys[number][place]] == 1 for place in span)

    stays = {
        id(block): region is not None
        and bool(block.zh and block.en)
        and is_single(region.zh, 0)
        and is_single(region.en, 1)
        for block, region in zip(found, regions, strict=True)
    }
    ends = (
        Region(range(0), range(0)),
        Region(*(range(n, n) for n in (len(article.zh.sentences), len(article.en.sentences)))),
    )
    full = [
        (id(block), region)
        for block, region in zip(found, regions, strict=True)
        if block.zh and block.en
    ]
    for end, order in zip(ends, (full, full[::-1]), strict=True):
        there, holds = end, True
        for number, region in order:
            if region is not None and holds:
                stays[number] = stays[number] or _touch(there, region)
            there, holds = region or there, region is not None and stays[number]
    return stays


def _touch(one: Region, other: Region) -> bool:
    """Whether two regions follow each other without a gap on either side, in either order."""
    first, second = (one, other) if one.zh.start < other.zh.start else (other, one)
    return first.zh.stop == second.zh.start and first.en.stop == second.en.start
