"""OpenDocument texts (LibreOffice) as articles: the text that is shown, with changes accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligner.formats.format import DocumentReader, Format, Help

if TYPE_CHECKING:
    from aligner.formats.document import Document, Raw


def _document(raw: Raw) -> Document:
    from aligner.formats.odt.read import read_odt

    return read_odt(raw)


ODT = Format(
    name="OpenDocument text",
    suffixes=(".odt",),
    only_read=(".fodt", ".ott"),
    help=Help(),
    document=DocumentReader(_document, largest=256 * 1024 * 1024),
)
