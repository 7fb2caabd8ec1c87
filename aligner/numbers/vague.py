"""Chinese numbers that name no one value, as the range they may mean: 十几, 数百, 三五十."""

from __future__ import annotations

import re

_SOME = re.compile(
    "(?P<over>[一二两兩三四五六七八九十百千万萬亿億0-9]*[十百千万萬亿億])[几幾多余餘来來]"
    "|(?P<few>[几幾数數上好成])(?:[几幾]|[一二两兩三四五])?(?P<unit>[十百千万萬亿億]+)"
    "|(?P<tens>[二三四五六七八九]?十)?(?P<two>[一二两兩三四五六七八九]{2})(?P<of>[十百千万萬亿億]*)"
)
_UNIT = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_DIGIT = {c: k for k, c in enumerate("一二三四五六七八九", 1)} | {"两": 2, "兩": 2}
_HAS_ANY = re.compile("[几幾数數上好成多余餘来來一二两兩三四五六七八九]")
_LONGEST = 12


def read_vague(text: str) -> list[tuple[int, int]]:
    """Return the lowest and highest value of each vague number, both included."""
    if not _HAS_ANY.search(text):
        return []
    return [bounds for match in _SOME.finditer(text) if (bounds := _bounds(match))]


def _bounds(match: re.Match[str]) -> tuple[int, int] | None:
    if len(match[0]) > _LONGEST:
        return None
    if match["over"]:
        return _over(match["over"])
    if match["few"]:
        unit = _product(match["unit"])
        return unit, unit * 10 - 1
    low, high = sorted(_DIGIT[c] for c in match["two"])
    unit = _product(match["of"])
    if low == high:
        return None
    tens = _product(match["tens"][-1:]) * _DIGIT.get(match["tens"][0], 1) if match["tens"] else 0
    return (tens + low) * unit, (tens + high) * unit + unit - 1


def _over(numeral: str) -> tuple[int, int] | None:
    """Return what a number and a little more may be: 十几, 二十多, 三百多万."""
    last = _UNIT[numeral[-1]]
    head = numeral[:-1]
    if not head:
        return last, last * 2 - 1
    if len(head) == 1 and head in _DIGIT:
        value = _DIGIT[head] * last
        return value, value + last - 1
    return None


def _product(units: str) -> int:
    value = 1
    for unit in units:
        value *= _UNIT[unit]
    return value
