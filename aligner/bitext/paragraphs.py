"""Paragraph pairs: which paragraphs answer to which, read off the beads of their sentences.

It never looks at a text. Invariant: what comes out holds every sentence exactly once and keeps the
order of both sides, as the beads that went in did.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from statistics import fmean

from aligner.alignment import Bead
from aligner.article import Side


def gather(zh: Side, en: Side, beads: Sequence[Bead]) -> list[Bead]:
    """Gather beads of sentences into beads of whole paragraphs; indices are still sentences.

    Paragraphs that a bead with text on both sides links belong together, and so do those between
    them. Confidence is the mean over those linking beads; a paragraph that nothing links stands
    alone, with the mean of its own beads.
    """
    zh_home = [sentence.paragraph for sentence in zh.sentences]
    en_home = [sentence.paragraph for sentence in en.sentences]
    linked = [
        (
            link.place,
            Bead(
                zh=_sentences_within(zh_home, link.zh),
                en=_sentences_within(en_home, link.en),
                confidence=fmean(link.confidences),
            ),
        )
        for link in _links(beads, zh_home, en_home)
    ]
    zh_taken = {i for _, bead in linked for i in bead.zh}
    en_taken = {j for _, bead in linked for j in bead.en}
    zh_bead = {i: place for place, bead in enumerate(beads) for i in bead.zh}
    en_bead = {j: place for place, bead in enumerate(beads) for j in bead.en}
    omitted = [
        (zh_bead[alone[0]], Bead(alone, (), _mean_confidence(alone, zh_bead, beads)))
        for alone in _unlinked(zh_home, zh_taken)
    ]
    added = [
        (en_bead[alone[0]], Bead((), alone, _mean_confidence(alone, en_bead, beads)))
        for alone in _unlinked(en_home, en_taken)
    ]
    # The place of its first bead puts each group where the text has it.
    return [bead for _, bead in sorted([*linked, *omitted, *added], key=lambda group: group[0])]


@dataclass(frozen=True, slots=True)
class _Link:
    """Paragraphs of both sides that belong together."""

    place: int
    """Index of the first bead that links them."""
    zh: tuple[int, int]
    """First and last Chinese paragraph."""
    en: tuple[int, int]
    confidences: tuple[float, ...]


def _links(beads: Sequence[Bead], zh_home: list[int], en_home: list[int]) -> list[_Link]:
    links: list[_Link] = []
    for place, bead in enumerate(beads):
        if not (bead.zh and bead.en):
            continue
        zh = zh_home[bead.zh[0]], zh_home[bead.zh[-1]]
        en = en_home[bead.en[0]], en_home[bead.en[-1]]
        last = links[-1] if links else None
        if last and (zh[0] <= last.zh[1] or en[0] <= last.en[1]):
            links[-1] = replace(
                last,
                zh=(last.zh[0], zh[1]),
                en=(last.en[0], en[1]),
                confidences=(*last.confidences, bead.confidence),
            )
        else:
            links.append(_Link(place, zh, en, (bead.confidence,)))
    return links


def _sentences_within(home: list[int], paragraphs: tuple[int, int]) -> tuple[int, ...]:
    return tuple(range(bisect_left(home, paragraphs[0]), bisect_right(home, paragraphs[1])))


def _unlinked(home: list[int], taken: set[int]) -> list[tuple[int, ...]]:
    left = [i for i in range(len(home)) if i not in taken]
    return [tuple(group) for _, group in groupby(left, key=home.__getitem__)]


def _mean_confidence(
    sentences: tuple[int, ...], bead_of: dict[int, int], beads: Sequence[Bead]
) -> float:
    return fmean(beads[place].confidence for place in {bead_of[i] for i in sentences})
