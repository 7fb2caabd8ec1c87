"""Marks of notes at a word or behind a stop: `reef.¹`, `灯塔<sup>[2]</sup>`.

They belong to the page and not to the sentence, so that readers take them for markup. A raised
figure may be an exponent as well: `km²` and `10⁶` keep theirs.
"""

from __future__ import annotations

import re

RAISED = "¹²³⁰⁴-⁹"
"""Raised figures, as the inside of a regular expression's brackets."""
MARKS = re.compile(rf"[{RAISED}]{{1,3}}(?:[,，⁻–][{RAISED}]{{1,3}}){{0,4}}")
"""What may be the mark of a note, and what may be an exponent."""
_LABEL = re.compile(
    r"\s*(?:(?P<bare>\d{1,3})|[\[［(（〔【]\s?\d{1,3}\s?[\]］)）〕】]|[*†‡§※]{1,3}|[①-⑳]"
    r"|[注註]\s?[\d一二三四五六七八九十]{0,3})\s*"
)
_BASE = re.compile(r"(?:[\d)\]}Ωµμ℃°]|(?<![A-Za-z])[A-Za-z]{1,2})$")
"""What an exponent stands on: a figure, a bracket, a unit or a variable."""
_GOES_ON = re.compile(r"[A-Za-z0-9(=+*/^]")


def is_note(before: str, after: str) -> bool:
    """Whether raised figures between two texts are the mark of a note and no exponent."""
    last = before[-4:]
    if not last or last[-1].isspace() or _BASE.search(last):
        return False
    return not (last[-1].isalpha() and last[-1].isascii() and _GOES_ON.match(after[:1]))


def is_note_label(text: str, before: str) -> bool:
    """Whether what is raised by a tag behind `before` is the mark of a note."""
    found = _LABEL.fullmatch(text)
    if not found:
        return False
    return not found["bare"] or is_note(before, "")


def without_marks(text: str) -> str:
    """Return a text without the raised figures that are marks of notes."""
    return MARKS.sub(
        lambda mark: (
            ""
            if is_note(
                text[max(0, mark.start() - 8) : mark.start()], text[mark.end() : mark.end() + 1]
            )
            else mark[0]
        ),
        text,
    )
