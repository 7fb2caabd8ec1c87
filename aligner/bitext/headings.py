"""The headings of a text, as a table of contents has them, and the pairs that begin with them."""

from __future__ import annotations

from dataclasses import dataclass

from aligner.article import Side
from aligner.bitext import Bitext


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading and where it stands."""

    place: int
    """Position of its pair, from 0."""
    zh: str
    """The Chinese of that pair; empty where it has none."""
    en: str


def headings_of(bitext: Bitext) -> tuple[Heading, ...]:
    """Return the pairs that begin with a heading in either language, in their order."""
    zh, en = _beginnings(bitext.article.zh), _beginnings(bitext.article.en)
    if not zh and not en:
        return ()
    return tuple(
        Heading(place, pair.zh_text, pair.en_text)
        for place, pair in enumerate(bitext.pairs)
        if (pair.zh and pair.zh[0] in zh and not pair.zh_cut[0])
        or (pair.en and pair.en[0] in en and not pair.en_cut[0])
    )


def _beginnings(side: Side) -> set[int]:
    """Return the index of the first sentence of each heading."""
    headings = {n for n, paragraph in enumerate(side.paragraphs) if paragraph.kind == "heading"}
    found: set[int] = set()
    if headings:
        for index, sentence in enumerate(side.sentences):
            if sentence.paragraph in headings:
                headings.discard(sentence.paragraph)
                found.add(index)
    return found
