"""Write the trained table as a sentence-transformers StaticEmbedding folder.

The table is kept in eight bits: each row as integers of -127 to 127 and a factor of its own, which
sentence-transformers and the built-in reader both multiply out. A quarter of the size; the error of
a cosine is below 0.001.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import numpy.typing as npt
from safetensors.numpy import save_file
from tokenizers import Tokenizer

_MODULES = [
    {
        "idx": 0,
        "name": "0",
        "path": "",
        "type": "sentence_transformers.sentence_transformer.modules.StaticEmbedding",
    }
]
_CONFIG: dict[str, object] = {
    "model_type": "SentenceTransformer",
    "prompts": {},
    "default_prompt_name": None,
    "similarity_fn_name": "cosine",
}


def eight_bits(
    table: npt.NDArray[np.float32],
) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.float32]]:
    """Return the rows as 8-bit integers and the factor of each row."""
    factor = np.maximum(np.abs(table).max(axis=1), 1e-12) / 127
    return np.rint(table / factor[:, None]).astype(np.int8), factor.astype(np.float32)


def save_model(table: npt.NDArray[np.float32], tokenizer: Tokenizer, folder: Path) -> None:
    """Write the folder; `SentenceTransformer(folder)` loads it."""
    folder.mkdir(parents=True, exist_ok=True)
    rows, factor = eight_bits(table)
    save_file({"embeddings": rows, "weights": factor}, folder / "model.safetensors")
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    (folder / "modules.json").write_text(json.dumps(_MODULES, indent=2) + "\n")
    (folder / "config_sentence_transformers.json").write_text(json.dumps(_CONFIG, indent=2) + "\n")
