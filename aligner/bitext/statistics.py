"""The figures of a bitext: how much was read, how it was paired, and what stayed alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from statistics import fmean

from aligner.bitext import Bitext, Pair


@dataclass(frozen=True, slots=True)
class Statistics:
    """Counts over a bitext; pairs are those with text on both sides."""

    zh_paragraphs: int
    en_paragraphs: int
    zh_sentences: int
    en_sentences: int
    pairs: int
    by_type: dict[str, int]
    """How many pairs join how many ("1-2": one Chinese, two English), commonest first.

    Sentences are counted, or paragraphs where the pairs are made of them."""
    zh_unaligned: int
    """Sentences without a counterpart."""
    en_unaligned: int
    leftovers: dict[str, int]
    """Texts that are in neither side, by label, commonest first."""
    doubtful: int
    """Pairs that deserve a look."""
    mean_confidence: float | None
    """Over the pairs; None when there are none."""


def statistics_of(bitext: Bitext) -> Statistics:
    """Count what a bitext holds."""
    article = bitext.article
    full = [pair for pair in bitext.pairs if pair.is_full]
    types = Counter(_type(bitext, pair) for pair in full)
    labels = Counter(leftover.label for leftover in article.leftovers)
    return Statistics(
        zh_paragraphs=len(article.zh.paragraphs),
        en_paragraphs=len(article.en.paragraphs),
        zh_sentences=len(article.zh.sentences),
        en_sentences=len(article.en.sentences),
        pairs=len(full),
        by_type=dict(types.most_common()),
        zh_unaligned=sum(len(pair.zh) for pair in bitext.pairs if not pair.en),
        en_unaligned=sum(len(pair.en) for pair in bitext.pairs if not pair.zh),
        leftovers=dict(labels.most_common()),
        doubtful=sum(pair.is_doubtful for pair in full),
        mean_confidence=fmean(pair.confidence for pair in full) if full else None,
    )


def _type(bitext: Bitext, pair: Pair) -> str:
    if bitext.level == "sentence":
        return f"{len(pair.zh)}-{len(pair.en)}"
    zh = {bitext.article.zh.sentences[i].paragraph for i in pair.zh}
    en = {bitext.article.en.sentences[j].paragraph for j in pair.en}
    return f"{len(zh)}-{len(en)}"
