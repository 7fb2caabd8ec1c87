"""Actions that find pairs: by their text, and by what they are like."""

from __future__ import annotations

from textual.worker import get_current_worker

from aligner.bitext import FILTERS, Pair, find_pair
from tui.action import Action
from tui.actions.navigate import go_to_place
from tui.messages import Checked, WorkProgress
from tui.review import Review

_WARNED = "with a warning"
"""The filter that has to check all pairs first."""
_REPORT = 2_000
"""Pairs that are checked between two reports of progress."""


# Searching.


def ask_search(review: Review) -> None:
    """Ask what to search for, and go to where it stands next."""
    from tui.dialogs.question import AskLine

    def answered(query: str) -> None:
        if query.strip():
            review.query = query
            _search(review, review.session.place, forward=True)

    review.ask(AskLine(review.words("ask search"), review.query), answered)


def search_on(review: Review) -> None:
    """Go to the next pair with the words that were searched for."""
    _search_on(review, forward=True)


def search_back(review: Review) -> None:
    """Go to the previous pair with the words that were searched for."""
    _search_on(review, forward=False)


def _search_on(review: Review, *, forward: bool) -> None:
    if review.query:
        _search(review, review.session.place + (1 if forward else -1), forward=forward)
    else:
        review.say(review.words("no search", key=review.settings.key("search")))


def _search(review: Review, start: int, *, forward: bool) -> None:
    place = find_pair(review.session.bitext.pairs, review.query, start=start, forward=forward)
    if place is None:
        review.say(review.words("not found", query=review.query), is_problem=True)
        review.pair_list.redraw()
        return
    go_to_place(review, place)
    if (place < start) if forward else (place > start):
        review.say(review.words("from the other end"))


# Filtering.


def ask_filter(review: Review) -> None:
    """Ask which pairs to show, and show no others."""
    from tui.dialogs.choice import Choose

    answers = [(name, review.words(f"filter {name}")) for name in (*FILTERS, _WARNED)]
    chosen = review.session.filter_name or "all"
    dialog = Choose(review.words("ask filter"), answers, chosen)
    review.ask(dialog, lambda name: narrow(review, name))


def narrow(review: Review, name: str) -> None:
    """Show only the pairs that a filter lets through."""
    screen = review.screen
    screen.workers.cancel_group(screen, "check")  # whoever has chosen again need not wait
    if name == _WARNED:
        _check_all(review)
        return
    if name == "all":
        review.session.narrow(None, None)
    else:
        review.session.narrow(name, FILTERS[name])
    review.moved()


def _check_all(review: Review) -> None:
    """Check all pairs in the background; their warnings are remembered, so the list is quick."""
    pairs = review.session.bitext.pairs

    def work() -> None:
        worker = get_current_worker()
        for number, pair in enumerate(pairs):
            if worker.is_cancelled:
                return
            if number % _REPORT == 0:
                percent = f"{number / len(pairs):.0%}"
                text = review.words("checking", percent=percent)
                review.screen.post_message(WorkProgress(text))
            _has_warning(review, pair)
        review.screen.post_message(Checked())

    review.screen.in_background("check", work, replaces=True)


def show_warned(review: Review) -> None:
    """Show only the pairs with a warning, once all have been checked."""
    review.say("")
    review.session.narrow(_WARNED, lambda pair: _has_warning(review, pair))
    review.moved()


def _has_warning(review: Review, pair: Pair) -> bool:
    return pair.is_full and review.warnings.is_warned(pair.zh_text, pair.en_text)


ACTIONS: tuple[Action[Review], ...] = (
    Action(
        "search",
        ("/", "ctrl+f"),
        "find",
        ("search", "搜尋"),
        ("Search in either language and either script", "搜尋任一語言，繁簡皆可"),
        ask_search,
        80,
    ),
    Action(
        "search_on",
        ("f3", "."),
        "find",
        ("next hit", "下個結果"),
        ("The next place where the words searched for stand", "下一個搜尋結果"),
        search_on,
    ),
    Action(
        "search_back",
        ("shift+f3", "ctrl+w", ","),
        "find",
        ("previous hit", "上個結果"),
        ("The previous such place", "上一個搜尋結果"),
        search_back,
    ),
    Action(
        "filter",
        ("f", "f9"),
        "find",
        ("filter", "篩選"),
        ("Show only some pairs", "只顯示部分句對"),
        ask_filter,
        75,
    ),
)
