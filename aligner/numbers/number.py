"""A number of either language, and the string that equal ones share.

Values are exact fractions. This room knows no language.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

NumberKind = Literal[
    "plain", "percent", "ordinal", "year", "decade", "month", "day", "weekday", "time"
]

HalfDay = Literal["", "am", "pm"]

Value = int | Fraction
"""Exact; a whole number is an int."""

FIGURES = (
    r"(?:(?:[0-9]{1,3}(?:,[0-9]{3}(?![0-9]))++|[0-9]++)(?:\.[0-9]++)?+|(?<![\w.)\]])\.[0-9]++)"
)
"""A number in figures, with thousands commas and a decimal point."""

_HALF = Fraction(1, 2)
MOST_DIGITS = 40
"""Longer runs of digits are no numbers that anyone translates."""

_FULL_WIDTH = {0xFF01 + k: 0x21 + k for k in range(94)}
_BLANKS = dict.fromkeys(map(ord, "\u00a0\u2009\u202f\u3000"), " ")
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\uff5e\u301c\u2212"), "-")
PLAIN: dict[int, int | str] = {**_FULL_WIDTH, **_BLANKS, **_DASHES, 0x2019: "'", 0x130: "I"}
"""For `str.translate`: full-width forms, blanks, dashes as ASCII; lower case keeps offsets."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number, date or time as it stands in a text."""

    value: Value
    """Percent: of a hundred. Decade: its first year (90 where the century is not said). Weekday:
    Monday is 1. Time: minutes since noon or midnight, below 720."""
    kind: NumberKind
    start: int
    end: int
    weak: bool = False
    """Says little: one, 一, half a, and other small words that often have no counterpart."""
    approximate: bool = False
    """Said to be a little more: 50多万, more than."""
    half_day: HalfDay = ""
    """Of a time: before or after noon, where the text says it."""


def marks_of(numbers: Iterable[Number]) -> list[str]:
    """Return a mark a number, equal for equal meanings in either language.

    Ordinals, years and days compare with plain numbers (第三, third, 3); percentages, months,
    weekdays, times and decades only with their own kind. Decades forget their century (90年代,
    1990s) and times their half of the day.
    """
    return [_mark(number) for number in numbers]


def _mark(number: Number) -> str:
    value = number.value
    match number.kind:
        case "percent":
            return f"{_decimal(value)}%"
        case "month" | "weekday":
            return f"{number.kind} {value}"
        case "decade":
            return f"{int(value) % 100:02}s"
        case "time":
            hour, minute = divmod(int(value), 60)
            return f"time {hour or 12}:{minute:02}"
        case _:
            return "half" if value == _HALF else _decimal(value)


def _decimal(value: Value) -> str:
    """Return the shortest exact decimal, or a fraction where there is none."""
    if value.denominator == 1:
        return str(value.numerator)
    rest, places = value.denominator, 0
    for prime in (2, 5):
        power = 0
        while rest % prime == 0:
            rest, power = rest // prime, power + 1
        places = max(places, power)
    if rest != 1:
        return str(value)
    digits = str(value.numerator * 10**places // value.denominator).rjust(places + 1, "0")
    return f"{digits[:-places]}.{digits[-places:]}"


def figures_value(figures: str) -> Value | None:
    """Return the value of a match of `FIGURES`, or None where it has too many digits."""
    if len(figures) > MOST_DIGITS:
        return None
    whole, point, part = figures.replace(",", "").partition(".")
    return Fraction(int(whole + part), 10 ** len(part)) if point else int(whole)


def clock(hour: Value, minute: Value) -> int | None:
    """Return the value of a time, or None where no clock shows it."""
    if isinstance(hour, Fraction) or isinstance(minute, Fraction) or hour > 24 or minute > 59:
        return None
    return (hour * 60 + minute) % 720
