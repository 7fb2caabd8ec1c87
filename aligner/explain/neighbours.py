"""Whether a sentence would be better off in a neighbouring pair.

Every sentence at the edge between a pair and its neighbour is tried on the other side of it.
Invariant: a move that is proposed raises what is covered of both pairs together.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from aligner.article import Language
from aligner.bitext import Bitext, Pair, text_of
from aligner.explain.coverage import Coverage
from aligner.explain.explanation import Move, Neighbour, TypicalPairs

Sides = tuple[list[int], list[int]]
"""Sentences of a pair: Chinese ones, English ones."""

_BETTER_BY = 0.15  # share of the sentence that must be covered in addition
_WELL = 0.65  # of what is usual, must be covered then
_MISSED = 0.15  # share that a sentence without a counterpart must cover of what is there
_BOTH_FULL = 1.3  # how much more a move is worth that leaves two full pairs
_GAIN = 0.25  # what both pairs must gain, as a share of the sentence


def moves(bitext: Bitext, place: int, usual: TypicalPairs) -> list[Move]:
    """Return the moves that would leave more of two pairs covered, the best first."""
    pairs, this = bitext.pairs, bitext.pairs[place]
    found: list[tuple[float, Move]] = []
    for neighbour, at in _NEIGHBOURS:
        if 0 <= (there := place + at) < len(pairs):
            other = pairs[there]
            if "excluded" not in (this.status, other.status):
                found += _across(bitext, this, other, neighbour, usual)
    return [move for _, move in sorted(found, key=lambda item: -item[0])]


_NEIGHBOURS: tuple[tuple[Neighbour, int], ...] = (("previous", -1), ("next", 1))


def _across(
    bitext: Bitext, this: Pair, other: Pair, neighbour: Neighbour, usual: TypicalPairs
) -> Iterator[tuple[float, Move]]:
    """Yield moves between a pair and one neighbour, each behind its rank."""
    texts = [(_sentences(bitext, p, "zh"), _sentences(bitext, p, "en")) for p in (this, other)]
    (zh_here, en_here), (zh_there, en_there) = texts
    cover = Coverage([*zh_here, *zh_there], [*en_here, *en_there])
    here: Sides = list(range(len(zh_here))), list(range(len(en_here)))
    there: Sides = (
        [len(zh_here) + k for k in range(len(zh_there))],
        [len(en_here) + k for k in range(len(en_there))],
    )
    for gives, (source, target) in ((True, (here, there)), (False, (there, here))):
        # A pair gives its first sentence to the previous one, and that one its last.
        last = gives == (neighbour == "next")
        for side, language in enumerate(_LANGUAGES):
            if not source[side]:
                continue
            sentence = source[side][-1 if last else 0]
            tried = _try(cover, source, target, side, sentence)
            well = (usual.zh_covered, usual.en_covered)[side] * _WELL
            missed = source[1 - side] or tried.share - tried.there >= _MISSED
            if (
                missed
                and tried.share >= _GAIN
                and tried.there >= max(tried.here + _BETTER_BY, well)
            ):
                text = texts[0 if gives else 1][side][-1 if last else 0]
                yield (
                    tried.gain * (_BOTH_FULL if tried.both_full else 1),
                    Move(neighbour, language, gives, text, tried.here, tried.there),
                )


_LANGUAGES: tuple[Language, Language] = ("zh", "en")


class _Trial(NamedTuple):
    """What comes of moving a sentence."""

    gain: float
    """Weight that is covered in addition, in both pairs."""
    share: float
    """The gain as a share of the sentence's weight."""
    here: float
    there: float
    both_full: bool
    """Whether both pairs have text on both sides then."""


def _try(cover: Coverage, source: Sides, target: Sides, side: int, sentence: int) -> _Trial:
    left = _without(source, side, sentence)
    zh, en = target
    joined = ([*zh, sentence], en) if side == 0 else (zh, [*en, sentence])
    gain = cover.total(*left) + cover.total(*joined) - cover.total(*source) - cover.total(*target)
    here, there = (
        cover.share([sentence], sides[1])[0] if side == 0 else cover.share(sides[0], [sentence])[1]
        for sides in (source, target)
    )
    weight = max((cover.zh, cover.en)[side].weight_of([sentence]), 1e-6)
    return _Trial(gain, gain / weight, here, there, all(left) and all(joined))


def _without(sides: Sides, side: int, sentence: int) -> Sides:
    zh, en = sides
    if side == 0:
        return [k for k in zh if k != sentence], en
    return zh, [k for k in en if k != sentence]


def _sentences(bitext: Bitext, pair: Pair, language: Language) -> list[str]:
    """Return the sentences of one side of a pair, or its text as one where it was rewritten."""
    side, indices, cut, text = (
        (bitext.article.zh, pair.zh, pair.zh_cut, pair.zh_text)
        if language == "zh"
        else (bitext.article.en, pair.en, pair.en_cut, pair.en_text)
    )
    if len(indices) > 1 and text_of(side, indices, cut) == text:
        last = len(indices) - 1
        return [
            text_of(side, [i], (cut[0] if not k else 0, cut[1] if k == last else None))
            for k, i in enumerate(indices)
        ]
    return [text] if text else []
