"""The texts of a file: the file itself, or the parts of a package that are XML.

Invariant: a file whose texts stay keeps the bytes of them all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from aligner.anonymising.blocks import Block
from aligner.anonymising.text_blocks import blocks_for
from aligner.anonymising.xml_blocks import xml_blocks
from aligner.files import Package
from aligner.formats import FORMATS, Raw, encoded_like

_XML_PARTS = frozenset({".xml", ".rels", ".opf", ".ncx"})
"""Endings of the parts of a package that are text, pages aside."""
_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_XML_START = re.compile(r"\s*<[?!A-Za-z]")
_ARCHIVE = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class TextPart:
    """A text of a file."""

    name: str
    """Its name in the package; empty for a file that is none."""
    raw: Raw
    is_xml: bool
    blocks: Callable[[str], Iterator[Block]]
    """Finds what people read in it."""

    @property
    def text(self) -> str:
        """All of it, tags included."""
        return self.raw.text


@dataclass(frozen=True, slots=True)
class FileTexts:
    """A file as its texts, with the way back."""

    parts: tuple[TextPart, ...]
    written: Callable[[Mapping[str, str]], bytes]
    """Returns the file with other texts of some parts, by their names."""
    others: tuple[str, ...] = ()
    """The names of the parts that are no text, such as pictures."""


def texts_of(path: Path, data: bytes) -> FileTexts:
    """Return the texts of a file; raises `UnusableInput` for one that is neither text nor zip."""
    if data.startswith(_ARCHIVE):
        return _of_package(Package(data, path), path)
    raw = _raw(path, data)
    form = _format(path.suffix)
    is_xml = bool(_XML_START.match(raw.text)) and form not in _NEVER_XML
    part = TextPart("", raw, is_xml, xml_blocks if is_xml else blocks_for(form))

    def written(texts: Mapping[str, str]) -> bytes:
        return encoded_like(texts[""], raw) if "" in texts else data

    return FileTexts((part,), written)


_NEVER_XML = frozenset({"SubRip", "WebVTT", "SubStation Alpha", "CSV", "TSV", "plain text"})
"""Names of formats; a tag at the beginning of such a file is text."""


def _format(suffix: str) -> str:
    """Return the name of the format that an ending tells; empty for one that tells none."""
    known = (form.name for form in FORMATS if suffix.lower() in form.all_suffixes)
    return next(known, "")


def _of_package(package: Package, path: Path) -> FileTexts:
    parts: list[TextPart] = []
    others: list[str] = []
    for name in package.names:
        ending = PurePosixPath(name).suffix.lower()
        if ending not in _XML_PARTS and _format(ending) != "HTML":
            others.append(name)
        elif (data := package.read(name)).strip():
            parts.append(TextPart(name, _raw(Path(f"{path} ({name})"), data), True, xml_blocks))

    def written(texts: Mapping[str, str]) -> bytes:
        by_name = {part.name: part for part in parts}
        return package.replaced(
            {name: encoded_like(text, by_name[name].raw) for name, text in texts.items()}
        )

    kept = tuple(name for name in others if not name.endswith("/") and name != "mimetype")
    return FileTexts(tuple(parts), written, kept)


def _raw(path: Path, data: bytes) -> Raw:
    """Return a file to be decoded as it says itself, where it is XML that says so."""
    declared = _DECLARED.match(data)
    return Raw(path, data, declared[1].decode("ascii") if declared else None)
