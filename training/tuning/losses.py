"""What tuning asks of vectors: translations nearest, and of spans the right ones."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import torch
from torch.nn import functional

Numbers = npt.NDArray[np.int64]


def contrast(scores: torch.Tensor, same: torch.Tensor | None = None) -> torch.Tensor:
    """Return the mean cross-entropy of the diagonal, both ways.

    Where `same` says that two pairs have a text in common they are no wrong answer to each other.
    """
    if same is not None:
        scores = scores.masked_fill(same, -1e4)
    target = torch.arange(len(scores), device=scores.device)
    rows = functional.cross_entropy(scores, target)
    return (rows + functional.cross_entropy(scores.T, target)) / 2


def same_text(numbers: Numbers, device: str) -> torch.Tensor:
    """Return which different lines have a text in common; see `Corpus.same`."""
    mine = torch.from_numpy(numbers).to(device)
    found = (mine[:, None] == mine[None, :]).any(dim=-1)
    found.fill_diagonal_(fill_value=False)
    return found


def running_sums(rows: torch.Tensor) -> torch.Tensor:
    """Return running sums with the zero before the first, exact enough to take differences of."""
    zero = torch.zeros_like(rows[:1])
    return torch.cat([zero, rows]).double().cumsum(0)


def draw_spans(
    bounds: Numbers, run_of: Numbers, rng: np.random.Generator, most: int = 4
) -> tuple[Numbers, Numbers]:
    """Return the first and last boundaries of spans of two to `most` stretches within a run.

    `bounds` are line boundaries at which both sides can be cut, `run_of` the run of each stretch
    between two of them.
    """
    size = len(bounds) - 1
    first = rng.integers(0, max(size, 1), size)
    last = np.minimum(first + rng.integers(2, most + 1, size), size)
    kept = run_of[np.maximum(last - 1, 0)] == run_of[np.minimum(first, size - 1)]
    kept &= last - first > 1
    return bounds[first[kept]], bounds[last[kept]]
