"""Word documents (Office Open XML) as articles: the text that Word shows with changes accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligner.formats.format import DocumentReader, Format, Help, SegmentEditor

if TYPE_CHECKING:
    from aligner.bitext import Bitext
    from aligner.formats.bilingual import Bilingual
    from aligner.formats.document import Document, Raw
    from aligner.formats.options import ExportOptions


def _document(raw: Raw) -> Document:
    from aligner.formats.docx.read import read_docx

    return read_docx(raw)


def _write_bitext(bitext: Bitext, options: ExportOptions) -> bytes:
    if options.form == "turn":
        from aligner.formats.docx.turns import render_turns

        return render_turns(bitext, options)
    from aligner.formats.docx.review_table import render_table

    return render_table(bitext, options)


def _edit(raw: Raw) -> Bilingual:
    from aligner.formats.docx.edit import read_docx_segments

    return read_docx_segments(raw)


DOCX = Format(
    name="Word",
    suffixes=(".docx",),
    only_read=(".docm", ".dotx", ".dotm"),
    help=Help(),
    document=DocumentReader(_document, largest=256 * 1024 * 1024),
    edit_segments=SegmentEditor(_edit),
    write_bitext=_write_bitext,
    forms=("table", "turn"),
)
