"""Actions that make the screen an editor of translations: what is missing, what can be reused."""

from __future__ import annotations

from aligner import edits
from tui.action import Action
from tui.review import Review


def go_to_untranslated(review: Review) -> None:
    """Go to the next pair whose source has no translation, from the last one to the first."""
    session, before = review.session, review.session.row
    row = session.next_untranslated()
    if row is None:
        review.say(review.words("none untranslated"))
        return
    session.language = session.target
    review.go(row)
    if row <= before:
        review.say(review.words("from the other end"))


def copy_source(review: Review) -> None:
    """Make the source text of a pair without a translation its translation."""
    source = review.session.source
    review.do("copy_source", lambda bitext, place: edits.copy_source(bitext, place, source))


def propagate(review: Review) -> None:
    """Give the translation of the pair to all pairs with the same source and none."""
    source = review.session.source
    change = review.do("propagate", lambda bitext, place: edits.propagate(bitext, place, source))
    if change:
        review.say(review.words("propagated", count=len(change.hunks)))


def ask_concordance(review: Review) -> None:
    """Ask which words to look up in the memory, and show the units that have them."""
    from tui.dialogs.question import AskLine

    review.ask(AskLine(review.words("ask concordance"), review.query), review.look_up)


def show_or_hide_assistance(review: Review) -> None:
    """Show the panel with matches, terms and concordance, or hide it."""
    review.show_panel(shown=not review.is_panel_shown)


ACTIONS: tuple[Action[Review], ...] = (
    Action(
        "next_untranslated",
        ("w", "shift+f6"),
        "move",
        ("untranslated", "下個未譯"),
        ("The next pair without a translation", "下一個尚無譯文的句對"),
        go_to_untranslated,
        42,
    ),
    Action(
        "copy_source",
        ("=", "shift+f2"),
        "edit",
        ("copy source", "照抄原文"),
        ("Take the source text as the translation that is missing", "以原文充作尚缺的譯文"),
        copy_source,
    ),
    Action(
        "propagate",
        ("P", "shift+f7"),
        "edit",
        ("propagate", "套用譯文"),
        (
            "Give this translation to all pairs with the same source and none",
            "把此譯文填入原文相同而無譯文的句對",
        ),
        propagate,
    ),
    Action(
        "concordance",
        ("C", "shift+f9"),
        "find",
        ("concordance", "語境檢索"),
        ("Look words up in the memory", "在翻譯記憶庫中檢索詞語"),
        ask_concordance,
    ),
    Action(
        "assistance",
        ("p", "shift+f12"),
        "file",
        ("panel", "輔助"),
        (
            "Show or hide matches of the memory, terms and concordance",
            "顯示或隱藏翻譯記憶庫、術語與語境檢索",
        ),
        show_or_hide_assistance,
        45,
        needs_all=False,
    ),
)
