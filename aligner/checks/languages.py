"""Text in the wrong language: copied, swapped, not translated, or translated in part.

A name stays as it is in any language, so a few Latin words in Chinese say nothing, nor does Chinese
in brackets or quotation marks behind an English name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from aligner.checks.finding import Finding, shown
from aligner.script import HAN, LATIN, weigh

WRONG_LANGUAGE = frozenset(("copied", "swapped", "untranslated"))
"""Codes of a pair of which nothing else can be told."""
_FEW_WORDS = 3
_HAN_RUN = re.compile(f"[{HAN}](?:[{HAN}、，·\\s]*[{HAN}])?")
_ASIDE = re.compile(
    r"\([^()]*\)|（[^（）]*）|\[[^\[\]]*\]|“[^“”]*”|‘[^‘’]*’|\"[^\"]*\"|「[^「」]*」|《[^《》]*》|【[^【】]*】|'[^']*'"
)
_WORDS = re.compile(f"[{LATIN}]+(?:['’-][{LATIN}]+)*(?:[ ,;]+[{LATIN}]+(?:['’-][{LATIN}]+)*){{3,}}")


@lru_cache(maxsize=8)
def weighed(text: str) -> tuple[int, int]:
    """Return the Han characters and Latin words of a text; several checks ask for the same."""
    return weigh(text)


def check_languages(zh: str, en: str) -> Iterator[Finding]:
    """Yield what stands in the wrong language; both texts are not empty."""
    zh_han, zh_words = weighed(zh)
    en_han, en_words = weighed(en)
    if zh == en:
        if zh_han or zh_words >= _FEW_WORDS:
            yield Finding("copied", "both", (0, len(zh)), (0, len(en)))
        return
    zh_wrong = zh_words >= _FEW_WORDS and not zh_han
    en_wrong = en_han > 1 and en_han > 2 * en_words
    if en_wrong and not zh_han and zh_words:
        yield Finding("swapped", "both", (0, len(zh)), (0, len(en)))
        return
    if zh_wrong:
        yield Finding("untranslated", "zh", zh=(0, len(zh)))
    elif zh_words > _FEW_WORDS:
        yield from _english_left(zh)
    if en_wrong:
        yield Finding("untranslated", "en", en=(0, len(en)))
    elif en_han:
        yield from _chinese_left(en)


def _chinese_left(en: str) -> Iterator[Finding]:
    for run in _HAN_RUN.finditer(_ASIDE.sub(_blank, en)):
        yield Finding("chinese-left", "en", en=run.span(), values=(shown(run[0]),))


def _english_left(zh: str) -> Iterator[Finding]:
    """Yield runs of words with small ones among them: titles and names have capitals."""
    for run in _WORDS.finditer(_ASIDE.sub(_blank, zh)):
        words = run[0].split()
        if sum(1 for word in words if word[0].islower()) * 2 >= len(words):
            yield Finding("english-left", "zh", zh=run.span(), values=(shown(run[0]),))


def _blank(match: re.Match[str]) -> str:
    return "\0" * len(match[0])
