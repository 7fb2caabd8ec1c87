"""The body of an OpenDocument text, element by element, into a flow.

The block of tracked changes at its head holds deleted text, or names what in the body is deleted.
Neither is text, nor are annotations, the readings of ruby and what is hidden. Notes and frames
follow the paragraph around them. The tree is walked without recursion.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element

from aligner.article import ParagraphKind
from aligner.formats.documents import BREAK, CONTENTS, Flow, take_off_mark
from aligner.formats.odt.names import DRAW, MATH, OFFICE, SVG, TABLE, TEXT
from aligner.formats.odt.styles import PLAIN, Style

_WHITE = re.compile("[ \t\r\n]+")
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_MOST_BLANKS = 100
_INDEXES = ("table-of-content", "illustration-index", "table-index", "object-index", "user-index")
_SOURCES = tuple(f"{name}-source" for name in (*_INDEXES, "alphabetical-index", "bibliography"))
_SKIPPED = frozenset(
    [
        *(
            f"{TEXT}{name}"
            for name in ("ruby-text", "note-citation", "number", "script", *_SOURCES)
        ),
        *(f"{OFFICE}{name}" for name in ("forms", "annotation-end", "scripts", "event-listeners")),
        *(f"{SVG}{name}" for name in ("title", "desc")),
        *(f"{DRAW}{name}" for name in ("applet", "plugin", "glue-point")),
    ]
)
_VARIABLES = frozenset(
    f"{TEXT}{name}"
    for name in ("variable-set", "variable-get", "user-field-get", "expression", "sequence")
)
"""Fields that may say of themselves that nothing of them is shown."""
_OBJECTS = (f"{DRAW}object", f"{DRAW}object-ole")
_SHAPES = "text-box custom-shape rect ellipse circle line polygon polyline path connector caption"
_BOXES = frozenset(f"{DRAW}{name}" for name in _SHAPES.split())


class Walker:
    """Reads one tree after another into one flow."""

    def __init__(self, styles: Mapping[tuple[str, str], Style], left_out: Counter[str]) -> None:
        self.flow = Flow()
        self._styles = styles
        self._left_out = left_out
        self._items = 0
        """How many items of lists are open."""
        self._contents = 0
        self._deletions: set[str] = set()
        """Ids of the changes that are deletions."""
        self._deleting: set[str] = set()
        """Of those, the ones that are open."""
        self._spans: list[tuple[int, str]] = []
        """Of the spans that are open: where they begin in their paragraph, what stands before."""
        self._paragraphs: list[bool] = []
        """Of the paragraphs that are open: whether a field hides them."""

    def walk(self, root: Element) -> None:
        """Read an element with all that is in it."""
        pending: list[tuple[Element, bool]] = [(root, True)]
        while pending:
            element, is_start = pending.pop()
            if is_start and not self._is_passed_over(element):
                start = _STARTS.get(element.tag)
                if start:
                    start(self, element)
                self._add(element.text)
                pending.append((element, False))
                pending += [(child, True) for child in reversed(element)]
                continue
            if not is_start:
                end = _ENDS.get(element.tag)
                if end:
                    end(self, element)
            if element is not root:
                self._add(element.tail)

    def _add(self, text: str | None) -> None:
        """Add what stands between two tags; outside of paragraphs that is never text."""
        if text and self._paragraphs and self.flow.is_in_paragraph and not self._deleting:
            self.flow.add(_WHITE.sub(" ", text).replace("\u00ad", ""))

    def _is_passed_over(self, element: Element) -> bool:
        tag = element.tag
        if tag == f"{TEXT}tracked-changes":
            self._take_changes(element)
        elif tag == f"{OFFICE}annotation":
            self._left_out["comment"] += 1
        elif tag == f"{MATH}math":
            self._left_out["formula"] += 1
        elif tag in _OBJECTS:
            self._left_out["embedded object"] += 1
        elif self._is_hidden(element):
            self._left_out["hidden text"] += 1
        else:
            return tag in _SKIPPED
        return True

    def _take_changes(self, changes: Element) -> None:
        for region in changes.findall(f"{TEXT}changed-region"):
            if region.find(f"{TEXT}deletion") is not None:
                self._left_out["deletion"] += 1
                names = (region.get(f"{TEXT}id"), region.get(_XML_ID))
                self._deletions.update(name for name in names if name)

    def _is_hidden(self, element: Element) -> bool:
        tag = element.tag
        if tag in (f"{TEXT}p", f"{TEXT}h"):
            return self._style(element, "paragraph").is_hidden
        if tag == f"{TEXT}span":
            return self._style(element, "text").is_hidden
        if tag == f"{TEXT}hidden-text":
            return element.get(f"{TEXT}is-hidden") == "true"
        if tag == f"{TEXT}section":
            shown = element.get(f"{TEXT}display", "true")
            return shown == "none" or element.get(f"{TEXT}is-hidden") == "true"
        return tag in _VARIABLES and element.get(f"{TEXT}display") == "none"

    def _style(self, element: Element, family: str) -> Style:
        return self._styles.get((family, element.get(f"{TEXT}style-name", "")), PLAIN)

    # Paragraphs

    def _begin_paragraph(self, element: Element) -> None:
        style = self._style(element, "paragraph")
        kind: ParagraphKind = style.kind
        label = style.label
        if element.tag == f"{TEXT}h" and not label:
            kind = "heading"
        if kind == "body" and self._items and not label:
            kind = "list item"
        if self._contents:
            kind, label = "body", CONTENTS
        self._paragraphs.append(False)
        self.flow.begin_paragraph(kind, label)

    def _end_paragraph(self, element: Element) -> None:
        if self._paragraphs.pop():
            self._left_out["hidden text"] += 1
            self.flow.take_back(0)
        self.flow.end_paragraph(joins=bool(self._deleting))

    def _begin_span(self, element: Element) -> None:
        self._spans.append((self.flow.mark(), self.flow.tail()))

    def _end_span(self, element: Element) -> None:
        """End a span: where it is raised, the mark of a note is taken off the text again."""
        mark, before = self._spans.pop()
        if self._style(element, "text").is_raised:
            take_off_mark(self.flow, mark, before)

    def _begin_change(self, element: Element) -> None:
        if (name := element.get(f"{TEXT}change-id", "")) in self._deletions:
            self._deleting.add(name)

    def _end_change(self, element: Element) -> None:
        self._deleting.discard(element.get(f"{TEXT}change-id", ""))

    def _hide_paragraph(self, element: Element) -> None:
        if element.get(f"{TEXT}is-hidden") == "true" and self._paragraphs:
            self._paragraphs[-1] = True

    def _blanks(self, element: Element) -> None:
        number = element.get(f"{TEXT}c", "1")
        self.flow.add(" " * min(_MOST_BLANKS, int(number[:4]) if number.isdecimal() else 1))

    def _tab(self, element: Element) -> None:
        self.flow.add("\t")

    def _break(self, element: Element) -> None:
        self.flow.add(BREAK)

    # What hangs on paragraphs and what stands around them

    def _begin_note(self, element: Element) -> None:
        self.flow.begin_aside("note")

    def _begin_box(self, element: Element) -> None:
        self.flow.begin_aside()

    def _end_aside(self, element: Element) -> None:
        self.flow.end_aside()

    def _begin_item(self, element: Element) -> None:
        self._items += 1

    def _end_item(self, element: Element) -> None:
        self._items -= 1

    def _begin_contents(self, element: Element) -> None:
        self._contents += 1

    def _end_contents(self, element: Element) -> None:
        self._contents -= 1

    def _begin_table(self, element: Element) -> None:
        self.flow.begin_table()

    def _end_table(self, element: Element) -> None:
        self.flow.end_table()

    def _begin_row(self, element: Element) -> None:
        self.flow.begin_row()

    def _begin_cell(self, element: Element) -> None:
        self.flow.begin_cell()

    def _end_cell(self, element: Element) -> None:
        self.flow.end_cell(is_covered=element.tag == f"{TABLE}covered-table-cell")
        repeated = element.get(f"{TABLE}number-columns-repeated", "1")
        self.flow.skip_cells(int(repeated[:4]) - 1 if repeated.isdecimal() else 0)


_Step = Callable[[Walker, Element], None]
_PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
_CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
_CONTENTS = tuple(f"{TEXT}{name}" for name in (*_INDEXES, "alphabetical-index"))

_STARTS: dict[str, _Step] = {
    **dict.fromkeys(_PARAGRAPHS, Walker._begin_paragraph),
    f"{TEXT}span": Walker._begin_span,
    f"{TEXT}hidden-paragraph": Walker._hide_paragraph,
    f"{TEXT}change-start": Walker._begin_change,
    f"{TEXT}change-end": Walker._end_change,
    f"{TEXT}s": Walker._blanks,
    f"{TEXT}tab": Walker._tab,
    f"{TEXT}line-break": Walker._break,
    f"{TEXT}note-body": Walker._begin_note,
    **dict.fromkeys(_BOXES, Walker._begin_box),
    f"{TEXT}list-item": Walker._begin_item,
    **dict.fromkeys(_CONTENTS, Walker._begin_contents),
    f"{TABLE}table": Walker._begin_table,
    f"{TABLE}table-row": Walker._begin_row,
    **dict.fromkeys(_CELLS, Walker._begin_cell),
}
_ENDS: dict[str, _Step] = {
    **dict.fromkeys(_PARAGRAPHS, Walker._end_paragraph),
    f"{TEXT}span": Walker._end_span,
    f"{TEXT}note-body": Walker._end_aside,
    **dict.fromkeys(_BOXES, Walker._end_aside),
    f"{TEXT}list-item": Walker._end_item,
    **dict.fromkeys(_CONTENTS, Walker._end_contents),
    f"{TABLE}table": Walker._end_table,
    **dict.fromkeys(_CELLS, Walker._end_cell),
}
