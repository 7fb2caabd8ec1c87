"""The panel beside the list: matches of the memory, terms, concordance, and words done.

What can be inserted has a number, the key that inserts it. Differences from a match stand in
[-…-] and {+…+}; colour repeats these marks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from aligner.assistance import Assistance, MemoryMatch, WordsDone
from aligner.bitext import find_in_text
from aligner.cells import column_of, drawable, width, wrap_spans
from tui.drawing import restyled
from tui.words import Words

_Name = Literal["title", "text", "faint", "removed", "added", "hit", "problem"]
_INDENT = 2


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A text of the panel with stretches of it that stand out."""

    text: str
    name: _Name = "text"
    lead: str = ""
    """What stands before its first line: a number, as wide as the indent."""
    marks: tuple[tuple[int, int, _Name], ...] = ()


class AssistancePanel(Widget):
    """Shows what there is for one segment."""

    COMPONENT_CLASSES = {
        "assistance--title",
        "assistance--text",
        "assistance--faint",
        "assistance--removed",
        "assistance--added",
        "assistance--hit",
        "assistance--problem",
    }

    def __init__(self, words: Words, *, plain: bool) -> None:
        super().__init__()
        self._words, self._plain = words, plain
        self._shown: tuple[Assistance | None, WordsDone | None] = None, None
        self._strips: list[Strip] | None = None

    def show(self, assistance: Assistance | None, done: WordsDone | None) -> None:
        """Show what there is; None where it is not known yet."""
        if (assistance, done) != self._shown:
            self._shown = assistance, done
            self._strips = None
            self.refresh()

    def on_resize(self) -> None:
        """Wrap anew."""
        self._strips = None

    def notify_style_update(self) -> None:
        """Take the colours of a theme that has changed."""
        super().notify_style_update()
        self._strips = None

    def render_line(self, y: int) -> Strip:
        """Return a line of the panel; see `Widget.render_line`."""
        if self._strips is None:
            self._strips = list(self._drawn())
        columns, style = self.size.width, self._style("text")
        strips, height = self._strips, self.size.height
        if y == height - 1 and (done := self._shown[1]) is not None:
            strip = self._line(self._done_text(done), "title")
        elif y == height - 2 and len(strips) >= height:
            strip = self._line("..." if self._plain else "…", "faint")
        else:
            strip = strips[y] if y < len(strips) else Strip([Segment("", style)])
        return strip.adjust_cell_length(columns, style + Style())

    def _style(self, name: _Name) -> Style:
        return self.get_component_rich_style(f"assistance--{name}")

    def _line(self, text: str, name: _Name) -> Strip:
        return Strip([Segment(f" {text}", self._style(name))])

    def _done_text(self, done: WordsDone) -> str:
        """Return how far the translation is, in percent where the words would not fit."""
        total = f"{done.total:,}"
        told = self._words(
            "words done", done=f"{done.done:,}", total=total, translated=f"{done.translated:,}"
        )
        if width(told) < self.size.width:
            return told
        share = max(done.total, 1)
        translated, confirmed = f"{done.translated / share:.0%}", f"{done.done / share:.0%}"
        return self._words("words done short", done=confirmed, translated=translated)

    def _drawn(self) -> Iterator[Strip]:
        """Yield the lines of all paragraphs, as wide as the panel."""
        assistance = self._shown[0]
        if assistance is None:
            return
        columns = max(self.size.width - _INDENT - 2, 2)
        for paragraph in self._paragraphs(assistance):
            for number, line in enumerate(wrap_spans(paragraph.text, columns)):
                lead = paragraph.lead if number == 0 else ""
                strip = Strip([Segment(line.text, self._style(paragraph.name))])
                for start, end, name in paragraph.marks:
                    if start < line.end and end > line.start:
                        left = column_of(line, max(start, line.start))
                        right = column_of(line, min(end, line.end))
                        strip = restyled(strip, left, right, self._style(name))
                indent = "" if paragraph.name == "title" else f"{lead:<{_INDENT}}"
                yield Strip([Segment(f" {indent}", self._style("title")), *strip])

    def _paragraphs(self, assistance: Assistance) -> Iterator[_Paragraph]:
        words = self._words
        yield _Paragraph(words("memory matches"), "title")
        if assistance.problem:
            yield _Paragraph(drawable(words.told(assistance.problem)), "problem")
        elif not assistance.matches:
            yield _Paragraph(words("no matches"), "faint")
        for number, match in enumerate(assistance.matches, start=1):
            yield from _match_paragraphs(number, match)
        if assistance.terms:
            yield _Paragraph(words("panel terms"), "title")
        for number, found in enumerate(assistance.terms, start=len(assistance.matches) + 1):
            kept = " (+)" if self._plain else " ✓"
            text = f"{found.term} = {' / '.join(found.renderings)}"
            shown = drawable(text) + (kept if found.is_rendered else "")
            yield _Paragraph(shown, lead=str(number) if number < _KEYS else "")
        if assistance.insertions:
            yield _Paragraph(words("panel hint"), "faint")
        if assistance.concordance is not None:
            yield from self._concordance(assistance)

    def _concordance(self, assistance: Assistance) -> Iterator[_Paragraph]:
        found = assistance.concordance
        assert found is not None
        total = f"{found.total:,}" if found.is_all else f"{found.total:,}+"
        yield _Paragraph(
            self._words("panel concordance", phrase=drawable(assistance.phrase), total=total),
            "title",
        )
        for stored in found.units:
            for text in (stored.unit.zh, stored.unit.en):
                marks = tuple(
                    (start, end, _HIT) for start, end in find_in_text(text, assistance.phrase)
                )
                yield _Paragraph(text, marks=marks)
            yield _Paragraph(stored.source, "faint")


_HIT: _Name = "hit"
_KEYS = 10
"""Numbers from here on have no key."""


def _match_paragraphs(number: int, match: MemoryMatch) -> Iterator[_Paragraph]:
    """Yield the translation of a match, then its source with what differs, and its origin."""
    text, marks = _marked(match)
    yield _Paragraph(match.target, lead=str(number))
    yield _Paragraph(f"{match.percent}%  {text}", "faint", marks=_moved(marks, match.percent))
    yield _Paragraph(match.origin, "faint")


def _moved(
    marks: Sequence[tuple[int, int, _Name]], percent: int
) -> tuple[tuple[int, int, _Name], ...]:
    by = len(f"{percent}%  ")
    return ((0, by - 2, "title"), *((start + by, end + by, name) for start, end, name in marks))


def _marked(match: MemoryMatch) -> tuple[str, list[tuple[int, int, _Name]]]:
    """Return the memory's source text with what differs in brackets, and where that stands."""
    text, marks = "", list[tuple[int, int, _Name]]()
    for run in match.differences:
        if run.kind == "same":
            text += run.theirs
            continue
        lead = " " if (run.theirs or run.ours)[:1].isspace() else ""
        text += lead
        both: tuple[tuple[str, str, str, _Name], ...] = (
            (run.theirs, "[-", "-]", "removed"),
            (run.ours, "{+", "+}", "added"),
        )
        for part, opening, closing, name in both:
            if part.strip():
                marked = f"{opening}{part.strip()}{closing}"
                marks.append((len(text), len(text) + len(marked), name))
                text += marked
    return text, marks
