"""Which cues are one text in two languages: those that share a cue, or the time.

Cues of two languages that are mostly shown together are of one section; so are neighbours that
overlap at all while neither has its other language. A cue with both languages is a section.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aligner.article import Language, TimeSpan

_TOGETHER = 0.4
"""Share of the shorter time that two cues must be shown together."""
_ALIKE = 0.2
"""Length of the shorter time, in parts of the longer: a sign in the picture stands for minutes."""
_OPEN = 64
"""Sections that a cue is compared with; no more are shown at once."""


@dataclass(slots=True)
class _Section:
    """The cues that are one text so far."""

    time: TimeSpan | None
    languages: set[Language]
    is_whole: bool
    """Whether a single cue held both languages."""


def sections(
    times: Sequence[TimeSpan | None], languages: Sequence[frozenset[Language]]
) -> list[int]:
    """Return the section of each cue, given their times, which never fall, and their languages."""
    found: list[_Section] = []
    of_cue: list[int] = []
    open_ones: list[int] = []
    for time, said in zip(times, languages, strict=True):
        open_ones = [n for n in open_ones if _reaches(found[n], time)][-_OPEN:]
        place = _place(found, open_ones, time, said)
        if place is None:
            place = len(found)
            found.append(_Section(time, set(said), len(said) > 1))
            open_ones.append(place)
        else:
            section = found[place]
            section.languages |= said
            section.time = _both(section.time, time)
        of_cue.append(place)
    return of_cue


def _place(
    found: Sequence[_Section],
    open_ones: Sequence[int],
    time: TimeSpan | None,
    said: frozenset[Language],
) -> int | None:
    """Return the section that a cue belongs to; None for one of its own."""
    if time is None or len(said) != 1:
        return None
    best: tuple[float, int] | None = None
    for place in open_ones:
        section = found[place]
        if section.is_whole or section.time is None or section.languages <= said:
            continue
        together = _together(section.time, time)
        least = 0.0 if said - section.languages else _TOGETHER
        if together > least and (best is None or together > best[0]):
            best = together, place
    return best[1] if best else None


def _together(first: TimeSpan, second: TimeSpan) -> float:
    """Return the share of the shorter time that both are shown; 0 where one is far longer."""
    lengths = sorted((first.stop - first.start, second.stop - second.start))
    overlap = min(first.stop, second.stop) - max(first.start, second.start)
    if first == second:
        return 1.0
    if overlap <= 0 or lengths[0] < _ALIKE * lengths[1]:
        return 0.0
    return overlap / lengths[0]


def _reaches(section: _Section, time: TimeSpan | None) -> bool:
    return section.time is not None and (time is None or section.time.stop > time.start - 1)


def _both(first: TimeSpan | None, second: TimeSpan | None) -> TimeSpan | None:
    if first is None or second is None:
        return first or second
    return TimeSpan(min(first.start, second.start), max(first.stop, second.stop))
