"""The boxes of a slide: what is written in each, what it is for and where it stands.

Groups, tables, SmartArt and the titles of charts are boxes too. The tree is walked without
recursion. Places are in EMU, 914,400 to the inch.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple
from xml.etree.ElementTree import Element

from aligner.article import ParagraphKind
from aligner.errors import UnusableInput
from aligner.formats.documents.flow import Line
from aligner.formats.documents.flow import lines_of as lines_of_items
from aligner.formats.documents.furniture import PAGE_NUMBER, RUNNING_HEAD
from aligner.formats.documents.grid import placed_lines
from aligner.formats.pptx.parts import Part, Presentation, local, relation_id
from aligner.formats.pptx.text import lines_of, table_of

TITLES = frozenset({"title", "ctrTitle"})
_FURNITURE = {"sldNum": PAGE_NUMBER, "dt": "date", "ftr": RUNNING_HEAD, "hdr": RUNNING_HEAD}
_HIDDEN = "hidden"
_DRAWN = frozenset({"sp", "graphicFrame", "cxnSp", "grpSp", "pic", "contentPart"})


class Point(NamedTuple):
    """A place on a slide."""

    top: float
    left: float


@dataclass(frozen=True, slots=True)
class Box:
    """What stands together on a slide."""

    lines: list[Line]
    role: str
    """The kind of its placeholder, such as `title` or `sldNum`; empty where it is none."""
    at: Point | None
    """Its upper left corner; None where nothing says it."""


class _Frame(NamedTuple):
    """How places in a group become places on the slide."""

    scale: Point = Point(1, 1)
    shift: Point = Point(0, 0)
    is_hidden: bool = False

    def place(self, at: Point) -> Point:
        return Point(
            at.top * self.scale.top + self.shift.top, at.left * self.scale.left + self.shift.left
        )


def boxes_of(slide: Part, presentation: Presentation) -> list[Box]:
    """Return the boxes of a slide that hold text, in the order of the file."""
    places = _Placeholders(slide, presentation)
    found: list[Box] = []
    for shape, frame in _shapes(slide.root):
        role, lines = _role(shape), _lines(shape, slide, presentation)
        if lines:
            label = _HIDDEN if frame.is_hidden or _is_hidden(shape) else _FURNITURE.get(role, "")
            kind: ParagraphKind | None = "heading" if role in TITLES else None
            lines = [Line(line.text, kind or line.kind, label or line.label) for line in lines]
            own = _offset(shape)
            at = frame.place(own) if own else places.of(shape)
            found.append(Box(lines, role, at))
    return found


def _shapes(root: Element) -> Iterator[tuple[Element, _Frame]]:
    """Yield the shapes that hold text themselves, those of groups among them."""
    tree = next((element for element in root.iter() if local(element) == "spTree"), None)
    pending = [(child, _Frame()) for child in reversed(tree if tree is not None else [])]
    while pending:
        element, frame = pending.pop()
        name = local(element)
        if name == "grpSp":
            inner = _inner(element, frame)
            if frame.is_hidden or _is_hidden(element):
                inner = inner._replace(is_hidden=True)
            pending += [(child, inner) for child in reversed(element)]
        elif name == "AlternateContent":
            pending += [(child, frame) for child in _drawn_form(element)]
        elif name in {"Choice", "Fallback"}:
            pending += [(child, frame) for child in reversed(element)]
        elif name in {"sp", "graphicFrame", "cxnSp"}:
            yield element, frame


def _drawn_form(choices: Element) -> list[Element]:
    """Return the first of several forms of the same that anything is drawn in, if there is one."""
    forms = (form for form in choices if any(local(e) in _DRAWN for e in form.iter()))
    return list(itertools.islice(forms, 1))


def _inner(group: Element, frame: _Frame) -> _Frame:
    """Return how places within a group become places on the slide."""
    found = {local(e): e for e in group.iter() if local(e) in {"off", "ext", "chOff", "chExt"}}
    properties = next((e for e in group if local(e) == "grpSpPr"), None)
    if properties is not None:
        found = {local(e): e for e in properties.iter()}
    if not {"off", "ext", "chOff", "chExt"} <= found.keys():
        return frame
    off, inner_off = (
        Point(_number(found[n], "y"), _number(found[n], "x")) for n in ("off", "chOff")
    )
    ext, inner = (Point(_number(found[n], "cy"), _number(found[n], "cx")) for n in ("ext", "chExt"))
    scale = Point(
        ext.top / inner.top if inner.top else 1.0, ext.left / inner.left if inner.left else 1.0
    )
    shift = Point(off.top - inner_off.top * scale.top, off.left - inner_off.left * scale.left)
    return _Frame(
        Point(frame.scale.top * scale.top, frame.scale.left * scale.left), frame.place(shift)
    )


def _lines(shape: Element, slide: Part, presentation: Presentation) -> list[Line]:
    if local(shape) != "graphicFrame":
        return lines_of(shape)
    for element in shape.iter():
        name = local(element)
        if name == "tbl":
            return _lines_of_table(element, presentation)
        if name == "relIds":
            part = presentation.by_id(slide, relation_id(element, "dm"))
            return lines_of(part.root) if part else []
        if name == "chart":
            part = presentation.by_id(slide, relation_id(element))
            titles = [e for e in part.root.iter() if local(e) == "title"] if part else []
            return [Line(line.text, "caption") for title in titles for line in lines_of(title)]
    return []


def _lines_of_table(table: Element, presentation: Presentation) -> list[Line]:
    """Return the lines of a table, cell by cell; in one of two languages heads are told apart."""
    items = table_of(table)
    try:
        return [placed.line for placed in placed_lines(items, presentation.raw)]
    except UnusableInput:  # which columns hold the two is in doubt, and nothing hangs on it here
        return lines_of_items(items)


class _Placeholders:
    """Where the boxes stand that have their place from the layout of the slide or its master."""

    def __init__(self, slide: Part, presentation: Presentation) -> None:
        self._by_number: dict[str, Point] = {}
        self._by_role: dict[str, Point] = {}
        layout = presentation.of_kind(slide, "slideLayout")
        master = presentation.of_kind(layout, "slideMaster") if layout else None
        for part in (layout, master):
            for shape, _ in _shapes(part.root) if part else ():
                at, holder = _offset(shape), _placeholder(shape)
                if at is not None and holder is not None:
                    if part is layout:
                        self._by_number.setdefault(holder.get("idx", "0"), at)
                    self._by_role.setdefault(holder.get("type", "body"), at)

    def of(self, shape: Element) -> Point | None:
        holder = _placeholder(shape)
        if holder is None:
            return None
        at = self._by_number.get(holder.get("idx", "0")) if "idx" in holder.attrib else None
        return at or self._by_role.get(holder.get("type", "body"))


def _placeholder(shape: Element) -> Element | None:
    return next((e for e in _own_properties(shape) if local(e) == "ph"), None)


def _role(shape: Element) -> str:
    holder = _placeholder(shape)
    return "" if holder is None else holder.get("type", "body")


def _is_hidden(shape: Element) -> bool:
    return any(
        local(e) == "cNvPr" and e.get("hidden") in {"1", "true"} for e in _own_properties(shape)
    )


def _own_properties(shape: Element) -> Iterator[Element]:
    """Yield what a shape says of itself, without what is written in it."""
    for child in shape:
        if local(child).startswith("nv"):
            yield from child.iter()


def _offset(shape: Element) -> Point | None:
    for child in shape:
        if local(child) in {"spPr", "xfrm"}:
            for element in child.iter():
                if local(element) == "off":
                    return Point(_number(element, "y"), _number(element, "x"))
    return None


def _number(element: Element, name: str) -> float:
    try:
        return float(element.get(name, "0"))
    except ValueError:
        return 0.0
