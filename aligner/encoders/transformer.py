"""Any sentence-transformers model, by name or by folder.

The packages it needs are imported here and nowhere else. A span is encoded as its sentences joined,
since a transformer's vectors do not add up. A local folder is read without the network; a name is
looked for on disk first.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from aligner.encoders.spans import EncodedSpans, Vectors, unit
from aligner.errors import ModelUnavailable

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

LONGEST_SPAN = 4
"""Sentences in the longest span that is encoded; longer ones answer for their beginning."""

_BATCH = 256  # texts between two reports of progress


class TransformerModel:
    """A sentence-transformers model, loaded when made."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._model = _load(name)

    def spans(
        self, texts: Sequence[str], joint: str, progress: Callable[[int, int], None] | None
    ) -> EncodedSpans:
        """Encode every span of up to `LONGEST_SPAN` sentences, each different text once.

        `joint` stands between the sentences of a span; `progress` is told texts done and in all.
        """
        n = len(texts)
        spans = [
            joint.join(texts[first : first + length])
            for length in range(1, LONGEST_SPAN + 1)
            for first in range(n)
        ]
        different = sorted(set(spans), key=len)
        row = {text: k for k, text in enumerate(different)}
        vectors = self._encode(different, progress)
        table = vectors[[row[text] for text in spans]]
        return EncodedSpans([table[k * n : (k + 1) * n] for k in range(LONGEST_SPAN)])

    def _encode(self, texts: list[str], progress: Callable[[int, int], None] | None) -> Vectors:
        parts = []
        for first in range(0, len(texts), _BATCH):
            batch = texts[first : first + _BATCH]
            found = self._model.encode(batch, show_progress_bar=False, convert_to_numpy=True)
            parts.append(np.asarray(found, dtype=np.float32))
            if progress is not None:
                progress(min(first + _BATCH, len(texts)), len(texts))
        return unit(np.concatenate(parts))


def _load(name: str) -> SentenceTransformer:
    """Load a model: a folder never by the network, a name from disk and only then by its name."""
    folder = Path(name).expanduser()
    if not folder.is_dir() and (name.startswith((".", "/", "~", "\\")) or not name.strip()):
        raise ModelUnavailable(
            f"There is no folder {name!r}. Give the folder of a saved sentence-transformers "
            "model, or leave out --model to use the built-in one."
        )
    with _quiet():
        try:
            from sentence_transformers import SentenceTransformer
        except ImportError as error:
            raise ModelUnavailable(
                f"The package sentence-transformers cannot be imported ({error}). "
                "Install duizhao again, or leave out --model to use the built-in one."
            ) from error
        if folder.is_dir():
            tries = [(str(folder), True)]
        else:
            tries = [(name, True), (name, False)]
        problem: Exception | None = None
        for path, on_disk_only in tries:
            try:
                return SentenceTransformer(path, device="cpu", local_files_only=on_disk_only)
            except Exception as error:  # the hub's and the formats' errors have no common base
                problem = error
        raise ModelUnavailable(
            f"The model {name!r} cannot be had ({_first_line(problem)}). Give the folder of a "
            "model saved on this machine, or leave out --model to use the built-in one."
        ) from problem


def _first_line(error: Exception | None) -> str:
    text = str(error).strip().splitlines()
    return (text[0] if text else type(error).__name__)[:160].rstrip(".")


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keep the libraries' own bars and warnings from the translator's screen."""
    import logging

    os.environ.setdefault("TOKENIZERS_PARALLELISM", "true")
    os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    os.environ.setdefault("TRANSFORMERS_VERBOSITY", "error")
    before = logging.root.manager.disable
    logging.disable(logging.WARNING)
    try:
        yield
    finally:
        logging.disable(before)
