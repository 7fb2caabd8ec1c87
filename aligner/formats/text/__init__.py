"""Plain text as an article: lines, and paragraphs that were wrapped at a width.

Also what any format asks of a text: where its lines end, whether it is a heading, how much it
weighs, and where a line turns from one language to the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligner.formats.format import DocumentReader, Format, Help
from aligner.lazy import lazy_names

if TYPE_CHECKING:
    from aligner.formats.document import Columns, Document, Raw
    from aligner.formats.text.both import Halves, bracketed, divide, halves, has_colon
    from aligner.formats.text.marks import ends_sentence, han, is_heading, weight, words
    from aligner.formats.text.read import LINE_END, blocks_of, line_spans, mark_of
    from aligner.formats.text.wrapping import paragraphs

_MODULES = {
    "both": ("Halves", "bracketed", "divide", "halves", "has_colon"),
    "marks": ("ends_sentence", "han", "is_heading", "weight", "words"),
    "read": ("LINE_END", "blocks_of", "line_spans", "mark_of"),
    "wrapping": ("paragraphs",),
}

__all__ = [
    "LINE_END",
    "TEXT",
    "Halves",
    "blocks_of",
    "bracketed",
    "divide",
    "ends_sentence",
    "halves",
    "han",
    "has_colon",
    "is_heading",
    "line_spans",
    "mark_of",
    "paragraphs",
    "weight",
    "words",
]

if not TYPE_CHECKING:  # for the type checker there is no name but those above
    __getattr__ = lazy_names(
        __name__, {name: module for module, names in _MODULES.items() for name in names}
    )


def _document(raw: Raw) -> Document:
    from aligner.formats.document import document_of
    from aligner.formats.text.read import blocks_of

    return document_of(raw.text, blocks_of)


def _columns(raw: Raw) -> Columns | None:
    from aligner.formats.column_choice import ANY_COLUMNS
    from aligner.formats.tables.article import is_table, read_columns

    is_chosen = raw.columns != ANY_COLUMNS
    return read_columns(raw) if is_chosen or is_table(raw.text) else None


TEXT = Format(
    name="plain text",
    suffixes=(".txt",),
    help=Help(),
    document=DocumentReader(_document, _columns, is_text=True),
)
