"""The law of the cursor: 200 edits of chance under a filter, and it is where the law says."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from aligner import edits
from aligner.bitext import FILTERS, Pair
from aligner.checks import PROBLEM_FILTERS, Scrutiny
from aligner.errors import ImpossibleEdit
from aligner.project import create
from tests.samples import book
from tui.place import nearest_shown
from tui.session import Session

SHAPES = [(1, 1, 0.9, 40), (2, 1, 0.4, 5), (0, 2, 0.9, 9), (1, 0, 0.3, 60), (1, 1, 0.6, 7)]
EDITS = {
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
        made = 0
        while made < 200:
            if name in PROBLEM_FILTERS:
                session.narrow_to(name, PROBLEM_FILTERS[name])
            else:
                session.narrow(name, FILTERS[name])
            if session.shown:
                session.choose_row(chance.randrange(len(session.shown)))
            else:
                session.place = chance.randrange(max(session.count, 1))
            before, place = session.bitext.pairs, session.place
            label = chance.choice([*EDITS, "undo"])
            try:
                change = None if label == "undo" else session.edit(label, EDITS[label])
            except ImpossibleEdit:
                made += 1
                continue
            made += 1
            if change is None:
                session.undo()
            else:
                assert session.place == expected(session, before, place), (label, place)
            assert not session.shown or session.shown[session.row] == session.place
            assert 0 <= session.place < session.count
