"""A text divided at the place of a finding, so that the place can be marked.

What cannot be seen is shown by its name, and of a very long text what stands around the place.
Invariant: where nothing of that is needed, the parts joined are the text.
"""

from __future__ import annotations

from typing import NamedTuple

from aligner.check_report.entry import Span

_LONGEST = 2_000
"""Characters of a text that are shown; a book in one cell would hide the finding."""
_AROUND = 600
"""Characters of a longer text that are shown on either side of the place."""
_CUT = "…"


class Marked(NamedTuple):
    """A text in three parts, of which the middle one is the place of a finding."""

    before: str
    place: str
    behind: str


def marked(text: str, span: Span | None) -> Marked:
    """Return a text with the place of a finding apart; without a place all of it is before it."""
    if span is None:
        shown = text if len(text) <= _LONGEST else text[:_LONGEST] + _CUT
        return Marked(shown, "", "")
    start, end = span
    before, place, behind = text[:start], text[start:end], text[end:]
    if len(text) > _LONGEST:
        before = before if len(before) <= _AROUND else _CUT + before[-_AROUND:]
        place = place if len(place) <= _AROUND else place[:_AROUND] + _CUT
        behind = behind if len(behind) <= _AROUND else behind[:_AROUND] + _CUT
    return Marked(before, _visible(place), behind)


def _visible(place: str) -> str:
    """Return a place as it can be seen: characters without a shape by their numbers."""
    if place and not place.strip(" \u3000"):
        return "␣" * len(place)
    return "".join(
        one if one.isprintable() or one == "\u3000" else f"[U+{ord(one):04X}]" for one in place
    )
