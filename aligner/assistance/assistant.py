"""The assistant: a memory and glossaries, asked for one segment after the other.

The memory is opened when it is first needed, in the thread that asks; any thread may ask, one at a
time. What the memory has of a source text is remembered while that text stays the same, so that
typing a translation costs no look-up.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from aligner.article import Language
from aligner.assistance.values import Assistance, MemoryMatch, Segment
from aligner.errors import DuizhaoError

if TYPE_CHECKING:  # opened when something is looked up: a screen is not to wait for them
    from aligner.assistance.term_base import TermBase
    from aligner.memory import Concordance, FuzzyMatch, Memory
    from aligner.term import Term
    from aligner.terms import Entry

MOST_MATCHES = 4
"""Matches of a segment; with its terms they have the keys 1 to 9."""
_MOST_UNITS = 10
"""Units of a concordance: a panel's worth."""
_LONGEST = 2_000
"""Characters of a source text for which near matches are looked for; a longer one has none."""


class Assistant:
    """Looks up what helps to translate; close it to close the memory."""

    def __init__(self, memory: Path | None = None, entries: Iterable[Entry] = ()) -> None:
        """Take the file of a memory, and entries that come after the terms of a project."""
        self._path = memory
        self._memory: Memory | None = None
        self._problem = ""
        self._entries = tuple(entries)
        self._term_base: tuple[tuple[Term, ...], TermBase] | None = None
        self._last: tuple[tuple[str, Language], tuple[MemoryMatch, ...]] | None = None
        self._lock = Lock()

    def assist(
        self, segment: Segment, terms: tuple[Term, ...] = (), phrase: str = ""
    ) -> Assistance:
        """Return what there is for a segment.

        `terms` are those of a project, of which the accepted ones count; `phrase` is what the
        memory is searched for on either side.
        """
        with self._lock:
            found = tuple(self._terms(terms).suggestions(segment))
            matches: tuple[MemoryMatch, ...] = ()
            concordance: Concordance | None = None
            problem = self._problem
            try:
                if (memory := self._opened()) is not None:
                    matches = self._matches(memory, segment)
                    if phrase.strip():
                        concordance = memory.concordance(phrase, _MOST_UNITS)
            except DuizhaoError as error:
                problem = self._problem = str(error)
                self._path = None  # it is said, and not tried again for every segment
            return Assistance(segment, matches, found, phrase, concordance, problem)

    @property
    def has_sources(self) -> bool:
        """Whether there is a memory or a glossary to look anything up in."""
        return self._path is not None or bool(self._problem or self._entries)

    def close(self) -> None:
        """Close the memory; whoever asks afterwards gets terms alone."""
        with self._lock:
            self._path = None
            if self._memory is not None:
                self._memory.close()
                self._memory = None

    def _opened(self) -> Memory | None:
        if self._path is None:
            return None
        if self._memory is None:
            from aligner.memory import Memory

            self._memory = Memory(self._path, any_thread=True)
        return self._memory

    def _terms(self, terms: tuple[Term, ...]) -> TermBase:
        if self._term_base is None or self._term_base[0] is not terms:
            from aligner.assistance.term_base import TermBase
            from aligner.terms import entry_of

            accepted = (entry_of(term) for term in terms if term.is_accepted)
            self._term_base = terms, TermBase([*accepted, *self._entries])
        return self._term_base[1]

    def _matches(self, memory: Memory, segment: Segment) -> tuple[MemoryMatch, ...]:
        asked = segment.text(segment.source), segment.source
        if self._last is None or self._last[0] != asked:
            self._last = asked, tuple(_matches_of(memory, segment))
        return self._last[1]


def _matches_of(memory: Memory, segment: Segment) -> Iterable[MemoryMatch]:
    text, source = segment.text(segment.source), segment.source
    if not text.strip() or len(text) > _LONGEST:
        return
    seen: set[str] = set()
    for match in memory.fuzzy_matches(text, language=source, limit=2 * MOST_MATCHES):
        made = _match_of(match, text, segment)
        if made.target and made.target not in seen and len(seen) < MOST_MATCHES:
            seen.add(made.target)
            yield made


def _match_of(match: FuzzyMatch, text: str, segment: Segment) -> MemoryMatch:
    from aligner.memory import difference_runs

    unit = match.stored.unit
    theirs, target = (unit.zh, unit.en) if segment.source == "zh" else (unit.en, unit.zh)
    runs = tuple(difference_runs(theirs, text))
    return MemoryMatch(match.percent, theirs, target, runs, match.stored.source)
