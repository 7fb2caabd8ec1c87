"""Any sentence-transformers model, by name or by folder.

The packages it needs are imported here and nowhere else. A span is encoded as its sentences joined,
since a transformer's vectors do not add up. A local folder is read without the network; a name is
looked for on disk first. Vectors are kept in a cache, and a model whose vectors are all there is
not even loaded.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from aligner.encoders.cache import HalfVector, VectorCache
from aligner.encoders.edition import edition_of
from aligner.encoders.hub import refuse_unreachable
from aligner.encoders.spans import EncodedSpans, Vectors, unit_vectors
from aligner.errors import ModelUnavailable
from aligner.files import cache_folder

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

LONGEST_SPAN = 4
"""Sentences in the longest span that is encoded; longer ones answer for their beginning."""

_BATCH = 256  # texts between two reports of progress, and two writes to the cache


class TransformerModel:
    """A sentence-transformers model, loaded when a text comes up that is not in the cache."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._model: SentenceTransformer | None = None
        self._loaded: str | None = None  # the edition that was loaded
        _refuse_missing_folder(name)

    def spans(
        self, texts: Sequence[str], separator: str, progress: Callable[[int, int], None] | None
    ) -> EncodedSpans:
        """Encode every span of up to `LONGEST_SPAN` sentences, each different text once.

        `separator` stands between the sentences of a span; `progress` is told how many of the texts
        that are not in the cache are done, and how many there are.
        """
        n = len(texts)
        whole = [text.encode("utf-8", "ignore").decode() for text in texts]  # no lone surrogates
        spans = [
            separator.join(whole[first : first + length])
            for length in range(1, LONGEST_SPAN + 1)
            for first in range(n)
        ]
        different = sorted(set(spans), key=lambda text: (len(text), text))
        row = {text: k for k, text in enumerate(different)}
        vectors = self._vectors(different, progress)
        table = vectors[np.array([row[text] for text in spans], dtype=np.int64)]
        return EncodedSpans([table[k * n : (k + 1) * n] for k in range(LONGEST_SPAN)])

    def _vectors(self, texts: list[str], progress: Callable[[int, int], None] | None) -> Vectors:
        """Return the vectors of different texts, (texts, width), from the cache where they are.

        All pass through half precision, so that a second run repeats the first to the last digit.
        """
        if not texts:
            return np.zeros((0, 1), dtype=np.float32)
        with VectorCache(cache_folder()) as cache:
            known, here = self._known(cache, texts)
            missing = [text for text in texts if text not in known]
            for first in range(0, len(missing), _BATCH):
                batch = missing[first : first + _BATCH]
                fresh = dict(zip(batch, self._encode(batch), strict=True))
                if here is not None:
                    cache.write(here, fresh)
                known |= fresh
                if progress is not None:
                    progress(min(first + _BATCH, len(missing)), len(missing))
        return unit_vectors(np.stack([known[text] for text in texts]).astype(np.float32))

    def _known(
        self, cache: VectorCache, texts: list[str]
    ) -> tuple[dict[str, HalfVector], str | None]:
        """Return what the cache has and for which edition; the model is loaded if that is not all.

        Loading a name may fetch a newer edition, for which what was found before is of no use.
        """
        before = edition_of(self.name)
        known = {} if before is None else cache.read(before, texts)
        if len(known) == len(texts):
            return known, before
        if self._model is None or self._loaded != before:
            self._model = _load(self.name)
            self._loaded = edition_of(self.name)
        here = self._loaded
        if here != before:
            known = {} if here is None else cache.read(here, texts)
        return known, here

    def _encode(self, texts: list[str]) -> HalfVector:
        assert self._model is not None
        found = self._model.encode(texts, show_progress_bar=False, convert_to_numpy=True)
        return unit_vectors(np.asarray(found, dtype=np.float32)).astype(np.float16)


def _refuse_missing_folder(name: str) -> None:
    if not name.strip() or (
        name.startswith((".", "/", "~", "\\")) and not Path(name).expanduser().is_dir()
    ):
        raise ModelUnavailable(
            f"There is no folder {name!r}. Give the folder of a saved sentence-transformers "
            "model, or leave out --model to use the built-in one."
        )


def _load(name: str) -> SentenceTransformer:
    """Load a model: a folder never by the network, a name from disk and only then by its name."""
    folder = Path(name).expanduser()
    if not folder.is_dir() and edition_of(name) is None:
        refuse_unreachable(name)
    with _quiet():
        try:
            from sentence_transformers import SentenceTransformer
        except ImportError as error:
            raise ModelUnavailable(
                f"The package sentence-transformers cannot be imported ({error}). "
                "Install duizhao again, or leave out --model to use the built-in one."
            ) from error
        tries = [(str(folder), True)] if folder.is_dir() else [(name, True), (name, False)]
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
    os.environ.setdefault("HF_HUB_ETAG_TIMEOUT", "5")  # seconds for what is asked before a file
    os.environ.setdefault("TRANSFORMERS_VERBOSITY", "error")
    before = logging.root.manager.disable
    logging.disable(logging.WARNING)
    try:
        yield
    finally:
        logging.disable(before)
