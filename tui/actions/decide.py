"""Actions that say what a pair is: right, to be reviewed, left out, or with a note."""

from __future__ import annotations

from aligner import edits
from tui.action import Action
from tui.review import Review
from tui.session import Edit


def confirm(review: Review) -> None:
    """Confirm the pair and go on: to the next doubtful pair if it was one, else to the next."""
    session = review.session
    if session.pair is None:
        return
    was_doubtful, before = session.pair.is_doubtful, session.row
    is_filtered, place = session.filter_name is not None, session.place
    change = review.do("confirm", edits.confirm, shows=False)
    if not change and session.pair.status != "confirmed":
        return
    row = session.next_doubtful() if was_doubtful else None
    if row is None and not (is_filtered and session.place != place):
        row = min(before + 1, len(session.shown) - 1)
    review.held = None
    review.go(session.row if row is None else row)
    told = review.words("now confirmed", number=place + 1)
    if was_doubtful and not session.doubtful:
        told = f"{told} {review.words('no doubtful')}"
    review.say(told)


def mark_for_review(review: Review) -> None:
    """Mark the pair to be looked at again, or take the mark off."""
    _set_status(review, "review", edits.mark_for_review)


def exclude(review: Review) -> None:
    """Leave the pair out of exports, or take it in again."""
    pair = review.session.pair
    is_excluded = pair is not None and pair.status == "excluded"
    _set_status(review, "exclude", edits.keep if is_excluded else edits.exclude)


def _set_status(review: Review, name: str, edit: Edit) -> None:
    """Change what the pair is, and say what it is now."""
    place = review.session.place
    if review.do(name, edit):
        status = review.session.bitext.pairs[place].status
        review.say(review.words(f"now {status}", number=place + 1))


def ask_note(review: Review) -> None:
    """Ask for a note about the pair."""
    from tui.dialogs.question import AskLine

    pair = review.session.pair
    if pair is None:
        return
    review.check_writable()

    def answered(note: str) -> None:
        place = review.session.place
        if review.do("note", lambda bitext, place: edits.annotate(bitext, place, note)):
            told = "noted" if note.strip() else "note gone"
            review.say(review.words(told, number=place + 1))

    review.ask(AskLine(review.words("ask note"), pair.note), answered)


ACTIONS: tuple[Action[Review], ...] = (
    Action(
        "confirm",
        ("a", "f2"),
        "decide",
        ("accept", "確認"),
        ("The pair is right; go on to the next", "這一對是對的，前往下一對"),
        confirm,
        99,
    ),
    Action(
        "review",
        ("r", "f4"),
        "decide",
        ("review", "待查"),
        ("Mark the pair to be looked at again, or take the mark off", "標為待查，或取消"),
        mark_for_review,
        50,
    ),
    Action(
        "exclude",
        ("X", "ctrl+k"),
        "decide",
        ("keep/drop", "取捨"),
        ("Leave the pair out of what is exported, or take it in again", "不匯出這一對，或恢復"),
        exclude,
        40,
    ),
    Action(
        "note",
        ("c", "f8"),
        "decide",
        ("note", "附註"),
        ("Write a note about the pair", "為這一對寫附註"),
        ask_note,
    ),
)
