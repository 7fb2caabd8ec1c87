"""What of a bitext stands together in a book: paragraphs that answer to each other, and documents.

A group begins where a paragraph begins on both sides; a document begins at a heading, or where one
grows too long for devices.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from aligner.article import ParagraphKind, Side
from aligner.bitext import Bitext, Pair, begins_paragraph
from aligner.formats.selection import is_exported

_SHORT = 2_000
"""Characters that a document has before a heading begins the next one."""
_LONG = 100_000
"""Characters after which a document ends at the next group, whatever that is."""


@dataclass(frozen=True, slots=True)
class Group:
    """Paragraphs of both languages that answer to each other."""

    sides: tuple[list[str], list[str]]
    """The Chinese paragraphs, and the English ones."""
    kind: ParagraphKind

    @property
    def size(self) -> int:
        """Its length in characters."""
        return sum(len(text) for side in self.sides for text in side)


def groups_of(bitext: Bitext, min_confidence: float) -> list[Group]:
    """Return what of a bitext is exported, group by group."""
    article = bitext.article
    groups: list[Group] = []
    for pair in bitext.pairs:
        if not is_exported(pair, min_confidence):
            continue
        begins = [
            not indices or begins_paragraph(side, indices)
            for side, indices in ((article.zh, pair.zh), (article.en, pair.en))
        ]
        if all(begins) or not groups:
            groups.append(Group(([], []), _kind(bitext, pair)))
        _add(groups[-1].sides[0], pair.zh_text, is_new=begins[0], glue="")
        _add(groups[-1].sides[1], pair.en_text, is_new=begins[1], glue=" ")
    return groups


def documents_of(groups: Iterable[Group]) -> list[list[Group]]:
    """Divide groups into the documents of a book; there is always one."""
    documents: list[list[Group]] = [[]]
    size = 0
    for group in groups:
        is_begin = size > _LONG or (group.kind == "heading" and size > _SHORT)
        if is_begin and documents[-1]:
            documents.append([])
            size = 0
        documents[-1].append(group)
        size += group.size
    return documents


def _add(paragraphs: list[str], text: str, *, is_new: bool, glue: str) -> None:
    """Add the text of a pair to the last paragraph, or as a new one."""
    if not text:
        return
    if is_new or not paragraphs:
        paragraphs.append(text)
    else:
        paragraphs[-1] += glue + text


def _kind(bitext: Bitext, pair: Pair) -> ParagraphKind:
    """Return what both sides of a pair are; body where they differ."""
    kinds = {
        _paragraph_kind(side, indices[0])
        for side, indices in ((bitext.article.zh, pair.zh), (bitext.article.en, pair.en))
        if indices
    }
    return kinds.pop() if len(kinds) == 1 else "body"


def _paragraph_kind(side: Side, sentence: int) -> ParagraphKind:
    return side.paragraphs[side.sentences[sentence].paragraph].kind
