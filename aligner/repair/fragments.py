"""Translations cut into fragments that can be moved: their sentences, and the clauses of those."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from aligner.article import Language
from aligner.script import HAN
from aligner.sentences import split_sentences

_CLAUSE = re.compile(
    r"(?:[,:](?!\d)|[;—…，；：、。！？])+[\"'”’」』）)]*\s*"
    r"|\s+(?=[-–—])"
    r"|(?<=[”」』])(?=\w)"
    rf"|(?<=[{HAN}])\s+(?=[{HAN}])"
    r"|(?<=[a-z0-9])\s+(?=[A-Z][a-z']*\s[a-z])"
)
"""Where a sentence that answers to several originals may be cut: behind punctuation and quotations,
and where titles and subtitles that end without any have been put together."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """A part of a translation, and where it stands."""

    text: str
    home: int
    """The number of the original that it stands beside, from 0."""
    gap: str = ""
    """The white space between it and the part before it."""
    is_clause: bool = False
    """Whether the part before it belongs to the same sentence."""


def sentences_of(translations: Sequence[str], language: Language) -> Iterator[Fragment]:
    """Yield the sentences of translations; empty ones have none."""
    for home, text in enumerate(translations):
        yield from _parts(split_sentences(text, language), home, is_clause=False)


def clauses_of(sentence: Fragment) -> list[Fragment]:
    """Cut a sentence where its clauses end."""
    ends = [match.end() for match in _CLAUSE.finditer(sentence.text)]
    cuts = pairwise([0, *ends, len(sentence.text)])
    texts = [sentence.text[start:stop] for start, stop in cuts]
    _, *rest = parts = list(_parts(texts, sentence.home, is_clause=True))
    return [Fragment(parts[0].text, sentence.home, sentence.gap), *rest]


def _parts(texts: Iterable[str], home: int, *, is_clause: bool) -> Iterator[Fragment]:
    """Yield texts that follow each other without the white space around them."""
    gap = ""
    for text in texts:
        bare = text.strip()
        if bare:
            start = text.index(bare)
            yield Fragment(bare, home, gap + text[:start], is_clause)
            gap = text[start + len(bare) :]
        else:
            gap += text
