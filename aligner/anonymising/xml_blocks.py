"""The texts of XML: of elements that people read, and of all else where a name may stand.

Nothing is parsed into a tree: what is not understood is passed over, and stays as it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from xml.parsers import expat

from aligner.anonymising.blocks import Block, Piece
from aligner.errors import UnusableInput

_PIECE = re.compile(
    r"<!--(?P<comment>.*?)-->|<!\[CDATA\[(?P<cdata>.*?)\]\]>|<\?.*?\?>|<!(?:[^>\"']|\"[^\"]*\")*>"
    r"|<(?P<slash>/?)(?P<name>[^\s/>]+)(?P<attributes>(?:[^>\"']|\"[^\"]*\"|'[^']*')*?)(?P<empty>/?)>"
    r"|(?P<text>[^<]+|<)",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""([^\s=]+)\s*=\s*("[^"]*"|'[^']*')""")
_REFERENCE = re.compile(r"&[^;\s&]{1,40};|[^&]+|&")
_PASSED_OVER = re.compile(
    r"&(?!(?:amp|lt|gt|quot|apos);)#?[A-Za-z0-9]{1,32};|[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]"
)
"""Names of characters, as XHTML has them, and characters that XML forbids and tools write."""
_DECLARATION = re.compile(r"\s*<\?xml[^>]*>")

_READ = frozenset({"seg", "note", "source", "target", "seg-source", "t", "delText", "body"})
"""Elements whose text people read: of memories, XLIFF, Word, workbooks and books."""
_CODE = frozenset({"bpt", "ept", "ph", "it", "ut", "script", "style", "internal-file"})
"""Elements in these whose text is code."""
_PARAGRAPHS = "p tr td th tc tab br cr li dt dd div h1 h2 h3 h4 h5 h6 blockquote section title head"
_SEGMENTS = "tu tuv seg prop note source target seg-source trans-unit unit segment row c si is"
_BREAKS = frozenset(f"{_PARAGRAPHS} body text {_SEGMENTS}".split(" "))
"""Elements between which no name goes on."""
_LOCATIONS = frozenset({"href", "src", "Target", "PartName", "full-path"})
"""Attributes that name another part of the package."""


def check_xml(text: str, path: Path) -> None:
    """Raise `UnusableInput` for a text that is no XML from its beginning to its end."""
    known = _PASSED_OVER.sub(" ", _DECLARATION.sub("", text, count=1))
    parser = expat.ParserCreate("utf-8")
    try:
        parser.Parse(known.encode("utf-8", "surrogatepass"), True)
    except expat.ExpatError as problem:
        raise UnusableInput(
            f"{path} breaks off or is damaged in line {problem.lineno}; save it anew first."
        ) from None


def xml_blocks(text: str) -> Iterator[Block]:
    """Yield the blocks of a document of XML, attributes where their tags stand."""
    waiting = _Waiting()
    inside: Counter[str] = Counter()
    for match in _PIECE.finditer(text):
        if match["name"]:
            name = match["name"].rpartition(":")[2]
            if name in _BREAKS or name in _CODE:
                yield from waiting.taken()
            if (name in _READ or name in _CODE) and not match["empty"]:
                inside[name] += -1 if match["slash"] else 1
            yield from _attributes(match)
        elif match["comment"]:
            yield Block((Piece(match.start("comment"), match["comment"], match["comment"]),), False)
        elif found := _pieces(match):
            yield from waiting.given(found, _is_content(inside))
    yield from waiting.taken()


class _Waiting:
    """The pieces of a block that is not complete."""

    def __init__(self) -> None:
        self._pieces: list[Piece] = []
        self._is_content = False

    def given(self, pieces: list[Piece], is_content: bool) -> Iterator[Block]:
        """Take pieces; yield the block before them where they are of another kind."""
        if not is_content and not any(piece.text.strip() for piece in pieces):
            return  # the indents between elements
        if is_content != self._is_content:
            yield from self.taken()
        self._is_content = is_content
        self._pieces += pieces

    def taken(self) -> Iterator[Block]:
        """Yield what there is as a block, and begin anew."""
        if self._pieces:
            yield Block(tuple(self._pieces), self._is_content)
            self._pieces = []


def _is_content(inside: Counter[str]) -> bool:
    """Whether people read the text in these elements, which are open."""
    return any(inside[name] > 0 for name in _READ) and not any(inside[name] > 0 for name in _CODE)


def _pieces(match: re.Match[str]) -> list[Piece]:
    if match["cdata"]:
        return [Piece(match.start("cdata"), match["cdata"], match["cdata"])]
    return _unescaped(match["text"] or "", match.start())


def _unescaped(raw: str, start: int) -> list[Piece]:
    """Return a text of XML in pieces, each reference one of its own."""
    if "&" not in raw:
        return [Piece(start, raw, raw)] if raw else []
    return [
        Piece(
            start + found.start(),
            found[0],
            unescape(found[0]) if ";" in found[0] and found[0].startswith("&") else found[0],
        )
        for found in _REFERENCE.finditer(raw)
    ]


def _attributes(match: re.Match[str]) -> Iterator[Block]:
    """Yield the values of a tag's attributes that are no addresses within the file."""
    start = match.start("attributes")
    for found in _ATTRIBUTE.finditer(match["attributes"]):
        name = found[1]
        is_location = name in _LOCATIONS and not found[2][1:].startswith("mailto:")
        if not is_location and not name.startswith("xmlns"):
            pieces = _unescaped(found[2][1:-1], start + found.start(2) + 1)
            if pieces:
                yield Block(tuple(pieces), False)
