"""The list on the glossary screen: a line a term, and the chosen one's examples below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from aligner.cells import column_of, drawable, pad, wrap_spans
from tui.candidates import ListedTerm
from tui.drawing import restyled

if TYPE_CHECKING:  # opened when it is needed: the first row is not to wait for it
    from aligner.terms import Example

_MARKS = {"accepted": "✓", "rejected": "✗", "open": " "}
_PLAIN = {"accepted": "+", "rejected": "x", "open": " "}


class TermList(Widget, can_focus=True):
    """Shows candidates, one of them chosen."""

    COMPONENT_CLASSES = {"terms--text", "terms--faint", "terms--chosen", "terms--sure"}

    class Chosen(Message):
        """A line was clicked."""

        def __init__(self, row: int) -> None:
            super().__init__()
            self.row = row

    def __init__(self, *, plain: bool) -> None:
        super().__init__()
        self.rows: Sequence[ListedTerm] = ()
        self.row = 0
        self.empty_text = ""
        self._top = 0
        self._marks = _PLAIN if plain else _MARKS

    @property
    def chosen(self) -> ListedTerm | None:
        """The chosen candidate."""
        return self.rows[self.row] if self.row < len(self.rows) else None

    def show(self, rows: Sequence[ListedTerm]) -> None:
        """Show these candidates, the chosen line staying where it is."""
        self.rows = rows
        self.choose(self.row)

    def choose(self, row: int) -> None:
        """Choose a line, and bring it into the window."""
        self.row = min(max(row, 0), max(len(self.rows) - 1, 0))
        height = max(self.size.height, 1)
        self._top = min(max(self._top, self.row - height + 1), self.row)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return a line; see `Widget.render_line`."""
        style = self.get_component_rich_style("terms--text")
        columns = self.size.width
        row = self._top + y
        if row >= len(self.rows):
            text = self.empty_text if y == 0 and not self.rows else ""
            return Strip([Segment(text, style)]).adjust_cell_length(columns, style)
        one = self.rows[row]
        is_chosen = row == self.row
        if is_chosen:
            style = self.get_component_rich_style("terms--chosen")
        elif one.status == "accepted":
            style = self.get_component_rich_style("terms--sure")
        elif one.status == "rejected":
            style = self.get_component_rich_style("terms--faint")
        pointer = ">" if is_chosen else " "
        score = "" if one.entry is None or one.entry.score is None else f"{one.entry.score:.2f}"
        count = str(one.entry.count) if one.entry is not None and one.entry.count else ""
        half = max((columns - 14) // 2, 4)
        zh, en = _fitted(one.term.zh, half - 1), _fitted(one.term.en, half)
        text = f"{pointer}{self._marks[one.status]} {zh} {en}{count:>5} {score:>4} "
        return Strip([Segment(text, style)]).adjust_cell_length(columns, style)

    def on_resize(self) -> None:
        """Keep the chosen line in the window."""
        self.choose(self.row)

    def on_click(self, event: events.Click) -> None:
        """Choose a line."""
        if self._top + event.y < len(self.rows):
            self.post_message(self.Chosen(self._top + event.y))

    def on_mouse_scroll_down(self) -> None:
        """Scroll by choosing further down."""
        self.post_message(self.Chosen(min(self.row + 3, len(self.rows) - 1)))

    def on_mouse_scroll_up(self) -> None:
        """Scroll by choosing further up."""
        self.post_message(self.Chosen(max(self.row - 3, 0)))


class Examples(Widget):
    """Shows in which pairs a term stands, both terms marked."""

    COMPONENT_CLASSES = {"examples--text", "examples--term", "examples--title"}

    def __init__(self) -> None:
        super().__init__()
        self._title = ""
        self._examples: Sequence[Example] = ()

    def show(self, title: str, examples: Sequence[Example]) -> None:
        """Show a title and the pairs."""
        self._title, self._examples = title, examples
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return a line; see `Widget.render_line`."""
        text = self.get_component_rich_style("examples--text")
        lines = self._lines()
        strip = lines[y] if y < len(lines) else Strip([Segment("", text)])
        return strip.adjust_cell_length(self.size.width, text)

    def _lines(self) -> list[Strip]:
        title = self.get_component_rich_style("examples--title")
        columns = max(self.size.width - 3, 4)
        lines = [Strip([Segment(f" {drawable(self._title)}", title)])]
        for example in self._examples:
            for text, (start, end) in (
                (example.zh, example.zh_at),
                (example.en, example.en_at),
            ):
                lines += [
                    self._marked(line.text, column_of(line, start), column_of(line, end), number)
                    for number, line in enumerate(wrap_spans(text, columns))
                ]
        return lines

    def _marked(self, text: str, start: int, end: int, number: int) -> Strip:
        style = self.get_component_rich_style("examples--text")
        mark = self.get_component_rich_style("examples--term")
        lead = " - " if number == 0 else "   "
        line = restyled(Strip([Segment(text, style)]), start, end, mark)
        return Strip.join([Strip([Segment(lead, style)]), line])


def _fitted(text: str, columns: int) -> str:
    lines = wrap_spans(text, max(columns - 1, 2))
    first = lines[0].text if lines else ""
    return pad(first + ("…" if len(lines) > 1 else ""), columns)
