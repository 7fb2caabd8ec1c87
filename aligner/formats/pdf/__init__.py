"""PDFs with a text layer, as articles. PDFium reads them, which the extra `duizhao[pdf]` brings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligner.formats.format import DocumentReader, Format, Help

if TYPE_CHECKING:
    from aligner.formats.document import Document, Raw


def _document(raw: Raw) -> Document:
    from aligner.formats.pdf.read import read_pdf

    return read_pdf(raw)


PDF = Format(
    name="PDF",
    suffixes=(".pdf",),
    help=Help(),
    document=DocumentReader(_document, largest=512 * 1024 * 1024),
)
