"""Actions that find pairs: by their text, and by what they are like."""

from __future__ import annotations

from aligner.bitext import FILTERS, find_pair, pairs_with
from aligner.checks import PROBLEM_FILTERS
from tui.action import Action
from tui.actions.navigate import checked_share, go_to_place
from tui.messages import Counted
from tui.review import Review

FILTER_NAMES = ("all", *PROBLEM_FILTERS, *(name for name in FILTERS if name != "all"))
"""What the list may be narrowed to, in the order in which it is offered."""


# Searching.


def ask_search(review: Review) -> None:
    """Ask what to search for, and go to where it stands next."""
    from tui.dialogs.question import AskLine

    def answered(query: str) -> None:
        if query.strip():
            review.query, review.hits = query, None
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
    _count_hits(review)
    if (place < start) if forward else (place > start):
        review.say(review.words("from the other end"))


def _count_hits(review: Review) -> None:
    """Count the pairs with what was searched for in the background, once for each search."""
    if review.hits is not None:
        return
    bitext, query = review.session.bitext, review.query

    def work() -> None:
        places = pairs_with(bitext.pairs, query)
        review.screen.post_message(Counted(bitext, query, places))

    review.screen.in_background("count", work, replaces=True)


def take_count(review: Review, event: Counted) -> None:
    """Show how many pairs have what was searched for, unless another search or edit has come."""
    if event.query == review.query and event.bitext is review.session.bitext:
        review.hits = event.places
        review.show_head()


# Filtering.


def ask_filter(review: Review) -> None:
    """Ask which pairs to show, and show no others."""
    from tui.dialogs.choice import Choose

    answers = [(name, review.words(f"filter {name}")) for name in FILTER_NAMES]
    chosen = review.session.filter_name or "all"
    dialog = Choose(review.words("ask filter"), answers, chosen)
    review.ask(dialog, lambda name: narrow(review, name))


def narrow(review: Review, name: str) -> None:
    """Show only the pairs that a filter lets through; one by problems waits for the checks."""
    session = review.session
    review.surveyor.to_filter = None
    if name in PROBLEM_FILTERS:
        if session.problems.scrutiny is None or session.problems.tally().unchecked:
            review.say(review.words("checking", percent=checked_share(review)))
            review.surveyor.to_filter = lambda: narrow(review, name)
            review.surveyor.go_on()
            return
        review.say("")
        session.narrow_to(name, PROBLEM_FILTERS[name])
    elif name == "all":
        session.narrow(None, None)
    else:
        session.narrow(name, FILTERS[name])
    review.moved()


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
