"""Inline tags put back into a text that was edited, by the words around them.

The words that both texts have are found first; a tag stays beside its word. One that begins a
stretch goes with the word behind it, one that ends a stretch with the word before it, and where
that word is gone, with its other neighbour. A tag whose neighbours are both gone, and a pair of
tags with nothing left between them, is dropped and named. Invariant: the text is never changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Literal

from aligner.article import Language
from aligner.files import segment as trimmed
from aligner.formats.inline import CODES, Segment, Token, read_markup, tokens_of
from aligner.formats.properties import segment_name
from aligner.unit import Unit

_WORD = re.compile(r"[A-Za-z0-9À-ɏ]+(?:['’-][A-Za-z0-9À-ɏ]+)*|\S")
_LANGUAGES: tuple[Language, ...] = ("zh", "en")
_Kind = Literal["open", "close", "alone"]


@dataclass(frozen=True, slots=True)
class Retagged:
    """A text with the tags that could be put back, and the others by what they say."""

    markup: str
    dropped: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Mark:
    """A tag: an element of code as a whole, or one end of a highlight."""

    tokens: tuple[Token, ...]
    at: int
    """Its place in the text, in characters."""
    kind: _Kind
    pair: str = ""
    """What it shares with the tag at the other end of its stretch; empty where it has none."""

    @property
    def name(self) -> str:
        """What a person knows it by: its code, or else its element."""
        code = "".join(token.text for token in self.tokens).strip()
        first = self.tokens[0]
        return code or (f"<{first.start}>" if first.start else f"</{first.end}>")


def with_tags_placed(unit: Unit) -> tuple[Unit, tuple[str, ...]]:
    """Return a unit whose segments with tags have its texts, and the tags that were dropped."""
    if not any(name in _SEGMENTS for name, _ in unit.properties):
        return unit, ()
    properties: list[tuple[str, str]] = []
    dropped: list[str] = []
    for name, value in unit.properties:
        text = unit.zh if name == _SEGMENTS[0] else unit.en
        if name in _SEGMENTS and (made := _fitted(value, text)) is not None:
            value = made.markup
            dropped += made.dropped
        properties.append((name, value))
    if tuple(properties) == unit.properties:
        return unit, ()
    return replace(unit, properties=tuple(properties)), tuple(dropped)


_SEGMENTS = tuple(segment_name(language) for language in _LANGUAGES)


def _fitted(markup: str, text: str) -> Retagged | None:
    """Return the tags of a segment in another text; None if it has that text, or is none."""
    read = read_markup(markup)
    if read is None or trimmed(read.text) == trimmed(text):
        return None
    return retag(markup, text)


def retag(markup: str, text: str) -> Retagged:
    """Put the tags of a segment, as a unit's properties hold it, into another text."""
    old, marks = _divided(tokens_of(markup) or ())
    places = _Places(old, text)
    placed = {number: places.of(mark) for number, mark in enumerate(marks)}
    for number, other in _pairs(marks):
        first, last = placed[number], placed[other]
        was_empty = marks[number].at == marks[other].at
        if first is None or last is None or (first >= last and not was_empty):
            placed[number] = placed[other] = None
    segment, done = Segment(), 0
    for number, mark in enumerate(marks):
        place = placed[number]
        if place is None:
            continue
        place = max(place, done)
        segment.add(text[done:place])
        done = place
        _write(segment, mark.tokens)
    segment.add(text[done:])
    dropped = (mark.name for number, mark in enumerate(marks) if placed[number] is None)
    return Retagged(segment.markup, tuple(dropped))


def _write(segment: Segment, tokens: Sequence[Token]) -> None:
    for token in tokens:
        if token.start:
            segment.start(token.start, token.attributes)
        elif token.end:
            segment.end()
        else:
            segment.add(token.text)


def _divided(tokens: Sequence[Token]) -> tuple[str, list[_Mark]]:
    """Divide a segment into its text and its tags."""
    text: list[str] = []
    marks: list[_Mark] = []
    code: list[Token] = []
    highlights: list[str] = []
    depth = at = 0
    for token in tokens:
        if depth or token.start in CODES:
            code.append(token)
            depth += bool(token.start) - bool(token.end)
            if not depth:
                marks.append(_mark(tuple(code), at))
                code.clear()
        elif token.start:
            highlights.append(f"hi {len(marks)}")
            marks.append(_Mark((token,), at, "open", highlights[-1]))
        elif token.end:
            marks.append(_Mark((token,), at, "close", highlights.pop()))
        else:
            text.append(token.text)
            at += len(token.text)
    return "".join(text), marks


def _mark(tokens: tuple[Token, ...], at: int) -> _Mark:
    name, attributes = tokens[0].start, tokens[0].attributes
    if name in ("bpt", "ept"):
        return _Mark(tokens, at, "open" if name == "bpt" else "close", f"i {attributes.get('i')}")
    if name == "it":
        return _Mark(tokens, at, "close" if attributes.get("pos") == "end" else "open")
    return _Mark(tokens, at, "alone")


def _pairs(marks: Sequence[_Mark]) -> Iterator[tuple[int, int]]:
    """Yield the two ends of each stretch, by their numbers."""
    opened: dict[str, int] = {}
    for number, mark in enumerate(marks):
        if mark.pair and mark.kind == "open":
            opened[mark.pair] = number
        elif mark.pair in opened:
            yield opened.pop(mark.pair), number


class _Places:
    """Where what stood at a place of one text belongs in another."""

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = old, new
        self._words = [match.span() for match in _WORD.finditer(old)]
        others = [match.span() for match in _WORD.finditer(new)]
        matcher = SequenceMatcher(
            None,
            [old[a:b].casefold() for a, b in self._words],
            [new[a:b].casefold() for a, b in others],
            autojunk=False,
        )
        self._found = {
            block.a + n: others[block.b + n]
            for block in matcher.get_matching_blocks()
            for n in range(block.size)
        }

    def of(self, mark: _Mark) -> int | None:
        """Return the place of a tag in the new text; None where nothing it stood beside is left."""
        before, behind = self._behind_word(mark.at), self._before_word(mark.at)
        preferred = (behind, before) if mark.kind == "open" else (before, behind)
        return next((place for place in preferred if place is not None), None)

    def _behind_word(self, at: int) -> int | None:
        """Return the place behind the word before a tag; the beginning counts as a word."""
        number = max((n for n, (_, end) in enumerate(self._words) if end <= at), default=-1)
        stop = self._words[number][1] if number >= 0 else 0
        if number >= 0 and number not in self._found:
            return None
        place = self._found[number][1] if number >= 0 else 0
        space = self._old[stop:at]
        return place + len(space) if space and self._new.startswith(space, place) else place

    def _before_word(self, at: int) -> int | None:
        """Return the place before the word behind a tag; the end counts as a word."""
        count = len(self._words)
        number = min((n for n, (start, _) in enumerate(self._words) if start >= at), default=count)
        start = self._words[number][0] if number < count else len(self._old)
        if number < count and number not in self._found:
            return None
        place = self._found[number][0] if number < count else len(self._new)
        space = self._old[at:start]
        return place - len(space) if space and self._new.endswith(space, 0, place) else place
