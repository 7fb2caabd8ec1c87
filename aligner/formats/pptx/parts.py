"""The parts of a presentation, found by their relationships: any part may go by any name.

The strict form of the format differs in its namespaces only, so that names are compared without
them. Targets outside of the package are never opened.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple
from xml.etree.ElementTree import Element

from aligner.errors import UnusableInput
from aligner.files import Package
from aligner.formats.document import Raw


class Related(NamedTuple):
    """A part that another refers to."""

    kind: str
    """What it is to that part, such as `notesSlide`."""
    name: str


@dataclass(frozen=True, slots=True)
class Part:
    """An XML part, and those that it refers to."""

    root: Element
    related: dict[str, Related]
    """By their ids, as elements of the part give them."""


class Presentation:
    """The package, from which parts are read when they are asked for."""

    def __init__(self, raw: Raw) -> None:
        """Open a file; raises `UnusableInput` where it is no presentation."""
        self.raw = raw
        self._package = Package(raw.data, raw.path)
        self._read: dict[str, Part] = {}
        main = [one.name for one in self._related("").values() if one.kind == "officeDocument"]
        if not main or main[0] not in self._package:
            raise _no_presentation(raw)
        self._main = self.part(main[0])
        if local(self._main.root) != "presentation":
            raise _no_presentation(raw)

    def slides(self) -> Iterator[Part]:
        """Yield the slides in the order in which they are shown."""
        for element in self._main.root.iter():
            if local(element) == "sldId":
                related = self._main.related.get(relation_id(element))
                if related is not None and related.name in self._package:
                    yield self.part(related.name)

    def of_kind(self, part: Part, kind: str) -> Part | None:
        """Return the first part of a kind that a part refers to, None where there is none."""
        for related in part.related.values():
            if related.kind == kind and related.name in self._package:
                return self.part(related.name)
        return None

    def by_id(self, part: Part, name: str) -> Part | None:
        """Return the part that an element of a part refers to, None where there is none."""
        related = part.related.get(name)
        if related is None or related.name not in self._package:
            return None
        return self.part(related.name)

    def part(self, name: str) -> Part:
        """Return a part; layouts are read once for all the slides that have them."""
        if name not in self._read:
            self._read[name] = Part(self._package.parse(name), self._related(name))
        return self._read[name]

    def _related(self, name: str) -> dict[str, Related]:
        folder, base = posixpath.split(name)
        listing = posixpath.join(folder, "_rels", f"{base}.rels")
        if listing not in self._package:
            return {}
        return {
            one.get("Id", ""): Related(
                one.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/"),
            )
            for one in self._package.parse(listing)
            if one.get("Target") and one.get("TargetMode") != "External"
        }


def local(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def relation_id(element: Element, name: str = "id") -> str:
    """Return the id of the part that an element refers to; empty where it refers to none."""
    return next(
        (
            value
            for key, value in element.attrib.items()
            if key.startswith("{") and key.endswith("}" + name) and "elationships" in key
        ),
        "",
    )


def _no_presentation(raw: Raw) -> UnusableInput:
    return UnusableInput(
        f"{raw.path} is no PowerPoint presentation, whatever its name says; open it in its program "
        "and save it as .pptx."
    )
