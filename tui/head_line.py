"""The first line of the review screen: the project, and what is left to do."""

from __future__ import annotations

from aligner.cells import drawable
from tui.session import Session
from tui.words import Words


def head_line(session: Session, words: Words) -> str:
    """Return the name of the project, how many pairs are to be looked at, and the filter."""
    parts = [drawable(session.project.path.name), _left(session, words)]
    if session.filter_name is not None:
        filtered = words(f"filter {session.filter_name}")
        parts.append(words("filtered", count=len(session.shown), name=filtered))
    if session.project.is_read_only:
        parts.append(words("read only"))
    return "   ".join(parts)


def _left(session: Session, words: Words) -> str:
    if not session.is_ready:
        return words("reading")
    if session.doubtful:
        return words("to look at", doubtful=session.doubtful, total=session.count)
    return words("all looked at", total=session.count)
