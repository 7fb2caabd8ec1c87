"""What a line of the list is made of, so that a line that has not changed is not painted again."""

from __future__ import annotations

from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip


@dataclass(frozen=True, slots=True)
class ListLine:
    """The number of a pair, a line of its drawing, and a cell of the map and of the scroll bar."""

    number: Segment | None
    strip: Strip | None
    """None below the last pair, as is the number."""
    mark: Segment
    bar: Segment

    def is_same(self, other: ListLine) -> bool:
        """Whether two lines look alike; drawings are kept, so the same line is the same object."""
        return self.strip is other.strip and self._ends == other._ends

    @property
    def _ends(self) -> tuple[Segment | None, Segment, Segment]:
        return self.number, self.mark, self.bar

    def painted(self, columns: int, blank: Style) -> Strip:
        """Return the line, so many cells wide."""
        # All widths are known here: nothing is measured again for each line that is painted.
        if self.number is None or self.strip is None:
            return Strip([Segment(" " * (columns - 2), blank), self.mark, self.bar], columns)
        used = len(self.number.text) + self.strip.cell_length + 2
        gap = Segment(" " * (columns - used), blank)
        return Strip([self.number, *self.strip, gap, self.mark, self.bar], columns)
