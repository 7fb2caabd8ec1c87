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
from tui.drawing import Appearance, Drawing, StyleName
from tui.kept_drawings import STYLES, KeptDrawings
from tui.list_layout import ListLayout
from tui.list_line import ListLine
from tui.row_window import PlacedLine, RowWindow
from tui.session import Session

_BAR = 2
"""Cells for the scroll bar and the space before it."""
_SMALLEST = (30, 2)
"""Columns and lines below which nothing can be read."""


class PairList(Widget, can_focus=True):
    """Shows the pairs of a session; the chosen one is always in the window after `follow`."""

    COMPONENT_CLASSES = {*STYLES.values(), "pairs--bar", "pairs--thumb"}

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

    class Scrolled(Message):
        """The window was moved by hand."""

    def __init__(
        self,
        session: Session,
        appearance_of: Callable[[int, Pair], Appearance],
        *,
        empty_text: str = "",
        small_text: str = "",
        is_plain: bool = False,
    ) -> None:
        """Take how a pair at a position looks, and what is said if none is shown or fits."""
        super().__init__()
        self.session = session
        self._is_plain = is_plain
        self._empty_text, self._small_text = empty_text, small_text
        self._drawings = KeptDrawings(session, appearance_of, self.get_component_rich_style)
        self._window = RowWindow(lambda row: len(self.drawing(row).strips))
        self._lines: list[PlacedLine] | None = None
        self._painted: list[ListLine | None] = []
        """What the lines of the window were made of when they were drawn last."""
        self._dragging: tuple[int, Language] | None = None

    # What is where.

    @property
    def layout_of_lines(self) -> ListLayout:
        """How the width is divided."""
        digits = len(str(max(self.session.count, 1)))
        return ListLayout(max(self.size.width - _BAR, 1), digits, self._is_plain)

    @property
    def is_too_small(self) -> bool:
        """Whether nothing can be shown."""
        return self.size.width < _SMALLEST[0] or self.size.height < _SMALLEST[1]

    def drawing(self, row: int) -> Drawing:
        """Return how a row is drawn now."""
        return self._drawings.of(row, self.layout_of_lines)

    def lines(self) -> list[PlacedLine]:
        """Return what stands in each line of the window."""
        if self._lines is None:
            self._lines = self._window.lines(len(self.session.shown), self.size.height)
        return self._lines

    @property
    def rows_in_window(self) -> int:
        """How many pairs stand in the window, in part or whole."""
        lines = self.lines()
        return lines[-1].row - lines[0].row + 1 if lines else 0

    def region_of(self, place: int, language: Language) -> Region | None:
        """Return where on the screen the text of a pair stands; None where it is out of sight."""
        shown, layout = self.session.shown, self.layout_of_lines
        if self.is_too_small:
            return None
        for y, here in enumerate(self.lines()):
            drawing = self.drawing(here.row)
            if shown[here.row] != place or here.line < drawing.first:
                continue
            height = min(len(drawing.strips) - here.line, self.size.height - y)
            columns = layout.zh if language == "zh" else layout.en
            x = self.region.x + layout.text_column(language)
            return Region(x, self.region.y + y, columns, height)
        return None

    # Scrolling.

    def follow(self) -> None:
        """Bring the chosen pair into the window, whole if it fits, and draw."""
        self._changed()
        if self.session.shown and not self.is_too_small:
            self._window.bring(self.session.row, len(self.session.shown), self.size.height)
        self.redraw()

    def scroll_lines(self, lines: int) -> None:
        """Move the window, not the chosen pair."""
        if self.session.shown and not self.is_too_small:
            self._window.scroll(lines, len(self.session.shown))
            self.redraw()
            self.post_message(self.Scrolled())

    # Drawing.

    def say_anew(self, empty_text: str, small_text: str) -> None:
        """Say other words where there is nothing to show, and in place of missing texts."""
        self._empty_text, self._small_text = empty_text, small_text
        self.redraw()

    def redraw(self) -> None:
        """Draw again after something has changed: those lines of the window that it changes."""
        self._changed()
        width, height = self.size
        lines = [self._content(y) for y in range(height)]
        if len(lines) != len(self._painted):
            self.refresh()
        elif changed := [y for y in range(height) if _differ(lines[y], self._painted[y])]:
            self.refresh(*(Region(0, y, width, 1) for y in changed))
        self._painted = lines

    def forget(self) -> None:
        """Forget all drawings, since the width or the colours have changed, and draw."""
        self._drawings.forget()
        self._painted = []
        self.redraw()

    def _changed(self) -> None:
        """Look at all rows anew when they are asked for next."""
        self._lines = None
        self._drawings.look_again()

    def _content(self, y: int) -> ListLine | None:
        """Return what a line of the window is made of; None where no pair can be shown."""
        if self.is_too_small or not self.session.shown:
            return None
        lines = self.lines()
        if y >= len(lines):
            return ListLine(None, None, self._bar(y))
        drawing = self.drawing(lines[y].row)
        strip = drawing.strips[lines[y].line]
        return ListLine(self._number(lines[y], drawing), strip, self._bar(y))

    def render_line(self, y: int) -> Strip:
        """Return a line of the window; see `Widget.render_line`."""
        columns, style = self.size.width, self._style("text")
        if (content := self._content(y)) is not None:
            return content.painted(columns, style)
        text = self._small_text if self.is_too_small else self._empty_text
        return Strip([Segment(text if y == 0 else "", style)]).adjust_cell_length(columns, style)

    def _number(self, here: PlacedLine, drawing: Drawing) -> Segment:
        """Return the number of the pair, on its first line of text."""
        place, digits = self.session.shown[here.row], self.layout_of_lines.digits
        shown = str(place + 1) if here.line == drawing.first else ""
        style = self._style("pointer" if place == self.session.place else "faint")
        return Segment(f"{shown:>{digits}} ", style)

    def _bar(self, y: int) -> Segment:
        """Return a cell of the scroll bar."""
        thumb = self._window.thumb(len(self.session.shown), self.size.height, self.rows_in_window)
        signs, name = ("#█", "pairs--thumb") if y in thumb else ("|│", "pairs--bar")
        return Segment(signs[0 if self._is_plain else 1], self.get_component_rich_style(name))

    def _style(self, name: StyleName) -> Style:
        return self._drawings.styles[name]

    # Events.

    def on_resize(self) -> None:
        """Wrap anew."""
        self._drawings.forget_widths()
        self._painted = []
        self.follow()

    def notify_style_update(self) -> None:
        """Take the colours of a theme that has changed."""
        super().notify_style_update()
        self._drawings.forget()
        self._lines = None
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
        count = len(self.session.shown)
        if self.is_too_small or not count:
            return
        if event.x >= self.size.width - 1:
            self._window.begin_at(min(event.y * count // max(self.size.height, 1), count - 1))
            self.redraw()
            self.post_message(self.Scrolled())
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
        lines = self.lines()
        if not 0 <= y < len(lines):
            return None
        here, layout = lines[y], self.layout_of_lines
        language = layout.side_at(x)
        drawing = self.drawing(here.row)
        number = here.line - drawing.first
        wrapped = drawing.lines(language)
        if not 0 <= number < len(wrapped):
            return here.row, language, 0
        return here.row, language, offset_at(wrapped[number], x - layout.text_column(language))


def _differ(one: ListLine | None, other: ListLine | None) -> bool:
    if one is None or other is None:
        return one is not other
    return not one.is_same(other)
