"""E-books in both languages whose paragraphs of one language are replaced in place.

A paragraph is followed by its translation, as this program writes it and other tools do. Texts move
between the paragraphs of a chapter with the tags in them; every other byte of the chapter and every
other part of the book stays. A translation that comes to a paragraph that had none is put below it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path, PurePosixPath

from aligner.article import Language
from aligner.errors import UnusableInput
from aligner.files import Package
from aligner.formats.bilingual import Bilingual, BilingualSegment
from aligner.formats.document import Raw
from aligner.formats.epub.paragraphs import Paragraph, paragraphs_of, without_ids
from aligner.formats.epub.spine import spine_of
from aligner.formats.epub.turns import Turn, turns_of, upper_language
from aligner.formats.recutting import Token, recut
from aligner.formats.xml_splice import XmlText, escaped

_NAME = re.compile(r"<([^\s/>]+)")
_CELLS = frozenset({"td", "th"})
"""What nothing can be put in beside without moving a table."""
_Splice = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class _Chapter:
    """A document of the book."""

    name: str
    document: XmlText
    paragraphs: Sequence[Paragraph]


@dataclass(frozen=True, slots=True)
class _Place:
    """A turn, and where it stands."""

    chapter: int
    number: int
    turn: Turn
    upper: Language

    def side(self, language: Language) -> Sequence[Paragraph]:
        """Return the paragraphs of a language."""
        if language != self.upper:
            return self.turn.lower
        return (self.turn.upper,) if self.turn.upper else ()


def read_book_segments(raw: Raw) -> Bilingual:
    """Return the paragraphs of a book; raises `UnusableInput` where they do not take turns."""
    chapters = list(_chapters(raw))
    upper = upper_language([chapter.paragraphs for chapter in chapters])
    if upper is None:
        raise UnusableInput(
            f"{raw.path} is no book in which paragraphs are followed by their translations; repair "
            "takes no other one."
        )
    places = [
        _Place(n, number, turn, upper)
        for n, chapter in enumerate(chapters)
        for number, turn in enumerate(turns_of(chapter.paragraphs, upper), 1)
    ]

    def write(language: Language, texts: Sequence[str]) -> bytes:
        changed: dict[str, bytes] = {}
        splices = list(_splices(chapters, places, language, texts))
        for n, chapter in enumerate(chapters):
            if own := [splice for number, splice in splices if number == n]:
                changed[chapter.name] = chapter.document.spliced(own)
        return Package(raw.data, raw.path).replaced(changed) if changed else raw.data

    segments = [_segment(chapters[place.chapter].name, place) for place in places]
    return Bilingual(segments, None, write)


def _chapters(raw: Raw) -> Iterator[_Chapter]:
    seen = set()
    for chapter in spine_of(raw.data, raw.path).chapters:
        if chapter.is_navigation or chapter.name in seen or not chapter.data.strip():
            continue
        seen.add(chapter.name)
        path = Path(f"{raw.path} ({chapter.name})")
        document = XmlText(chapter.data, path, names_characters=True)
        yield _Chapter(chapter.name, document, paragraphs_of(document))


def _segment(name: str, place: _Place) -> BilingualSegment:
    zh, en = ("\n".join(p.text for p in place.side(language)) for language in ("zh", "en"))
    turn = place.turn
    in_table = any(p.node.name in _CELLS for p in (turn.upper, *turn.lower) if p)
    is_whole = turn.upper is not None and bool(turn.lower)
    return BilingualSegment(
        f"{PurePosixPath(name).stem}:{place.number}",
        zh,
        en,
        settled="in a row with one language" if in_table and not is_whole else "",
        section=place.chapter,
    )


def _splices(
    chapters: Sequence[_Chapter],
    places: Sequence[_Place],
    language: Language,
    texts: Sequence[str],
) -> Iterator[tuple[int, _Splice]]:
    """Yield what changes in the chapters, each with the number of its chapter."""
    sides = [place.side(language) for place in places]
    news = recut([_tokens(side) for side in sides], texts, escaped)
    tags = _Tags([p for chapter in chapters for p in chapter.paragraphs], language)
    for place, side, content in zip(places, sides, news, strict=True):
        document = chapters[place.chapter].document
        if len(side) == 1 and content != document.raw(side[0].node):
            yield place.chapter, document.filled(side[0].node, content)
        elif len(side) > 1:
            start, stop = side[0].node.content, side[-1].node.end
            if content != document.text[start:stop].decode("utf-8"):
                yield place.chapter, (start, stop, content)
        elif not side and content:
            yield place.chapter, _put_in(place, tags, content)


def _tokens(side: Sequence[Paragraph]) -> list[Token]:
    """Return the characters and tags of paragraphs that follow each other."""
    found = list(side[0].tokens) if side else []
    for before, after in pairwise(side):
        between = after.document.text[before.node.end : after.node.content]
        found += [Token(between.decode("utf-8"), "tag"), *after.tokens]
    return found


def _put_in(place: _Place, tags: _Tags, content: str) -> _Splice:
    upper, lower = place.turn.upper, place.turn.lower
    beside = upper or lower[0]
    tag = tags.beside(beside)
    made = f"{tag}{content}</{_name(tag)}>"
    at = upper.node.stop if upper else lower[0].node.start
    return at, at, f"\n{made}" if upper else f"{made}\n"


class _Tags:
    """How new paragraphs of a language begin, which are made as the others in the book are."""

    def __init__(self, paragraphs: Sequence[Paragraph], language: Language) -> None:
        self._counts: dict[str, Counter[str]] = {}
        for paragraph in paragraphs:
            if paragraph.language == language:
                tag = without_ids(paragraph.tag)
                tag = f"{tag[:-2].rstrip()}>" if paragraph.node.is_empty else tag
                self._counts.setdefault(paragraph.node.name, Counter())[tag] += 1

    def beside(self, paragraph: Paragraph) -> str:
        """Return the tag of a new paragraph beside another; one beside what is tapped is plain."""
        name = "p" if paragraph.node.name == "summary" else paragraph.node.name
        if name in self._counts:
            return self._counts[name].most_common(1)[0][0]
        return f"<{_name(paragraph.tag) if name == paragraph.node.name else name}>"


def _name(tag: str) -> str:
    """Return the name of an element by its tag, with its prefix."""
    found = _NAME.match(tag)
    return found[1] if found else "p"
