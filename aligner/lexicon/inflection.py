"""English words without their endings, as far as terms need it: the plural."""

from __future__ import annotations

from functools import lru_cache

from aligner.lexicon.irregular_plurals import SINGULARS

_ALWAYS_S = ("ss", "us", "is")


@lru_cache(maxsize=100_000)
def singular(word: str) -> str:
    """Return an English word in lower case without the ending of its plural.

    A table of exceptions, then rules: good for comparing two words, not for showing one.
    """
    if word in SINGULARS:
        return SINGULARS[word]
    if len(word) > 4 and word.endswith("men"):
        return word[:-2] + "an"
    if word.endswith("children"):
        return word.removesuffix("ren")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(_ALWAYS_S):
        return word[:-1]
    return word


def stems(word: str) -> tuple[str, ...]:
    """Return what a word in -ing or -ed may be made of: reduc and reduce of reducing.

    Some of these are no words at all; none is meant to be shown.
    """
    for ending in ("ing", "ed"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2:
            return (stem[:-1],) if stem[-1] == stem[-2] else (stem, stem + "e")
    return ()
