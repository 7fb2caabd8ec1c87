"""Presentations (PowerPoint) as articles: slide by slide, each with its boxes in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligner.formats.format import DocumentReader, Format, Help

if TYPE_CHECKING:
    from aligner.formats.document import Document, Raw


def _document(raw: Raw) -> Document:
    from aligner.formats.pptx.read import read_pptx

    return read_pptx(raw)


PPTX = Format(
    name="PowerPoint",
    suffixes=(".pptx",),
    only_read=(".pptm", ".ppsx", ".ppsm", ".potx", ".potm"),
    help=Help(),
    document=DocumentReader(_document, largest=512 * 1024 * 1024),
)
