"""Documents paired by their names: the same but for the mark of the language, or the same chapter.

Two of a name are a pair if one is Chinese and one English, by their texts; a third one of that name
leaves all of them to be told by what they say. A document that cannot be read is on the side that
its counterpart is not on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence

from aligner.pairing.candidates import Candidate, Couple
from aligner.pairing.chapter_numbers import numbered
from aligner.pairing.plan import Origin

Key = Hashable


def pair_by_name(candidates: Sequence[Candidate]) -> list[tuple[Couple, Origin]]:
    """Return the pairs that names tell, those of the surest kind of likeness first."""
    found: list[tuple[Couple, Origin]] = []
    free = list(candidates)
    for key in (_whole, _below_top, _chapter, _chapter_below_top, _titled_chapter):
        couples = list(_couples(free, key))
        taken = {id(one) for couple in couples for one in (couple.zh, couple.en)}
        free = [one for one in free if id(one) not in taken]
        found += [(couple, _origin(couple)) for couple in couples]
    return found


def _whole(candidate: Candidate) -> Key:
    name = candidate.name
    return name.top, name.folders, name.rest


def _below_top(candidate: Candidate) -> Key:
    """Two folders that were named may have names of any kind."""
    name = candidate.name
    return (name.folders, name.rest) if name.top else None


def _chapter(candidate: Candidate) -> Key:
    name, number = candidate.name, numbered(candidate.name.rest)
    return (name.top, name.folders, number.numbers, number.words) if number else None


def _chapter_below_top(candidate: Candidate) -> Key:
    name, number = candidate.name, numbered(candidate.name.rest)
    return (name.folders, number.numbers, number.words) if number and name.top else None


def _titled_chapter(candidate: Candidate) -> Key:
    """A chapter's title is in its own language: 03 渡口, 03 The Ferry."""
    name, number = candidate.name, numbered(candidate.name.rest)
    if number is None or not number.counts_parts:
        return None
    return name.top, name.folders, number.numbers


def _couples(candidates: Iterable[Candidate], key: Callable[[Candidate], Key]) -> Iterable[Couple]:
    groups: dict[Key, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        if (of := key(candidate)) is not None:
            groups[of].append(candidate)
    for group in groups.values():
        if len(group) == 2 and (key is not _titled_chapter or _titles_fit(*group)):
            couple = _couple(*group)
            if couple is not None:
                yield couple


def _titles_fit(one: Candidate, other: Candidate) -> bool:
    """Whether two titles may be of one chapter: in Latin letters in both names, they are alike."""
    titles = [number.latin if (number := numbered(c.name.rest)) else "" for c in (one, other)]
    return not all(titles) or titles[0] in titles[1] or titles[1] in titles[0]


def _couple(one: Candidate, other: Candidate) -> Couple | None:
    """Return two documents as a pair, unless both are on one side."""
    sides = _side(one, other), _side(other, one)
    if sides == ("zh", "en"):
        return Couple(one, other)
    return Couple(other, one) if sides == ("en", "zh") else None


def _side(candidate: Candidate, other: Candidate) -> str | None:
    """Return the side of a document: by its text, or else where the other one is not."""
    if candidate.language:
        return candidate.language
    if other.language:
        left = "en" if other.language == "zh" else "zh"
        return left if candidate.name.said in (None, left) else None
    return candidate.name.said


def _origin(couple: Couple) -> Origin:
    zh, en = couple.zh.found, couple.en.found
    return Origin.NAME if (zh.top, zh.folders) == (en.top, en.folders) else Origin.MIRROR
