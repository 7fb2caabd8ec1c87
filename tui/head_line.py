"""The first line of the review screen: the project, what is left to do, and what is shown."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from aligner.cells import drawable, width, wrap
from aligner.checks import Problem, Tally
from tui.session import Session
from tui.words import Words

_GAP = "   "
_SHORTEST = 12
"""Cells that the name of the project has at least, however much there is to say."""
_NAMES = {
    Problem.DOUBTFUL: "count doubtful",
    Problem.WARNED: "count warned",
    Problem.TERM: "count term",
    Problem.NO_ZH: "count no zh",
    Problem.NO_EN: "count no en",
}

_SHORT_NAMES = {
    Problem.DOUBTFUL: "count doubtful short",
    Problem.WARNED: "count warned short",
    Problem.TERM: "count term short",
    Problem.NO_ZH: "count no zh short",
    Problem.NO_EN: "count no en short",
}
"""What each kind is called where there is much to say."""

Hits = tuple[str, Sequence[int]]
"""What was searched for, and the positions of all pairs with it."""


def head_line(session: Session, words: Words, columns: int, hits: Hits | None = None) -> str:
    """Return the first line: the name of the project gives way where there is much to say."""
    parts = list(_parts(session, words, hits))
    room = columns - width(_GAP.join(["", *parts]))
    if room < _SHORTEST:
        parts = list(_parts(session, words, hits, is_short=True))
        room = columns - width(_GAP.join(["", *parts]))
        if room < _SHORTEST:  # what is cut off is counts, and not where one is
            parts = [*parts[1:], parts[0]]
    name = drawable(session.project.path.name)
    return _GAP.join([_shortened(name, max(room, _SHORTEST)), *parts])


def _parts(
    session: Session, words: Words, hits: Hits | None, *, is_short: bool = False
) -> Iterator[str]:
    if not session.is_ready:
        yield words("reading")
    else:
        yield left_to_do(session.problems.tally(), words, is_short=is_short)
    if session.filter_name is not None:
        shown = session.shown
        row = session.row + 1 if shown else 0
        name = words(f"filter {session.filter_name}")
        yield words("filtered", row=row, count=len(shown), name=name)
    if hits is not None:
        query, places = hits
        number = bisect_left(places, session.place)
        is_there = number < len(places) and places[number] == session.place
        yield words(
            "found", row=number + 1 if is_there else "–", count=len(places), query=drawable(query)
        )
    if session.project.is_read_only:
        yield words("read only")


def left_to_do(tally: Tally, words: Words, *, is_short: bool = False) -> str:
    """Return how many pairs there are and what is open, each kind counted."""
    names = _SHORT_NAMES if is_short else _NAMES
    counts = [words(names[kind], count=count) for kind, count in tally.by_kind.items()]
    if tally.unchecked:
        counts.append(words("checking", percent=f"{1 - tally.unchecked / tally.pairs:.0%}"))
    elif tally.gaps:  # nobody is to believe that all of it is translated
        counts.append(words("count gaps", count=tally.gaps))
    if not counts:
        return words("all looked at", total=tally.pairs)
    return words("to look at", counts=words("comma").join(counts), total=tally.pairs)


def _shortened(name: str, columns: int) -> str:
    """Return a name in no more than so many cells."""
    if width(name) <= columns:
        return name
    return next(iter(wrap(name, columns - 1)), "").rstrip() + "…"
