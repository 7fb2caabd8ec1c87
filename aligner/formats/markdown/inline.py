"""What is inside a line of Markdown: emphasis, links and pictures, of which the words are text.

Links may lie in one another, as badges do, refer to an address given elsewhere, or be nothing but
an address. The mark of a note is no text. A mark without its partner, and any other that is no
Markdown after all, stays as it stands. Every pattern is bounded, so that a line of nothing but
marks is read in linear time.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass, field

from aligner.article import Markup
from aligner.formats.passage import Passage, join
from aligner.formats.text import mark_of

_LONGEST = 1_000_000
"""Characters; the marks of a longer line are left in it, since finding them takes memory."""
_MOST_MARKS = 250_000
"""Marks of a page; those behind them are left in their lines. A book has some ten thousand."""
_WORDS = r"[^\[\]]{0,500}(?:\[[^\[\]]{0,200}\][^\[\]]{0,500}){0,3}"
_ADDRESS = (
    r"\((?:<[^<>\n]{0,1000}>|[^()\s]{0,1000}(?:\([^()\s]{0,200}\)[^()\s]{0,500}){0,3})"
    r"(?:[ \t]{1,5}(?:\"[^\"]{0,200}\"|'[^']{0,200}'))?[ \t]{0,5}\)"
)
_INLINE = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<code>(?P<tick>`{1,2})[^`\n]{1,500}(?P=tick)(?!`))"
    r"|\[\^[^\[\]\s]{1,60}\](?P<note>(?!\())"
    rf"|(?P<link>!?\[(?P<words>{_WORDS})\](?:{_ADDRESS}|\[(?P<label>[^\[\]]{{0,200}})\]))"
    r"|(?P<short>!?\[(?P<name>[^\[\]]{1,200})\])"
    r"|<(?P<address>(?:https?|ftp|mailto):[^\s<>]{1,1000}"
    r"|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5})>"
    r"|(?P<id>[ \t]{0,9}\{[#.:][^{}\n]{1,100}\}$)"
    r"|(?P<mark>\*{1,3}|_{1,3}|~~|`{1,2})"
)
_BADGE = re.compile(
    rf"\[!\[[^\[\]]{{0,500}}\](?:{_ADDRESS}|\[[^\[\]]{{0,200}}\])\]"
    rf"(?:{_ADDRESS}|\[[^\[\]]{{0,200}}\])"
)
_BOX = re.compile(r"\[[ xX]\](?=[ \t\u3000])[ \t\u3000]*")


def label_key(label: str) -> str:
    """Return the form in which the labels of references are the same."""
    return " ".join(label.casefold().split())


def is_badges(text: str) -> bool:
    """Whether a line is a row of badges: pictures that are links, and nothing else."""
    start = text.lstrip()
    return start.startswith("[![") and not _BADGE.sub("", text).strip()


def without_box(passage: Passage, markup: list[Markup]) -> Passage:
    """Return the text of a task without the box that is ticked in front of it."""
    box = _BOX.match(passage.text)
    if not box or box.end() == len(passage.text):
        return passage
    markup.append(mark_of(passage, 0, box.end()))
    return passage.cut(box.end(), len(passage.text)).strip()


@dataclass(slots=True)
class _Marks:
    """The marks of a line, as they are found."""

    text: str
    labels: Set[str]
    taken: list[tuple[int, int]] = field(default_factory=list)
    opened: dict[str, tuple[int, int]] = field(default_factory=dict)

    def scan(self, start: int, stop: int) -> None:
        """Find the marks of a part; the words of a link are scanned in turn."""
        at = start
        while match := _INLINE.search(self.text, at, stop):
            at = match.end()
            if match["link"] and self._is_link(match):
                self.taken.append((match.start(), match.start("words")))
                self.scan(match.start("words"), match.end("words"))
                self.taken.append((match.end("words"), match.end()))
            elif match["link"]:
                at = match.start() + 1 + match["link"].startswith("!")
            elif match["short"]:
                at = self._take_reference(match)
            else:
                self._take(match)

    def _is_link(self, match: re.Match[str]) -> bool:
        """Whether what looks like a link is one: its label, if it has one, is given somewhere."""
        label = match["label"]
        return label is None or label_key(label or match["words"]) in self.labels

    def _take_reference(self, match: re.Match[str]) -> int:
        """Take the brackets of a short reference; return where to go on."""
        inside = match.start("name")
        if label_key(match["name"]) not in self.labels:
            return inside
        if match["name"].isdigit():
            self.taken.append(match.span())
            return match.end()
        self.taken += [(match.start(), inside), (match.end("name"), match.end())]
        return match.end()

    def _take(self, match: re.Match[str]) -> None:
        start, stop = match.span()
        if match["escape"]:
            self.taken.append((start, start + 1))
        elif match["code"]:
            ticks = len(match["tick"])
            self.taken += [(start, start + ticks), (stop - ticks, stop)]
        elif match["address"]:
            self.taken += [(start, start + 1), (stop - 1, stop)]
        elif match["mark"]:
            self._pair_up(match)
        elif not match["id"] or start:
            self.taken.append((start, stop))

    def _pair_up(self, match: re.Match[str]) -> None:
        """Note a mark that opens, or take it with the one that opened."""
        mark, (start, stop) = match["mark"], match.span()
        before, behind = self.text[max(0, start - 1) : start], self.text[stop : stop + 1]
        if mark[0] == "_" and before.isalnum() and behind.isalnum():
            return
        if mark in self.opened and before and not before.isspace():
            self.taken += [self.opened.pop(mark), (start, stop)]
        elif behind and not behind.isspace():
            self.opened[mark] = (start, stop)


def without_marks(
    passage: Passage, markup: list[Markup], labels: Set[str] = frozenset()
) -> Passage:
    """Return a line without emphasis and with the words of its links only; note the marks.

    `labels` are those of the addresses that references may name.
    """
    text = passage.text
    if len(text) > _LONGEST or len(markup) > _MOST_MARKS:
        return passage
    marks = _Marks(text, labels)
    marks.scan(0, len(text))
    if not marks.taken:
        return passage
    parts: list[Passage] = []
    done = 0
    for start, stop in sorted(marks.taken):
        if start < stop:
            parts.append(passage.cut(done, start))
            markup.append(mark_of(passage, start, stop))
            done = stop
    parts.append(passage.cut(done, len(text)))
    kept = [part for part in parts if part.text]
    return join(kept, [""] * (len(kept) - 1)).strip() if kept else Passage("", (), ())
