"""The parts of a Word document, found by their relationships: any part may go by any name.

Targets outside of the package are never opened. The strict form of the format differs in its
namespaces only, and comes out of here in those of the usual one.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from aligner.errors import UnusableInput
from aligner.files import Package
from aligner.formats.document import Raw

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""The namespace of Word's elements, as it stands before a name."""
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_MOST_HEADERS = 500


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts that hold text, as trees."""

    main: Element
    styles: Element | None
    headers: list[Element]
    """Headers and footers, in the order of the relationships."""
    footnotes: Element | None
    endnotes: Element | None
    comments: Element | None


def open_parts(raw: Raw) -> Parts:
    """Return the parts of a file; raises `UnusableInput` where it is no Word document."""
    package = Package(raw.data, raw.path)
    name = main_part(package, raw)
    main = _parsed(package, name)
    if main.tag != f"{W}document":
        raise _no_document(raw)
    related = _related(package, name)

    def one(kind: str) -> Element | None:
        found = [part for part in related.get(kind, []) if part in package]
        return _parsed(package, found[0]) if found else None

    names = [*related.get("header", []), *related.get("footer", [])][:_MOST_HEADERS]
    headers = [_parsed(package, part) for part in dict.fromkeys(names) if part in package]
    return Parts(main, one("styles"), headers, one("footnotes"), one("endnotes"), one("comments"))


def main_part(package: Package, raw: Raw) -> str:
    """Return the name of the part that holds the text; raises `UnusableInput` without one."""
    name = next(iter(_related(package, "").get("officeDocument", [])), "")
    if name not in package:
        raise _no_document(raw)
    return name


def _related(package: Package, name: str) -> dict[str, list[str]]:
    """Return the parts that a part refers to, by what they are to it."""
    folder, base = posixpath.split(name)
    listing = posixpath.join(folder, "_rels", f"{base}.rels")
    found: dict[str, list[str]] = {}
    if listing not in package:
        return found
    for relationship in package.parse(listing):
        target = relationship.get("Target", "")
        if target and relationship.get("TargetMode") != "External":
            kind = relationship.get("Type", "").rpartition("/")[2]
            path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found.setdefault(kind, []).append(path)
    return found


def _parsed(package: Package, name: str) -> Element:
    root = package.parse(name)
    if root.tag.startswith(_STRICT):
        for element in root.iter():
            element.tag = element.tag.replace(_STRICT, W)
            for key in [key for key in element.attrib if key.startswith(_STRICT)]:
                element.set(key.replace(_STRICT, W), element.attrib.pop(key))
    return root


def _no_document(raw: Raw) -> UnusableInput:
    return UnusableInput(
        f"{raw.path} is no Word document, whatever its name says; open it in its program and save "
        "it as .docx."
    )
