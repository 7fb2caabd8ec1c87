"""Edits that change which sentences a pair holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from aligner.alignment import Bead
from aligner.article import Language
from aligner.bitext import Bitext, Pair, pair_of
from aligner.edits.change import Change, replacement
from aligner.edits.pair_side import (
    NOTHING,
    PairSide,
    divided,
    joined,
    side_of,
    side_of_pair,
    with_side,
    without_first,
    without_last,
)
from aligner.errors import ImpossibleEdit

_END = re.compile(r"[。！？；…!?;.][”’」』）\"')]*\s*|[，：,:]\s*")
_CLAUSE = re.compile(r"[，：,:]")


def merge(bitext: Bitext, place: int) -> Change:
    """Make one pair of a pair and the next one."""
    _check(bitext, place, place + 1, "There is no pair below to merge with.")
    first, second = bitext.pairs[place : place + 2]
    new = _edited(_merged(bitext, first, second))
    if first.note and second.note:
        new = replace(new, note=f"{first.note} {second.note}")
    else:
        new = replace(new, note=first.note or second.note)
    return replacement(place, (first, second), (new,))


def split(bitext: Bitext, place: int, zh_offset: int, en_offset: int) -> Change:
    """Make two pairs of one, divided at a place in each text (offsets in characters).

    A place at the beginning or end leaves that text whole, with the second or the first pair.
    """
    pair = bitext.pairs[place]
    first = second = replace(pair, note="")
    offsets: dict[Language, int] = {"zh": zh_offset, "en": en_offset}
    for language, offset in offsets.items():
        above, below = divided(
            side_of(bitext.article, language), side_of_pair(pair, language), offset
        )
        first, second = with_side(first, language, above), with_side(second, language, below)
    if _is_empty(first) or _is_empty(second):
        raise ImpossibleEdit("Put the caret between two words, where the pair is to be split.")
    first = replace(first, note=pair.note)
    return replacement(place, (pair,), (_edited(first), _edited(second)))


def suggested_split(text: str, other: str, offset: int) -> int:
    """Return where `other` may be divided when `text`, its translation, is divided at `offset`.

    The end of a sentence or clause nearest to the same share of the text; a sentence's counts for
    more. Without any it is the end of `other`.
    """
    if not text or not other:
        return len(other)
    share = offset / len(text)
    ends = [match for match in _END.finditer(other) if match.end() < len(other)]
    if not ends:
        return len(other)

    def distance(match: re.Match[str]) -> float:
        away = abs(match.end() / len(other) - share)
        return away * 3 if _CLAUSE.match(match[0]) else away

    return min(ends, key=distance).end()


def move_up(bitext: Bitext, place: int, language: Language) -> Change:
    """Move the first sentence of one side to the pair above."""
    _check(bitext, place - 1, place, "There is no pair above to move it to.")
    above, pair = bitext.pairs[place - 1 : place + 1]
    side = side_of(bitext.article, language)
    first, rest = without_first(side, _filled_side(pair, language))
    taken = with_side(above, language, joined(side, side_of_pair(above, language), first))
    return _moved(place - 1, (above, pair), (taken, with_side(pair, language, rest)))


def move_down(bitext: Bitext, place: int, language: Language) -> Change:
    """Move the last sentence of one side to the pair below."""
    _check(bitext, place, place + 1, "There is no pair below to move it to.")
    pair, below = bitext.pairs[place : place + 2]
    side = side_of(bitext.article, language)
    rest, last = without_last(side, _filled_side(pair, language))
    taken = with_side(below, language, joined(side, last, side_of_pair(below, language)))
    return _moved(place, (pair, below), (with_side(pair, language, rest), taken))


def pull_from_above(bitext: Bitext, place: int, language: Language) -> Change:
    """Take in the last sentence of the nearest pair above that has one on this side."""
    for source in range(place - 1, -1, -1):
        if not (part := side_of_pair(bitext.pairs[source], language)).is_empty:
            side = side_of(bitext.article, language)
            rest, last = without_last(side, part)
            new = joined(side, last, side_of_pair(bitext.pairs[place], language))
            return _pulled(bitext, source, place, language, rest, new)
    raise ImpossibleEdit("There is no sentence above to take in.")


def pull_from_below(bitext: Bitext, place: int, language: Language) -> Change:
    """Take in the first sentence of the nearest pair below that has one on this side."""
    for source in range(place + 1, len(bitext.pairs)):
        if not (part := side_of_pair(bitext.pairs[source], language)).is_empty:
            side = side_of(bitext.article, language)
            first, rest = without_first(side, part)
            new = joined(side, side_of_pair(bitext.pairs[place], language), first)
            return _pulled(bitext, source, place, language, rest, new)
    raise ImpossibleEdit("There is no sentence below to take in.")


def swap(bitext: Bitext, place: int) -> Change:
    """Exchange the English of a pair and the one above, where the translation turned them round."""
    _check(bitext, place - 1, place, "There is no pair above to swap with.")
    above, pair = bitext.pairs[place - 1 : place + 1]
    new = (
        _edited(with_side(above, "en", side_of_pair(pair, "en"))),
        _edited(with_side(pair, "en", side_of_pair(above, "en"))),
    )
    return replacement(place - 1, (above, pair), new)


def regroup(bitext: Bitext, place: int, count: int, beads: Sequence[Bead]) -> Change:
    """Put other pairs of the same sentences in the place of so many pairs from `place` on.

    The texts are those of the article; notes go to the first of the new pairs. ValueError where the
    beads do not hold the sentences of the pairs, each once and in order.
    """
    old = bitext.pairs[place : place + count]
    for side in ("zh", "en"):
        if [i for pair in old for i in getattr(pair, side)] != [
            i for bead in beads for i in getattr(bead, side)
        ]:
            raise ValueError("other pairs must hold the same sentences in the same order")
    new = [_edited(pair_of(bitext.article, bead)) for bead in beads]
    if new:
        new[0] = replace(new[0], note=" ".join(pair.note for pair in old if pair.note))
    return replacement(place, old, tuple(new))


def insert(bitext: Bitext, place: int) -> Change:
    """Put an empty pair before the pair at `place` (behind the last one: the number of pairs)."""
    return replacement(place, (), (Pair((), (), "", "", 1.0, "edited"),))


def pinpoint(bitext: Bitext, zh_place: int, en_place: int) -> Change:
    """Make one pair of the Chinese at one place and the English at another.

    What stands between them loses its partner and is left to be aligned anew.
    """
    zh, en = _filled_side(bitext.pairs[zh_place], "zh"), _filled_side(bitext.pairs[en_place], "en")
    if zh_place == en_place:
        return Change()
    top, bottom = sorted((zh_place, en_place))
    old = bitext.pairs[top : bottom + 1]
    pair = _edited(with_side(with_side(old[0], "zh", zh), "en", en))
    # The side whose cell stands further down comes before the pair, the other one behind it.
    early: Language = "en" if zh_place < en_place else "zh"
    late: Language = "zh" if early == "en" else "en"
    before = [_alone(one, early) for one in old[:-1] if not side_of_pair(one, early).is_empty]
    behind = [_alone(one, late) for one in old[1:] if not side_of_pair(one, late).is_empty]
    return replacement(top, old, (*before, replace(pair, status="confirmed"), *behind))


def _check(bitext: Bitext, first: int, last: int, otherwise: str) -> None:
    if first < 0 or last >= len(bitext.pairs):
        raise ImpossibleEdit(otherwise)


def _filled_side(pair: Pair, language: Language) -> PairSide:
    part = side_of_pair(pair, language)
    if part.is_empty:
        name = "Chinese" if language == "zh" else "English"
        raise ImpossibleEdit(f"This pair has no {name}.")
    return part


def _merged(bitext: Bitext, first: Pair, second: Pair) -> Pair:
    article = bitext.article
    zh = joined(article.zh, side_of_pair(first, "zh"), side_of_pair(second, "zh"))
    en = joined(article.en, side_of_pair(first, "en"), side_of_pair(second, "en"))
    return with_side(with_side(first, "zh", zh), "en", en)


def _edited(pair: Pair) -> Pair:
    """Return a pair as one that a translator has made; half a pair is still to be looked at."""
    if pair.is_full:
        return replace(pair, status="edited", confidence=1.0)
    return replace(pair, status="proposed", confidence=0.0)


def _alone(pair: Pair, language: Language) -> Pair:
    other: Language = "en" if language == "zh" else "zh"
    return _edited(with_side(pair, other, NOTHING))


def _is_empty(pair: Pair) -> bool:
    return not (pair.zh or pair.en or pair.zh_text or pair.en_text)


def _moved(place: int, old: tuple[Pair, Pair], new: Sequence[Pair]) -> Change:
    kept = tuple(_edited(pair) for pair in new if not _is_empty(pair))
    return replacement(place, old, kept)


def _pulled(
    bitext: Bitext, source: int, place: int, language: Language, rest: PairSide, new: PairSide
) -> Change:
    top, bottom = sorted((source, place))
    old = bitext.pairs[top : bottom + 1]
    pairs = list(old)
    pairs[source - top] = _edited(with_side(bitext.pairs[source], language, rest))
    pairs[place - top] = _edited(with_side(bitext.pairs[place], language, new))
    return replacement(top, old, tuple(pair for pair in pairs if not _is_empty(pair)))
