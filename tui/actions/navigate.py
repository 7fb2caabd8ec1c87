"""Actions that choose another pair, or the other language of a pair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligner.errors import ImpossibleEdit
from tui.action import Action
from tui.review import Review

_AT_ONCE = 40
"""Pairs that are checked while a key waits: some milliseconds."""
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


def go_to_next_problem(review: Review) -> None:
    """Go to the next pair that is to be looked at, from the last one to the first."""
    go_to_problem(review)


def go_to_previous_problem(review: Review) -> None:
    """Go to the previous pair that is to be looked at, from the first one to the last."""
    go_to_problem(review, forward=False)


def go_to_problem(
    review: Review,
    *,
    after: int | None = None,
    forward: bool = True,
    told: str = "",
    has_edited: bool = False,
) -> None:
    """Go to the next pair with a problem among those shown; see `Session.next_problem`.

    What there is to say of the way follows what has been `told` of an edit before it. Where one
    `has_edited` and not shown it yet, it is shown with the way, once and not twice.

    No pair that has not been checked is passed by: a few are checked now, and if they are many, the
    cursor goes on once a worker has come to them.
    """
    session = review.session
    place = session.place if after is None else after
    for _ in range(_AT_ONCE):
        row = session.next_problem(after=place, forward=forward)
        if row is None:
            if has_edited:
                review.moved()
            _say_none_left(review, told)
            return
        found = session.shown[row]
        if session.problems.problems(found):
            review.go(row)
            if found != place and (found < place) == forward:
                review.say(f"{told} {review.words('from the other end')}".strip())
            return
        if session.problems.scrutiny is None:
            break
        session.check(found)
    if has_edited:
        review.moved()
    checking = review.words("checking", percent=checked_share(review))
    review.say(f"{told} {checking}".strip())
    review.surveyor.go_on(near=found)
    review.surveyor.to_seek = lambda: go_to_problem(review, after=after, forward=forward, told=told)


def _say_none_left(review: Review, told: str) -> None:
    tally = review.session.problems.tally()
    if review.session.filter_name is not None and tally.open:
        none_left = review.words("no problem shown")
    elif tally.gaps:  # nobody is to believe that all of it is translated
        none_left = review.words("only gaps", count=tally.gaps)
    else:
        none_left = review.words("no problem")
    review.say(f"{told} {none_left}".strip())
    review.show_head()


def checked_share(review: Review) -> str:
    """Return how much of the text has been checked, as a person says it."""
    tally = review.session.problems.tally()
    return f"{1 - tally.unchecked / max(tally.pairs, 1):.0%}"


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
    """Let go of a held cell, a search, a filter, or of the screen if it is above another."""
    if review.held is not None:
        review.held = None
        review.say(review.words("let go"))
    elif review.query:
        review.query, review.hits = "", None
    elif review.session.filter_name is not None:
        review.session.narrow(None, None)
    elif review.is_above_another:
        review.screen.dismiss(None)
        return
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
        ("side", "換側"),
        ("Choose the other language of the pair", "選取這一對的另一種語言"),
        choose_other_side,
        30,
        needs_all=False,
    ),
    Action(
        "next_doubtful",
        ("n", "ctrl+n"),
        "move",
        ("next", "下個待看"),
        ("The next pair to look at", "下一個待看的句對"),
        go_to_next_problem,
        100,
    ),
    Action(
        "previous_doubtful",
        ("N", "ctrl+b"),
        "move",
        ("previous", "上個待看"),
        ("The previous pair to look at", "上一個待看的句對"),
        go_to_previous_problem,
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
