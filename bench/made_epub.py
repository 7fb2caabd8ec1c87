"""A book in EPUB of given paragraphs, for timing: a chapter a file, with a heading each."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from html import escape

_CONTAINER = (
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>"
)


def epub(paragraphs: Sequence[str], language: str, a_chapter: int) -> bytes:
    """Return a book of paragraphs, so many to a chapter; `language` is its code."""
    names = {"zh": "第{}章", "en": "Chapter {}"}[language]
    chapters = [paragraphs[k : k + a_chapter] for k in range(0, len(paragraphs), a_chapter)]
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        package.writestr("META-INF/container.xml", _CONTAINER)
        package.writestr("book.opf", _package(len(chapters), language))
        for number, chapter in enumerate(chapters, start=1):
            body = "".join(f"<p>{escape(text)}</p>" for text in chapter)
            package.writestr(
                f"c{number}.xhtml",
                '<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head>'
                f"<body><h1>{names.format(number)}</h1>{body}</body></html>",
            )
    return written.getvalue()


def _package(chapters: int, language: str) -> str:
    numbers = range(1, chapters + 1)
    files = "".join(
        f'<item id="c{n}" href="c{n}.xhtml" media-type="application/xhtml+xml"/>' for n in numbers
    )
    order = "".join(f'<itemref idref="c{n}"/>' for n in numbers)
    return (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>Long</dc:title><dc:language>{language}</dc:language></metadata>"
        f"<manifest>{files}</manifest><spine>{order}</spine></package>"
    )
