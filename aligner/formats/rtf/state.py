"""What holds in a group of RTF: the font, the paragraph, what is hidden; its end restores all."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import Literal

Mode = Literal["text", "fonts", "styles", "code"]
"""What text is in a group: text of the document, names of fonts or styles, the code of a field."""
Opened = Literal["", "note", "box", "head", "field", "code"]


@dataclass(slots=True)
class State:
    """What holds in a group."""

    mode: Mode = "text"
    opened: Opened = ""
    """What ends with this group."""
    fallback: int = 1
    """Characters after a `\\u` that stand for it where nobody reads it."""
    font: int | None = None
    east_font: int | None = None
    is_east: bool = False
    """Whether what follows is text of double width, in the font for it."""
    is_hidden: bool = False
    is_deleted: bool = False
    label: str = ""
    in_table: bool = False
    style: int | None = None
    is_listed: bool = False
    outline: int | None = None
    raised: tuple[int, str] | None = None
    """Where raised text begins in its paragraph, and what stands before it."""

    def inner(self) -> State:
        """Return what holds in a group within this one."""
        state = copy.copy(self)
        state.opened = ""
        state.raised = None
        return state

    def reset_paragraph(self) -> None:
        """Take back what was said of the paragraph."""
        self.in_table, self.is_listed = False, False
        self.style = self.outline = None

    def reset_characters(self, font: int | None) -> None:
        """Take back what was said of the characters."""
        self.font, self.east_font, self.is_east = font, None, False
        self.is_hidden = self.is_deleted = False

    @property
    def current_font(self) -> int | None:
        """The font that text is in."""
        return self.east_font if self.is_east and self.east_font is not None else self.font
