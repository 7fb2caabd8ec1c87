"""What the first bytes of a file show: its byte-order mark, and which container it is.

The one place that knows marks and magic numbers. Refuses to guess: what bears no signature is
judged by whoever reads it.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import Literal

Container = Literal["zip", "gzip", "sqlite", "pdf", "png", "jpeg", "gif", "elf"]
"""What a file is that is no text, whatever its name says; a workbook is a zip archive."""

_CONTAINERS: tuple[tuple[bytes, Container], ...] = (
    (b"PK\x03\x04", "zip"),
    (b"\x1f\x8b", "gzip"),
    (b"SQLite format 3\0", "sqlite"),
    (b"%PDF-", "pdf"),
    (b"\x89PNG", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"\x7fELF", "elf"),
)
LONGEST_SIGNATURE = max(len(signature) for signature, _ in _CONTAINERS)
"""Bytes that show every container."""


@dataclass(frozen=True, slots=True)
class ByteOrderMark:
    """A mark in front of a text, which tells its encoding."""

    mark: bytes
    encoding: str
    """The codec that takes the mark off, `utf-16`."""
    codec: str
    """The codec for what follows the mark, `utf-16-le`."""


_MARKS = (
    ByteOrderMark(codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    ByteOrderMark(codecs.BOM_UTF32_LE, "utf-32", "utf-32-le"),  # begins with the mark of UTF-16
    ByteOrderMark(codecs.BOM_UTF32_BE, "utf-32", "utf-32-be"),
    ByteOrderMark(codecs.BOM_UTF16_LE, "utf-16", "utf-16-le"),
    ByteOrderMark(codecs.BOM_UTF16_BE, "utf-16", "utf-16-be"),
)


def container_of(head: bytes) -> Container | None:
    """Return which container a file is by its first bytes; None where they name none."""
    return next((name for signature, name in _CONTAINERS if head.startswith(signature)), None)


def byte_order_mark(head: bytes) -> ByteOrderMark | None:
    """Return the byte-order mark that a file begins with, if it does."""
    return next((mark for mark in _MARKS if head.startswith(mark.mark)), None)


def wide_codec(head: bytes) -> str:
    """Return the codec of a text in UTF-16 or UTF-32, such as `utf-16-le`; else nothing.

    Its mark tells, or a first character in ASCII, of which one byte is zero, as in XML.
    """
    mark = byte_order_mark(head)
    if mark:
        return "" if mark.codec == "utf-8" else mark.codec
    if len(head) > 1 and (head[0] == 0) != (head[1] == 0):
        return "utf-16-be" if head[0] == 0 else "utf-16-le"
    return ""


def head_text(head: bytes) -> str:
    """Return how a text begins, without white space, well enough to see what it is."""
    return head.decode(wide_codec(head) or "utf-8", "replace").lstrip("\ufeff \t\r\n\0")
