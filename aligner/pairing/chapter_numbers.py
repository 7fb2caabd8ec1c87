"""The numbers in a name that count parts of a book: 第三章, ch03 and 3 say the same.

A number counts a part where a word says so, or where it stands at the beginning of a name. Years do
not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from aligner.reading import numeral_value
from aligner.script import HAN

_NUMERAL = r"[〇零一二两兩三四五六七八九十百千]{1,9}"
_UNIT = "[章回节節讲講课課幕集卷部篇编編辑輯话話季册冊期]"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy"
_WORD = f"(?:{_TENS})(?:[ -](?:{_ONES}))?|{_TEENS}|{_ONES}"
_NAMED = (
    "chapter|chap|ch|part|pt|book|bk|volume|vol|section|sec|lesson|lecture|unit|episode|ep|act|"
    "scene|no|season|s(?=\\d)|e(?=\\d)"
)
_NUMBER = re.compile(
    rf"第 ?(?P<zh>{_NUMERAL}|\d{{1,4}}(?!\d)) ?{_UNIT}?"
    rf"|[卷篇章] ?(?P<behind>{_NUMERAL}|\d{{1,4}}(?!\d))(?!(?!第)[{HAN}])"
    rf"|(?<![a-z])(?:{_NAMED}) ?(?P<en>\d{{1,4}}(?!\d)|(?:[ivxlc]{{1,9}}|{_WORD})(?![a-z]))"
    rf"|(?<!\d)(?P<bare>\d{{1,9}})(?!\d)"
    rf"|(?:^|(?<= ))(?P<alone>{_NUMERAL})(?= |$)"
)
_LATIN = re.compile("[a-z]+")
_YEAR = 1000
"""The least number at the beginning of a name that is a year, or too large for a chapter."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A name with its numbers taken out."""

    numbers: tuple[int, ...]
    """In their order: a volume, its chapter."""
    words: str
    """What is left of the name, the words that say what is counted aside."""
    counts_parts: bool
    """Whether the first number is that of a chapter, whatever else the name says."""

    @property
    def latin(self) -> str:
        """The Latin words of what is left."""
        return " ".join(_LATIN.findall(self.words))


def numbered(name: str) -> Numbered | None:
    """Return the numbers of a name without its mark; None for a name that has none."""
    found = list(_NUMBER.finditer(name))
    values = [numeral_value(match[match.lastgroup or 0]) for match in found]
    numbers = tuple(value for value in values if value is not None)
    if not numbers or len(numbers) < len(values):
        return None
    is_named = any(match.lastgroup in ("zh", "behind", "en") for match in found)
    is_first = found[0].start() == 0 and numbers[0] < _YEAR
    words = " ".join(_NUMBER.sub(" ", name).split())
    return Numbered(numbers, words, is_named or is_first)
