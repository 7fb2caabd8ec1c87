"""The warnings of pairs: what the checks find, and where the terms that were taken are not kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.session import Session
from tui.words import Words

if TYPE_CHECKING:  # opened when they are needed: the first row is not to wait for them
    from aligner.checks import Finding
    from aligner.term import Term
    from aligner.terms import TermChecker


class PairWarnings:
    """Warns of the pairs of a session, once `begin` has been called."""

    def __init__(self, session: Session, words: Words) -> None:
        self._session = session
        self._words = words
        self._silenced: frozenset[str] = frozenset()
        self._glossary: tuple[tuple[Term, ...], TermChecker] | None = None
        self.is_on = False
        """Whether pairs are warned of; none is before the first rows stand."""

    def begin(self, silenced: frozenset[str]) -> None:
        """Warn from now on, but not of what these checks find; see `usual_warnings`."""
        self._silenced = silenced
        self.is_on = True

    @property
    def glossary(self) -> TermChecker:
        """The terms that were taken, ready to be looked for."""
        terms = self._session.bitext.terms if self._session.is_ready else ()
        if self._glossary is None or self._glossary[0] is not terms:
            from aligner.terms import TermChecker, entry_of

            entries = [entry_of(term) for term in terms if term.is_accepted]
            self._glossary = terms, TermChecker(entries)
        return self._glossary[1]

    def is_warned(self, zh_text: str, en_text: str) -> bool:
        """Whether a pair has a warning."""
        if not self.is_on:
            return False
        if self._findings(zh_text, en_text):
            return True
        glossary = self.glossary
        return bool(glossary.entries and glossary.violations(zh_text, en_text))

    def sentences(self, zh_text: str, en_text: str) -> list[str]:
        """Return the warnings of a pair in sentences."""
        from aligner.checks import sentence

        language = self._words.language_of_checks
        found = [sentence(finding, language) for finding in self._findings(zh_text, en_text)]
        found += [
            self._words("glossary broken", zh=zh_text[span.start : span.end], en=span.entry.en)
            for span in self.glossary.violations(zh_text, en_text)
        ]
        return found

    def _findings(self, zh_text: str, en_text: str) -> tuple[Finding, ...]:
        from tui.warning import findings_of

        return findings_of(zh_text, en_text, self._silenced)
