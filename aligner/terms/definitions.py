"""Where a text itself says what a term is in the other language, and what it sets off.

中文（English） and English（中文） define; quotation marks and book titles set off. Only the form
is looked at: whether the two translate each other is for the links to say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from aligner.lexicon import INSIDE_ACRONYMS, TextSpan
from aligner.script import HAN, LATIN

_GLOSS_IN_CHINESE = re.compile(rf"[（(]\s*([{LATIN}0-9][{LATIN}0-9 .,&'’/·–-]{{1,80}}?)\s*[)）]")
_GLOSS_IN_ENGLISH = re.compile(rf"[（(]\s*([{HAN}][{HAN}·、《》「」 ]{{0,30}}?)\s*[)）]")
_ACRONYM_IN_ENGLISH = re.compile(r"\(\s*([A-Z][A-Za-z0-9&-]{1,9})\s*\)")
_QUOTED = re.compile(
    r"「([^「」\n，。！？；：]{1,24})」|『([^『』\n，。！？；：]{1,24})』"
    r"|《([^《》\n]{1,30})》|“([^“”\n，。！？；：]{1,40})”"
)
_QUOTED_ENGLISH = re.compile(r"“([^“”\n]{2,60}?)[,.]?”|(?<!\w)\"([^\"\n]{2,60}?)[,.]?\"(?!\w)")


@dataclass(frozen=True, slots=True)
class Gloss:
    """What stands in brackets behind a term, in other letters than the text's."""

    at: TextSpan
    """The brackets and all between them."""
    text: str
    place: TextSpan
    """The text between them."""


def glosses(text: str, *, chinese: bool) -> list[Gloss]:
    """Return the bracketed glosses of a text that is in Chinese or in English."""
    pattern = _GLOSS_IN_CHINESE if chinese else _GLOSS_IN_ENGLISH
    found = (m for m in pattern.finditer(text) if m.start())
    return [Gloss(m.span(), m.group(1), m.span(1)) for m in found]


def quoted(text: str, *, chinese: bool) -> list[TextSpan]:
    """Return where something is set off by quotation marks or as a title, the marks left out."""
    pattern = _QUOTED if chinese else _QUOTED_ENGLISH
    return [m.span(m.lastindex or 0) for m in pattern.finditer(text)]


def acronyms(text: str) -> list[tuple[TextSpan, TextSpan]]:
    """Return where a long form and its acronym in brackets stand: severe acute ... (SARS)."""
    found = []
    for match in _ACRONYM_IN_ENGLISH.finditer(text):
        letters = [c.lower() for c in match.group(1) if c.isalpha()]
        start = _start_of_long_form(text[: match.start()].rstrip(), letters)
        if start is not None:
            found.append(((start, len(text[: match.start()].rstrip())), match.span(1)))
    return found


def _start_of_long_form(before: str, letters: list[str]) -> int | None:
    """Return where the words begin whose first letters are these, in order; None if they are not.

    Small words may stand between, and one letter may come from inside a word (coronavirus: CoV).
    """
    words = list(re.finditer(rf"[{LATIN}0-9]+", before))[-2 * len(letters) - 2 :]
    if len(letters) < 2 or not words:
        return None
    left = len(letters) - 1
    for match in reversed(words):
        word = match.group().lower()
        if word[0] == letters[left]:
            left -= 1
        elif left and word[0] == letters[left - 1] and letters[left] in word[1:]:
            left -= 2
        elif word not in INSIDE_ACRONYMS:
            return None
        if left < 0:
            return match.start()
    return None
