"""What is asked of one document, and what came of it: values that travel between processes.

A job is small and says all that its work needs to know; a report is small and says what a person
and the next run need to know. Pairs never travel: whoever aligns a document writes them. Invariant:
a report says the same wherever and whenever its document was aligned; no time and no machine is in
it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from aligner.ahead import Reading
from aligner.alignment import Moved
from aligner.errors import UnusableInput
from aligner.pairing import PlannedPair

if TYPE_CHECKING:
    from aligner.bitext import Level

_LEVELS: dict[str, Level] = {"sentence": "sentence", "paragraph": "paragraph"}
_YES = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False, "": False}
_NAMED = ("model", "encoding", "zh_column", "en_column")


class Failure(StrEnum):
    """Why a document has no pairs."""

    UNUSABLE = "unusable"
    """It cannot be read, or holds nothing to align."""
    NO_TEXT = "no text"
    """It holds no text at all, as a scan does."""
    TIME = "time"
    """It took longer than a document may."""
    MEMORY = "memory"
    """It needed more memory than a document may."""
    DIED = "died"
    """It ended the process that worked on it, twice."""
    FAULT = "fault"
    """A fault of the program."""


@dataclass(frozen=True, slots=True)
class Job:
    """A document to be aligned: what it is made of, how it is read, and where its pairs go."""

    pair: PlannedPair
    out: Path
    reading: Reading = field(default_factory=Reading)
    """How it is read and aligned, whatever its line of a manifest asks for included."""
    asked: str = ""
    """A digest of how it is aligned and by which version and model."""
    has_page: bool = True
    """Whether a page with the pairs is written for a person to look at."""

    @property
    def id(self) -> str:
        """The name of the document in its run."""
        return self.pair.id

    @property
    def pairs_file(self) -> Path:
        """Where its pairs go, one a line."""
        return self.out / f"{self.id}.jsonl"

    @property
    def report_file(self) -> Path:
        """Where its report goes, which is written last."""
        return self.out / f"{self.id}.json"

    @property
    def page_file(self) -> Path:
        """Where the page with its pairs goes."""
        return self.out / f"{self.id}.html"


@dataclass(frozen=True, slots=True)
class Report:
    """What came of one document."""

    id: str
    failure: Failure | None = None
    sentence: str = ""
    """What went wrong, for a person."""
    inputs: tuple[str, ...] = ()
    """Digests of the files that it was read from."""
    asked: str = ""
    """A digest of how it was aligned and by which version and model."""
    written: str = ""
    """A digest of the file of pairs."""
    texts: tuple[str, str] = ("", "")
    """Digests of what was read in Chinese and in English."""
    pairs: int = 0
    """Pairs with text on both sides."""
    doubtful: int = 0
    """Pairs that deserve a look."""
    confidence: float | None = None
    """The mean over the pairs, 0 to 1; None where there are none."""
    sentences: tuple[int, int] = (0, 0)
    """Chinese and English sentences."""
    unaligned: tuple[int, int] = (0, 0)
    """Those of them that have no counterpart."""
    characters: tuple[int, int] = (0, 0)
    """Characters of the two sides."""
    leftovers: int = 0
    """Texts that were set apart: navigation, credits, other languages."""
    layout: str = ""
    script: str = ""
    encodings: tuple[str, ...] = ()
    """The encoding of each file."""
    is_exchanged: bool = False
    """Whether the file that was planned as the Chinese one turned out to be the English one."""
    version: str = ""
    model: str = ""
    """Name of the model that aligned it."""
    moved: tuple[Moved, ...] = ()
    """Omissions and additions that say the same."""

    @property
    def is_done(self) -> bool:
        """Whether the document has its pairs."""
        return self.failure is None

    @property
    def unaligned_share(self) -> float:
        """The share of all sentences that have no counterpart, 0 to 1."""
        total = sum(self.sentences)
        return sum(self.unaligned) / total if total else 0.0


def reading_of(pair: PlannedPair, reading: Reading) -> Reading:
    """Return how a document is read, with what its line of a manifest asks for.

    Raises UnusableInput for an option that there is not, or a value that it cannot have.
    """
    for name, value in pair.options.items():
        reading = _with(reading, name.strip().lstrip("-").replace("-", "_").lower(), value.strip())
    return reading


def _with(reading: Reading, name: str, value: str) -> Reading:
    if name in _NAMED:
        named: dict[str, Any] = {name: value or None}
        return replace(reading, **named)
    if name == "chapters":
        return replace(reading, chapters=Path(value).absolute() if value else None)
    if name == "level":
        return replace(reading, level=_one_of(name, value, _LEVELS))
    if name in ("keep_boilerplate", "as_named"):
        asked: dict[str, Any] = {name: _one_of(name, value.lower(), _YES)}
        return replace(reading, **asked)
    raise UnusableInput(
        f"A document has no option {name!r}; there are level, model, encoding, keep_boilerplate, "
        "as_named, zh_column, en_column and chapters."
    )


_Value = TypeVar("_Value")


def _one_of(name: str, value: str, known: Mapping[str, _Value]) -> _Value:
    if value not in known:
        listed = ", ".join(filter(None, known))
        raise UnusableInput(f"The option {name!r} of a document is one of {listed}.")
    return known[value]
