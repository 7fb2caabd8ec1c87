"""What a line of the list is made of, so that a line that has not changed is not painted again."""

from __future__ import annotations

from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip


@dataclass(frozen=True, slots=True)
class ListLine:
    """The number of a pair, a line of its drawing, and a cell of the scroll bar."""

    number: Segment | None
    strip: Strip | None
    """None below the last pair, as is the number."""
    bar: Segment

    def is_same(self, other: ListLine) -> bool:
        """Whether two lines look alike; drawings are kept, so the same line is the same object."""
        return self.strip is other.strip and (self.number, self.bar) == (other.number, other.bar)

    def painted(self, columns: int, blank: Style) -> Strip:
        """Return the line, so many cells wide."""
        # All widths are known here: nothing is measured again for each line that is painted.
        if self.number is None or self.strip is None:
            return Strip([Segment(" " * (columns - 1), blank), self.bar], columns)
        used = len(self.number.text) + self.strip.cell_length + 1
        gap = Segment(" " * (columns - used), blank)
        return Strip([self.number, *self.strip, gap, self.bar], columns)
