"""Numbers in English: figures, number words, ordinals, fractions, dates and times.

Words that count are found first; a phrase is read from the left as far as it makes one number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from aligner.numbers.number import FIGURES, PLAIN, HalfDay, Number, Value, clock, figures_value

_SMALL = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_SMALL += ["eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"]
_SMALL += ["eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_CARDINALS = {w: k for k, w in enumerate(_SMALL)} | {w: k * 10 for k, w in enumerate(_TENS, 2)}
_SCALES = {
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

_WORDS = [*_CARDINALS, *_SCALES, *_ORDINALS, *_PARTS, *_DECADES, *_WEEKDAY, "half", "twice"]
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
_PAST = re.compile("(?i: (?:minutes )?(past|to|before) )")
_TIME_OF_DAY = re.compile(
    "(?i:,? (?:in the |this |that |on [A-Za-z]+ |[A-Za-z]+day )?(morning|afternoon|evening)"
    "|( at night))"
)
_IN_THE = re.compile("(?i: (?:in the (?:morning|afternoon|evening)|at night))")
_HOURS = range(1, 13)
_UNITS = "(?:hour|day|week|month|year|decade|century|mile|kilo|pound|tonne|metre|meter|inch|foot)"
_AND_A = re.compile(rf"(?i:[ -]{_UNITS}s? and a )")
_ONE_AND_A = re.compile(rf"(?i:\b(?:an?|one) {_UNITS} and a )$")
_PERCENT = re.compile(r"(?i:[ -]?%|[ -]?per ?cent(?:age points?)?\b)")
_CLOCK = re.compile(r"(?i: ?[ap]m\b| ?[ap]\.m\.| ?o'clock)")
_A = re.compile(r"(?i:\b(?:an?|the|last|past|next|per|every|each|this)[ -])$")
_AGE = re.compile(r"(?i:\b(?:his|her|their|my|our|your)(?: (?:early|mid|late))?[ -])$")
_DATED = re.compile(
    r"(?i:[0-9](?:st|nd|rd|th)?(?: of)?"
    r"|\b(?:in|of|since|until|till|by|last|next|early|late|mid|from|to|this)) $|-$"
)
_SHORTENED = re.compile(r"\.| ?[0-9]")
_BY = re.compile("(?i:by|about|nearly|almost|than|least|only|around) $")
_IN = re.compile(r"(?: [a-z]+)? (?:in|out of) (?:every )?")
_BEFORE_YEAR = re.compile(r" ?[0-9]|, [0-9]{4}")
_JOINTS = {" ", "-"}
_SCALED = re.compile("(?i)[0-9a-z½¾¼][ -]?(thousand|million|billion|trillion|bn|tn)$")
_ZERO: Value = 0
_HALF = Fraction(1, 2)
_ABOVE: Value = 10**16
_RANGE = re.compile(r" ?[-~] ?| to | or | and ")


@dataclass(frozen=True, slots=True)
class _Token:
    """A word or figure that may belong to a number."""

    kind: str
    """figures, cardinal, scale, ordinal, part or half for those that join; or a whole number's."""
    value: Value
    start: int
    end: int
    weak: bool = False


def read_english(text: str) -> list[Number]:
    """Return the numbers of an English text in order."""
    plain = text if text.isascii() else text.translate(PLAIN)
    tokens = [
        t for match in _TOKEN.finditer(plain.lower()) if (t := _token(plain, match)) is not None
    ]
    numbers: list[Number] = []
    k = 0
    while k < len(tokens):
        number, k = _read(plain, tokens, k)
        if number is not None:
            numbers.append(number)
    return _spread(plain, _with_halves(plain, numbers))


def _token(text: str, match: re.Match[str]) -> _Token | None:
    found, (start, end) = match[0], match.span()
    if match["word"]:
        return _word(match["word"], text, match)
    if match["roman"]:
        return _roman(text[start:end], start, end)
    if match["vulgar"]:
        return _Token("vulgar", Fraction(*_VULGAR[found]), start, end)
    if match["clock"]:
        hour, _, minute = found.replace(".", ":").partition(":")
        time = clock(int(hour), int(minute))
        if time is None:
            return None
        am = _CLOCK.match(text, end)
        return _Token("time", time, start, am.end() if am else end, int(hour) > 12)
    if match["over"]:
        part, _, whole = found.partition("/")
        if 0 < int(part) < int(whole):
            return _Token("plain", Fraction(int(part), int(whole)), start, end)
        return None
    value = figures_value(match["figures"])
    if value is None:
        return None
    if match["th"]:
        return _Token("ordinal figures", value, start, end)
    if match["s"] and value % 10 == 0 and (value >= 1000 or value < 100):
        return _Token("decade", value, start, end)
    return _Token("figures", value, start, end)


def _roman(numeral: str, start: int, end: int) -> _Token | None:
    """Return a Roman numeral in capitals, of two letters or more."""
    match = _ROMAN.fullmatch(numeral)
    if not match:
        return None
    value = 10 * len(match["tens"]) + _ROMAN_UNIT[match["unit"]]
    return _Token("roman", value, start, end)


def _word(word: str, text: str, match: re.Match[str]) -> _Token | None:
    start, end = match.span()
    plural = end - start > len(word)
    if plural and word in _CARDINALS:
        return None
    for kind, table in (("cardinal", _CARDINALS), ("scale", _SCALES), ("decade", _DECADES)):
        if word in table:
            return _Token(kind, table[word], start, end, plural)
    if word in _WEEKDAY:
        return _Token("weekday", _WEEKDAY[word], start, end)
    if word in _PARTS:
        return _Token("part", _PARTS[word], start, end, not word.endswith("s"))
    if word in _ORDINALS:
        return None if plural else _Token("ordinal", _ORDINALS[word], start, end)
    if word == "half":
        return _Token("half", Fraction(1, 2), start, end)
    if word.capitalize() in _MONTH:
        return None if plural else _month(text, text[start:end], start, end)
    return _Token("twice", 2, start, end)


def _month(text: str, name: str, start: int, end: int) -> _Token | None:
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
    return _Token("month", _MONTH[known], start, end)


def _read(text: str, tokens: list[_Token], k: int) -> tuple[Number | None, int]:
    """Return the number that begins with token k, and the token behind it."""
    token = tokens[k]
    if token.kind in ("half", "part", "cardinal", "figures") and (past := _past(text, tokens, k)):
        return past, k + 2
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
            half = _half_day(text, token.start, token.end, late=token.weak)
            return Number(token.value, "time", token.start, token.end, half_day=half), k + 1
        case "month" | "weekday" as kind:
            return Number(token.value, kind, token.start, token.end), k + 1
        case _:
            weak = token.kind == "twice"
            return Number(token.value, "plain", token.start, token.end, weak), k + 1


def _past(text: str, tokens: list[_Token], k: int) -> Number | None:
    """Return a time told from a full hour: half past seven, a quarter to ten."""
    token = tokens[k]
    match = _PAST.match(text, token.end)
    if not match or k + 1 == len(tokens) or tokens[k + 1].start != match.end():
        return None
    hour = tokens[k + 1]
    quarter = token.kind == "part"
    if hour.kind not in ("cardinal", "figures") or not 1 <= hour.value <= 12:
        return None
    if quarter and (token.value != 4 or not token.weak):
        return None
    before = match[1].lower() != "past"
    if before and not quarter and "minutes" not in match[0]:
        return None  # five to eight people
    minutes = 30 if token.kind == "half" else 15 if quarter else token.value
    if minutes > 59 or minutes.denominator > 1 or (before and token.kind == "half"):
        return None
    value = int(hour.value * 60 + (-minutes if before else minutes)) % 720
    clock_ = _CLOCK.match(text, hour.end)
    end = clock_.end() if clock_ else hour.end
    return Number(
        value, "time", token.start, end, half_day=_half_day(text, token.start, end, late=False)
    )


def _half_day(text: str, start: int, end: int, *, late: bool) -> HalfDay:
    """Return which half of the day a time is in, as said by itself or by the words behind it."""
    if late:
        return "pm"
    said = text[start:end].lower().replace(".", "")
    if said.endswith(("am", "pm")):
        return "" if said.startswith("12") else "am" if said.endswith("am") else "pm"
    behind = _TIME_OF_DAY.match(text, end)
    if not behind:
        return ""
    return "am" if (behind[1] or "").lower() == "morning" else "" if behind[2] else "pm"


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


def _a_part(text: str, token: _Token) -> bool:
    """Return whether an ordinal behind `a` is a part: a third of, by a third."""
    if text[max(0, token.start - 2) : token.start].lower() != "a ":
        return False
    of = text.startswith(" of ", token.end) or not text[token.end : token.end + 1].isspace()
    return of or bool(_BY.search(text, max(0, token.start - 10), token.start - 2))


def _half(text: str, tokens: list[_Token], k: int) -> tuple[Number | None, int]:
    """Return half, or half of a scale: half a million."""
    token = tokens[k]
    if k + 1 < len(tokens) and tokens[k + 1].kind == "scale" and not tokens[k + 1].weak:
        scale = tokens[k + 1]
        if text[token.end : scale.start] in (" a ", " ", "-"):
            return Number(Fraction(scale.value, 2), "plain", token.start, scale.end), k + 2
    weak = re.compile(" (?:of|the|its|their)").match(text, token.end) is None
    return Number(token.value, "plain", token.start, token.end, weak), k + 1


def _cardinal(text: str, tokens: list[_Token], k: int) -> tuple[Number | None, int]:
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
    tokens: list[_Token],
    k: int,
    value: Value,
    start: int,
    end: int = -1,
    first: _Token | None = None,
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
    if plain and isinstance(value, int) and (found := _CLOCK.match(text, end)):
        time = clock(value, 0)
        if time is not None:
            half = _half_day(text, start, found.end(), late=value > 12)
            return Number(time, "time", start, found.end(), half_day=half), k
    if plain and value in _HOURS and (found := _IN_THE.match(text, end)):
        half = _half_day(text, start, end, late=False)
        return Number(int(value) * 60 % 720, "time", start, found.end(), half_day=half), k
    figures = first is not None and first.kind == "figures"
    if figures and plain and end - start == 4 and 1500 <= value <= 2100:
        return Number(value, "year", start, end), k
    return Number(value, "plain", start, end, plain and not figures and value < 10), k


def _units(text: str, tokens: list[_Token], k: int) -> tuple[Value, int, int]:
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
            value = low.value * (_SCALES[match[1].lower()] if match else 1)
            numbers[k] = replace(low, value=value, weak=low.weak and not match)
    return numbers
