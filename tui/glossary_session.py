"""A sitting at a glossary over many files: what is decided is kept beside the glossary at once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from aligner.article import Article, Language, Side
from aligner.bitext import Bitext
from aligner.edits import Change
from aligner.project import Step
from aligner.term import Term
from aligner.terms import glossary_suffixes, keep_decisions, save_glossary
from tui.term_session import FilePlace
from tui.words import Words

if TYPE_CHECKING:  # opened when it is needed: the first row is not to wait for it
    from aligner.terms import Entry, KeptGlossary, TextPair


@dataclass(frozen=True, slots=True)
class TermFile:
    """The pairs of a file, which terms are looked for in."""

    path: Path
    pairs: Sequence[TextPair]


class GlossarySession:
    """A glossary, the files that it is of, and what was done in this sitting."""

    def __init__(
        self, glossary: KeptGlossary, files: Sequence[TermFile], source: Language = "zh"
    ) -> None:
        self.glossary = glossary
        self.source: Language = source
        self._take_files(files)
        self.bitext = _without_pairs(glossary.terms)
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def _take_files(self, files: Sequence[TermFile]) -> None:
        self._files = list(files)
        self._ends = list(accumulate(len(file.pairs) for file in files))

    @property
    def glossary_path(self) -> Path:
        """The glossary that was opened or begun; a table beside it if its form is only read."""
        path = self.glossary.path
        if path.suffix.lower() in glossary_suffixes():
            return path
        return path.with_name(f"{path.name}.tsv")

    def check_writable(self, words: Words) -> None:
        """Let every decision be made; that it cannot be kept is said when it is."""

    def apply(self, label: str, change: Change) -> Change:
        """Make a change, and keep what holds then beside the glossary."""
        if change:
            self._make(change)
            self._done.append(Step(label, change))
            self._undone.clear()
        return change

    def undo(self) -> Step | None:
        """Take the last change of this sitting back."""
        return self._go(self._done, self._undone)

    def redo(self) -> Step | None:
        """Do again what was undone last."""
        return self._go(self._undone, self._done)

    def _go(self, from_: list[Step], to: list[Step]) -> Step | None:
        if not from_:
            return None
        step = from_[-1]
        back = Step(step.label, step.change.inverse)
        self._make(back.change)
        to.append(back)
        from_.pop()
        return back

    def _make(self, change: Change) -> None:
        """Make a change once it is kept: where the disk is full nothing has happened."""
        bitext = change(self.bitext)
        self.glossary = keep_decisions(self.glossary, bitext.terms)
        self.bitext = bitext

    def text_pairs(self) -> Sequence[TextPair]:
        """Return the pairs of all files, one file after the other."""
        return [pair for file in self._files for pair in file.pairs]

    def place_name(self, number: int) -> str:
        """Return the file and the number of the pair in it."""
        place = self.located(number)
        return f"{place.path.name} {place.at + 1}"

    def located(self, number: int) -> FilePlace:
        """Return the file that a pair stands in."""
        which = bisect_right(self._ends, number)
        begin = self._ends[which - 1] if which else 0
        file = self._files[which]
        return FilePlace(file.path, number, number - begin, file.pairs)

    def renew(self, path: Path, pairs: Sequence[TextPair]) -> None:
        """Take the pairs of one of the files as they are now."""
        self._take_files(
            [TermFile(path, pairs) if file.path == path else file for file in self._files]
        )

    def go_to(self, number: int) -> bool:
        """Say that there is no review screen to go to."""
        return False

    def write(self, path: Path, found: Iterable[Entry]) -> int:
        """Write the accepted terms, into the glossary or another file."""
        from aligner.files import check_writable
        from aligner.terms import glossary_format_of

        glossary_format_of(path)
        check_writable(path, [file.path for file in self._files])
        self.glossary = save_glossary(self.glossary, path, found=found, source=self.source)
        return sum(term.is_accepted for term in self.glossary.terms)


def _without_pairs(terms: Sequence[Term]) -> Bitext:
    """Return terms as a bitext, which is what edits of terms work on."""
    nothing = (Side("zh", (), ()), Side("en", (), ()))
    article = Article(*nothing, (), "two files", (), (), "Hans", 1.0)
    return Bitext(article, (), "sentence", "", terms=tuple(terms))
