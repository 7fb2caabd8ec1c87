"""RTF as a run of tokens: groups, control words, bytes of text. Linear in the size of the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    rb"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})?\x20?"
    rb"|(?P<hex>(?:\\'[0-9A-Fa-f]{2})+)"
    rb"|\\(?P<sign>[^A-Za-z])"
    rb"|(?P<brace>[{}])"
    rb"|(?P<text>[^\\{}\r\n\0]+)"
    rb"|[\r\n\0]+|\\",
    re.DOTALL,
)
_GROUP_END = re.compile(rb"\\bin(?P<size>\d{1,10})\x20?|\\.|(?P<open>\{)|(?P<close>\})", re.DOTALL)


class Token(NamedTuple):
    """A control word (`par`, or a sign such as `~`), a group's brace, or bytes of text."""

    word: str = ""
    number: int | None = None
    data: bytes = b""


class Tokens:
    """The tokens of a file; a group can be passed over in one step."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def __iter__(self) -> Iterator[Token]:
        """Yield one token after another."""
        while (match := _TOKEN.match(self._data, self._at)) is not None:
            self._at = match.end()
            kind = match.lastgroup
            if kind in ("word", "number"):
                word = match["word"].decode("ascii")
                number = None if match["number"] is None else int(match["number"])
                if word == "bin":
                    self._at += max(0, number or 0)
                else:
                    yield Token(word, number)
            elif kind == "text":
                yield Token(data=match["text"])
            elif kind == "hex":
                yield Token(data=bytes.fromhex(match["hex"].replace(b"\\'", b"").decode("ascii")))
            elif kind == "brace":
                yield Token(match["brace"].decode("ascii"))
            elif kind == "sign":
                yield _sign(match["sign"])

    def pass_over_group(self) -> bool:
        """Go on behind the end of the group that is open; returns whether it has one."""
        depth = 1
        while depth:
            match = _GROUP_END.search(self._data, self._at)
            if match is None:
                self._at = len(self._data)
                return False
            self._at = match.end()
            if match.lastgroup == "size":
                self._at += int(match["size"])
            elif match.lastgroup == "open":
                depth += 1
            elif match.lastgroup == "close":
                depth -= 1
        return True


def _sign(sign: bytes) -> Token:
    if sign in b"\\{}":
        return Token(data=sign)
    return Token("par" if sign in b"\r\n" else sign.decode("latin-1"))
