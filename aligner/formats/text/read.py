"""Lines to blocks: plain text, in which white space and little else shows what belongs together.

Each line is a paragraph of its own unless lines were wrapped by hand. A short paragraph without a
final mark is a heading. Marks of a list are markup. Nothing but white space and such marks is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from aligner.article import Markup, ParagraphKind
from aligner.formats.html_remnants import Cleaned
from aligner.formats.passage import Block, Passage
from aligner.formats.text.both import divide
from aligner.formats.text.marks import is_heading
from aligner.formats.text.wrapping import are_wrapped, paragraphs

LINE_END = re.compile("\r\n|[\n\r\x0c\x85\u2028\u2029]")
_BULLET = re.compile(r"[•●▪■◦‣∙·][ \t\u3000]*|[*+\-–][ \t\u3000]+")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank."""

    passage: Passage
    """Without the white space around it."""
    indent: int
    """Characters of white space in front of it."""
    end: int
    """Offset of its line end in the source."""


def groups_of(passage: Passage) -> Iterator[list[Line]]:
    """Yield the lines between blank ones."""
    group: list[Line] = []
    for start, stop in line_spans(passage.text):
        raw = passage.text[start:stop]
        bare = raw.strip()
        if not bare:
            if group:
                yield group
            group = []
            continue
        indent = raw.index(bare[0])
        first = start + indent
        end = passage.span(stop, stop + 1)[0] if stop < len(passage.text) else -1
        group.append(Line(passage.cut(first, first + len(bare)), indent, end))
    if group:
        yield group


def blocks_of(cleaned: Cleaned) -> tuple[list[Block], list[Markup]]:
    """Return the blocks of a plain text, and the marks of its lists."""
    markup: list[Markup] = []
    groups = list(groups_of(cleaned.passage))
    wrapped = _habit(groups)
    blocks: list[Block] = []
    for group in groups:
        for run in _runs(group, cleaned.ends):
            kind: ParagraphKind = "body"
            first = run[0].passage
            tag = cleaned.ends.get(run[-1].end, "")
            bullet = _BULLET.match(first.text)
            if bullet and bullet.end() < len(first.text):
                markup.append(mark_of(first, 0, bullet.end()))
                first, kind = first.cut(bullet.end(), len(first.text)).strip(), "list item"
            elif tag in _HEADINGS:
                kind = "heading"
            elif tag == "li":
                kind = "list item"
            lines = [first, *(line.passage for line in run[1:])]
            for passage in paragraphs(lines, [line.indent for line in run], wrapped=wrapped):
                heading = kind == "body" and is_heading(passage.text)
                blocks.append(Block(passage, "heading" if heading else kind))
                kind = "body" if kind == "list item" else kind
    return blocks, markup


def mark_of(passage: Passage, start: int, stop: int) -> Markup:
    """Return a part of a passage as markup."""
    source_start, source_stop = passage.span(start, stop)
    return Markup(passage.text[start:stop], source_start, source_stop)


def _runs(group: list[Line], ends: dict[int, str]) -> Iterator[list[Line]]:
    """Yield the lines that no bullet and no tag keeps apart."""
    run: list[Line] = []
    for line in group:
        if run and (run[-1].end in ends or _BULLET.match(line.passage.text)):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _habit(groups: list[list[Line]]) -> bool | None:
    """Whether the lines of the document go on; not where most hold both languages."""
    lines = [line.passage for group in groups for line in group]
    if sum(divide(line.text) is not None for line in lines) * 2 > len(lines):
        return False
    sized = (
        ([line.passage for line in group], [line.indent for line in group]) for group in groups
    )
    return are_wrapped(sized) or None


def line_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets of each line, its end not among them."""
    start = 0
    for match in LINE_END.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)
