"""Inline tags between TMX, as units hold them, and the two generations of XLIFF.

XLIFF 1.2 has the same elements under ids. XLIFF 2 keeps codes apart from the text, in the unit's
original data, and refers to them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from aligner.files import legal, xml_text
from aligner.formats.inline import CODES, Token, tokens_of

_PAIRED_TYPES = frozenset({"bold", "italic", "underlined", "link"})
_LONE_TYPES = frozenset({"image", "lb", "pb"})
"""What XLIFF 1.2 has names for, in elements that come in pairs and in place holders."""
_ASSOCIATIONS = {"p": "preceding", "f": "following", "b": "both"}
_POSITIONS = {"begin": "open", "end": "close"}
_SUBTYPES = {
    "bold": ("fmt", "xlf:b"),
    "italic": ("fmt", "xlf:i"),
    "underlined": ("fmt", "xlf:u"),
    "lb": ("fmt", "xlf:lb"),
    "pb": ("fmt", "xlf:pb"),
    "link": ("link", ""),
    "image": ("image", ""),
}


def usable(markup: str, text: str) -> list[Token] | None:
    """Return the tokens of a segment if it still says `text`; None if it does not."""
    tokens = tokens_of(legal(markup)) if markup else None
    if not tokens:
        return None
    said: list[str] = []
    open_codes = 0
    for token in tokens:
        open_codes += (token.start in CODES) - (token.end in CODES)
        if token.text and not open_codes:
            said.append(token.text)
    return tokens if "".join(said) == text else None


class Inline1:
    """Writes segments with the inline elements of XLIFF 1.2."""

    def __init__(self) -> None:
        self._made = 0
        self._ids: dict[str, str] = {}

    def render(self, tokens: Sequence[Token]) -> str:
        """Write a segment."""
        pieces: list[str] = []
        ends: list[str] = []
        for token in tokens:
            if token.start:
                name, attributes = self._start(token.start, token.attributes)
                written = "".join(f' {key}="{_quoted(value)}"' for key, value in attributes.items())
                pieces.append(f"<{name}{written}>")
                ends.append(f"</{name}>")
            elif token.end:
                pieces.append(ends.pop())
            else:
                pieces.append(xml_text(token.text))
        return "".join(pieces)

    def _start(self, name: str, said: Mapping[str, str]) -> tuple[str, dict[str, str]]:
        if name == "sub":
            return name, {}
        pair = said.get("i", "")
        if name == "ept":
            identity = self._ids.get(pair, pair) or self._new()
        else:
            identity = said.get("x") or pair or self._new()
        attributes = {"id": identity}
        if name == "bpt":
            self._ids[pair] = identity
        if pair and pair != identity:
            attributes["rid"] = pair
        if kind := said.get("type"):
            known = _LONE_TYPES if name in ("ph", "ut") else _PAIRED_TYPES
            attributes["ctype"] = kind if kind in known else f"x-{kind}"
        if name == "it":
            attributes["pos"] = _POSITIONS.get(said.get("pos", ""), "open")
        if name == "ph" and said.get("assoc") in _ASSOCIATIONS:
            attributes["assoc"] = _ASSOCIATIONS[said["assoc"]]
        return {"hi": "g", "ut": "ph"}.get(name, name), attributes

    def _new(self) -> str:
        self._made += 1
        return f"_{self._made}"


def from_inline1(name: str, said: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """Return TMX's name and attributes for an inline element of XLIFF 1.2."""
    identity, pair = said.get("id", ""), said.get("rid", "")
    kind = said.get("ctype", "").removeprefix("x-")
    attributes = {"type": kind} if kind else {}
    name = {"g": "hi", "x": "ph", "bx": "bpt", "ex": "ept"}.get(name, name)
    if name in ("bpt", "ept"):
        attributes["i"] = pair or identity
        if pair and not identity.startswith("_"):
            attributes["x"] = identity
    elif identity and not identity.startswith("_"):
        attributes["x"] = identity
    if name == "it":
        attributes["pos"] = "end" if said.get("pos") == "close" else "begin"
    for short, long in _ASSOCIATIONS.items():
        if said.get("assoc") == long:
            attributes["assoc"] = short
    return name, attributes


class Inline2:
    """Writes the segments of one unit with the inline elements of XLIFF 2, and keeps its codes."""

    def __init__(self) -> None:
        self.data: list[str] = []
        """The codes, in the order of their numbers d1, d2..."""
        self._known: dict[tuple[str, str], str] = {}
        self._count = 0

    def render(self, tokens: Sequence[Token]) -> str:
        """Write a segment; what source and target have in common gets the same id."""
        pieces: list[str] = []
        used: set[str] = set()
        closed = {token.attributes.get("i") for token in tokens if token.start == "ept"}
        opened: dict[str, str] = {}
        ends: list[str] = []
        code: list[str] | None = None
        for token in tokens:
            if code is not None:
                if token.end in CODES:
                    pieces.append(f"{ends.pop()}{self._reference(code)}/>")
                    code = None
                elif token.text:
                    code.append(token.text)
            elif token.start in CODES:
                ends.append(self._code(token, used, opened, closed))
                code = []
            elif token.start == "hi":
                identity = self._id("hi", token.attributes.get("x", ""), used)
                pieces.append(f'<pc id="{identity}"{_kind(token.attributes)}>')
                ends.append("</pc>")
            elif token.end == "hi":
                pieces.append(ends.pop())
            elif token.text:
                pieces.append(xml_text(token.text))
        return "".join(pieces)

    def _code(
        self, token: Token, used: set[str], opened: dict[str, str], closed: set[str | None]
    ) -> str:
        said = token.attributes
        pair = said.get("i", "")
        kind = _kind(said)
        if token.start == "ept" and pair in opened:
            return f'<ec startRef="{opened.pop(pair)}"'
        identity = self._id(token.start, said.get("x", "") or pair, used)
        if token.start == "bpt" and pair in closed and pair not in opened:
            opened[pair] = identity
            return f'<sc id="{identity}"{kind}'
        if token.start == "ept" or said.get("pos") == "end":
            return f'<ec id="{identity}" isolated="yes"{kind}'
        if token.start in ("bpt", "it"):
            return f'<sc id="{identity}" isolated="yes"{kind}'
        return f'<ph id="{identity}"{kind}'

    def _id(self, name: str, given: str, used: set[str]) -> str:
        identity = self._known.get((name, given))
        if identity is None or identity in used:
            self._count += 1
            identity = str(self._count)
            self._known.setdefault((name, given), identity)
        used.add(identity)
        return identity

    def _reference(self, code: Sequence[str]) -> str:
        text = "".join(code)
        if not text:
            return ""
        if text not in self.data:
            self.data.append(text)
        return f' dataRef="d{self.data.index(text) + 1}"'


def type_of_inline2(said: Mapping[str, str]) -> dict[str, str]:
    """Return TMX's type for the type and subtype of an inline element of XLIFF 2."""
    given = (said.get("type", ""), said.get("subType", ""))
    found = [name for name, pair in _SUBTYPES.items() if pair == given]
    return {"type": found[0]} if found else {}


def _kind(said: Mapping[str, str]) -> str:
    kind, subtype = _SUBTYPES.get(said.get("type", ""), ("", ""))
    return (f' type="{kind}"' if kind else "") + (f' subType="{subtype}"' if subtype else "")


def _quoted(text: str) -> str:
    return escape(text).replace("\t", "&#9;").replace("\n", "&#10;").replace("\r", "&#13;")
