"""HTML remnants in plain text: takes tags and entities out and remembers them as markup.

Also the escaped ones that an export leaves behind, such as `<\\/strong>` and `&amp;nbsp;`. A tag
that ends a paragraph ends the line. Only names that HTML knows are tags, so that `a < b` and
`<name@example.com>` stay. Every pattern stops at the next `<` or `&`: time is linear.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from aligner.article import Markup
from aligner.formats.passage import Passage, from_runs

_BREAKING_TEXT = """
    p br hr div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 tr table tbody thead td th section
    article header footer aside nav main figure figcaption blockquote pre
"""
_BREAKING = frozenset(_BREAKING_TEXT.split())
_INLINE_TEXT = """
    a abbr b big cite code del em font i img ins kbd mark q s small span strike strong sub
    sup time u wbr center label ruby rt rp picture source video audio iframe html head body
    meta link title script style noscript button input form
"""
_INLINE = frozenset(_INLINE_TEXT.split())
_REMNANT = re.compile(
    r"<\\?/?(?P<tag>[A-Za-z][A-Za-z0-9]{0,10})(?:[\s\\/][^<>]{0,1000})?>"
    r"|&lt;\\?/?(?P<escaped>[A-Za-z][A-Za-z0-9]{0,10})(?:[\s\\/][^<>&]{0,1000})?&gt;"
    r"|<!--[^<>]{0,1000}-->"
    r"|&(?:amp;)?(?P<entity>[A-Za-z][A-Za-z0-9]{1,30}|\#[0-9]{1,7}|\#[xX][0-9A-Fa-f]{1,6});"
)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text without HTML remnants."""

    passage: Passage
    markup: list[Markup]
    ends: dict[int, str]
    """Tags that end a line, by their offset in the source: `h2`, `li`, ..."""


def clean(text: str, *, one_line: bool = False) -> Cleaned:
    """Take tags and entities out; with `one_line` no tag ends a line, as in the cell of a table."""
    if "<" not in text and "&" not in text:
        return Cleaned(from_runs([(text, 0, len(text))]), [], {})
    runs: list[tuple[str, int, int]] = []
    markup: list[Markup] = []
    ends: dict[int, str] = {}
    done = 0
    for match in _REMNANT.finditer(text):
        start, stop = match.span()
        stands_for = _meaning(match, one_line)
        if stands_for is None:
            continue
        if stands_for == "\n":
            ends[start] = _tag(match)
        runs.append((text[done:start], done, start))
        runs.append((stands_for, start, stop))
        markup.append(Markup(match[0], start, stop, stands_for))
        done = stop
    runs.append((text[done:], done, len(text)))
    return Cleaned(from_runs(runs), markup, ends)


def _tag(match: re.Match[str]) -> str:
    """Return the name of a tag, in small letters; empty for other remnants."""
    return (match["tag"] or match["escaped"] or "").lower()


def _meaning(match: re.Match[str], one_line: bool) -> str | None:
    """Return what stands in place of a remnant; None where it is text after all."""
    if tag := _tag(match):
        if tag in _BREAKING:
            return " " if one_line else "\n"
        if tag in _INLINE:
            return ""
        return html.unescape(match[0]) if match["escaped"] else None
    if match["entity"]:
        source = f"&{match['entity']};"
        meaning = html.unescape(source)
        return None if meaning.endswith(";") else meaning
    return ""
