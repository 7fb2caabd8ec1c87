"""The law of the cursor: 200 edits of chance under a filter, and it is where the law says."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from aligner import edits
from aligner.bitext import FILTERS, Bitext, Pair
from aligner.checks import PROBLEM_FILTERS, Scrutiny
from aligner.edits import Change
from aligner.errors import ImpossibleEdit
from aligner.project import create
from tests.samples import book
from tui.head_line import left_to_do
from tui.place import nearest_shown
from tui.session import Session
from tui.words import Words

WORDS = Words("en")
SHAPES = [(1, 1, 0.9, 40), (2, 1, 0.4, 5), (0, 2, 0.9, 9), (1, 0, 0.3, 60), (1, 1, 0.6, 7)]
EDITS: dict[str, Callable[[Bitext, int], Change]] = {
    "merge": edits.merge,
    "up": lambda bitext, place: edits.move_up(bitext, place, "en"),
    "down": lambda bitext, place: edits.move_down(bitext, place, "zh"),
    "pull": lambda bitext, place: edits.pull_from_below(bitext, place, "en"),
    "swap": edits.swap,
    "exclude": edits.exclude,
    "confirm": edits.confirm,
    "review": edits.mark_for_review,
    "split": lambda bitext, place: edits.split(bitext, place, 3, 6),
    "rewrite": lambda bitext, place: edits.rewrite(bitext, place, "海", "the sea"),
}


def assert_tells_of_untranslated(session: Session) -> None:
    """The first line may say that all was looked at only where every pair has both texts."""
    told = left_to_do(session.problems.tally(), WORDS)
    lacks = any(not pair.is_full and pair.status != "excluded" for pair in session.bitext.pairs)
    if lacks or session.problems.tally().open:
        assert "none left to look at" not in told, told


def expected(session: Session, before: tuple[Pair, ...], place: int) -> int:
    """Where the law has the cursor, worked out from the pairs before and after an edit alone."""
    after = session.bitext.pairs
    same = next(
        (k for k, (a, b) in enumerate(zip(before, after, strict=False)) if a is not b), None
    )
    same = min(len(before), len(after)) if same is None else same
    alike = 0  # pairs that both end with
    while alike < min(len(before), len(after)) - same and before[-1 - alike] is after[-1 - alike]:
        alike += 1
    if place >= len(before) - alike:  # below the edit: the cursor stays with its pair
        place += len(after) - len(before)
    elif place >= same:  # in the edit: with what came of the pair
        place = min(place, max(len(after) - alike - 1, same))
    return nearest_shown(session.shown, min(place, max(len(after) - 1, 0)))


@pytest.mark.parametrize("name", [*PROBLEM_FILTERS, *(n for n in FILTERS if n != "all")])
def test_the_cursor_is_where_the_law_says_after_200_edits_of_chance(
    tmp_path: Path, name: str
) -> None:
    chance = random.Random(f"cursor {name}")
    with create(tmp_path / "a.duizhao", book(SHAPES * 12)) as project:
        session = Session(project)
        session.begin()
        session.problems.begin(Scrutiny(), session.bitext.pairs)
        for place in range(session.count):
            session.check(place)
        made, tried = 0, 0
        while made < 200:
            tried += 1
            assert tried < 4_000, f"of {tried} edits {made} were possible"
            if name in PROBLEM_FILTERS:
                session.narrow_to(name, PROBLEM_FILTERS[name])
            else:
                session.narrow(name, FILTERS[name])
            if session.shown:
                session.choose_row(chance.randrange(len(session.shown)))
            else:
                session.place = chance.randrange(max(session.count, 1))
            before, place = session.bitext.pairs, session.place
            label = chance.choice([*EDITS, "undo", "redo"])
            try:
                if label in EDITS:
                    # Some edits are made elsewhere, as aligning again and filling in are.
                    at = place if chance.random() < 0.75 else chance.randrange(session.count)
                    step, change = None, session.apply(label, EDITS[label](session.bitext, at))
                else:
                    step = session.undo() if label == "undo" else session.redo()
                    change = Change() if step is None else step.change
            except ImpossibleEdit:
                continue
            made += bool(change)
            if step is None:
                assert session.place == expected(session, before, place), (label, place)
            elif change.hunks:  # the cursor goes to what was undone or done again
                there = min(change.hunks[0].place, max(session.count - 1, 0))
                assert session.place == nearest_shown(session.shown, there), (label, place)
            assert_tells_of_untranslated(session)
            assert not session.shown or session.shown[session.row] == session.place
            assert 0 <= session.place < session.count


def test_what_has_no_translation_is_never_called_looked_at(tmp_path: Path) -> None:
    chance = random.Random("gaps")
    with create(tmp_path / "a.duizhao", book(SHAPES * 3)) as project:
        session = Session(project)
        session.begin()
        session.problems.begin(Scrutiny(), session.bitext.pairs)

        def close_all(edit: Callable[[Bitext, int], Change]) -> None:
            for place in range(session.count):
                if session.bitext.pairs[place].status not in ("confirmed", "excluded"):
                    session.apply("close", edit(session.bitext, place))
                session.check(place)

        close_all(edits.confirm)
        assert session.problems.tally().open == 0
        for label in ("undo", *chance.choices([*EDITS, "undo"], k=60)):
            try:
                if label == "undo":
                    session.undo()
                else:
                    place = chance.randrange(session.count)
                    session.apply(label, EDITS[label](session.bitext, place))
            except ImpossibleEdit:
                continue
            close_all(edits.confirm)
            assert_tells_of_untranslated(session)
        for place, pair in enumerate(session.bitext.pairs):
            if not pair.is_full:
                session.apply("exclude", edits.exclude(session.bitext, place))
        told = left_to_do(session.problems.tally(), WORDS)
        assert "none left to look at" in told
