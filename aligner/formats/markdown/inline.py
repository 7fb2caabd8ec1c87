"""What is inside a line of Markdown: emphasis, links and pictures, of which the words are text.

A mark without its partner, and any other that is no Markdown after all, stays as it stands. Every
pattern is bounded, so that a line of nothing but marks is read in linear time.
"""

from __future__ import annotations

import re

from aligner.article import Markup
from aligner.formats.passage import Passage, join
from aligner.formats.text import mark_of

_LONGEST = 1_000_000
"""Characters; the marks of a longer line are left in it, since finding them takes memory."""
_INLINE = re.compile(
    r"(?P<link>!?\[(?P<words>[^\[\]]{0,500})\]\([^()\s]{0,1000}(?:[ \t]{1,5}\"[^\"()]{0,200}\")?\))"
    r"|(?P<mark>\*{1,3}|_{1,3}|~~|`{1,2})"
    r"|(?P<escape>\\[!-/:-@\[-`{-~])"
)


def without_marks(passage: Passage, markup: list[Markup]) -> Passage:
    """Return a line without emphasis and with the words of its links only; note the marks."""
    taken: list[tuple[int, int]] = []
    open_marks: dict[str, tuple[int, int]] = {}
    text = passage.text
    if len(text) > _LONGEST:
        return passage
    for match in _INLINE.finditer(text):
        if match["link"]:
            taken += [(match.start(), match.start("words")), (match.end("words"), match.end())]
        elif match["escape"]:
            taken.append((match.start(), match.start() + 1))
        else:
            _pair_up(text, match, open_marks, taken)
    if not taken:
        return passage
    parts: list[Passage] = []
    done = 0
    for start, stop in sorted(taken):
        parts.append(passage.cut(done, start))
        markup.append(mark_of(passage, start, stop))
        done = stop
    parts.append(passage.cut(done, len(text)))
    kept = [part for part in parts if part.text]
    return join(kept, [""] * (len(kept) - 1)).strip() if kept else Passage("", (), ())


def _pair_up(
    text: str,
    match: re.Match[str],
    open_marks: dict[str, tuple[int, int]],
    taken: list[tuple[int, int]],
) -> None:
    """Note a mark that opens, or take it with the one that opened."""
    mark, (start, stop) = match["mark"], match.span()
    before, behind = text[start - 1 : start], text[stop : stop + 1]
    if mark[0] == "_" and before.isalnum() and behind.isalnum():
        return
    if mark in open_marks and before and not before.isspace():
        taken += [open_marks.pop(mark), (start, stop)]
    elif behind and not behind.isspace():
        open_marks[mark] = (start, stop)
