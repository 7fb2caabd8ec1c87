"""A pair as lines of the terminal: mark, confidence, Chinese left, English right.

Text is measured in cells and wrapped by `aligner.cells`. Whatever a colour says, a mark says too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from aligner.article import Language
from aligner.bitext import Pair
from aligner.cells import Line, column_of, pad, width, wrap_spans
from tui.list_layout import FIGURE, ListLayout

StyleName = Literal[
    "text",
    "faint",
    "doubt",
    "sure",
    "alone",
    "warned",
    "excluded",
    "match",
    "term",
    "hit",
    "marked",
    "caret",
    "held",
    "pointer",
    "chosen",
]


@dataclass(frozen=True, slots=True)
class Highlight:
    """A stretch of one text, in characters, that is to stand out."""

    language: Language
    start: int
    end: int
    style: StyleName


@dataclass(frozen=True, slots=True)
class Appearance:
    """What the lines of a pair show besides the pair itself: highlights, carets, warnings."""

    chosen: Language | None = None
    """The chosen side, if the pair is the chosen one."""
    highlights: tuple[Highlight, ...] = ()
    carets: tuple[tuple[Language, int], ...] = ()
    """Places in the texts where something is about to be done, in characters."""
    missing: str = ""
    """What stands in place of a text that is not there."""
    is_warned: bool = False
    zh_paragraph: int | None = None
    """Number of the Chinese paragraph that begins here, from 1."""
    en_paragraph: int | None = None
    least_lines: int = 1
    """Lines of text that the pair has at least, while it is edited."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """The lines of a pair but for its number, and how its texts are wrapped in them."""

    strips: tuple[Strip, ...]
    zh: tuple[Line, ...]
    en: tuple[Line, ...]
    first: int
    """Which strip holds the first line of text: 1 below a rule, 0 without."""

    def lines(self, language: Language) -> tuple[Line, ...]:
        """Return how the text of a language is wrapped."""
        return self.zh if language == "zh" else self.en


def draw_pair(
    pair: Pair, appearance: Appearance, layout: ListLayout, styles: Mapping[StyleName, Style]
) -> Drawing:
    """Draw a pair; a rule stands above one that begins a paragraph."""
    return _Drawer(pair, appearance, layout, styles).drawing()


@dataclass(frozen=True, slots=True)
class _Drawer:
    pair: Pair
    appearance: Appearance
    layout: ListLayout
    styles: Mapping[StyleName, Style]

    def drawing(self) -> Drawing:
        layout = self.layout
        zh = tuple(wrap_spans(self.pair.zh_text, layout.zh))
        en = tuple(wrap_spans(self.pair.en_text, layout.en))
        rule = self._rule()
        height = max(len(zh), len(en), self.appearance.least_lines)
        bar = Segment(f" {'|' if layout.is_plain else '│'}", self.styles["faint"])
        rows = [
            Strip.join(
                [
                    Strip([*self._gutter(row), self._pointer("zh", row)]),
                    self._cell("zh", zh, row),
                    Strip([bar, self._pointer("en", row)]),
                    self._cell("en", en, row),
                ]
            )
            for row in range(height)
        ]
        if self.appearance.chosen:
            ground = Style(bgcolor=self.styles["chosen"].bgcolor)
            rows = [restyled(strip, 0, strip.cell_length, ground) for strip in rows]
        columns, style = layout.columns - layout.number, self.styles["text"]
        fitted = (strip.adjust_cell_length(columns, style) for strip in (*rule, *rows))
        return Drawing(tuple(fitted), zh, en, len(rule))

    def _rule(self) -> list[Strip]:
        zh, en = self.appearance.zh_paragraph, self.appearance.en_paragraph
        if zh is None and en is None:
            return []
        dash = "-" if self.layout.is_plain else "─"
        left = self._edge(zh, self.layout.zh + 1, dash)
        right = self._edge(en, self.layout.en, dash)
        gutter = " " * (self.layout.gutter - self.layout.number)
        line = f"{gutter}{left}{dash if zh and en else ' '}{right}"
        columns = self.layout.columns - self.layout.number
        return [Strip([Segment(pad(line, columns), self.styles["faint"])])]

    def _edge(self, paragraph: int | None, columns: int, dash: str) -> str:
        if paragraph is None:
            return " " * columns
        name = f"{dash} {'P' if self.layout.is_plain else '¶'}{paragraph} "
        return (name + dash * columns)[:columns]

    def _gutter(self, row: int) -> Iterator[Segment]:
        mark, second, figure = self._head() if row == 0 else ("", "", "")
        style: StyleName = "sure" if self.pair.is_settled else "faint"
        if not self.pair.is_full and not self.pair.is_settled:
            style = "alone"
        elif self.pair.is_doubtful:
            style = "doubt"
        beside: StyleName = "warned" if self.appearance.is_warned else style
        yield Segment(pad(mark, 1), self.styles[style])
        yield Segment(pad(second, 2 - width(pad(mark, 1))), self.styles[beside])
        yield Segment(f"{figure:>{FIGURE}}", self.styles[style])

    def _head(self) -> tuple[str, str, str]:
        """Return both marks and the figure."""
        pair, marks = self.pair, self.layout.marks
        if pair.status in ("confirmed", "edited", "review", "excluded"):
            mark = marks[pair.status]
        elif not pair.is_full:
            mark = marks["alone"]
        else:
            mark = marks["doubtful"] if pair.is_doubtful else " "
        warned, noted = self.appearance.is_warned, bool(pair.note)
        second = marks["warned"] if warned else marks["noted"] if noted else " "
        figure = f"{pair.confidence:.0%}" if pair.is_full and pair.status != "edited" else ""
        return mark, second, figure

    def _pointer(self, language: Language, row: int) -> Segment:
        points = row == 0 and self.appearance.chosen == language
        return Segment(">" if points else " ", self.styles["pointer"])

    def _cell(self, language: Language, lines: Sequence[Line], row: int) -> Strip:
        """Return one line of one text, as wide as its column."""
        columns = self.layout.zh if language == "zh" else self.layout.en
        if row >= len(lines):
            strip = self._nothing(columns, says=row == 0)
        else:
            line = lines[row]
            strip = Strip([Segment(pad(line.text, columns), self._base())], columns)
            for mark in self.appearance.highlights:
                if mark.language == language and mark.start < line.end and mark.end > line.start:
                    left = column_of(line, max(mark.start, line.start))
                    right = column_of(line, min(mark.end, line.end))
                    strip = restyled(strip, left, right, self.styles[mark.style])
        for side, offset in self.appearance.carets:
            if side == language:
                strip = self._with_caret(strip, lines, row, offset)
        return strip

    def _nothing(self, columns: int, *, says: bool) -> Strip:
        text = self.appearance.missing if says else ""
        shown = text if width(text) <= columns else ""
        return Strip([Segment(pad(shown, columns), self.styles["faint"])], columns)

    def _with_caret(self, strip: Strip, lines: Sequence[Line], row: int, offset: int) -> Strip:
        """Mark the cell of a place in a text: on the last line that begins at it or before."""
        home = max((n for n, line in enumerate(lines) if line.start <= offset), default=0)
        if row != home:
            return strip
        left = column_of(lines[row], offset) if lines else 0
        # The caret is as wide as the character it stands before; behind the last one it is a cell.
        right = column_of(lines[row], offset + 1) if lines else 1
        left = min(left, strip.cell_length - 1)
        return restyled(strip, left, max(right, left + 1), self.styles["caret"])

    def _base(self) -> Style:
        if self.pair.status == "excluded":
            return self.styles["excluded"]
        return self.styles["text" if self.pair.is_full else "alone"]


def restyled(strip: Strip, left: int, right: int, style: Style) -> Strip:
    """Lay a style over the cells of a line from `left` to `right`, that one left out."""
    if right <= left or left >= strip.cell_length:
        return strip
    styled = Strip(
        [Segment(text, (old or Style()) + style) for text, old, _ in strip.crop(left, right)]
    )
    return Strip.join([strip.crop(0, left), styled, strip.crop(right, strip.cell_length)])
