"""The segments that XLIFF 1.2 divides a source and a target into, and which answer to which.

Tools divide one side only, number the segments of one side only, or not at all. Invariant: no text
is lost, whatever they do; what has no partner stands alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from aligner.formats.inline import Segment

WHOLE = ""
"""The name of a text that is not divided."""

_Key = tuple[str, int]
"""The name of a segment, empty without one, and how many of that name stand before it."""


class Flow:
    """A source or a target as it is read: its whole text, its segments, and what is between."""

    def __init__(self) -> None:
        self.whole = Segment()
        self.between = Segment()
        """What stands in no segment."""
        self.segments: dict[_Key, Segment] = {}
        self._open: list[Segment | None] = []
        """What each open element began: a segment, or a tag."""
        self._filled = [self.between]

    @property
    def is_open(self) -> bool:
        """Whether an element in it is open."""
        return bool(self._open)

    @property
    def has_text(self) -> bool:
        """Whether there is a text in it."""
        return bool(self.whole.text.strip())

    @property
    def is_divided(self) -> bool:
        """Whether it has segments and no text between them that would be lost."""
        return bool(self.segments) and not self.between.text.strip()

    def add(self, text: str) -> None:
        """Take in text."""
        self.whole.add(text)
        self._filled[-1].add(text)

    def start_segment(self, name: str) -> None:
        """Take in the start of a segment."""
        place = sum(known == name for known, _ in self.segments)
        segment = self.segments[name, place] = Segment()
        self._open.append(segment)
        self._filled.append(segment)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take in the start of a tag."""
        self._open.append(None)
        self.whole.start(name, attributes)
        self._filled[-1].start(name, attributes)

    def end(self) -> None:
        """Take in the end of what was opened last."""
        if self._open.pop() is None:
            self.whole.end()
            self._filled[-1].end()
        else:
            self._filled.pop()


def paired(
    source: Flow, target: Flow | None
) -> Iterator[tuple[str, Segment | None, Segment | None]]:
    """Yield the pairs of a source and a target, each with the name of its segment.

    Segments of both sides are paired by their names, or by their order where a side has no names
    and both have as many. A text in one piece answers to one in several as a whole.
    """
    if target is None or not target.has_text:
        if not source.is_divided:
            yield WHOLE, source.whole, target.whole if target else None
            return
        for key, segment in source.segments.items():
            yield key[0], segment, None
    elif source.is_divided and target.is_divided:
        yield from _paired_segments(source.segments, target.segments)
    else:
        yield _common_name(source, target), _only(source), _only(target)


def _paired_segments(
    source: Mapping[_Key, Segment], target: Mapping[_Key, Segment]
) -> Iterator[tuple[str, Segment | None, Segment | None]]:
    if len(source) == len(target) and not source.keys() & target.keys():
        for (key, one), other in zip(source.items(), target.values(), strict=True):
            yield key[0], one, other
        return
    for key in dict.fromkeys((*source, *target)):
        yield key[0], source.get(key), target.get(key)


def _only(flow: Flow) -> Segment:
    """Return a text in one piece: without white space around it where it is one segment."""
    if flow.is_divided and len(flow.segments) == 1:
        return next(iter(flow.segments.values()))
    return flow.whole


def _common_name(source: Flow, target: Flow) -> str:
    names = [name for name, _ in (*source.segments, *target.segments)]
    return names[0] if len(set(names)) == 1 else WHOLE
