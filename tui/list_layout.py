"""How the width of the list is divided, and the signs that stand in it."""

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

    @property
    def gutter(self) -> int:
        """Cells before the Chinese: number, two marks, figure, and the sign of the chosen side."""
        return self.number + 2 + FIGURE + 1

    @property
    def number(self) -> int:
        """Cells for the number and the space behind it."""
        return self.digits + 1

    @property
    def zh(self) -> int:
        """Cells for Chinese."""
        return max(2, int((self.columns - self.gutter - 3) * _ZH_SHARE))

    @property
    def en(self) -> int:
        """Cells for English."""
        return max(2, self.columns - self.gutter - 3 - self.zh)

    @property
    def marks(self) -> Mapping[str, str]:
        """The signs to use."""
        return PLAIN_MARKS if self.is_plain else MARKS

    def side_at(self, column: int) -> Language:
        """Return the language whose column holds a cell of the line."""
        return "zh" if column < self.gutter + self.zh + 1 else "en"

    def text_column(self, language: Language) -> int:
        """Return the cell where the text of a language begins."""
        return self.gutter if language == "zh" else self.gutter + self.zh + 3
