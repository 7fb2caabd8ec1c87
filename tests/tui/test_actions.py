"""Every action, by each of its keys and by itself: what it does, and that it can be undone."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from aligner.project import create
from tests.samples import lighthouse
from tests.tui.driving import Sitting, sit
from tui.action import Action
from tui.actions import ACTIONS
from tui.dialogs.choice import Choose
from tui.dialogs.exporting import AskExport
from tui.dialogs.help import HelpPage
from tui.dialogs.question import AskLine, AskYes
from tui.glossary import GlossaryScreen
from tui.review import Review

Check = Callable[[Sitting], object]
Way = Callable[[], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Case:
    """What shows that a key has done its work, in the bitext of the lighthouse."""

    holds: Check
    """Whether it has; waited for, since some of it is done in a thread."""
    place: int = 0
    """Where the key is pressed."""
    before: tuple[str, ...] = ()
    """Keys before it."""
    after: tuple[str, ...] = ()
    """Keys behind it, as for a dialog."""


def at(place: int) -> Check:
    return lambda sitting: sitting.place == place


def status(place: int, wanted: str) -> Check:
    return lambda sitting: sitting.pairs[place].status == wanted


def texts(place: int, zh: str, en: str) -> Check:
    def holds(sitting: Sitting) -> bool:
        pair = sitting.pairs[place]
        return (pair.zh_text, pair.en_text) == (zh, en)

    return holds


def top(screen: type) -> Check:
    return lambda sitting: isinstance(sitting.top, screen)


KEEPER = "The keeper closed the door."
STAIRS = "He went down the stairs."

CASES: dict[str, Case] = {
    "up": Case(at(2), place=3),
    "down": Case(at(1)),
    "page_up": Case(at(0), place=5),
    "page_down": Case(at(5)),
    "first": Case(at(0), place=4),
    "last": Case(at(5), place=1),
    "other_side": Case(lambda s: s.session.language == "en"),
    "take_alternative": Case(lambda s: "No other pairing is shown" in s.message),
    "next_doubtful": Case(at(2)),
    "previous_doubtful": Case(at(2), place=3),
    "go_to": Case(at(4), after=("5", "enter")),
    "confirm": Case(lambda s: status(2, "confirmed")(s) and s.place == 3, place=2),
    "review": Case(status(0, "review")),
    "exclude": Case(status(0, "excluded")),
    "note": Case(lambda s: s.pairs[0].note == "燈", after=("燈", "enter")),
    "merge": Case(texts(2, "「今晚有霧。」他說。貓沒有回答。", "“Fog tonight,” he said."), place=2),
    "merge_above": Case(
        lambda s: (
            s.place == 1
            and texts(
                1,
                "守塔人關上門，走下樓梯。「今晚有霧。」他說。",
                f"{KEEPER} {STAIRS} “Fog tonight,” he said.",
            )(s)
        ),
        place=2,
    ),
    "split": Case(
        lambda s: texts(1, "守塔人關上門，", KEEPER)(s) and texts(2, "走下樓梯。", STAIRS)(s),
        place=1,
        after=("enter",),
    ),
    "move_up": Case(
        lambda s: texts(0, "燈塔亮了。", f"The lamp was lit. {KEEPER}")(s),
        place=1,
        before=("tab",),
    ),
    "move_down": Case(
        lambda s: texts(2, "「今晚有霧。」他說。", f"{STAIRS} “Fog tonight,” he said.")(s),
        place=1,
        before=("tab",),
    ),
    "pull_from_above": Case(
        lambda s: texts(2, "「今晚有霧。」他說。", f"{STAIRS} “Fog tonight,” he said.")(s),
        place=2,
        before=("tab",),
    ),
    "pull_from_below": Case(
        lambda s: texts(0, "燈塔亮了。", f"The lamp was lit. {KEEPER}")(s), before=("tab",)
    ),
    "swap": Case(lambda s: texts(1, "守塔人關上門，走下樓梯。", "The lamp was lit.")(s), place=1),
    "pinpoint": Case(
        lambda s: (
            texts(3, "貓沒有回答。", "It was ten past nine.")(s) and status(3, "confirmed")(s)
        ),
        place=3,
        before=("space", "down", "tab"),
    ),
    "insert": Case(lambda s: texts(1, "", "")(s) and s.place == 1),
    "edit": Case(texts(0, "燈塔亮了。好", "The lamp was lit."), after=("好", "enter")),
    "link": Case(
        lambda s: [(m.zh, m.en) for m in s.bitext.moved] == [((3,), (4,))],
        place=3,
        before=("l", "down"),
    ),
    "term": Case(lambda s: len(s.bitext.terms) == 1, after=("enter",)),
    "realign": Case(lambda s: "Aligned again" in s.message),
    "undo": Case(
        lambda s: s.bitext == lighthouse() and "Undone: accept" in s.message, before=("a",)
    ),
    "redo": Case(
        lambda s: status(0, "confirmed")(s) and "again: accept" in s.message,
        before=("a", "ctrl+z"),
    ),
    "search": Case(at(2), after=("雾", "enter")),
    "search_on": Case(at(1), before=("/", "T", "h", "e", "enter")),
    "search_back": Case(at(5), before=("/", "T", "h", "e", "enter")),
    "filter": Case(
        lambda s: s.session.filter_name == "to look at" and "of 3: to look at" in s.head,
        after=("down", "enter"),
    ),
    "next_untranslated": Case(at(3)),
    "copy_source": Case(texts(3, "貓沒有回答。", "貓沒有回答。"), place=3),
    "propagate": Case(
        texts(1, "燈塔亮了。", "The lamp was lit."),
        before=("o", "e", *"燈塔亮了。", "enter", "home"),
    ),
    "concordance": Case(top(AskLine)),
    "assistance": Case(lambda s: s.review.is_panel_shown),
    "export": Case(top(AskExport)),
    "returned": Case(top(AskLine)),
    "reasons": Case(lambda s: "proposed  98% sure" not in s.seen()),
    "theme": Case(lambda s: not s.app.current_theme.dark, after=()),
    "themes": Case(top(Choose)),
    "language": Case(top(Choose)),
    "glossary": Case(top(GlossaryScreen)),
    "help": Case(top(HelpPage)),
    "quit": Case(top(AskYes)),
}
TOGGLES = {"assistance", "reasons", "theme"}
"""What a second press takes back."""


def test_every_action_has_a_test() -> None:
    assert CASES.keys() == {action.name for action in ACTIONS}


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.name)
def test_every_action_does_what_it_says_by_each_key_and_undo_takes_it_back(
    tmp_path: Path, action: Action[Review]
) -> None:
    case = CASES[action.name]

    async def script(sitting: Sitting) -> None:
        async def run() -> None:
            action.run(sitting.review)  # what raises here would be said to the translator
            await sitting.settle()

        ways: list[Way] = [*(partial(sitting.press, key) for key in action.keys), run]
        for do in ways:
            await sitting.choose(case.place)
            await sitting.press(*case.before)
            assert not case.holds(sitting), f"{do} would show nothing"
            await do()
            await sitting.press(*case.after)
            await sitting.until(lambda: case.holds(sitting))
            if action.name in TOGGLES:
                await do()
                assert not case.holds(sitting)
            await sitting.start_again()
            assert sitting.bitext == lighthouse()

    sit(create(tmp_path / "lamp.duizhao", lighthouse()), script)
