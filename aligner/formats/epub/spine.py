"""The chapters of an e-book in the order in which they are read, which its package says.

Names are those of the book's own archive: percent-encoded, relative to the package, and sometimes
written by tools that say nothing of their encoding. A book whose chapters are locked is refused;
fonts that are only scrambled lock nothing.
"""

from __future__ import annotations

import posixpath
import unicodedata
from dataclasses import dataclass
from html.entities import html5
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

from aligner.errors import UnusableInput
from aligner.files import Package, parse_xml

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_SCRAMBLED_FONTS = frozenset(
    {"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"}
)
_PACKAGE = "application/oebps-package+xml"
_PICTURES = "image/"
_MOST_FALLBACKS = 8


@dataclass(frozen=True, slots=True)
class Chapter:
    """A document of the book."""

    data: bytes
    is_navigation: bool
    is_linear: bool
    """Whether readers come to it by turning pages."""


@dataclass(frozen=True, slots=True)
class Spine:
    """The documents of a book in order, and how many of them are missing."""

    chapters: list[Chapter]
    missing: int


@dataclass(frozen=True, slots=True)
class _Item:
    href: str
    media_type: str
    properties: frozenset[str]
    fallback: str


def spine_of(data: bytes, path: Path) -> Spine:
    """Return the documents of a book; raises `UnusableInput` for what is none or is locked."""
    package = Package(data, path)
    names = _Names(package.names)
    where = _package_name(package, names, path)
    root = _parsed(package, where, path)
    items = _items(root)
    folder = posixpath.dirname(where)
    contents = _contents(root, folder)
    locked = _locked(package, names, path)
    chapters: list[Chapter] = []
    missing = 0
    for reference in root.iter():
        if _local(reference) != "itemref":
            continue
        item = _readable(items, reference.get("idref", ""))
        if item is None or item.media_type.startswith(_PICTURES):
            continue
        target = _resolved(item.href, folder)
        name = names.find(target)
        if name is None:
            missing += 1
            continue
        if name in locked:
            raise UnusableInput(
                f"{path} is locked by the shop that it comes from (DRM); its text cannot be read. "
                "Get it without a lock."
            )
        is_navigation = "nav" in item.properties or target in contents
        is_linear = reference.get("linear") != "no"
        chapters.append(Chapter(package.read(name), is_navigation, is_linear))
    if not chapters:
        raise UnusableInput(f"{path} names no chapter that is in it; it is damaged. Get it again.")
    return Spine(chapters, missing)


class _Names:
    """The names of an archive, found also where they are written in another way."""

    def __init__(self, names: list[str]) -> None:
        self._names: dict[str, str] = {}
        for read in (lambda name: name, _as_utf8, _folded):
            for name in names:
                self._names.setdefault(read(name), name)

    def find(self, name: str) -> str | None:
        """Return the name in the archive, None where there is none like it."""
        return self._names.get(name) or self._names.get(_folded(name))


def _as_utf8(name: str) -> str:
    """Return a name whose bytes were UTF-8, though the archive does not say so."""
    try:
        return name.encode("cp437").decode("utf-8")
    except UnicodeError:
        return name


def _folded(name: str) -> str:
    """Return a name without what systems differ in: case, slashes and composed letters."""
    return unicodedata.normalize("NFC", _as_utf8(name).replace("\\", "/")).casefold()


def _package_name(package: Package, names: _Names, path: Path) -> str:
    container = names.find(_CONTAINER)
    if container is not None:
        for element in _parsed(package, container, path).iter():
            name = names.find(element.get("full-path", "").lstrip("/"))
            is_package = element.get("media-type", _PACKAGE) == _PACKAGE  # not one as a PDF
            if _local(element) == "rootfile" and is_package and name is not None:
                return name
    for name in package.names:
        if name.lower().endswith(".opf"):
            return name
    raise UnusableInput(
        f"{path} is no e-book, whatever its name says: it has no package document; open it in its "
        "program and save it as .epub."
    )


def _parsed(package: Package, name: str, path: Path) -> Element:
    return parse_xml(package.read(name), f"{path} ({name})", html5)


def _items(root: Element) -> dict[str, _Item]:
    return {
        element.get("id", ""): _Item(
            element.get("href", ""),
            element.get("media-type", ""),
            frozenset(element.get("properties", "").split()),
            element.get("fallback", ""),
        )
        for element in root.iter()
        if _local(element) == "item"
    }


def _readable(items: dict[str, _Item], name: str) -> _Item | None:
    """Return the item of a name, or the one that stands for it where it is a picture."""
    item = items.get(name)
    for _ in range(_MOST_FALLBACKS):
        if item is None or not item.media_type.startswith(_PICTURES) or not item.fallback:
            break
        item = items.get(item.fallback, item)
    return item


def _contents(root: Element, folder: str) -> frozenset[str]:
    """Return which documents the guide of an older book calls its contents."""
    return frozenset(
        _resolved(element.get("href", ""), folder)
        for element in root.iter()
        if _local(element) == "reference" and element.get("type", "").lower() == "toc"
    )


def _locked(package: Package, names: _Names, path: Path) -> frozenset[str]:
    """Return the names of what is encrypted so that nobody can read it here."""
    listing = names.find(_ENCRYPTION)
    found: set[str] = set()
    if listing is None:
        return frozenset()
    for entry in _parsed(package, listing, path).iter():
        if _local(entry) != "EncryptedData":
            continue
        ways = [e.get("Algorithm", "") for e in entry if _local(e) == "EncryptionMethod"]
        if ways and ways[0] in _SCRAMBLED_FONTS:
            continue
        targets = (e.get("URI", "") for e in entry.iter() if _local(e) == "CipherReference")
        found.update(names.find(_resolved(target, "")) or "" for target in targets)
    return frozenset(found)


def _resolved(href: str, folder: str) -> str:
    """Return the name in the archive that a reference means; never a path outside of it."""
    try:
        name = unquote(urlsplit(href).path)
    except ValueError:
        name = unquote(href.partition("#")[0])
    return posixpath.normpath(posixpath.join("/", folder, name)).lstrip("/")


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]
