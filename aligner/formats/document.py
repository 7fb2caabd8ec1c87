"""What an article's file says, block by block, before anybody asks which language is which.

A format gives the blocks in their order, with what was markup; the room of reading finds languages,
layout and boilerplate. Law: every character of the text is in a block, in markup, or white space.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from aligner.article import Layout, Markup
from aligner.errors import UnusableInput
from aligner.files import decode
from aligner.formats.code import LABEL as CODE
from aligner.formats.column_choice import ANY_COLUMNS, ColumnChoice
from aligner.formats.html_remnants import Cleaned, clean
from aligner.formats.passage import Block

_MOST_LINES = 1_000_000
"""Each takes memory, blank or not; a novel has some ten thousand."""


@dataclass(frozen=True)
class Raw:
    """A file as it was loaded, for a format to make a document of."""

    path: Path
    """Where it lies, for the sentences that name it."""
    data: bytes
    encoding: str | None = None
    """The encoding that somebody says it has; None is to be found."""
    columns: ColumnChoice = ANY_COLUMNS
    """The columns that somebody says hold the texts, where it is a table."""

    @property
    def text(self) -> str:
        """All of it as text; raises UnusableInput where it is none."""
        return self._decoded[0]

    @property
    def text_encoding(self) -> str:
        """The encoding of the text."""
        return self._decoded[1]

    @cached_property
    def _decoded(self) -> tuple[str, str]:
        text, name = decode(self.data, self.path, self.encoding)
        if max(text.count("\n"), text.count("\r")) > _MOST_LINES:
            raise UnusableInput(
                f"{self.path} has more than {_MOST_LINES:,} lines, more than is read as one "
                "article; divide it into parts."
            )
        return text, name


@dataclass(frozen=True, slots=True)
class Document:
    """The blocks of a file in their order."""

    blocks: list[Block]
    markup: list[Markup] = field(default_factory=list)
    """What was taken out of the text, in the order of the source."""
    layout: Layout | None = None
    """How the languages are laid out, where the format says so and has set them."""
    encoding: str = ""
    """What its characters were encoded in, where that is not the encoding of the whole file."""
    left_out: Mapping[str, int] = field(default_factory=dict)
    """How much the file holds and does not show, by what it is: a deletion, a comment."""


@dataclass(frozen=True, slots=True)
class Columns:
    """A file that is a table, with a column for each language."""

    sides: Sequence[Block]
    """The cells of the two columns, each with its language, row by row."""
    rest: Sequence[Block]
    """The other cells."""
    markup: list[Markup]


def document_of(
    text: str,
    blocks_of: Callable[[Cleaned], tuple[list[Block], list[Markup]]],
    literal: Sequence[tuple[int, int]] = (),
) -> Document:
    """Make a document of a text that may hold remnants of HTML, which become markup.

    `blocks_of` finds the blocks in what is left, and the marks that are none of their text; the
    ranges of `literal` hold no remnants, whatever they look like.
    """
    cleaned = clean(text, literal=literal)
    blocks, marks = blocks_of(cleaned)
    if cleaned.code:
        blocks += [Block(passage, label=CODE) for passage in cleaned.code]
        blocks.sort(key=lambda block: block.passage.start)
    markup = sorted([*cleaned.markup, *marks], key=lambda mark: (mark.start, mark.end))
    return Document(blocks, markup)
