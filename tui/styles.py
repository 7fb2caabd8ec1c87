"""The styles of the list by name, and what they are called in `review.tcss`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, get_args

from rich.style import Style

StyleName = Literal[
    "text",
    "faint",
    "rule",
    "level",
    "doubt",
    "sure",
    "alone",
    "warned",
    "excluded",
    "match",
    "term",
    "flaw",
    "hit",
    "marked",
    "caret",
    "held",
    "pointer",
    "chosen",
    "bar",
    "thumb",
    "chip-sure",
    "chip-doubt",
    "chip-alone",
    "chip-out",
]

STYLES: dict[StyleName, str] = {name: f"pairs--{name}" for name in get_args(StyleName)}
"""The component classes of the list."""
_GROUNDED: frozenset[StyleName] = frozenset(
    ("text", "flaw", "chosen", "chip-sure", "chip-doubt", "chip-alone", "chip-out")
)
"""What has a ground of its own; the others are drawn on that of their row."""


def styles_of(style_of: Callable[[str], Style]) -> dict[StyleName, Style]:
    """Return the styles, made of those that the style sheet has under the names of `STYLES`."""
    return {
        name: style if name in _GROUNDED else _ink(style)
        for name, style in ((name, style_of(called)) for name, called in STYLES.items())
    }


def _ink(style: Style) -> Style:
    """Return a style without its ground."""
    return Style(
        color=style.color,
        bold=style.bold,
        dim=style.dim,
        italic=style.italic,
        underline=style.underline,
        reverse=style.reverse,
        strike=style.strike,
    )
