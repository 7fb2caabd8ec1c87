"""The list of pairs: a window over any number of them, drawn line by line.

Only the pairs in the window are wrapped and drawn, whatever the length of the text. It scrolls by
pairs and lines of pairs, since nobody knows how many lines a book has before all of it is wrapped.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from aligner.article import Language
from aligner.bitext import Pair
from aligner.cells import offset_at
from tui.drawing import Drawing, Dress, Ink, Layout, draw_pair
from tui.session import Session

Dresser = Callable[[int, Pair], Dress]
"""Returns what a pair at a position is to show beside itself."""

_KEPT = 600
"""Drawings that are kept; several screenfuls."""
_BAR = 2
"""Cells for the scroll bar and the space before it."""
_SMALLEST = (30, 2)
"""Columns and lines below which nothing can be read."""
_INKS: dict[Ink, str] = {
    "text": "pairs--text",
    "faint": "pairs--faint",
    "doubt": "pairs--doubt",
    "sure": "pairs--sure",
    "alone": "pairs--alone",
    "excluded": "pairs--excluded",
    "match": "pairs--match",
    "term": "pairs--term",
    "hit": "pairs--hit",
    "marked": "pairs--marked",
    "caret": "pairs--caret",
    "held": "pairs--held",
    "pointer": "pairs--pointer",
    "chosen": "pairs--chosen",
}


@dataclass(frozen=True, slots=True)
class _Kept:
    pair: Pair
    dress: Dress
    drawing: Drawing


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line of the window: which line of which row."""

    row: int
    line: int


_Content = tuple[Strip | None, str, Style | None, Segment] | None


def _is_same(one: _Content, other: _Content) -> bool:
    """Whether two lines look alike; drawings are kept, so the same line is the same object."""
    if one is None or other is None:
        return one is other
    return one[0] is other[0] and one[1:] == other[1:]


class PairList(Widget, can_focus=True):
    """Shows the pairs of a session; the chosen one is always in the window after `follow`."""

    COMPONENT_CLASSES = {*_INKS.values(), "pairs--bar", "pairs--thumb"}

    @dataclass
    class Chosen(Message):
        """A cell was clicked."""

        row: int
        language: Language
        offset: int
        """Place in the text, in characters."""

    @dataclass
    class Dragged(Message):
        """A cell was dragged onto another pair."""

        row: int
        language: Language
        onto: int

    def __init__(self, session: Session, dresser: Dresser, *, is_plain: bool = False) -> None:
        super().__init__()
        self.session = session
        self._dresser = dresser
        self._is_plain = is_plain
        self._top = _Placed(0, 0)
        self._window: list[_Placed] | None = None
        self._frame: dict[int, Drawing] = {}
        """How rows are drawn, as far as it was asked since the last change."""
        self._painted: list[_Content] = []
        """What the lines of the window were made of when they were drawn last."""
        self._drawn: dict[int, _Kept] = {}
        self._inks: dict[Ink, Style] = {}
        self._dragging: tuple[int, Language] | None = None
        self.empty_text = ""
        self.small_text = ""

    # What is where.

    @property
    def layout_of_lines(self) -> Layout:
        """How the width is divided."""
        digits = len(str(max(self.session.count, 1)))
        return Layout(max(self.size.width - _BAR, 1), digits, self._is_plain)

    @property
    def is_too_small(self) -> bool:
        """Whether nothing can be shown."""
        return self.size.width < _SMALLEST[0] or self.size.height < _SMALLEST[1]

    def drawing(self, row: int) -> Drawing:
        """Return how a row is drawn now; asked once between two changes."""
        if (known := self._frame.get(row)) is not None:
            return known
        place = self.session.shown[row]
        pair = self.session.pair_at(place)
        dress = self._dresser(place, pair)
        # By the pair, not its place: pairs below an edit move, and are drawn as before.
        kept = self._drawn.get(id(pair))
        if kept is None or kept.pair is not pair or kept.dress != dress:
            if len(self._drawn) > _KEPT:
                self._drawn.clear()
            drawing = draw_pair(pair, dress, self.layout_of_lines, self._styles())
            kept = self._drawn[id(pair)] = _Kept(pair, dress, drawing)
        self._frame[row] = kept.drawing
        return kept.drawing

    def _changed(self) -> None:
        """Look at all rows anew when they are asked for next."""
        self._window = None
        self._frame.clear()

    def _styles(self) -> dict[Ink, Style]:
        if not self._inks:
            self._inks = {ink: self.get_component_rich_style(name) for ink, name in _INKS.items()}
        return self._inks

    def _placed(self) -> list[_Placed]:
        """Return what stands in each line of the window."""
        if self._window is None:
            self._window = []
            row, line = self._top.row, self._top.line
            while len(self._window) < self.size.height and row < len(self.session.shown):
                height = len(self.drawing(row).strips)
                self._window += [_Placed(row, n) for n in range(line, height)]
                row, line = row + 1, 0
            del self._window[self.size.height :]
        return self._window

    @property
    def rows_in_window(self) -> int:
        """How many pairs stand in the window, in part or whole."""
        placed = self._placed()
        return placed[-1].row - placed[0].row + 1 if placed else 0

    # Drawing.

    def redraw(self) -> None:
        """Draw again after something has changed: those lines of the window that it changes."""
        self._changed()
        width, height = self.size
        shown = [self._content(y) for y in range(height)]
        if len(shown) != len(self._painted):
            self.refresh()
        else:
            changed = [y for y in range(height) if not _is_same(shown[y], self._painted[y])]
            if changed:
                self.refresh(*(Region(0, y, width, 1) for y in changed))
        self._painted = shown

    def _content(self, y: int) -> _Content:
        """Return what a line of the window is made of."""
        if self.is_too_small or not self.session.shown:
            return None
        placed = self._placed()
        bar = self._bar(y)
        if y >= len(placed):
            return None, "", None, bar
        drawing = self.drawing(placed[y].row)
        number = self._number(placed[y], drawing)
        return drawing.strips[placed[y].line], number.text, number.style, bar

    def forget(self) -> None:
        """Forget all drawings: the width or the colours have changed."""
        self._drawn.clear()
        self._inks.clear()
        self._painted = []
        self.redraw()

    def follow(self) -> None:
        """Bring the chosen pair into the window, whole if it fits, and draw."""
        self._changed()
        if self.session.shown and not self.is_too_small:
            self._bring(self.session.row)
        self.redraw()

    def _bring(self, row: int) -> None:
        count = len(self.session.shown)
        if self._top.row >= count:
            self._top = _Placed(count - 1, 0)
        height = self.size.height
        if row <= self._top.row:
            self._top = _Placed(row, 0)
            return
        # Far below: as far up as shows it whole at the bottom, looking no further than a window.
        needed = len(self.drawing(row).strips)
        first = row
        while first > self._top.row and needed < height:
            first -= 1
            needed += len(self.drawing(first).strips)
        if first > self._top.row or needed - self._top.line > height:
            over = max(0, needed - height)
            self._top = self._down(_Placed(first, 0), over)
            if self._top.row == row:
                self._top = _Placed(row, 0)

    def _down(self, placed: _Placed, lines: int) -> _Placed:
        row, line = placed.row, placed.line + lines
        last = len(self.session.shown) - 1
        while line >= (height := len(self.drawing(row).strips)):
            if row == last:
                return _Placed(row, height - 1)
            row, line = row + 1, line - height
        return _Placed(row, line)

    def _up(self, placed: _Placed, lines: int) -> _Placed:
        row, line = placed.row, placed.line - lines
        while line < 0:
            if row == 0:
                return _Placed(0, 0)
            row -= 1
            line += len(self.drawing(row).strips)
        return _Placed(row, line)

    def scroll_lines(self, lines: int) -> None:
        """Move the window, not the chosen pair."""
        if not self.session.shown or self.is_too_small:
            return
        self._top = self._down(self._top, lines) if lines > 0 else self._up(self._top, -lines)
        self.redraw()

    def render_line(self, y: int) -> Strip:
        """Return a line of the window; see `Widget.render_line`."""
        columns = self.size.width
        if self.is_too_small:
            return self._said(self.small_text, y)
        if not self.session.shown:
            return self._said(self.empty_text, y)
        placed = self._placed()
        if y >= len(placed):
            blank = Segment(" " * (columns - 1), self._styles()["text"])
            return Strip([blank, self._bar(y)], columns)
        here = placed[y]
        drawing = self.drawing(here.row)
        strip, layout = drawing.strips[here.line], self.layout_of_lines
        gap = Segment(" " * (columns - layout.columns - 1), self._styles()["text"])
        # All widths are known here: nothing is measured again for each line that is painted.
        return Strip([self._number(here, drawing), *strip, gap, self._bar(y)], columns)

    def _number(self, here: _Placed, drawing: Drawing) -> Segment:
        """Return the number of the pair, on its first line of text."""
        place, digits = self.session.shown[here.row], self.layout_of_lines.digits
        shown = str(place + 1) if here.line == drawing.first else ""
        ink: Ink = "pointer" if place == self.session.place else "faint"
        return Segment(f"{shown:>{digits}} ", self._styles()[ink])

    def _said(self, text: str, y: int) -> Strip:
        line = Strip([Segment(text if y == 0 else "", self._styles()["text"])])
        return line.adjust_cell_length(self.size.width, self._styles()["text"])

    def _bar(self, y: int) -> Segment:
        """Return the cell of the scroll bar: where in all pairs the window stands."""
        count, height = max(len(self.session.shown), 1), self.size.height
        size = max(1, height * self.rows_in_window // count)
        first = (height - size) * self._top.row // max(count - self.rows_in_window, 1)
        if min(first, height - size) <= y < min(first, height - size) + size:
            return Segment("#" if self._is_plain else "█", self._bar_style("pairs--thumb"))
        return Segment("|" if self._is_plain else "│", self._bar_style("pairs--bar"))

    def _bar_style(self, name: str) -> Style:
        return self.get_component_rich_style(name)

    # Events.

    def on_resize(self, event: events.Resize) -> None:
        """Wrap anew."""
        self._drawn.clear()
        self._painted = []
        self.follow()

    def notify_style_update(self) -> None:
        """Take the colours of a theme that has changed."""
        super().notify_style_update()
        self._inks.clear()
        self._drawn.clear()
        self._changed()
        self._painted = []

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Take all there is."""
        return container.width

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll."""
        event.stop()
        self.scroll_lines(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll."""
        event.stop()
        self.scroll_lines(-3)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Choose a cell, or a place by the bar."""
        event.stop()
        if self.is_too_small or not self.session.shown:
            return
        if event.x >= self.size.width - 1:
            row = event.y * len(self.session.shown) // max(self.size.height, 1)
            self._top = _Placed(min(row, len(self.session.shown) - 1), 0)
            self.redraw()
            return
        hit = self._hit(event.x, event.y)
        if hit is not None:
            row, language, offset = hit
            self._dragging = row, language
            self.capture_mouse()
            self.post_message(self.Chosen(row, language, offset))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """End a drag; on another pair it sends the sentence there."""
        self.release_mouse()
        dragging, self._dragging = self._dragging, None
        if dragging is None:
            return
        hit = self._hit(event.x, event.y)
        if hit is not None and hit[0] != dragging[0]:
            self.post_message(self.Dragged(dragging[0], dragging[1], hit[0]))

    def _hit(self, x: int, y: int) -> tuple[int, Language, int] | None:
        """Return the row, the language and the place in its text that a cell shows."""
        placed = self._placed()
        if not 0 <= y < len(placed):
            return None
        here, layout = placed[y], self.layout_of_lines
        language = layout.side_at(x)
        drawing = self.drawing(here.row)
        number = here.line - drawing.first
        lines = drawing.lines(language)
        if not 0 <= number < len(lines):
            return here.row, language, 0
        return here.row, language, offset_at(lines[number], x - layout.text_column(language))
