"""The folder of a model inside the package: a tokenizer and tables, read without torch."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from aligner.errors import ModelUnavailable

if TYPE_CHECKING:
    import numpy.typing as npt
    from tokenizers import Tokenizer


def read_folder(folder: Path) -> tuple[Tokenizer, dict[str, npt.NDArray[Any]]]:
    """Return the tokenizer and the tables of a model; raises `ModelUnavailable`."""
    from safetensors.numpy import load_file
    from tokenizers import Tokenizer

    try:
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        return tokenizer, load_file(folder / "model.safetensors")
    except Exception as error:
        raise ModelUnavailable(
            f"The model in {folder} cannot be read ({error}); install duizhao again."
        ) from error
