"""Marked-up texts divided anew: the tags go where the characters beside them go.

The texts of a side are one stream of characters, with tags between them; dividing it elsewhere
loses none. Law: every tag comes out once, and once more where an element is divided: it is closed
at the end of one text and opened again in the next. One that may not be there twice, such as a code
with an id, ends where it is divided.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Literal

Kind = Literal["text", "space", "open", "close", "tag", "after", "end"]
"""A tag stands before the character that it belongs to, a closing one and one of kind `after`
behind it; `end` is where a text ends."""


@dataclass(frozen=True, slots=True)
class Token:
    """A character or a tag of a marked-up text."""

    raw: str
    kind: Kind
    closing: str = ""
    """What closes it, where it opens an element that must be closed in the same text."""
    again: str = ""
    """What opens such an element once more in the next text; nothing for one that may not be there
    twice."""
    shown: str = ""
    """The white space that it is read as, where that is another text, as a break of the line is."""


END = Token("", "end")
_ENDED = Token("", "open")
"""An element that was divided and is not opened again; what closed it is left out."""


def recut(
    old: Sequence[Sequence[Token]], new: Sequence[str], escaped: Callable[[str], str]
) -> list[str]:
    """Return each new text with the tags of the old ones.

    `new` are the characters of `old` in their order, divided otherwise, with other white space.
    """
    stream = _Stream(old, escaped)
    return [stream.take(n, text) for n, text in enumerate(new)]


class _Stream:
    """The tokens of all texts, taken one text at a time."""

    def __init__(self, old: Sequence[Sequence[Token]], escaped: Callable[[str], str]) -> None:
        self._escaped = escaped
        self._bare = [_without_text(tokens) for tokens in old]
        self._tokens: list[Token] = []
        self._own: list[tuple[int, int]] = []
        for tokens, bare in zip(old, self._bare, strict=True):
            first = len(self._tokens)
            self._tokens += [] if bare is not None else [*tokens, END]
            self._own.append((first, len(self._tokens)))
        self._at = 0
        self._open: list[Token] = []

    def take(self, number: int, text: str) -> str:
        """Return the next text, marked up."""
        first, behind = self._own[number]
        bare = self._bare[number]
        if bare is None and self._at == first and _same(self._tokens[first:behind], text):
            self._at = behind
            return "".join(token.raw for token in self._tokens[first:behind])
        if not text.strip():
            return bare or ""
        parts = [*(token.again for token in self._open), *self._written(text)]
        parts += [token.closing for token in reversed(self._open)]
        self._open = [token if token.again else _ENDED for token in self._open]
        return (bare or "") + "".join(parts)

    def _written(self, text: str) -> Iterator[str]:
        gap = ""
        for character in text:
            if character.isspace():
                gap += character
            else:
                yield from self._between(gap)
                gap = ""
                token = self._next()
                yield token.raw if token else self._escaped(character)
        yield from self._tail()

    def _between(self, gap: str) -> Iterator[str]:
        """Yield white space and the tags up to the next character."""
        tokens: list[Token] = []
        while self._at < len(self._tokens) and self._tokens[self._at].kind != "text":
            tokens.append(self._tokens[self._at])
            self._at += 1
        spaces = "".join(
            token.shown or (unescape(token.raw) if token.kind == "space" else "")
            for token in tokens
        )
        closers = 0
        while closers < len(tokens) and tokens[closers].kind in ("close", "after", "space"):
            closers += 1
        if spaces == gap:
            ordered = tokens
        else:
            early = [token for token in tokens[:closers] if token.kind != "space"]
            late = [token for token in tokens[closers:] if token.kind != "space"]
            ordered = [*early, Token(self._escaped(gap), "space"), *late]
        yield from map(self._passed, ordered)

    def _tail(self) -> Iterator[str]:
        """Yield the tags behind the last character of a text that belong to it."""
        end = self._at
        while end < len(self._tokens) and self._tokens[end].kind not in ("text", "end"):
            end += 1
        is_end = end < len(self._tokens) and self._tokens[end].kind == "end"
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            if token.kind == "end":
                self._at += 1
                return
            if not is_end and token.kind not in ("close", "after"):
                return
            self._at += 1
            if token.kind != "space":
                yield self._passed(token)

    def _next(self) -> Token | None:
        if self._at == len(self._tokens):
            return None
        self._at += 1
        return self._tokens[self._at - 1]

    def _passed(self, token: Token) -> str:
        """Return a tag, and keep in mind what is open."""
        if token.kind == "open" and token.closing:
            self._open.append(token)
        elif token.kind == "close" and self._open and self._open.pop() is _ENDED:
            return ""
        return token.raw


def _without_text(tokens: Sequence[Token]) -> str | None:
    """Return the tags of a text that has nothing else; None for one that has characters."""
    if any(token.kind == "text" for token in tokens):
        return None
    return "".join(token.raw for token in tokens if token.kind != "space")


def _same(tokens: Sequence[Token], text: str) -> bool:
    """Whether a text has as many characters as these tokens, which are then the same ones."""
    ours = sum(token.kind == "text" for token in tokens)
    return ours == sum(not character.isspace() for character in text)
