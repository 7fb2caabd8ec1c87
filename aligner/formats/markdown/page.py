"""A Markdown text while it is read: its lines, what of them is text, and the blocks so far."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aligner.article import Markup, ParagraphKind
from aligner.formats.code import LABEL as CODE
from aligner.formats.markdown.inline import is_badges, without_box, without_marks
from aligner.formats.passage import Block, Passage, join
from aligner.formats.text import is_heading, mark_of, paragraphs

if TYPE_CHECKING:
    from markdown_it.token import Token

_NOTE = re.compile(r"[ \t>]*(?P<mark>\[\^[^\[\]\s]{1,60}\]:[ \t]*)(?=\S)")
_CODE_CELL = re.compile(r"(`{1,2})[^`]{1,300}\1$")


@dataclass(frozen=True, slots=True)
class Line:
    """What is text in a line, or a part of it."""

    passage: Passage
    indent: int = 0
    """Characters of white space in front of it, within its list or quotation."""


@dataclass(slots=True)
class Page:
    """The lines of a text, and what has been read of them."""

    lines: Sequence[Passage]
    texts: Sequence[str]
    """The same lines as the parser sees them, without the white space at their end."""
    blocks: list[Block] = field(default_factory=list)
    markup: list[Markup] = field(default_factory=list)
    taken: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    """What of each line is text, by its number; a line that no block claims is not in here."""
    labels: set[str] = field(default_factory=set)
    """Labels of the addresses that are given apart, for references to name."""

    def claim(self, token: Token) -> range:
        """Return the numbers of the lines of a block; what is not taken of them is markup."""
        numbers = range(*token.map) if token.map else range(0)
        for number in numbers:
            self.taken[number] = []
        return numbers

    def take(self, number: int, start: int, stop: int, indent: int = 0) -> Iterator[Line]:
        """Take a part of a line for text, if there is anything in it."""
        part = self.lines[number].cut(start, stop).strip() if start < stop else None
        if part and part.text:
            self.taken[number].append((start, stop))
            yield Line(part, indent)

    def take_ends(self, numbers: range, content: str, kind: ParagraphKind) -> list[Line]:
        """Take the lines of a text, each of which is the end of one of the page."""
        found: list[Line] = []
        for number, text in zip(numbers, content.split("\n"), strict=False):
            stop = len(self.texts[number])
            start = stop - len(text.strip())
            indent = len(text) - len(text.lstrip())
            if not found and kind != "list item":  # white space in front was trimmed off
                before = self.texts[number][:start]
                indent = len(before) - len(before.rstrip())
            found += self.take(number, start, stop, indent)
        return found


def put(
    page: Page, kind: ParagraphKind, lines: Sequence[Line], *, is_literal: bool = False
) -> None:
    """Add the blocks that lines make, with what is inside them; a heading is one block."""
    bare: list[tuple[Passage, int]] = []
    for line in lines:
        passage = line.passage
        if is_badges(passage.text):
            _keep_badges(page, passage)
            continue
        if not is_literal:
            passage = _bare(page, passage, kind)
        if passage.text:
            bare.append((passage, line.indent))
    if not bare:
        return
    passages, indents = zip(*bare, strict=True)
    if kind == "heading":
        page.blocks.append(Block(join(passages, [" "] * (len(passages) - 1)), kind))
        return
    for passage in paragraphs(passages, indents, wrapped=None if is_literal else True):
        short = kind == "body" and is_heading(passage.text)
        page.blocks.append(Block(passage, "heading" if short else kind))


def _bare(page: Page, passage: Passage, kind: ParagraphKind) -> Passage:
    """Return a line without the marks inside it."""
    if note := _NOTE.match(passage.text):
        page.markup.append(mark_of(passage, 0, note.end("mark")))
        passage = passage.cut(note.end("mark"), len(passage.text)).strip()
    if kind == "list item":
        passage = without_box(passage, page.markup)
    return without_marks(passage, page.markup, page.labels)


def _keep_badges(page: Page, passage: Passage) -> None:
    """Keep a row of badges apart; their addresses are markup."""
    words = without_marks(passage, page.markup, page.labels)
    if words.text:
        page.blocks.append(Block(words, label="navigation"))


def put_cell(page: Page, kind: ParagraphKind, line: Line) -> None:
    """Add a cell; one that is code as a whole names something that has the name everywhere."""
    if _CODE_CELL.match(line.passage.text):
        page.blocks.append(Block(line.passage, label=CODE))
    else:
        put(page, kind, [line])


def keep_code(page: Page, code: Passage, lines: range) -> None:
    """Keep a block of code apart, its fences with it."""
    for number in lines:
        page.taken[number] = [(0, len(page.lines[number].text))]
    if code.text:
        page.blocks.append(Block(code, label=CODE))
