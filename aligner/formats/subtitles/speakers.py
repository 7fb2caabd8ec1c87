"""Who speaks in a cue: its lines by language and speaker, each speaker's joined to one text.

A dash in front of a line begins another speaker, and is no text itself. Two dashes, or a dash
before a figure, are text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aligner.article import Language
from aligner.script import is_han, language_of

_DASH = re.compile(r"[-‐‑–−－﹣](?![-‐‑–−－﹣—―\d])\s{0,9}(?=\S)|[—―]\s{1,9}(?=\S)")
_AMID = re.compile(r"(?<=[.!?…。！？”’\"♪）)\]】])\s{1,9}[-‐‑–－﹣](?![-‐‑–－﹣—―\d])\s{0,9}(?=\S)")
_WIDE = frozenset("　、。，！？：；…—“”‘’「」『』（）《》〈〉【】〔〕·～")


@dataclass(frozen=True, slots=True)
class Speech:
    """What one speaker says in one language, in a cue."""

    lines: tuple[str, ...]
    language: Language | None

    @property
    def glue(self) -> list[str]:
        """Return what stands in place of each line end: nothing by Chinese, else a blank."""
        return [_glue(a, b) for a, b in zip(self.lines, self.lines[1:], strict=False)]

    @property
    def text(self) -> str:
        """Return the lines as one text."""
        parts = [self.lines[0]]
        for glue, line in zip(self.glue, self.lines[1:], strict=True):
            parts += (glue, line)
        return "".join(parts)


def speeches(lines: Sequence[str]) -> list[Speech]:
    """Return what the speakers of a cue say, language by language, in the order of the lines."""
    turns = [turn for line in lines for turn in _turns(line)]
    languages = _languages([text for text, _ in turns])
    order = list(dict.fromkeys(languages))
    found: list[Speech] = []
    for language in order:
        own = [turn for turn, said in zip(turns, languages, strict=True) if said == language]
        found += [Speech(texts, language) for texts in _spoken(own)]
    return found


def _turns(line: str) -> Iterator[tuple[str, bool]]:
    """Yield the parts of a line by speaker, and whether a dash begins each."""
    dash = _DASH.match(line)
    if not dash:
        yield line, False
        return
    for part in _AMID.split(line[dash.end() :]):
        yield part, True


def _languages(texts: Sequence[str]) -> list[Language | None]:
    """Return the language of each line; one that is in neither goes with the line before it."""
    found = [language_of(text) for text in texts]
    known = next((language for language in found if language), None)
    for place, language in enumerate(found):
        found[place] = known = language or known
    return found


def _spoken(turns: Sequence[tuple[str, bool]]) -> Iterator[tuple[str, ...]]:
    """Yield the lines of each speaker."""
    lines: list[str] = []
    for text, begins in turns:
        if begins and lines:
            yield tuple(lines)
            lines = []
        lines.append(text)
    yield tuple(lines)


def _glue(before: str, line: str) -> str:
    last, first = before[-1], line[0]
    if _is_wide(last) or _is_wide(first):
        return ""
    broken = last == "-" and before[-2:-1].isalpha() and first.islower()
    return "" if broken else " "


def _is_wide(character: str) -> bool:
    return character in _WIDE or is_han(character)
