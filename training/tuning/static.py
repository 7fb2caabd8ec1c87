"""Tune the static embedding: `python -m training.tuning.static PAIRS_DIR OUT_DIR`.

Starts from the table that `training.embedding` trained, and adds to its two losses one of spans of
two to four neighbouring lines. Twelve seconds on an H100; without one, most of a day.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from tokenizers import Tokenizer
from torch.nn import functional

from aligner.encoders import BUILT_IN, StaticModel
from training.embedding import Texts, coverage_scores, gather, pack, padded, tokenise
from training.export import save_model
from training.tuning.losses import contrast, draw_spans, running_sums, same_text
from training.tuning.options import corpus_of, read_options
from training.tuning.pairs import (
    TEXTS,
    WORDS,
    Batch,
    Corpus,
    Numbers,
    batches,
)


@dataclass(frozen=True, slots=True)
class Settings:
    """What was tuned; the defaults made the shipped model."""

    epochs: int = 5
    batch: int = 2048
    rate: float = 3e-3
    scale: float = 20.0
    spans: float = 0.5
    coverage_pairs: int = 128
    coverage_pieces: int = 28
    seed: int = 1


def loss_of(
    table: torch.Tensor,
    texts: Texts,
    batch: Batch,
    same: Numbers,
    settings: Settings,
    rng: np.random.Generator,
) -> torch.Tensor:
    """Return the loss of lines, of the coverage of some of them, and of spans."""
    device = str(table.device)
    zh_sums, en_sums = (
        _sums(table, *gather(ids, start, batch.lines), device)
        for ids, start in ((texts.zh, texts.zh_start), (texts.en, texts.en_start))
    )
    zh, en = functional.normalize(zh_sums, dim=1), functional.normalize(en_sums, dim=1)
    loss = contrast(settings.scale * zh @ en.T, same_text(same[batch.lines], device))
    bounds = np.arange(batch.running + 1)
    run_of: Numbers = np.cumsum(batch.ends)[: batch.running] - batch.ends[: batch.running]
    first, last = draw_spans(bounds, run_of, rng)

    def spans(sums: torch.Tensor, single: torch.Tensor) -> torch.Tensor:
        running = running_sums(sums[: batch.running])
        wide = (running[torch.from_numpy(last)] - running[torch.from_numpy(first)]).float()
        return torch.cat([functional.normalize(wide, dim=1), single[: batch.running]])

    every_zh, every_en = spans(zh_sums, zh), spans(en_sums, en)
    loss = loss + settings.spans * contrast(settings.scale * every_zh @ every_en.T)
    half = settings.coverage_pairs // 2  # the coverage loss sees neighbours and loose lines
    some = np.concatenate([batch.lines[:half], batch.lines[batch.running :][:half]])
    pieces = [
        _padded(*gather(ids, start, some), settings.coverage_pieces).to(device)
        for ids, start in ((texts.zh, texts.zh_start), (texts.en, texts.en_start))
    ]
    return loss + contrast(coverage_scores(table, pieces[0], pieces[1], settings.scale))


def _padded(ids: npt.NDArray[np.int32], offsets: Numbers, limit: int) -> torch.Tensor:
    return padded(ids.astype(np.int64), offsets, limit)


def _sums(
    table: torch.Tensor, ids: npt.NDArray[np.int32], offsets: Numbers, device: str
) -> torch.Tensor:
    pieces = torch.from_numpy(ids.astype(np.int64)).to(device)
    return functional.embedding_bag(pieces, table, torch.from_numpy(offsets).to(device), mode="sum")


def tune(
    corpus: Corpus, tokenizer: Tokenizer, start: torch.Tensor, settings: Settings
) -> torch.Tensor:
    """Return the tuned table, (pieces, width), on the device of `start`."""
    rng = np.random.default_rng(settings.seed)
    table = torch.nn.Parameter(start.clone())
    zh, en = (tokenise(tokenizer, [pair[k] for pair in corpus.pairs], 128) for k in (0, 1))
    texts = pack(zh, en)
    optimizer = torch.optim.Adam([table], betas=(0.9, 0.99))
    count = settings.epochs * sum(1 for _ in batches(corpus.sizes, settings.batch, rng))
    done, began = 0, time.monotonic()
    for epoch in range(settings.epochs):
        total = 0.0
        for batch in batches(corpus.sizes, settings.batch, rng):
            slow = min(1.0, (done + 1) / 50) * max(0.02, 1 - done / count)
            optimizer.param_groups[0]["lr"] = settings.rate * slow
            loss = loss_of(table, texts, batch, corpus.same, settings, rng)
            optimizer.zero_grad(set_to_none=True)
            torch.autograd.backward(loss)
            optimizer.step()
            done += 1
            total += loss.item()
        print(f"epoch {epoch} loss {total:.1f} {time.monotonic() - began:.0f} s", flush=True)
    return table.detach()


def main() -> None:
    """Tune and save."""
    defaults = Settings()
    chosen = read_options(__doc__, defaults.epochs, defaults.batch, defaults.seed)
    settings = Settings(epochs=chosen.epochs, batch=chosen.batch, seed=chosen.seed)
    corpus = corpus_of(chosen, (*TEXTS, *WORDS))
    tokenizer = Tokenizer.from_file(str(BUILT_IN / "tokenizer.json"))
    model = StaticModel(BUILT_IN)
    rows = model.vectors(np.arange(tokenizer.get_vocab_size()))
    table = tune(corpus, tokenizer, torch.from_numpy(rows).to(chosen.device), settings)
    save_model(table.cpu().numpy(), tokenizer, chosen.out)


if __name__ == "__main__":
    main()
