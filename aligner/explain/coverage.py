"""How much of one text another covers, and what is usual in a bitext.

A piece of text is covered as far as the nearest piece of the other side resembles it, and counts by
the squared length of its vector, as for the aligner.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean, median

import numpy as np
import numpy.typing as npt

from aligner.alignment import LENGTH_RATIO, Typical, length_of
from aligner.bitext import Bitext, Pair
from aligner.encoders import built_in
from aligner.explain.explanation import TypicalPairs

Floats = npt.NDArray[np.float32]

_GENERAL = TypicalPairs(Typical().zh_covered, Typical().en_covered, LENGTH_RATIO, 0)
_LOOKED_AT = 100  # pairs, evenly spread
_SAMPLE = 24  # of those that are sure
_ENOUGH = 8  # with fewer there is no saying what is usual
_SURE = 0.9
_LEAST = np.float32(1e-6)  # weight of a piece that says nothing
_LONGEST = 2_000  # characters of a text that are looked at; a longer one is no pair


def sampled(bitext: Bitext) -> TypicalPairs:
    """Return what is usual in a bitext, from a few sure pairs spread over it."""
    step = max(1, len(bitext.pairs) // _LOOKED_AT)
    sure = [pair for pair in bitext.pairs[::step] if _is_sure(pair)]
    sure = sure[:: max(1, len(sure) // _SAMPLE)][:_SAMPLE]
    if len(sure) < _ENOUGH:
        return _GENERAL
    cover = Coverage([pair.zh_text for pair in sure], [pair.en_text for pair in sure])
    shares = [cover.share([k], [k]) for k in range(len(sure))]
    return TypicalPairs(
        zh_covered=fmean(share for share, _ in shares),
        en_covered=fmean(share for _, share in shares),
        ratio=median(
            length_of(pair.en_text, "en") / max(length_of(pair.zh_text, "zh"), 1) for pair in sure
        ),
        pairs=len(sure),
    )


def _is_sure(pair: Pair) -> bool:
    return pair.is_full and (pair.status == "confirmed" or pair.confidence >= _SURE)


class Coverage:
    """Texts of both sides, and how much of which the others cover."""

    def __init__(self, zh: Sequence[str], en: Sequence[str]) -> None:
        self.zh = _Texts(zh)
        self.en = _Texts(en)

    def share(self, zh: Sequence[int], en: Sequence[int]) -> tuple[float, float]:
        """Return the shares of some texts that those of the other side cover, 0 to 1."""
        zh_at, en_at = self.zh.pieces_of(zh), self.en.pieces_of(en)
        if not (len(zh_at) and len(en_at)):
            return 0.0, 0.0
        match = np.maximum(self.zh.unit[zh_at] @ self.en.unit[en_at].T, 0.0)
        return (
            float(np.average(match.max(axis=1), weights=self.zh.weight[zh_at])),
            float(np.average(match.max(axis=0), weights=self.en.weight[en_at])),
        )

    def total(self, zh: Sequence[int], en: Sequence[int]) -> float:
        """Return the weight of what is covered of some texts of both sides."""
        zh_share, en_share = self.share(zh, en)
        return zh_share * self.zh.weight_of(zh) + en_share * self.en.weight_of(en)


class _Texts:
    """Texts of one side, their pieces, and what these weigh."""

    def __init__(self, texts: Sequence[str]) -> None:
        model = built_in()
        pieces = model.pieces([text[:_LONGEST] for text in texts])
        vectors = model.vectors(pieces.ids)
        square = np.maximum(np.einsum("pd,pd->p", vectors, vectors), _LEAST)
        self._start = pieces.start
        self.unit: Floats = vectors / np.sqrt(square)[:, None]
        """(pieces, width): unit vectors, all texts end to end."""
        self.weight: Floats = square
        """Squared length of each piece's vector."""

    def pieces_of(self, texts: Sequence[int]) -> npt.NDArray[np.int64]:
        """Return the positions of the pieces of some texts."""
        runs = [np.arange(self._start[k], self._start[k + 1]) for k in texts]
        return np.concatenate(runs) if runs else np.zeros(0, np.int64)

    def weight_of(self, texts: Sequence[int]) -> float:
        """Return what some texts weigh."""
        return float(self.weight[self.pieces_of(texts)].sum())
