"""Text as the bytes of a file: in UTF-8 and in portions, or as a file that was read has it."""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from typing import IO, TYPE_CHECKING

from aligner.errors import UnusableInput

if TYPE_CHECKING:
    from aligner.formats.document import Raw

_PORTION = 1 << 16
"""Characters that are written at once."""


def write_text(pieces: Iterable[str], file: IO[bytes]) -> None:
    """Write pieces of text one after another."""
    waiting: list[str] = []
    size = 0
    for piece in pieces:
        waiting.append(piece)
        size += len(piece)
        if size > _PORTION:
            file.write("".join(waiting).encode("utf-8"))
            waiting.clear()
            size = 0
    file.write("".join(waiting).encode("utf-8"))


def encoded_like(text: str, raw: Raw) -> bytes:
    """Return a text in the encoding of its file, behind the mark that stands there.

    Raises `UnusableInput` where the file cannot be written back as it was.
    """
    name = raw.text_encoding
    if name == "utf-16":
        name = "utf-16-be" if raw.data.startswith(codecs.BOM_UTF16_BE) else "utf-16-le"
    try:
        before = raw.text.encode(name)
        if raw.data.endswith(before):
            return raw.data[: len(raw.data) - len(before)] + text.encode(name)
    except UnicodeError:
        pass
    raise UnusableInput(
        f"{raw.path} is damaged in its encoding, so that it cannot be written back as it was; "
        "save it as UTF-8 first."
    )
