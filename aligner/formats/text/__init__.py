"""Plain text as an article: lines, and paragraphs that were wrapped at a width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligner.formats.format import DocumentReader, Format, Help

if TYPE_CHECKING:
    from aligner.formats.document import Columns, Document, Raw


def _document(raw: Raw) -> Document:
    from aligner.formats.document import document_of
    from aligner.formats.text.read import blocks_of

    return document_of(raw.text, blocks_of)


def _columns(raw: Raw) -> Columns | None:
    from aligner.formats.tables.article import is_table, read_columns

    return read_columns(raw) if is_table(raw.text) else None


TEXT = Format(
    name="plain text",
    suffixes=(".txt",),
    help=Help(),
    document=DocumentReader(_document, _columns),
)
