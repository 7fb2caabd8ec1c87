"""Train the static bilingual embedding: `python -m training.embedding PAIRS_DIR OUT_DIR`.

A vector a piece; a text is the sum of its pieces. Two losses, both contrastive within the batch and
in both directions: the cosine of whole texts, and token coverage, the best match of every piece in
the other text weighted by its squared length, which is what the aligner asks of the vectors. Half
of a batch are neighbouring lines of running text, so that a sentence learns to be told from the one
beside it. Vectors may start from an English teacher: an English word where the teacher puts it, a
Chinese word at the mean of its dictionary definitions.
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from tokenizers import Tokenizer
from torch.nn import functional

from training.export import save_model
from training.pairs import Pair, Source, dictionary_pairs, load_sources
from training.vocabulary import bare_tokenizer, choose_pieces

Ids = list[npt.NDArray[np.int32]]


@dataclass(frozen=True, slots=True)
class Settings:
    """What was tuned; the defaults made the shipped model."""

    pieces: int = 56_000
    width: int = 256
    epochs: int = 7
    batch: int = 2048
    run: int = 32
    """Neighbouring lines that enter a batch together."""
    scale: float = 20.0
    """Inverse temperature of the cosine."""
    coverage_pairs: int = 128
    """Pairs of each batch that the coverage loss sees."""
    coverage_pieces: int = 28
    """Pieces of a text that the coverage loss looks at."""
    coverage_weight: float = 1.0
    rate: float = 0.02
    seed: int = 7


@dataclass(frozen=True, slots=True)
class Texts:
    """Tokenised pairs: the pieces of line i are `ids[start[i]:start[i + 1]]`."""

    zh: npt.NDArray[np.int32]
    zh_start: npt.NDArray[np.int64]
    en: npt.NDArray[np.int32]
    en_start: npt.NDArray[np.int64]


def tokenise(tokenizer: Tokenizer, lines: list[str], limit: int = 256) -> Ids:
    """Return the piece numbers of each line, cut at a limit."""
    encodings = tokenizer.encode_batch_fast(lines, add_special_tokens=False)
    return [np.array(e.ids[:limit] or [0], dtype=np.int32) for e in encodings]


def pack(zh: Ids, en: Ids) -> Texts:
    """Lay lines end to end."""

    def starts(ids: Ids) -> npt.NDArray[np.int64]:
        return np.concatenate([[0], np.cumsum([len(i) for i in ids])])

    return Texts(np.concatenate(zh), starts(zh), np.concatenate(en), starts(en))


def gather(
    ids: npt.NDArray[np.int32], start: npt.NDArray[np.int64], rows: npt.NDArray[np.int64]
) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int64]]:
    """Return the pieces of the given lines end to end, and where each line begins."""
    lengths = start[rows + 1] - start[rows]
    offsets = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    index = np.repeat(start[rows] - offsets, lengths) + np.arange(lengths.sum())
    return ids[index], offsets


def batches(
    sizes: list[tuple[Source, int]], settings: Settings, rng: np.random.Generator
) -> Iterator[npt.NDArray[np.int64]]:
    """Yield the line numbers of each batch of one epoch: first the runs, then shuffled lines."""
    runs, singles, first = [], [], 0
    for source, size in sizes:
        whole, part = int(source.share), source.share % 1.0
        lines = np.arange(first, first + size)
        for times in range(whole + 1):
            kept = lines
            if times == whole:
                chosen = rng.random((size + settings.run - 1) // settings.run) < part
                kept = lines[np.repeat(chosen, settings.run)[:size]]
            if source.running:
                shift = int(rng.integers(settings.run))
                runs += [c for c in np.split(kept, range(shift, len(kept), settings.run)) if len(c)]
            else:
                singles.append(kept)
        first += size
    rng.shuffle(runs)
    ordered = np.concatenate(runs)
    loose = rng.permutation(np.concatenate(singles))
    half = min(settings.batch // 2, settings.batch * len(ordered) // (len(ordered) + len(loose)))
    for a, b in zip(
        range(0, len(ordered) - half, half),
        range(0, len(loose), settings.batch - half),
        strict=False,
    ):
        near, far = ordered[a : a + half], loose[b : b + settings.batch - half]
        cut = settings.coverage_pairs // 2  # the coverage loss sees both kinds
        yield np.concatenate([near[:cut], far[:cut], near[cut:], far[cut:]])


def contrast(scores: torch.Tensor) -> torch.Tensor:
    """Return the cross-entropy of the diagonal, both ways."""
    target = torch.arange(len(scores))
    return functional.cross_entropy(scores, target) + functional.cross_entropy(scores.T, target)


def coverage_scores(
    vectors: torch.Tensor, zh: torch.Tensor, en: torch.Tensor, scale: float
) -> torch.Tensor:
    """Return how well each Chinese text (rows) and each English text (columns) cover each other.

    `zh` and `en` are piece numbers, (texts, pieces), padded with -1.
    """

    def parts(ids: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        mask = ids >= 0
        found = vectors[ids.clamp(min=0)]
        square = (found * found).sum(-1) * mask
        weight = square / square.sum(-1, keepdim=True).clamp(min=1e-6)
        return functional.normalize(found, dim=-1), weight, mask

    zh_unit, zh_weight, zh_mask = parts(zh)
    en_unit, en_weight, en_mask = parts(en)
    n, p, d = zh_unit.shape
    m, q, _ = en_unit.shape
    match = (zh_unit.reshape(n * p, d) @ en_unit.reshape(m * q, d).T).view(n, p, m, q)
    over_en = match.masked_fill(~en_mask[None, None], -1.0).amax(-1)
    over_zh = match.masked_fill(~zh_mask[:, :, None, None], -1.0).amax(1)
    forward = torch.einsum("np,npm->nm", zh_weight, over_en)
    backward = torch.einsum("mq,nmq->nm", en_weight, over_zh)
    return scale * (forward + backward) / 2


def padded(ids: npt.NDArray[np.int64], offsets: npt.NDArray[np.int64], limit: int) -> torch.Tensor:
    """Return ragged piece numbers as a (texts, limit) table padded with -1."""
    ends = np.append(offsets[1:], len(ids))
    table = np.full((len(offsets), limit), -1, dtype=np.int64)
    for row, (a, b) in enumerate(zip(offsets, ends, strict=True)):
        table[row, : min(limit, b - a)] = ids[a : min(b, a + limit)]
    return torch.from_numpy(table[:, : max(1, int((table >= 0).sum(1).max()))])


class Adam:
    """Adam whose moments move only for the rows that a batch touches."""

    def __init__(self, table: torch.Tensor) -> None:
        self.first = torch.zeros_like(table)
        self.second = torch.zeros_like(table)
        self.steps = torch.zeros(len(table), 1)

    def step(
        self, table: torch.Tensor, rows: torch.Tensor, grad: torch.Tensor, rate: float
    ) -> None:
        """Move the given rows of the table against their gradient."""
        steps = self.steps[rows] + 1
        first = self.first[rows].lerp(grad, 0.1)
        second = self.second[rows].lerp(grad * grad, 0.01)
        self.steps[rows], self.first[rows], self.second[rows] = steps, first, second
        hat = (second / (1 - 0.99**steps)).sqrt()
        table[rows] -= rate * (first / (1 - 0.9**steps)) / (hat + 1e-8)


def start_vectors(
    texts: Texts, size: int, settings: Settings, directions: npt.NDArray[np.float32] | None
) -> torch.Tensor:
    """Return first vectors: a direction each, at a length that falls with frequency."""
    counts = np.bincount(texts.zh, minlength=size) + np.bincount(texts.en, minlength=size)
    share = counts / counts.sum()
    length = np.sqrt(1e-4 / (1e-4 + share))
    rng = np.random.default_rng(settings.seed)
    found = rng.standard_normal((size, settings.width)).astype(np.float32)
    found /= np.linalg.norm(found, axis=1, keepdims=True)
    if directions is not None:
        known = np.linalg.norm(directions, axis=1) > 0
        found[known] = directions[known] + 0.3 * found[known]
        found[known] /= np.linalg.norm(found[known], axis=1, keepdims=True)
    return torch.from_numpy((found * length[:, None]).astype(np.float32))


def teacher_directions(folder: str, tokenizer: Tokenizer, width: int) -> npt.NDArray[np.float32]:
    """Return (pieces, width) unit vectors from an English sentence-transformers model.

    Rows of pieces that neither are English words nor have a dictionary entry are zero.
    """
    from sentence_transformers import SentenceTransformer

    glosses: dict[str, list[str]] = defaultdict(list)
    for zh, gloss in dictionary_pairs():
        if len(glosses[zh]) < 3:
            glosses[zh].append(gloss)
    texts, owners = [], []
    for piece, row in tokenizer.get_vocab().items():
        meanings = [piece] if piece.isascii() and piece.isalpha() else glosses.get(piece, [])
        texts += meanings
        owners += [row] * len(meanings)
    model = SentenceTransformer(folder, local_files_only=True, device="cpu")
    model.max_seq_length = 16
    vectors = model.encode(texts, batch_size=256, show_progress_bar=False)
    vectors -= vectors.mean(0)
    _, _, axes = np.linalg.svd(vectors[:: max(1, len(vectors) // 20000)], full_matrices=False)
    found = np.zeros((tokenizer.get_vocab_size(), width), dtype=np.float32)
    np.add.at(found, owners, vectors @ axes[:width].T)
    found /= np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-6)
    return found


def train(
    texts: Texts, sizes: list[tuple[Source, int]], table: torch.Tensor, settings: Settings
) -> torch.Tensor:
    """Return the trained vectors, (pieces, width)."""
    rng = np.random.default_rng(settings.seed)
    adam = Adam(table)
    steps = sum(1 for _ in batches(sizes, settings, np.random.default_rng(0))) * settings.epochs
    done, began = 0, time.monotonic()
    for epoch in range(settings.epochs):
        totals = np.zeros(2)
        for rows in batches(sizes, settings, rng):
            rate = settings.rate * max(0.0, 1 - done / steps)
            totals += step(texts, rows, table, adam, rate, settings)
            done += 1
            if done % 50 == 0:
                spent = time.monotonic() - began
                print(f"epoch {epoch} step {done}/{steps} {spent:.0f} s {totals / 50}", flush=True)
                totals[:] = 0
    return table


def step(
    texts: Texts,
    rows: npt.NDArray[np.int64],
    table: torch.Tensor,
    adam: Adam,
    rate: float,
    settings: Settings,
) -> tuple[float, float]:
    """Take one step; return both losses."""
    zh, zh_at = gather(texts.zh, texts.zh_start, rows)
    en, en_at = gather(texts.en, texts.en_start, rows)
    used, local = np.unique(np.concatenate([zh, en]), return_inverse=True)
    used_rows = torch.from_numpy(used.astype(np.int64))
    vectors = table[used_rows].requires_grad_(True)
    zh_local, en_local = local[: len(zh)], local[len(zh) :]

    def whole(ids: npt.NDArray[np.int64], at: npt.NDArray[np.int64]) -> torch.Tensor:
        bags = functional.embedding_bag(
            torch.from_numpy(ids), vectors, torch.from_numpy(at), mode="sum"
        )
        return functional.normalize(bags, dim=-1)

    cosine = contrast(settings.scale * whole(zh_local, zh_at) @ whole(en_local, en_at).T)
    k, limit = settings.coverage_pairs, settings.coverage_pieces
    covered = torch.zeros(())
    if k:
        zh_end, en_end = zh_at[k], en_at[k]
        scores = coverage_scores(
            vectors,
            padded(zh_local[:zh_end], zh_at[:k], limit),
            padded(en_local[:en_end], en_at[:k], limit),
            settings.scale,
        )
        covered = contrast(scores)
    torch.autograd.backward(cosine + settings.coverage_weight * covered)
    assert vectors.grad is not None
    with torch.no_grad():
        adam.step(table, used_rows, vectors.grad, rate)
    return cosine.item(), covered.item()


def read_texts(
    loaded: list[tuple[Source, list[Pair]]], tokenizer: Tokenizer
) -> tuple[Texts, list[tuple[Source, int]]]:
    """Tokenise all sources; return them packed, and the size of each."""
    pairs = [pair for _, found in loaded for pair in found]
    texts = pack(
        tokenise(tokenizer, [zh for zh, _ in pairs]), tokenise(tokenizer, [en for _, en in pairs])
    )
    return texts, [(source, len(found)) for source, found in loaded]


def main() -> None:
    """Train and save."""
    defaults = Settings()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--teacher", help="folder of an English sentence-transformers model")
    parser.add_argument("--epochs", type=int, default=defaults.epochs)
    parser.add_argument("--pieces", type=int, default=defaults.pieces)
    parser.add_argument("--tokenizer", type=Path, help="use this tokenizer.json again")
    parser.add_argument("--coverage-weight", type=float, default=defaults.coverage_weight)
    chosen = parser.parse_args()
    settings = Settings(
        epochs=chosen.epochs, pieces=chosen.pieces, coverage_weight=chosen.coverage_weight
    )
    loaded = load_sources(chosen.pairs)
    if chosen.tokenizer:
        tokenizer = Tokenizer.from_file(str(chosen.tokenizer))
    else:
        pieces = choose_pieces([pair for _, found in loaded for pair in found], settings.pieces)
        tokenizer = bare_tokenizer(pieces)
        chosen.out.mkdir(parents=True, exist_ok=True)
        tokenizer.save(str(chosen.out / "tokenizer.json"), pretty=False)
    texts, sizes = read_texts(loaded, tokenizer)
    print(f"{tokenizer.get_vocab_size()} pieces, {len(texts.zh_start) - 1} pairs", flush=True)
    directions = None
    if chosen.teacher:
        directions = teacher_directions(chosen.teacher, tokenizer, settings.width)
        print("teacher done", flush=True)
    table = start_vectors(texts, tokenizer.get_vocab_size(), settings, directions)
    save_model(train(texts, sizes, table, settings).numpy(), tokenizer, chosen.out)


if __name__ == "__main__":
    main()
