"""Amounts with their units: a year and a half is eighteen months, ten jin are five kilos."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction

from aligner.article import Language
from aligner.checks.mention import Mention
from aligner.numbers import Value

Measure = tuple[str, Fraction]
"""What is measured, and how much of it in the smallest unit."""

_ZH_UNIT = re.compile(
    "[ 多余餘来來]{0,2}(?:个|個)?(?:整整?)?"
    "(小时|小時|钟头|鐘頭|分钟|分鐘|天|日|周|週|星期|礼拜|禮拜|季度|世纪|世紀|年|公斤|千克|斤|吨|噸"
    "|公里|千米|里|公顷|公頃|亩|畝)|[ 多余餘来來]{0,2}(?:个|個)(月)"
)
_EN_NAMES = "minute|hour|day|week|fortnight|month|quarter|year|decade|century|centurie"
_EN_UNIT = re.compile(
    f"(?i:[ -]?(?:a )?({_EN_NAMES}|kilo|kilogram|kilogramme|kg|tonne|ton"
    r"|kilometre|kilometer|km|hectare)s?\b)"
)
_EN_ONE = re.compile(rf"(?i:\b(?:an?|one|the|half an?|half a) ({_EN_NAMES})\b)")
_EN_INSIDE = re.compile(f"(?i:({_EN_NAMES})s? and a half$)")
_WORTH: dict[str, Measure] = {}
for _dimension, _sizes in {
    "short": {
        1: "minute 分钟 分鐘",
        60: "hour 小时 小時 钟头 鐘頭",
        1440: "day 天 日",
        10080: "week 周 週 星期 礼拜 禮拜",
        20160: "fortnight",
    },
    "long": {
        1: "month 月",
        3: "quarter 季度",
        12: "year 年",
        120: "decade",
        1200: "century centurie 世纪 世紀",
    },
    "weight": {1: "斤", 2: "kilo kilogram kilogramme kg 公斤 千克", 2000: "tonne ton 吨 噸"},
    "way": {1: "里", 2: "kilometre kilometer km 公里 千米"},
    "land": {1: "亩 畝", 15: "hectare 公顷 公頃"},
}.items():
    for _size, _names in _sizes.items():
        _WORTH |= {name: (_dimension, Fraction(_size)) for name in _names.split()}


def measure(mention: Mention, language: Language) -> Measure | None:
    """Return what a number measures with the unit behind it, or None without one."""
    if mention.number.kind not in ("plain", "year"):
        return None
    if language == "en" and mention.text.lower().endswith(("decade", "decades")):
        return "long", Fraction(mention.value) * 12  # it counts years
    if language == "zh":
        chinese = _ZH_UNIT.match(mention.behind)
        return _times(mention.value, chinese[1] or chinese[2]) if chinese else None
    english = _EN_UNIT.match(mention.behind) or _EN_INSIDE.search(mention.text)
    return _times(mention.value, english[1].lower()) if english else None


def measures(text: str, numbers: Iterable[Mention], language: Language) -> set[Measure]:
    """Return all that a text measures; English also without a number: an hour, half a year."""
    found = {measured for m in numbers if (measured := measure(m, language))}
    if language == "en":
        for match in _EN_ONE.finditer(text):
            half = match[0].lower().startswith("half")
            found.add(_times(Fraction(1, 2) if half else 1, match[1].lower()))
    return found


def _times(value: Value, name: str) -> Measure:
    dimension, size = _WORTH[name]
    return dimension, Fraction(value) * size
