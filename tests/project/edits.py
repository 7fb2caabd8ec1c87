"""Edits made at random, for tests of what keeps them. They keep every sentence, as real ones do."""

from __future__ import annotations

import random
from dataclasses import replace

from aligner.alignment import Moved
from aligner.bitext import WHOLE, Bitext, Pair, Status
from aligner.edits import Change, Hunk
from aligner.edits.change import replacement

_STATUSES: list[Status] = ["proposed", "confirmed", "edited", "review", "excluded"]
_NOTES = ["", "見原文", "sic", "\ud800", "a\x00b", "🀄 \u202etxt"]


def confirmed(bitext: Bitext, place: int) -> Change:
    """Confirm one pair."""
    pair = bitext.pairs[place]
    return replacement(place, (pair,), (replace(pair, status="confirmed"),))


def merged(bitext: Bitext, place: int) -> Change:
    """Make one pair of two neighbours."""
    one, other = bitext.pairs[place : place + 2]
    return replacement(place, (one, other), (_both(one, other),))


def noted(bitext: Bitext, place: int, note: str) -> Change:
    """Write a note to one pair."""
    pair = bitext.pairs[place]
    return replacement(place, (pair,), (replace(pair, note=note),))


def any_change(bitext: Bitext, chance: random.Random) -> Change:
    """Change some stretches of pairs, and perhaps the links to moved text."""
    hunks: list[Hunk] = []
    place = 0
    while place < len(bitext.pairs) and len(hunks) < 4:
        place += chance.randint(0, 4)
        old = bitext.pairs[place : place + chance.randint(0, 4)]
        new = _changed(old, chance)
        if old or new:
            hunks.append(Hunk(min(place, len(bitext.pairs)), old, new))
        place += len(old) + 1
    gone = tuple(link for link in bitext.moved if chance.random() < 0.3)
    ends = {link.en for link in bitext.moved}
    free = [(n,) for n in range(len(bitext.article.en.sentences)) if (n,) not in ends]
    come = (Moved((0,), free[0], chance.random()),) if free and chance.random() < 0.3 else ()
    return Change(tuple(hunks), gone, come)


def _changed(pairs: tuple[Pair, ...], chance: random.Random) -> tuple[Pair, ...]:
    made = list(pairs)
    for _ in range(chance.randint(1, 3)):
        kind = chance.choice(["mark", "merge", "divide", "insert", "swap"])
        if kind == "insert" or not made:
            made.insert(chance.randint(0, len(made)), Pair((), (), "", "new \udfff", 1.0, "edited"))
        elif kind == "mark":
            n = chance.randrange(len(made))
            status, note = chance.choice(_STATUSES), chance.choice(_NOTES)
            made[n] = replace(made[n], status=status, note=note, en_text=made[n].en_text + note)
        elif kind == "merge" and len(made) > 1:
            n = chance.randrange(len(made) - 1)
            made[n : n + 2] = _together(made[n], made[n + 1])
        elif kind == "divide":
            n = chance.randrange(len(made))
            made[n : n + 1] = _halves(made[n])
        elif kind == "swap" and len(made) > 1:
            made[:2] = made[1::-1]
    return tuple(made)


def _together(one: Pair, other: Pair) -> list[Pair]:
    """Return one pair of two, unless parts of divided sentences would be out of order."""
    if one.zh_cut == other.zh_cut == WHOLE:
        return [_both(one, other)]
    if one.zh == other.zh and one.zh_cut == (0, other.zh_cut[0]) and other.zh_cut[1] is None:
        return [_both(one, other)]
    return [one, other]


def _both(one: Pair, other: Pair) -> Pair:
    return Pair(
        tuple(sorted({*one.zh, *other.zh})),
        tuple(sorted({*one.en, *other.en})),
        one.zh_text + other.zh_text,
        f"{one.en_text} {other.en_text}".strip(),
        min(one.confidence, other.confidence),
        "edited",
        one.note + other.note,
    )


def _halves(pair: Pair) -> list[Pair]:
    if len(pair.zh) != 1 or pair.zh_cut != WHOLE:
        return [pair]
    middle = max(1, len(pair.zh_text) // 2)
    return [
        replace(pair, zh_text=pair.zh_text[:middle], zh_cut=(0, middle)),
        replace(pair, en=(), en_text="", zh_text=pair.zh_text[middle:], zh_cut=(middle, None)),
    ]
