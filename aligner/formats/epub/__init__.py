"""E-books (EPUB 2 and 3): read as articles, written in both languages, and put right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligner.formats.format import DocumentReader, Format, Help, SegmentEditor

if TYPE_CHECKING:
    from aligner.bitext import Bitext
    from aligner.formats.bilingual import Bilingual
    from aligner.formats.document import Document, Raw
    from aligner.formats.options import ExportOptions


def _document(raw: Raw) -> Document:
    from aligner.formats.epub.read import read_epub

    return read_epub(raw)


def _edit(raw: Raw) -> Bilingual:
    from aligner.formats.epub.edit import read_book_segments

    return read_book_segments(raw)


def _write_bitext(bitext: Bitext, options: ExportOptions) -> bytes:
    from aligner.formats.epub.write import render_epub

    return render_epub(bitext, options)


EPUB = Format(
    name="EPUB",
    suffixes=(".epub",),
    help=Help(),
    document=DocumentReader(_document, largest=512 * 1024 * 1024),
    edit_segments=SegmentEditor(_edit),
    write_bitext=_write_bitext,
    forms=("turn", "tap"),
)
