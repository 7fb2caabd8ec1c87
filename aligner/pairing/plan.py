"""A plan: which documents of some folders belong together, and why each two do.

Values only, small enough to be sent to another process. A plan says of every file that was found
where it went: into a pair, or to the unpaired, failed or ignored ones. A document that cannot be
read stands among the failed ones, and in a pair as well where its name has a partner: the run
reports it there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple


class Origin(StrEnum):
    """What says that two documents belong together."""

    MANIFEST = "manifest"
    """Somebody did, in a list."""
    MIRROR = "folders"
    """Folders that mirror each other."""
    NAME = "name"
    """Their names, but for the mark of the language, or the number of a chapter."""
    CONTENT = "content"
    """Their texts, by the built-in model."""
    ALONE = "one file"
    """Nothing needs to: one file holds both languages."""


class Unreadable(NamedTuple):
    """A document that cannot be read, or a folder, and the sentence that says why."""

    path: Path
    sentence: str


@dataclass(frozen=True, slots=True)
class PlannedPair:
    """A Chinese and an English document to be aligned, or one document with both languages."""

    id: str
    """Readable, the same in every run, unique in its plan in any case, safe as a file name."""
    zh: Path | None = None
    en: Path | None = None
    article: Path | None = None
    """One file that holds both languages, in place of the other two."""
    origin: Origin = Origin.ALONE
    score: float | None = None
    """How much the texts answer to each other, up to 1, where they were compared."""
    options: Mapping[str, str] = field(default_factory=dict)
    """What a line of a manifest asks for this pair alone, by the name of the option."""
    note: str = ""
    """What a person should know of the pair before it is aligned, a sentence a line."""

    @property
    def paths(self) -> tuple[Path, ...]:
        """The documents that are read, the Chinese one first."""
        return tuple(path for path in (self.zh, self.en, self.article) if path is not None)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be aligned with what, and what became of everything else."""

    pairs: tuple[PlannedPair, ...]
    """In the order of their names, numbers by their value."""
    unpaired: tuple[Path, ...] = ()
    failed: tuple[Unreadable, ...] = ()
    ignored: tuple[Path, ...] = ()
    """What is no document: hidden files, locks of an editor, files of the system, other endings."""
    same_content: tuple[tuple[Path, ...], ...] = ()
    """Documents that say the same, word by word, in groups."""
