"""The terms of a project as the glossary screen lists them: decided ones and mined candidates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from aligner.article import Language
from aligner.term import Term

if TYPE_CHECKING:  # opened when it is needed: the first row is not to wait for it
    from aligner.terms import Entry

TermStatus = Literal["open", "accepted", "rejected"]


@dataclass(frozen=True, slots=True)
class ListedTerm:
    """A term, what was decided about it, and the entry that mining found, if it did."""

    term: Term
    status: TermStatus
    entry: Entry | None


def listed(terms: Iterable[Term], entries: Sequence[Entry], min_count: int = 1) -> list[ListedTerm]:
    """Return all candidates, best first; decided ones that mining did not find stand in front.

    Candidates that nobody decided on and that were seen in fewer pairs than `min_count` are left
    out.
    """
    decided = {(term.zh, term.en): term for term in terms}
    forms = {
        (zh, en): term
        for term in decided.values()
        for zh in (term.zh, *term.zh_variants)
        for en in (term.en, *term.en_variants)
    }
    found: list[ListedTerm] = []
    shown: set[tuple[str, str]] = set()
    for entry in entries:
        term = decided.get((entry.zh, entry.en)) or forms.get((entry.zh, entry.en))
        if term is None:
            if entry.count >= min_count:
                found.append(ListedTerm(term_of(entry), "open", entry))
        elif (term.zh, term.en) not in shown:
            shown.add((term.zh, term.en))
            found.append(ListedTerm(term, term.decision, entry))
    alone = [term for key, term in decided.items() if key not in shown]
    return [ListedTerm(term, term.decision, None) for term in alone] + found


FILTERS = ("all", "open", "accepted", "rejected", "names", "several")
"""Which terms can be shown: all, those that stand so, names, those rendered in several ways."""


def is_shown(one: ListedTerm, name: str, source: Language) -> bool:
    """Whether a filter lets a term through; its renderings are in the other language."""
    if name == "names":
        spoken = one.entry.part_of_speech if one.entry is not None else ""
        return spoken == "proper noun" or one.term.en[:1].isupper()
    if name == "several":
        return bool(one.term.en_variants if source == "zh" else one.term.zh_variants)
    return name in ("all", one.status)


def term_of(entry: Entry) -> Term:
    """Return an entry as a term that could be taken."""
    return Term(
        entry.zh,
        entry.en,
        tuple(variant.text for variant in entry.zh_variants),
        tuple(variant.text for variant in entry.en_variants),
        domain=entry.domain,
        note=entry.note,
    )
