"""SubStation Alpha, both versions: events in any order, with overriding tags and drawings.

Comments, drawings and tags are no text. Fields stand as the line `Format:` of the events says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from aligner.formats.subtitles.cue import Cue, shown_line, span_of

_FIELDS_TEXT = "layer start end style name marginl marginr marginv effect text"
_FIELDS = _FIELDS_TEXT.split()
_PART = re.compile(r"\\(?P<brace>[{}])|\{(?P<tags>[^{}]*)\}|(?P<text>(?:(?!\\[{}])[^{])+|\{)")
_DRAWING = re.compile(r"\\p(?P<scale>\d+)")
_BREAK = re.compile(r"\\[Nn]")


def cues_of(text: str) -> Iterator[Cue]:
    """Yield the cues of a file in its order."""
    section, fields = "", _FIELDS
    for line in text.removeprefix("\ufeff").splitlines():
        bare = line.strip()
        if bare.startswith("[") and bare.endswith("]"):
            section = bare[1:-1].strip().lower()
            continue
        kind, colon, rest = bare.partition(":")
        kind = kind.strip().lower()
        if not colon or section not in ("events", ""):
            continue
        if kind == "format":
            named = [name.strip().lower() for name in rest.split(",")]
            fields = named if "text" in named else _FIELDS
        elif kind == "dialogue" and (cue := _cue(rest, fields)):
            yield cue


def _cue(rest: str, fields: Sequence[str]) -> Cue | None:
    """Return the cue of an event; None for one that shows no text."""
    values = _values(rest, fields)
    lines = [shown_line(line) for line in _BREAK.split(_shown(values.get("text", "")))]
    if not any(lines):
        return None
    time = span_of(values.get("start", ""), values.get("end", ""))
    return Cue(tuple(line for line in lines if line), time)


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
