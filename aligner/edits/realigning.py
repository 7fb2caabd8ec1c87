"""Aligning again what nobody has settled: what is handed to the aligner, and what comes of it.

Pairs that a translator has confirmed, changed or excluded stay as they are. So do sentences cut in
two and swapped neighbours, which no alignment could give back: together with the pairs they are
entangled with they make a block.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING

from aligner.alignment import Bead
from aligner.bitext import WHOLE, Bitext, Pair, gather, pair_of
from aligner.edits.change import Change, Hunk

if TYPE_CHECKING:  # a name for a type alone, and numpy behind it
    from aligner.alignment import Fixed


@dataclass(frozen=True, slots=True)
class Block:
    """Pairs that stay together, and the sentences they hold."""

    pairs: tuple[Pair, ...]
    zh: tuple[int, ...]
    en: tuple[int, ...]

    @property
    def is_settled(self) -> bool:
        """Whether no alignment may change it."""
        return len(self.pairs) > 1 or self.pairs[0].is_settled or _is_cut(self.pairs[0])


def settled(bitext: Bitext) -> list[Fixed]:
    """Return what the aligner is to keep, as `align_segments` takes it (`fixed`)."""
    return [(block.zh, block.en) for block in blocks(bitext.pairs) if block.is_settled]


def realigned(bitext: Bitext, beads: Sequence[Bead]) -> Change:
    """Return the change to the pairs that an alignment around `settled(bitext)` has found."""
    kept = {
        key: block for block in blocks(bitext.pairs) if block.is_settled for key in _keys(block)
    }
    if bitext.level == "paragraph":
        beads = gather(bitext.article.zh, bitext.article.en, beads)
    known = {(pair.zh, pair.en): pair for pair in bitext.pairs}
    pairs: list[Pair] = []
    pairs += bitext.pairs[: leading(bitext.pairs)]
    done: set[int] = set()
    for bead in beads:
        block = kept.get(("zh", bead.zh[0]) if bead.zh else ("en", bead.en[0]))
        if block is None:
            pair = pair_of(bitext.article, bead)
            old = known.get((bead.zh, bead.en))
            # A note and a mark for review stay with their pair.
            pairs.append(replace(old, confidence=bead.confidence) if old else pair)
        elif id(block) not in done:
            done.add(id(block))
            pairs += block.pairs
    return Change(tuple(_hunks(bitext.pairs, tuple(pairs))))


def leading(pairs: Sequence[Pair]) -> int:
    """Count the pairs without sentences that stand before all others."""
    return next((place for place, pair in enumerate(pairs) if pair.zh or pair.en), len(pairs))


def _keys(block: Block) -> list[tuple[str, int]]:
    return [("zh", i) for i in block.zh] + [("en", j) for j in block.en]


def blocks(pairs: Sequence[Pair]) -> Iterator[Block]:
    """Yield the pairs in blocks that share no sentence and do not cross each other.

    A pair without sentences belongs to the block before it; those before all others to none.
    """
    pairs = pairs[leading(pairs) :]
    zh_clean, en_clean = _clean([p.zh for p in pairs]), _clean([p.en for p in pairs])
    group: list[Pair] = []
    for place, pair in enumerate(pairs):
        follows = bool(pair.zh or pair.en) and zh_clean[place] and en_clean[place]
        if group and follows:
            yield _block(group)
            group = []
        group.append(pair)
    if group:
        yield _block(group)


def _block(pairs: list[Pair]) -> Block:
    zh = sorted({i for pair in pairs for i in pair.zh})
    en = sorted({j for pair in pairs for j in pair.en})
    return Block(tuple(pairs), tuple(zh), tuple(en))


def _clean(indices: Sequence[tuple[int, ...]]) -> list[bool]:
    """Return for each position whether all sentences before it come before all from there on."""
    highest = list(accumulate((max(some, default=-1) for some in indices), max, initial=-1))
    far = 1 << 60
    lowest = list(accumulate((min(some, default=far) for some in reversed(indices)), min))[::-1]
    return [before < behind for before, behind in zip(highest, lowest, strict=False)]


def _is_cut(pair: Pair) -> bool:
    return pair.zh_cut != WHOLE or pair.en_cut != WHOLE


def _hunks(old: tuple[Pair, ...], new: tuple[Pair, ...]) -> Iterator[Hunk]:
    """Yield where two lists of pairs differ; they meet where both have used the same sentences."""
    old_ends = {used: place for place, used in enumerate(_used(old))}
    start, behind = 0, 0
    for place, used in enumerate(_used(new)):
        if used in old_ends and (old_place := old_ends[used]) >= start:
            if (before := old[start:old_place]) != (after := new[behind:place]):
                yield Hunk(start, before, after)
            start, behind = old_place, place
    if (before := old[start:]) != (after := new[behind:]):
        yield Hunk(start, before, after)


def _used(pairs: Sequence[Pair]) -> list[tuple[int, int, int]]:
    """Return, for each position, how many sentences of both sides and pairs without any precede."""
    zh = accumulate((len(pair.zh) for pair in pairs), initial=0)
    en = accumulate((len(pair.en) for pair in pairs), initial=0)
    empty = accumulate((not (pair.zh or pair.en) for pair in pairs), initial=0)
    return list(zip(zh, en, empty, strict=True))
