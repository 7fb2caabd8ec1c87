"""Markdown to blocks: the marks are markup, the words are text.

Headings, list items, quotations, emphasis, links and pictures; what is no Markdown after all stays
as it stands. Every pattern is bounded, so that a line of nothing but marks is read in linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligner.article import Markup, ParagraphKind
from aligner.formats.html_remnants import Cleaned
from aligner.formats.passage import Block, Passage, join
from aligner.formats.text.marks import is_heading
from aligner.formats.text.read import Line, groups_of, mark_of
from aligner.formats.text.wrapping import paragraphs

_QUOTE = re.compile(r"(?:>[ \t]?){1,20}")
_HEADING = re.compile(r"#{1,6}(?=[ \t\u3000])[ \t\u3000]*")
_CLOSING_MARKS = re.compile(r"[ \t]#{1,40}$")
_ITEM = re.compile(r"[-*+][ \t\u3000]+|\d{1,9}[.)][ \t\u3000]+")
_RULE = re.compile(r"(?:[-*_=][ \t]*){3,400}$")
_ROW = re.compile(r"\|.{1,20000}\|$")
_CELL = re.compile(r"[^|]+")
_ROW_RULE = re.compile(r"\|(?:[ \t]*:?-{1,200}:?[ \t]*\|){1,100}$")
_FENCE = re.compile(r"(?:```|~~~)[^`]{0,100}$")
_INLINE = re.compile(
    r"(?P<link>!?\[(?P<words>[^\[\]]{0,500})\]\([^()\s]{0,1000}(?:[ \t]{1,5}\"[^\"()]{0,200}\")?\))"
    r"|(?P<mark>\*{1,3}|_{1,3}|~~|`{1,2})"
    r"|(?P<escape>\\[!-/:-@\[-`{-~])"
)


def blocks_of(cleaned: Cleaned) -> tuple[list[Block], list[Markup]]:
    """The blocks of a Markdown text, and its marks."""
    blocks: list[Block] = []
    markup: list[Markup] = []
    for group in groups_of(cleaned.passage):
        for kind, lines, indents in _parts(group, markup):
            bare = [plain for line in lines if (plain := _without_marks(line, markup)).text]
            if not bare:
                continue
            found = paragraphs(bare, indents[: len(bare)], wrapped=kind == "body")
            if kind == "heading":
                found = [join(bare, [" "] * (len(bare) - 1))]
            for passage in found:
                short = kind == "body" and is_heading(passage.text)
                blocks.append(Block(passage, "heading" if short else kind))
    return blocks, markup


def _parts(
    group: list[Line], markup: list[Markup]
) -> Iterator[tuple[ParagraphKind, list[Passage], list[int]]]:
    """Headings, items and runs of lines, the marks in front of them taken off."""
    lines: list[Passage] = []
    indents: list[int] = []
    kind: ParagraphKind = "body"
    for line in group:
        passage = _after(line.passage, _QUOTE, markup)
        if not passage.text:
            continue
        is_rule = any(rule.match(passage.text) for rule in (_RULE, _FENCE, _ROW_RULE))
        is_row = not is_rule and _ROW.match(passage.text)
        head = _HEADING.match(passage.text)
        item = _ITEM.match(passage.text)
        if lines and (is_rule or is_row or head or item or kind != "body"):
            underlined = is_rule and len(lines) == 1 and passage.text[0] in "=-" and kind == "body"
            yield ("heading" if underlined else kind), lines, indents
            lines, indents, kind = [], [], "body"
        if is_rule:
            markup.append(mark_of(passage, 0, len(passage.text)))
            continue
        if is_row:
            yield from (("body", [cell], [line.indent]) for cell in _cells(passage, markup))
            continue
        if head:
            passage, kind = _after(passage, _HEADING, markup), "heading"
            if closing := _CLOSING_MARKS.search(passage.text, max(0, len(passage.text) - 42)):
                markup.append(mark_of(passage, closing.start(), closing.end()))
                passage = passage.cut(0, closing.start()).strip()
        elif item:
            passage, kind = _after(passage, _ITEM, markup), "list item"
        if passage.text:
            lines.append(passage)
            indents.append(line.indent)
    if lines:
        yield kind, lines, indents


def _cells(passage: Passage, markup: list[Markup]) -> Iterator[Passage]:
    """The cells of a row, the bars between them taken off."""
    markup += [mark_of(passage, i, i + 1) for i, bar in enumerate(passage.text) if bar == "|"]
    for cell in _CELL.finditer(passage.text):
        if not cell[0].isspace():
            yield passage.cut(*cell.span()).strip()


def _after(passage: Passage, mark: re.Pattern[str], markup: list[Markup]) -> Passage:
    found = mark.match(passage.text)
    if not found:
        return passage
    markup.append(mark_of(passage, 0, found.end()))
    return passage.cut(found.end(), len(passage.text)).strip()


def _without_marks(passage: Passage, markup: list[Markup]) -> Passage:
    """A line without emphasis, and with the words of its links only."""
    taken: list[tuple[int, int]] = []
    open_marks: dict[str, tuple[int, int]] = {}
    text = passage.text
    for match in _INLINE.finditer(text):
        if match["link"]:
            taken += [(match.start(), match.start("words")), (match.end("words"), match.end())]
        elif match["escape"]:
            taken.append((match.start(), match.start() + 1))
        else:
            _pair_up(text, match, open_marks, taken)
    if not taken:
        return passage
    parts: list[Passage] = []
    done = 0
    for start, stop in sorted(taken):
        parts.append(passage.cut(done, start))
        markup.append(mark_of(passage, start, stop))
        done = stop
    parts.append(passage.cut(done, len(text)))
    kept = [part for part in parts if part.text]
    return join(kept, [""] * (len(kept) - 1)).strip() if kept else Passage("", (), ())


def _pair_up(
    text: str,
    match: re.Match[str],
    open_marks: dict[str, tuple[int, int]],
    taken: list[tuple[int, int]],
) -> None:
    """Note a mark that opens, or take it with the one that opened."""
    mark, (start, stop) = match["mark"], match.span()
    before, behind = text[start - 1 : start], text[stop : stop + 1]
    if mark[0] == "_" and before.isalnum() and behind.isalnum():
        return
    if mark in open_marks and before and not before.isspace():
        taken += [open_marks.pop(mark), (start, stop)]
    elif behind and not behind.isspace():
        open_marks[mark] = (start, stop)
