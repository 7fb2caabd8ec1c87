"""The review screen. `aligner` has never heard of it; `duizhao review` opens it with `show`.

Whoever is outside this room needs no more than the names of `__all__`. Importing it loads nothing;
Textual comes with the first name that needs it.
"""

from __future__ import annotations

import gc
import sys
from functools import partial
from importlib import import_module
from threading import Thread
from typing import TYPE_CHECKING

from aligner.errors import UnusableInput
from aligner.lazy import lazy_names

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from aligner.article import Language
    from aligner.assistance import Assistant
    from aligner.opening import OpenedProject
    from aligner.terms import KeptGlossary, TextPair
    from tui.action import GROUPS, Action, AnyAction, Group, key_name
    from tui.actions import ACTIONS, BY_NAME, TERM_ACTIONS
    from tui.app import KeyedApp, ReviewApp
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
    "show_glossary",
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


def _draws_frames() -> bool:
    """Whether the terminal is said to know the signs that frames and marks are made of."""
    try:
        "╭─╮▽✓".encode(sys.stdout.encoding or "ascii")
    except (LookupError, UnicodeError):
        return False
    return True


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
    reviewer has sent back, to be taken in first; `assistant` looks up what helps to translate. What
    of a person's settings cannot be used is said on the screen and ignored.
    """
    from aligner.settings import remember_project
    from tui.app import ReviewApp
    from tui.session import Session
    from tui.themes import textual_theme

    settings = _settings(ui_language, ambiguous_wide, is_plain, zh_code, en_code, model)
    remember_project(opened.project.path)
    app = ReviewApp(
        Session(opened.project),
        settings,
        opened.realigner,
        notice=settings.words.told(*opened.notices, *settings.problems),
        theme=textual_theme(theme),
        table=table,
        assistant=assistant,
        newer=None if opened.project.is_read_only else opened.newer,
    )
    _run(app)


def show_glossary(
    glossary: KeptGlossary,
    files: Sequence[tuple[Path, Sequence[TextPair]]],
    *,
    source: Language = "zh",
    min_count: int = 1,
    ui_language: str | None = None,
    theme: str = "dark",
    ambiguous_wide: bool = False,
    is_plain: bool = False,
) -> None:
    """Show a glossary and what is found in the pairs of files until the translator leaves it.

    `source` is the language translated from, `min_count` in how few pairs a candidate may have been
    seen; the rest is as for `show`.
    """
    from tui.glossary_app import GlossaryApp
    from tui.glossary_session import GlossarySession, TermFile
    from tui.themes import textual_theme

    session = GlossarySession(glossary, [TermFile(*file) for file in files], source)
    settings = _settings(ui_language, ambiguous_wide, is_plain)
    _run(GlossaryApp(session, settings, min_count=min_count, theme=textual_theme(theme)))


def _settings(
    ui_language: str | None,
    ambiguous_wide: bool,
    is_plain: bool,
    zh_code: str | None = None,
    en_code: str | None = None,
    model: str | None = None,
) -> Settings:
    """Return how the screen is to be, the user's keys read; width counts from now on."""
    from aligner.cells import set_ambiguous_width
    from aligner.settings import keep_setting, read_preferences
    from tui.keymap import keymap_of
    from tui.settings import Settings
    from tui.words import Words, ui_language_for

    words = Words(ui_language_for(ui_language))
    preferences = read_preferences()
    problems = list(preferences.problems)
    settings = Settings(
        words=words,
        keymap=keymap_of(preferences, problems),
        is_plain=is_plain or ambiguous_wide or not _draws_frames(),
        zh_code=zh_code,
        en_code=en_code,
        model=model,
        shows_reasons=preferences.switch("reasons"),
        keep=partial(keep_setting, language=words.language_of_checks),
        problems=tuple(problems),
    )
    if ambiguous_wide:
        set_ambiguous_width(2)
    return settings


def _run(app: KeyedApp) -> None:
    """Run until the translator leaves; raise what went wrong, or that a signal ended it."""
    from aligner.signals import Interruption, diverted

    with diverted(app.end):
        app.run()
    if app.fault is not None:
        raise app.fault  # the command says what to do; every edit is in its file
    if app.ended_by:
        raise Interruption(app.ended_by)
