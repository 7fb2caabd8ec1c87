"""HTML: the pages that articles are read from, and the pages that show pairs and units."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO, TYPE_CHECKING

from aligner.formats.format import DocumentReader, Format, Help, UnitWriter

if TYPE_CHECKING:
    from aligner.bitext import Bitext
    from aligner.formats.document import Document, Raw
    from aligner.formats.options import ExportOptions
    from aligner.unit import Unit


def _document(raw: Raw) -> Document:
    from aligner.formats.document import Document
    from aligner.formats.html.read import blocks_of

    blocks, _ = blocks_of(raw.text)
    return Document(blocks)


def _write(units: Iterable[Unit], options: ExportOptions, file: IO[bytes]) -> None:
    from aligner.formats.encoded import write_text
    from aligner.formats.html.units import page_text

    write_text(page_text(units, options), file)


def _write_bitext(bitext: Bitext, options: ExportOptions) -> bytes:
    from aligner.formats.html.bitext import render_html

    return render_html(bitext, options).encode("utf-8")


HTML = Format(
    name="HTML",
    suffixes=(".html",),
    only_read=(".htm", ".xhtml"),
    help=Help(
        read="as an article only",
        written="a page with both languages side by side",
        kept="texts",
    ),
    document=DocumentReader(_document),
    write_units=UnitWriter(_write),
    write_bitext=_write_bitext,
)
