"""What both commands of tuning are told."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import torch

from training.pairs import Source
from training.tuning.pairs import Corpus, read_corpus, shortened


def read_options(about: str | None, epochs: int, batch: int, seed: int) -> argparse.Namespace:
    """Return the options of the command line, by default those that made the shipped model."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("pairs", type=Path, help="folder of pairs, as for training.embedding")
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=epochs)
    parser.add_argument("--batch", type=int, default=batch)
    parser.add_argument("--seed", type=int, default=seed)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--most", type=int, help="pairs of each source, for a trial")
    return parser.parse_args()


def corpus_of(chosen: argparse.Namespace, sources: Sequence[Source]) -> Corpus:
    """Return the pairs to tune on, fewer of each source for a trial."""
    corpus = read_corpus(chosen.pairs, sources)
    return shortened(corpus, chosen.most) if chosen.most else corpus
