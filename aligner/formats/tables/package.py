"""The archive that a workbook is: its parts, and which of them are its sheets.

Invariant: what the archive says of a size is not believed; bytes are counted as they are unpacked,
and more than a limit of them (`LARGEST`) are refused. A part is read for one sheet alone.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Protocol, TypeVar, cast

from aligner.errors import UnusableInput
from aligner.files import (
    DEEPEST,
    Progress,
    Source,
    open_archive,
    open_member,
    read_xml,
    refuse_depth,
)

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

LARGEST = 1 << 30
"""Bytes unpacked, and characters shown."""
_MOST_NAMED = 1 << 14
"""Sheets and relationships of a workbook; memory alone bounds them in Excel."""
_HEAD = 1 << 10
"""Bytes that show an encoding."""
_USUAL = "xl/workbook.xml"
_KINDS = ("officeDocument", "worksheet", "sharedStrings", "styles")
"""Of parts that are read, as relationships name them."""

T = TypeVar("T")


class PartHandler(Protocol[T]):
    """What makes something of a part's elements."""

    done: list[T]

    def connect(self, parser: XMLParserType) -> None:
        """Set the handlers of elements and text."""


@dataclass(frozen=True, slots=True)
class Contents:
    """The parts of a workbook that are read, by their names; empty for one that it has not."""

    sheets: tuple[str, ...]
    strings: str = ""
    styles: str = ""
    since_1904: bool = False
    """Whether its days are counted from 1904."""
    hidden: frozenset[str] = frozenset()
    """Sheets that nobody sees who opens the workbook."""


class Package:
    """A workbook's archive, and how much of it has been unpacked."""

    def __init__(self, file: IO[bytes], path: Path, largest: int | None = None) -> None:
        self.path = path
        self._largest = LARGEST if largest is None else largest
        self._archive = open_archive(file)
        self._names = {info.filename.lower(): info for info in self._archive.infolist()}
        self._unpacked = 0

    def read(
        self,
        name: str,
        handler: PartHandler[T],
        unit: str,
        progress: Progress | None = None,
    ) -> Iterator[T]:
        """Yield what a handler makes of a part; nothing if the workbook has none of that name."""
        info = self._names.get(name.lower())
        if info is None:
            return
        with open_member(self._archive, info, self.path) as stream:
            guarded = _WithoutDoctype(handler, self.path, name)
            yield from read_xml(self._source(stream, info), guarded, progress, unit=unit)

    def contents(self) -> Contents:
        """Find the sheets in their order; raises `UnusableInput` if this is no workbook."""
        books = (name for kind, name in self._related("").values() if kind == "officeDocument")
        main = next(books, _USUAL)
        book = _BookHandler(self.path)
        for _ in self.read(main, book, "sheet"):
            pass
        parts = self._related(main)
        by_kind = dict(reversed(parts.values()))  # the first of a kind counts
        wanted = (parts.get(key, ("", "")) for key in book.sheets)
        sheets = tuple(dict.fromkeys(target for kind, target in wanted if kind == "worksheet"))
        if not sheets:
            raise UnusableInput(
                f"{self.path} is no workbook that can be read, since it has no sheet; open it in "
                "Excel and save it as .xlsx or .csv again."
            )
        return Contents(
            sheets,
            by_kind.get("sharedStrings", ""),
            by_kind.get("styles", ""),
            book.since_1904,
            frozenset(parts[key][1] for key in book.hidden if key in parts),
        )

    def _related(self, name: str) -> dict[str, tuple[str, str]]:
        """Return kind and name of the parts that a part is related to, by their keys in it."""
        folder, own = posixpath.split(name)
        rels = posixpath.join(folder, "_rels", f"{own}.rels")
        found: dict[str, tuple[str, str]] = {}
        for key, kind, target in self.read(rels, _RelationsHandler(self.path), "relationship"):
            inside = target if target.startswith("/") else posixpath.join(folder, target)
            found[key] = (kind, posixpath.normpath(inside).lstrip("/"))
        return found

    def _source(self, stream: IO[bytes], info: zipfile.ZipInfo) -> Source:
        head = stream.read(_HEAD)
        joined = _Counted(stream, head, self._count)
        return Source(
            self.path, cast("IO[bytes]", joined), info.filename, head, stream, info.file_size
        )

    def _count(self, size: int) -> None:
        self._unpacked += size
        if self._unpacked > self._largest:
            raise UnusableInput(
                f"{self.path} unpacks to more than {self._largest >> 20:,} MB, more than is read; "
                "divide it into parts."
            )


@contextmanager
def refusing_damage(path: Path) -> Iterator[None]:
    """Raise `UnusableInput` where what is read within turns out to be damaged."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError):
        raise UnusableInput(
            f"{path} is a damaged workbook; get it again, or open it in Excel and save it anew."
        ) from None


class _Counted:
    """A stream, its beginning first, that tells how many bytes are read from it."""

    def __init__(self, stream: IO[bytes], head: bytes, count: Callable[[int], None]) -> None:
        self._stream = stream
        self._head = head
        self._count = count

    def read(self, size: int = -1, /) -> bytes:
        """Return the next bytes; raises `UnusableInput` when they become too many."""
        data, self._head = self._head or self._stream.read(size), b""
        self._count(len(data))
        return data


class _WithoutDoctype(PartHandler[T]):
    """A handler for a part that must have no document type: no workbook needs any."""

    def __init__(self, handler: PartHandler[T], path: Path, name: str) -> None:
        self.done = handler.done
        self._handler = handler
        self._path = path
        self._name = name

    def connect(self, parser: XMLParserType) -> None:
        self._handler.connect(parser)
        parser.StartDoctypeDeclHandler = self._refuse

    def _refuse(self, *_: object) -> None:
        raise UnusableInput(
            f"{self._path} has a document type in {self._name}, which no workbook needs; "
            "save it in Excel again."
        )


class _BookHandler:
    """Notes the keys of a workbook's sheets, and of those that are hidden."""

    def __init__(self, path: Path) -> None:
        self.done: list[str] = []
        self.sheets: list[str] = []
        self.hidden: list[str] = []
        self.since_1904 = False
        self._path = path
        self._depth = 0

    def connect(self, parser: XMLParserType) -> None:
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise refuse_depth(self._path)
        name = name.rpartition(":")[2]
        if name == "workbookPr":
            self.since_1904 = attributes.get("date1904", "") in ("1", "true", "on")
        elif name == "sheet":
            keys = (value for said, value in attributes.items() if said.endswith(":id"))
            self.sheets.append(next(keys, ""))
            if attributes.get("state", "visible") != "visible":
                self.hidden.append(self.sheets[-1])
            if len(self.sheets) > _MOST_NAMED:
                raise _too_many(self._path)

    def _end(self, name: str) -> None:
        self._depth -= 1


class _RelationsHandler:
    """Makes key, kind and target of each relationship that matters."""

    def __init__(self, path: Path) -> None:
        self.done: list[tuple[str, str, str]] = []
        self._path = path
        self._count = self._depth = 0

    def connect(self, parser: XMLParserType) -> None:
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise refuse_depth(self._path)
        said = attributes.get
        kind = said("Type", "").rpartition("/")[2]
        if kind in _KINDS and said("TargetMode") != "External":
            self.done.append((said("Id", ""), kind, said("Target", "")))
            self._count += 1
            if self._count > _MOST_NAMED:
                raise _too_many(self._path)

    def _end(self, name: str) -> None:
        self._depth -= 1


def _too_many(path: Path) -> UnusableInput:
    return UnusableInput(
        f"{path} has more than {_MOST_NAMED:,} sheets; it is damaged or made to do harm."
    )
