"""Words and figures of English that may belong to a number, one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from aligner.numbers.number import FIGURES, Value, clock, figures_value

_SMALL = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_SMALL += ["eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"]
_SMALL += ["eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_CARDINALS = {w: k for k, w in enumerate(_SMALL)} | {w: k * 10 for k, w in enumerate(_TENS, 2)}
SCALES = {
    "hundred": 100,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "bn": 10**9,
    "tn": 10**12,
    "dozen": 12,
    "decade": 10,
    "decades": 10,
}
_ODD = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth"}
_ODD |= {"nine": "ninth", "twelve": "twelfth"}
_ORDINALS = {
    _ODD.get(word, word[:-1] + "ieth" if word.endswith("y") else word + "th"): value
    for word, value in _CARDINALS.items()
    if value
}
_ORDINALS |= {"hundredth": 100, "thousandth": 1000}
_PARTS = {word + "s": n for word, n in _ORDINALS.items() if n > 2}
_PARTS |= {"quarter": 4, "quarters": 4}
_DECADES = {word[:-1] + "ies": n * 10 for n, word in enumerate(_TENS, 2)}
_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August"]
_MONTHS += ["September", "October", "November", "December"]
_MONTH = {name: n for n, name in enumerate(_MONTHS, 1)}
_MONTH |= {name[:3]: n for n, name in enumerate(_MONTHS, 1)} | {"Sept": 9}
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_WEEKDAY = {name: n for n, name in enumerate(_WEEKDAYS, 1)}
_VULGAR = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4)}

_WORDS = [*_CARDINALS, *SCALES, *_ORDINALS, *_PARTS, *_DECADES, *_WEEKDAY, "half", "twice"]
_BY_LETTER: dict[str, list[str]] = {}
for _name in sorted([*_WORDS, *(name.lower() for name in _MONTH)], key=len, reverse=True):
    _BY_LETTER.setdefault(_name[0], []).append(_name[1:])
_NAMES = "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in _BY_LETTER.items())
_TOKEN = re.compile(  # for text in lower case: ignoring the case in the pattern takes far longer
    r"(?=[0-9.])(?:(?P<clock>(?<![0-9:.])[0-9]{1,2}(?::[0-9]{2}(?![0-9:])"
    r"|\.[0-9]{2}(?= ?[ap]\.?m\b)))"
    r"|(?P<over>(?<![0-9/])[0-9]{1,2}/[0-9]{1,2}(?![0-9/]))"
    rf"|(?P<figures>{FIGURES})(?:(?P<th>st|nd|rd|th)\b|(?P<s>'?s)\b)?)"
    r"|(?P<vulgar>[½⅓⅔¼¾])"
    rf"|(?<![^\W0-9])(?:(?P<word>{_NAMES})(?:s?\b|(?=-?fold\b))|(?P<roman>[ivx]{{2,6}})\b)"
)
_ROMAN = re.compile("(?P<tens>X{0,3})(?P<unit>IX|IV|V?I{0,3})")
_ROMAN_UNIT = {"": 0, "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8}
_ROMAN_UNIT |= {"IX": 9}
CLOCK = re.compile(r"(?i: ?[ap]m\b| ?[ap]\.m\.| ?o'clock)")
_DATED = re.compile(
    r"(?i:[0-9](?:st|nd|rd|th)?(?: of)?"
    r"|\b(?:in|of|since|until|till|by|last|next|early|late|mid|from|to|this)) $"
    r"|\b(?:mid|early|late)-$"
)
_SHORTENED = re.compile(r"\.| ?[0-9]")
_BEFORE_YEAR = re.compile(r" ?[0-9]|, [0-9]{4}")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or figure that may belong to a number."""

    kind: str
    """figures, cardinal, scale, ordinal, part or half for those that join; or a whole number's."""
    value: Value
    start: int
    end: int
    weak: bool = False


def _token(text: str, match: re.Match[str]) -> Token | None:
    found, (start, end) = match[0], match.span()
    if match["word"]:
        return _word(match["word"], text, match)
    if match["roman"]:
        return _roman(text[start:end], start, end)
    if match["vulgar"]:
        return Token("vulgar", Fraction(*_VULGAR[found]), start, end)
    if match["clock"]:
        hour, _, minute = found.replace(".", ":").partition(":")
        time = clock(int(hour), int(minute))
        if time is None:
            return None
        am = CLOCK.match(text, end)
        return Token("time", time, start, am.end() if am else end, int(hour) > 12)
    if match["over"]:
        part, _, whole = found.partition("/")
        if 0 < int(part) < int(whole):
            return Token("plain", Fraction(int(part), int(whole)), start, end)
        return None
    value = figures_value(match["figures"])
    if value is None:
        return None
    if match["th"]:
        return Token("ordinal figures", value, start, end)
    if match["s"] and value % 10 == 0 and (value >= 1000 or value < 100):
        return Token("decade", value, start, end)
    return Token("figures", value, start, end)


def _roman(numeral: str, start: int, end: int) -> Token | None:
    """Return a Roman numeral in capitals, of two letters or more."""
    match = _ROMAN.fullmatch(numeral)
    if not match:
        return None
    value = 10 * len(match["tens"]) + _ROMAN_UNIT[match["unit"]]
    return Token("roman", value, start, end)


def _word(word: str, text: str, match: re.Match[str]) -> Token | None:
    start, end = match.span()
    plural = end - start > len(word)
    if plural and word in _CARDINALS:
        return None
    for kind, table in (("cardinal", _CARDINALS), ("scale", SCALES), ("decade", _DECADES)):
        if word in table:
            return Token(kind, table[word], start, end, plural)
    if word in _WEEKDAY:
        return Token("weekday", _WEEKDAY[word], start, end)
    if word in _PARTS:
        return Token("part", _PARTS[word], start, end, not word.endswith("s"))
    if word in _ORDINALS:
        return None if plural else Token("ordinal", _ORDINALS[word], start, end)
    if word == "half":
        return Token("half", Fraction(1, 2), start, end)
    if word.capitalize() in _MONTH:
        return None if plural else _month(text, text[start:end], start, end)
    return Token("twice", 2, start, end)


def _month(text: str, name: str, start: int, end: int) -> Token | None:
    """Return a month; May and March begin sentences too and must stand in a date."""
    known = name.capitalize()
    if name not in (known, name.upper()):
        return None
    if known not in _MONTHS and not _SHORTENED.match(text, end):
        return None
    if known in ("May", "March"):
        dated = _DATED.search(text, max(0, start - 9), start) or _BEFORE_YEAR.match(text, end)
        if not dated:
            return None
    return Token("month", _MONTH[known], start, end)


def tokens_of(plain: str) -> Iterator[Token]:
    """Yield the tokens of a text whose forms are plain, in order."""
    for match in _TOKEN.finditer(plain.lower()):
        if (token := _token(plain, match)) is not None:
            yield token
