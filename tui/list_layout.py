"""How the width of the list is divided, and the signs that stand in it.

A list with room is generous: a line of air between two pairs, and what is known of a pair said in
words beside it. A narrow or low one is dense: a sign says the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from aligner.article import Language

MARKS: dict[str, str] = {
    "doubtful": "▽",
    "confirmed": "✓",
    "edited": "✎",
    "review": "?",
    "excluded": "✗",
    "alone": "∅",
    "noted": "¶",
    "warned": "!",
}
PLAIN_MARKS: dict[str, str] = {
    "doubtful": "v",
    "confirmed": "+",
    "edited": "e",
    "review": "?",
    "excluded": "x",
    "alone": "0",
    "noted": "n",
    "warned": "!",
}
"""For terminals that draw the signs above in two cells, or not at all."""

FIGURE = 4
"""Cells of a confidence: `100%`."""
LONG_BAR = 8
"""Cells of the bar beside it where there is room."""
CHIP = 14
"""Cells of a status in words, and of whatever else is said of a pair beside it."""
ROOMY_COLUMNS, ROOMY_LINES = 110, 20
"""Columns and lines of a list from which on it is generous."""
_ZH_SHARE = 0.42
"""Of the cells for text, the share of Chinese, which says the same in fewer."""


@dataclass(frozen=True, slots=True)
class ListLayout:
    """How the width of the list is divided."""

    columns: int
    """Cells in all."""
    digits: int
    """Cells for the number of a pair."""
    is_plain: bool = False
    """Whether to use no sign outside ASCII."""
    is_roomy: bool = False
    """Whether there is room for words and for air."""

    @property
    def number(self) -> int:
        """Cells for the number and the space behind it."""
        return self.digits + 1

    @property
    def status(self) -> int:
        """Cells between the number and the sign of the chosen side: status and confidence."""
        if self.is_roomy:
            return CHIP + 1
        return 2 + self.bar + FIGURE

    @property
    def bar(self) -> int:
        """Cells of the bar of the confidence; the figure alone is plain."""
        if self.is_plain:
            return 0
        return LONG_BAR if self.is_roomy else 1

    @property
    def gutter(self) -> int:
        """Cells before the Chinese: number, status, and the sign of the chosen side."""
        return self.number + self.status + 1

    @property
    def divider(self) -> int:
        """Cells between both texts: the rule, and the sign of the chosen side."""
        return 5 if self.is_roomy else 3

    @property
    def zh(self) -> int:
        """Cells for Chinese."""
        return max(2, int((self.columns - self.gutter - self.divider) * _ZH_SHARE))

    @property
    def en(self) -> int:
        """Cells for English."""
        return max(2, self.columns - self.gutter - self.divider - self.zh)

    @property
    def marks(self) -> Mapping[str, str]:
        """The signs to use."""
        return PLAIN_MARKS if self.is_plain else MARKS

    def side_at(self, column: int) -> Language:
        """Return the language whose column holds a cell of the line."""
        return "zh" if column < self.gutter + self.zh + 1 else "en"

    def text_column(self, language: Language) -> int:
        """Return the cell where the text of a language begins."""
        return self.gutter if language == "zh" else self.gutter + self.zh + self.divider
