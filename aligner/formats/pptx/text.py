"""The paragraphs of a box or a table: runs, line breaks and fields, but no formula, no slide number
and no raised mark of a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from aligner.formats.documents import take_off_mark
from aligner.formats.documents.flow import BREAK, Flow, Item, Line
from aligner.formats.documents.flow import lines_of as lines_of_items
from aligner.formats.pptx.parts import local

_OTHER_WORDS = frozenset({"oMath", "oMathPara", "Fallback"})
"""A formula; what stands for it in programs that know none."""
_COMPUTED = ("slidenum", "datetime")
_BREAKS = re.compile(r"\v|_x000B_")
_ON = ("1", "true")


def lines_of(element: Element) -> list[Line]:
    """Return what is written in an element, line by line."""
    flow = Flow()
    _write(element, flow)
    return lines_of_items(flow.close())


def table_of(element: Element) -> list[Item]:
    """Return a table with its rows and cells, each cell once however wide it is."""
    flow = Flow()
    flow.begin_table()
    for row in element:
        if local(row) != "tr":
            continue
        flow.begin_row()
        for cell in row:
            if local(cell) == "tc":
                flow.begin_cell()
                _write(cell, flow)
                covered = cell.get("hMerge") in _ON or cell.get("vMerge") in _ON
                flow.end_cell(is_covered=covered)
    flow.end_table()
    return flow.close()


def _write(element: Element, flow: Flow) -> None:
    """Add the paragraphs in an element to a flow."""
    pending = [element]
    while pending:
        inner = pending.pop()
        name = local(inner)
        if name == "p":
            flow.begin_paragraph()
            for run in inner:
                _write_run(run, flow)
            flow.end_paragraph()
        elif name not in _OTHER_WORDS:
            pending += reversed(inner)


def _write_run(run: Element, flow: Flow) -> None:
    """Add a run, a line break or a field; the mark of a note is taken off the text again."""
    mark, before = flow.mark(), flow.tail()
    for text in _texts(run):
        flow.add(text)
    if any(local(one) == "rPr" and one.get("baseline", "0")[:1] in "123456789" for one in run):
        take_off_mark(flow, mark, before)


def _texts(run: Element) -> Iterator[str]:
    pending = [run]
    while pending:
        element = pending.pop()
        name = local(element)
        if name == "br":
            yield BREAK
        elif name == "t":
            yield _BREAKS.sub(BREAK, element.text or "").replace("\u00ad", "")
        elif name == "fld" and element.get("type", "").startswith(_COMPUTED):
            continue
        elif name not in _OTHER_WORDS:
            pending += reversed(element)
