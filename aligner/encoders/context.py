"""The context encoder: vectors of sentences by an encoder that sees words in their company.

Google's Universal Sentence Encoder Multilingual v3 (2019), cut down to the pieces of Chinese and
English by `training.context` and read here with tokenizers and numpy. Each piece passes two
convolutions over its neighbours in three widths; a sentence is the sum of its pieces' features,
over the square root of their number, through a small network. So the vector of neighbouring
sentences is had from their sums, and only the small network runs once a span. It costs some four
million multiplications a piece: the aligner asks it where the static model leaves it in doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from aligner.encoders.folder import read_folder
from aligner.encoders.spans import unit_vectors

Floats = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.int64]

CONTEXT = Path(__file__).parent.parent / "model" / "duizhao-context-zh-en"

_BRANCHES = ((2, 0), (3, 1), (5, 2))
"""Width of each branch's window over the pieces, and how many of them lie before the piece."""

_BATCH = 1_000  # pieces that pass at once: their tables stay within the processor's cache
_MOST = 400  # pieces of a sentence that are looked at
_CHARACTERS = 2_000  # and characters
_EPSILON = 1e-12
_SURROGATE = re.compile("[\ud800-\udfff]")  # lone ones, which no tokenizer takes
_NOT_NETWORK = ("pieces", "levels", " factor")
"""Ends of the names of tensors that are not matrices of the network themselves."""


class ContextModel:
    """The encoder with its tables; the piece vectors stay packed until they are asked for."""

    def __init__(self, folder: Path) -> None:
        self._tokenizer, tensors = read_folder(folder)
        self._packed, self._factor = tensors["pieces"], tensors["pieces factor"]
        self._levels = tensors["levels"]
        self._net = {
            name: _matrix(tensors, name) for name in tensors if not name.endswith(_NOT_NETWORK)
        }
        self.width = int(self._net["sum"].shape[1])

    def sums(self, texts: Sequence[str]) -> tuple[Floats, Floats]:
        """Return the sum of each text's features, (texts, width), and how many pieces it has.

        Both add up over neighbouring texts; `vectors` takes them to unit vectors.
        """
        return self.sums_of_parts([[text] for text in texts])

    def sums_of_parts(self, texts: Sequence[Sequence[str]]) -> tuple[Floats, Floats]:
        """Return the same for each part of each text, the parts of all texts in one table.

        The parts of a text join to it and are read as one, so each is seen in its company.
        """
        first_part = np.cumsum([0, *map(len, texts)])
        found = np.zeros((int(first_part[-1]), self.width), np.float32)
        counts = np.zeros(len(found), np.float32)
        ids, parts = self._pieces(texts)
        for first, last in _batches([len(pieces) for pieces in ids]):
            lengths = np.array([len(pieces) for pieces in ids[first:last]])
            features = self._features(np.concatenate(ids[first:last]), lengths)
            own = np.concatenate(parts[first:last]) + np.repeat(first_part[first:last], lengths)
            begin = np.flatnonzero(np.diff(own, prepend=-1))
            held = np.diff(begin, append=len(own)).astype(np.float32)
            total = np.add.reduceat(features, begin, axis=0) @ self._net["sum"]
            found[own[begin]] = total + held[:, None] * self._net["sum bias"]
            counts[own[begin]] = held
        return found, counts

    def _pieces(self, texts: Sequence[Sequence[str]]) -> tuple[list[Numbers], list[Numbers]]:
        """Return the pieces of each text, and the part that each of them begins in."""
        whole = ["".join(parts)[:_CHARACTERS] for parts in texts]
        encodings = self._tokenizer.encode_batch([_SURROGATE.sub("\ufffd", text) for text in whole])
        ids, owners = [], []
        for parts, encoding in zip(texts, encodings, strict=True):
            pieces = np.array(encoding.ids[:_MOST], np.int64)
            owner = np.zeros(len(pieces), np.int64)
            if len(parts) > 1:
                bounds = np.cumsum([len(part) for part in parts[:-1]])
                place = np.array([start for start, _ in encoding.offsets[:_MOST]])
                np.maximum.accumulate(place, out=place)  # the mark behind the text has no place
                owner = np.searchsorted(bounds, place, side="right")
            ids.append(pieces)
            owners.append(owner)
        return ids, owners

    def vectors(self, sums: Floats, counts: Floats) -> Floats:
        """Return the unit vectors of texts by their sums and numbers of pieces."""
        net = self._net
        mean = sums / np.sqrt(np.maximum(counts, 1))[:, None]
        first = np.maximum(mean @ net["dense 0"], 0)
        second = np.maximum(mean @ net["skip 1"] + first @ net["dense 1"], 0)
        third = np.maximum(second @ net["dense 2"], 0)
        return unit_vectors(np.tanh(second @ net["skip 3"] + third @ net["dense 3"]))

    def encode(self, texts: Sequence[str]) -> Floats:
        """Return the unit vector of each text, (texts, width)."""
        return self.vectors(*self.sums(texts))

    def _features(self, ids: npt.NDArray[np.int64], lengths: npt.NDArray[np.int64]) -> Floats:
        """Return the features of each piece in its sentence, (pieces, features)."""
        net, size = self._net, len(ids)
        parts = len(_BRANCHES)
        width = len(net["project bias"]) // parts
        features = np.empty((size, len(net["gain"])), np.float32)
        pieces = features[:, : -parts * width]
        self._unpack(ids, pieces)
        projected = pieces @ net["project"]
        projected += net["project bias"]
        _norm(projected, net["project gain"], net["project shift"])
        near = _neighbours(lengths)
        padded = np.zeros((size + 1, width), np.float32)  # the last row is outside any sentence
        for k, (order, before) in enumerate(_BRANCHES):
            window = near[:, 2 - before : 2 - before + order]
            passed = projected[:, k * width : (k + 1) * width]
            for step in (1, 2):
                padded[:size] = passed
                joined = padded[window].reshape(size, order * width)
                seen = joined @ net[f"window {order}, {step}"]
                seen += net[f"window {order}, {step} bias"]
                np.maximum(seen, 0, out=seen)
                seen += passed
                passed = seen
            begin = features.shape[1] - (parts - k) * width
            features[:, begin : begin + width] = passed
        _norm(features, net["gain"], net["shift"])
        return features

    def _unpack(self, ids: npt.NDArray[np.int64], found: Floats) -> None:
        """Write the vectors of pieces, which are packed two numbers a byte."""
        packed = self._packed[ids]
        found[:, ::2] = self._levels[packed & 15]
        found[:, 1::2] = self._levels[packed >> 4]
        found *= self._factor[ids][:, None]


@lru_cache(maxsize=1)
def context_model() -> ContextModel:
    """Return the encoder inside the package, read once."""
    return ContextModel(CONTEXT)


def _matrix(tensors: Mapping[str, npt.NDArray[Any]], name: str) -> Floats:
    """Return a matrix of the network; one kept in eight bits has a factor a column."""
    factor = tensors.get(f"{name} factor")
    matrix = tensors[name].astype(np.float32)
    return matrix if factor is None else np.asarray(matrix * factor, np.float32)


def _batches(lengths: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first text and the one behind the last of as many as pass at once."""
    first, held = 0, 0
    for k, length in enumerate(lengths):
        if k > first and held + length > _BATCH:
            yield first, k
            first, held = k, 0
        held += length
    if first < len(lengths):
        yield first, len(lengths)


def _neighbours(lengths: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Return the pieces from two before each to two behind it, (pieces, 5).

    What lies outside of the sentence is given as the number of all pieces.
    """
    size = int(lengths.sum())
    behind = np.repeat(np.cumsum(lengths), lengths)[:, None]
    begin = behind - np.repeat(lengths, lengths)[:, None]
    place = np.arange(size)[:, None] + np.arange(-2, 3)
    return np.where((place >= begin) & (place < behind), place, size)


def _norm(rows: Floats, gain: Floats, shift: Floats) -> None:
    """Bring rows to mean 0 and variance 1, then along a learned line; `rows` is changed."""
    rows -= rows.mean(axis=1, keepdims=True)
    variance = np.einsum("ij,ij->i", rows, rows) / rows.shape[1]
    rows *= (1 / np.sqrt(variance + _EPSILON))[:, None]
    rows *= gain
    rows += shift


class ContextSpans:
    """Vectors of the spans and the clauses of one side by the context encoder.

    Only those of the sentences that it was told to read; what has not been read is zero.
    """

    def __init__(self, clauses: Sequence[str], start: Numbers) -> None:
        """Take the clauses of all sentences, and the first of each, (sentences + 1)."""
        self._clauses = clauses
        self._start = start
        self._read = np.zeros(len(start) - 1, bool)
        self._sums = np.zeros((0, 0), np.float32)
        self._counts = np.zeros(0, np.float32)
        self._clause_row = np.zeros(len(clauses), np.int32)
        self._clause_vectors = np.zeros((1, 0), np.float32)
        self._known: dict[int, tuple[npt.NDArray[np.int32], Floats]] = {}

    def read(self, wanted: npt.NDArray[np.bool_]) -> None:
        """Read the sentences that are wanted and not read yet."""
        new = np.flatnonzero(wanted & ~self._read)
        model, size = context_model(), len(self._read)
        if not len(self._counts):
            self._sums = np.zeros((size, model.width), np.float32)
            self._counts = np.zeros(size, np.float32)
            self._clause_vectors = np.zeros((1, model.width), np.float32)
        if not len(new):
            return
        clauses = [self._clauses[self._start[k] : self._start[k + 1]] for k in new.tolist()]
        sums, counts = model.sums_of_parts(clauses)
        first = np.cumsum([0, *map(len, clauses[:-1])])
        self._sums[new] = np.add.reduceat(sums, first, axis=0)
        self._counts[new] = np.add.reduceat(counts, first)
        self._read[new] = True
        held = np.concatenate([np.arange(self._start[k], self._start[k + 1]) for k in new.tolist()])
        self._clause_row[held] = np.arange(len(held)) + len(self._clause_vectors)
        vectors = model.vectors(sums, counts)
        self._clause_vectors = np.concatenate([self._clause_vectors, vectors])
        self.release()

    def release(self) -> None:
        """Let the vectors of spans go; they are worked out again where they are asked for."""
        self._known.clear()

    def rows(self, length: int, first: int, last: int) -> Floats:
        """See `SpanVectors`; zeros where a sentence of the span has not been read."""
        if length not in self._known:
            self._known[length] = self._spans(length)
        row, vectors = self._known[length]
        return vectors[row[first:last]]

    def clauses(self, first: int, last: int) -> Floats:
        """Return the vectors of the clauses of so many sentences, (clauses, width)."""
        return self._clause_vectors[self._clause_row[self._start[first] : self._start[last]]]

    def _spans(self, length: int) -> tuple[npt.NDArray[np.int32], Floats]:
        """Return where the vector of each span of a length stands, and the vectors, zeros first."""
        model, size = context_model(), len(self._read)
        known = self._read.copy()
        for step in range(1, length):
            known[: max(size - step, 0)] &= self._read[step:]
        begin = np.flatnonzero(known)
        sums, counts = self._sums[begin], self._counts[begin]
        for step in range(1, length):
            inside = begin + step < size  # a span is cut off at the end of the text
            sums[inside] += self._sums[begin[inside] + step]
            counts[inside] += self._counts[begin[inside] + step]
        row = np.zeros(size, np.int32)
        row[begin] = np.arange(1, len(begin) + 1)
        zeros = np.zeros((1, model.width), np.float32)
        return row, np.concatenate([zeros, model.vectors(sums, counts)])
