"""Actions on files and on the screen itself."""

from __future__ import annotations

from typing import TypeVar

from tui.action import Action
from tui.actions.export import ask_export
from tui.actions.looks import ask_language, ask_theme, change_theme, keep
from tui.keyed_screen import KeyedScreen
from tui.review import Review

_WITHOUT_REASONS = "-without-reasons"

Subject = TypeVar("Subject")


def open_glossary(review: Review) -> None:
    """Show the terms of the text, on a screen of their own."""
    from tui.glossary import GlossaryScreen
    from tui.term_session import ProjectTerms

    def back(_: None) -> None:
        review.changed()

    screen = GlossaryScreen(ProjectTerms(review.session), review.settings)
    review.screen.app.push_screen(screen, back)


def show_or_hide_reasons(review: Review) -> None:
    """Show the panel with the reasons, or hide it, the next time as well."""
    review.screen.toggle_class(_WITHOUT_REASONS)
    review.screen.call_after_refresh(review.pair_list.follow)
    keep(review, "reasons", not review.screen.has_class(_WITHOUT_REASONS))


def show_help(review: Review) -> None:
    """Show all keys of the review screen."""
    show_help_of(review.screen)


def show_help_of(screen: KeyedScreen[Subject]) -> None:
    """Show all keys of a screen."""
    from aligner.settings import config_file
    from tui.dialogs.help import HelpPage

    screen.app.push_screen(HelpPage(screen.settings, screen.actions, config_file()))


def leave(review: Review) -> None:
    """End the sitting; if pairs are left to look at, ask first.

    Where the screen stands over another one, go back to that.
    """
    session, app = review.session, review.screen.app
    if review.is_above_another:
        review.screen.dismiss(None)
        return
    left = session.problems.tally().open if session.is_ready else 0
    if not left or session.project.is_read_only:
        app.exit()
        return
    from tui.dialogs.question import AskYes

    question = AskYes(review.words("ask leave", count=left), review.words)
    review.ask(question, lambda _: app.exit())


ACTIONS: tuple[Action[Review], ...] = (
    Action(
        "glossary",
        ("G", "f10"),
        "file",
        ("glossary", "術語表"),
        ("The terms of this text: candidates to take or turn down", "本文術語：候選詞可收可不收"),
        open_glossary,
        58,
    ),
    Action(
        "export",
        ("ctrl+s",),
        "file",
        ("export", "匯出"),
        ("Write a translation memory or another file", "寫出翻譯記憶庫或其他檔案"),
        ask_export,
        91,
    ),
    Action(
        "reasons",
        ("i", "f12"),
        "file",
        ("why", "依據"),
        ("Show or hide why the confidence is what it is", "顯示或隱藏可信度的依據"),
        show_or_hide_reasons,
        needs_all=False,
    ),
    Action(
        "theme",
        ("f11",),
        "file",
        ("light/dark", "深淺"),
        ("Light or dark colours", "切換深色或淺色"),
        change_theme,
        needs_all=False,
    ),
    Action(
        "themes",
        ("T", "shift+f11"),
        "file",
        ("colours", "配色"),
        ("Choose colours from a list", "從清單選擇配色"),
        ask_theme,
        needs_all=False,
    ),
    Action(
        "language",
        ("L", "shift+f10"),
        "file",
        ("language", "語言"),
        ("Language of the screen", "介面語言"),
        ask_language,
        needs_all=False,
    ),
    Action(
        "help",
        ("?", "f1"),
        "file",
        ("help", "說明"),
        ("This list", "本說明"),
        show_help,
        98,
        needs_all=False,
    ),
    Action(
        "quit",
        ("q", "ctrl+q"),
        "file",
        ("quit", "離開"),
        ("Leave; all is saved", "離開；一切已存"),
        leave,
        97,
        needs_all=False,
    ),
)
