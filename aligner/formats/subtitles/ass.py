"""SubStation Alpha, both versions: events in any order, with overriding tags and drawings.

Comments, drawings and tags are no text. Fields stand as the line `Format:` of the events says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from aligner.formats.subtitles.cue import Cue, shown_line, span_of

_FIELDS_TEXT = "layer start end style name marginl marginr marginv effect text"
_FIELDS = _FIELDS_TEXT.split()
_PART = re.compile(r"\\(?P<brace>[{}])|\{(?P<tags>[^{}]*)\}|(?P<text>(?:(?!\\[{}])[^{])+|\{)")
_DRAWING = re.compile(r"\\p(?P<scale>\d+)")
BREAK = re.compile(r"\\[Nn]")
"""What ends a line of an event."""


@dataclass(frozen=True, slots=True)
class Event:
    """A line of dialogue."""

    values: Mapping[str, str]
    """Its fields by their names, in small letters."""
    start: int
    """Where its text begins in the file."""

    @property
    def text(self) -> str:
        """What it shows, with tags."""
        return self.values.get("text", "")


def cues_of(text: str) -> Iterator[Cue]:
    """Yield the cues of a file in its order."""
    for event in events_of(text):
        lines = [shown_line(line) for line in BREAK.split(_shown(event.text))]
        if any(lines):
            time = span_of(event.values.get("start", ""), event.values.get("end", ""))
            yield Cue(tuple(line for line in lines if line), time)


def events_of(text: str) -> Iterator[Event]:
    """Yield the dialogue of a file in its order."""
    section, fields = "", _FIELDS
    body = text.removeprefix("\ufeff")
    at = len(text) - len(body)
    for line in body.splitlines(keepends=True):
        bare = line.strip()
        kind, colon, rest = bare.partition(":")
        kind = kind.strip().lower()
        if bare.startswith("[") and bare.endswith("]"):
            section = bare[1:-1].strip().lower()
        elif colon and section in ("events", ""):
            if kind == "format":
                named = [name.strip().lower() for name in rest.split(",")]
                fields = named if "text" in named else _FIELDS
            elif kind == "dialogue":
                head = at + line.index(bare) + len(bare) - len(rest)
                yield Event(_values(rest, fields), head + _before_text(rest, fields))
        at += len(line)


def draws(text: str) -> bool:
    """Whether an event draws a shape."""
    return any(int(found["scale"][:4]) > 0 for found in _DRAWING.finditer(text))


def _before_text(rest: str, fields: Sequence[str]) -> int:
    """Return how much of an event stands before its text."""
    before = fields.index("text")
    head = rest.split(",", before)
    return sum(len(value) + 1 for value in head[:-1]) if len(head) > before else rest.rfind(",") + 1


def _values(rest: str, fields: Sequence[str]) -> dict[str, str]:
    """Return the fields of an event by name; the text may hold commas, wherever it stands."""
    before = fields.index("text")
    after = len(fields) - before - 1
    head = rest.split(",", before)
    if len(head) <= before:
        return {"text": head[-1]}
    tail = head.pop()
    ends = tail.rsplit(",", after) if after else [tail]
    return dict(zip(fields, [*head, *ends], strict=False))


def _shown(text: str) -> str:
    """Return the text of an event without its tags, its drawings and its hard blanks."""
    drawing = False
    shown: list[str] = []
    for part in _PART.finditer(text):
        for found in _DRAWING.finditer(part["tags"] or ""):
            drawing = int(found["scale"][:4]) > 0
        if not drawing:
            shown.append(part["brace"] or part["text"] or "")
    return "".join(shown).replace("\\h", " ")
