"""The text of each `tu` as it stands in its file, cut out while the parser reads it.

A file is its frame and its units, each with what stands before it: put together again, they are the
file. Line ends and encoding are those of the parser, which XML says are no part of a text.
"""

from __future__ import annotations

import re

from aligner.article import Language
from aligner.formats.language_codes import language_of_code
from aligner.unit import Element, Frame

_BODY = re.compile(r"<(?:[\w.-]+:)?body\b[^>]*>")


class Origins:
    """Follows the parser, byte by byte, and cuts the elements out of what it was given."""

    __slots__ = ("_began", "_fed", "_frame", "_pending", "source")

    def __init__(self) -> None:
        self.source: Language | None = None
        """The language that the header names as the source."""
        self._frame: Frame | None = None
        self._pending = bytearray()
        """What the parser was given since the last unit; it may come in very many pieces."""
        self._fed = 0
        self._began = 0

    def feed(self, piece: bytes) -> None:
        """Take in what the parser is about to be given."""
        self._pending += piece
        self._fed += len(piece)

    def begin(self, index: int) -> None:
        """Note at which byte a `tu` begins."""
        self._began = index

    def taken(self, index: int) -> Element:
        """Return the element whose end tag begins at a byte; the next one begins behind it."""
        base = self._fed - len(self._pending)
        began, end = self._began - base, self._pending.index(b">", index - base) + 1
        before, text = self._pending[:began], self._pending[began:end]
        del self._pending[:end]
        return self._element(before.decode("utf-8", "replace"), text.decode("utf-8", "replace"))

    def plain(self, before: str, text: str) -> Element:
        """Return the element of a unit that the parser was not given."""
        if self._pending:
            before = self._pending.decode("utf-8", "replace") + before
            self._pending.clear()
        return self._element(before, text)

    def finish(self) -> None:
        """Let what remains stand behind the last unit."""
        if self._frame is not None:
            self._frame.after = self._pending.decode("utf-8", "replace")

    def source_of(self, code: str | None) -> Language | None:
        """Return the source language of a unit, by its own `srclang` or else by the header's."""
        return self.source if code is None else language_of_code(code)

    def _element(self, before: str, text: str) -> Element:
        if self._frame is None:
            body = _BODY.search(before)
            end = body.end() if body else len(before)
            self._frame = Frame(before[:end])
            before = before[end:]
        return Element("TMX", text, before, self._frame)
