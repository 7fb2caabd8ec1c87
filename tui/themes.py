"""The colours of the screen: Textual's own themes, under the names that the settings have.

They have colours for what is wrong, doubtful and right. Text without a counterpart is none of these
and has its own. Invariant: what is written in a colour can be read in every theme, nearly as well
as its plain text can be.
"""

from __future__ import annotations

from collections.abc import Mapping

from textual.color import Color
from textual.theme import Theme

_OURS = {"dark": "textual-dark", "light": "textual-light", "ansi": "ansi-dark"}
LEAST_CONTRAST = 4.5
"""What WCAG 2 asks for letters (level AA)."""
INKS = ("text-primary", "text-success", "text-warning", "text-error", "text-accent", "omission")
"""The colours that letters are written in, as `review.tcss` calls them, beside `foreground`."""
GROUNDS = ("background", "surface", "panel")
"""What they are written on."""
CHIPS = ("success-muted", "warning-muted", "error-muted", "omission-muted")
"""Grounds that plain text is written on, each with a meaning."""
_NEARLY = 0.85
"""The share of the contrast of plain text that is enough where a theme has little of it."""
_OMISSION = {True: ("#C3A6F5", "#43325F"), False: ("#5B2E9E", "#D3C2EC")}
"""Ink and ground of text without a counterpart, in a dark theme and in a light one."""
_STEPS = 20
"""In how many steps a colour is brought nearer to one that can be read."""


def textual_theme(name: str) -> str:
    """Return what Textual calls a theme of the settings."""
    return _OURS.get(name, name)


def theme_name(textual_name: str) -> str:
    """Return how the settings call a theme of Textual's."""
    return next((ours for ours, theirs in _OURS.items() if theirs == textual_name), textual_name)


def own_colours(theme: Theme) -> Mapping[str, str]:
    """Return the variables that `review.tcss` has beside those of a theme."""
    if theme.name.startswith("ansi"):
        return {"omission": "ansi_magenta", "omission-muted": "ansi_magenta"}
    ink, ground = _OMISSION[theme.dark]
    return {"omission": ink, "omission-muted": ground}


def readable(variables: Mapping[str, str]) -> dict[str, str]:
    """Return the variables of a theme, its inks brought as near to its text as they must be.

    The grounds of chips are brought as near to the background.
    """
    if variables["background"].startswith("ansi"):
        return dict(variables)  # whose colours are the terminal's, and nobody knows them
    grounds = [Color.parse(variables[name]) for name in GROUNDS]
    text = Color.parse(variables["foreground"])
    read = dict(variables)
    for name in INKS:
        read[name] = _nearer(Color.parse(read[name]), text, [(g, text) for g in grounds])
    for name in CHIPS:
        read[name] = _nearer(Color.parse(read[name]), grounds[0], [(text, grounds[0])])
    return read


def enough(text: Color, ground: Color) -> float:
    """Return the contrast that a coloured text must have where plain text has so much."""
    return min(LEAST_CONTRAST, _NEARLY * contrast(text, ground))


def contrast(one: Color, other: Color) -> float:
    """Return the contrast of two colours by WCAG 2, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _nearer(colour: Color, goal: Color, held: list[tuple[Color, Color]]) -> str:
    """Return a colour, as far towards another as it must be to be read.

    `held` has what it is read against, each with the colour in its place in plain text.
    """
    for step in range(_STEPS + 1):
        tried = colour.blend(goal, step / _STEPS, alpha=1)
        if all(contrast(tried, other) >= enough(plain, other) for other, plain in held):
            return tried.hex
    return goal.hex


def _luminance(colour: Color) -> float:
    """Return the relative luminance of a colour of sRGB."""
    parts = (part / 255 for part in colour.rgb)
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
