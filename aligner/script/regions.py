"""Conversion of Chinese from one region's writing to another's, word by word, as OpenCC does it.

OpenCC takes the longest entry of its tables wherever it finds it, so that 的士 (taxi) is found in
城堡的士兵. Whoever knows the words of a text says where they are, and `divided` parts what is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Literal

from aligner.script.divided import DIVIDER, Places, divided
from aligner.script.tables import converter, rows
from aligner.script.variants import LEFT_TRADITIONAL

_STRETCH = re.compile(r"[^\s，。！？；：、]{1,500}|[\s，。！？；：、]+")

Region = Literal["CN", "TW", "HK"]
"""Where Chinese is written: the mainland and Singapore; Taiwan; Hong Kong and Macau."""

_BETWEEN_REGIONS: dict[tuple[Region, Region], str] = {
    ("CN", "TW"): "s2twp",
    ("TW", "CN"): "tw2sp",
    ("CN", "HK"): "s2hk",
    ("HK", "CN"): "hk2s",
}
"""OpenCC's names of the conversions."""
_PHRASES: dict[tuple[Region, Region], tuple[str, ...]] = {
    ("CN", "TW"): ("STPhrases", "TWPhrases"),
    ("CN", "HK"): ("STPhrases",),
    ("TW", "CN"): ("TWPhrasesRev", "TWVariantsRevPhrases", "TSPhrases"),
    ("HK", "CN"): ("HKVariantsRevPhrases", "TSPhrases"),
    ("HK", "TW"): ("HKVariantsRevPhrases", "TWPhrases"),
    ("TW", "HK"): ("TWVariantsRevPhrases",),
}
"""The tables of words and phrases that each conversion looks into."""
_WITHIN_TRADITIONAL: dict[tuple[Region, Region], tuple[tuple[str, ...], ...]] = {
    ("TW", "HK"): (("TWVariantsRevPhrases", "TWVariantsRev"), ("HKVariants",)),
    ("HK", "TW"): (("HKVariantsRevPhrases", "HKVariantsRev"), ("TWPhrases",), ("TWVariants",)),
}
"""Tables of OpenCC, in order. It has no conversion for these, and by way of Simplified what is two
characters in both places (鐘 and 鍾) would be one and not be told apart again."""
_SHARED = frozenset("參么啟嫻顎鯰韁簷煙濕")
"""What its tables take for one region's form of a rare character (參 for 蔘) is everyone's own."""
_BOOK = re.compile("(?<=[原土专遗拙])着")
"""What they make of 著 where the mainland writes 著 too."""
_WHAT = re.compile("(?<=[什怎那这多要])幺")
"""What they make of Simplified 么 that stands in a text for Taiwan."""


def to_region(
    text: str, source: Region, target: Region, *, places: Callable[[str], Places] | None = None
) -> str:
    """Convert Chinese as one region writes it to that of another, word by word.

    Taiwan's words are known (軟體 for 软件), of Hong Kong's only the characters, so that Taiwan's
    words stay in what is converted for Hong Kong. `places` tells where the words of a text are.
    """
    if source == target:
        return text
    if places:
        text = divided(text, _PHRASES[source, target], places)
        return _between(text, source, target).replace(DIVIDER, "")
    return _between(text, source, target)


def _between(text: str, source: Region, target: Region) -> str:
    if conversion := _BETWEEN_REGIONS.get((source, target)):
        text = _convert(text, conversion)
        return _as_on_the_mainland(text) if target == "CN" else text
    for tables in _WITHIN_TRADITIONAL[source, target]:
        written, expression = _respelling(tables)
        text = expression.sub(lambda found: written[found[0]], text)  # noqa: B023 -- used at once
    return text


def _as_on_the_mainland(text: str) -> str:
    return _WHAT.sub("么", _BOOK.sub("著", text.translate(LEFT_TRADITIONAL)))


@cache
def _respelling(tables: tuple[str, ...]) -> tuple[dict[str, str], re.Pattern[str]]:
    """Return what tables make of each of their words, and an expression for the longest of them."""
    found = (row for table in tables for row in rows(f"{table}.txt"))
    written = {row[0]: row[1] for row in found if row[0] not in _SHARED}
    longest_first = sorted(written, key=len, reverse=True)
    return written, re.compile("|".join(map(re.escape, longest_first)))


def _convert(text: str, conversion: str) -> str:
    # OpenCC copies what is left of a stretch at every match: a long one would cost its square.
    convert = converter(conversion).convert
    return "".join(convert(stretch) for stretch in _STRETCH.findall(text))
