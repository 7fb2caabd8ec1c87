"""What was read: an article with a Chinese and an English side, and what belongs to neither.

Values only. Text stands here exactly as it was found; nothing is normalised. Invariant: every
character of the source is in a sentence, in a leftover, or was markup or white space. The source
of a page (HTML) is the text that a browser would show, with its title in front.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Language = Literal["zh", "en"]
Layout = Literal[
    "blocks", "paragraphs in turn", "one line", "columns", "both in a cue", "two files"
]
ParagraphKind = Literal["body", "heading", "list item", "caption", "note"]


class TimeSpan(NamedTuple):
    """When a cue of subtitles is shown, in milliseconds from the beginning of the film."""

    start: int
    stop: int


Wall = tuple[int, int]
"""Chinese and English sentences before a boundary that no pair may cross."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One segment of one side."""

    text: str
    """As found, without the white space around it."""
    paragraph: int
    """Index of its paragraph on its side."""
    start: int
    """Offset of its first character in the decoded source, in characters."""
    end: int
    """Offset behind its last character."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, heading, list item, caption, note or cue, without its markup."""

    text: str
    kind: ParagraphKind = "body"
    time: TimeSpan | None = None
    """When it is shown, where it is a cue."""


@dataclass(frozen=True, slots=True)
class Leftover:
    """Text that takes no part in the alignment, kept with the reason."""

    text: str
    label: str
    """Why it stands apart: navigation, repeated headline, credit, date, tags, other language..."""
    start: int
    end: int
    source: int = 0
    """Index of the file it stands in."""


@dataclass(frozen=True, slots=True)
class Markup:
    """Characters of the source that are no text: a tag, an entity, a mark of Markdown."""

    text: str
    start: int
    end: int
    stands_for: str = ""
    """What a reader sees in its place: `&` for `&amp;`, a line end for `<br>`, mostly nothing."""
    source: int = 0
    """Index of the file it stands in."""


@dataclass(frozen=True, slots=True)
class ChapterMatch:
    """Chapters of two books that answer to each other; a side is empty where it has none."""

    zh: tuple[int, ...]
    """Indices of the Chinese chapters, in a row."""
    en: tuple[int, ...]
    zh_title: str
    en_title: str
    is_sure: bool
    """Whether no pair may cross from one of them into what stands around it."""


@dataclass(frozen=True, slots=True)
class Side:
    """All that an article says in one language, in order."""

    language: Language
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """Both sides of a bilingual text, and how they were found."""

    zh: Side
    en: Side
    leftovers: tuple[Leftover, ...]
    """In the order of the source; boilerplate of the page and text in neither language."""
    layout: Layout
    sources: tuple[str, ...]
    """The path or paths it was read from."""
    encodings: tuple[str, ...]
    """The encoding of each source."""
    script: str
    """`Hans` or `Hant`, whichever more of the Chinese side is written in."""
    script_share: float
    """Share of the telling characters that belong to that script, 0.5 to 1."""
    markup: tuple[Markup, ...] = ()
    """What was taken out of the text, in the order of the source.

    Of a page (HTML) that is nothing but signs between the two languages of a line.
    """
    source_language: Language | None = None
    """The language that was translated from, where somebody or the file has said so."""
    walls: tuple[Wall, ...] = ()
    """Where a slide, a row or a chapter ends on both sides; neither number ever falls."""
    left_out: tuple[tuple[str, int], ...] = ()
    """What the files hold and do not show, and how often: deletions, comments, hidden text."""
    chapters: tuple[ChapterMatch, ...] = ()
    """Of two books, which chapters answer to which, in their order."""
