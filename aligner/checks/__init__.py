"""Checks: what in a pair deserves a second look, and the sentence that says so.

`check_pair` looks at one pair alone and costs a fraction of a millisecond; `check_all` also
compares the pairs with one another, `ProblemLedger` keeps what is left to look at in a text that is
being edited, and `Judge` asks the built-in model whether the two texts of a
unit say the same. Texts are looked at as they are, never changed. Invariant:
every finding bears a code of `CODES`, which silences it, and its places lie in its texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from aligner.checks.amounts import check_numbers
from aligner.checks.characters import check_characters
from aligner.checks.consistency import Consistency, digest_of_pair
from aligner.checks.finding import Finding, Where
from aligner.checks.languages import WRONG_LANGUAGE, check_languages
from aligner.checks.length import check_length
from aligner.checks.marks import check_marks
from aligner.checks.names import check_names
from aligner.checks.repetition import check_repetition
from aligner.checks.tags import check_tags
from aligner.checks.wording import CODES, describe, sentence
from aligner.checks.writing import check_writing, without_spaces
from aligner.lazy import lazy_names

if TYPE_CHECKING:
    from aligner.checks.judging import Judge, Judgement, judge_among, judge_units
    from aligner.checks.ledger import Look, ProblemLedger, Tally, compared
    from aligner.checks.problems import (
        KINDS,
        PROBLEM_FILTERS,
        Problem,
        Scrutiny,
        findings_of,
        problems_of,
    )
    from aligner.checks.usual import usual_warnings

_MODULES = {
    "judging": ("Judge", "Judgement", "judge_among", "judge_units"),
    "ledger": ("Look", "ProblemLedger", "Tally", "compared"),
    "problems": (
        "KINDS",
        "PROBLEM_FILTERS",
        "Problem",
        "Scrutiny",
        "findings_of",
        "problems_of",
    ),
    "usual": ("usual_warnings",),
}

__all__ = [
    "CODES",
    "KINDS",
    "PROBLEM_FILTERS",
    "Consistency",
    "Finding",
    "Judge",
    "Judgement",
    "Look",
    "Problem",
    "ProblemLedger",
    "Scrutiny",
    "Tally",
    "Where",
    "check_all",
    "check_languages",
    "check_pair",
    "compared",
    "describe",
    "digest_of_pair",
    "findings_of",
    "judge_among",
    "judge_units",
    "problems_of",
    "sentence",
    "usual_warnings",
    "without_spaces",
]

if not TYPE_CHECKING:  # for the type checker there is no name but those above
    __getattr__ = lazy_names(
        __name__, {name: module for module, names in _MODULES.items() for name in names}
    )


def check_pair(zh: str, en: str, *, silenced: frozenset[str] = frozenset()) -> list[Finding]:
    """Return what is to be looked at in a pair by itself, in the order of `CODES`.

    `silenced` holds codes not to report. Two texts in the wrong language are told of that alone,
    and a pair with one text of what can be seen in it.
    """
    found = [finding for finding in _look(zh, en) if finding.code not in silenced]
    return found if len(found) < 2 else sorted(found, key=lambda finding: _ORDER[finding.code])


def check_all(
    pairs: Iterable[tuple[str, str]], *, silenced: frozenset[str] = frozenset()
) -> dict[int, list[Finding]]:
    """Return the findings of many pairs, Chinese first, by place from 0; no place without one."""
    found: dict[int, list[Finding]] = {}
    ledger = Consistency()
    for place, (zh, en) in enumerate(pairs):
        ledger.add(zh, en)
        if own := check_pair(zh, en, silenced=silenced):
            found[place] = own
    for place, finding in ledger.findings():
        if finding.code not in silenced:
            found.setdefault(place, []).append(finding)
    return found


_ORDER = {code: k for k, code in enumerate(CODES)}


def _look(zh: str, en: str) -> Iterator[Finding]:
    yield from check_writing(zh, en)
    yield from check_characters(zh, en)
    if not zh.strip() or not en.strip():
        yield Finding("empty", "en" if zh.strip() else "zh" if en.strip() else "both")
        return
    wrong = False
    for finding in check_languages(zh, en):
        wrong = wrong or finding.code in WRONG_LANGUAGE
        yield finding
    if wrong:
        return
    yield from check_numbers(zh, en)
    yield from check_names(zh, en)
    yield from check_tags(zh, en)
    yield from check_repetition(zh, en)
    yield from check_length(zh, en)
    yield from check_marks(zh, en)
