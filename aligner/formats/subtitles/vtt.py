"""WebVTT: cues below blank lines, with voices, classes, ruby and times inside the text.

Notes, styles, regions, settings and names of cues are no text. A voice begins a speaker's line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape
from itertools import groupby

from aligner.formats.subtitles.cue import Cue, shown_line
from aligner.formats.subtitles.timed_lines import Stretch, stretches

_READING = re.compile(r"<rt(?:\.[^<>]{0,100})?>.{0,200}?(?:</rt>|(?=</ruby>|<rt|$))", re.DOTALL)
_VOICE = re.compile(r"<v(?:\.[^<>\s]{0,100})?(?:\s[^<>]{0,200})?>")
_TAG = re.compile(r"</?[a-z][^<>]{0,300}>|</?>|<\d{1,6}:[\d:.]{1,20}>", re.IGNORECASE)
_NO_TEXT = re.compile(r"(?:NOTE(?:\s.*)?|STYLE\s*|REGION\s*)")


def cues_of(text: str) -> Iterator[Cue]:
    """Yield the cues of a file in its order; the file's own header is no text."""
    for stretch in stretches_of(text):
        lines = tuple(_shown(_without_notes(stretch.lines)))
        if not stretch.is_head and lines:
            yield Cue(lines, stretch.time)
        elif lines and not lines[0].startswith("WEBVTT"):
            yield Cue(lines, None, "other")


def stretches_of(text: str) -> Iterator[Stretch]:
    """Yield what stands between the timings of a file."""
    return stretches(text, _is_named)


def _is_named(lines: Sequence[str], timing: int, first: int) -> bool:
    """Whether the line above a timing, below a blank one, is the name of its cue."""
    above = timing - 1
    if above < first or not lines[above].strip():
        return False
    return above == 0 or (above > first and not lines[above - 1].strip())


def _without_notes(lines: Sequence[str]) -> str:
    """Return the lines but for the parts, between blank lines, that are no text."""
    kept: list[str] = []
    is_first = True
    for has_text, group in groupby(lines, lambda line: bool(line.strip())):
        part = list(group)
        if has_text and (is_first or not _NO_TEXT.fullmatch(part[0])):
            kept += part
        is_first = False
    return "\n".join(kept)


def _shown(text: str) -> Iterator[str]:
    """Yield the lines that a cue shows, without markup and without blank ones."""
    spoken = _VOICE.sub("\n- ", _READING.sub("", text))
    for line in _TAG.sub("", spoken).split("\n"):
        bare = shown_line(unescape(line))
        if bare and bare != "-":
            yield bare
