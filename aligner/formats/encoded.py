"""Pieces of text to a file in UTF-8, in portions, so that nothing grows with the file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO

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
