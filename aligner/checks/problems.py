"""What of a pair is left for a translator to look at, by kind.

A problem is open until somebody has decided the pair: it was confirmed or excluded. Who confirmed
it counts: a status that came with a file says that someone trusted the pair before it was checked
here, so what can be checked stays open until a translator has confirmed it in this project
(`vouched`). A change of the text settles doubt, for it is the translator's word then, and nothing
that can still be seen in the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntFlag
from functools import lru_cache
from types import MappingProxyType

from aligner.bitext import Pair
from aligner.checks.finding import Finding

TermBreaks = Callable[[str, str], object]
"""Returns something true where the English of a pair does not keep to a glossary."""

_TOLD = 0.5
"""Confidence below which a unit is doubted in spite of a status that came with its file."""


class Problem(IntFlag):
    """The kinds of problem of a pair; it may have several."""

    NONE = 0
    DOUBTFUL = 1
    """The aligner or the model is not sure of it, or somebody marked it for review."""
    WARNED = 2
    """A check finds something in it, as `duizhao check` does."""
    TERM = 4
    """It does not keep to the glossary."""
    NO_ZH = 8
    """It has no Chinese: an addition, or an empty unit."""
    NO_EN = 16
    """It has no English: an omission, or a unit that is not translated."""

    @property
    def kinds(self) -> Iterator[Problem]:
        """The single kinds that this holds."""
        return (kind for kind in KINDS if kind & self)


KINDS = (Problem.DOUBTFUL, Problem.WARNED, Problem.TERM, Problem.NO_ZH, Problem.NO_EN)
"""Every kind, in the order in which they are counted."""

ANY = Problem.DOUBTFUL | Problem.WARNED | Problem.TERM | Problem.NO_ZH | Problem.NO_EN

PROBLEM_FILTERS: Mapping[str, Problem] = MappingProxyType(
    {
        "to look at": ANY,
        "with a warning": Problem.WARNED,
        "with a broken term": Problem.TERM,
    }
)
"""What a list of pairs may be narrowed to by its open problems, by name."""


@dataclass(frozen=True, slots=True)
class Scrutiny:
    """What pairs are checked for."""

    silenced: frozenset[str] = frozenset()
    """Codes of the checks that are not to warn; see `usual_warnings`."""
    breaks_term: TermBreaks | None = None
    """What tells whether a pair keeps to the glossary; None where there is no glossary."""


def problems_of(pair: Pair, scrutiny: Scrutiny, *, is_vouched: bool = True) -> Problem:
    """Return the open problems of a pair by itself.

    `is_vouched` says whether a status of confirmed comes from a translator in this project. What
    only many pairs together show is in `ProblemLedger`.
    """
    return Problem(
        quick_problems(pair, is_vouched=is_vouched) | _checked(pair, scrutiny, is_vouched)
    )


def quick_problems(pair: Pair, *, is_vouched: bool = True) -> int:
    """Return the open problems of a pair that are known without checking its texts."""
    if is_closed(pair, is_vouched=is_vouched):
        return 0
    found = missing_texts(pair)
    if pair.status == "review" or (pair.is_doubtful and not found):
        found |= Problem.DOUBTFUL
    if pair.status == "confirmed" and pair.confidence < _TOLD and not found:
        found |= Problem.DOUBTFUL
    return int(found)


def checked_problems(pair: Pair, scrutiny: Scrutiny) -> int:
    """Return the problems of an open pair that its texts show: warnings, and terms not kept."""
    zh, en = pair.zh_text, pair.en_text
    if missing_texts(pair):
        return 0
    found = Problem.WARNED if findings_of(zh, en, scrutiny.silenced) else Problem.NONE
    if scrutiny.breaks_term is not None and scrutiny.breaks_term(zh, en):
        found |= Problem.TERM
    return int(found)


def is_closed(pair: Pair, *, is_vouched: bool = True) -> bool:
    """Whether a translator has decided the pair, so that nothing of it is open."""
    return pair.status == "excluded" or (pair.status == "confirmed" and is_vouched)


def missing_texts(pair: Pair) -> Problem:
    """Return which texts a pair lacks, whether that is open or not."""
    if pair.zh_text.strip():
        return Problem.NONE if pair.en_text.strip() else Problem.NO_EN
    return Problem.NO_ZH if pair.en_text.strip() else Problem.NO_ZH | Problem.NO_EN


@lru_cache(maxsize=1 << 17)
def findings_of(zh_text: str, en_text: str, silenced: frozenset[str]) -> tuple[Finding, ...]:
    """Return what the checks find in a pair; remembered, since the same pairs are asked again."""
    from aligner.checks.checking import check_pair  # not before a pair is checked

    return tuple(check_pair(zh_text, en_text, silenced=silenced))


def _checked(pair: Pair, scrutiny: Scrutiny, is_vouched: bool) -> int:
    return 0 if is_closed(pair, is_vouched=is_vouched) else checked_problems(pair, scrutiny)
