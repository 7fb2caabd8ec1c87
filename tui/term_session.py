"""What the glossary screen works on: terms, the pairs that they are mined from, where they go.

There are two of them: the terms of a project, here, and those of a glossary over many files
(`glossary_session`). The screen knows neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from aligner.article import Language
from aligner.bitext import Bitext
from aligner.edits import Change
from aligner.project import Step
from tui.session import Session, open_places
from tui.words import Words

if TYPE_CHECKING:  # opened when it is needed: the first row is not to wait for it
    from aligner.terms import Entry, TextPair


@dataclass(frozen=True, slots=True)
class FilePlace:
    """A pair in one of many files."""

    path: Path
    number: int
    """Of the pair among those of all files, from 0."""
    at: int
    """Of the pair among those of its file."""
    pairs: Sequence[TextPair]
    """All of its file."""


class TermSession(Protocol):
    """A sitting at terms, without a terminal. Every edit is kept before this says it was made."""

    @property
    def bitext(self) -> Bitext:
        """What edits work on; only its terms are meant."""

    @property
    def source(self) -> Language:
        """The language that was translated from."""

    @property
    def glossary_path(self) -> Path:
        """Where the glossary is written unless another place is named."""

    def check_writable(self, words: Words) -> None:
        """Raise ImpossibleEdit with the reason where no decision can be kept."""

    def apply(self, label: str, change: Change) -> Change:
        """Make a change under a name, and keep it."""

    def undo(self) -> Step | None:
        """Take the last change back; None if there is none."""

    def redo(self) -> Step | None:
        """Do again what was undone last; None if there is nothing."""

    def text_pairs(self) -> Sequence[TextPair]:
        """Return the pairs that terms are looked for in."""

    def place_name(self, number: int) -> str:
        """Return how one of those pairs is called."""

    def go_to(self, number: int) -> bool:
        """Choose one of those pairs on the review screen; False where there is none."""

    def located(self, number: int) -> FilePlace | None:
        """Return the file that one of those pairs stands in; None if the review screen has it."""

    def renew(self, path: Path, pairs: Sequence[TextPair]) -> None:
        """Take the pairs of one of the files as they are now."""

    def write(self, path: Path, found: Iterable[Entry]) -> int:
        """Write the accepted terms, with what mining found of them; return how many."""


class ProjectTerms:
    """The terms of a project that is being reviewed."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.check_writable = session.check_writable
        self.apply, self.undo, self.redo = session.apply, session.undo, session.redo
        self._of: Bitext | None = None
        self._places: list[int] = []

    @property
    def bitext(self) -> Bitext:
        """The bitext as it is now."""
        return self._session.bitext

    @property
    def source(self) -> Language:
        """The language of the article that was translated from."""
        return self.bitext.article.source_language or "zh"

    @property
    def glossary_path(self) -> Path:
        """A table beside the project."""
        return self._session.project.path.with_suffix("").with_suffix(".glossary.tsv")

    def text_pairs(self) -> Sequence[TextPair]:
        """Return the texts of the full pairs that are not excluded."""
        pairs = self.bitext.pairs
        return [(pairs[place].zh_text, pairs[place].en_text) for place in self._positions()]

    def _positions(self) -> list[int]:
        """Return where in the project each of the pairs stands."""
        bitext = self.bitext
        if self._of is None or self._of.pairs is not bitext.pairs:
            self._of = bitext
            self._places = open_places(bitext)
        return self._places

    def place_name(self, number: int) -> str:
        """Return the number of the pair."""
        return str(self._positions()[number] + 1)

    def go_to(self, number: int) -> bool:
        """Choose the pair, showing all pairs if a filter hides it."""
        place = self._positions()[number]
        if place not in self._session.shown:
            self._session.narrow(None, None)
        self._session.place = place
        return True

    def located(self, number: int) -> FilePlace | None:
        """Leave it to the review screen behind."""
        return None

    def renew(self, path: Path, pairs: Sequence[TextPair]) -> None:
        """Do nothing: the pairs are those of the session behind."""

    def write(self, path: Path, found: Iterable[Entry]) -> int:
        """Write the accepted terms."""
        from aligner.files import check_writable
        from aligner.terms import entry_of, glossary_format_of, write_glossary

        known = {(entry.zh, entry.en): entry for entry in found}
        taken = [term for term in self.bitext.terms if term.is_accepted]
        glossary_format_of(path)
        check_writable(path, [self._session.project.path, *self.bitext.article.sources])
        entries = [entry_of(term, known.get((term.zh, term.en))) for term in taken]
        write_glossary(entries, path, source=self.source)
        return len(taken)
