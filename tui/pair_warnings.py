"""The warnings of pairs: what the checks find, and where terms that were taken are not kept.

Which pairs have an open warning is in the session's ledger; this is for what is drawn and said of
each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.session import Session
from tui.words import Words

if TYPE_CHECKING:  # opened when they are needed: the first row is not to wait for them
    from aligner.checks import Finding, Scrutiny
    from aligner.term import Term
    from aligner.terms import TermChecker, TermMatch

Span = tuple[int, int]
"""Start and end in characters of a pair's text."""


@dataclass(frozen=True, slots=True)
class Flaws:
    """What is to be seen of a pair's warnings in its row."""

    told: str = ""
    """What the first of them is about, in a word or two; nothing where there is none."""
    zh: tuple[Span, ...] = ()
    """The places in the Chinese that they are about."""
    en: tuple[Span, ...] = ()


NO_FLAWS = Flaws()


class PairWarnings:
    """Warns of the pairs of a session, once `begin` has been called."""

    def __init__(self, session: Session, words: Words) -> None:
        self._session = session
        self._words = words
        self._silenced: frozenset[str] = frozenset()
        self._glossary: tuple[tuple[Term, ...], TermChecker] | None = None
        self._checked_for: TermChecker | None = None
        self.is_on = False
        """Whether pairs are warned of; none is before the first rows stand."""

    def begin(self, silenced: frozenset[str]) -> None:
        """Warn from now on, but not of what these checks find; see `usual_warnings`."""
        self._silenced = silenced
        self.is_on = True

    @property
    def scrutiny(self) -> Scrutiny:
        """What all pairs are to be checked for."""
        from aligner.checks import Scrutiny

        glossary = self.glossary
        self._checked_for = glossary
        return Scrutiny(self._silenced, glossary.violations if glossary.entries else None)

    @property
    def has_other_terms(self) -> bool:
        """Whether the terms are others than when pairs were checked for them last."""
        return self.glossary is not self._checked_for

    @property
    def glossary(self) -> TermChecker:
        """The terms that were taken, ready to be looked for."""
        terms = self._session.bitext.terms if self._session.is_ready else ()
        if self._glossary is None or self._glossary[0] is not terms:
            from aligner.terms import TermChecker, entry_of

            entries = [entry_of(term) for term in terms if term.is_accepted]
            self._glossary = terms, TermChecker(entries)
        return self._glossary[1]

    def flaws(self, place: int, zh_text: str, en_text: str) -> Flaws:
        """Return what is to be seen of the warnings of the pair at a position."""
        if not self.is_on:
            return NO_FLAWS
        found = self._findings(zh_text, en_text)
        unlike = self._session.problems.comparison.get(place, ())
        broken = self.glossary.violations(zh_text, en_text) if self.glossary.entries else ()
        if not (found or unlike or broken):
            return NO_FLAWS
        return self._told(*found, *unlike, broken=broken)

    def _told(self, *found: Finding, broken: Sequence[TermMatch]) -> Flaws:
        """Return where findings and broken terms show, and the first of them in a word or two."""
        from aligner.checks import label

        language = self._words.language_of_checks
        names = dict.fromkeys(label(finding.code, language) for finding in found)
        if broken:
            names[self._words("warned of term")] = None
        first, more = next(iter(names)), len(names) - 1
        zh = (*(f.zh for f in found if f.zh), *((span.start, span.end) for span in broken))
        return Flaws(f"{first} +{more}" if more else first, zh, tuple(f.en for f in found if f.en))

    def sentences(self, place: int, zh_text: str, en_text: str) -> list[str]:
        """Return the warnings of the pair at a position in sentences."""
        from aligner.checks import sentence

        language = self._words.language_of_checks
        unlike = self._session.problems.comparison.get(place, ())
        findings = [*self._findings(zh_text, en_text), *unlike]
        found = [sentence(finding, language) for finding in findings]
        found += [
            self._words("glossary broken", zh=zh_text[span.start : span.end], en=span.entry.en)
            for span in self.glossary.violations(zh_text, en_text)
        ]
        return found

    def _findings(self, zh_text: str, en_text: str) -> tuple[Finding, ...]:
        from aligner.checks import findings_of

        return findings_of(zh_text, en_text, self._silenced)
