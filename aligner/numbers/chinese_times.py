"""Times of the day in Chinese: 下午三点半, 差五分八点, and which half of the day they are in."""

from __future__ import annotations

import re

from aligner.numbers.chinese_amounts import DIGITS, Amount
from aligner.numbers.number import HalfDay, Number, Value, clock

_MINUTES_AHEAD = re.compile(r"(?:钟|整)?(半|一刻|三刻)?")
_DAYTIME = re.compile(
    "(?:(?P<am>上午|早上|早晨|清晨|凌晨|早)|(?P<pm>下午|午后|傍晚|晚上|晚间|晚間|当晚|當晚|晚)"
    "|中午|正午|夜里|夜裡|深夜|午夜)(?:大?约|大?約|的)?$"
)


def daytime(text: str, start: int) -> re.Match[str] | None:
    """Return the words before an hour that say what part of the day it is in."""
    return _DAYTIME.search(text, max(0, start - 5), start)


def time_to(text: str, amount: Amount, after: Amount, gap: str) -> Number | None:
    """Return a time some minutes before a full hour: 差五分八点, 八点差五分."""
    if gap == "点差":
        hour, minutes, start, end = amount.value, after.value, amount.start, after.end + 1
        known = text[after.end : after.end + 1] == "分"
    else:
        hour, minutes, start, end = after.value, amount.value, amount.start - 1, after.end + 1
        known = text[start : start + 1] == "差" and text[after.end : end] == "点"
    if not known or hour is None or minutes is None or minutes > 59:
        return None
    time = clock(hour, 0)
    return None if time is None else Number(int(time - minutes) % 720, "time", start, end)


def minutes_of(amount: Amount) -> Value | None:
    """Return the minutes that an amount says behind an hour: 十五, and 零五, no number alone."""
    if len(amount.text) == 2 and amount.text[0] in "零〇":
        return DIGITS.get(amount.text[1])
    return amount.value


def half_day(text: str, amount: Amount) -> HalfDay:
    """Return which half of the day the words before an hour say, or the hour itself."""
    if amount.value is None or amount.value == 12:
        return ""  # 晚上12点 is midnight, 12:30 either
    if amount.value > 12:
        return "pm"
    found = daytime(text, amount.start)
    if not found:
        return ""
    return "am" if found["am"] else "pm" if found["pm"] else ""


def hour(text: str, amount: Amount) -> Number | None:
    """Return a full hour, half hour or quarter, or None where 点 says something else."""
    rest = _MINUTES_AHEAD.match(text, amount.end + 1)
    by_day = daytime(text, amount.start)
    if rest is None or amount.value is None or not (by_day or rest[0]):
        return None
    minute = {None: 0, "半": 30, "一刻": 15, "三刻": 45}[rest[1]]
    value = clock(amount.value, minute)
    if value is None:
        return None
    return Number(value, "time", amount.start, rest.end(), half_day=half_day(text, amount))
