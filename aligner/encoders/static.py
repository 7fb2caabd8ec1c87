"""The built-in model: a vector for each word piece, read with tokenizers and numpy alone.

Reads the folder layout of sentence-transformers' StaticEmbedding (`tokenizer.json`,
`model.safetensors`), eight-bit tables with a factor a row included, so that the same folder loads
there and gives the same vectors. Normalisation is part of the tokenizer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from aligner.encoders.folder import read_folder
from aligner.encoders.pieces import Pieces, sum_rows
from aligner.errors import ModelUnavailable

BUILT_IN = Path(__file__).parent.parent / "model" / "duizhao-static-zh-en"

_SURROGATE = re.compile("[\ud800-\udfff]")  # lone ones, which no tokenizer takes
_BATCH = 4096  # texts tokenised at once: keeps the tokenizer's own memory small
_SLICE = (
    10_000  # characters of a text that the tokenizer sees at once, of which it keeps a kilobyte
)
_CHARACTERS = 500_000  # of all texts that it sees at once
_PIECES = 1 << 17  # vectors that are looked up at once


class StaticModel:
    """A table of piece vectors and the tokenizer that goes with it."""

    def __init__(self, folder: Path) -> None:
        self._tokenizer, tensors = read_folder(folder)
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._rows = tensors.get("embeddings", tensors.get("embedding.weight"))
        if self._rows is None:
            raise ModelUnavailable(f"{folder / 'model.safetensors'} holds no table of vectors.")
        self._factor = tensors.get("weights", np.ones(len(self._rows), np.float32))
        self.name = folder.name
        self.width = int(self._rows.shape[1])

    def pieces(self, texts: Sequence[str]) -> Pieces:
        """Return the pieces of each text, lone surrogates, which no tokenizer takes, left out."""
        ids: list[npt.NDArray[np.int64]] = []
        lengths = np.zeros(len(texts), dtype=np.int64)
        for batch in _batches(texts):
            slices = [part.encode("utf-8", "ignore").decode() for _, part in batch]
            encodings = self._tokenizer.encode_batch_fast(slices, add_special_tokens=False)
            for (number, _), encoding in zip(batch, encodings, strict=True):
                found = encoding.ids
                lengths[number] += len(found)
                ids.append(np.array(found, dtype=np.int64))
        start = np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths)])
        return Pieces(np.concatenate(ids) if ids else np.zeros(0, np.int64), start)

    def tokens(self, text: str) -> list[tuple[int, int, int, str]]:
        """Return each piece of a text: its id, start and end in characters, and its normal form.

        Offsets are those of the text as it is, though the tokenizer normalises it: characters that
        become one piece share it, and one that becomes several lies in each of them.
        """
        encoding = self._tokenizer.encode(_SURROGATE.sub("\ufffd", text), add_special_tokens=False)
        return [
            (piece, start, end, form)
            for piece, (start, end), form in zip(
                encoding.ids, encoding.offsets, encoding.tokens, strict=True
            )
        ]

    def vectors(self, ids: npt.NDArray[np.int64]) -> npt.NDArray[np.float32]:
        """Return the vectors of pieces, (pieces, width)."""
        assert self._rows is not None
        rows: npt.NDArray[np.float32] = self._rows[ids].astype(np.float32)
        rows *= self._factor[ids][:, None]
        return rows

    def sums(self, pieces: Pieces) -> npt.NDArray[np.float32]:
        """Return the sum of the vectors of each text, (texts, width)."""
        found = np.zeros((len(pieces), self.width), dtype=np.float32)
        start, begin = pieces.start, 0
        while begin < len(pieces.ids):
            # A text is divided only if it has more pieces than are looked up at once.
            end = int(start[np.searchsorted(start, begin + _PIECES, side="right") - 1])
            end = end if end > begin else begin + _PIECES
            first = int(np.searchsorted(start, begin, side="right")) - 1
            last = int(np.searchsorted(start, end, side="left"))
            bounds = np.clip(start[first : last + 1], begin, end) - begin
            found[first:last] += sum_rows(self.vectors(pieces.ids[begin:end]), bounds)
            begin = end
        return found

    def encode(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """Return the mean of the vectors of each text, as sentence-transformers does."""
        pieces = self.pieces(texts)
        count = np.maximum(np.diff(pieces.start), 1)
        return np.asarray(self.sums(pieces) / count[:, None], dtype=np.float32)


@lru_cache(maxsize=1)
def built_in() -> StaticModel:
    """Return the model inside the package, read once."""
    return StaticModel(BUILT_IN)


def _batches(texts: Sequence[str]) -> Iterator[list[tuple[int, str]]]:
    """Yield the slices of all texts, each with the number of its text, as many as go at once."""
    batch: list[tuple[int, str]] = []
    characters = 0
    for number, text in enumerate(texts):
        for part in _slices(text):
            batch.append((number, part))
            characters += len(part)
            if len(batch) == _BATCH or characters >= _CHARACTERS:
                yield batch
                batch, characters = [], 0
    if batch:
        yield batch


def _slices(text: str) -> Iterator[str]:
    """Yield a text in slices that join to it, cut in front of a space where there is one."""
    start = 0
    while len(text) - start > _SLICE:
        space = text.rfind(" ", start + _SLICE // 2, start + _SLICE)
        end = space if space > 0 else start + _SLICE
        yield text[start:end]
        start = end
    yield text[start:]
