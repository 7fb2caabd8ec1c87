"""What a document says, as vectors of the built-in model that take little room.

The mean of its sentences tells it from most others, and the sentences at its beginning from the
few that are like it. A book of a million characters takes no more room than a long article.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from aligner.encoders import built_in, unit_vectors
from aligner.errors import DuizhaoError, UnusableInput
from aligner.files import Progress
from aligner.pairing.candidates import Candidate
from aligner.pairing.plan import Unreadable
from aligner.reading import glance

_COMPARED = 64
"""Sentences that are compared one by one, from the beginning."""
_MEANT = 400
"""Sentences behind those, spread over the document, that its mean is made of as well."""
_FEWEST = 8
_ROOM = 600_000
"""Sentences of all documents that are kept at once: 300 MB."""
_BATCH = 4_096
"""Sentences whose vectors are computed at once."""
_LONGEST = 400
"""Characters of a sentence that are looked at."""


@dataclass(frozen=True, slots=True)
class Contents:
    """A document in vectors."""

    candidate: Candidate
    weight: int
    """How long its text is, by a measure that compares the languages."""
    mean: npt.NDArray[np.float32]
    """The mean of the unit vectors of its sentences, (width,)."""
    sentences: npt.NDArray[np.float16]
    """Unit vectors of its first sentences, (sentences, width)."""

    def likeness(self, other: Contents) -> float:
        """Return how well sentences find one like them in the other document, on average of both.

        From -1 to 1; the translation of an article has 0.35 to 0.75.
        """
        cosines = self.sentences.astype(np.float32) @ other.sentences.astype(np.float32).T
        return float(cosines.max(axis=1).mean() + cosines.max(axis=0).mean()) / 2


class ContentsReader:
    """Reads documents into vectors, so many that all of them have room."""

    def __init__(
        self,
        documents: int,
        encoding: str | None,
        fail: Callable[[Unreadable], object],
        progress: Progress | None,
    ) -> None:
        """Take how many there will be, and what to do with one that cannot be read after all."""
        self._documents = documents
        self._kept = min(max(_ROOM // max(documents, 1), _FEWEST), _COMPARED)
        self._encoding = encoding
        self._fail = fail
        self._progress = progress
        self._done = 0

    def read_all(self, candidates: Iterable[Candidate]) -> list[Contents]:
        """Return what documents say in their languages, those that can be read."""
        found: list[Contents] = []
        batch: list[tuple[Candidate, list[str]]] = []
        waiting = 0
        for one in candidates:
            if self._progress:
                self._progress("comparing documents", self._done, self._documents)
            self._done += 1
            try:
                texts = self._texts(one)
            except DuizhaoError as problem:  # it has changed, or says less than it seemed
                self._fail(Unreadable(one.path, str(problem)))
                continue
            batch.append((one, texts))
            waiting += len(texts)
            if waiting >= _BATCH:
                found += self._contents(batch)
                batch, waiting = [], 0
        return found + self._contents(batch)

    def _texts(self, one: Candidate) -> list[str]:
        """Return the first sentences of a document, and others of all of it behind them."""
        language = one.language or "zh"
        texts = glance(one.path, language, encoding=self._encoding)
        if not texts:
            raise UnusableInput(f"{one.path} holds no text; there is nothing to align.")
        first, rest = texts[: self._kept], texts[self._kept :]
        return [text[:_LONGEST] for text in first + rest[:: len(rest) // _MEANT + 1]]

    def _contents(self, batch: Sequence[tuple[Candidate, list[str]]]) -> list[Contents]:
        """Return documents in vectors, all of which are computed at once."""
        if not batch:
            return []
        every = unit_vectors(built_in().encode([text for _, texts in batch for text in texts]))
        ends = np.cumsum([len(texts) for _, texts in batch])[:-1]
        return [
            Contents(
                one,
                max(one.survey.zh, one.survey.en) if one.survey else 0,
                vectors.mean(axis=0).astype(np.float32),
                vectors[: self._kept].astype(np.float16),
            )
            for (one, _), vectors in zip(batch, np.split(every, ends), strict=True)
        ]
