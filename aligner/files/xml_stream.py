"""XML read as it streams by, by the parser of the standard library: the door for untrusted files.

No entity is expanded but the five of XML and character references, no document type is fetched or
obeyed, and nothing grows without a limit: not the depth, not a tag, not what lies between two
units. What breaks any of these is refused in a sentence. What XML forbids and old tools write all
the same is put right: control characters are dropped, soft breaks become spaces, a character that
is written as two references is one, and a bare `]]>` is text.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar
from xml.parsers import expat

from aligner.errors import UnusableInput
from aligner.files.progress import Progress
from aligner.files.signatures import byte_order_mark, wide_codec
from aligner.files.unpacking import Source
from aligner.wording import counted

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

DEEPEST = 100
"""Elements inside one another; a real file has a dozen."""
_CHUNK = 1 << 18
_PATIENCE = 1 << 23
"""Bytes without a unit, 8 MB; also bounds a single tag, over which the parser starts anew."""
_BREAKS = b"\v\f"
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r" + _BREAKS)
_SPACES = bytes.maketrans(_BREAKS, b"  ")
_NO_CHARACTER = re.compile(rb"\xef\xbf[\xbe\xbf]")
"""U+FFFE and U+FFFF."""
_CDATA, _CDATA_END = b"<![CDATA[", b"]]>"
_REFERENCE = re.compile(rb"&#(?:x0*([0-9a-fA-F]{1,4})|0*([0-9]{1,5}));")
_TWO_REFERENCES = re.compile(
    rb"&#(?:x0*(d[89ab][0-9a-f]{2})|0*(5[56][0-9]{3}));"
    rb"&#(?:x0*(d[c-f][0-9a-f]{2})|0*(5[67][0-9]{3}));",
    re.IGNORECASE,
)
"""The halves of a character, as UTF-16 divides it."""
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")

_BROKEN_OFF = frozenset(
    expat.errors.codes[message]
    for message in (
        expat.errors.XML_ERROR_NO_ELEMENTS,
        expat.errors.XML_ERROR_UNCLOSED_TOKEN,
        expat.errors.XML_ERROR_PARTIAL_CHAR,
        expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION,
    )
)
"""What the parser says where the rest of a file is missing."""

T = TypeVar("T")


class XmlReader:
    """The parser, and how far it has come."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.fed = 0
        """Bytes that it was given."""
        self.skipped_lines = 0
        """Line ends that it was not given, since somebody else has read them."""
        self.parser = expat.ParserCreate("utf-8")
        self.parser.buffer_text = True
        self.parser.buffer_size = 1 << 16
        self.parser.EntityDeclHandler = self._refuse_declaration
        self.parser.AttlistDeclHandler = self._refuse_declaration
        self.parser.SkippedEntityHandler = self._refuse_entity

    def feed(self, piece: bytes) -> None:
        """Parse a piece of the file; an empty one is its end."""
        self.fed += len(piece)
        self.parser.Parse(piece, not piece)

    def _refuse_declaration(self, *_: object) -> None:
        raise UnusableInput(
            f"{self._path} declares entities or attributes of its own, which translation units "
            "never need and which can do harm; take the part in [ ] out of its DOCTYPE."
        )

    def _refuse_entity(self, name: str, _: object) -> None:
        line = self.parser.CurrentLineNumber + self.skipped_lines
        raise UnusableInput(
            f"{self._path} uses &{name}; in line {line:,}, which XML does not know; write the "
            "character itself."
        )


class Handler(Protocol[T]):
    """What makes units of a file's elements."""

    done: list[T]
    """Units that are complete; taken away after every piece of the file."""

    def connect(self, parser: XMLParserType) -> None:
        """Set the handlers of elements and text."""


def read_xml(
    source: Source,
    handler: Handler[T],
    progress: Progress | None,
    feed: Callable[[XmlReader, bytes], None] = XmlReader.feed,
    *,
    unit: str = "translation unit",
) -> Iterator[T]:
    """Parse a file in pieces and yield what the handler has completed after each.

    `feed` gets each piece, the last one empty, and gives the parser what is for it; `unit` is what
    the handler completes, in the words of a refusal. Raises `UnusableInput` where the file breaks
    off or breaks a limit, after what was before it.
    """
    path = source.path
    reader = XmlReader(path)
    handler.connect(reader.parser)
    count = since = 0
    pieces = _pieces(source)
    while True:
        piece = next(pieces, b"")
        problem: UnusableInput | None = None
        try:
            feed(reader, piece)
        except expat.ExpatError as error:
            line = error.lineno + reader.skipped_lines
            read = count + len(handler.done)
            problem = _explained(path, error.code, line, _so_far(read, unit))
        except UnusableInput as error:
            problem = error
        since = 0 if handler.done else since + len(piece)
        count += len(handler.done)
        yield from handler.done
        handler.done.clear()
        if problem:
            raise problem
        if since > _PATIENCE:
            raise UnusableInput(
                f"{path} has {_PATIENCE >> 20} MB of XML without a {unit} after "
                f"{count:,} of them; it is damaged or made to do harm."
            )
        if progress:
            progress("reading", source.position(), source.size)
        if not piece:
            return


def refuse_depth(path: Path) -> UnusableInput:
    """Return the refusal of elements inside too many others."""
    return UnusableInput(
        f"{path} has elements more than {DEEPEST} deep inside one another; "
        "it is damaged or made to do harm."
    )


def _explained(path: Path, code: int, line: int, read: str) -> UnusableInput:
    reason = expat.errors.messages.get(code, "not well-formed")
    if code in _BROKEN_OFF:
        return UnusableInput(
            f"{path} breaks off {read} (line {line:,}): {reason}. Get the whole file again."
        )
    return UnusableInput(f"{path} is damaged {read} (line {line:,}): {reason}. Export it again.")


def _so_far(count: int, unit: str) -> str:
    return f"after {counted(count, unit)}" if count else f"before its first {unit}"


def _pieces(source: Source) -> Iterator[bytes]:
    """Yield the file as UTF-8 without what XML forbids, cut behind tags where that is possible.

    References are never cut, so that those to control characters are found.
    """
    rest = b""
    ends = _BareEnds()
    for chunk in _utf8(source):
        text = rest + chunk.translate(_SPACES, _CONTROLS)
        if b"\r" in text:  # XML has one kind of line end
            text = text.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        cut = text.rfind(b">") + 1 or len(text)
        text, rest = text[:cut], text[cut:]
        if text:
            yield ends.escaped(_legal(text))
    if rest:
        yield _legal(rest)


def _legal(text: bytes) -> bytes:
    """Return XML without the characters that it forbids, however they are written."""
    if b"&#" in text:
        text = _TWO_REFERENCES.sub(_joined, text)
        text = _REFERENCE.sub(_kept, text)
    return _NO_CHARACTER.sub(b"", text) if b"\xef\xbf" in text else text


def _joined(references: re.Match[bytes]) -> bytes:
    """Return the one reference that two to the halves of a character stand for."""
    high, low = (
        int(hexadecimal, 16) if hexadecimal else int(decimal)
        for hexadecimal, decimal in (references.group(1, 2), references.group(3, 4))
    )
    if 0xD800 <= high < 0xDC00 <= low < 0xE000:
        return b"&#x%X;" % (0x10000 + ((high - 0xD800) << 10) + low - 0xDC00)
    return references[0]


def _kept(reference: re.Match[bytes]) -> bytes:
    code = int(reference[1], 16) if reference[1] else int(reference[2])
    if code in (11, 12):
        return b" "
    legal = code >= 32 or code in (9, 10, 13)
    return reference[0] if legal and not 0xD800 <= code < 0xE000 and code < 0xFFFE else b""


class _BareEnds:
    """Escapes `]]>` where it ends no CDATA section: there it is text, which XML forbids."""

    def __init__(self) -> None:
        self._is_open = False
        """Whether a section goes on in the next piece."""

    def escaped(self, piece: bytes) -> bytes:
        """Return the next piece of a file with its bare ends escaped."""
        if _CDATA_END not in piece and _CDATA not in piece:
            return piece
        done: list[bytes] = []
        at = 0
        while at < len(piece):
            if self._is_open:
                end = piece.find(_CDATA_END, at) + len(_CDATA_END)
                self._is_open = end < len(_CDATA_END)
                end = len(piece) if self._is_open else end
                done.append(piece[at:end])
            else:
                start = piece.find(_CDATA, at)
                self._is_open = start >= 0
                end = start + len(_CDATA) if self._is_open else len(piece)
                done.append(piece[at:end].replace(_CDATA_END, b"]]&gt;"))
            at = end
        return b"".join(done)


def _utf8(source: Source) -> Iterator[bytes]:
    name = _encoding(source.head, source.path)
    decoder = codecs.getincrementaldecoder(name)("replace") if name else None
    first = True
    while chunk := source.stream.read(_CHUNK):
        if decoder:
            chunk = decoder.decode(chunk).encode("utf-8", "replace")
        if first:
            chunk = chunk.removeprefix(codecs.BOM_UTF8).lstrip()
            first = not chunk
        yield chunk


def _encoding(head: bytes, path: Path) -> str:
    """Return the encoding of an XML file; empty for UTF-8. What the bytes show outdoes its word."""
    if byte_order_mark(head) or wide_codec(head):
        return wide_codec(head)
    declared = _DECLARED.match(head)
    name = declared[1].decode("ascii").lower() if declared else "utf-8"
    if name.startswith(("utf-16", "utf-8", "utf8", "ucs-2", "iso-10646")):
        return ""
    try:
        name = codecs.lookup(name).name
        b" ".decode(name)
    except LookupError:
        raise UnusableInput(
            f"{path} says that its encoding is {name}, which is not known; save it as UTF-8."
        ) from None
    return {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}.get(name, name)
