"""Which language a text is in, by its letters: Han characters against Latin words."""

from __future__ import annotations

import re

from aligner.article import Language

HAN = "〇\u2e80-\u2fd5\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
"""Han characters and their radicals, as the inside of a regular expression's brackets."""
LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024fＡ-Ｚａ-ｚ"
"""Latin letters, likewise."""

_HAN_RUN = re.compile(f"[{HAN}]+")
_WORD = re.compile(f"[{LATIN}]+(?:['’.-][{LATIN}]+)*")
_OTHER_LETTER = re.compile("[\u0370-\u1fff\u3041-\u30ff\u3131-\u318e\uac00-\ud7a3]")
_ASIDE = re.compile(r"[（(][^（()）]{0,200}[)）]")


def is_han(character: str) -> bool:
    """Whether a character is Chinese writing; punctuation is not."""
    return _HAN_RUN.fullmatch(character) is not None


def weigh(text: str) -> tuple[int, int]:
    """Count the Han characters and the Latin words of a text."""
    han = 0 if text.isascii() else len(text) - len(_HAN_RUN.sub("", text))
    return han, _WORD.subn("", text)[1]  # which counts them without a list of their texts


def han_share(text: str) -> float:
    """Return the share of Han characters, 0 to 1, where a Latin word counts as one character."""
    han, words = weigh(text)
    return han / (han + words) if han else 0.0


def language_of(text: str) -> Language | None:
    """Decide the language of a text; None for one that is in neither, a number for instance.

    A Han character counts as much as a Latin word, so that names in Latin letters do not make a
    Chinese sentence English, nor a quoted character an English one Chinese. What stands in round
    brackets, often the same name in the other language, is asked only if nothing else is there.
    Japanese, Korean and alphabets other than the Latin one count against both.
    """
    for part in (_ASIDE.sub(" ", text), text):
        han, words = weigh(part)
        if han or words:
            break
    else:
        return None
    if len(_OTHER_LETTER.findall(text)) > max(han / 4, words):
        return None
    return "zh" if han >= words else "en"
