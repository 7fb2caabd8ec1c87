"""Actions that say what a pair is: right, to be reviewed, left out, or with a note."""

from __future__ import annotations

from aligner import edits
from tui.action import Action
from tui.actions.navigate import go_to_problem
from tui.review import Review
from tui.session import Edit


def confirm(review: Review) -> None:
    """Confirm the pair and go on: to the next problem if it had one, else to the next pair.

    Where a filter shows it no more once it is confirmed, the next one shown is in its place.
    """
    session, place = review.session, review.session.place
    if session.pair is None:
        return
    had_problem = session.problems.is_stop(place)
    is_vouched_now = session.pair.status == "confirmed" and had_problem
    review.do("confirm", edits.vouch if is_vouched_now else edits.confirm, shows=False)
    review.held = None
    told = review.words("now confirmed", number=place + 1)
    review.say(told)
    if had_problem:
        go_to_problem(review, after=place, told=told, has_edited=True)
    elif session.place == place:
        review.go(session.row + 1)
    else:
        review.moved()
    review.surveyor.go_on()


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
