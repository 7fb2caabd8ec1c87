"""Word documents (Office Open XML) as articles: the text that Word shows with changes accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligner.formats.format import DocumentReader, Format, Help

if TYPE_CHECKING:
    from aligner.bitext import Bitext
    from aligner.formats.document import Document, Raw
    from aligner.formats.options import ExportOptions


def _document(raw: Raw) -> Document:
    from aligner.formats.docx.read import read_docx

    return read_docx(raw)


def _write_bitext(bitext: Bitext, options: ExportOptions) -> bytes:
    from aligner.formats.docx.review_table import render_table

    return render_table(bitext, options)


DOCX = Format(
    name="Word",
    suffixes=(".docx",),
    only_read=(".docm", ".dotx", ".dotm"),
    help=Help(),
    document=DocumentReader(_document, largest=256 * 1024 * 1024),
    write_bitext=_write_bitext,
)
