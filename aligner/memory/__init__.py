"""The personal memory: translation units kept in one SQLite file, and what it knows of a text.

Owns what makes two units the same, how text is found again (exactly, in part, in either script,
nearly) and what an article can be filled with. It refuses files that are no memory and never sets
one aside. Texts stay as they were found; what is compared is made anew each time. Invariant:
whatever is interrupted, a unit is in the memory with all its indices or not at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from aligner.memory.adding import Added, add
from aligner.memory.contents import Contents, contents
from aligner.memory.entries import Entry, all_entries
from aligner.memory.file import UnusableMemory, explained, open_to_add, open_to_read
from aligner.memory.fuzzy_match import LEAST, Match, similar
from aligner.memory.place import memory_path
from aligner.memory.pretranslate import FindTerms, Offer, Term, filled, offers
from aligner.memory.search import Found, holding, same

if TYPE_CHECKING:
    from aligner.article import Language
    from aligner.unit import Unit

__all__ = [
    "LEAST",
    "Added",
    "Contents",
    "Entry",
    "Found",
    "Match",
    "Memory",
    "Offer",
    "Term",
    "UnusableMemory",
    "filled",
    "memory_path",
    "offers_without_memory",
]


class Memory:
    """A memory in a file. Leave it to close it; whatever fails is `UnusableMemory`."""

    def __init__(self, path: str | Path, *, to_add: bool = False) -> None:
        """Open a memory; with `to_add` it can be added to, and is begun where there is none."""
        self.path = Path(path)
        self._file = (open_to_add if to_add else open_to_read)(self.path)

    def add(self, units: Iterable[Unit], source: str) -> Added:
        """Add units, each said once, some thousands in a transaction; as `adding.add`."""
        with explained(self.path):
            return add(self._file, units, source)

    def same(self, text: str, language: Language = "zh") -> list[Entry]:
        """Return the units whose text in a language is this one; settled ones first."""
        with explained(self.path):
            return same(self._file, text, language)

    def holding(self, text: str, limit: int = 20) -> Found:
        """Return units with a text somewhere in them, on either side, newest first."""
        with explained(self.path):
            return holding(self._file, text, limit)

    def similar(
        self, text: str, *, language: Language = "zh", limit: int = 5, least: int = LEAST
    ) -> list[Match]:
        """Return the units closest to a text, best first, from `least` percent on."""
        with explained(self.path):
            return similar(self._file, text, language=language, limit=limit, least=least)

    def offers(
        self, sentences: Sequence[str], *, terms: FindTerms | None = None, least: int = LEAST
    ) -> Iterator[Offer]:
        """Yield what there is for each Chinese sentence of an article, in order."""
        with explained(self.path):
            yield from offers(self._file, sentences, terms=terms, least=least)

    def __iter__(self) -> Iterator[Entry]:
        """Every unit in the order of adding."""
        with explained(self.path):
            yield from all_entries(self._file)

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
        self._file.close()


def offers_without_memory(
    sentences: Sequence[str], *, terms: FindTerms | None = None
) -> Iterator[Offer]:
    """Yield for each Chinese sentence of an article its terms, and whether it comes again."""
    return offers(None, sentences, terms=terms)
