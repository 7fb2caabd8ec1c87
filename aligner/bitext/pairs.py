"""Pairs, and the bitext they make up: the result of an alignment and the object of every edit.

Values and pure functions; nothing here reads, writes or computes a score. Invariant: every
sentence of the article is in exactly one pair, or cut into parts that are in one pair each, and
nothing of it is left over. The order of both sides is kept, but where a translator has swapped two
neighbours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from aligner.alignment import Bead, Moved
from aligner.article import Article, Language, Side
from aligner.bitext.paragraphs import gather
from aligner.term import Term

Status = Literal["proposed", "confirmed", "edited", "review", "excluded"]
Level = Literal["sentence", "paragraph"]
Cut = tuple[int, int | None]
"""Where a pair begins in its first sentence and ends in its last one, in characters; None is the
end of the sentence."""

WHOLE: Cut = (0, None)
LOW_CONFIDENCE = 0.75
"""Below it a pair deserves a look: one chance in four, at least, that it is wrong."""
_low_confidence = LOW_CONFIDENCE


def low_confidence() -> float:
    """Return the confidence, 0 to 1, below which a pair deserves a look."""
    return _low_confidence


def set_low_confidence(confidence: float = LOW_CONFIDENCE) -> None:
    """Let pairs below a confidence, 0 to 1, deserve a look, for as long as the program runs.

    It belongs to the person at the screen and not to a bitext, like the width of a character.
    """
    global _low_confidence
    _low_confidence = confidence


@dataclass(frozen=True, slots=True)
class Pair:
    """A bead with its texts. Either side may be empty: an omission or an addition."""

    zh: tuple[int, ...]
    """Indices of the Chinese sentences, in order."""
    en: tuple[int, ...]
    """Indices of the English sentences, in order."""
    zh_text: str
    """The Chinese sentences joined with nothing between them, or what a translator made of them."""
    en_text: str
    """The English sentences joined with one space, or what a translator made of them."""
    confidence: float
    """Probability that the pair is right, 0 to 1."""
    status: Status = "proposed"
    """What a translator has said of it: nothing yet, right, changed, to be looked at, unwanted."""
    note: str = ""
    zh_cut: Cut = WHOLE
    """Which part of its Chinese sentences it holds, where one was divided between two pairs."""
    en_cut: Cut = WHOLE

    @property
    def texts(self) -> tuple[str, str]:
        """The Chinese and the English text."""
        return self.zh_text, self.en_text

    @property
    def is_full(self) -> bool:
        """Whether both sides have text."""
        return bool(self.zh_text and self.en_text)

    @property
    def is_doubtful(self) -> bool:
        """Whether somebody marked it for review, or nobody has settled it and confidence is low."""
        if self.status == "review":
            return True
        return self.status == "proposed" and self.confidence < _low_confidence

    @property
    def is_settled(self) -> bool:
        """Whether a translator has decided it, so that no alignment may change it."""
        return self.status in ("confirmed", "edited", "excluded")


@dataclass(frozen=True, slots=True)
class Bitext:
    """An article and its pairs."""

    article: Article
    pairs: tuple[Pair, ...]
    level: Level
    model: str
    """Name of the embedding model that aligned it."""
    moved: tuple[Moved, ...] = ()
    """Omissions and additions that match."""
    terms: tuple[Term, ...] = ()
    """The terms that a translator has decided on, in the order of the alphabet."""

    def __iter__(self) -> Iterator[Pair]:
        """Yield the pairs in order."""
        return iter(self.pairs)

    def __len__(self) -> int:
        """Return the number of pairs."""
        return len(self.pairs)

    def __bool__(self) -> bool:
        """Return True: a bitext without pairs is one too."""
        return True


def pair_up(
    article: Article,
    beads: Sequence[Bead],
    *,
    model: str,
    level: Level = "sentence",
    moved: Sequence[Moved] = (),
) -> Bitext:
    """Make a bitext of an article and the beads found in it.

    `beads` hold every sentence of both sides exactly once, in order; ValueError otherwise. At the
    level "paragraph" the pairs are the paragraphs that beads with text on both sides link, with
    the mean confidence of those beads; paragraphs that nothing links stay omissions or additions.
    """
    _check_cover([i for bead in beads for i in bead.zh], len(article.zh.sentences))
    _check_cover([j for bead in beads for j in bead.en], len(article.en.sentences))
    groups = beads if level == "sentence" else gather(article.zh, article.en, beads)
    pairs = tuple(pair_of(article, group) for group in groups)
    return Bitext(article=article, pairs=pairs, level=level, model=model, moved=tuple(moved))


def pair_of(article: Article, bead: Bead) -> Pair:
    """Return a bead with its texts."""
    return Pair(
        zh=bead.zh,
        en=bead.en,
        zh_text=text_of(article.zh, bead.zh),
        en_text=text_of(article.en, bead.en),
        confidence=bead.confidence,
    )


def text_of(side: Side, indices: Sequence[int], cut: Cut = WHOLE) -> str:
    """Join sentences of a side as a pair shows them, without white space around the whole."""
    if not indices:
        return ""
    texts = [side.sentences[i].text for i in indices]
    if cut != WHOLE:
        texts[-1] = texts[-1][: cut[1]]
        texts[0] = texts[0][cut[0] :]
        texts = [text.strip() for text in texts]
    return separator(side.language).join(texts)


def separator(language: Language) -> str:
    """Return what stands between two sentences of a language in a pair."""
    return "" if language == "zh" else " "


def moved_to(bitext: Bitext) -> dict[int, int]:
    """Return where the counterpart of a pair without one may stand: positions of pairs, from 0.

    Holds both ends of every link that the bitext proposes between an omission and an addition.
    """
    if not bitext.moved:
        return {}
    zh = {i: place for place, pair in enumerate(bitext.pairs) for i in pair.zh}
    en = {j: place for place, pair in enumerate(bitext.pairs) for j in pair.en}
    found: dict[int, int] = {}
    for link in bitext.moved:
        for i, j in zip(link.zh, link.en, strict=True):
            if not bitext.pairs[zh[i]].is_full and not bitext.pairs[en[j]].is_full:
                found.setdefault(zh[i], en[j])
                found.setdefault(en[j], zh[i])
    return found


def begins_paragraph(side: Side, indices: Sequence[int]) -> bool:
    """Whether the first of these sentences is the first of its paragraph."""
    if not indices:
        return False
    first, sentences = indices[0], side.sentences
    return first == 0 or sentences[first].paragraph != sentences[first - 1].paragraph


def _check_cover(indices: list[int], count: int) -> None:
    if indices != list(range(count)):
        raise ValueError(f"beads must hold each of {count} sentences once and in order")
