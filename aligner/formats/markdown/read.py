"""Markdown to blocks: the marks are markup, the words are text.

markdown-it finds the blocks and says in which lines they stand; here each kind of block has a
function of its own, which says what of its lines is text. All else in those lines is markup. What
only writers of Chinese take for Markdown is read leniently: an ideographic space behind a mark, a
list that goes on within a paragraph, a row of a table without a head. What only some writers of
documentation know (front matter, containers, notes) is found line by line, before the parser.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from aligner.article import Markup, ParagraphKind
from aligner.formats.code import fenced, looks_like_code
from aligner.formats.html_remnants import Cleaned
from aligner.formats.markdown.marked_lines import read_front_matter, read_marked_lines
from aligner.formats.markdown.page import Line, Page, keep_code, put, put_cell
from aligner.formats.passage import Block, Passage, join
from aligner.formats.text import line_spans, mark_of

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
_CODE_SPAN = re.compile(r"(?<!`)(`{1,2})(?!`)[^`\n\r]{1,500}\1(?!`)")
_OUTSIDE = " \t>"
"""White space and marks of quotations, which may stand in front of a row."""
_ROW_RULE = re.compile(r"\|(?:[ \t]*:?-{1,200}:?[ \t]*\|){1,100}$")
_FENCE = re.compile(r"(?:```|~~~)[^`]{0,100}$")
_INDENTED = re.compile(r"[ \t>]*(?:\t| {4})[ \t]*\S")


def blocks_of(cleaned: Cleaned) -> tuple[list[Block], list[Markup]]:
    """Return the blocks of a Markdown text, and its marks."""
    passage = cleaned.passage
    spans = list(line_spans(passage.text))
    page = Page([passage.cut(*span) for span in spans], [])
    page.texts = [_as_parsed(line.text) for line in page.lines]
    begin = read_front_matter(page)
    code = fenced(page.texts)
    hidden = read_marked_lines(page, begin, code)
    code += _indented_code(page, hidden)
    hidden.update(number for lines in code for number in lines)
    for lines in code:
        keep_code(page, passage.cut(spans[lines[0]][0], spans[lines[-1]][1]).strip(), lines)
    shown = ["" if number in hidden else text for number, text in enumerate(page.texts)]
    _walk(page, _parser().parse("\n".join(shown)))
    _read_unclaimed(page)
    page.markup += _untaken(page)
    page.blocks.sort(key=lambda block: block.passage.start)
    return page.blocks, page.markup


def literal_spans(text: str) -> list[tuple[int, int]]:
    """Return the ranges of a text that are code, in which a tag is an example and no remnant."""
    spans = list(line_spans(text))
    blocks = fenced([text[start:stop] for start, stop in spans])
    found = [(spans[lines[0]][0], spans[lines[-1]][1]) for lines in blocks]
    found += (match.span() for match in _CODE_SPAN.finditer(text))
    found.sort()
    kept: list[tuple[int, int]] = []
    for start, stop in found:
        if not kept or start >= kept[-1][1]:
            kept.append((start, stop))
    return kept


@cache
def _parser(*, indented_code: bool = False) -> MarkdownIt:
    """Return a parser of blocks that takes no links away, and indented text for code on request."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table")
    parser.core.ruler.enableOnly(["block"])
    return parser.disable(["html_block", "reference", *([] if indented_code else ["code"])])


def _indented_code(page: Page, hidden: set[int]) -> list[range]:
    """Return the lines of code that nothing but white space in front of them marks."""
    if not any(_INDENTED.match(text) for text in page.texts):
        return []
    shown = ["" if number in hidden else text for number, text in enumerate(page.texts)]
    found: list[range] = []
    for token in _parser(indented_code=True).parse("\n".join(shown)):
        if token.type == "code_block" and token.map:
            start, stop = token.map
            while stop > start and not shown[stop - 1].strip():
                stop -= 1
            if looks_like_code(shown[start:stop]):
                found.append(range(start, stop))
    return found


def _as_parsed(line: str) -> str:
    """Return a line as the parser is to see it: ended by its last character that shows."""
    return line.rstrip().replace("\0", "\ufffd")


def _walk(page: Page, tokens: Sequence[Token]) -> None:
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


def _read_paragraph(page: Page, token: Token, content: str, kind: ParagraphKind) -> None:
    _put_lines(page, page.take_ends(page.claim(token), content, kind), kind)


def _read_heading(page: Page, token: Token, content: str, kind: ParagraphKind) -> None:
    numbers = page.claim(token)
    if token.markup in ("-", "="):
        lines = page.take_ends(numbers, content, kind)
        # A rule right below a paragraph underlines it, too; nobody means that.
        put(page, "heading" if len(lines) == 1 else kind, lines)
        return
    text = page.texts[numbers[0]]
    content = content.strip()
    start = text.find(content, text.index("#") + len(token.markup))
    put(page, "heading", list(page.take(numbers[0], start, start + len(content))))


def _read_fence(page: Page, token: Token, content: str, kind: ParagraphKind) -> None:
    """Read a fence that nothing closes; it may be a mere line."""
    numbers = page.claim(token)[1:]
    if numbers and looks_like_code(content.split("\n")):
        rows = [page.lines[number] for number in numbers if page.lines[number].text]
        keep_code(page, join(rows, ["\n"] * (len(rows) - 1)).strip(), numbers)
        return
    group: list[Line] = []
    for number, text in zip(numbers, [*content.split("\n"), ""], strict=False):
        stop = len(page.texts[number])
        indent = len(text) - len(text.lstrip())
        lines = list(page.take(number, stop - len(text.strip()), stop, indent))
        if not lines:
            put(page, kind, group, is_literal=True)
            group = []
        group += lines
    put(page, kind, group, is_literal=True)


def _read_rule(page: Page, token: Token, content: str, kind: ParagraphKind) -> None:
    page.claim(token)


def _read_table(page: Page, token: Token, content: str, kind: ParagraphKind) -> None:
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
                put_cell(page, kind, line)


_Reader = Callable[[Page, "Token", str, ParagraphKind], None]
_READERS: dict[str, _Reader] = {
    "paragraph_open": _read_paragraph,
    "heading_open": _read_heading,
    "fence": _read_fence,
    "hr": _read_rule,
    "table_open": _read_table,
}


def _read_unclaimed(page: Page) -> None:
    """Read as paragraphs what the parser leaves out: what is nested too deeply, empty items."""
    group: list[Line] = []
    for number, line in enumerate([*page.lines, Passage("", (), ())]):
        bare = line.strip() if number not in page.taken else Passage("", (), ())
        if not bare.text:
            _put_lines(page, group, "body")
            group = []
        elif (rest := _after(bare, _QUOTE, page.markup)).text:
            group.append(Line(rest))


def _untaken(page: Page) -> Iterator[Markup]:
    """Yield what the blocks have claimed and not taken."""
    for number, spans in page.taken.items():
        line, done = page.lines[number], 0
        for start, stop in [*spans, (len(line.text), len(line.text))]:
            bare = line.text[done:start].lstrip()
            if bare:
                yield mark_of(line, start - len(bare), start)
            done = stop


def _put_lines(page: Page, lines: Sequence[Line], kind: ParagraphKind) -> None:
    """Add the lines of a paragraph, leniently divided into headings, items, rows and the rest."""
    run: list[Line] = []
    for line in lines:
        passage = line.passage
        is_rule = any(rule.match(passage.text) for rule in (_RULE, _FENCE, _ROW_RULE))
        is_row = not is_rule and _ROW.match(passage.text)
        opener = _opener(passage.text)
        if is_rule or is_row or opener:
            put(page, kind, run)
            run, kind = [], "body"
        if is_rule:
            page.markup.append(mark_of(passage, 0, len(passage.text)))
        elif is_row:
            for cell in _cells(passage, page.markup):
                put_cell(page, "body", Line(cell))
        elif opener == "heading":
            put(page, "heading", [Line(_heading_text(passage, page.markup))])
        elif opener:
            run, kind = [Line(_after(passage, _ITEM, page.markup))], "list item"
        else:
            run.append(line)
    put(page, kind, run)


def _opener(text: str) -> ParagraphKind | None:
    """Return what a line within a paragraph begins, if anything."""
    if _HEADING.match(text):
        return "heading"
    return "list item" if _ITEM.match(text) else None


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
