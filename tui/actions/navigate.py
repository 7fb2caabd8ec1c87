"""Actions that choose another pair, or the other language of a pair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligner.errors import ImpossibleEdit
from tui.action import Action
from tui.review import Review

if TYPE_CHECKING:
    from tui.dialogs.going import Place


def go_up(review: Review) -> None:
    """Go to the pair above."""
    review.go(review.session.row - 1)


def go_down(review: Review) -> None:
    """Go to the pair below."""
    review.go(review.session.row + 1)


def go_page_up(review: Review) -> None:
    """Go up by as many pairs as stand in the window, less one."""
    review.go(review.session.row - max(1, review.pair_list.rows_in_window - 1))


def go_page_down(review: Review) -> None:
    """Go down by as many pairs as stand in the window, less one."""
    review.go(review.session.row + max(1, review.pair_list.rows_in_window - 1))


def go_first(review: Review) -> None:
    """Go to the first pair."""
    review.go(0)


def go_last(review: Review) -> None:
    """Go to the last pair."""
    review.go(len(review.session.shown) - 1)


def choose_other_side(review: Review) -> None:
    """Choose the other language of the pair."""
    review.session.language = "en" if review.session.language == "zh" else "zh"
    review.moved()


def go_to_next_doubtful(review: Review) -> None:
    """Go to the next pair that is to be looked at, from the last one to the first."""
    _go_to_doubtful(review, forward=True)


def go_to_previous_doubtful(review: Review) -> None:
    """Go to the previous pair that is to be looked at, from the first one to the last."""
    _go_to_doubtful(review, forward=False)


def _go_to_doubtful(review: Review, *, forward: bool) -> None:
    before = review.session.row
    row = review.session.next_doubtful(forward=forward)
    if row is None:
        review.say(review.words("no doubtful"))
        return
    review.go(row)
    if (row < before) == forward:
        review.say(review.words("from the other end"))


def ask_place(review: Review) -> None:
    """Ask for the number of a pair, a heading or words of the text, and go there."""
    from tui.dialogs.going import GoTo

    session = review.session
    bitext = session.bitext if session.is_ready else None
    dialog = GoTo(bitext, session.count, session.place, review.words)
    review.ask(dialog, lambda answer: _go_to_answer(review, answer))


def _go_to_answer(review: Review, answer: Place) -> None:
    typed = answer.text.strip()
    if answer.place is not None:
        go_to_place(review, answer.place)
    elif typed.lstrip("+-").replace(".", "").isdecimal():
        raise ImpossibleEdit(review.words("no such pair", count=review.session.count))
    elif typed:
        raise ImpossibleEdit(review.words("not found", query=typed))


def go_to_place(review: Review, place: int) -> None:
    """Go to a position; if a filter hides it, show all pairs."""
    session = review.session
    if place not in session.shown:
        session.narrow(None, None)
    session.place = place
    review.moved()


def let_go(review: Review) -> None:
    """Let go of a held cell, else of a search, else of a filter."""
    if review.held is not None:
        review.held = None
        review.say(review.words("let go"))
    elif review.query:
        review.query = ""
    elif review.session.filter_name is not None:
        review.session.narrow(None, None)
    review.moved()


LET_GO: Action[Review] = Action(
    "let_go",
    ("escape",),
    "move",
    ("let go", "取消"),
    ("Let go of a held cell, a search or a filter", "取消選定、搜尋或篩選"),
    let_go,
    needs_all=False,
)
"""What Esc does; it is in no list and has no other key."""


ACTIONS: tuple[Action[Review], ...] = (
    Action(
        "up",
        ("up", "k"),
        "move",
        ("up", "上"),
        ("The pair above", "上一對"),
        go_up,
        needs_all=False,
    ),
    Action(
        "down",
        ("down", "j"),
        "move",
        ("down", "下"),
        ("The pair below", "下一對"),
        go_down,
        needs_all=False,
    ),
    Action(
        "page_up",
        ("pageup",),
        "move",
        ("page up", "上頁"),
        ("A screenful up", "上翻一頁"),
        go_page_up,
        needs_all=False,
    ),
    Action(
        "page_down",
        ("pagedown",),
        "move",
        ("page down", "下頁"),
        ("A screenful down", "下翻一頁"),
        go_page_down,
        needs_all=False,
    ),
    Action(
        "first",
        ("home",),
        "move",
        ("first", "首"),
        ("The first pair", "第一對"),
        go_first,
        needs_all=False,
    ),
    Action(
        "last",
        ("end",),
        "move",
        ("last", "末"),
        ("The last pair", "最後一對"),
        go_last,
        needs_all=False,
    ),
    Action(
        "other_side",
        ("tab", "left", "right", "shift+tab"),
        "move",
        ("side", "換欄"),
        ("Choose the other language of the pair", "選取這一對的另一種語言"),
        choose_other_side,
        30,
        needs_all=False,
    ),
    Action(
        "next_doubtful",
        ("n", "ctrl+n"),
        "move",
        ("next", "下個疑點"),
        ("The next pair to look at", "下一個待看的句對"),
        go_to_next_doubtful,
        100,
    ),
    Action(
        "previous_doubtful",
        ("N", "ctrl+b"),
        "move",
        ("previous", "上個疑點"),
        ("The previous pair to look at", "上一個待看的句對"),
        go_to_previous_doubtful,
    ),
    Action(
        "go_to",
        ("g", "ctrl+g"),
        "move",
        ("go to", "跳至"),
        (
            "Go to a pair by its number, to a chapter, or to words of the text",
            "跳到某一對：編號、章節或文字",
        ),
        ask_place,
        needs_all=False,
    ),
)
