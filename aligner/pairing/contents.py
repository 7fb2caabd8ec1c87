"""What a document says, as vectors of the built-in model that take little room.

The mean of its sentences tells it from most others, and the sentences at its beginning from the
few that are like it. A book of a million characters takes no more room than a long article.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from aligner.encoders import built_in, unit_vectors
from aligner.errors import DuizhaoError
from aligner.files import Progress
from aligner.pairing.candidates import Candidate
from aligner.pairing.plan import Unreadable
from aligner.reading import read_side

_MEANT = 400
"""Sentences whose mean is taken, spread over the document."""
_COMPARED = 64
"""Sentences that are compared one by one, from the beginning."""
_FEWEST = 8
_ROOM = 600_000
"""Sentences of all documents that are kept at once: 300 MB."""
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
        found = []
        for one in candidates:
            if self._progress:
                self._progress("comparing documents", self._done, self._documents)
            self._done += 1
            try:
                found.append(self._read(one))
            except DuizhaoError as problem:  # it has changed, or says less than it seemed
                self._fail(Unreadable(one.path, str(problem)))
        return found

    def _read(self, one: Candidate) -> Contents:
        assert one.survey
        side = read_side(one.path, one.survey.language, encoding=self._encoding)
        texts = [sentence.text[:_LONGEST] for sentence in side.sentences]
        kept, spread = texts[: self._kept], texts[:: len(texts) // _MEANT + 1]
        vectors = unit_vectors(built_in().encode([*kept, *spread]))
        mean = vectors[len(kept) :].mean(axis=0).astype(np.float32)
        weight = max(one.survey.zh, one.survey.en)
        return Contents(one, weight, mean, vectors[: len(kept)].astype(np.float16))
