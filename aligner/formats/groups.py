"""What of a bitext stands together where its languages take turns: paragraphs that answer to each
other.

A group begins where a paragraph begins on both sides. What is excluded, or not sure enough, is in
none; what has no counterpart stands in its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aligner.article import ParagraphKind, Side
from aligner.bitext import Bitext, Pair, begins_paragraph
from aligner.formats.options import ExportOptions
from aligner.formats.selection import is_exported


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


def first_and_second(bitext: Bitext, options: ExportOptions) -> tuple[int, int]:
    """Return which side of a group comes first, the one translated from, and which second."""
    source = options.source or bitext.article.source_language
    return (1, 0) if source == "en" else (0, 1)


def divided_by_notes(groups: Sequence[Group]) -> tuple[list[Group], list[Group]]:
    """Return the groups of the text, and those of its notes, which stand behind it."""
    text = [group for group in groups if group.kind != "note"]
    return text, [group for group in groups if group.kind == "note"]


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
