"""Markdown to blocks: the marks are markup, the words are text.

markdown-it finds the blocks and says in which lines they stand; here each kind of block has a
function of its own, which says what of its lines is text. All else in those lines is markup. What
only writers of Chinese take for Markdown is read leniently: an ideographic space behind a mark, a
list that goes on within a paragraph, a row of a table without a head.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from aligner.article import Markup, ParagraphKind
from aligner.formats.html_remnants import Cleaned
from aligner.formats.markdown.inline import without_marks
from aligner.formats.passage import Block, Passage, join
from aligner.formats.text import is_heading, line_spans, mark_of, paragraphs

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_DEEPEST = 40
"""Lists and quotations inside one another; what is deeper is read line by line."""
_QUOTE = re.compile(r"(?:>[ \t]?)+")
_HEADING = re.compile(r"#{1,6}(?=[ \t\u3000])[ \t\u3000]*")
_CLOSING_MARKS = re.compile(r"[ \t]#{1,40}$")
_ITEM = re.compile(r"[-*+][ \t\u3000]+|\d{1,9}[.)][ \t\u3000]+")
_RULE = re.compile(r"(?:[-*_=][ \t]*){3,400}$")
_ROW = re.compile(r"\|.{1,20000}\|$")
_CELL = re.compile(r"(?:[^|\\]|\\.?)+", re.DOTALL)
_OUTSIDE = " \t>"
"""White space and marks of quotations, which may stand in front of a row."""
_ROW_RULE = re.compile(r"\|(?:[ \t]*:?-{1,200}:?[ \t]*\|){1,100}$")
_FENCE = re.compile(r"(?:```|~~~)[^`]{0,100}$")


@dataclass(frozen=True, slots=True)
class _Line:
    """What is text in a line, or a part of it."""

    passage: Passage
    indent: int = 0
    """Characters of white space in front of it, within its list or quotation."""


@dataclass(slots=True)
class _Page:
    """The lines of a text, and what has been read of them."""

    lines: Sequence[Passage]
    texts: Sequence[str]
    """The same lines as the parser sees them, without the white space at their end."""
    blocks: list[Block] = field(default_factory=list)
    markup: list[Markup] = field(default_factory=list)
    taken: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    """What of each line is text, by its number; a line that no block claims is not in here."""

    def claim(self, token: Token) -> range:
        """Return the numbers of the lines of a block; what is not taken of them is markup."""
        numbers = range(*token.map) if token.map else range(0)
        for number in numbers:
            self.taken[number] = []
        return numbers

    def take(self, number: int, start: int, stop: int, indent: int = 0) -> Iterator[_Line]:
        """Take a part of a line for text, if there is anything in it."""
        part = self.lines[number].cut(start, stop).strip() if start < stop else None
        if part and part.text:
            self.taken[number].append((start, stop))
            yield _Line(part, indent)

    def take_ends(self, numbers: range, content: str, kind: ParagraphKind) -> list[_Line]:
        """Take the lines of a text, each of which is the end of one of the page."""
        found: list[_Line] = []
        for number, text in zip(numbers, content.split("\n"), strict=False):
            stop = len(self.texts[number])
            start = stop - len(text.strip())
            indent = len(text) - len(text.lstrip())
            if not found and kind != "list item":  # white space in front was trimmed off
                before = self.texts[number][:start]
                indent = len(before) - len(before.rstrip())
            found += self.take(number, start, stop, indent)
        return found


def blocks_of(cleaned: Cleaned) -> tuple[list[Block], list[Markup]]:
    """Return the blocks of a Markdown text, and its marks."""
    passage = cleaned.passage
    lines = [passage.cut(start, stop) for start, stop in line_spans(passage.text)]
    texts = [_as_parsed(line.text) for line in lines]
    page = _Page(lines, texts)
    _walk(page, _parser().parse("\n".join(texts)))
    _read_unclaimed(page)
    page.markup += _untaken(page)
    page.blocks.sort(key=lambda block: block.passage.start)
    return page.blocks, page.markup


@cache
def _parser() -> MarkdownIt:
    """Return a parser of blocks that takes neither indented text for code nor links away."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table")
    parser.core.ruler.enableOnly(["block"])
    return parser.disable(["code", "html_block", "reference"])


def _as_parsed(line: str) -> str:
    """Return a line as the parser is to see it: ended by its last character that shows."""
    return line.rstrip().replace("\0", "\ufffd")


def _walk(page: _Page, tokens: Sequence[Token]) -> None:
    kind: ParagraphKind = "body"
    for place, token in enumerate(tokens):
        if token.type == "list_item_open":
            kind = "list item"
        elif token.type == "list_item_close":
            kind = "body"
        elif read := _READERS.get(token.type):
            content = tokens[place + 1].content if token.nesting == 1 else token.content
            read(page, token, content, kind)
            kind = "body"  # only the first block of an item is the item


def _read_paragraph(page: _Page, token: Token, content: str, kind: ParagraphKind) -> None:
    _put_lines(page, page.take_ends(page.claim(token), content, kind), kind)


def _read_heading(page: _Page, token: Token, content: str, kind: ParagraphKind) -> None:
    numbers = page.claim(token)
    if token.markup in ("-", "="):
        lines = page.take_ends(numbers, content, kind)
        # A rule right below a paragraph underlines it, too; nobody means that.
        _put(page, "heading" if len(lines) == 1 else kind, lines)
        return
    text = page.texts[numbers[0]]
    content = content.strip()
    start = text.find(content, text.index("#") + len(token.markup))
    _put(page, "heading", list(page.take(numbers[0], start, start + len(content))))


def _read_fence(page: _Page, token: Token, content: str, kind: ParagraphKind) -> None:
    numbers = page.claim(token)[1:]
    group: list[_Line] = []
    for number, text in zip(numbers, [*content.split("\n"), ""], strict=False):
        stop = len(page.texts[number])
        indent = len(text) - len(text.lstrip())
        lines = list(page.take(number, stop - len(text.strip()), stop, indent))
        if not lines:
            _put(page, kind, group, is_literal=True)
            group = []
        group += lines
    _put(page, kind, group, is_literal=True)


def _read_rule(page: _Page, token: Token, content: str, kind: ParagraphKind) -> None:
    page.claim(token)


def _read_table(page: _Page, token: Token, content: str, kind: ParagraphKind) -> None:
    """Read the cells of a table; a line below it without a bar in front is no row of it."""
    head, _, *rows = page.claim(token)
    has_bar = page.texts[head].lstrip(_OUTSIDE).startswith("|")
    for number in (head, *rows):
        text = page.texts[number]
        row = text.lstrip(_OUTSIDE)
        if has_bar and not row.startswith("|"):
            del page.taken[number]
            continue
        for cell in _CELL.finditer(text, len(text) - len(row)):
            for line in page.take(number, *cell.span()):
                _put(page, kind, [line])


_Reader = Callable[[_Page, "Token", str, ParagraphKind], None]
_READERS: dict[str, _Reader] = {
    "paragraph_open": _read_paragraph,
    "heading_open": _read_heading,
    "fence": _read_fence,
    "hr": _read_rule,
    "table_open": _read_table,
}


def _read_unclaimed(page: _Page) -> None:
    """Read as paragraphs what the parser leaves out: what is nested too deeply, empty items."""
    group: list[_Line] = []
    for number, line in enumerate([*page.lines, Passage("", (), ())]):
        bare = line.strip() if number not in page.taken else Passage("", (), ())
        if not bare.text:
            _put_lines(page, group, "body")
            group = []
        elif (rest := _after(bare, _QUOTE, page.markup)).text:
            group.append(_Line(rest))


def _untaken(page: _Page) -> Iterator[Markup]:
    """Yield what the blocks have claimed and not taken."""
    for number, spans in page.taken.items():
        line, done = page.lines[number], 0
        for start, stop in [*spans, (len(line.text), len(line.text))]:
            bare = line.text[done:start].lstrip()
            if bare:
                yield mark_of(line, start - len(bare), start)
            done = stop


def _put_lines(page: _Page, lines: Sequence[_Line], kind: ParagraphKind) -> None:
    """Add the lines of a paragraph, leniently divided into headings, items, rows and the rest."""
    run: list[_Line] = []
    for line in lines:
        passage = line.passage
        is_rule = any(rule.match(passage.text) for rule in (_RULE, _FENCE, _ROW_RULE))
        is_row = not is_rule and _ROW.match(passage.text)
        opener = _opener(passage.text)
        if is_rule or is_row or opener:
            _put(page, kind, run)
            run, kind = [], "body"
        if is_rule:
            page.markup.append(mark_of(passage, 0, len(passage.text)))
        elif is_row:
            for cell in _cells(passage, page.markup):
                _put(page, "body", [_Line(cell)])
        elif opener == "heading":
            _put(page, "heading", [_Line(_heading_text(passage, page.markup))])
        elif opener:
            run, kind = [_Line(_after(passage, _ITEM, page.markup))], "list item"
        else:
            run.append(line)
    _put(page, kind, run)


def _opener(text: str) -> ParagraphKind | None:
    """Return what a line within a paragraph begins, if anything."""
    if _HEADING.match(text):
        return "heading"
    return "list item" if _ITEM.match(text) else None


def _put(
    page: _Page, kind: ParagraphKind, lines: Sequence[_Line], *, is_literal: bool = False
) -> None:
    """Add the blocks that lines make, with what is inside them; a heading is one block."""
    bare = [
        (passage, line.indent)
        for line in lines
        if (
            passage := line.passage if is_literal else without_marks(line.passage, page.markup)
        ).text
    ]
    if not bare:
        return
    passages, indents = zip(*bare, strict=True)
    if kind == "heading":
        page.blocks.append(Block(join(passages, [" "] * (len(passages) - 1)), kind))
        return
    for passage in paragraphs(passages, indents, wrapped=None if is_literal else True):
        short = kind == "body" and is_heading(passage.text)
        page.blocks.append(Block(passage, "heading" if short else kind))


def _heading_text(passage: Passage, markup: list[Markup]) -> Passage:
    passage = _after(passage, _HEADING, markup)
    closing = _CLOSING_MARKS.search(passage.text, max(0, len(passage.text) - 42))
    if not closing:
        return passage
    markup.append(mark_of(passage, closing.start(), closing.end()))
    return passage.cut(0, closing.start()).strip()


def _cells(passage: Passage, markup: list[Markup]) -> Iterator[Passage]:
    """Yield the cells of a row, the bars between them taken off."""
    done = 0
    for cell in [*_CELL.finditer(passage.text), None]:
        start, stop = cell.span() if cell else (len(passage.text), len(passage.text))
        if done < start:
            markup.append(mark_of(passage, done, start))
        if cell and not cell[0].isspace():
            yield passage.cut(start, stop).strip()
        done = stop


def _after(passage: Passage, mark: re.Pattern[str], markup: list[Markup]) -> Passage:
    found = mark.match(passage.text)
    if not found:
        return passage
    markup.append(mark_of(passage, 0, found.end()))
    return passage.cut(found.end(), len(passage.text)).strip()
