"""Choosing places and words in the two texts of a pair, before it is split or a term is taken.

Values: a key makes new carets of old ones. While splitting, the caret of the other side follows the
one that moves, to where the same share of its text ends a sentence or clause, until it is moved
itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from aligner.article import Language
from aligner.edits import suggested_split

Purpose = Literal["split", "term"]

_STOP = re.compile(r"[。！？；…!?;.，：,:、][”’」』）\"')]*\s*|\s+")
"""Where a jump by words stops."""
_SENTENCE_END = re.compile(r"[。！？…!?.][”’」』）\"')]*\s*")
_WORD = re.compile(r"[A-Za-zÀ-ɏ0-9][A-Za-zÀ-ɏ0-9'’-]*|[^\W_]")


@dataclass(frozen=True, slots=True)
class Caret:
    """A place in a text, and where the marking of words began; offsets in characters."""

    at: int = 0
    anchor: int = 0

    @property
    def span(self) -> tuple[int, int]:
        """The stretch that is marked."""
        return min(self.at, self.anchor), max(self.at, self.anchor)


@dataclass(frozen=True, slots=True)
class Carets:
    """A caret in each text of a pair."""

    purpose: Purpose
    zh_text: str
    en_text: str
    language: Language
    """The side whose caret the keys move."""
    zh: Caret = Caret()
    en: Caret = Caret()
    follows: bool = True
    """Whether the other side's caret is still where it was suggested."""

    def caret(self, language: Language) -> Caret:
        """Return the caret of a side."""
        return self.zh if language == "zh" else self.en

    def text(self, language: Language) -> str:
        """Return the text of a side."""
        return self.zh_text if language == "zh" else self.en_text

    def on(self, language: Language) -> Carets:
        """Return the same carets with the keys moving the one of a side."""
        return replace(self, language=language)

    def pressed(self, key: str) -> Carets | None:
        """Return the carets after a key; None if the key means nothing here."""
        if key in ("tab", "shift+tab", "up", "down"):
            return replace(self, language=_other(self.language), follows=False)
        text, caret = self.text(self.language), self.caret(self.language)
        marks = key.startswith("shift+") and self.purpose == "term"
        at = _moved(text, caret.at, key.removeprefix("shift+"))
        if at is None:
            return None
        return self.placed(self.language, at, anchor=caret.anchor if marks else at)

    def placed(self, language: Language, at: int, *, anchor: int | None = None) -> Carets:
        """Return the carets with one of them at a place."""
        at = min(max(at, 0), len(self.text(language)))
        new = Caret(at, at if anchor is None else anchor)
        moved = replace(self, zh=new) if language == "zh" else replace(self, en=new)
        if self.purpose == "split" and self.follows and language == self.language:
            other = _other(language)
            place = suggested_split(self.text(language), self.text(other), at)
            caret = Caret(place, place)
            moved = replace(moved, zh=caret) if other == "zh" else replace(moved, en=caret)
        return replace(moved, language=language)


def split_carets(zh_text: str, en_text: str, language: Language) -> Carets:
    """Return carets for a split: where a sentence ends nearest to the middle."""
    begun = Carets("split", zh_text, en_text, language)
    text = begun.text(language)
    ends = [m.end() for m in _SENTENCE_END.finditer(text) if m.end() < len(text)]
    ends = ends or [m.end() for m in _STOP.finditer(text) if m.end() < len(text)]
    middle = len(text) // 2
    return begun.placed(language, min(ends, key=lambda end: abs(end - middle), default=middle))


def term_carets(zh_text: str, en_text: str, language: Language) -> Carets:
    """Return carets for taking a term: the first word of each side."""
    begun = Carets("term", zh_text, en_text, language)
    for side in ("zh", "en"):
        word = _WORD.search(begun.text(side))
        span = word.span() if word else (0, 0)
        begun = begun.placed(side, span[1], anchor=span[0])
    return replace(begun, language=language)


def _other(language: Language) -> Language:
    return "en" if language == "zh" else "zh"


def _moved(text: str, at: int, key: str) -> int | None:
    if key == "left":
        return at - 1
    if key == "right":
        return at + 1
    if key == "home":
        return 0
    if key == "end":
        return len(text)
    stops = [0, *(match.end() for match in _STOP.finditer(text)), len(text)]
    if key in ("ctrl+right", "space"):
        return next((stop for stop in stops if stop > at), len(text))
    if key in ("ctrl+left", "backspace"):
        return next((stop for stop in reversed(stops) if stop < at), 0)
    return None
