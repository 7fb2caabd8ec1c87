"""Packages: documents that are zip archives of XML, as word processors and e-book tools make them.

The only door to them. Nothing is unpacked to the disk, and a name in the archive is never a path;
what is larger, deeper or more tightly packed than any document is refused before it is read, and
again while it is read, since a directory can lie. No document type is obeyed, no entity expanded.
"""

from __future__ import annotations

import io
import re
import shutil
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from aligner.errors import UnusableInput
from aligner.files.unpacking import CrowdedArchive, open_archive

MOST_PARTS = 20_000
LARGEST_PART = 64 * 1024 * 1024
"""Bytes of one file in a package, unpacked; a book in one part has two million."""
_LARGEST = 1024 * 1024 * 1024
"""Bytes of all of them, pictures included."""
_TIGHTEST = 250
"""How many times smaller than its text a large part may be packed; prose shrinks to a third."""
_FREE = 4 * 1024 * 1024
"""Bytes up to which a part may be packed as tightly as it likes."""
DEEPEST = 256
"""Elements inside one another; tables in tables reach some forty."""
_LOCKED = 1  # bit of a member that is encrypted
_OLE = b"\xd0\xcf\x11\xe0"
_WIDE = (b"\xff\xfe", b"\xfe\xff")


class Package:
    """A zip archive of parts, by their names."""

    def __init__(self, data: bytes, path: Path) -> None:
        """Open a package; `path` is for sentences. Raises `UnusableInput` for what is none."""
        self._path = path
        if data.startswith(_OLE):
            raise UnusableInput(
                f"{path} has a password, or is of an older kind; open it in its program and save "
                "it without a password in today's format."
            )
        try:
            self._archive = open_archive(io.BytesIO(data))
            self._members = {info.filename: info for info in self._archive.infolist()}
        except CrowdedArchive:
            raise self._too_large() from None
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
            raise self._damaged("it is no archive, or breaks off") from None
        self._check(self._archive.infolist())

    @property
    def names(self) -> list[str]:
        """The names of all parts, in the order of the archive."""
        return list(self._members)

    def __contains__(self, name: object) -> bool:
        return name in self._members

    def read(self, name: str) -> bytes:
        """Return a part; raises `UnusableInput` where it is missing, damaged or too large."""
        info = self._members.get(name)
        if info is None:
            raise self._damaged(f"its part {name} is missing")
        if info.file_size > LARGEST_PART:
            raise self._too_large(name)
        try:
            with self._archive.open(info) as part:
                data = part.read(LARGEST_PART + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError):
            raise self._damaged(f"its part {name} cannot be unpacked") from None
        if len(data) > LARGEST_PART:
            raise self._too_large(name)
        return data

    def parse(self, name: str) -> Element:
        """Return the root element of a part that is XML; its names are `{namespace}name`."""
        return parse_xml(self.read(name), f"{self._path} ({name})")

    def replaced(self, parts: Mapping[str, bytes]) -> bytes:
        """Return the package with other content of some parts.

        All other parts keep their bytes, their order and their dates. Raises `UnusableInput`.
        """
        written = io.BytesIO()
        with zipfile.ZipFile(written, "w") as made:
            made.comment = self._archive.comment
            for info in self._members.values():
                try:
                    with made.open(_renewed(info), "w") as part:
                        if info.filename in parts:
                            part.write(parts[info.filename])
                        else:
                            with self._archive.open(info) as old:
                                shutil.copyfileobj(old, part)
                except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError):
                    reason = f"its part {info.filename} cannot be unpacked"
                    raise self._damaged(reason) from None
        return written.getvalue()

    def _check(self, members: list[zipfile.ZipInfo]) -> None:
        if len(members) > MOST_PARTS:
            raise self._too_large()
        if sum(info.file_size for info in members) > _LARGEST:
            raise self._too_large()
        for info in members:
            if info.flag_bits & _LOCKED:
                raise UnusableInput(f"{self._path} has a password; save it without one.")
            if info.file_size > max(_FREE, info.compress_size * _TIGHTEST):
                raise self._too_large(info.filename)

    def _too_large(self, name: str = "") -> UnusableInput:
        part = f" ({name})" if name else ""
        return UnusableInput(
            f"{self._path} unpacks to more than any document holds{part}; it is damaged or made "
            "to do harm."
        )

    def _damaged(self, reason: str) -> UnusableInput:
        return UnusableInput(f"{self._path} is damaged: {reason}. Get it again.")


def _renewed(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """Return a member to be written, without sizes and what belongs to the old archive."""
    made = zipfile.ZipInfo(info.filename, info.date_time)
    made.compress_type, made.external_attr = info.compress_type, info.external_attr
    made.create_system, made.comment = info.create_system, info.comment
    made.file_size = info.file_size
    return made


def parse_xml(data: bytes, name: str, entities: Mapping[str, str] | None = None) -> Element:
    """Return the root element of an XML document; its names are `{namespace}name`.

    A document type is refused, unless `entities` are given: then one without declarations of its
    own is passed over, and the references that it allows (`&nbsp;`) stand for those texts. `name`
    is for the sentences of `UnusableInput`, which says what is wrong.
    """
    if entities is not None:
        data = _without_entities(data, entities)
    return _Tree(name, allows_doctype=entities is not None).built(data)


class _Tree:
    """An element tree that grows while the parser reads, no deeper than it may be."""

    def __init__(self, name: str, *, allows_doctype: bool) -> None:
        self._name = name
        self._allows_doctype = allows_doctype
        self._builder = TreeBuilder()
        self._depth = 0
        self._named: dict[str, str] = {}
        """The names met, as they are given out; a document has few, and each many times."""
        self._parser = expat.ParserCreate(namespace_separator="}")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._builder.data
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.SkippedEntityHandler = self._entity

    def built(self, data: bytes) -> Element:
        try:
            self._parser.Parse(data, True)
        except (expat.ExpatError, ValueError, LookupError) as error:
            line = getattr(error, "lineno", 0)
            where = f" in line {line:,}" if line else ""
            raise UnusableInput(f"{self._name} is damaged{where}: {error}. Save it anew.") from None
        return self._builder.close()

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise UnusableInput(
                f"{self._name} has elements more than {DEEPEST} deep inside one another; "
                "it is damaged or made to do harm."
            )
        if attributes:
            attributes = {self._name_of(key): text for key, text in attributes.items()}
        self._builder.start(self._name_of(tag), attributes)

    def _end(self, tag: str) -> None:
        self._depth -= 1
        self._builder.end(self._named[tag])

    def _name_of(self, name: str) -> str:
        named = self._named.get(name)
        if named is None:
            named = self._named[name] = "{" + name if "}" in name else name
        return named

    def _doctype(self, name: str, system: str | None, public: str | None, own: int) -> None:
        if own or not self._allows_doctype:
            raise UnusableInput(
                f"{self._name} declares a document type of its own, which documents never need "
                "and which can do harm; save it anew."
            )

    def _entity(self, name: str, is_parameter: bool) -> None:
        raise UnusableInput(f"{self._name} uses &{name};, which XML does not know; save it anew.")


def _without_entities(data: bytes, entities: Mapping[str, str]) -> bytes:
    """Return XML with named references as references to characters; UTF-16 is left as it is."""
    if data.startswith(_WIDE):
        return data

    def put(match: re.Match[bytes]) -> bytes:
        text = entities.get(match[1].decode("ascii") + ";")
        if text is None or match[1] in (b"amp", b"lt", b"gt", b"quot", b"apos"):
            return match[0]
        return b"".join(b"&#%d;" % ord(character) for character in text)

    return re.sub(rb"&([A-Za-z][A-Za-z0-9]{1,31});", put, data)
