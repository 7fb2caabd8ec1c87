"""Paragraphs in two languages that take turns: which of them is whose translation.

Those of the one language stand above those of the other. Where a run has more of them above, the
first ones have no translation; where it has more below, the last ones translate one paragraph, if
they follow each other directly.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from aligner.article import Language
from aligner.formats.epub.paragraphs import Paragraph

_LONGEST = 4
"""Paragraphs of a language that follow each other where two languages take turns."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A paragraph and those below it in the other language; either may be missing."""

    upper: Paragraph | None
    lower: Sequence[Paragraph]


def upper_language(chapters: Sequence[Sequence[Paragraph]]) -> Language | None:
    """Return which language stands above the other; None for chapters that take no turns."""
    runs = [list(_runs(chapter)) for chapter in chapters]
    sizes = [len(run) for chapter in runs if len(chapter) > 1 for run in chapter]
    if 2 * sum(size for size in sizes if size <= _LONGEST) <= sum(map(len, chapters)):
        return None
    below = [one[0].language for chapter in runs for one, _ in pairwise(chapter)]
    return "en" if below.count("en") > below.count("zh") else "zh"


def turns_of(chapter: Sequence[Paragraph], upper: Language) -> Iterator[Turn]:
    """Yield the turns of a chapter in its order; each paragraph is in one of them."""
    above: list[Paragraph] = []
    for run in _runs(chapter):
        if run[0].language == upper:
            above = run
            continue
        if above:
            yield from _answered(above, run)
        else:
            yield from (Turn(None, (paragraph,)) for paragraph in run)
        above = []
    for paragraph in above:
        yield Turn(paragraph, ())


def _runs(chapter: Sequence[Paragraph]) -> Iterator[list[Paragraph]]:
    for _, run in groupby(chapter, key=lambda paragraph: paragraph.language):
        yield list(run)


def _answered(above: Sequence[Paragraph], below: Sequence[Paragraph]) -> Iterator[Turn]:
    alone = max(len(above) - len(below), 0)
    for paragraph in above[:alone]:
        yield Turn(paragraph, ())
    *whole, last = above[alone:]
    for paragraph, translation in zip(whole, below, strict=False):
        yield Turn(paragraph, (translation,))
    rest = below[len(whole) :]
    more = next((n for n in range(1, len(rest)) if not rest[n].follows(rest[n - 1])), len(rest))
    yield Turn(last, rest[:more])
    for paragraph in rest[more:]:
        yield Turn(None, (paragraph,))
