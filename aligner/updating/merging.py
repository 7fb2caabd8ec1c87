"""Bringing a project to a new version of its article: the order of it all.

What is the same on both sides keeps its pairs with all that was done to them; what lies between is
aligned anew, and takes over what it can. Pure: the aligner is given as a function.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from aligner.alignment import Bead
from aligner.alignment import Moved as MovedLink
from aligner.article import Article, Language
from aligner.bitext import Bitext, Pair, pair_of
from aligner.edits import Block
from aligner.updating.carrying import (
    Stretch,
    Version,
    carried,
    stays_alone,
    stretches,
    version_of,
    without_sentences,
)
from aligner.updating.excerpt import Align, Settled, align_regions
from aligner.updating.inheriting import Draft, Moved, hand_over, inherited, is_rewritten, texts_of
from aligner.updating.one_side import OneSide, with_side_of_pairs
from aligner.updating.values import ChangedPair, Update


@dataclass(frozen=True, slots=True)
class _Changed:
    """A stretch that has changed: what is lost of it, and what has taken its place."""

    lost: tuple[Pair, ...]
    drafts: list[Draft]


def update(
    old: Bitext, article: Article, align: Align, *, renewed: Language | None = None
) -> Update:
    """Bring a bitext to a new version of its article.

    With `renewed` only that side is new, and the other one of `article` is that of `old`; of it
    stays what has a counterpart. `align` is asked about what has changed, if anything on both sides
    has. Every sentence of the new version (of its side `renewed`) is in one pair.
    """
    version = version_of(old, article)
    found = list(stretches(version))
    changed = _aligned(version, [part for part in found if not part.is_same], found, align)
    _take_over(version, changed, renewed)
    gone = {id(pair) for part in changed for pair in _given(version, part)}
    bitext, outcome = _put_together(version, found, iter(changed))
    if renewed is not None:
        bitext = with_side_of_pairs(bitext, "en" if renewed == "zh" else "zh")
    return Update(
        bitext,
        kept=outcome.kept,
        changed=tuple(
            ChangedPair(place, old, bitext.pairs[place]) for place, old in outcome.changed
        ),
        new=tuple(outcome.new),
        gone=tuple(pair for pair in old.pairs if id(pair) in gone),
    )


def _aligned(
    version: Version, changed: Sequence[Stretch], found: Iterable[Stretch], align: Align
) -> list[_Changed]:
    """Align the stretches that have changed."""
    walls = [
        (tuple(part.region.zh), tuple(part.region.en))
        for part in found
        if part.is_same and part.region.zh and part.region.en and len(part.blocks) == 1
    ]
    alone = {
        _place_of(version, block): block
        for part in changed
        for block in part.blocks
        if stays_alone(version, block)
    }
    beads = align_regions(
        version.article,
        [part.region for part in changed],
        Settled(walls, list(alone)),
        version.old.level,
        align,
    )
    return [_drafted(version, part, some, alone) for part, some in zip(changed, beads, strict=True)]


_Place = tuple[tuple[int, ...], tuple[int, ...]]


def _place_of(version: Version, block: Block) -> _Place:
    """Return the sentences of a block that is all there, in the numbers of the new version."""
    zh = tuple(place for i in block.zh if (place := version.zh[i]) is not None)
    en = tuple(place for j in block.en if (place := version.en[j]) is not None)
    return zh, en


def _drafted(
    version: Version, part: Stretch, beads: Sequence[Bead], alone: dict[_Place, Block]
) -> _Changed:
    drafts: list[Draft] = []
    kept: set[int] = set()
    for bead in beads:
        block = alone.get((bead.zh, bead.en))
        if block is None:
            drafts.append(Draft(pair_of(version.article, bead), []))
        else:
            kept.add(id(block))
            drafts += [Draft(carried(version, pair), [], is_kept=True) for pair in block.pairs]
    lost = [pair for block in part.blocks if id(block) not in kept for pair in block.pairs]
    # What was written from nothing has no sentence by which it could go.
    drafts += [Draft(pair, [], is_kept=True) for pair in lost if not (pair.zh or pair.en)]
    return _Changed(tuple(pair for pair in lost if pair.zh or pair.en), drafts)


def _take_over(version: Version, changed: list[_Changed], renewed: Language | None) -> None:
    """Give pairs that have moved, or come out as they were, all that was done to them."""
    moved = Moved(version.old.article, (pair for part in changed for pair in part.lost))
    for draft in (draft for part in changed for draft in part.drafts if not draft.is_kept):
        if old := moved.take(texts_of(version.article, draft.pair)):
            draft.pair, draft.is_kept = _as_before(version, old, draft.pair), True
    taken = moved.taken
    if renewed is not None:
        lost = [pair for part in changed for pair in part.lost if id(pair) not in taken]
        side = OneSide(version, renewed, lost)
        for part in changed:
            part.drafts[:] = side.drafts(part.drafts)
        side.take_moved([draft for part in changed for draft in part.drafts])
        taken = taken | side.taken
    changed[:] = [
        replace(part, lost=tuple(pair for pair in part.lost if id(pair) not in taken))
        for part in changed
    ]


def _as_before(version: Version, old: Pair, new: Pair) -> Pair:
    """Return an old pair with the sentences of a new one, which read the same."""
    was_written = is_rewritten(version.old.article, old)
    return replace(
        old,
        zh=new.zh,
        en=new.en,
        zh_text=old.zh_text if was_written else new.zh_text,
        en_text=old.en_text if was_written else new.en_text,
        confidence=old.confidence if old.is_settled else new.confidence,
    )


def _given(version: Version, part: _Changed) -> list[Pair]:
    """Give what is lost of a stretch to its new pairs; return the pairs that are gone."""
    gone = hand_over(version, part.lost, part.drafts)
    for draft in part.drafts:
        draft.pair = draft.pair if draft.is_kept else inherited(version, draft)
    return gone


@dataclass(slots=True)
class _Outcome:
    kept: int
    changed: list[tuple[int, tuple[Pair, ...]]]
    new: list[int]


def _put_together(
    version: Version, found: Iterable[Stretch], changed: Iterator[_Changed]
) -> tuple[Bitext, _Outcome]:
    """Return the bitext of all stretches, and what is kept, changed and new in it."""
    old = version.old
    pairs = list(without_sentences(old))
    outcome = _Outcome(len(pairs), [], [])
    for part in found:
        if part.is_same:
            same = [carried(version, pair) for block in part.blocks for pair in block.pairs]
            outcome.kept += len(same)
            pairs += same
            continue
        for draft in next(changed).drafts:
            if draft.is_kept:
                outcome.kept += 1
            elif draft.old:
                outcome.changed.append((len(pairs), tuple(draft.old)))
            else:
                outcome.new.append(len(pairs))
            pairs.append(draft.pair)
    source = old.article.source_language or version.article.source_language
    bitext = replace(
        old,
        article=replace(version.article, source_language=source),
        pairs=tuple(pairs),
        moved=tuple(_links(version)),
    )
    return bitext, outcome


def _links(version: Version) -> Iterator[MovedLink]:
    """Yield the links to moved text whose two ends are there still."""
    for link in version.old.moved:
        zh = [place for i in link.zh if (place := version.zh[i]) is not None]
        en = [place for j in link.en if (place := version.en[j]) is not None]
        if len(zh) == len(link.zh) and len(en) == len(link.en):
            yield MovedLink(tuple(zh), tuple(en), link.confidence)
