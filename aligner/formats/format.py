"""What the program knows of one kind of file, in one value: `Format`.

Everything that lists formats (the command's help, its errors, the export dialog, the tables of the
documents, what may be packed in an archive) is made from these values; there is no other list of
endings. Building one imports nothing of what reads and writes the format.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from aligner import Progress
    from aligner.article import Language
    from aligner.bitext import Bitext
    from aligner.files import Source
    from aligner.formats.bilingual import Bilingual
    from aligner.formats.document import Columns, Document, Raw
    from aligner.formats.head import Head
    from aligner.formats.language_codes import PreferredCodes
    from aligner.formats.options import BilingualForm, ExportOptions
    from aligner.formats.tmx.validation import Issue
    from aligner.formats.tools import Tool
    from aligner.unit import Unit


@dataclass(frozen=True, slots=True)
class Help:
    """What the documents say of a format, in a few words each; empty where there is nothing."""

    read: str = ""
    """What is read as units."""
    written: str = ""
    kept: str = ""
    """What is kept of a unit."""


@dataclass(frozen=True, slots=True)
class UnitReader:
    """How translation units are read from a format."""

    read: Callable[[Source, PreferredCodes, Progress | None], Iterator[Unit]]
    """Yields units while the file is read; raises UnusableInput where it breaks off."""
    recognises: Callable[[Head], bool]
    """Whether a file is of this format, by how it begins."""
    is_xml: bool = False
    """Whether a file of this name that is no XML must be something else, or damaged."""


@dataclass(frozen=True, slots=True)
class DocumentReader:
    """How an article is read from a format."""

    read: Callable[[Raw], Document]
    """Returns what the file says, block by block; raises UnusableInput."""
    read_columns: Callable[[Raw], Columns | None] = lambda raw: None
    """Returns both languages of a file that is a table with a column for each, otherwise None."""
    is_text: bool = False
    """Whether a file is text and nothing else, so that its size is that of the text."""
    largest: int = 64 * 1024 * 1024
    """Bytes of the largest file that is read; a document may hold pictures."""


@dataclass(frozen=True, slots=True)
class SegmentEditor:
    """How the texts of a side are replaced in a file that is otherwise left as it is."""

    read: Callable[[Raw], Bilingual]
    """Returns the segments of a file; raises UnusableInput where it has none in both languages."""


@dataclass(frozen=True, slots=True)
class UnitWriter:
    """How translation units are written to a format."""

    write: Callable[[Iterable[Unit], ExportOptions, IO[bytes]], None]
    """Gets options without gaps; see `ExportOptions`."""
    needs: Literal["nothing", "source", "both texts"] = "nothing"
    """What a unit must have to be written; one that has not is left out and counted."""
    codes: Literal["needed", "possible", "none"] = "needed"
    """Whether the code of each unit is written."""
    languages: Literal["two", "any"] = "any"
    """Whether a file holds one code for each language and no more."""
    directions: Literal["one", "any", "none"] = "none"
    """Whether a file says what was translated from what: once, of each unit, or not at all."""
    source: Language | None = None
    """The language that such files are translated from, unless somebody says otherwise."""


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file, by the endings that it goes by."""

    name: str
    suffixes: tuple[str, ...]
    """With their dots, in small letters; the first is the usual one."""
    help: Help
    only_read: tuple[str, ...] = ()
    """Further endings under which such files are read, but never written."""
    units: UnitReader | None = None
    document: DocumentReader | None = None
    edit_segments: SegmentEditor | None = None
    write_units: UnitWriter | None = None
    write_bitext: Callable[[Bitext, ExportOptions], bytes] | None = None
    """Returns the file of a whole bitext, with what is in no pair, where units would lose it."""
    forms: tuple[BilingualForm, ...] = ()
    """How a bitext may be laid out in it, where there is a choice; the first is the usual one."""
    check: Callable[[Source, Tool, Progress | None], Iterator[Issue]] | None = None
    """Yields what is wrong with the file itself, whatever its units say; for a tool also the codes
    that it does not know."""

    @property
    def all_suffixes(self) -> tuple[str, ...]:
        """Every ending that such files go by."""
        return (*self.suffixes, *self.only_read)

    @property
    def suffix(self) -> str:
        """The ending that such files usually have."""
        return self.suffixes[0]

    @property
    def takes_bitexts(self) -> bool:
        """Whether a bitext can be written to it."""
        return self.write_units is not None or self.write_bitext is not None
