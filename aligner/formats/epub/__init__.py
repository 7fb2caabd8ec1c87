"""E-books (EPUB 2 and 3): read as articles, and written in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligner.formats.format import DocumentReader, Format, Help

if TYPE_CHECKING:
    from aligner.bitext import Bitext
    from aligner.formats.document import Document, Raw
    from aligner.formats.options import ExportOptions


def _document(raw: Raw) -> Document:
    from aligner.formats.epub.read import read_epub

    return read_epub(raw)


def _write_bitext(bitext: Bitext, options: ExportOptions) -> bytes:
    from aligner.formats.epub.write import render_epub

    return render_epub(bitext, options)


EPUB = Format(
    name="EPUB",
    suffixes=(".epub",),
    help=Help(),
    document=DocumentReader(_document, largest=512 * 1024 * 1024),
    write_bitext=_write_bitext,
)
