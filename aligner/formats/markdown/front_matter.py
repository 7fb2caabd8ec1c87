"""What stands in front of a page: its title and description are text, its settings are not.

YAML between `---` or TOML between `+++`, read line by line and no further than it matters here:
keys and quotation marks are markup, values that say something are blocks, and a line that says
something to a program only is kept apart whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from aligner.article import Markup
from aligner.formats.passage import Block, Passage, join
from aligner.formats.text import han, is_heading, mark_of, words
from aligner.script import is_han

LABEL = "front matter"
_MOST_LINES = 300
_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_KEY = re.compile(r"(?:-[ \t]+)?(?P<key>[A-Za-z_\"'][\w.\"' -]{0,60}?)[ \t]*(?::(?=\s|$)|=)[ \t]*")
_ITEM = re.compile(r"-[ \t]+")
_BLOCK = re.compile(r"[|>][+-]?\d?$")
_TABLE = re.compile(r"\[{1,2}[\w. -]{1,80}\]{1,2}$")
_TEXT_KEYS_TEXT = """
    title subtitle description summary excerpt abstract label name text tagline details caption
    heading headline keywords tags categories category linktitle sidebar_label sidebarlabel
    sidebartitle sidebar_title nav_title navtitle alt lead
"""
_TEXT_KEYS = frozenset(_TEXT_KEYS_TEXT.split())
_SETTING = re.compile(
    r"[\w.+-]*[/\\@#=_][^\s\u3000-\uffff]*$|https?://|[\d\s:.,TZ/+-]+$|(?:true|false|yes|no|null|none|~)$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class FrontMatter:
    """What was read of it."""

    stop: int = 0
    """Number of the first line behind it; 0 where there is none."""
    blocks: list[Block] = field(default_factory=list)
    markup: list[Markup] = field(default_factory=list)


def front_matter(lines: Sequence[Passage]) -> FrontMatter:
    """Read the front matter of a page, if it begins with any."""
    found = FrontMatter(_end(lines))
    if not found.stop:
        return found
    said = grows = False
    for number, line in enumerate(lines[: found.stop]):
        bare = line.strip()
        if not bare.text:
            continue
        if number in (0, found.stop - 1):
            found.markup.append(mark_of(bare, 0, len(bare.text)))
            continue
        start = _KEY.match(bare.text)
        item = None if start else _ITEM.match(bare.text)
        if start:
            said = start["key"].strip("\"'").lower() in _TEXT_KEYS
        at = start.end() if start else item.end() if item else 0
        growing = found.blocks[-1] if not at and found.blocks and grows else None
        read = _read(found, bare, at, is_text=said)
        if growing and read and not growing.label:
            del found.blocks[-1]
            glue = "" if is_han(growing.text[-1]) or is_han(read.text[0]) else " "
            found.blocks[-1] = Block(join([growing.passage, read.passage], [glue]))
        grows = read is not None
    return found


def _end(lines: Sequence[Passage]) -> int:
    """Return the number of the line behind the front matter; 0 where there is none."""
    closing = _FENCES.get(lines[0].text.strip().lstrip("\ufeff")) if lines else None
    has_key = False
    for number, line in enumerate(lines[1:_MOST_LINES], 1):
        if not closing:
            break
        text = line.text.strip()
        if text in closing:
            return number + 1 if has_key else 0
        is_key = _KEY.match(text) is not None
        goes_on = has_key and (line.text[:1].isspace() or _ITEM.match(text) or text[:1] in "]})")
        if text and not is_key and not goes_on and text[0] != "#" and not _TABLE.match(text):
            return 0
        has_key = has_key or is_key
    return 0


def _read(found: FrontMatter, line: Passage, at: int, *, is_text: bool) -> Block | None:
    """Read what a line says from `at` on, behind its key; return its text if that is one."""
    value = line.cut(at, len(line.text))
    if not value.text or _BLOCK.match(value.text):
        found.markup.append(mark_of(line, 0, len(line.text)))
        return None
    texts = list(_values(value))
    if not any(_says_something(text.text, is_text) for text in texts):
        found.blocks.append(Block(line, label=LABEL))
        return None
    spans = [(at + start, at + stop) for start, stop in _spans(value.text)]
    done = 0
    for start, stop in [*spans, (len(line.text), len(line.text))]:
        if line.text[done:start].strip():
            found.markup.append(mark_of(line, done, start))
        done = stop
    found.blocks += [Block(text, "heading" if is_heading(text.text) else "body") for text in texts]
    return found.blocks[-1] if len(texts) == 1 else None


def _says_something(value: str, is_text: bool) -> bool:
    """Whether a value is for readers, and no setting of the page."""
    if not value or _SETTING.match(value):
        return False
    return is_text or han(value) > 1 or words(value) > 3


def _values(value: Passage) -> Iterator[Passage]:
    for start, stop in _spans(value.text):
        yield value.cut(start, stop)


def _spans(value: str) -> list[tuple[int, int]]:
    """Return where the texts of a value stand, without quotation marks and brackets of lists."""
    inside = re.fullmatch(r"\[(.*)\],?", value)
    if not inside:
        return _bare(value, 0, len(value))
    found: list[tuple[int, int]] = []
    for part in re.finditer(r"\"[^\"]*\"|'[^']*'|[^,\[\]]+", value):
        found += _bare(value, *part.span())
    return found


def _bare(value: str, start: int, stop: int) -> list[tuple[int, int]]:
    while start < stop and value[start].isspace():
        start += 1
    while start < stop and (value[stop - 1].isspace() or value[stop - 1] == ","):
        stop -= 1
    if stop - start > 1 and value[start] == value[stop - 1] and value[start] in "\"'":
        start, stop = start + 1, stop - 1
    return [(start, stop)] if value[start:stop].strip() else []
