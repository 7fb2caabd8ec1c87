"""What the styles of an OpenDocument text say of their paragraphs, with those they are based on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from aligner.article import ParagraphKind
from aligner.formats.documents import kind_by_name
from aligner.formats.odt.names import STYLE, TEXT

_MOST = 12


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says."""

    kind: ParagraphKind = "body"
    label: str = ""
    is_hidden: bool = False
    is_raised: bool = False


PLAIN = Style()


def styles_of(roots: Iterable[Element]) -> dict[tuple[str, str], Style]:
    """Return all styles by their family (paragraph, text) and name."""
    elements = {
        (style.get(f"{STYLE}family", ""), style.get(f"{STYLE}name", "")): style
        for root in roots
        for style in root.iter(f"{STYLE}style")
    }
    return {key: _style(_chain(key, elements)) for key in elements}


def _chain(key: tuple[str, str], elements: dict[tuple[str, str], Element]) -> list[Element]:
    found: dict[tuple[str, str], Element] = {}
    while key in elements and key not in found and len(found) < _MOST:
        found[key] = elements[key]
        key = (key[0], elements[key].get(f"{STYLE}parent-style-name", ""))
    return list(found.values())


def _style(chain: list[Element]) -> Style:
    position = _said(chain, f"{STYLE}text-position")
    is_raised = position.startswith("super") or position[:1] in tuple("123456789")
    return Style(*_kind(chain), _said(chain, f"{TEXT}display") == "none", is_raised)


def _said(chain: list[Element], name: str) -> str:
    """Return what the first of some styles that says so says of its characters."""
    found = (
        properties.get(name)
        for style in chain
        if (properties := style.find(f"{STYLE}text-properties")) is not None
    )
    return next((said for said in found if said), "")


def _kind(chain: list[Element]) -> tuple[ParagraphKind, str]:
    for style in chain:
        name = style.get(f"{STYLE}display-name", style.get(f"{STYLE}name", ""))
        kind, label = kind_by_name(name)
        if label or kind != "body":
            return kind, label
        if style.get(f"{STYLE}default-outline-level"):
            return "heading", ""
    return "body", ""
