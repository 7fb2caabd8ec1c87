"""How much of one text another covers, and what is usual in a bitext.

A piece of text is covered as far as the nearest piece of the other side resembles it, and counts by
the squared length of its vector, as for the aligner.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from statistics import fmean, median

import numpy as np
import numpy.typing as npt

from aligner.alignment.segments import Segments, read_segments
from aligner.alignment.surface import LENGTH_RATIO
from aligner.alignment.typical import Typical, cover_each_other
from aligner.article import Language
from aligner.bitext import Bitext, Pair
from aligner.encoders.static import built_in
from aligner.explain.explanation import Usual

Floats = npt.NDArray[np.float32]

_GENERAL = Usual(Typical().zh_covered, Typical().en_covered, LENGTH_RATIO, 0)
_LOOKED_AT = 160  # pairs, evenly spread
_SAMPLE = 40  # of those that are sure
_ENOUGH = 8  # with fewer there is no saying what is usual
_SURE = 0.9
_LONGEST = 2_000  # characters of a text that are looked at; a longer one is no pair


def sampled(bitext: Bitext) -> Usual:
    """Return what is usual in a bitext, from a few sure pairs spread over it."""
    step = max(1, len(bitext.pairs) // _LOOKED_AT)
    sure = [pair for pair in bitext.pairs[::step] if _is_sure(pair)]
    sure = sure[:: max(1, len(sure) // _SAMPLE)][:_SAMPLE]
    if len(sure) < _ENOUGH:
        return _GENERAL
    zh = segments([pair.zh_text for pair in sure], "zh")
    en = segments([pair.en_text for pair in sure], "en")
    shares = [cover_each_other(zh, k, en, k) for k in range(len(sure))]
    return Usual(
        zh_covered=fmean(share for share, _ in shares),
        en_covered=fmean(share for _, share in shares),
        ratio=float(median(en.length / zh.length.clip(1))),
        pairs=len(sure),
    )


def _is_sure(pair: Pair) -> bool:
    return pair.is_full and (pair.status == "confirmed" or pair.confidence >= _SURE)


def segments(texts: Sequence[str], language: Language) -> Segments:
    """Return what the scorer sees of some texts, the beginning of very long ones."""
    return read_segments([text[:_LONGEST] for text in texts], language, built_in())


class Coverage:
    """The sentences of both sides of a place, and how much of which the others cover."""

    def __init__(self, zh: Sequence[str], en: Sequence[str]) -> None:
        self.zh = segments(zh, "zh")
        self.en = segments(en, "en")

    @cached_property
    def _match(self) -> Floats:
        """(pieces of the Chinese, pieces of the English): cosines, 0 at least."""
        zh, en = self.zh, self.en
        match: Floats = np.maximum(zh.unit[zh.piece_row] @ en.unit[en.piece_row].T, 0.0)
        return match

    def share(self, zh: Sequence[int], en: Sequence[int]) -> tuple[float, float]:
        """Return the shares of some sentences that those of the other side cover, 0 to 1."""
        zh_at, en_at = _pieces(self.zh, zh), _pieces(self.en, en)
        match = self._match[zh_at][:, en_at]
        if not match.size:
            return 0.0, 0.0
        zh_weight, en_weight = self.zh.piece_weight[zh_at], self.en.piece_weight[en_at]
        return (
            float(match.max(axis=1) @ zh_weight / zh_weight.sum()),
            float(match.max(axis=0) @ en_weight / en_weight.sum()),
        )

    def total(self, zh: Sequence[int], en: Sequence[int]) -> float:
        """Return the weight of what is covered of some sentences of both sides."""
        zh_share, en_share = self.share(zh, en)
        return float(
            zh_share * self.zh.weight[list(zh)].sum() + en_share * self.en.weight[list(en)].sum()
        )


def _pieces(side: Segments, sentences: Sequence[int]) -> npt.NDArray[np.int64]:
    start = side.pieces.start
    runs = [np.arange(start[k], start[k + 1]) for k in sentences]
    return np.concatenate(runs) if runs else np.zeros(0, np.int64)
