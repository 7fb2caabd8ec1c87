"""One side of a text as the scorer sees it: vectors, pieces, lengths, marks, punctuation.

Everything here is worked out once a sentence; pairs of sentences are `evidence`'s business. Of a
sentence without an end only an excerpt is looked at, lengths and punctuation aside.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from aligner.alignment.clauses import cut_clauses
from aligner.alignment.excerpt import excerpt
from aligner.alignment.marks import latin_words, number_marks
from aligner.alignment.quotation import Quotations, find_quotations
from aligner.article import Language
from aligner.encoders import ContextSpans, Pieces, SpanVectors, StaticModel, SummedSpans, sum_rows

Floats = npt.NDArray[np.float32]

_CLOSING = "\"'”’」』）》】)]"
_WIDE = re.compile("[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
_LEAST = np.float32(0.01)  # weight of a sentence without a piece, far below that of one
_LATIN_PER_HAN = 0.3  # a Latin letter inside Chinese, counted in Chinese characters

COUNTED = ("question", "exclamation", "colon", "ellipsis")
"""Punctuation that is counted a sentence, in the order of the columns of `counts`."""


@dataclass(frozen=True)
class Segments:
    """One side; arrays have a value a sentence unless they say otherwise."""

    spans: SpanVectors
    context: ContextSpans
    """Of the second encoder, which reads a sentence when it is in doubt."""
    sums: Floats
    """(sentences, width): sums of the built-in model's piece vectors."""
    pieces: Pieces
    unit: Floats
    """(pieces of the vocabulary used here, width): unit vectors, rows as `piece_row` says."""
    piece_row: npt.NDArray[np.int64]
    """Row in `unit` of each piece of the text."""
    piece_weight: Floats
    """Squared length of the vector of each piece of the text."""
    weight: Floats
    """Sum of the weights of a sentence's pieces."""
    clause_start: npt.NDArray[np.int64]
    """First clause of each sentence, and behind the last the number of clauses."""
    clause_piece: npt.NDArray[np.int64]
    """First piece of each clause, and behind the last the number of pieces."""
    clause_weight: Floats
    """Sum of the weights of a clause's pieces."""
    length: Floats
    """Characters; on the Chinese side Latin letters count a third."""
    counts: Floats
    """(sentences, len(COUNTED))"""
    quotations: Quotations
    asks: npt.NDArray[np.bool_]
    """Whether the sentence ends with a question mark, closing marks aside."""
    opens: npt.NDArray[np.bool_]
    """Whether the sentence begins a paragraph; all false where paragraphs are not known."""
    numbers: list[list[str]]
    weak_numbers: list[list[str]]
    """Small numbers, which are found by the other side but not looked for there."""
    words: list[list[str]]
    """Latin words."""

    def __len__(self) -> int:
        return len(self.length)

    @cached_property
    def number_count(self) -> Floats:
        """How many numbers each sentence has."""
        return np.array([len(found) for found in self.numbers], np.float32)

    def totals(self, name: str, length: int) -> Floats:
        """Return the sum of a value over the so many sentences that begin at each."""
        if (name, length) not in self._totals:
            sums = self._running[name]
            self._totals[name, length] = (sums[length:] - sums[:-length]).astype(np.float32)
        return self._totals[name, length]

    @cached_property
    def _totals(self) -> dict[tuple[str, int], Floats]:
        return {}

    @cached_property
    def _running(self) -> dict[str, npt.NDArray[np.float64]]:
        """Running sums of the values a sentence, with the zero before the first."""
        values = {"length": self.length, "weight": self.weight, "numbers": self.number_count}
        values |= {"opens": self.opens.astype(np.float32)}
        values |= {"opened": self.quotations.opened, "closed": self.quotations.closed}
        values |= {name: self.counts[:, k] for k, name in enumerate(COUNTED)}
        return {name: np.concatenate([[0.0], np.cumsum(v)]) for name, v in values.items()}


def read_segments(
    texts: Sequence[str],
    language: Language,
    model: StaticModel,
    *,
    paragraphs: Sequence[int] | None = None,
    spans: SpanVectors | None = None,
) -> Segments:
    """Work out what the scorer asks of one side.

    `paragraphs` gives the paragraph of each sentence; `spans` replaces the built-in model's.
    """
    seen = [excerpt(text, language) for text in texts]
    clauses, clause_count = cut_clauses(seen, language)
    clause_pieces = model.pieces(clauses)
    clause_start = np.concatenate([np.zeros(1, np.int64), np.cumsum(clause_count, dtype=np.int64)])
    pieces = Pieces(clause_pieces.ids, clause_pieces.start[clause_start])
    sums = model.sums(pieces)
    used, piece_row = np.unique(pieces.ids, return_inverse=True)
    vectors = model.vectors(used)
    square = np.einsum("pd,pd->p", vectors, vectors)
    unit = vectors / np.sqrt(np.maximum(square, 1e-12))[:, None]
    piece_weight = square[piece_row]
    opens = np.zeros(len(texts), dtype=bool)
    if paragraphs is not None and len(set(paragraphs)) > 1:
        opens[0] = True
        opens[1:] = np.diff(np.asarray(paragraphs)) != 0
    bare = [text.strip() for text in texts]
    marks = [number_marks(text, language) for text in seen]
    return Segments(
        spans=spans if spans is not None else SummedSpans(sums),
        context=ContextSpans(clauses, clause_start),
        sums=sums,
        pieces=pieces,
        unit=unit.astype(np.float32, copy=False),
        piece_row=piece_row,
        piece_weight=piece_weight.astype(np.float32),
        weight=sum_rows(piece_weight[:, None], pieces.start)[:, 0] + _LEAST,
        clause_start=clause_start,
        clause_piece=clause_pieces.start,
        clause_weight=sum_rows(piece_weight[:, None], clause_pieces.start)[:, 0] + _LEAST,
        length=np.array([length_of(text, language) for text in bare], dtype=np.float32),
        counts=np.array([_counts(text) for text in bare], np.float32).reshape(-1, len(COUNTED)),
        quotations=find_quotations([text.strip() for text in seen], opens),
        asks=np.array([text.rstrip(_CLOSING).endswith(("?", "？")) for text in bare], dtype=bool),
        opens=opens,
        numbers=[strong for strong, _ in marks],
        weak_numbers=[weak for _, weak in marks],
        words=[latin_words(text) for text in seen],
    )


def length_of(text: str, language: Language) -> float:
    """Return how many characters a text has; on the Chinese side Latin letters count a third."""
    if language == "en":
        return float(len(text))
    wide = len(text) - len(_WIDE.sub("", text))
    return wide + _LATIN_PER_HAN * (len(text) - wide)


def _counts(text: str) -> tuple[float, ...]:
    """Count the punctuation named in `COUNTED`."""
    return (
        float(text.count("?") + text.count("？")),
        float(text.count("!") + text.count("！")),
        float(text.count("：") + text.count(":")),
        float(text.count("…") / 2 + text.count("...")),
    )
