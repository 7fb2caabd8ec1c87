"""A memory as an object: its file, open, and what can be asked of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from aligner.memory.adding import Added, add
from aligner.memory.contents import Contents, contents
from aligner.memory.entries import StoredUnit, all_stored_units
from aligner.memory.file import explained, open_to_add, open_to_read
from aligner.memory.fuzzy_match import MIN_PERCENT, FuzzyMatch, fuzzy_matches
from aligner.memory.pretranslate import FindTerms, SegmentMatches, segment_matches
from aligner.memory.search import Concordance, concordance, exact_matches

if TYPE_CHECKING:
    from aligner.article import Language
    from aligner.files import Progress
    from aligner.unit import Unit


class Memory:
    """A memory in a file. Leave it to close it; whatever fails is `UnusableMemory`."""

    def __init__(
        self,
        path: str | Path,
        *,
        to_add: bool = False,
        progress: Progress | None = None,
        any_thread: bool = False,
    ) -> None:
        """Open a memory; with `to_add` it can be added to, and is begun where there is none.

        `progress` is told how far a memory of an older version is brought up to date. With
        `any_thread` one that is read may be asked by several threads, one at a time.
        """
        self.path = Path(path)
        if to_add:
            self._open = open_to_add(self.path, progress)
        else:
            self._open = open_to_read(self.path, progress, any_thread=any_thread)
        self._file = self._open.database

    @property
    def warning(self) -> str:
        """What to take care of, a sentence; mostly empty."""
        return self._open.caution

    def add(self, units: Iterable[Unit], source: str) -> Added:
        """Add units, each said once, some thousands in a transaction; as `adding.add`."""
        with explained(self.path):
            return add(self._file, units, source)

    def exact_matches(self, text: str, language: Language = "zh") -> list[StoredUnit]:
        """Return the units whose text in a language is this one; settled ones first."""
        with explained(self.path):
            return exact_matches(self._file, text, language)

    def concordance(self, text: str, limit: int = 20) -> Concordance:
        """Return the units that have a text somewhere in them, on either side, newest first."""
        with explained(self.path):
            return concordance(self._file, text, limit)

    def fuzzy_matches(
        self,
        text: str,
        *,
        language: Language = "zh",
        limit: int = 5,
        min_percent: int = MIN_PERCENT,
    ) -> list[FuzzyMatch]:
        """Return the units closest to a text, best first, from `min_percent` percent on."""
        with explained(self.path):
            return fuzzy_matches(
                self._file, text, language=language, limit=limit, min_percent=min_percent
            )

    def segment_matches(
        self,
        sentences: Sequence[str],
        *,
        terms: FindTerms | None = None,
        min_percent: int = MIN_PERCENT,
    ) -> Iterator[SegmentMatches]:
        """Yield the matches and the terms of each Chinese segment of an article, in order."""
        with explained(self.path):
            yield from segment_matches(self._file, sentences, terms=terms, min_percent=min_percent)

    def __iter__(self) -> Iterator[StoredUnit]:
        """Yield every unit in the order of adding."""
        with explained(self.path):
            yield from all_stored_units(self._file)

    def contents(self) -> Contents:
        """Count what is in it."""
        with explained(self.path):
            return contents(self._file, self.path)

    def __enter__(self) -> Memory:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; nothing waits to be written."""
        self._open.close()
