"""Lines as the context encoder is to see them: whole, cut into sentences, or joined to the next.

Every text begins and ends with a mark of its own. If all lines came whole, their number would tell
which spans belong together, and a bead of two sentences and one would look wrong; so either side
is cut and joined by chance.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from aligner.article import Language
from training.tuning.pairs import Batch, Numbers

JOINED, CUT = 0.25, 0.5
"""How often a line is joined to the next, and one of several sentences cut."""

_PIECES = 128  # of a text that are looked at
_LONG = 100  # pieces; a longer text is joined to nothing
_SENTENCES = 6
_CHARACTERS = 2_000
_ENDS: dict[Language, re.Pattern[str]] = {
    "zh": re.compile('[^。！？!?；]*[。！？!?；]+[”’」』）)"]*|[^。！？!?；]+$'),
    "en": re.compile(".+?(?:[.!?;]+[\"'’”)]*(?=\\s|$)|$)", re.DOTALL),
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """The texts that one side of a batch has become."""

    ids: Numbers
    lengths: Numbers
    at: Numbers
    """The text that begins at each boundary of lines, -1 where none does; one more than lines."""


class Lines:
    """The lines of one side in pieces, whole and by sentences."""

    def __init__(self, tokenizer: Tokenizer, texts: Sequence[str], language: Language) -> None:
        texts = [text[:_CHARACTERS] for text in texts]
        self._whole = _tokenised(tokenizer, texts)
        cuts = [cut(text, language)[:_SENTENCES] for text in texts]
        many = [k for k, sentences in enumerate(cuts) if len(sentences) > 1]
        flat = _tokenised(tokenizer, [sentence for k in many for sentence in cuts[k]])
        self._sentences: dict[int, list[Numbers]] = {}
        for k in many:
            self._sentences[k], flat = flat[: len(cuts[k])], flat[len(cuts[k]) :]

    def draw(self, batch: Batch, rng: np.random.Generator) -> Drawn:
        """Return the texts of a batch, lines cut and joined by chance."""
        size = len(batch.lines)
        join, divide = rng.random(size) < JOINED, rng.random(size) < CUT
        found: list[Numbers] = []
        at = np.full(size + 1, -1, np.int64)
        is_open = False
        for k, line in enumerate(batch.lines.tolist()):
            if is_open:
                found[-1] = np.concatenate([found[-1][:-1], self._whole[line][1:]])
            else:
                at[k] = len(found)
                if divide[k] and line in self._sentences:
                    found += self._sentences[line]
                    continue
                found.append(self._whole[line])
            is_open = bool(join[k] and not batch.ends[k] and len(found[-1]) < _LONG)
        at[size] = len(found)
        return Drawn(np.concatenate(found), np.array([len(ids) for ids in found]), at)


def cut(text: str, language: Language) -> list[str]:
    """Return the sentences of a text, roughly; a text that does not come out whole stays one."""
    found = [sentence for sentence in _ENDS[language].findall(text) if sentence.strip()]
    whole = "".join(found).replace(" ", "") == text.replace(" ", "")
    return found if found and whole else [text]


def _tokenised(tokenizer: Tokenizer, texts: Sequence[str]) -> list[npt.NDArray[np.int64]]:
    encodings = tokenizer.encode_batch_fast(list(texts))
    return [np.array(encoding.ids[:_PIECES] or [0], np.int64) for encoding in encodings]
