"""Rich Text Format as articles: the text that is shown, in whichever encoding its fonts say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligner.formats.format import DocumentReader, Format, Help

if TYPE_CHECKING:
    from aligner.formats.document import Document, Raw


def _document(raw: Raw) -> Document:
    from aligner.formats.rtf.read import read_rtf

    return read_rtf(raw)


RTF = Format(
    name="Rich Text",
    suffixes=(".rtf",),
    help=Help(),
    document=DocumentReader(_document),
)
