"""Numbers that the two texts do not share, whatever they are written in.

Two numbers agree if their marks do (3.5亿, 350 million). What is left over on both sides is paired
in order and reported together; what is left over on one side is reported if it says enough: small
words (一, one, half a) often have no counterpart.
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterator
from fractions import Fraction
from operator import itemgetter

from aligner.checks.agreement import Numbers, discounts_agree, settle
from aligner.checks.currencies import check_currencies
from aligner.checks.finding import Finding
from aligner.checks.mention import Mention, mentions
from aligner.script import LATIN

_CALENDAR = frozenset(("month", "weekday", "time"))
_SLIGHT = (1, Fraction(1, 2))
_MANNER = re.compile(
    "hundred|thousand|million|billion|decades?|dozen|ten|(?:an?|one) (?:hundred|thousand|million)"
    "|一?[十百千万萬]|[百千一]万|[百千]萬|十万八千|十萬八千|百分之百|百分百"
)
_MOST_DISCOUNTS = 1_000
"""Numbers, each once, of which one may be what 八折 says."""
_GLUED = re.compile(f"[{LATIN}_]0|0[{LATIN}_]")
_ITEM = re.compile("[.．、)）] ?")


def check_numbers(zh: str, en: str) -> Iterator[Finding]:
    """Yield the numbers that differ or have no counterpart, and amounts in other money."""
    chinese, english = mentions(zh, "zh"), mentions(en, "en")
    if not chinese and not english:
        return
    left_zh, left_en = _alone(chinese, english), _alone(english, chinese)
    if left_zh or left_en:
        left_zh, left_en = settle(Numbers(chinese, english, zh, en), left_zh, left_en)
        yield from _report(_once(left_zh), _once(left_en))
    if chinese and english:
        yield from check_currencies(chinese, english)


def _alone(own: list[Mention], others: list[Mention]) -> list[Mention]:
    """Return the numbers that the other text has not, or has in the other half of the day."""
    halves: defaultdict[str, set[str]] = defaultdict(set)
    for other in others:
        halves[other.mark].add(other.number.half_day)
    discounts = _once(others)[:_MOST_DISCOUNTS]
    return [
        m
        for m in own
        if m.mark not in halves
        or (m.number.half_day and not halves[m.mark] & {"", m.number.half_day})
        or (m.text.endswith("折") and not any(discounts_agree(m, other) for other in discounts))
    ]


def _once(left: list[Mention]) -> list[Mention]:
    """Return the mentions without later ones of the same meaning."""
    return list({m.mark: m for m in reversed(left)}.values())[::-1]


def _report(zh: list[Mention], en: list[Mention]) -> Iterator[Finding]:
    waiting = _Waiting(en)
    for mention in zh:
        partner = waiting.take_for(mention)
        if partner is not None:
            yield Finding(
                "number", "both", mention.span, partner.span, (mention.text, partner.text)
            )
        elif _says_enough(mention):
            yield Finding("number", "zh", zh=mention.span, values=(mention.text,))
    for mention in waiting.rest():
        if _says_enough(mention):
            yield Finding("number", "en", en=mention.span, values=(mention.text,))


class _Waiting:
    """English numbers that look for a Chinese one, in order.

    Those that `_comparable` cannot tell apart wait in one line, so that the first that will do is
    found without asking all of them.
    """

    def __init__(self, mentions: list[Mention]) -> None:
        self._lines: defaultdict[tuple[object, ...], deque[tuple[int, Mention]]]
        self._lines = defaultdict(deque)
        for place, mention in enumerate(mentions):
            number = mention.number
            slight = number.weak and number.value in _SLIGHT
            shouts = mention.text.isupper()
            self._lines[number.kind, number.weak, slight, shouts].append((place, mention))

    def take_for(self, zh: Mention) -> Mention | None:
        """Return the first number that a Chinese one may be compared with, which waits no more."""
        fitting = [line for line in self._lines.values() if line and _comparable(zh, line[0][1])]
        if not fitting:
            return None
        return min(fitting, key=lambda line: line[0][0]).popleft()[1]

    def rest(self) -> list[Mention]:
        """Return the numbers that still wait, in order."""
        left = sorted((entry for line in self._lines.values() for entry in line), key=itemgetter(0))
        return [mention for _, mention in left]


def _comparable(zh: Mention, en: Mention) -> bool:
    """Whether two numbers that differ may stand for one another."""
    left, right = zh.number, en.number
    if any(number.weak and number.value in _SLIGHT for number in (left, right)):
        return False
    if left.weak and left.kind == "decade":
        return right.kind == "decade"
    if left.weak and right.weak and left.kind != right.kind and not en.text.isupper():
        return False  # 三人 and second to none, but 七世 and VIII
    return left.kind == right.kind or (left.kind not in _CALENDAR and right.kind not in _CALENDAR)


def _says_enough(mention: Mention) -> bool:
    """Whether a number without any counterpart is worth a look.

    Figures are. Words are not where they are small, or round and often a manner of speaking.
    """
    number, text = mention.number, mention.text
    if number.weak or (number.kind == "plain" and number.value in _SLIGHT):
        return False
    if any(c.isdigit() and c.isascii() for c in text):
        return not _GLUED.search(mention.before[-1:] + "0" + mention.behind[:1]) and not (
            _ITEM.match(mention.behind) and not mention.before.strip(" (（")
        )
    if number.kind == "ordinal":
        return number.value > 9 or "第" in text
    return not _MANNER.fullmatch(text.lower())
