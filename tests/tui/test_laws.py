"""Whatever keys are pressed in whatever order, nothing is lost and all can be taken back."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aligner.bitext import Bitext
from aligner.bitext.search import FILTERS
from aligner.checks import KINDS, Scrutiny, problems_of
from aligner.project import create
from tests.samples import book, lighthouse
from tests.tui.driving import Sitting, sit
from tui.actions import ACTIONS
from tui.screen import ReviewScreen
from tui.session import Session

LEAVING = {"quit", "realign", "glossary", "export", "help"}
"""What ends the sitting, waits for a thread, or only opens something."""
KEYS = [
    *(key for action in ACTIONS if action.name not in LEAVING for key in action.keys),
    *("enter", "escape", "1", "9", "燈", "e", "shift+right", "ctrl+left"),
]
STARTS = (
    lighthouse(),
    book([(1, 1, 0.9, 40), (2, 1, 0.4, 5), (0, 2, 0.9, 9), (1, 0, 0.3, 60)] * 6),
)


def letters(bitext: Bitext, language: str) -> Counter[str]:
    """How often each sentence, or part of one, stands in the pairs."""
    side = bitext.article.zh if language == "zh" else bitext.article.en
    found: Counter[str] = Counter()
    for pair in bitext.pairs:
        indices, cut = (pair.zh, pair.zh_cut) if language == "zh" else (pair.en, pair.en_cut)
        texts = [side.sentences[i].text for i in indices]
        if texts:
            texts[-1] = texts[-1][: cut[1]]
            texts[0] = texts[0][cut[0] :]
        found.update("".join(texts))
    return found


def check_problems(session: Session) -> None:
    """What was kept up over all edits is what a look at all pairs anew finds."""
    pairs, scrutiny = session.bitext.pairs, session.problems.scrutiny
    for place, pair in enumerate(pairs):
        found = problems_of(pair, scrutiny or Scrutiny())
        if session.problems.is_checked(place):
            assert session.problems.problems(place) == found
        assert session.problems.is_stop(place) or not found
    kinds = session.problems.tally().by_kind
    of_each = [session.problems.problems(place) for place in range(len(pairs))]
    assert kinds == {k: n for k in KINDS if (n := sum(k in found for found in of_each))}


def check(at: Sitting, first: Bitext) -> None:
    session, window = at.session, at.window
    assert letters(session.bitext, "zh") == letters(first, "zh")
    assert letters(session.bitext, "en") == letters(first, "en")
    assert 0 <= session.place < max(session.count, 1)
    check_problems(session)
    if session.filter_name is not None and session.filter_name in FILTERS:
        holds = FILTERS[session.filter_name]
        shown = [n for n, pair in enumerate(session.bitext.pairs) if holds(pair)]
        assert list(session.shown) == shown
    if isinstance(at.top, ReviewScreen) and session.place in session.shown:
        rows = {placed.row for placed in window.lines()}
        assert session.row in rows or window.is_too_small


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(STARTS), st.lists(st.sampled_from(KEYS), max_size=25))
def test_any_keys_lose_nothing_and_can_all_be_undone(first: Bitext, keys: list[str]) -> None:
    async def script(at: Sitting) -> None:
        for key in keys:
            await at.press(key)
            check(at, first)
        await at.start_again()
        assert at.bitext == first
        assert at.app.is_running

    with TemporaryDirectory() as folder:
        sit(create(Path(folder) / "a.duizhao", first), script, size=(60, 16))


@settings(max_examples=30)
@given(
    st.sampled_from([name for name in FILTERS if name != "all"]),
    st.lists(
        st.tuples(
            st.integers(0, 30), st.sampled_from(["merge", "up", "down", "swap", "out", "undo"])
        )
    ),
)
def test_a_filter_keeps_up_with_every_edit(name: str, steps: list[tuple[int, str]]) -> None:
    from aligner import edits
    from aligner.errors import ImpossibleEdit

    with TemporaryDirectory() as folder, create(Path(folder) / "a.duizhao", STARTS[1]) as project:
        session = Session(project)
        session.begin()
        session.narrow(name, FILTERS[name])
        for place, step in steps:
            session.place = place % session.count
            try:
                if step == "merge":
                    session.edit(step, edits.merge)
                elif step == "up":
                    session.edit(step, lambda bitext, at: edits.move_up(bitext, at, "en"))
                elif step == "down":
                    session.edit(step, lambda bitext, at: edits.move_down(bitext, at, "zh"))
                elif step == "swap":
                    session.edit(step, edits.swap)
                elif step == "out":
                    session.edit(step, edits.exclude)
                else:
                    session.undo()
            except ImpossibleEdit:
                continue
            pairs = session.bitext.pairs
            assert list(session.shown) == [n for n, one in enumerate(pairs) if FILTERS[name](one)]
            check_problems(session)
