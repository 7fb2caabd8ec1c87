"""Numbers in English: figures, number words, ordinals, fractions, dates and times.

Words that count are found first; a phrase is read from the left as far as it makes one number.
"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from aligner.numbers.english_times import HOURS, IN_THE, half_day, past
from aligner.numbers.english_words import CLOCK, SCALES, Token, tokens_of
from aligner.numbers.number import PLAIN, Number, Value, clock

_UNITS = "(?:hour|day|week|month|year|decade|century|mile|kilo|pound|tonne|metre|meter|inch|foot)"
_AND_A = re.compile(rf"(?i:[ -]{_UNITS}s? and a )")
_ONE_AND_A = re.compile(rf"(?i:\b(?:an?|one) {_UNITS} and a )$")
_PERCENT = re.compile(r"(?i:[ -]?%|[ -]?per ?cent(?:age points?)?\b)")
_A = re.compile(r"(?i:\b(?:an?|the|last|past|next|per|every|each|this)[ -])$")
_AGE = re.compile(r"(?i:\b(?:his|her|their|my|our|your)(?: (?:early|mid|late))?[ -])$")
_BY = re.compile("(?i:by|about|nearly|almost|than|least|only|around) $")
_IN = re.compile(r"(?: [a-z]+)? (?:in|out of) (?:every )?")
_JOINTS = {" ", "-"}
_SCALED = re.compile("(?i)[0-9a-z½¾¼][ -]?(thousand|million|billion|trillion|bn|tn)$")
_ZERO: Value = 0
_HALF = Fraction(1, 2)
_ABOVE: Value = 10**16
_RANGE = re.compile(r" ?[-~] ?| to | or | and ")


def read_english(text: str) -> list[Number]:
    """Return the numbers of an English text in order."""
    plain = text if text.isascii() else text.translate(PLAIN)
    tokens = list(tokens_of(plain))
    numbers: list[Number] = []
    k = 0
    while k < len(tokens):
        number, k = _read(plain, tokens, k)
        if number is not None:
            numbers.append(number)
    return _spread(plain, _with_halves(plain, numbers))


def _read(text: str, tokens: list[Token], k: int) -> tuple[Number | None, int]:
    """Return the number that begins with token k, and the token behind it."""
    token = tokens[k]
    if token.kind in ("half", "part", "cardinal", "figures") and (told := past(text, tokens, k)):
        return told, k + 2
    match token.kind:
        case "figures" | "cardinal":
            return _cardinal(text, tokens, k)
        case "scale":
            before = _A.search(text, max(0, token.start - 6), token.start)
            if token.weak or not before or text[token.end - 1] == "s":
                return None, k + 1
            return _scaled(text, tokens, k, token.value, token.start)
        case "half":
            return _half(text, tokens, k)
        case "part":
            if token.weak and _A.search(text, max(0, token.start - 3), token.start):
                return Number(
                    Fraction(1, token.value), "plain", token.start, token.end, True
                ), k + 1
            return None, k + 1
        case "ordinal":
            if token.value > 2 and _a_part(text, token):
                return Number(Fraction(1, token.value), "plain", token.start, token.end), k + 1
            weak = token.value < 3
            return Number(token.value, "ordinal", token.start, token.end, weak), k + 1
        case "ordinal figures":
            return Number(token.value, "ordinal", token.start, token.end), k + 1
        case "decade":
            if token.value < 100 and _AGE.search(text, max(0, token.start - 14), token.start):
                return Number(token.value, "plain", token.start, token.end), k + 1
            return Number(token.value, "decade", token.start, token.end), k + 1
        case "roman":
            return Number(token.value, "ordinal", token.start, token.end, True), k + 1
        case "time":
            half = half_day(text, token.start, token.end, late=token.weak)
            return Number(token.value, "time", token.start, token.end, half_day=half), k + 1
        case "month" | "weekday" as kind:
            return Number(token.value, kind, token.start, token.end), k + 1
        case _:
            weak = token.kind == "twice"
            return Number(token.value, "plain", token.start, token.end, weak), k + 1


def _with_halves(text: str, numbers: list[Number]) -> list[Number]:
    """Join a half to what it belongs to: an hour and a half, two years and a half."""
    joined: list[Number] = []
    for number in numbers:
        if number.value == _HALF and number.weak:
            last = joined[-1] if joined else None
            if last and last.kind == "plain" and _AND_A.fullmatch(text, last.end, number.start):
                value = last.value + number.value
                joined[-1] = Number(value, "plain", last.start, number.end, last.weak)
                continue
            if one := _ONE_AND_A.search(text, max(0, number.start - 22), number.start):
                value = 1 + number.value
                number = Number(value, "plain", one.start(), number.end, True)
        joined.append(number)
    return joined


def _a_part(text: str, token: Token) -> bool:
    """Return whether an ordinal behind `a` is a part: a third of, by a third."""
    if text[max(0, token.start - 2) : token.start].lower() != "a ":
        return False
    of = text.startswith(" of ", token.end) or not text[token.end : token.end + 1].isspace()
    return of or bool(_BY.search(text, max(0, token.start - 10), token.start - 2))


def _half(text: str, tokens: list[Token], k: int) -> tuple[Number | None, int]:
    """Return half, or half of a scale: half a million."""
    token = tokens[k]
    if k + 1 < len(tokens) and tokens[k + 1].kind == "scale" and not tokens[k + 1].weak:
        scale = tokens[k + 1]
        if text[token.end : scale.start] in (" a ", " ", "-"):
            return Number(Fraction(scale.value, 2), "plain", token.start, scale.end), k + 2
    weak = re.compile(" (?:of|the|its|their)").match(text, token.end) is None
    return Number(token.value, "plain", token.start, token.end, weak), k + 1


def _cardinal(text: str, tokens: list[Token], k: int) -> tuple[Number | None, int]:
    """Return the number that figures or number words begin, with its scales and its kind."""
    first = tokens[k]
    value, last, k = first.value, _rank(first.value), k + 1
    end = first.end
    if value == 1 and k < len(tokens) and _IN.fullmatch(text, end, tokens[k].start):
        whole, whole_end, behind = _units(text, tokens, k)
        if tokens[k].kind in ("cardinal", "figures") and whole > 1:  # one in five
            return Number(Fraction(1, whole), "plain", first.start, whole_end), behind
    if first.kind == "figures":
        last = 1
    elif k < len(tokens) and text[end : tokens[k].start] in _JOINTS:
        after = tokens[k]
        if after.kind == "cardinal" and last == 10 and after.value < 10 and after.value:
            value, last, end, k = value + after.value, 1, after.end, k + 1
        elif after.kind == "ordinal" and last == 10 and after.value < 10:
            return Number(value + after.value, "ordinal", first.start, after.end), k + 1
        elif after.kind == "part" and (not after.weak or value == 1):
            return Number(Fraction(value, after.value), "plain", first.start, after.end), k + 1
        elif after.kind == "ordinal" and value == 1 and after.value > 2:
            return Number(Fraction(1, after.value), "plain", first.start, after.end), k + 1
        elif after.kind == "cardinal" and 10 < value <= 20 and after.value >= 10:
            year, end, k = _units(text, tokens, k)  # nineteen eighty-four
            return Number(value * 100 + year, "year", first.start, end), k
    if k < len(tokens):
        rest = tokens[k]
        gap = text[end : rest.start]
        if (rest.kind == "half" and gap in (" and a ", "-and-a-", " and one-", " and one ")) or (
            rest.kind == "vulgar" and gap in ("", " ")
        ):
            value, end, k = value + rest.value, rest.end, k + 1
    return _scaled(text, tokens, k, value, first.start, end, first)


def _scaled(
    text: str,
    tokens: list[Token],
    k: int,
    value: Value,
    start: int,
    end: int = -1,
    first: Token | None = None,
) -> tuple[Number | None, int]:
    """Go on with the scales behind a value and the smaller numbers behind those."""
    if end < 0:
        value, end = 1, start
    total, section, scale = _ZERO, value, _ABOVE
    plain = True
    while k < len(tokens):
        after, gap = tokens[k], text[end : tokens[k].start]
        if after.kind == "scale" and gap in ("", "+", "+ ", " ", "-"):
            if after.value == 100 and section < 100:
                section *= 100
            elif after.value < scale:
                total, section, scale = total + section * after.value, _ZERO, after.value
            else:
                break
            plain, end, k = False, after.end, k + 1
        elif after.kind == "cardinal" and not plain and gap in (" ", " and ", "-and-", ", "):
            room = section % 100 == 0 and scale >= 1000
            if not room:
                break
            part, end, k = _units(text, tokens, k)
            section += part
            if section % 100 == 0:
                break
        else:
            break
    value = total + section
    if percent := _PERCENT.match(text, end):
        return Number(value, "percent", start, percent.end()), k
    if plain and isinstance(value, int) and (found := CLOCK.match(text, end)):
        time = clock(value, 0)
        if time is not None:
            half = half_day(text, start, found.end(), late=value > 12)
            return Number(time, "time", start, found.end(), half_day=half), k
    if plain and value in HOURS and (found := IN_THE.match(text, end)):
        half = half_day(text, start, end, late=False)
        return Number(int(value) * 60 % 720, "time", start, found.end(), half_day=half), k
    figures = first is not None and first.kind == "figures"
    if figures and plain and end - start == 4 and 1500 <= value <= 2100:
        return Number(value, "year", start, end), k
    return Number(value, "plain", start, end, plain and not figures and value < 10), k


def _units(text: str, tokens: list[Token], k: int) -> tuple[Value, int, int]:
    """Return the value below a hundred that begins with token k, its end, the token behind it."""
    token = tokens[k]
    if k + 1 < len(tokens) and _rank(token.value) == 10:
        unit = tokens[k + 1]
        joined = text[token.end : unit.start] in _JOINTS
        if joined and unit.kind == "cardinal" and 0 < unit.value < 10:
            return token.value + unit.value, unit.end, k + 2
    return token.value, token.end, k + 1


def _rank(value: Value) -> int:
    """Return 10 for the tens that a unit may follow, 1 otherwise."""
    return 10 if 20 <= value < 100 and value % 10 == 0 else 1


def _spread(text: str, numbers: list[Number]) -> list[Number]:
    """Give the first number of a range what only the second carries: 5-10%, 10 to 20 million."""
    for k in range(len(numbers) - 1):
        low, high = numbers[k], numbers[k + 1]
        if low.kind not in ("plain", "year") or not _RANGE.fullmatch(text, low.end, high.start):
            continue
        joined = text[low.end : high.start] == " and "
        if joined and not text.endswith(("between ", "Between "), 0, low.start):
            continue
        if high.kind == "percent":
            numbers[k] = replace(low, kind="percent", weak=False)
        elif high.kind == "plain" and low.value < 1000:
            match = _SCALED.search(text, high.start, high.end)
            value = low.value * (SCALES[match[1].lower()] if match else 1)
            numbers[k] = replace(low, value=value, weak=low.weak and not match)
    return numbers
