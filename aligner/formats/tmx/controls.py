"""Control characters in XML, seen as the bytes go by: the parser never gets to see them."""

from __future__ import annotations

import codecs
import re
from typing import IO

from aligner.files import wide_codec

_RAW = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_REFERENCE = re.compile("&#(?:x0*([0-9a-fA-F]{1,4})|0*([0-9]{1,5}));")
_MOST = 1000
"""Characters that are told of; more say nothing new."""
_LONGEST = 16
"""Characters of a reference, which may be cut in two."""


class ControlWatch:
    """A stream that notes the control characters in what is read from it."""

    def __init__(self, stream: IO[bytes], head: bytes) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(_encoding(head))("replace")
        self._rest = ""
        self._line = 1
        self._found: list[tuple[int, tuple[str]]] = []
        self._told = 0

    def read(self, size: int = -1, /) -> bytes:
        """Return the bytes that the stream returns."""
        data = self._stream.read(size)
        self._look(self._decoder.decode(data), at_end=not data)
        return data

    def taken(self) -> list[tuple[int, tuple[str]]]:
        """Return line and name of what was found since the last call."""
        found, self._found = self._found, []
        return found

    def _look(self, text: str, *, at_end: bool) -> None:
        text = self._rest + text
        cut = len(text) if at_end else max(text.rfind("&", len(text) - _LONGEST), 0) or len(text)
        text, self._rest = text[:cut], text[cut:]
        if self._told < _MOST:
            for match in _RAW.finditer(text):
                self._note(text, match, ord(match[0]))
            for match in _REFERENCE.finditer(text) if "&#" in text else ():
                code = int(match[1], 16) if match[1] else int(match[2])
                if _RAW.fullmatch(chr(code)):
                    self._note(text, match, code)
        self._line += text.count("\n")

    def _note(self, text: str, match: re.Match[str], code: int) -> None:
        if self._told < _MOST:
            line = self._line + text.count("\n", 0, match.start())
            self._found.append((line, (f"U+{code:04X}",)))
        self._told += 1


def _encoding(head: bytes) -> str:
    """Return an encoding that shows control characters and line ends where they are."""
    # In latin-1 no byte of a longer character is a control one, nor is it in GB18030 or Big5.
    return wide_codec(head) or "latin-1"
