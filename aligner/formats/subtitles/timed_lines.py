"""Lines between timings: how SubRip and WebVTT divide a file, however carelessly it was written.

A timing opens a cue, and all lines up to the next one are its text, blank lines too; what stands
directly above a timing may be the name of its cue, which the format decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from aligner.article import TimeSpan
from aligner.formats.subtitles.cue import span_of

_TIMING = re.compile(
    r"\s{0,20}(?P<start>[-\d][^\s>]{0,11}:[^\s>]{1,12})[ \t]{0,9}-{1,3}>[ \t]{0,9}"
    r"(?:(?P<stop>[^\s:]{1,12}:[^\s]{1,20})(?:\s.*)?)?"
)
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Stretch:
    """The lines of one cue, and when it is shown."""

    lines: Sequence[str]
    time: TimeSpan | None
    is_head: bool = False
    """Whether it stands above the first timing."""
    first: int = 0
    """The number of its first line in the file, from 0."""
    name: str = ""
    """What the line above its timing names it."""


Names = Callable[[Sequence[str], int, int], bool]
"""Whether the line above a timing names its cue: lines, the number of the timing's line, and the
first line that may belong to the cue before."""


def stretches(text: str, names: Names) -> Iterator[Stretch]:
    """Yield what stands above the first timing, and then the lines of each cue."""
    lines = _LINE_END.split(text.removeprefix("\ufeff"))
    time: TimeSpan | None = None
    first, is_head, name = 0, True, ""
    for number, line in enumerate(lines):
        if "->" in line and (timing := _TIMING.fullmatch(line)):
            behind = number - 1 if names(lines, number, first) else number
            yield Stretch(lines[first:behind], time, is_head, first, name)
            name = lines[behind].strip() if behind < number else ""
            time = span_of(timing["start"], timing["stop"] or "")
            first, is_head = number + 1, False
    yield Stretch(lines[first:], time, is_head, first, name)
