"""Which runs of words may be terms, in either language.

A run begins and ends with words that mean something, and nothing but blanks stands between its
words. What is set off by quotation marks is a candidate whatever it is made of.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from aligner.lexicon import INSIDE_TERMS, TextSpan, Word, singular

_LONGEST_ZH, _LONGEST_EN = 4, 5
_CHARACTERS = 12
_HELPER = 50
_DOTS = frozenset("·・•‧．")


class Phrase(NamedTuple):
    """A run of words of one side that may be a term."""

    first: int
    last: int
    """The word behind its last one."""
    key: str
    set_off: bool = False
    """Whether it stands in quotation marks or title marks of its own."""


def chinese_phrases(words: Sequence[Word], quotes: Sequence[TextSpan]) -> list[Phrase]:
    """Return the candidates of a Chinese text."""
    places = _set_off(words, quotes)
    found = [
        Phrase(first, last, _zh_key(words[first:last]), (first, last) in places)
        for first, last in _runs(words, _LONGEST_ZH, _DOTS, _helpers(words))
        if _is_chinese_term(words[first:last]) and not _cuts_a_name(words, first, last)
    ]
    have = {(span.first, span.last) for span in found}
    for first, last in places - have:
        if last - first <= _LONGEST_QUOTED and words[first].text.isalnum():
            found.append(Phrase(first, last, _zh_key(words[first:last]), True))
    return found


_LONGEST_QUOTED = 8


def _cuts_a_name(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a dot that divides the parts of a name stands beside the run: 哈里森·科爾."""
    return (first > 0 and words[first - 1].key in _DOTS) or (
        last < len(words) and words[last].key in _DOTS
    )


def _set_off(words: Sequence[Word], quotes: Sequence[TextSpan]) -> set[tuple[int, int]]:
    """Return first word and last but one of each quotation, small words at its ends left out."""
    found = set()
    for start, end in quotes:
        inside = [k for k, word in enumerate(words) if start <= word.start < word.end <= end]
        while inside and not words[inside[0]].is_content:
            inside.pop(0)
        while inside and not words[inside[-1]].is_content:
            inside.pop()
        if inside:
            found.add((inside[0], inside[-1] + 1))
    return found


def english_phrases(words: Sequence[Word], quotes: Sequence[TextSpan]) -> list[Phrase]:
    """Return the candidates of an English text."""
    places = _set_off(words, quotes)
    return [
        Phrase(first, last, en_key(words[first:last]), (first, last) in places)
        for first, last in _runs(words, _LONGEST_EN, INSIDE_TERMS, frozenset())
        if _is_english_term(words[first:last])
    ]


def en_key(words: Sequence[Word]) -> str:
    """Return an English term as it is compared: lower case, singular, hyphens as spaces."""
    keys = [word.key for word in words]
    if not words[-1].name or words[-1].text[-1:] == "s":
        keys[-1] = singular(keys[-1])
    return " ".join(keys).replace("-", " ")


def _zh_key(words: Sequence[Word]) -> str:
    return "".join(word.key for word in words)


def _runs(
    words: Sequence[Word], longest: int, inside: frozenset[str], barred: Collection[int]
) -> Iterator[tuple[int, int]]:
    """Yield the runs of words; those that are barred may only begin one."""
    for first, word in enumerate(words):
        if not word.is_content:
            continue
        for last in range(first + 1, min(first + longest, len(words)) + 1):
            end = words[last - 1]
            if last > first + 1 and last - 1 in barred:
                break
            if last > first + 1 and end.start - words[last - 2].end > 1:
                break
            if end.is_content:
                yield first, last
            elif end.key not in inside:
                break


def _is_chinese_term(words: Sequence[Word]) -> bool:
    if words[0].kind == words[-1].kind == "t" or words[-1].kind == "t":
        return False
    length = words[-1].end - words[0].start
    if length == 1:
        return words[0].kind == "n" and words[0].common < _EVERYDAY
    if length > _CHARACTERS and not any(word.name for word in words):
        return False
    if words[0].key in _ENDINGS:
        return False
    if len(words) == 1:
        return True
    if any(word.key in _SAYING for word in words):
        return False
    if _is_helper(words[0], _HELPER + 8) and words[0].key not in _PREFIXES:
        return False
    return all(
        a.end == b.start or (a.text.isascii() != b.text.isascii()) for a, b in pairwise(words)
    )


def _helpers(words: Sequence[Word]) -> set[int]:
    return {place for place, word in enumerate(words) if _is_helper(word, _HELPER)}


def _is_helper(word: Word, min_common: int) -> bool:
    """Whether it is a common verb of one character (會, 能, 使), which no compound holds."""
    return word.kind == "v" and len(word.key) == 1 and word.common >= min_common


_ENDINGS = frozenset("性化者率期型式感度")
_SAYING = frozenset("说道问答喊叫笑想")
"""What people do in stories beside their names (隊長說); in a word of the table it is no such."""
_PREFIXES = frozenset("无非不未反抗超防")
_EVERYDAY = 57
"""A single character that is more common than this is no term."""


def _is_english_term(words: Sequence[Word]) -> bool:
    if words[0].kind == "t" or words[-1].kind == "t":
        return False
    if len(words) == 1:
        return len(words[0].key) > 1
    small = sum(not word.is_content for word in words)
    return small <= 2 and not (small and len(words) - small > 3)
