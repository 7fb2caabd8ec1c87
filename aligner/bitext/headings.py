"""The headings of a text, as a table of contents has them, and the pairs that begin with them."""

from __future__ import annotations

from dataclasses import dataclass

from aligner.article import Side
from aligner.bitext import Bitext, Cut, begins_paragraph


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading and where it stands."""

    place: int
    """Position of its pair, from 0."""
    zh: str
    """Its Chinese; empty where only the English is a heading."""
    en: str


def headings_of(bitext: Bitext) -> tuple[Heading, ...]:
    """Return the pairs that begin with a heading in either language, in their order."""
    article = bitext.article
    found = []
    for place, pair in enumerate(bitext.pairs):
        zh = _heading(article.zh, pair.zh, pair.zh_cut, pair.zh_text)
        en = _heading(article.en, pair.en, pair.en_cut, pair.en_text)
        if zh or en:
            found.append(Heading(place, zh or pair.zh_text, en or pair.en_text))
    return tuple(found)


def _heading(side: Side, indices: tuple[int, ...], cut: Cut, text: str) -> str:
    """Return the text of a side that begins a heading; empty where it does not."""
    if not indices or cut[0] or not begins_paragraph(side, indices):
        return ""
    paragraph = side.paragraphs[side.sentences[indices[0]].paragraph]
    return text if paragraph.kind == "heading" else ""
