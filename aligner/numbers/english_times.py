"""Times of the day in English: half past seven, a quarter to ten, six in the morning."""

from __future__ import annotations

import re

from aligner.numbers.english_words import CLOCK, Token
from aligner.numbers.number import HalfDay, Number

_PAST = re.compile("(?i: (?:minutes )?(past|to|before) )")
_TIME_OF_DAY = re.compile(
    "(?i:,? (?:in the |this |that |on [A-Za-z]+ |[A-Za-z]+day )?(morning|afternoon|evening)"
    "|( at night))"
)
IN_THE = re.compile("(?i: (?:in the (?:morning|afternoon|evening)|at night))")
HOURS = range(1, 13)


def past(text: str, tokens: list[Token], k: int) -> Number | None:
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
    clock_ = CLOCK.match(text, hour.end)
    end = clock_.end() if clock_ else hour.end
    return Number(
        value, "time", token.start, end, half_day=half_day(text, token.start, end, late=False)
    )


def half_day(text: str, start: int, end: int, *, late: bool) -> HalfDay:
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
