"""Which units a corpus leaves out, each for one reason.

What a translator has settled is never left out for its confidence. The cheap questions come first,
and a unit is counted under the first that it fails.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from math import exp

from aligner.checks import WRONG_LANGUAGE, check_languages, check_numbers, length_off
from aligner.numbers import marks_of, read_numbers
from aligner.script import language_of
from aligner.unit import Unit

_LETTER = re.compile(r"[^\W\d_]")


class Reason(StrEnum):
    """Why a unit is not in the corpus."""

    ONE_TEXT = "one text"
    EXCLUDED = "excluded"
    CONFIDENCE = "confidence"
    LANGUAGE = "language"
    LENGTH = "length"
    NUMBERS = "numbers"
    NEAR = "near duplicate"


@dataclass(frozen=True, slots=True)
class Filters:
    """What a unit must be like; the default takes whatever has both texts."""

    min_confidence: float = 0.0
    """Least confidence, 0 to 1, of what nobody has settled; units without one are taken."""
    max_length_ratio: float | None = None
    """How many times as long as goes with the other text either one may be; 1 or more."""
    languages: bool = False
    """Whether the Chinese must be Chinese and the English English."""
    min_numbers: float = 0.0
    """Least share, 0 to 1, of the numbers of a unit that both texts have."""
    drop_near: bool = False
    """Whether of units that are nearly the same only the first is taken."""

    def reason_against(self, unit: Unit) -> Reason | None:
        """Return why a unit is left out; None for one that is taken."""
        return next(self._reasons(unit), None)

    def _reasons(self, unit: Unit) -> Iterator[Reason]:
        zh, en = unit.zh, unit.en
        if not zh.strip() or not en.strip():
            yield Reason.ONE_TEXT
        if unit.status == "excluded":
            yield Reason.EXCLUDED
        is_open = not is_settled(unit) and unit.confidence is not None
        if is_open and (unit.confidence or 0.0) < self.min_confidence:
            yield Reason.CONFIDENCE
        if self.languages and not has_its_languages(zh, en):
            yield Reason.LANGUAGE
        if self.max_length_ratio is not None and length_ratio(zh, en) > self.max_length_ratio:
            yield Reason.LENGTH
        if self.min_numbers and numbers_kept(zh, en) < self.min_numbers:
            yield Reason.NUMBERS


def is_settled(unit: Unit) -> bool:
    """Return whether a translator has said that a unit is right."""
    return unit.status in ("confirmed", "edited")


def has_its_languages(zh: str, en: str) -> bool:
    """Return whether both texts are in the language that they should be in, as far as they tell.

    Texts without letters and names of a word or two tell nothing.
    """
    if any(finding.code in WRONG_LANGUAGE for finding in check_languages(zh, en)):
        return False
    return not any(language_of(text) is None and _LETTER.search(text) for text in (zh, en))


def length_ratio(zh: str, en: str) -> float:
    """Return how many times as long as goes with the other text the longer one is; 1 or more."""
    return exp(abs(length_off(zh, en)))


def numbers_kept(zh: str, en: str) -> float:
    """Return the share of the numbers, 0 to 1, that both texts have; 1 where there are none.

    They are compared by value and as the check of numbers does, which passes over small words.
    """
    missing = sum(finding.code == "number" for finding in check_numbers(zh, en))
    if not missing:
        return 1.0
    numbers = max(
        len(set(marks_of(found))) for found in (read_numbers(zh, "zh"), read_numbers(en, "en"))
    )
    return 1.0 - missing / max(numbers, missing)
