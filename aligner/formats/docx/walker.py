"""A part of a Word document, element by element, into a flow: what Word shows, changes accepted.

Insertions and what was moved here are text; deletions, what was moved away, hidden text, comments,
codes of fields and the readings of ruby are not. The tree is walked without recursion; a note is
read where its mark stands. Only `w:t` is text: formulas have elements of that name too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from xml.etree.ElementTree import Element

from aligner.formats.documents import BREAK, CONTENTS, Flow, symbol
from aligner.formats.docx.fields import Fields
from aligner.formats.docx.parts import W
from aligner.formats.docx.runs import Run, is_hidden
from aligner.formats.docx.styles import PLAIN, Style, is_listed, is_on, outline_kind, value

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_CHOICES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_FORMULA = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
_GRAPHIC = "{http://schemas.openxmlformats.org/drawingml/2006/main}graphicData"
_PROPERTIES = "pPr rPr tblPr tblGrid tcPr trPr sectPr sdtPr sdtEndPr rubyPr ffData"
_NO_TEXT = "rt delText delInstrText moveFrom del comment fldData numPicBullet docPartBody"
_SKIPPED = frozenset(f"{W}{name}" for name in f"{_PROPERTIES} {_NO_TEXT}".split())
_PRIVATE = re.compile("[\uf020-\uf0ff]")
"""Characters of symbol fonts, which Word may write as text."""
_MENDS = str.maketrans({"\u00ad": None, "\n": " ", "\r": " ", "\t": " "})
"""Soft hyphens vanish, and a line end in the file is a blank."""

Notes = Mapping[tuple[str, str], Element]
"""Footnotes and endnotes, by the element that refers to them and their id."""


class Walker:
    """Reads one part after another; notes are those of all parts, each read once."""

    def __init__(self, styles: Mapping[str, Style], notes: Notes, left_out: Counter[str]) -> None:
        self.flow = Flow()
        self._styles = styles
        self._notes = dict(notes)
        self._left_out = left_out
        self._fields = Fields(Element("none"), self.flow)
        self._contents = 0
        self._paragraphs = 0
        self._open: list[tuple[int, Style, bool]] = []
        """Of the paragraphs that are open: number, style, whether the end was deleted."""
        self._runs: list[Run] = []

    def walk(self, root: Element) -> None:
        """Read a part."""
        self._fields = Fields(root, self.flow)
        pending: list[tuple[Element, bool]] = [(root, True)]
        while pending:
            element, is_start = pending.pop()
            if not is_start:
                _ENDS[element.tag](self, element)
                continue
            start = _STARTS.get(element.tag)
            inner = start(self, element) if start else self._others(element)
            if inner is None:
                continue
            if element.tag in _ENDS:
                pending.append((element, False))
            pending += [(child, True) for child in reversed(list(inner))]

    def _others(self, element: Element) -> Iterable[Element] | None:
        return None if element.tag in _SKIPPED else element

    # Paragraphs and runs

    def _paragraph(self, element: Element) -> Iterable[Element]:
        properties = element.find(f"{W}pPr")
        style = PLAIN
        if properties is not None:
            style = self._styles.get(value(properties.find(f"{W}pStyle")), PLAIN)
        kind, label = style.kind, style.label
        if not label:
            listed = is_listed(properties)
            kind = outline_kind(properties) or kind
            if kind == "body" and listed:
                kind = "list item"
            elif kind == "list item" and listed is False:
                kind = "body"
        if self._contents or self._fields.contents:
            kind, label = "body", CONTENTS
        self._paragraphs += 1
        self._open.append((self._paragraphs, style, _end_is_deleted(properties)))
        self.flow.begin_paragraph(kind, label)
        return element

    def _end_paragraph(self, element: Element) -> None:
        _, _, joins = self._open.pop()
        self.flow.end_paragraph(joins=joins)

    def _run(self, element: Element) -> Iterable[Element] | None:
        around = self._open[-1][1] if self._open else PLAIN
        properties = element.find(f"{W}rPr")
        own = PLAIN
        if properties is not None:
            own = self._styles.get(value(properties.find(f"{W}rStyle")), PLAIN)
        if is_hidden(properties, own, around):
            self._left_out["hidden text"] += any(text.text for text in element.iter(f"{W}t"))
            for mark in element.iter(f"{W}fldChar"):
                self._field_mark(mark)
            return None
        self._runs.append(Run(element, properties, own, self.flow))
        return element

    def _end_run(self, element: Element) -> None:
        self._runs.pop().end()

    # What stands in a run

    def _text(self, element: Element) -> None:
        text = element.text or ""
        if element.get(_SPACE) != "preserve":
            text = text.strip(" \t\r\n")
        if self._runs and _PRIVATE.search(text):
            font = self._runs[-1].font
            text = _PRIVATE.sub(lambda found: symbol(font, ord(found[0])), text)
        self.flow.add(text.translate(_MENDS))

    def _blank(self, element: Element) -> None:
        self.flow.add("\t")

    def _break(self, element: Element) -> None:
        self.flow.add(BREAK)

    def _hyphen(self, element: Element) -> None:
        self.flow.add("-")

    def _symbol(self, element: Element) -> None:
        code = value(element, "char")
        try:
            self.flow.add(symbol(value(element, "font"), int(code[:8], 16)))
        except ValueError:
            return

    def _field_mark(self, element: Element) -> None:
        number = self._open[-1][0] if self._open else 0
        self._fields.take(element, number)
        if self._fields.contents:
            self.flow.relabel(CONTENTS)

    def _field_code(self, element: Element) -> None:
        self._fields.add_code(element.text or "")

    def _note(self, element: Element) -> Iterable[Element] | None:
        """Read a note as if it stood here."""
        note = self._notes.pop((element.tag, value(element, "id")), None)
        self.flow.begin_aside("note")
        return () if note is None else note

    def _box(self, element: Element) -> Iterable[Element]:
        self.flow.begin_aside()
        return element

    def _end_aside(self, element: Element) -> None:
        self.flow.end_aside()

    def _comment(self, element: Element) -> Iterable[Element] | None:
        """Read a comment as a note, where those are asked for; otherwise count it."""
        if (element.tag, value(element, "id")) in self._notes:
            return self._note(element)
        self._left_out["comment"] += 1
        return None

    def _formula(self, element: Element) -> None:
        self._left_out["formula"] += 1

    def _graphic(self, element: Element) -> Iterable[Element]:
        """Count what has its text in a part of its own, which is not read."""
        kind = element.get("uri", "").rpartition("/")[2]
        self._left_out[kind] += kind in ("chart", "diagram")
        return element

    def _embedded(self, element: Element) -> None:
        self._left_out["embedded document"] += 1

    def _deleted(self, element: Element) -> None:
        self._left_out["deletion"] += any(text.text for text in element.iter(f"{W}delText"))

    # What stands around paragraphs

    def _control(self, element: Element) -> Iterable[Element]:
        self._contents += _is_contents(element)
        return element

    def _end_control(self, element: Element) -> None:
        self._contents -= _is_contents(element)

    def _choices(self, element: Element) -> Iterable[Element]:
        """Return the first of several forms of the same that holds text."""
        forms = list(element)
        return next(([form] for form in forms if form.find(f".//{W}t") is not None), forms[:1])

    def _table(self, element: Element) -> Iterable[Element]:
        self.flow.begin_table()
        return element

    def _end_table(self, element: Element) -> None:
        self.flow.end_table()

    def _row(self, element: Element) -> Iterable[Element] | None:
        properties = element.find(f"{W}trPr")
        if properties is not None and properties.find(f"{W}del") is not None:
            self._left_out["deletion"] += 1
            return None
        if properties is not None and properties.find(f"{W}hidden") is not None:
            self._left_out["hidden text"] += 1
            return None
        self.flow.begin_row()
        if properties is not None:
            self.flow.skip_cells(_number(value(properties.find(f"{W}gridBefore"))))
        return element

    def _cell(self, element: Element) -> Iterable[Element] | None:
        if element.find(f"{W}tcPr/{W}cellDel") is not None:
            self._left_out["deletion"] += 1
            return None
        self.flow.begin_cell()
        return element

    def _end_cell(self, element: Element) -> None:
        span = value(element.find(f"{W}tcPr/{W}gridSpan"))
        self.flow.end_cell(max(1, _number(span)), is_covered=_is_covered(element))


def _end_is_deleted(properties: Element | None) -> bool:
    """Whether the end of a paragraph was deleted, moved away or hidden."""
    mark = properties.find(f"{W}rPr") if properties is not None else None
    if mark is None:
        return False
    if mark.find(f"{W}del") is not None or mark.find(f"{W}moveFrom") is not None:
        return True
    hidden = mark.find(f"{W}vanish")
    return hidden is not None and is_on(hidden)


def _is_contents(control: Element) -> bool:
    gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return value(gallery) == "Table of Contents"


def _is_covered(cell: Element) -> bool:
    """Whether a cell goes on from the one above or beside it, which holds the text of both."""
    merges = (cell.find(f"{W}tcPr/{W}{name}") for name in ("vMerge", "hMerge"))
    return any(merge is not None and value(merge) != "restart" for merge in merges)


def _number(text: str) -> int:
    return int(text[:4]) if text.isdecimal() else 0


_STARTS: dict[str, Callable[[Walker, Element], Iterable[Element] | None]] = {
    f"{W}p": Walker._paragraph,
    f"{W}r": Walker._run,
    f"{W}t": Walker._text,
    **dict.fromkeys((f"{W}tab", f"{W}ptab"), Walker._blank),
    **dict.fromkeys((f"{W}br", f"{W}cr"), Walker._break),
    f"{W}noBreakHyphen": Walker._hyphen,
    f"{W}sym": Walker._symbol,
    f"{W}fldChar": Walker._field_mark,
    f"{W}instrText": Walker._field_code,
    **dict.fromkeys((f"{W}footnoteReference", f"{W}endnoteReference"), Walker._note),
    f"{W}commentReference": Walker._comment,
    _FORMULA: Walker._formula,
    _GRAPHIC: Walker._graphic,
    f"{W}altChunk": Walker._embedded,
    f"{W}del": Walker._deleted,
    f"{W}txbxContent": Walker._box,
    f"{W}sdt": Walker._control,
    _CHOICES: Walker._choices,
    f"{W}tbl": Walker._table,
    f"{W}tr": Walker._row,
    f"{W}tc": Walker._cell,
}
"""What is done where an element begins, and what of it is visited; None to pass it over."""

_ENDS: dict[str, Callable[[Walker, Element], None]] = {
    f"{W}p": Walker._end_paragraph,
    f"{W}r": Walker._end_run,
    **dict.fromkeys((f"{W}footnoteReference", f"{W}endnoteReference"), Walker._end_aside),
    f"{W}commentReference": Walker._end_aside,
    f"{W}txbxContent": Walker._end_aside,
    f"{W}sdt": Walker._end_control,
    f"{W}tbl": Walker._end_table,
    f"{W}tc": Walker._end_cell,
}
"""What is done where an element that was not passed over ends."""
