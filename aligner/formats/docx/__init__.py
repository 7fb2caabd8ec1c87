"""Word documents (Office Open XML) as articles: the text that Word shows with changes accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligner.formats.format import DocumentReader, Format, Help

if TYPE_CHECKING:
    from aligner.formats.document import Document, Raw


def _document(raw: Raw) -> Document:
    from aligner.formats.docx.read import read_docx

    return read_docx(raw)


DOCX = Format(
    name="Word",
    suffixes=(".docx",),
    only_read=(".docm", ".dotx", ".dotm"),
    help=Help(),
    document=DocumentReader(_document, largest=256 * 1024 * 1024),
)
