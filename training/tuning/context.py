"""Tune the context encoder: `python -m training.tuning.context PAIRS_DIR OUT_DIR`.

Starts from the encoder that `training.context` cut down. Two contrastive losses within the batch:
of lines, and of spans of two to four of them beside the lines that they are made of, so that the
vector of a span tells where it begins and ends. What keeps the encoder from forgetting is that its
vectors stay near those it had. One epoch takes 13 s on an H100, some hours on two cores.
"""

from __future__ import annotations

import shutil
import time
from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer

from aligner.encoders import CONTEXT
from training.context import write_tables
from training.tuning.lines import Drawn, Lines
from training.tuning.losses import contrast, draw_spans, running_sums, same_text
from training.tuning.network import ContextNetwork
from training.tuning.options import corpus_of, read_options
from training.tuning.pairs import TEXTS, Batch, Corpus, Numbers, batches


@dataclass(frozen=True, slots=True)
class Settings:
    """What was tuned; the defaults made the shipped model."""

    epochs: int = 5
    batch: int = 4096
    rate: float = 3e-4
    piece_rate: float = 1e-3
    scale: float = 30.0
    """Inverse temperature of the cosine."""
    spans: float = 1.0
    """Weight of the loss of spans."""
    anchor: float = 1.0
    """Weight of how far vectors have moved."""
    seed: int = 1


class _Side:
    """One side of a batch: sums of its texts, from which any span has its vector."""

    def __init__(self, drawn: Drawn, network: ContextNetwork, device: str) -> None:
        self._network, self._at, self._device = network, drawn.at, device
        self.ids = torch.from_numpy(drawn.ids).to(device)
        self.lengths = torch.from_numpy(drawn.lengths).to(device)
        self.sums = network.sums(self.ids, self.lengths)
        self._running, self._counts = running_sums(self.sums), running_sums(self.lengths)

    def spans(self, first: Numbers, last: Numbers) -> torch.Tensor:
        """Return the vectors of the texts between boundaries of lines."""
        a, b = (torch.from_numpy(self._at[k]).to(self._device) for k in (first, last))
        sums, counts = self._running[b] - self._running[a], self._counts[b] - self._counts[a]
        return self._network.vectors(sums.float(), counts.float())

    def moved(self, start: ContextNetwork) -> torch.Tensor:
        """Return how far the vectors of the texts are from what they were."""
        with torch.no_grad():
            before = start.vectors(start.sums(self.ids, self.lengths), self.lengths)
        now = self._network.vectors(self.sums, self.lengths)
        return (1 - (before * now).sum(dim=1)).mean()


def loss_of(
    batch: Batch,
    sides: tuple[_Side, _Side],
    cuts: tuple[Numbers, Numbers],
    same: Numbers,
    settings: Settings,
    rng: np.random.Generator,
    device: str,
) -> torch.Tensor:
    """Return the loss of lines and spans; `cuts` are the texts at boundaries of either side."""
    bounds = np.flatnonzero((cuts[0] >= 0) & (cuts[1] >= 0))
    first, last = bounds[:-1], bounds[1:]
    zh, en = (side.spans(first, last) for side in sides)
    loss = contrast(settings.scale * zh @ en.T, same_text(same[batch.lines[first]], device))
    running = int((last <= batch.running).sum())
    run_of: Numbers = np.cumsum(batch.ends)[first[:running]] - batch.ends[first[:running]]
    wide = draw_spans(bounds[: running + 1], run_of, rng)
    wide_zh, wide_en = (side.spans(*wide) for side in sides)
    every_zh = torch.cat([wide_zh, zh[:running]])
    every_en = torch.cat([wide_en, en[:running]])
    return loss + settings.spans * contrast(settings.scale * every_zh @ every_en.T)


def tune(corpus: Corpus, tokenizer: Tokenizer, settings: Settings, device: str) -> ContextNetwork:
    """Return the tuned network."""
    torch.manual_seed(settings.seed)
    rng = np.random.default_rng(settings.seed)
    network, start = (ContextNetwork(CONTEXT).to(device) for _ in range(2))
    zh = Lines(tokenizer, [pair[0] for pair in corpus.pairs], "zh")
    en = Lines(tokenizer, [pair[1] for pair in corpus.pairs], "en")
    rates = {True: settings.piece_rate, False: settings.rate}
    groups = [
        {"params": [p for name, p in network.named_parameters() if (name == "pieces") == is_pieces]}
        for is_pieces in rates
    ]
    optimizer = torch.optim.Adam(groups, betas=(0.9, 0.98))
    count = settings.epochs * sum(1 for _ in batches(corpus.sizes, settings.batch, rng))
    done, began = 0, time.monotonic()
    for epoch in range(settings.epochs):
        total = 0.0
        for batch in batches(corpus.sizes, settings.batch, rng):
            slow = min(1.0, (done + 1) / 50) * max(0.02, 1 - done / count)
            for group, rate in zip(optimizer.param_groups, rates.values(), strict=True):
                group["lr"] = rate * slow
            drawn = zh.draw(batch, rng), en.draw(batch, rng)
            sides = _Side(drawn[0], network, device), _Side(drawn[1], network, device)
            cuts = drawn[0].at, drawn[1].at
            loss = loss_of(batch, sides, cuts, corpus.same, settings, rng, device)
            loss = loss + settings.anchor * sum(side.moved(start) for side in sides)
            optimizer.zero_grad(set_to_none=True)
            torch.autograd.backward(loss)
            optimizer.step()
            done += 1
            total += loss.item()
        print(f"epoch {epoch} loss {total:.1f} {time.monotonic() - began:.0f} s", flush=True)
    return network


def main() -> None:
    """Tune and save."""
    defaults = Settings()
    chosen = read_options(__doc__, defaults.epochs, defaults.batch, defaults.seed)
    settings = Settings(epochs=chosen.epochs, batch=chosen.batch, seed=chosen.seed)
    corpus = corpus_of(chosen, TEXTS)
    tokenizer = Tokenizer.from_file(str(CONTEXT / "tokenizer.json"))
    network = tune(corpus, tokenizer, settings, chosen.device)
    write_tables(network.pieces.detach().cpu().numpy(), network.network(), chosen.out)
    shutil.copyfile(CONTEXT / "tokenizer.json", chosen.out / "tokenizer.json")


if __name__ == "__main__":
    main()
