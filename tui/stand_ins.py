"""Signs that stand in an editor for characters that would steer the terminal or break the line.

A text that is edited comes back with its own characters, be it a line separator of a word
processor or half a surrogate pair: an editor would show none of them, and lose some. Invariant:
`restored(shown)` is the text.
"""

from __future__ import annotations

import re

UNSAFE = re.compile(
    r"\r(?!\n)|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
    r"\ud800-\udfff]"
)
"""Control characters but tab and line feed, separators, marks of direction, halves of pairs."""
_PICTURES, _CONTROLS = 0x2400, 0x20
_PRIVATE = 0xE000
"""Where characters begin that no text shares with another; for what has no picture of its own."""


class StandIns:
    """One text, with a sign for each of its unsafe characters that it does not have itself."""

    def __init__(self, text: str) -> None:
        self._signs: dict[str, str] = {}
        taken = set(text)
        for character in dict.fromkeys(UNSAFE.findall(text)):
            code = ord(character)
            sign = chr(_PICTURES + code) if code < _CONTROLS else chr(_PRIVATE)
            while sign in taken:
                sign = chr(max(ord(sign) + 1, _PRIVATE))
            taken.add(sign)
            self._signs[character] = sign
        self.shown = UNSAFE.sub(lambda match: self._signs[match[0]], text)
        """The text as it may be shown and edited."""

    def restored(self, text: str) -> str:
        """Return an edited text with the characters that its signs stand for."""
        back = {ord(sign): character for character, sign in self._signs.items()}
        return text.translate(back)
