"""Text that remembers where it stood: the one place that counts offsets in the source.

A passage is a string with the source ranges its characters came from. Cutting, stripping and
joining keep them, so that a sentence out of three wrapped lines still knows its first and last
character. Invariant: `span` never leaves the ranges that the passage was made of.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from aligner.article import Language, ParagraphKind, TimeSpan


class Piece(NamedTuple):
    """A run of a passage's text and its source; of unequal length, it is mapped as a whole."""

    length: int
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A text, and where each run of it comes from."""

    text: str
    at: Sequence[int]
    """Offsets in the text at which the runs begin."""
    pieces: Sequence[Piece]

    def cut(self, start: int, stop: int) -> Passage:
        """Return the part from `start` to `stop`, in time of the runs it covers."""
        if start >= stop:
            return Passage("", (), ())
        if start == 0 and stop == len(self.text):
            return self
        first = bisect_right(self.at, start) - 1
        last = bisect_left(self.at, stop)
        at = [max(0, offset - start) for offset in self.at[first:last]]
        pieces = list(self.pieces[first:last])
        pieces[-1] = _trimmed(pieces[-1], 0, stop - self.at[last - 1])
        pieces[0] = _trimmed(pieces[0], start - self.at[first], pieces[0].length)
        return Passage(self.text[start:stop], at, pieces)

    def strip(self) -> Passage:
        """Return the passage without the white space around it."""
        bare = self.text.strip()
        if len(bare) == len(self.text):
            return self
        start = len(self.text) - len(self.text.lstrip())
        return self.cut(start, start + len(bare))

    def span(self, start: int, stop: int) -> tuple[int, int]:
        """Return the source range of a part that is not empty."""
        part = self.cut(start, stop)
        return part.pieces[0].start, part.pieces[-1].stop

    @property
    def start(self) -> int:
        """Offset of its first character in the source."""
        return self.pieces[0].start

    @property
    def stop(self) -> int:
        """Offset behind its last character in the source."""
        return self.pieces[-1].stop


def whole(text: str) -> Passage:
    """Return the whole source as a passage."""
    return from_runs([(text, 0, len(text))])


def from_runs(runs: Sequence[tuple[str, int, int]]) -> Passage:
    """Return a passage of texts and their source ranges, in order, without empty texts."""
    at: list[int] = []
    pieces: list[Piece] = []
    length = 0
    for text, start, stop in runs:
        if text:
            at.append(length)
            pieces.append(Piece(len(text), start, stop))
            length += len(text)
    return Passage("".join(run[0] for run in runs), at, pieces)


def join(passages: Sequence[Passage], glue: Sequence[str]) -> Passage:
    """Return one passage of several in order, with `glue[i]` in front of passage i + 1."""
    if len(passages) == 1:
        return passages[0]
    texts = [passages[0].text]
    at, pieces = list(passages[0].at), list(passages[0].pieces)
    length = len(passages[0].text)
    for between, passage in zip(glue, passages[1:], strict=True):
        if between:
            at.append(length)
            pieces.append(Piece(len(between), pieces[-1].stop, passage.start))
            length += len(between)
        at += [length + offset for offset in passage.at]
        pieces += passage.pieces
        length += len(passage.text)
        texts += (between, passage.text)
    return Passage("".join(texts), at, pieces)


def _trimmed(piece: Piece, start: int, stop: int) -> Piece:
    """Return a part of a run; of one that is mapped as a whole, with all of its source."""
    length, source_start, source_stop = piece
    if source_stop - source_start == length:
        return Piece(stop - start, source_start + start, source_start + stop)
    return Piece(stop - start, source_start, source_stop)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, caption, note or cue as it stands in the source."""

    passage: Passage
    kind: ParagraphKind = "body"
    label: str = ""
    """Why it is no text of the article, where the page says so itself."""
    language: Language | None = None
    """Set where the layout tells, in a column; otherwise found from the text."""
    section: int = 0
    """Number of the slide, row or cue that it stands in, rising; text answers to text of the same
    one, where such sections hold both languages."""
    time: TimeSpan | None = None
    """When it is shown, where it is a cue."""

    @property
    def text(self) -> str:
        """Its text without markup."""
        return self.passage.text
