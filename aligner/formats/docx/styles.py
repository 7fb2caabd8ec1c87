"""What the styles of a Word document say of their text, with those that they are based on.

A style's own name counts before that of its base: `TOC Heading` is based on a heading and belongs
to the contents.
"""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from aligner.article import ParagraphKind
from aligner.formats.documents import kind_by_name
from aligner.formats.docx.parts import W

_NO_HEADING = 9
"""The outline level of body text."""
_NOTE_MARKS = frozenset({"footnote reference", "endnote reference"})


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says."""

    kind: ParagraphKind = "body"
    label: str = ""
    is_hidden: bool = False
    is_note_mark: bool = False


PLAIN = Style()


def value(element: Element | None, name: str = "val") -> str:
    """Return an attribute of an element; an empty text where either is missing."""
    return "" if element is None else element.get(f"{W}{name}", "")


def is_on(element: Element) -> bool:
    """Whether an element that switches something on does so."""
    return value(element) not in ("0", "false", "off")


def outline_kind(properties: Element | None) -> ParagraphKind | None:
    """Return what the outline level of a paragraph makes it; None where it has none."""
    level = value(properties.find(f"{W}outlineLvl") if properties is not None else None)
    if not level.isdecimal():
        return None
    return "heading" if int(level[:3]) < _NO_HEADING else "body"


def is_listed(properties: Element | None) -> bool | None:
    """Return whether a paragraph is an item of a list; None where it does not say."""
    number = properties.find(f"{W}numPr/{W}numId") if properties is not None else None
    return None if number is None else value(number) not in ("", "0")


def styles_of(root: Element | None) -> dict[str, Style]:
    """Return all styles by their ids."""
    if root is None:
        return {}
    by_id = {value(style, "styleId"): style for style in root.iter(f"{W}style")}
    return {name: _style(_chain(name, by_id)) for name in by_id}


def _chain(name: str, by_id: dict[str, Element]) -> list[Element]:
    """Return a style and those it is based on; one that comes back to itself ends the chain."""
    found: dict[str, Element] = {}
    while name in by_id and name not in found and len(found) < 12:
        found[name] = by_id[name]
        name = value(by_id[name].find(f"{W}basedOn"))
    return list(found.values())


def _style(chain: list[Element]) -> Style:
    kind, label = _kind(chain)
    hidden = (style.find(f"{W}rPr/{W}vanish") for style in chain)
    said = next((element for element in hidden if element is not None), None)
    return Style(
        kind,
        label,
        said is not None and is_on(said),
        any(_name(style) in _NOTE_MARKS for style in chain),
    )


def _kind(chain: list[Element]) -> tuple[ParagraphKind, str]:
    for style in chain:
        kind, label = kind_by_name(_name(style))
        properties = style.find(f"{W}pPr")
        outline = outline_kind(properties)
        if label or kind != "body":
            return kind, label
        if outline is not None:
            return outline, ""
        if is_listed(properties):
            return "list item", ""
    return "body", ""


def _name(style: Element) -> str:
    return value(style.find(f"{W}name")).lower()
