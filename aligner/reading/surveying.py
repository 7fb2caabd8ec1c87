"""What a file says at a glance: how much in each language, and whether another says the same.

Enough to know on which side of a pair it belongs, for thousands of files: a text that is clearly in
one language is told by its letters alone, whatever else it is; only what may be in both is read as
an article is.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from aligner.article import Language
from aligner.errors import UnusableInput
from aligner.reading import layout
from aligner.reading.sorting import is_for_programs
from aligner.reading.source import arranged, document_of, open_source, sides_of
from aligner.script import language_of, weigh
from aligner.sentences import split_sentences

_FEW = 0.03
"""Share of a language, by letters, that boilerplate and names have in a text of the other."""
_SAMPLE = 5_000
"""Characters that tell whether a text is in another language altogether."""
_BALANCED = 0.25
"""Share that each language has at least where the one is the translation of the other."""


@dataclass(frozen=True, slots=True)
class Survey:
    """How much a file says in each language."""

    zh: int
    """Weight of its Chinese: Han characters."""
    en: int
    """Weight of its English: Latin words, twice."""
    holds_both: bool
    """Whether both languages are there, and neither as a mention."""
    digest: bytes
    """The same for files that say the same, whatever their format, line ends and spaces."""

    @property
    def language(self) -> Language:
        """The language that most of it is in."""
        return "zh" if self.zh >= self.en else "en"

    @property
    def is_bilingual(self) -> bool:
        """Whether there is about as much in both languages as where one translates the other."""
        return self.holds_both and min(self.zh, self.en) >= _BALANCED * (self.zh + self.en)


def survey(path: Path, *, encoding: str | None = None) -> Survey:
    """Tell the languages of a file; raises `UnusableInput` where it says nothing in either."""
    source = open_source(path, encoding)
    if source.reader.is_text:
        return _by_letters(source.raw.text) or _by_sides(path, arranged(source, False)[0])
    if table := source.reader.read_columns(source.raw):
        return _by_sides(path, layout.divided("columns", table.sides, table.rest))
    document = document_of(source)
    text = "\n".join(block.text for block in document.blocks)
    return _by_letters(text) or _by_sides(path, sides_of(document, False))


def glance(path: Path, language: Language, *, encoding: str | None = None) -> list[str]:
    """Return the sentences of a file in a language, boilerplate among them.

    For comparing files; what is to be aligned is read by `read_side`. Raises `UnusableInput`.
    """
    blocks = document_of(open_source(path, encoding)).blocks
    return [
        sentence
        for block in blocks
        if not is_for_programs(block) and language_of(block.text) == language
        for text in split_sentences(block.text, language)
        if (sentence := text.strip())
    ]


def _by_letters(text: str) -> Survey | None:
    """Tell the languages of a text by its letters alone, if it is clearly in one of them."""
    if not text.isascii() and language_of(text[:_SAMPLE]) is None:
        return None
    zh, en = _weights(text)
    if zh == en or min(zh, en) > _FEW * max(zh, en):
        return None
    return Survey(zh, en, False, _digest(text))


def _by_sides(path: Path, found: layout.Arrangement) -> Survey:
    """Tell the languages of a file by its sides as an article."""
    zh, _ = _weights("\n".join(block.text for block in found.zh))
    _, en = _weights("\n".join(block.text for block in found.en))
    if not zh and not en:
        raise UnusableInput(f"{path} holds no Chinese and no English text.")
    text = "\n".join(block.text for block in (*found.zh, *found.en))
    return Survey(zh, en, layout.missing(found.zh, found.en) is None, _digest(text))


def _weights(text: str) -> tuple[int, int]:
    """Return how much a text says in Chinese and in English, in lengths that compare."""
    han, words = weigh(text)
    return han, 2 * words


def _digest(text: str) -> bytes:
    bare = unicodedata.normalize("NFC", "".join(text.split()))
    return blake2b(bare.encode("utf-8", "surrogatepass"), digest_size=16).digest()
