"""XHTML as HTML: what XML closes at once (`<title/>`), HTML would leave open over the whole page.

The page is read as XML under limits, with the names of characters that HTML knows replaced, and
written anew with every element closed. No entity is expanded and nothing is fetched; what is no
XML after all is mended where it can be and read as HTML.
"""

from __future__ import annotations

import html
import re
from xml.parsers import expat

_SAYS_SO = re.compile(
    r"\s{0,99}(?:<\?xml\b|<!DOCTYPE[^>]{0,300}XHTML|(?:<!DOCTYPE[^>]{0,300}>)?[^<]{0,99}"
    r"<html\b[^>]{0,300}xmlns)",
    re.IGNORECASE,
)
_DOCUMENT_TYPE = re.compile(r"<!DOCTYPE[^<>\[\]]{0,1000}>", re.IGNORECASE)
_DECLARATION = re.compile(r"\s*<\?xml\b[^<>]{0,300}\?>")
_NAME = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]{1,30};)")
_CLOSED = re.compile(
    r"<(?P<name>title|script|style|iframe|textarea|noscript|div|span|p|a|td|th|li|ruby|rt|i|b|em)"
    r"(?P<rest>(?:\s[^<>]{0,1000})?)/>",
    re.IGNORECASE,
)
_VOID_TEXT = "area base br col embed hr img input link meta source track wbr"
_VOID = frozenset(_VOID_TEXT.split())
_DEEPEST = 500


class _NoXml(Exception):
    """The page breaks a limit or a rule of XML."""


def says_xhtml(text: str) -> bool:
    """Whether a page says that it is XHTML."""
    return _SAYS_SO.match(text) is not None


def as_html(text: str) -> str:
    """Return a page of XHTML as HTML, in which the text is the same."""
    try:
        return _Writer().write(text)
    except (expat.ExpatError, _NoXml):
        return _CLOSED.sub(r"<\g<name>\g<rest>></\g<name>>", text)


class _Writer:
    """Writes the elements that the parser finds."""

    def __init__(self) -> None:
        self.parts: list[str] = ["<!DOCTYPE html>"]
        self.depth = 0
        self.parser = expat.ParserCreate("utf-8")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.EntityDeclHandler = self._refuse
        self.parser.SkippedEntityHandler = self._refuse

    def write(self, text: str) -> str:
        bare = _DOCUMENT_TYPE.sub("", _DECLARATION.sub("", text.lstrip("\ufeff"), count=1), count=1)
        named = _NAME.sub(lambda name: html.unescape(name[0]), bare)
        self.parser.Parse(named.strip().encode("utf-8", "replace"), True)
        return "".join(self.parts)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise _NoXml
        name = tag.rpartition(":")[2].lower()
        said = "".join(f' {key}="{html.escape(value)}"' for key, value in attributes.items())
        self.parts.append(f"<{name}{said}>")

    def _end(self, tag: str) -> None:
        self.depth -= 1
        name = tag.rpartition(":")[2].lower()
        if name not in _VOID:
            self.parts.append(f"</{name}>")

    def _text(self, text: str) -> None:
        self.parts.append(html.escape(text, quote=False))

    def _refuse(self, *_: object) -> None:
        raise _NoXml
