"""The glossary screen: every action by each key, and what the pairs show of the glossary."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import pytest
from textual import events
from textual.widgets import Static

from aligner import edits, terms
from aligner.project import create, open_project
from aligner.term import Term
from aligner.terms import Entry, Example, Variant
from tests.samples import lighthouse
from tests.tui.driving import Sitting, sit
from tui.action import Action
from tui.actions import TERM_ACTIONS
from tui.candidates import listed
from tui.dialogs.choice import Choose
from tui.dialogs.help import HelpPage
from tui.dialogs.question import AskLine
from tui.dialogs.term_places import TermPlaces
from tui.glossary import GlossaryScreen
from tui.screen import ReviewScreen
from tui.term_review import TermReview

Way = Callable[[], Awaitable[None]]

ENTRIES = [
    Entry(
        "燈塔",
        "lamp",
        (Variant("灯塔", 1),),
        score=0.9,
        count=3,
        examples=(Example("燈塔亮了。", "The lamp was lit.", (0, 2), (4, 8), 0),),
    ),
    Entry("守塔人", "keeper", score=0.8, count=2),
    Entry("貓", "cat", score=0.4, count=1),
]
LAMP = Term("燈塔", "lamp", ("灯塔",))
KEEPER = Term("守塔人", "keeper")
CAT = Term("貓", "cat")


@pytest.fixture(autouse=True)
def mined(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terms, "mine", lambda *_, **__: ENTRIES)


async def opened(at: Sitting) -> GlossaryScreen:
    await at.press("G")
    await at.until(lambda: len(of(at).terms.term_list.rows) >= 3)
    return of(at)


def of(at: Sitting) -> GlossaryScreen:
    return next(s for s in at.app.screen_stack if isinstance(s, GlossaryScreen))


def message(at: Sitting) -> str:
    return str(of(at).query_one("#message", Static).content)


def row(number: int) -> Callable[[Sitting], object]:
    return lambda at: of(at).terms.term_list.row == number


def kept(*wanted: Term) -> Callable[[Sitting], object]:
    return lambda at: at.bitext.terms == tuple(sorted(wanted))


@dataclass(frozen=True, slots=True)
class Case:
    holds: Callable[[Sitting], object]
    row: int = 0
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


CASES: dict[str, Case] = {
    "term_up": Case(row(1), row=2),
    "term_down": Case(row(1)),
    "term_page_up": Case(row(0), row=2),
    "term_page_down": Case(row(2)),
    "term_first": Case(row(0), row=2),
    "term_last": Case(row(2)),
    "term_accept": Case(lambda at: kept(LAMP)(at) and row(1)(at)),
    "term_reject": Case(kept(replace(CAT, decision="rejected")), row=2),
    "term_clear": Case(lambda at: kept()(at) and at.session.project.can_undo, before=("a", "up")),
    "term_edit": Case(kept(Term("守塔人", "keepers")), row=1, after=("tab", "end", "s", "enter")),
    "term_add": Case(
        kept(Term("鐘", "clock")),
        after=("鐘", "tab", *"clock", "enter"),
    ),
    "term_places": Case(lambda at: isinstance(at.top, TermPlaces)),
    "term_floor": Case(
        lambda at: len(of(at).terms.term_list.rows) == 2, after=("backspace", "2", "enter")
    ),
    "term_merge": Case(
        kept(Term("守塔人", "keeper", ("貓",), ("cat",))), row=2, before=("m", "up")
    ),
    "term_undo": Case(lambda at: kept()(at) and "Undone" in message(at), before=("a",)),
    "term_redo": Case(lambda at: kept(LAMP)(at) and "again" in message(at), before=("a", "ctrl+z")),
    "term_filter": Case(lambda at: isinstance(at.top, Choose)),
    "term_search": Case(row(1), after=("塔", "人", "enter")),
    "term_search_on": Case(row(1), before=("/", "塔", "enter")),
    "term_export": Case(lambda at: isinstance(at.top, AskLine), before=("a",)),
    "term_theme": Case(lambda at: "Colours: " in at.seen()),
    "term_themes": Case(lambda at: isinstance(at.top, Choose)),
    "term_language": Case(lambda at: isinstance(at.top, Choose)),
    "term_help": Case(lambda at: isinstance(at.top, HelpPage)),
    "term_back": Case(lambda at: isinstance(at.top, ReviewScreen)),
}


def test_every_action_has_a_test() -> None:
    assert CASES.keys() == {action.name for action in TERM_ACTIONS}


@pytest.mark.parametrize("action", TERM_ACTIONS, ids=lambda action: action.name)
def test_every_action_does_what_it_says_by_each_key(
    tmp_path: Path, action: Action[TermReview]
) -> None:
    case = CASES[action.name]

    async def script(at: Sitting) -> None:
        async def run() -> None:
            action.run(of(at).terms)  # what raises here would be said to the translator
            await at.settle()

        ways: list[Way] = [*(partial(at.press, key) for key in action.keys), run]
        for do in ways:
            screen = await opened(at)
            screen.terms.choose(case.row)
            await at.press(*case.before)
            assert not case.holds(at), f"{do} would show nothing"
            await do()
            await at.press(*case.after)
            await at.until(lambda: case.holds(at))
            while not isinstance(at.top, ReviewScreen):
                await at.press("escape")
            await at.start_again()

    sit(create(tmp_path / "lamp.duizhao", lighthouse()), script)


def test_decisions_are_there_the_next_time(tmp_path: Path) -> None:
    path = tmp_path / "lamp.duizhao"

    async def first(at: Sitting) -> None:
        await opened(at)
        await at.press("a", "X")
        assert "1 term taken, 1 turned down, 1 to decide" in at.seen()

    async def second(at: Sitting) -> None:
        await at.until(lambda: at.session.is_ready)
        screen = await opened(at)
        assert [one.status for one in screen.terms.term_list.rows] == [
            "accepted",
            "rejected",
            "open",
        ]

    sit(create(path, lighthouse()), first)
    sit(open_project(path), second)


def test_the_chosen_term_shows_its_examples(tmp_path: Path) -> None:
    async def script(at: Sitting) -> None:
        await opened(at)
        seen = at.seen()
        assert "seen in 3 pairs, score 0.90" in seen
        assert "also: 灯塔" in seen
        assert " - 燈塔亮了。" in seen
        assert " - The lamp was lit." in seen

    sit(create(tmp_path / "lamp.duizhao", lighthouse()), script)


def test_enter_on_a_place_goes_to_its_pair(tmp_path: Path) -> None:
    async def script(at: Sitting) -> None:
        screen = await opened(at)
        numbers = [k for k, pair in enumerate(at.pairs) if "燈塔" in pair.zh_text and pair.is_full]
        await at.press("enter")
        await at.until(lambda: isinstance(at.top, TermPlaces))
        await at.press("end", "enter")
        await at.until(lambda: isinstance(at.top, ReviewScreen))
        assert screen not in at.app.screen_stack
        assert at.place in numbers

    sit(create(tmp_path / "lamp.duizhao", lighthouse()), script)


def test_a_filter_leaves_what_is_to_decide(tmp_path: Path) -> None:
    async def script(at: Sitting) -> None:
        screen = await opened(at)
        await at.press("a", "f", "down", "enter")
        assert [one.term.zh for one in screen.terms.term_list.rows] == ["守塔人", "貓"]
        await at.press("a", "a")
        assert screen.terms.term_list.rows == []
        assert "No term to show." in at.seen()
        await at.press("a", "X", "e", "m", "down", "end", "pagedown", "f3")

    sit(create(tmp_path / "lamp.duizhao", lighthouse()), script)


def test_the_glossary_is_written_and_what_cannot_be_is_a_sentence(tmp_path: Path) -> None:
    async def script(at: Sitting) -> None:
        await opened(at)
        await at.press("ctrl+s")
        assert message(at) == "No term has been taken yet."
        await at.press("a", "ctrl+s", "enter")
        written = tmp_path / "lamp.glossary.tsv"
        assert "燈塔\tlamp" in written.read_text(encoding="utf-8")
        assert str(written) in message(at)
        await at.press("ctrl+s", "enter", "y")
        await at.press("ctrl+s", "end", "x", "enter")
        assert message(at).endswith(".")
        assert not (tmp_path / "lamp.glossary.tsvx").exists()

    sit(create(tmp_path / "lamp.duizhao", lighthouse()), script)


def test_a_held_term_is_let_go(tmp_path: Path) -> None:
    async def script(at: Sitting) -> None:
        await opened(at)
        await at.press("m", "escape", "down", "m", "m")
        assert at.bitext.terms == ()

    sit(create(tmp_path / "lamp.duizhao", lighthouse()), script)


def test_a_click_chooses_a_term_and_one_on_the_key_line_does_it(tmp_path: Path) -> None:
    async def script(at: Sitting) -> None:
        screen = await opened(at)
        y = at.line_of("守塔人")
        await at.mouse(events.MouseDown, 5, y)
        await at.mouse(events.MouseUp, 5, y)
        await at.mouse(events.Click, 5, y)
        assert screen.terms.term_list.row == 1

    sit(create(tmp_path / "lamp.duizhao", lighthouse()), script)


def test_a_pair_that_breaks_the_glossary_has_a_warning(tmp_path: Path) -> None:
    bitext = lighthouse()
    bitext = edits.decide(bitext, Term("海", "ocean"))(bitext)
    bitext = edits.decide(bitext, Term("霧", "fog"))(bitext)

    async def script(at: Sitting) -> None:
        await at.until(lambda: at.review.warnings.is_on)
        await at.choose(5)
        await at.explained()
        assert "The glossary has “ocean” for “海”." in at.seen()
        await at.choose(2)
        await at.explained()
        assert "The glossary has" not in at.seen()

    sit(create(tmp_path / "lamp.duizhao", bitext), script)


def test_a_project_that_cannot_be_written_keeps_no_decision(tmp_path: Path) -> None:
    path = tmp_path / "lamp.duizhao"
    create(path, lighthouse()).close()

    async def script(at: Sitting) -> None:
        await at.until(lambda: at.session.is_ready)
        await opened(at)
        await at.press("a")
        assert at.bitext.terms == ()
        assert message(at).endswith(".")

    with open_project(path):
        sit(open_project(path), script)


def test_what_was_decided_without_being_mined_stands_in_front() -> None:
    own = Term("鐘", "clock")
    merged = Term("守塔人", "keeper", ("貓",), ("cat",))
    rows = listed([own, merged], ENTRIES)
    assert [one.term for one in rows] == [own, LAMP, merged]
    assert [one.status for one in rows] == ["accepted", "open", "accepted"]
