"""SubRip: cues under a number and a time, with a few tags of HTML and of SubStation Alpha.

The number may be missing or wrong. A number is that of a cue only directly above a timing; anywhere
else it is text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from aligner.formats.subtitles.cue import Cue, shown_line
from aligner.formats.subtitles.timed_lines import Stretch, stretches

_TAG = re.compile(r"</?(?:i|b|u|s|em|strong|span|font)(?:\s[^<>]{0,300})?/?>", re.IGNORECASE)
_BREAK = re.compile(r"<br\s{0,9}/?>", re.IGNORECASE)
_OVERRIDE = re.compile(r"\{(?:\\[^{}]{0,300}|/?[biu])\}", re.IGNORECASE)
_ENTITIES = {"&nbsp;": " ", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&"}
_ENTITY = re.compile("|".join(_ENTITIES))


def cues_of(text: str) -> Iterator[Cue]:
    """Yield the cues of a file in its order; what stands above them all is labelled."""
    for stretch in stretches_of(text):
        lines = tuple(part for line in stretch.lines for part in _shown(line))
        if lines:
            yield Cue(lines, stretch.time, "other" if stretch.is_head else "")


def stretches_of(text: str) -> Iterator[Stretch]:
    """Yield what stands between the timings of a file."""
    return stretches(text, _is_numbered)


def _is_numbered(lines: Sequence[str], timing: int, first: int) -> bool:
    """Whether the line above a timing is the number of its cue.

    So it is below a blank line or at the beginning, or where it counts on from the number before.
    """
    above = timing - 1
    if above < first or not _is_number(lines[above]):
        return False
    if above == first:
        return first == 0 or _counts_on(lines, first - 2, above)
    return not lines[above - 1].strip() or _counts_on(lines, first - 2, above)


def _counts_on(lines: Sequence[str], before: int, number: int) -> bool:
    """Whether a line is one more than the number of the cue before, if that has one."""
    if before < 0 or not _is_number(lines[before]):
        return False
    return int(lines[number]) == int(lines[before]) + 1


def _is_number(line: str) -> bool:
    bare = line.strip()
    return bare.isascii() and bare.isdigit() and len(bare) <= 9


def _shown(line: str) -> Iterator[str]:
    """Yield the lines that a line shows, without markup and without blank ones."""
    for part in _BREAK.split(_OVERRIDE.sub("", line)):
        bare = shown_line(_ENTITY.sub(lambda found: _ENTITIES[found[0]], _TAG.sub("", part)))
        if bare:
            yield bare
