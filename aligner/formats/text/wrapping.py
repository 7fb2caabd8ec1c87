"""Lines wrapped by hand: joins them, and nothing else.

Lines were wrapped where each is so full that the first word of the next would not have fitted, most
of them stop in the middle of a sentence and the last one does not. Chinese is joined with nothing,
English with one space. In a document full of such lines, those that happen to stop at the end of a
sentence are joined too. Where the language changes within a line, the line is divided.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from aligner.cells import width
from aligner.formats.passage import Passage, join
from aligner.formats.text.marks import ends_sentence, numbered
from aligner.script import is_han, language_of, weigh

_NARROWEST = 24
"""Cells; shorter lines are those of a list or a poem."""
_WIDEST = 140
"""Cells; longer lines are paragraphs, however alike."""
_MANY = 3
"""Lines broken within a sentence that tell the habit of a document."""
_SLACK = 4
"""Cells by which a full line may be shorter: marks that may not begin a line pull a character."""
_FEWEST_AROUND = 3
"""Lines of a paragraph that may change its language within one of them."""
_LAST_SENTENCE = re.compile(
    r"(?:[。！？…][”’」』）]{0,3}|[.!?][”’\"')]{0,3}\s)\s{0,9}(?=[^。！？…]{1,200}$)"
)
_FIRST_WORD = re.compile(r"[!-~\u00a1-\u024f]+|\S")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line, or a part of one."""

    passage: Passage
    indent: int
    width: int
    """Cells of the whole line."""

    @property
    def text(self) -> str:
        return self.passage.text


def are_wrapped(groups: Iterable[tuple[Sequence[Passage], Sequence[int]]]) -> bool:
    """Whether the lines of a whole document were wrapped: its long lines stop anywhere."""
    broken = pairs = 0
    for lines, indents in groups:
        if len(lines) > 1:
            pairs += len(lines) - 1
            runs = (run for run in _runs(_divided(lines, indents)) if _was_wrapped(run))
            broken += sum(not ends_sentence(line.text) for run in runs for line in run[:-1])
    return broken >= _MANY and broken * 2 >= pairs


def paragraphs(
    lines: Sequence[Passage], indents: Sequence[int], *, wrapped: bool | None
) -> list[Passage]:
    """Return the paragraphs that lines make; each line is one unless they were wrapped.

    `wrapped` says so of the whole document: True that full lines go on, False that none does, None
    that the lines must show it themselves.
    """
    if len(lines) == 1 or wrapped is False:
        return list(lines)
    found: list[Passage] = []
    for run in _runs(_divided(lines, indents)):
        parts = [line.passage for line in run]
        if wrapped or _was_wrapped(run):
            found.append(join(parts, [_glue(a.text, b.text) for a, b in pairwise(parts)]))
        else:
            found += parts
    return found


def _divided(lines: Sequence[Passage], indents: Sequence[int]) -> list[_Line]:
    """Return the lines; one whose last words begin the other language's text as two."""
    found: list[_Line] = []
    following = [*lines[1:], None]
    for line, after, indent in zip(lines, following, indents, strict=True):
        cells = width(line.text)
        at = _turn(line.text, after.text) if after and len(lines) >= _FEWEST_AROUND else None
        if at is None or cells > _WIDEST:
            found.append(_Line(line, indent, cells))
            continue
        head, tail = line.cut(0, at).strip(), line.cut(at, len(line.text)).strip()
        found += [_Line(head, indent, cells), _Line(tail, indent, cells)]
    return found


def _turn(line: str, after: str) -> int | None:
    """Return where the last words of a line go over to the language of the line after it."""
    last = _LAST_SENTENCE.search(line, max(0, len(line) - 200))
    if not last:
        return None
    head, tail = line[: last.end()], line[last.end() :]
    language = language_of(tail)
    if language is None or language != language_of(after) or language == language_of(head):
        return None
    han, words = weigh(tail)
    return last.end() if not (han and words) and language_of(head) else None


def _runs(lines: Sequence[_Line]) -> list[list[_Line]]:
    """Return lines that may belong together: one language, full but the last, not set in."""
    narrow = all(len(line.text) <= _WIDEST for line in lines)
    full = min(_WIDEST, max(line.width for line in lines)) if narrow else 0
    least = min(line.indent for line in lines)
    runs: list[list[_Line]] = [[lines[0]]]
    for before, line in pairwise(lines):
        starts_new = (
            full < _NARROWEST
            or line.indent > least
            or numbered(line.text)
            or not _is_full(before, line.text, full)
            or _differ(before.text, line.text)
        )
        if starts_new:
            runs.append([])
        runs[-1].append(line)
    return runs


def _is_full(before: _Line, line: str, full: int) -> bool:
    first = _FIRST_WORD.match(line)
    space = 0 if is_han(before.text[-1]) or is_han(line[0]) else 1
    return before.width + space + width(first[0] if first else "") > full - _SLACK


def _was_wrapped(run: Sequence[_Line]) -> bool:
    """Whether most lines break a sentence and the last one ends it."""
    if len(run) == 1 or not ends_sentence(run[-1].text):
        return False
    broken = sum(not ends_sentence(line.text) for line in run[:-1])
    return broken * 2 >= len(run) - 1


def _differ(before: str, line: str) -> bool:
    """Whether two lines are certainly in different languages."""
    languages = {language_of(before), language_of(line)} - {None}
    return len(languages) == 2


def _glue(before: str, line: str) -> str:
    """Return what stands for a line end: nothing by Chinese or a hyphen, else a space."""
    last, first = before[-1], line[0]
    if _is_chinese(last) or _is_chinese(first) or (last == "-" and before[-2:-1].isalpha()):
        return ""
    return " "


def _is_chinese(character: str) -> bool:
    return is_han(character) or "\u3000" <= character <= "\u303f" or character in "！（），：；？"
