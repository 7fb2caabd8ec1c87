"""The colours of the screen: Textual's own themes, under the names that the settings have."""

from __future__ import annotations

_OURS = {"dark": "textual-dark", "light": "textual-light", "ansi": "ansi-dark"}


def textual_theme(name: str) -> str:
    """Return what Textual calls a theme of the settings."""
    return _OURS.get(name, name)


def theme_name(textual_name: str) -> str:
    """Return how the settings call a theme of Textual's."""
    return next((ours for ours, theirs in _OURS.items() if theirs == textual_name), textual_name)
