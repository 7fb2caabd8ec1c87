"""Numbers that the two texts do not share, whatever they are written in.

Two numbers agree if their marks do (3.5亿, 350 million). What is left over on both sides is paired
in order and reported together; what is left over on one side is reported if it says enough: small
words (一, one, half a) often have no counterpart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from aligner.article import Language
from aligner.checks.finding import Finding, Span
from aligner.numbers import Number, marks_of, read_numbers

_AMOUNT_OF_TIME = frozenset(("month", "weekday", "time"))


@dataclass(frozen=True, slots=True)
class Mention:
    """A number with its mark and its place."""

    number: Number
    mark: str
    text: str

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.number.start, self.number.end


def mentions(text: str, language: Language) -> list[Mention]:
    """Return the numbers of a text in order."""
    numbers = read_numbers(text, language)
    return [
        Mention(number, mark, text[number.start : number.end])
        for number, mark in zip(numbers, marks_of(numbers), strict=True)
    ]


def check_numbers(zh: str, en: str) -> Iterator[Finding]:
    """Yield the numbers that differ or have no counterpart."""
    chinese, english = mentions(zh, "zh"), mentions(en, "en")
    if not chinese and not english:
        return
    ours, theirs = {m.mark for m in chinese}, {m.mark for m in english}
    left_zh = [m for m in chinese if m.mark not in theirs]
    left_en = [m for m in english if m.mark not in ours]
    left_zh, left_en = _settle(left_zh, left_en, chinese, english)
    yield from _report(_once(left_zh), _once(left_en))


def _once(left: list[Mention]) -> list[Mention]:
    return list({m.mark: m for m in reversed(left)}.values())[::-1]


def _settle(
    zh: list[Mention], en: list[Mention], all_zh: list[Mention], all_en: list[Mention]
) -> tuple[list[Mention], list[Mention]]:
    """Take away what agrees in another way: 50% and a half, 3分35秒 and 3:35."""
    return (
        [m for m in zh if not any(_agree(m, other) for other in all_en)],
        [m for m in en if not any(_agree(other, m) for other in all_zh)],
    )


def _agree(zh: Mention, en: Mention) -> bool:
    left, right = zh.number, en.number
    if left.kind == "percent" and right.kind == "plain":
        points = "点" in zh.text or "點" in zh.text
        return Fraction(left.value, 100) == right.value or (points and left.value == right.value)
    if right.kind == "percent" and left.kind == "plain":
        return Fraction(right.value, 100) == left.value
    if left.kind == "decade" and right.kind in ("year", "plain"):
        return left.value == right.value
    return False


def _report(zh: list[Mention], en: list[Mention]) -> Iterator[Finding]:
    en = list(en)
    for mention in zh:
        partner = next((other for other in en if _alike(mention, other)), None)
        if partner is not None:
            en.remove(partner)
            yield Finding(
                "number", "both", mention.span, partner.span, (mention.text, partner.text)
            )
        elif not mention.number.weak:
            yield Finding("number", "zh", zh=mention.span, values=(mention.text,))
    for mention in en:
        if not mention.number.weak:
            yield Finding("number", "en", en=mention.span, values=(mention.text,))


def _alike(zh: Mention, en: Mention) -> bool:
    """Whether two numbers that differ may stand for one another."""
    if zh.number.weak and en.number.weak and 1 in (zh.number.value, en.number.value):
        return False
    left, right = zh.number.kind, en.number.kind
    return left == right or (left not in _AMOUNT_OF_TIME and right not in _AMOUNT_OF_TIME)
