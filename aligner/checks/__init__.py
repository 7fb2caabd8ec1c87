"""Checks: what in a pair deserves a second look, and the sentence that says so.

`check_pair` looks at one pair alone and costs a fraction of a millisecond; `check_all` also
compares the pairs with one another, `ProblemLedger` keeps what is left to look at in a text that is
being edited, and `Judge` asks the built-in model whether the two texts of a
unit say the same. Texts are looked at as they are, never changed; no check is loaded before one is
asked for. Invariant: every finding bears a code of `CODES`, which silences it, and its places lie
in its texts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligner.lazy import lazy_names

if TYPE_CHECKING:
    from aligner.checks.amounts import check_numbers
    from aligner.checks.checking import check_all, check_pair
    from aligner.checks.consistency import Consistency, digest_of_pair
    from aligner.checks.finding import Finding, Span, Where, shown
    from aligner.checks.judging import Judge, Judgement, judge_among, judge_units
    from aligner.checks.kinds import (
        counted_by_kind,
        counted_kind,
        kind_of,
        named_kind,
        ranked_kinds,
    )
    from aligner.checks.labels import label
    from aligner.checks.languages import WRONG_LANGUAGE, check_languages
    from aligner.checks.ledger import Look, ProblemLedger, Tally, compared
    from aligner.checks.length import length_off
    from aligner.checks.problems import (
        KINDS,
        PROBLEM_FILTERS,
        Problem,
        Scrutiny,
        findings_of,
        problems_of,
    )
    from aligner.checks.usual import usual_warnings
    from aligner.checks.wording import CODES, describe, sentence
    from aligner.checks.writing import without_spaces

_MODULES = {
    "amounts": ("check_numbers",),
    "checking": ("check_all", "check_pair"),
    "consistency": ("Consistency", "digest_of_pair"),
    "finding": ("Finding", "Span", "Where", "shown"),
    "judging": ("Judge", "Judgement", "judge_among", "judge_units"),
    "kinds": ("counted_by_kind", "counted_kind", "kind_of", "named_kind", "ranked_kinds"),
    "labels": ("label",),
    "languages": ("WRONG_LANGUAGE", "check_languages"),
    "length": ("length_off",),
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
    "wording": ("CODES", "describe", "sentence"),
    "writing": ("without_spaces",),
}

__all__ = [
    "CODES",
    "KINDS",
    "PROBLEM_FILTERS",
    "WRONG_LANGUAGE",
    "Consistency",
    "Finding",
    "Judge",
    "Judgement",
    "Look",
    "Problem",
    "ProblemLedger",
    "Scrutiny",
    "Span",
    "Tally",
    "Where",
    "check_all",
    "check_languages",
    "check_numbers",
    "check_pair",
    "compared",
    "counted_by_kind",
    "counted_kind",
    "describe",
    "digest_of_pair",
    "findings_of",
    "judge_among",
    "judge_units",
    "kind_of",
    "label",
    "length_off",
    "named_kind",
    "problems_of",
    "ranked_kinds",
    "sentence",
    "shown",
    "usual_warnings",
    "without_spaces",
]

if not TYPE_CHECKING:  # for the type checker there is no name but those above
    __getattr__ = lazy_names(
        __name__, {name: module for module, names in _MODULES.items() for name in names}
    )
