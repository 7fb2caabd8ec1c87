"""The review screen. `aligner` has never heard of it; `duizhao review` opens it with `show`."""

from __future__ import annotations

import gc
import sys
from importlib import import_module
from threading import Thread
from typing import TYPE_CHECKING

from aligner.errors import UnusableInput

if TYPE_CHECKING:
    from aligner.opening import OpenedProject

_THEMES = {"dark": "textual-dark", "light": "textual-light", "ansi": "ansi-dark"}


def check_terminal() -> None:
    """Raise UnusableInput where there is no terminal to draw on."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UnusableInput(
            "The review screen needs a terminal; use `duizhao align` to write files without one."
        )


def prepare() -> None:
    """Import the screen in the background, while an article is read and aligned.

    Until `settle` nothing is looked through for garbage: all that is made now is there to stay.
    """
    gc.disable()
    Thread(target=lambda: import_module("tui.app"), daemon=True).start()


def settle() -> None:
    """Begin to look for garbage, in what is made from now on."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def show(
    opened: OpenedProject,
    *,
    tongue: str | None = None,
    theme: str = "dark",
    ambiguous_wide: bool = False,
    is_plain: bool = False,
    zh_code: str | None = None,
    en_code: str = "en-US",
    model: str | None = None,
) -> None:
    """Show a project until the translator leaves it.

    `tongue` is `en`, `zh`, `zh-TW` or `zh-CN`, by the locale if None. Raises UnusableInput for keys
    of the user's that cannot be used.
    """
    from aligner.cells import set_ambiguous_width
    from tui.base import Settings
    from tui.keymap import keymap_file, read_keymap
    from tui.session import Session
    from tui.words import Words, tongue_for

    settings = Settings(
        words=Words(tongue_for(tongue)),
        keymap=read_keymap(keymap_file()),
        is_plain=is_plain or ambiguous_wide,
        zh_code=zh_code,
        en_code=en_code,
        model=model,
    )
    if ambiguous_wide:
        set_ambiguous_width(2)
    from tui.app import ReviewApp

    session = Session(opened.project)
    app = ReviewApp(session, settings, opened.realigner, notice=opened.notice, theme=_THEMES[theme])
    app.run()
    if app.fault is not None:
        raise app.fault  # the command says what to do; the project has every edit
    if app.return_code:
        raise SystemExit(app.return_code)  # a signal
