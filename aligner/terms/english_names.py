"""Which names an English text has, by its capitals.

A name is a run of words with capitals, small words inside it allowed (Hall of a Hundred Herbs). The
capital of a sentence's first word proves nothing, so such a word counts only where it has a capital
inside sentences too. A small word with a capital behind a name is part of it (Ironthorn Keep).
Invariant: a run begins and ends with a word that has a capital.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import pairwise

from aligner.lexicon import Word, singular

NameKey = tuple[str, ...]
"""The words of a name in lower case, the last one in the singular if the texts have that too."""

_INSIDE = frozenset(["of", "the", "a", "an"])
_LONGEST = 7
"""Words of a name."""
_MERE = 0.8
"""Of the places of a name, how many may be within one longer name."""


def english_names(texts: Iterable[Sequence[Word]]) -> dict[NameKey, list[int]]:
    """Return the names in English texts, each with the numbers of the texts that have it.

    Parts of names are names too, unless they are hardly ever seen but within one longer name.
    """
    texts = list(texts)
    capitals = _capitals(texts)
    known = {word.key for words in texts for word in words if _is_capital(word)}
    found: defaultdict[NameKey, list[int]] = defaultdict(list)
    for number, words in enumerate(texts):
        parts = {key for run in _runs(words, capitals) for key in _parts(words, *run)}
        for key in {_in_singular(key, known) for key in parts}:
            found[key].append(number)
    return _without_mere_parts(found)


def _in_singular(name: NameKey, known: Container[str]) -> NameKey:
    """Return a name in the singular where that is known: Soul-Returning Pills."""
    last = singular(name[-1])
    return (*name[:-1], last) if len(name) > 1 and last in known else name


def find_name(words: Sequence[Word], name: NameKey) -> Iterator[tuple[int, int]]:
    """Yield where a name stands with capitals: its first word, and the one behind its last."""
    size = len(name)
    for first in range(len(words) - size + 1):
        if words[first].key == name[0] and _is_capital(words[first]):
            inside = words[first : first + size]
            keys = tuple(word.key for word in inside)
            is_it = keys == name or (*keys[:-1], singular(keys[-1])) == name
            if is_it and _is_capital(inside[-1]):
                yield first, first + size


def _capitals(texts: Sequence[Sequence[Word]]) -> frozenset[str]:
    """Return the words that may begin a name where they open a sentence.

    They have a capital inside sentences as a rule; or they never stand in small letters, and each
    time a name follows (Senior Brother Gu).
    """
    large: Counter[str] = Counter()
    small: Counter[str] = Counter()
    before_names: Counter[str] = Counter()
    opening: Counter[str] = Counter()
    for words in texts:
        large.update(word.key for word in words if word.name)
        small.update(word.key for word in words if word.text[:1].islower())
        for word, behind in pairwise(words):
            if _is_capital(word) and word.is_content and not word.name:
                opening[word.key] += 1
                before_names[word.key] += behind.name
    inside = {key for key, count in large.items() if 2 * count > small[key]}
    titles = {
        key
        for key, count in opening.items()
        if count > 1 and count == before_names[key] and not small[key]
    }
    return frozenset(inside | titles)


def _is_small_but_capital(word: Word) -> bool:
    """Whether it is a word like Keep or Must, written large; I, which always is, is none."""
    return word.kind == "f" and _is_capital(word) and len(word.text) > 1


def _is_capital(word: Word) -> bool:
    return word.text[:1].isupper()


def _runs(words: Sequence[Word], capitals: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield the longest runs of words that make a name."""
    first = 0
    while first < len(words):
        if not _belongs(words[first], capitals):
            first += 1
            continue
        last = first + 1
        while (behind := _next(words, last, capitals)) is not None:
            last = behind
        yield first, last
        first = last


def _belongs(word: Word, capitals: frozenset[str]) -> bool:
    return word.is_content and (word.name or (_is_capital(word) and word.key in capitals))


def _next(words: Sequence[Word], last: int, capitals: frozenset[str]) -> int | None:
    """Return where a name that goes on behind its last word ends now; None if it does not."""
    at = last
    while at < len(words) and at - last < 2 and words[at].text in _INSIDE:
        at += 1
    if at > last and words[last].text != "of":
        return None
    if at < len(words) and (_belongs(words[at], capitals) or _is_small_but_capital(words[at])):
        gaps = (words[k].start - words[k - 1].end for k in range(last, at + 1))
        return at + 1 if all(gap == 1 for gap in gaps) else None
    return None


def _parts(words: Sequence[Word], first: int, last: int) -> Iterator[NameKey]:
    """Yield a name and the parts of it that begin and end with a capital."""
    large = [k for k in range(first, last) if _is_capital(words[k])]
    for k, begin in enumerate(large):
        for end in large[k:]:
            if end - begin < _LONGEST:
                yield tuple(word.key for word in words[begin : end + 1])


def _without_mere_parts(found: dict[NameKey, list[int]]) -> dict[NameKey, list[int]]:
    """Return the names without those that are hardly seen but within one longer name."""
    mere = {
        part
        for name, places in found.items()
        for begin in range(len(name))
        for end in range(begin + 1, len(name) + 1)
        if end - begin < len(name)
        and _MERE * len(found.get(part := name[begin:end], ())) <= len(places)
    }
    return {name: places for name, places in found.items() if name not in mere}
