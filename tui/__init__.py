"""The review screen. `aligner` has never heard of it; `duizhao review` opens it with `show`.

Whoever is outside this room needs no more than the names of `__all__`. Importing it loads nothing;
Textual comes with the first name that needs it.
"""

from __future__ import annotations

import gc
import sys
from importlib import import_module
from threading import Thread
from typing import TYPE_CHECKING

from aligner.errors import UnusableInput
from aligner.lazy import lazy_names

if TYPE_CHECKING:
    from pathlib import Path

    from aligner.assistance import Assistant
    from aligner.opening import OpenedProject
    from tui.action import GROUPS, Action, AnyAction, Group, key_name
    from tui.actions import ACTIONS, BY_NAME, TERM_ACTIONS
    from tui.app import ReviewApp
    from tui.keymap import read_keymap
    from tui.list_layout import MARKS, PLAIN_MARKS
    from tui.screen import ReviewScreen
    from tui.session import Session
    from tui.settings import Settings
    from tui.words import ScreenLanguage, Words, ui_language_for

__all__ = [
    "ACTIONS",
    "BY_NAME",
    "GROUPS",
    "MARKS",
    "PLAIN_MARKS",
    "TERM_ACTIONS",
    "Action",
    "AnyAction",
    "Group",
    "ReviewApp",
    "ReviewScreen",
    "ScreenLanguage",
    "Session",
    "Settings",
    "Words",
    "check_terminal",
    "key_name",
    "preload",
    "read_keymap",
    "resume_garbage_collection",
    "show",
    "ui_language_for",
]
__getattr__ = lazy_names(
    __name__,
    {
        **dict.fromkeys(("GROUPS", "Action", "AnyAction", "Group", "key_name"), "action"),
        **dict.fromkeys(("ACTIONS", "BY_NAME", "TERM_ACTIONS"), "actions"),
        **dict.fromkeys(("MARKS", "PLAIN_MARKS"), "list_layout"),
        **dict.fromkeys(("ScreenLanguage", "Words", "ui_language_for"), "words"),
        "ReviewApp": "app",
        "ReviewScreen": "screen",
        "Session": "session",
        "Settings": "settings",
        "read_keymap": "keymap",
    },
)

_THEMES = {"dark": "textual-dark", "light": "textual-light", "ansi": "ansi-dark"}


def check_terminal() -> None:
    """Raise UnusableInput where there is no terminal to draw on."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UnusableInput(
            "The review screen needs a terminal; use `duizhao align` to write files without one."
        )


def preload() -> None:
    """Import the screen in the background, while an article is read and aligned.

    Until `resume_garbage_collection` nothing is looked through for garbage: all that is made now is
    there to stay.
    """
    gc.disable()
    Thread(target=lambda: import_module("tui.app"), daemon=True).start()


def resume_garbage_collection() -> None:
    """Collect garbage again, among what is made from now on."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def show(
    opened: OpenedProject,
    *,
    ui_language: str | None = None,
    theme: str = "dark",
    ambiguous_wide: bool = False,
    is_plain: bool = False,
    zh_code: str | None = None,
    en_code: str | None = None,
    model: str | None = None,
    table: Path | None = None,
    assistant: Assistant | None = None,
) -> None:
    """Show a project until the translator leaves it.

    `ui_language` is `en`, `zh`, `zh-TW` or `zh-CN`, by the locale if None; `table` is what a
    reviewer has sent back, to be taken in first; `assistant` looks up what helps to translate.
    Raises UnusableInput for keys of the user's that cannot be used.
    """
    from aligner.cells import set_ambiguous_width
    from tui.keymap import keymap_file, read_keymap
    from tui.session import Session
    from tui.settings import Settings
    from tui.words import Words, ui_language_for

    settings = Settings(
        words=Words(ui_language_for(ui_language)),
        keymap=read_keymap(keymap_file()),
        is_plain=is_plain or ambiguous_wide,
        zh_code=zh_code,
        en_code=en_code,
        model=model,
    )
    if ambiguous_wide:
        set_ambiguous_width(2)
    from aligner.signals import Interruption, diverted
    from tui.app import ReviewApp

    session = Session(opened.project)
    app = ReviewApp(
        session,
        settings,
        opened.realigner,
        notice=opened.notice,
        theme=_THEMES[theme],
        table=table,
        assistant=assistant,
        newer=None if opened.project.is_read_only else opened.newer,
    )
    with diverted(app.end):
        app.run()
    if app.fault is not None:
        raise app.fault  # the command says what to do; the project has every edit
    if app.ended_by:
        raise Interruption(app.ended_by)
