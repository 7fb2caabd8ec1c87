"""The context encoder as torch trains it; `aligner.encoders.context` is the same in numpy."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from safetensors.numpy import load_file
from torch import nn
from torch.nn import functional

Floats = npt.NDArray[np.float32]

_BRANCHES = ((2, 0), (3, 1), (5, 2))  # as the encoder has them
_PACKED = ("pieces", "levels")


class ContextNetwork(nn.Module):
    """The network with its matrices as parameters, begun from a folder that the encoder reads."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        tensors = load_file(folder / "model.safetensors")
        self.pieces = nn.Parameter(torch.from_numpy(unpacked_pieces(tensors)))
        self.net = nn.ParameterDict()
        self._names: dict[str, str] = {}
        for name, tensor in tensors.items():
            if name in _PACKED or name.endswith(" factor"):
                continue
            factor = tensors.get(f"{name} factor")
            matrix = tensor.astype(np.float32) * (1 if factor is None else factor)
            key = name.replace(" ", "_").replace(",", "")
            self._names[name] = key
            self.net[key] = nn.Parameter(torch.from_numpy(np.ascontiguousarray(matrix)))

    def matrix(self, name: str) -> torch.Tensor:
        """Return a matrix of the network by the name that the encoder reads."""
        found: torch.Tensor = self.net[self._names[name]]
        return found

    def network(self) -> dict[str, Floats]:
        """Return the matrices as `training.context.write_tables` takes them."""
        return {name: self.matrix(name).detach().cpu().numpy() for name in self._names}

    def sums(self, ids: torch.Tensor, lengths: torch.Tensor) -> torch.Tensor:
        """Return the sum of each text's features, (texts, width); `ids` are laid end to end."""
        pieces = self.pieces[ids]
        projected = _norm(
            pieces @ self.matrix("project") + self.matrix("project bias"),
            self.matrix("project gain"),
            self.matrix("project shift"),
        )
        near = _neighbours(lengths)
        width = projected.shape[1] // len(_BRANCHES)
        outside = torch.zeros(1, width, device=ids.device)
        branches = []
        for k, (order, before) in enumerate(_BRANCHES):
            window = near[:, 2 - before : 2 - before + order]
            passed = projected[:, k * width : (k + 1) * width]
            for step in (1, 2):
                joined = torch.cat([passed, outside])[window].reshape(len(ids), order * width)
                name = f"window {order}, {step}"
                seen = joined @ self.matrix(name) + self.matrix(f"{name} bias")
                passed = passed + functional.relu(seen)
            branches.append(passed)
        joined = torch.cat([pieces, *branches], dim=1)
        features = _norm(joined, self.matrix("gain"), self.matrix("shift"))
        own = torch.repeat_interleave(torch.arange(len(lengths), device=ids.device), lengths)
        total = torch.zeros(len(lengths), features.shape[1], device=ids.device)
        total = total.index_add(0, own, features) @ self.matrix("sum")
        return total + lengths[:, None] * self.matrix("sum bias")

    def vectors(self, sums: torch.Tensor, counts: torch.Tensor) -> torch.Tensor:
        """Return the unit vectors of texts by their sums and numbers of pieces."""
        mean = sums / torch.sqrt(counts)[:, None]
        first = functional.relu(mean @ self.matrix("dense 0"))
        second = functional.relu(mean @ self.matrix("skip 1") + first @ self.matrix("dense 1"))
        third = functional.relu(second @ self.matrix("dense 2"))
        last = second @ self.matrix("skip 3") + third @ self.matrix("dense 3")
        return functional.normalize(torch.tanh(last), dim=1)


def unpacked_pieces(tensors: dict[str, npt.NDArray[np.generic]]) -> Floats:
    """Return the piece vectors, which are packed two numbers a byte."""
    packed = tensors["pieces"].astype(np.uint8)
    found = np.empty((len(packed), packed.shape[1] * 2), np.float32)
    found[:, ::2] = tensors["levels"][packed & 15]
    found[:, 1::2] = tensors["levels"][packed >> 4]
    return np.asarray(found * tensors["pieces factor"][:, None], np.float32)


def _neighbours(lengths: torch.Tensor) -> torch.Tensor:
    """Return the pieces from two before each to two behind it; outside of the text their number."""
    size = int(lengths.sum())
    behind = torch.repeat_interleave(torch.cumsum(lengths, 0), lengths)[:, None]
    begin = behind - torch.repeat_interleave(lengths, lengths)[:, None]
    steps = torch.arange(-2, 3, device=lengths.device)
    place = torch.arange(size, device=lengths.device)[:, None] + steps
    return torch.where((place >= begin) & (place < behind), place, size)


def _norm(rows: torch.Tensor, gain: torch.Tensor, shift: torch.Tensor) -> torch.Tensor:
    return functional.layer_norm(rows, (rows.shape[1],), gain, shift, 1e-12)
