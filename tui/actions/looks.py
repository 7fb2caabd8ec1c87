"""Actions on how a screen is to be, now and the next time: its colours and its language.

They work on every screen. What is chosen is kept in the settings, in the background.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from tui.keyed_screen import KeyedScreen
from tui.themes import textual_theme, theme_name
from tui.words import ui_language_for

if TYPE_CHECKING:
    from aligner.settings import Value
    from tui.review import Review
    from tui.term_review import TermReview

    Seat: TypeAlias = Review | TermReview

_LANGUAGES = (("en", "English"), ("zh-TW", "正體中文"), ("zh-CN", "简体中文"))
"""What can be chosen, as the settings call it, each named in itself."""


def change_theme(seat: Seat) -> None:
    """Change between light and dark colours."""
    _use_theme(seat, "light" if seat.screen.app.current_theme.dark else "dark")


def ask_theme(seat: Seat) -> None:
    """Ask for colours, and use them."""
    from aligner.settings import THEMES
    from tui.dialogs.choice import Choose

    chosen = theme_name(seat.screen.app.theme)
    dialog = Choose(seat.words("ask theme"), [(name, name) for name in THEMES], chosen)
    seat.ask(dialog, lambda name: _use_theme(seat, name))


def _use_theme(seat: Seat, name: str) -> None:
    seat.screen.app.theme = textual_theme(name)
    seat.say(seat.words("theme is", name=name))
    keep(seat, "theme", name)


def ask_language(seat: Seat) -> None:
    """Ask for the language of the screens, and use it."""
    from tui.dialogs.choice import Choose

    words = seat.words
    chosen = next(name for name, _ in _LANGUAGES if ui_language_for(name) == words.language)
    seat.ask(
        Choose(words("ask language"), _LANGUAGES, chosen), lambda name: _use_language(seat, name)
    )


def _use_language(seat: Seat, name: str) -> None:
    """Have all open screens say everything in another language: they share their words."""
    seat.words.language = ui_language_for(name)
    for screen in seat.screen.app.screen_stack:
        if isinstance(screen, KeyedScreen):
            screen.say_anew()
    seat.say(seat.words("language is", name=dict(_LANGUAGES)[name]))
    keep(seat, "language", name)


def keep(seat: Seat, name: str, value: Value) -> None:
    """Keep a setting for the next time; the disk may take its while."""
    seat.screen.in_background("settings", partial(seat.settings.keep, name, value))
