"""HTML remnants in plain text: takes tags and entities out and remembers them as markup.

Also the escaped ones that an export leaves behind, such as `<\\/strong>` and `&amp;nbsp;`, and with
their text the readings of ruby and the marks of notes. A soft break is white space. A tag that ends
a paragraph ends the line. Only names that HTML knows are tags, so that `a < b` and
`<name@example.com>` stay. Every pattern stops at the next `<` or `&`, or after a bounded number of
characters: time is linear.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from aligner.article import Markup
from aligner.formats.notes import MARKS, RAISED, is_note, is_note_label
from aligner.formats.passage import Passage, from_runs

_BREAKING_TEXT = """
    p br hr div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 tr table tbody thead td th section
    article header footer aside nav main figure figcaption blockquote pre details summary
"""
_BREAKING = frozenset(_BREAKING_TEXT.split())
_INLINE_TEXT = """
    a abbr b big cite code data del em font i img ins kbd mark q s small span strike strong sub
    sup time u wbr center label ruby rb rt rp rtc picture source video audio iframe html head
    body meta link title script style noscript button input form
"""
_INLINE = frozenset(_INLINE_TEXT.split())
_REMNANT = re.compile(
    r"<(?P<aside>rt|rp|rtc)(?:\s[^<>]{0,200})?>[^<>]{0,100}(?:</(?P=aside)>|(?=</?r[a-z]{1,3}\b))"
    r"|<sup(?:\s[^<>]{0,200})?>(?:<a\s[^<>]{0,300}>)?(?P<raised>[^<>]{1,8})(?:</a>)?</sup>"
    r"|<\\?/?(?P<tag>[A-Za-z][A-Za-z0-9]{0,10})(?:[\s\\/][^<>]{0,1000})?>"
    r"|&lt;\\?/?(?P<escaped>[A-Za-z][A-Za-z0-9]{0,10})(?:[\s\\/][^<>&]{0,1000})?&gt;"
    r"|<!--[^<>]{0,1000}-->"
    r"|&(?:amp;)?(?P<entity>[A-Za-z][A-Za-z0-9]{1,30}|\#[0-9]{1,7}|\#[xX][0-9A-Fa-f]{1,6});"
    rf"|(?P<note>{MARKS.pattern})"
    "|(?P<soft>\x0b)|(?P<line>[\x0c\x85\u2028\u2029])"
)
_PROGRAM = re.compile(
    r"^[ \t]{0,40}<(?P<name>script|style)(?:\s[^<>]{0,1000})?(?<!/)>", re.I | re.M
)
_PROGRAM_ENDS = re.compile(r"</(?P<name>script|style)\s{0,9}>|^[ \t]{0,9}(?:```|~~~)", re.I | re.M)
_LONGEST_PROGRAM = 100_000
"""Characters; what has no end within these is no program."""
_TELLING = re.compile(f"[<&{RAISED}\x0b\x0c\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text without HTML remnants."""

    passage: Passage
    markup: list[Markup]
    ends: dict[int, str]
    """Tags that end a line, by their offset in the source: `h2`, `li`, ..."""
    code: list[Passage] = field(default_factory=list)
    """Programs and styles that stood in the text between tags of their own."""


def clean(text: str, *, one_line: bool = False, literal: Sequence[tuple[int, int]] = ()) -> Cleaned:
    """Take tags and entities out; with `one_line` no tag ends a line, as in the cell of a table.

    What begins in one of the ranges of `literal`, which are in order, stays as it stands.
    """
    if not _TELLING.search(text):
        return Cleaned(from_runs([(text, 0, len(text))]), [], {})
    runs: list[tuple[str, int, int]] = []
    markup: list[Markup] = []
    ends: dict[int, str] = {}
    code = _programs(text, literal)
    kept = sorted([*literal, *code])
    done = place = at = 0
    while match := _REMNANT.search(text, at):
        start, stop = match.span()
        while place < len(kept) and kept[place][1] <= start:
            place += 1
        if place < len(kept) and kept[place][0] <= start:
            at = kept[place][1]
            continue
        at = stop
        if match["raised"] and not _is_note(text, match):
            at = stop = text.index(">", start) + 1  # the tag alone; an exponent is text
            stands_for: str | None = ""
        elif match["note"] and not _is_note(text, match):
            continue
        else:
            stands_for = _meaning(match, one_line)
        if stands_for is None:
            continue
        if stands_for == "\n":
            ends[start] = _tag(match)
        runs += _without(code, text, done, start)
        runs.append((stands_for, start, stop))
        markup.append(Markup(text[start:stop], start, stop, stands_for))
        done = stop
    runs += _without(code, text, done, len(text))
    source = from_runs([(text, 0, len(text))]) if code else Passage("", (), ())
    programs = [source.cut(start, stop).strip() for start, stop in code]
    return Cleaned(from_runs(runs), markup, ends, [one for one in programs if one.text])


def _programs(text: str, literal: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return where programs and styles stand, between tags that begin lines of their own."""
    found: list[tuple[int, int]] = []
    kept = list(literal)
    place = at = clear = 0
    while opening := _PROGRAM.search(text, at):
        at = opening.end()
        while place < len(kept) and kept[place][1] <= opening.start():
            place += 1
        if place < len(kept) and kept[place][0] <= opening.start():
            continue
        # What was searched in vain is not searched again, or time would be quadratic.
        closing = _PROGRAM_ENDS.search(text, max(at, clear), at + _LONGEST_PROGRAM)
        clear = max(clear, closing.start() if closing else at + _LONGEST_PROGRAM)
        if closing and closing["name"] and closing["name"].lower() == opening["name"].lower():
            found.append((at, closing.start()))
            at = closing.end()
    return found


def _without(
    code: Sequence[tuple[int, int]], text: str, start: int, stop: int
) -> list[tuple[str, int, int]]:
    """Return the runs of a part of the text, a line end in place of each program in it."""
    runs: list[tuple[str, int, int]] = []
    for first, last in code[bisect_left(code, (start, 0)) :]:
        if first >= stop:
            break
        runs += [(text[start:first], start, first), ("\n" if first < last else "", first, last)]
        start = last
    return [*runs, (text[start:stop], start, stop)]


def _is_note(text: str, match: re.Match[str]) -> bool:
    """Whether a raised figure is the mark of a note."""
    before = text[max(0, match.start() - 8) : match.start()]
    if match["note"]:
        return is_note(before, text[match.end() : match.end() + 1])
    return "<a" in match[0] or is_note_label(match["raised"], before)


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
    if match["soft"]:
        return " "
    if match["line"]:
        return " " if one_line else None
    if match["entity"]:
        source = f"&{match['entity']};"
        meaning = html.unescape(source)
        return None if meaning.endswith(";") else meaning
    return ""
