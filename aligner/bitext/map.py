"""The map of an alignment: both texts as axes, each pair as a stroke from one to the other.

It owns the geometry and no drawing: the page draws it as SVG, the terminal in cells. Chinese runs
across, English down, both from the top left, in English characters; Chinese is stretched so that
equal lengths say equally much. Invariant: every pair is in exactly one stroke or bar, and strokes
never go back on either axis, but where a translator has exchanged two neighbours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby
from statistics import fmean
from typing import Literal

from aligner.article import Language, Side
from aligner.bitext import Bitext, Cut, Pair, low_confidence

Grade = Literal["sure", "likely", "doubtful", "weak"]
MapSpan = tuple[float, float]
"""Start and end on one axis."""

_SURE = 0.95
_WEAK = 0.5
_USUAL_STRETCH = 3.0
"""English characters to a Chinese one, for a text without a pair to measure it by."""
_STRETCHES = (1.0, 8.0)
"""Beyond them the pairs are too few or too odd to tell."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A pair with text on both sides, or several neighbours drawn as one."""

    zh: MapSpan
    en: MapSpan
    numbers: tuple[int, ...]
    """Numbers of its pairs, from 1, in order."""
    confidence: float
    """Mean over the pairs; one that a person has looked at counts as 1."""

    @property
    def grade(self) -> Grade:
        """How sure it is, in four steps; the lower two deserve a look."""
        if self.confidence >= _SURE:
            return "sure"
        if self.confidence >= low_confidence():
            return "likely"
        return "doubtful" if self.confidence >= _WEAK else "weak"

    @property
    def is_doubtful(self) -> bool:
        """Whether it deserves a look."""
        return self.confidence < low_confidence()


@dataclass(frozen=True, slots=True)
class Bar:
    """Text without a counterpart: an omission on the Chinese axis, an addition on the English."""

    side: Language
    span: MapSpan
    """Where it stands on its own axis; several drawn as one begin where the first does."""
    across: float
    """Where the alignment stands on the other axis meanwhile."""
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """An omission and an addition that say the same: text that was moved."""

    zh: MapSpan
    en: MapSpan
    number: int
    """Number of the pair that holds its first Chinese sentence."""
    confidence: float


@dataclass(frozen=True, slots=True)
class AlignmentMap:
    """What a drawing needs. Lengths are in English characters."""

    zh_length: float
    en_length: float
    zh_sentences: int
    en_sentences: int
    strokes: tuple[Stroke, ...]
    bars: tuple[Bar, ...]
    links: tuple[Link, ...]
    zh_paragraphs: tuple[float, ...]
    """Where paragraphs begin, but for the first."""
    en_paragraphs: tuple[float, ...]
    is_binned: bool
    """Whether neighbours were drawn as one."""


def alignment_map(bitext: Bitext, *, most: int | None = None, bins: int = 400) -> AlignmentMap:
    """Lay out the map of a bitext.

    A bitext of more than `most` pairs is cut into `bins` stretches of equal length; the pairs of
    a stretch make one stroke and one bar a side at most. Links are never drawn as one.
    """
    article = bitext.article
    stretch = _stretch(bitext)
    zh_edges = _edges(_lengths(article.zh), stretch)
    en_edges = _edges(_lengths(article.en), 1.0)
    is_binned = most is not None and len(bitext.pairs) > most
    placed = list(_placed(bitext, zh_edges, en_edges))
    length = zh_edges[-1] + en_edges[-1]
    stretches = _binned(placed, length / bins) if is_binned else ([one] for one in placed)
    strokes: list[Stroke] = []
    bars: list[Bar] = []
    for some in stretches:
        strokes += _stroke([one for one in some if one.pair.is_full])
        bars += _bar("zh", [one for one in some if _lone_side(one.pair) == "zh"])
        bars += _bar("en", [one for one in some if _lone_side(one.pair) == "en"])
    return AlignmentMap(
        zh_length=zh_edges[-1],
        en_length=en_edges[-1],
        zh_sentences=len(article.zh.sentences),
        en_sentences=len(article.en.sentences),
        strokes=tuple(strokes),
        bars=tuple(bars),
        links=tuple(_links(bitext, zh_edges, en_edges)),
        zh_paragraphs=_paragraph_starts(article.zh, zh_edges),
        en_paragraphs=_paragraph_starts(article.en, en_edges),
        is_binned=is_binned,
    )


@dataclass(frozen=True, slots=True)
class _Placed:
    number: int
    pair: Pair
    zh: MapSpan
    en: MapSpan


def _stretch(bitext: Bitext) -> float:
    """English characters to a Chinese one, in the pairs of this text."""
    full = [pair for pair in bitext.pairs if pair.is_full]
    zh = sum(len(pair.zh_text) for pair in full)
    en = sum(len(pair.en_text) for pair in full)
    least, most = _STRETCHES
    return min(max(en / zh, least), most) if zh and en else _USUAL_STRETCH


def _lengths(side: Side) -> list[int]:
    """Return how long each sentence is, in characters."""
    return [max(len(sentence.text), 1) for sentence in side.sentences]


def _edges(lengths: Sequence[int], stretch: float) -> list[float]:
    """Where each sentence begins, and where the last one ends."""
    return [place * stretch for place in accumulate(lengths, initial=0)]


def _placed(
    bitext: Bitext, zh_edges: Sequence[float], en_edges: Sequence[float]
) -> Iterator[_Placed]:
    """Yield the pairs with their places, which their own sentences tell, or parts of sentences.

    A sentence may be divided between two pairs, and two neighbours may be exchanged, so counting
    sentences from the first pair on would lead elsewhere.
    """
    article = bitext.article
    zh_end = en_end = 0.0
    for number, pair in enumerate(bitext.pairs, start=1):
        zh = _span(article.zh, zh_edges, pair.zh, pair.zh_cut) or (zh_end, zh_end)
        en = _span(article.en, en_edges, pair.en, pair.en_cut) or (en_end, en_end)
        yield _Placed(number, pair, zh, en)
        zh_end, en_end = zh[1], en[1]


def _span(side: Side, edges: Sequence[float], indices: Sequence[int], cut: Cut) -> MapSpan | None:
    """Return where the sentences of a pair stand on their axis; None where it has none."""
    if not indices:
        return None
    start, end = cut
    first = _within(side, edges, indices[0], start)
    last = edges[indices[-1] + 1] if end is None else _within(side, edges, indices[-1], end)
    # Exchanged neighbours that were merged then are out of order within a pair.
    begins = [first, last, *(edges[index] for index in indices[1:])]
    ends = [first, last, *(edges[index + 1] for index in indices[:-1])]
    return min(begins), max(ends)


def _within(side: Side, edges: Sequence[float], index: int, offset: int) -> float:
    """Return the place on its axis of a character of a sentence."""
    length = max(len(side.sentences[index].text), 1)
    share = min(offset / length, 1.0)
    return edges[index] + (edges[index + 1] - edges[index]) * share


def _lone_side(pair: Pair) -> Language | None:
    """Return the side that a pair has a text on, where the other has none; None if both have."""
    if pair.is_full:
        return None
    return "zh" if pair.zh_text or (pair.zh and not pair.en_text) else "en"


def _binned(placed: Iterable[_Placed], length: float) -> Iterator[list[_Placed]]:
    for _, stretch in groupby(
        placed, key=lambda one: int((sum(one.zh) + sum(one.en)) / 2 / length)
    ):
        yield list(stretch)


def _stroke(stretch: Sequence[_Placed]) -> Iterator[Stroke]:
    if stretch:
        yield Stroke(
            zh=(min(one.zh[0] for one in stretch), max(one.zh[1] for one in stretch)),
            en=(min(one.en[0] for one in stretch), max(one.en[1] for one in stretch)),
            numbers=tuple(one.number for one in stretch),
            confidence=fmean(
                one.pair.confidence if one.pair.status == "proposed" else 1.0 for one in stretch
            ),
        )


def _bar(side: Language, stretch: Sequence[_Placed]) -> Iterator[Bar]:
    if stretch:
        first = stretch[0]
        start, across = (first.zh[0], first.en[0]) if side == "zh" else (first.en[0], first.zh[0])
        spans = [one.zh if side == "zh" else one.en for one in stretch]
        length = sum(end - begin for begin, end in spans)
        yield Bar(side, (start, start + length), across, tuple(one.number for one in stretch))


def _links(bitext: Bitext, zh_edges: Sequence[float], en_edges: Sequence[float]) -> Iterator[Link]:
    holders = {i: number for number, pair in enumerate(bitext.pairs, start=1) for i in pair.zh}
    for moved in bitext.moved:
        yield Link(
            zh=(zh_edges[moved.zh[0]], zh_edges[moved.zh[-1] + 1]),
            en=(en_edges[moved.en[0]], en_edges[moved.en[-1] + 1]),
            number=holders[moved.zh[0]],
            confidence=moved.confidence,
        )


def _paragraph_starts(side: Side, edges: Sequence[float]) -> tuple[float, ...]:
    sentences = side.sentences
    return tuple(
        edges[n]
        for n in range(1, len(sentences))
        if sentences[n].paragraph != sentences[n - 1].paragraph
    )
