"""Segments with inline tags, as one text: TMX's own way, whatever file they come from.

A unit holds the text without its tags, for reading and searching, and beside it the segment as
TMX 1.4 would write it: text escaped, the elements `bpt`, `ept`, `it`, `ph`, `ut`, `hi` and `sub`
with the attributes that they may have. Invariant: a segment is written back only while its text is
still the text of the unit; whoever edits a text need not know about tags, `retagging` places them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape
from xml.parsers import expat

CODES = frozenset({"bpt", "ept", "it", "ph", "ut"})
"""Elements whose content is code of the original format, no text."""

_ATTRIBUTES = {
    "bpt": ("i", "x", "type"),
    "ept": ("i",),
    "it": ("pos", "x", "type"),
    "ph": ("x", "assoc", "type"),
    "ut": ("x",),
    "hi": ("x", "type"),
    "sub": ("datatype", "type"),
}
"""What the document type of TMX 1.4 allows, in its order."""
_REQUIRED = {"bpt": ("i", "1"), "ept": ("i", "1"), "it": ("pos", "begin")}
_CHOICES = {"pos": ("begin", "end"), "assoc": ("p", "f", "b")}
_BREAKS = str.maketrans({"\t": "&#9;", "\n": "&#10;", "\r": "&#13;"})


class Segment:
    """A segment as it is read: text and tags, in order."""

    __slots__ = ("_code", "_convert", "_empty", "_open", "_pieces", "_text")

    def __init__(self, convert: Callable[[str], str] | None = None) -> None:
        self._convert = convert
        self._pieces: list[str] = []
        self._text: list[str] = []
        self._open: list[str] = []
        self._code = 0
        self._empty = False

    def add(self, text: str) -> None:
        """Take in text, or code where an element of code is open."""
        if not text:
            return
        self._empty = False
        if not self._code:
            text = self._convert(text) if self._convert else text
            self._text.append(text)
        self._pieces.append(_escaped(text))

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take in the start of an element; one that may not stand there leaves only its text."""
        if not self._may_begin(name):
            self._open.append("")
            return
        self._open.append(name)
        self._code += name in CODES
        written = "".join(
            f' {key}="{escape(value).translate(_BREAKS)}"'
            for key, value in _allowed(name, attributes)
        )
        self._pieces.append(f"<{name}{written}>")
        self._empty = True

    def _may_begin(self, name: str) -> bool:
        """Whether TMX lets an element stand here: in code only `sub`, and that nowhere else."""
        around = next((name for name in reversed(self._open) if name), "")
        return name == "sub" if around in CODES else name in _ATTRIBUTES and name != "sub"

    def end(self) -> None:
        """Take in the end of the element that was opened last."""
        name = self._open.pop()
        if not name:
            return
        self._code -= name in CODES
        if self._empty:
            self._pieces[-1] = f"{self._pieces[-1][:-1]}/>"
        else:
            self._pieces.append(f"</{name}>")
        self._empty = False

    @property
    def has_tags(self) -> bool:
        """Whether there is a tag in it."""
        return any(piece.startswith("<") for piece in self._pieces)

    @property
    def text(self) -> str:
        """The text alone."""
        return "".join(self._text)

    @property
    def markup(self) -> str:
        """The text with its tags."""
        return "".join(self._pieces)


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a segment: a start, an end, or text where neither is named."""

    start: str = ""
    end: str = ""
    text: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)


def tokens_of(markup: str) -> list[Token] | None:
    """Divide a segment, as a unit's properties hold it, into tags and texts; None if it is none."""
    parser = expat.ParserCreate("utf-8")
    found: list[Token] = []
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, attributes: found.append(
        Token(start=name, attributes=attributes)
    )
    parser.EndElementHandler = lambda name: found.append(Token(end=name))
    parser.CharacterDataHandler = lambda text: found.append(Token(text=text))
    try:
        parser.Parse(f"<seg>{markup}</seg>".encode("utf-8", "replace"), True)
    except expat.ExpatError:
        return None
    return found[1:-1]


def read_markup(markup: str, convert: Callable[[str], str] | None = None) -> Segment | None:
    """Read a segment as a unit's properties hold it; None if it is none.

    `convert` changes each run of text, and leaves codes alone.
    """
    tokens = tokens_of(markup)
    if tokens is None:
        return None
    segment = Segment(convert)
    for token in tokens:
        if token.start:
            segment.start(token.start, token.attributes)
        elif token.end:
            segment.end()
        else:
            segment.add(token.text)
    return segment


def _allowed(name: str, attributes: Mapping[str, str]) -> list[tuple[str, str]]:
    allowed = {
        key: attributes[key]
        for key in _ATTRIBUTES[name]
        if key in attributes and attributes[key] in _CHOICES.get(key, (attributes[key],))
    }
    if name in _REQUIRED:
        allowed.setdefault(*_REQUIRED[name])
    return list(allowed.items())


def _escaped(text: str) -> str:
    return escape(text, quote=False)
