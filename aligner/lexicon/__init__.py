"""What is known of words and of writing them: the common ground of glossary, memory and checks.

Owns where words begin and end, how common and of what kind they are, how they sound and inflect,
which of them say little, and which texts are the same. The table of frequencies is read by the
first function that asks it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligner.lazy import lazy_names
from aligner.lexicon.folding import (
    CONSISTENCY,
    EXPLANATION,
    GLOSSARY,
    MEMORY,
    SEARCH,
    SERVICES,
    Folded,
    Service,
    fold,
    fold_characters,
    fold_in_place,
    spellings,
)
from aligner.lexicon.inflection import singular, stems

if TYPE_CHECKING:
    from aligner.lexicon.background import TABLE, Background, background_table
    from aligner.lexicon.function_words import (
        INSIDE_ACRONYMS,
        INSIDE_TERMS,
        NUMBER_WORDS,
        TERM_STOP_WORDS,
        says_little,
    )
    from aligner.lexicon.sounds import likeness
    from aligner.lexicon.words import TextSpan, Word, chinese_words, english_words

__all__ = [
    "CONSISTENCY",
    "EXPLANATION",
    "GLOSSARY",
    "INSIDE_ACRONYMS",
    "INSIDE_TERMS",
    "MEMORY",
    "NUMBER_WORDS",
    "SEARCH",
    "SERVICES",
    "TABLE",
    "TERM_STOP_WORDS",
    "Background",
    "Folded",
    "Service",
    "TextSpan",
    "Word",
    "background_table",
    "chinese_words",
    "english_words",
    "fold",
    "fold_characters",
    "fold_in_place",
    "likeness",
    "says_little",
    "singular",
    "spellings",
    "stems",
]

if not TYPE_CHECKING:  # for the type checker there is no name but those above
    __getattr__ = lazy_names(
        __name__,
        {
            "INSIDE_ACRONYMS": "function_words",
            "INSIDE_TERMS": "function_words",
            "NUMBER_WORDS": "function_words",
            "TABLE": "background",
            "TERM_STOP_WORDS": "function_words",
            "Background": "background",
            "TextSpan": "words",
            "Word": "words",
            "background_table": "background",
            "chinese_words": "words",
            "english_words": "words",
            "likeness": "sounds",
            "says_little": "function_words",
        },
    )
