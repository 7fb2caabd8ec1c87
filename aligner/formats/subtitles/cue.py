"""A cue: what is shown at one time, and the clock of subtitles."""

from __future__ import annotations

import re
from dataclasses import dataclass

from aligner.article import TimeSpan
from aligner.formats.selection import clock_time

_TIME = re.compile(
    r"(?P<sign>-?)(?:(?P<hours>\d{1,6}):)?(?P<minutes>\d{1,4}):(?P<seconds>\d{1,3})"
    r"(?:[.,:;](?P<rest>\d{1,9}))?"
)
_DIRECTION = str.maketrans(
    dict.fromkeys("\u200e\u200f\u202a\u202b\u202c\u00ad\u200b\ufeff") | {"\u00a0": " "}
)


@dataclass(frozen=True, slots=True)
class Cue:
    """Lines that are shown together, without markup."""

    lines: tuple[str, ...]
    """What is shown, a text a line; a line that a new speaker begins has a dash in front."""
    time: TimeSpan | None = None
    """None where the file says none that can be read."""
    label: str = ""
    """Why it is no text, where the file says so."""


def shown_line(line: str) -> str:
    """Return a line without what nobody sees: blanks at its ends, signs of direction and breaks."""
    return line.translate(_DIRECTION).strip()


def span_of(start: str, stop: str) -> TimeSpan | None:
    """Return the time between two readings of a clock; None where either cannot be read.

    A cue that ends before it begins is shown for no time at all.
    """
    first, last = milliseconds(start), milliseconds(stop)
    if first is None or last is None:
        return None
    return TimeSpan(first, max(first, last))


def milliseconds(reading: str) -> int | None:
    """Read `h:mm:ss` with a fraction behind a dot or comma, or `mm:ss`; a minus may precede."""
    found = _TIME.fullmatch(reading.strip())
    if not found:
        return None
    minutes = int(found["hours"] or 0) * 60 + int(found["minutes"])
    fraction = int(((found["rest"] or "0") + "00")[:3])
    size = (minutes * 60 + int(found["seconds"])) * 1000 + fraction
    return -size if found["sign"] else size


def srt_time(moment: int) -> str:
    """Write milliseconds as SubRip does; a time before the beginning is the beginning."""
    return clock_time(max(0, moment)).replace(".", ",")
