"""The values of a glossary: entries, their variants, and where they were seen.

Texts are as they were found or typed; which variants are one term is decided by `grouping` and
`matching`, never by changing a text. Invariant: the spans of an example lie within its texts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from aligner.article import Language
from aligner.lexicon import TextSpan

TextPair = tuple[str, str]
"""Chinese and English of one aligned pair."""

PartOfSpeech = Literal["", "noun", "proper noun", "verb", "adjective", "adverb", "other"]
"""Empty where it is not certain."""


TermStatus = Literal["", "discouraged", "forbidden"]
"""Whether a form may be used; empty where nothing speaks against it."""


@dataclass(frozen=True, slots=True)
class Variant:
    """Another form of a term."""

    text: str
    count: int = 0
    """In how many pairs it was seen; 0 where nobody counted."""
    status: TermStatus = ""


@dataclass(frozen=True, slots=True)
class Example:
    """A pair in which both terms of an entry stand."""

    zh: str
    en: str
    zh_at: TextSpan
    en_at: TextSpan
    pair: int
    """Which of the pairs that were mined, from 0."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A Chinese term and its English one; one is empty where no form of it may be used."""

    zh: str
    en: str
    zh_variants: tuple[Variant, ...] = ()
    """Other forms (the other script, another transliteration), commonest first; `zh` not among
    them."""
    en_variants: tuple[Variant, ...] = ()
    """Other forms (plural, capitals), commonest first; `en` not among them."""
    score: float | None = None
    """How good an entry it is, 0 to 1: a right translation and a term; None for a person's own."""
    count: int = 0
    """In how many pairs the two stand together; 0 where nobody counted."""
    examples: tuple[Example, ...] = ()
    part_of_speech: PartOfSpeech = ""
    domain: str = ""
    note: str = ""

    @property
    def zh_forms(self) -> tuple[str, ...]:
        """The Chinese term and its variants, without those not to be used."""
        return _usable(self.zh, self.zh_variants)

    @property
    def en_forms(self) -> tuple[str, ...]:
        """The English term and its variants, without those not to be used."""
        return _usable(self.en, self.en_variants)

    def banned(self, language: Language) -> tuple[Variant, ...]:
        """Return the forms in a language that are not to be used."""
        variants = self.zh_variants if language == "zh" else self.en_variants
        return tuple(variant for variant in variants if variant.status)


def _usable(term: str, variants: tuple[Variant, ...]) -> tuple[str, ...]:
    forms = (term, *(variant.text for variant in variants if not variant.status))
    return tuple(form for form in forms if form)


@dataclass(frozen=True, slots=True)
class Use:
    """Where a term was used."""

    pair: int
    """Which of the pairs, from 0."""
    at: TextSpan
    """In the text that was translated from."""
    rendered_at: TextSpan | None = None
    """In the other text; None where no rendering was made out."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """One way in which a term was rendered."""

    text: str
    """Empty where no rendering was made out."""
    uses: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class Inconsistency:
    """A term that was not always rendered as it should be."""

    kind: Literal["banned", "otherwise", "several"]
    """By a form that the glossary says not to use, otherwise than it has it, or in several ways."""
    term: str
    expected: tuple[str, ...]
    """What the glossary has for it; empty where it is in none."""
    renderings: tuple[Rendering, ...]
    """Commonest first; of a glossary's term only those that it does not have."""
