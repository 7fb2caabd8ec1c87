"""The paragraphs of a box: runs, line breaks and fields, but no formula and no slide number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from aligner.formats.documents.flow import BREAK, Flow, Line
from aligner.formats.documents.flow import lines_of as lines_of_items
from aligner.formats.pptx.parts import local

_OTHER_WORDS = frozenset({"oMath", "oMathPara", "Fallback"})
"""A formula; what stands for it in programs that know none."""
_COMPUTED = ("slidenum", "datetime")
_BREAKS = re.compile(r"\v|_x000B_")


def lines_of(element: Element) -> list[Line]:
    """Return what is written in an element, line by line."""
    flow = Flow()
    for paragraph in _paragraphs(element):
        flow.begin_paragraph()
        for text in _texts(paragraph):
            flow.add(text)
        flow.end_paragraph()
    return lines_of_items(flow.close())


def _paragraphs(element: Element) -> Iterator[Element]:
    """Yield the paragraphs in an element, each cell of a table once however wide it is."""
    pending = [element]
    while pending:
        inner = pending.pop()
        name = local(inner)
        if name == "p":
            yield inner
        elif name == "tc" and "1" in (inner.get("hMerge"), inner.get("vMerge")):
            continue
        elif name not in _OTHER_WORDS:
            pending += reversed(inner)


def _texts(paragraph: Element) -> Iterator[str]:
    pending = list(reversed(paragraph))
    while pending:
        element = pending.pop()
        name = local(element)
        if name == "br":
            yield BREAK
        elif name == "t":
            yield _BREAKS.sub(BREAK, element.text or "")
        elif name == "fld" and element.get("type", "").startswith(_COMPUTED):
            continue
        elif name not in _OTHER_WORDS:
            pending += reversed(element)
