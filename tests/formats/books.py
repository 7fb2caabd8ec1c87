"""E-books and other packages, made by code for the tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>"
)
XHTML = "application/xhtml+xml"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """An archive of parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def page(body: str, *, head: str = "<title/>") -> str:
    """A chapter of a book."""
    return (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html>'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
        f"<head>{head}</head><body>{body}</body></html>"
    )


def package(items: Sequence[str], spine: Sequence[str], more: str = "") -> str:
    """A package document of `item` elements and `itemref` elements."""
    return (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata/>'
        f"<manifest>{''.join(items)}</manifest><spine>{''.join(spine)}</spine>{more}</package>"
    )


def item(name: str, href: str, media_type: str = XHTML, more: str = "") -> str:
    """One line of a manifest."""
    return f'<item id="{name}" href="{href}" media-type="{media_type}" {more}/>'


def book(*chapters: str, more: Mapping[str, str | bytes] | None = None) -> bytes:
    """A book of chapters, each the inside of its body."""
    numbers = range(1, len(chapters) + 1)
    parts: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "OPS/book.opf": package(
            [item(f"c{n}", f"c{n}.xhtml") for n in numbers],
            [f'<itemref idref="c{n}"/>' for n in numbers],
        ),
        **{f"OPS/c{n}.xhtml": page(body) for n, body in zip(numbers, chapters, strict=True)},
    }
    return zipped(parts | dict(more or {}))
