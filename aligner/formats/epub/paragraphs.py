"""The paragraphs of a chapter as they stand in its bytes, and the language of each.

A paragraph is an element that holds text and no other paragraph: a heading, an item, a cell, what
is tapped. Where a chapter marks both languages by attributes they are believed, otherwise its
letters.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from aligner.article import Language
from aligner.formats.language_codes import language_of_code
from aligner.formats.recutting import Token
from aligner.formats.xml_splice import Node, XmlText, text_of, tokens_of
from aligner.script import language_of

_BLOCKS = frozenset(
    {
        *("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"),
        *("li", "dt", "dd", "td", "th", "summary", "caption", "figcaption"),
        *("address", "pre", "section", "article", "aside", "nav"),
    }
)
_ASIDE = ("nav", "head", "svg", "math", "pre")
_PAGES = frozenset({"html", "body"})
_UNREAD = frozenset({"rt", "rp", "script", "style", "svg", "math"})
"""Elements whose content is no text of a sentence."""
_ID = re.compile(r"""\s+(?:xml:)?(?:id|name)\s*=\s*(?:"[^"]*"|'[^']*')""")
_BREAK = re.compile(r"<br[\s/>]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a chapter."""

    document: XmlText
    node: Node
    language: Language
    text: str

    @property
    def tag(self) -> str:
        """How it begins, as it is written."""
        return self.document.text[self.node.start : self.node.content].decode("utf-8")

    @property
    def tokens(self) -> list[Token]:
        """The characters and tags in it."""
        return tokens(self.document, self.node)

    def follows(self, other: Paragraph) -> bool:
        """Whether it could be one paragraph with another: of one kind, with nothing between."""
        return (
            self.node.name == other.node.name
            and not (self.node.is_empty or other.node.is_empty)
            and not self.document.text[other.node.stop : self.node.start].strip()
        )


def paragraphs_of(document: XmlText) -> list[Paragraph]:
    """Return the paragraphs of a chapter in either language; raises `UnusableInput`."""
    nodes = document.nodes(_BLOCKS)
    last = len(nodes) - 1
    leaves = [
        node
        for n, node in enumerate(nodes)
        if (n == last or nodes[n + 1].start >= node.stop)
        and not any(node.name == name or node.inside(name) for name in _ASIDE)
    ]
    texts = [text_of(tokens(document, node)) for node in leaves]
    said = [_said(node) for node in leaves]
    if len({language for language in said if language}) < 2:
        said = [None] * len(leaves)
    languages = [one or language_of(text) for one, text in zip(said, texts, strict=True)]
    empty = [not document.raw(node).strip() for node in leaves]
    found = zip(leaves, _with_empty_ones(languages, empty), texts, strict=True)
    return [Paragraph(document, node, language, text) for node, language, text in found if language]


def _with_empty_ones(
    languages: Sequence[Language | None], empty: Sequence[bool]
) -> list[Language | None]:
    """Return languages with those of empty paragraphs between two in the same language.

    There a translation is missing.
    """
    found = list(languages)
    behind: Language | None = None
    after: list[Language | None] = []
    for language in reversed(languages):
        after.append(behind)
        behind = language or behind
    before: Language | None = None
    for n, (language, next_one) in enumerate(zip(languages, reversed(after), strict=True)):
        if empty[n] and language is None and before and before == next_one:
            found[n] = "en" if before == "zh" else "zh"
            before = None
        before = language or before
    return found


def tokens(document: XmlText, node: Node) -> list[Token]:
    """Return the characters and tags of a paragraph."""
    found = tokens_of(document.raw(node), _UNREAD, without_ids)
    return [replace(t, kind="after", shown=" ") if _BREAK.match(t.raw) else t for t in found]


def without_ids(tag: str) -> str:
    """Return a tag as it may be there a second time."""
    return _ID.sub("", tag)


def code_of(attributes: Mapping[str, str]) -> str:
    """Return what an element says of its language."""
    return attributes.get("xml:lang") or attributes.get("lang", "")


def _said(node: Node) -> Language | None:
    """Return what the nearest element says that is not all of the page."""
    at: Node | None = node
    while at is not None and at.name not in _PAGES:
        if code := code_of(at.attributes):
            return language_of_code(code)
        at = at.parent
    return None
