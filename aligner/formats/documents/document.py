"""The flow of a document as blocks: where each line stands, and which text a table has set apart.

The source of a document is its visible text, one line a paragraph; offsets count in it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from aligner.article import Markup
from aligner.formats.document import Document, Raw
from aligner.formats.documents.flow import Item
from aligner.formats.documents.grid import PlacedLine, placed_lines
from aligner.formats.passage import Block, Passage, whole
from aligner.formats.text import halves, is_heading, weight

_MOSTLY = 0.5
"""The part of a text that tables of two languages hold where they are its layout."""


def document_of_flow(
    items: Sequence[Item],
    raw: Raw,
    encoding: str = "utf-8",
    left_out: Mapping[str, int] | None = None,
) -> Document:
    """Return the document that a flow makes; raises `UnusableInput` for columns in doubt.

    `left_out` counts what the file holds and does not show, by what it is: a deletion, a comment.
    """
    placed = placed_lines(items, raw)
    source = whole("\n".join(one.line.text for one in placed))
    in_columns = _are_columns(placed)
    blocks: list[Block] = []
    markup: list[Markup] = []
    start = 0
    for one in placed:
        passage = source.cut(start, start + len(one.line.text)).strip()
        start += len(one.line.text) + 1
        if passage.text:
            found, marks = _blocks_of(one, passage, in_columns=in_columns)
            blocks += found
            markup += marks
    counted = {name: number for name, number in (left_out or {}).items() if number}
    return Document(blocks, markup, "columns" if in_columns else None, encoding, counted)


def _are_columns(placed: Sequence[PlacedLine]) -> bool:
    """Whether tables of two languages are most of the text."""
    text = [one for one in placed if not one.line.label and one.line.kind != "note"]
    total = sum(weight(one.line.text) for one in text)
    columns = sum(weight(one.line.text) for one in text if one.language or one.is_across)
    return any(one.language for one in text) and columns >= _MOSTLY * total


def _blocks_of(
    one: PlacedLine, passage: Passage, *, in_columns: bool
) -> tuple[list[Block], Sequence[Markup]]:
    """Return a line as a block, or as two where it is a title in both languages."""
    line = one.line
    kind = "heading" if line.kind == "body" and is_heading(passage.text) else line.kind
    block = Block(passage, kind, line.label, one.language, one.section)
    if line.label or one.language or line.kind == "note":
        return [block], ()
    is_title = one.is_across or (in_columns and kind == "heading")
    divided = halves(passage) if is_title else None
    if divided is not None:
        sides = [
            replace(block, passage=divided.zh, language="zh"),
            replace(block, passage=divided.en, language="en"),
        ]
        sides.sort(key=lambda side: side.passage.start)
        return sides, divided.markup
    return [replace(block, label="other") if one.is_name else block], ()
