"""Markdown as an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligner.formats.format import DocumentReader, Format, Help

if TYPE_CHECKING:
    from aligner.formats.document import Document, Raw


def _document(raw: Raw) -> Document:
    from aligner.formats.document import document_of
    from aligner.formats.markdown.read import blocks_of, literal_spans

    return document_of(raw.text, blocks_of, literal_spans(raw.text))


MARKDOWN = Format(
    name="Markdown",
    suffixes=(".md",),
    only_read=(".markdown",),
    help=Help(),
    document=DocumentReader(_document, is_text=True),
)
