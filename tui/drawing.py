"""A pair as lines of the terminal: what is known of it, Chinese left, English right.

Text is measured in cells and wrapped by `aligner.cells`. Whatever a colour says, a mark says too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from aligner.article import Language
from aligner.bitext import Pair
from aligner.cells import Line, column_of, pad, width, wrap_spans
from tui.gutter import Gutter
from tui.list_layout import ListLayout
from tui.styles import StyleName


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
    status: str = ""
    """The standing of the pair in a word or two, for where there is room."""
    warning: str = ""
    """What the pair is warned of, in a word or two; nothing where it is not."""
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
    """Which strip holds the first line of text: 1 below a rule or a line of air, 0 without."""

    def lines(self, language: Language) -> tuple[Line, ...]:
        """Return how the text of a language is wrapped."""
        return self.zh if language == "zh" else self.en


def draw_pair(
    pair: Pair, appearance: Appearance, layout: ListLayout, styles: Mapping[StyleName, Style]
) -> Drawing:
    """Draw a pair, below a rule if it begins a paragraph, else below air where there is room."""
    ground = styles["text"]
    if appearance.chosen:
        ground += Style(bgcolor=styles["chosen"].bgcolor)
    return _Drawer(pair, appearance, layout, styles, ground).drawing()


@dataclass(frozen=True, slots=True)
class _Drawer:
    pair: Pair
    appearance: Appearance
    layout: ListLayout
    styles: Mapping[StyleName, Style]
    ground: Style
    """The style of the row, on which everything else is drawn."""

    def drawing(self) -> Drawing:
        layout, appearance = self.layout, self.appearance
        zh = tuple(wrap_spans(self.pair.zh_text, layout.zh))
        en = tuple(wrap_spans(self.pair.en_text, layout.en))
        above = self._above()
        gutter = Gutter(
            self.pair, appearance.status, appearance.warning, layout, self.styles, self.ground
        )
        beside = gutter.lines()
        height = max(len(zh), len(en), len(beside), appearance.least_lines)
        rule = self._divider(self.ground)
        zh_cells, en_cells = self._cells("zh", zh, height), self._cells("en", en, height)
        if appearance.warning and not layout.is_roomy:
            for cells, lines in ((en_cells, en), (zh_cells, zh)):
                if self._warn(cells, lines):
                    break
        rows = [
            Strip.join(
                [
                    Strip(beside[row] if row < len(beside) else gutter.blank()),
                    Strip([self._pointer("zh", row)]),
                    zh_cells[row],
                    Strip([rule, self._pointer("en", row)]),
                    en_cells[row],
                ]
            )
            for row in range(height)
        ]
        columns, style = layout.columns - layout.number, self.ground
        fitted = (strip.adjust_cell_length(columns, style) for strip in rows)
        return Drawing((*above, *fitted), zh, en, len(above))

    def _divider(self, ground: Style) -> Segment:
        """Return the rule between both texts, without the sign of the chosen side behind it."""
        bar = "|" if self.layout.is_plain else "│"
        text = f"  {bar} " if self.layout.is_roomy else f" {bar}"
        return Segment(text, ground + self.styles["rule"])

    def _on(self, name: StyleName) -> Style:
        """Return a style on the ground of the row."""
        return self.ground if name == "text" else self.ground + self.styles[name]

    def _above(self) -> list[Strip]:
        """Return the line above the texts: a rule at a paragraph, air where there is room."""
        zh, en = self.appearance.zh_paragraph, self.appearance.en_paragraph
        layout, text = self.layout, self.styles["text"]
        columns = layout.columns - layout.number
        if zh is None and en is None:
            return [self._air()] if layout.is_roomy else []
        parts = [
            Segment(" " * (layout.status + 1), text),
            *self._edge(zh, layout.zh),
            self._divider(text),
            Segment(" ", text),
            *self._edge(en, layout.en),
        ]
        return [Strip(parts).adjust_cell_length(columns, text)]

    def _air(self) -> Strip:
        """Return a line without text."""
        before = self.layout.status + 1 + self.layout.zh
        text = self.styles["text"]
        strip = Strip([Segment(" " * before, text), self._divider(text)])
        return strip.adjust_cell_length(self.layout.columns - self.layout.number, text)

    def _edge(self, paragraph: int | None, columns: int) -> list[Segment]:
        text = self.styles["text"]
        if paragraph is None:
            return [Segment(" " * columns, text)]
        name = f"{'P' if self.layout.is_plain else '¶'}{paragraph} "[:columns]
        dash = "-" if self.layout.is_plain else "─"
        return [
            Segment(name, text + self.styles["faint"]),
            Segment(dash * (columns - width(name)), text + self.styles["rule"]),
        ]

    def _pointer(self, language: Language, row: int) -> Segment:
        sign = " "
        if self.appearance.chosen == language:
            sign = "▌" if not self.layout.is_plain else ">" if row == 0 else " "
        return Segment(sign, self._on("pointer"))

    def _cells(self, language: Language, lines: Sequence[Line], height: int) -> list[Strip]:
        """Return the lines of one text, each as wide as its column."""
        columns = self.layout.zh if language == "zh" else self.layout.en
        return [self._cell(language, lines, row, columns) for row in range(height)]

    def _cell(self, language: Language, lines: Sequence[Line], row: int, columns: int) -> Strip:
        if row >= len(lines):
            strip = self._nothing(columns, says=row == 0)
        else:
            line = lines[row]
            base = self._on(self._base())
            air = " " * (columns - width(line.text))  # which is not to be struck out
            strip = Strip([Segment(line.text, base), Segment(air, self.ground)], columns)
            for mark in self.appearance.highlights:
                if mark.language == language and mark.start < line.end and mark.end > line.start:
                    left = column_of(line, max(mark.start, line.start))
                    right = column_of(line, min(mark.end, line.end))
                    strip = restyled(strip, left, right, self.styles[mark.style])
        for side, offset in self.appearance.carets:
            if side == language:
                strip = self._with_caret(strip, lines, row, offset)
        return strip

    def _warn(self, cells: list[Strip], lines: Sequence[Line]) -> bool:
        """Say at the end of a text what the pair is warned of, if its last line has the room."""
        if not lines:
            return False
        told = f"{self.layout.marks['warned']} {self.appearance.warning}"
        row = len(lines) - 1
        used, columns = width(lines[row].text), cells[row].cell_length
        if used + 2 + width(told) > columns:
            return False
        left = columns - width(told)
        said = Strip([Segment(told, self._on("warned"))])
        cells[row] = Strip.join([cells[row].crop(0, left), said])
        return True

    def _nothing(self, columns: int, *, says: bool) -> Strip:
        text = self.appearance.missing if says else ""
        shown = text if width(text) <= columns else ""
        return Strip([Segment(pad(shown, columns), self._on("faint"))], columns)

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

    def _base(self) -> StyleName:
        if self.pair.status == "excluded":
            return "excluded"
        return "text" if self.pair.is_full else "alone"


def restyled(strip: Strip, left: int, right: int, style: Style) -> Strip:
    """Lay a style over the cells of a line from `left` to `right`, that one left out."""
    if right <= left or left >= strip.cell_length:
        return strip
    styled = Strip(
        [Segment(text, (old or Style()) + style) for text, old, _ in strip.crop(left, right)]
    )
    return Strip.join([strip.crop(0, left), styled, strip.crop(right, strip.cell_length)])
