"""The text of a document in the order in which a reader of it meets it, while it is read.

A flow takes in paragraphs, cells and what hangs on a paragraph (notes, text boxes), which comes
after it. Nothing here knows a file format. Invariant: text that was added is in exactly one line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from aligner.article import ParagraphKind
from aligner.formats.text import ends_sentence
from aligner.script import is_han, language_of

BREAK = "\n"
"""A line end within a paragraph, where a reader adds it to the text."""
_BLANKS = re.compile("[\t\r\x0b\x0c\x1c-\x1f\x85]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
_BREAKS = re.compile("[\n\u2028\u2029]")
_MOST_COLUMNS = 256
"""Cells of a row; a file may say that one stands for a million."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph."""

    text: str
    kind: ParagraphKind = "body"
    label: str = ""
    """Why it is no text of the article, where the document says so."""


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a table, each with its cells."""

    rows: list[list[list[Item]]] = field(default_factory=list)
    is_sheet: bool = False
    """Whether it is a sheet of a workbook: what stands above its heads in one language names it."""


Item = Line | Table


@dataclass(slots=True)
class _Paragraph:
    kind: ParagraphKind
    label: str
    parts: list[str] = field(default_factory=list)
    after: list[Item] = field(default_factory=list)
    """Notes and text boxes that hang on it."""


@dataclass(slots=True)
class _Room:
    """A body, a cell, a note or a text box: whatever holds paragraphs."""

    items: list[Item] = field(default_factory=list)
    paragraph: _Paragraph | None = None
    joined: _Paragraph | None = None
    """Paragraphs whose end was deleted, so that the next goes on from them."""
    kind: ParagraphKind | None = None
    """That of all paragraphs in it, where it gives them one."""
    label: str = ""
    tables: list[Table] = field(default_factory=list)
    """Those that are open, without their end."""


class Flow:
    """What has been read of a document so far."""

    def __init__(self, label: str = "") -> None:
        """Begin an empty flow; `label` is that of all its lines, for running heads and the like."""
        self._rooms = [_Room(label=label)]

    @property
    def is_in_note(self) -> bool:
        """Whether text would now be added to a note."""
        return self._rooms[-1].kind == "note"

    @property
    def is_in_paragraph(self) -> bool:
        """Whether a paragraph is open where text would now be added."""
        return self._rooms[-1].paragraph is not None

    def begin_paragraph(self, kind: ParagraphKind = "body", label: str = "") -> None:
        """Begin a paragraph; one that is still open ends."""
        room = self._rooms[-1]
        if room.paragraph is not None:
            self.end_paragraph()
        room.paragraph = _Paragraph(room.kind or kind, room.label or label)
        if room.joined is not None:
            room.paragraph.parts += room.joined.parts
            room.paragraph.after += room.joined.after
            room.joined = None

    def add(self, text: str) -> None:
        """Add text to the paragraph that is open, or to a new one."""
        if not text:
            return
        room = self._rooms[-1]
        if room.paragraph is None:
            self.begin_paragraph()
        assert room.paragraph is not None
        room.paragraph.parts.append(text)

    def relabel(self, label: str) -> None:
        """Give the open paragraph a label that only what stands in it tells."""
        paragraph = self._rooms[-1].paragraph
        if paragraph is not None:
            paragraph.kind, paragraph.label = "body", label

    def mark(self) -> int:
        """Return the place up to which the open paragraph is written, for `take_back`."""
        paragraph = self._rooms[-1].paragraph
        return len(paragraph.parts) if paragraph else 0

    def take_back(self, mark: int) -> str:
        """Take off what the open paragraph got since a mark, and return it."""
        paragraph = self._rooms[-1].paragraph
        if paragraph is None:
            return ""
        taken = "".join(paragraph.parts[mark:])
        del paragraph.parts[mark:]
        return taken

    def tail(self) -> str:
        """Return how the open paragraph ends, in a few characters."""
        paragraph = self._rooms[-1].paragraph
        return "".join(paragraph.parts[-4:])[-8:] if paragraph else ""

    def end_paragraph(self, *, joins: bool = False) -> None:
        """End the open paragraph; with `joins` its end was deleted, and the next goes on."""
        room = self._rooms[-1]
        paragraph, room.paragraph = room.paragraph, None
        if paragraph is None:
            return
        if joins:
            room.joined = paragraph
            return
        _put(paragraph, room.items)

    def begin_aside(self, kind: ParagraphKind | None = None) -> None:
        """Begin a note or a text box, which follows the paragraph it hangs on."""
        above = self._rooms[-1]
        self._rooms.append(_Room(kind=kind or above.kind, label=above.label))

    def end_aside(self) -> None:
        """End the note or text box."""
        items = self._close()
        room = self._rooms[-1]
        (room.paragraph.after if room.paragraph else room.items).extend(items)

    def begin_table(self) -> None:
        """Begin a table, which ends the paragraph before it."""
        self.end_paragraph()
        room = self._rooms[-1]
        _settle(room)
        room.tables.append(Table())

    def begin_row(self) -> None:
        """Begin a row of the open table."""
        self._rooms[-1].tables[-1].rows.append([])

    def begin_cell(self) -> None:
        """Begin a cell of the open row."""
        above = self._rooms[-1]
        self._rooms.append(_Room(kind=above.kind, label=above.label))

    def end_cell(self, span: int = 1, *, is_covered: bool = False) -> None:
        """End the cell, over `span` columns; one that another covers counts as empty."""
        items = self._close()
        row = self._rooms[-1].tables[-1].rows[-1]
        if len(row) < _MOST_COLUMNS:
            row.append([] if is_covered else items)
            self.skip_cells(span - 1)
        elif not is_covered:
            row[-1].extend(items)

    def skip_cells(self, number: int) -> None:
        """Leave empty cells in the open row."""
        row = self._rooms[-1].tables[-1].rows[-1]
        row += [[] for _ in range(min(number, _MOST_COLUMNS - len(row)))]

    def end_table(self) -> None:
        """End the open table."""
        room = self._rooms[-1]
        table = room.tables.pop()
        if any(cell for row in table.rows for cell in row):
            room.items.append(table)

    def close(self) -> list[Item]:
        """End the flow and return all of it, in order."""
        return self._close()

    def _close(self) -> list[Item]:
        self.end_paragraph()
        room = self._rooms.pop()
        room.items += reversed(room.tables)
        _settle(room)
        return room.items


def lines_of(items: list[Item]) -> list[Line]:
    """Return the lines of a cell, those of tables in it cell by cell."""
    found: list[Line] = []
    pending = list(reversed(items))
    while pending:
        item = pending.pop()
        if isinstance(item, Line):
            found.append(item)
        else:
            cells = [inner for row in item.rows for cell in row for inner in cell]
            pending += reversed(cells)
    return found


def _settle(room: _Room) -> None:
    """Put down a paragraph that nothing follows which it could go on in."""
    if room.joined is not None:
        _put(room.joined, room.items)
        room.joined = None


def _put(paragraph: _Paragraph, items: list[Item]) -> None:
    line = Line("", paragraph.kind, paragraph.label)
    items += [replace(line, text=text) for text in _parted("".join(paragraph.parts))]
    items += paragraph.after


def _parted(text: str) -> list[str]:
    """Divide a paragraph at the line ends that end a text, and close the others.

    A line end is where one language takes over from the other, or after the end of a sentence;
    within a sentence it is only a question of the width of the page.
    """
    found: list[list[str]] = []
    last = ""
    for part in _BREAKS.split(text):
        if not (line := _CONTROLS.sub("", _BLANKS.sub(" ", part)).strip()):
            continue
        if last and not _is_end(last, line):
            found[-1] += ["" if is_han(last[-1]) or is_han(line[0]) else " ", line]
        else:
            found.append([line])
        last = line
    return ["".join(parts) for parts in found]


def _is_end(before: str, after: str) -> bool:
    if ends_sentence(before):
        return True
    languages = {language_of(before[-400:]), language_of(after[:400])}
    return languages == {"zh", "en"}
