"""The chapters of a book: where they begin, what they are called and which number they bear.

A chapter begins where the file says so (a document of an e-book that opens with a heading), and at
a heading with a number: 第三章, Chapter 3, III. Headings in a row belong to one chapter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from aligner.formats import Block, weight

_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "两": 2,
    "兩": 2,
}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_CHINESE = r"[〇零一二两兩三四五六七八九十百千\d０-９]{1,9}"
_CHAPTER_ZH = re.compile(rf"\s*第\s*({_CHINESE})\s*[章回节節讲講课課幕集]")
_PART_ZH = re.compile(rf"\s*(?:第\s*({_CHINESE})\s*[卷部篇编編辑輯]|[卷篇]\s*({_CHINESE})(?!\w))")
_WORDS_TEXT = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty
"""
_WORDS = {word: value for value, word in enumerate(_WORDS_TEXT.split())}
_TENS_TEXT = "twenty thirty forty fifty sixty seventy"
_TENS = {word: 20 + 10 * n for n, word in enumerate(_TENS_TEXT.split())}
_ENGLISH = (
    r"(\d{1,4}|[ivxlc]{1,9}|[a-z]{3,9}(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?)\b"
)
_CHAPTER_EN = re.compile(rf"\s*(?:chapter|lesson|lecture|scene)\s+{_ENGLISH}", re.IGNORECASE)
_PART_EN = re.compile(rf"\s*(?:part|book|volume|act)\s+{_ENGLISH}", re.IGNORECASE)
_BARE = re.compile(rf"\s*(?:({_CHINESE})|(\d{{1,4}})|([IVXLC]{{1,9}}))\s*[.、．]?\s*")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


@dataclass(frozen=True, slots=True)
class Number:
    """The number in a heading."""

    value: int
    is_part: bool
    """Whether it counts parts of a book, which hold chapters."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A run of blocks of one side."""

    title: str
    number: Number | None
    first: int
    """Index of its first block."""
    stop: int
    """Index behind its last one."""
    size: int
    """Its length, by which the languages can be compared."""


def chapters_of(side: Sequence[Block]) -> list[Chapter]:
    """Return the chapters of a side, which together hold all its blocks.

    A film has none, though each cue may stand in a section of its own.
    """
    if side and any(block.time for block in side):
        return [_chapter(side, 0, len(side))]
    starts = [0] if side else []
    is_bare = True
    for i, block in enumerate(side):
        if block.kind == "note":
            continue
        is_begin = i > 0 and (
            block.section != side[i - 1].section
            or (block.kind == "heading" and number_of(block.text) is not None)
        )
        if is_begin and not is_bare:
            starts.append(i)
            is_bare = True
        is_bare = is_bare and block.kind == "heading"
    return [_chapter(side, first, stop) for first, stop in pairwise([*starts, len(side)])]


def _chapter(side: Sequence[Block], first: int, stop: int) -> Chapter:
    blocks = [block for block in side[first:stop] if block.kind != "note"]
    headings: list[str] = []
    for block in blocks:
        if block.kind != "heading":
            break
        headings.append(block.text)
    numbers = [number for text in headings if (number := number_of(text))]
    number = next((n for n in numbers if not n.is_part), numbers[0] if numbers else None)
    title = " ".join(headings) or (blocks[0].text if blocks else "")
    return Chapter(title, number, first, stop, sum(weight(block.text) for block in blocks))


def number_of(heading: str) -> Number | None:
    """Return the number that a heading bears, None for a heading without one."""
    for pattern, is_part in ((_CHAPTER_ZH, False), (_CHAPTER_EN, False)):
        if (value := _value(pattern.match(heading))) is not None:
            return Number(value, is_part)
    for pattern in (_PART_ZH, _PART_EN):
        if (value := _value(pattern.match(heading))) is not None:
            return Number(value, True)
    value = _value(_BARE.fullmatch(heading))
    return None if value is None else Number(value, False)


def _value(found: re.Match[str] | None) -> int | None:
    said = next((group for group in found.groups() if group), None) if found else None
    return None if said is None else numeral_value(said.lower())


def numeral_value(said: str) -> int | None:
    """Return the value of a number in figures, in Chinese, in Roman or as an English word."""
    if said.isdecimal():
        return int(said)
    if said[0] in _DIGITS or said[0] in _UNITS:
        return _chinese(said)
    if set(said) <= _ROMAN.keys():
        values = [_ROMAN[letter] for letter in said] + [0]
        return sum(-v if v < after else v for v, after in pairwise(values))
    if said in _WORDS:
        return _WORDS[said]
    tens, _, ones = said.replace("-", " ").partition(" ")
    return _TENS[tens] + _WORDS.get(ones, 0) if tens in _TENS else None


def _chinese(said: str) -> int | None:
    if not any(unit in said for unit in _UNITS):  # written digit by digit: 一〇二
        digits = [_DIGITS.get(c, int(c) if c.isdecimal() else -1) for c in said]
        return None if -1 in digits else int("".join(map(str, digits)))
    total, digit = 0, 0
    for character in said:
        if character in _UNITS:
            total += (digit or 1) * _UNITS[character]
            digit = 0
        else:
            digit = _DIGITS.get(character, 0)
    return total + digit
