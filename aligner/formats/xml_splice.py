"""XML whose texts are replaced in place: where its elements stand, and pieces of it put in.

All else stays byte for byte. No entity is declared, nothing is fetched, and what is nested deeper
than any document is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from xml.parsers import expat
from xml.sax.saxutils import escape

from aligner.errors import UnusableInput
from aligner.files import DEEPEST, refuse_depth, xml_text
from aligner.formats.recutting import Token

_TAG = re.compile(
    rb"""<(?P<name>[^\s/>]+)(?:\s+[^\s=>]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*(?P<empty>/?)>"""
)
_DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_PIECE = re.compile(
    r"""<!--.*?-->|<!\[CDATA\[(?P<cdata>.*?)\]\]>|<\?.*?\?>"""
    r"""|<(?P<slash>/?)(?P<name>[^\s/>]+)(?:[^>"']|"[^"]*"|'[^']*')*?(?P<empty>/?)>"""
    r"""|(?P<entity>&[^;\s]{1,40};)|(?P<text>.)""",
    re.DOTALL,
)
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_CODE = frozenset({"bpt", "ept", "it", "ph", "ut"})
"""Elements whose content is the code of a tag, which nobody reads."""


@dataclass(slots=True)
class Node:
    """An element, and where it stands in the bytes."""

    name: str
    attributes: Mapping[str, str]
    parent: Node | None
    start: int
    content: int
    end: int = 0
    """Where its content ends."""
    stop: int = 0
    """Where all of it ends."""
    is_empty: bool = False
    """Whether it is one tag that has no content."""

    def inside(self, name: str) -> Node | None:
        """Return the nearest element around it of that name."""
        node = self.parent
        while node is not None and node.name != name:
            node = node.parent
        return node


class XmlText:
    """A document of XML as bytes of UTF-8, which is written back in the encoding that it had."""

    def __init__(self, data: bytes, path: Path) -> None:
        """Decode a document; `path` is for sentences. Raises `UnusableInput`."""
        self._path = path
        self._mark, self._encoding = b"", "utf-8"
        for mark, encoding in _BOMS:
            if data.startswith(mark):
                self._mark, self._encoding = mark, encoding
        if not self._mark and (declared := _DECLARED.match(data)):
            self._encoding = declared[1].decode("ascii")
        try:
            self.text = data[len(self._mark) :].decode(self._encoding).encode("utf-8")
        except (LookupError, ValueError):
            raise self._damaged("its encoding is not what it says") from None

    def nodes(self, wanted: frozenset[str]) -> list[Node]:
        """Return the elements of these names in the order of their starts, without prefixes."""
        found: list[Node] = []
        open_nodes: list[Node] = []
        parser = expat.ParserCreate("utf-8")

        def start(name: str, attributes: dict[str, str]) -> None:
            if len(open_nodes) >= DEEPEST:
                raise refuse_depth(self._path)
            at = parser.CurrentByteIndex
            tag = _TAG.match(self.text, at)
            if tag is None:
                raise self._damaged("it has a tag that cannot be read")
            node = Node(
                name.rpartition(":")[2],
                attributes,
                open_nodes[-1] if open_nodes else None,
                at,
                tag.end(),
                is_empty=bool(tag["empty"]),
            )
            open_nodes.append(node)
            if node.name in wanted:
                found.append(node)

        def end(_: str) -> None:
            node = open_nodes.pop()
            node.end = node.content if node.is_empty else parser.CurrentByteIndex
            node.stop = node.end if node.is_empty else self.text.index(b">", node.end) + 1

        def refuse(*_: object) -> None:
            raise self._damaged("it declares entities, which can do harm")

        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.EntityDeclHandler = refuse
        try:
            parser.Parse(self.text, True)
        except expat.ExpatError as problem:
            raise self._damaged(f"it breaks off or is damaged in line {problem.lineno}") from None
        return found

    def raw(self, node: Node) -> str:
        """Return the content of an element as it is written."""
        return self.text[node.content : node.end].decode("utf-8")

    def prefix(self, node: Node) -> str:
        """Return what stands before the name of an element, such as `w:`."""
        tag = self.text[node.start + 1 : node.content].decode("utf-8")
        return re.split(r"[\s/>]", tag, maxsplit=1)[0].removesuffix(node.name)

    def filled(self, node: Node, content: str) -> tuple[int, int, str]:
        """Return the splice that gives an element other content."""
        if not node.is_empty:
            return node.content, node.end, content
        tag = self.text[node.start : node.content].decode("utf-8")
        name = re.split(r"[\s/>]", tag[1:], maxsplit=1)[0]
        return node.start, node.content, f"{tag[:-2].rstrip()}>{content}</{name}>"

    def spliced(self, splices: Iterable[tuple[int, int, str]]) -> bytes:
        """Return the document with pieces of it replaced."""
        parts, at = [], 0
        for start, stop, text in sorted(splices):
            parts += [self.text[at:start], text.encode("utf-8")]
            at = stop
        parts.append(self.text[at:])
        written = b"".join(parts).decode("utf-8")
        return self._mark + written.encode(self._encoding, "xmlcharrefreplace")

    def _damaged(self, why: str) -> UnusableInput:
        return UnusableInput(f"{self._path} is no XML that can be mended: {why}; save it anew.")


def escaped(text: str) -> str:
    """Return a text as XML writes it; what no XML may hold is left out."""
    return xml_text(text)


def tokens_of(raw: str) -> list[Token]:
    """Return the characters and tags of an element's content."""
    tokens: list[Token] = []
    code: list[str] = []
    depth = 0
    for piece in _PIECE.finditer(raw):
        name = (piece["name"] or "").rpartition(":")[2]
        if depth or (name in _CODE and not piece["empty"]):
            code.append(piece[0])
            if name in _CODE and not piece["empty"]:
                depth += -1 if piece["slash"] else 1
            if not depth:
                tokens.append(Token("".join(code), "after" if name == "ept" else "tag"))
                code = []
        else:
            tokens += _tokens_of_piece(piece)
    return tokens


def _tokens_of_piece(piece: re.Match[str]) -> Iterator[Token]:
    if piece["cdata"] is not None:
        for character in piece["cdata"]:
            yield Token(escape(character), "space" if character.isspace() else "text")
    elif piece["entity"]:
        yield Token(piece[0], "space" if unescape(piece[0]).isspace() else "text")
    elif piece["text"]:
        yield Token(piece[0], "space" if piece[0].isspace() else "text")
    elif piece["name"] and piece["slash"]:
        yield Token(piece[0], "close")
    elif piece["name"] and not piece["empty"]:
        yield Token(piece[0], "open", f"</{piece['name']}>")
    else:
        yield Token(piece[0], "tag")


def text_of(tokens: Iterable[Token]) -> str:
    """Return what is read of them."""
    return "".join(unescape(token.raw) for token in tokens if token.kind in ("text", "space"))
