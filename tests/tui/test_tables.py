"""The tables of actions: what they are made into, and that nothing in them is meant twice."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from aligner.alignment.realigner import MOST
from aligner.project import create, open_project
from tests.samples import lighthouse
from tests.tui.driving import Sitting, played, sit
from tui.action import AnyAction
from tui.actions import ACTIONS, BY_NAME, TABLES, TERM_ACTIONS
from tui.actions.navigate import LET_GO
from tui.glossary import GlossaryScreen

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize("table", TABLES, ids=["pairs", "terms"])
def test_no_two_actions_of_a_screen_share_a_key(table: Sequence[AnyAction]) -> None:
    keys = [key for action in table for key in action.keys]
    assert len(keys) == len(set(keys))
    assert all(action.keys for action in table)


def test_no_two_actions_share_a_name() -> None:
    names = [action.name for table in TABLES for action in table]
    assert len(names) == len(set(names))
    assert list(BY_NAME) == names
    assert LET_GO.name not in BY_NAME


def test_esc_is_free_for_letting_go() -> None:
    assert not {key for action in ACTIONS for key in action.keys} & set(LET_GO.keys)


@pytest.mark.parametrize("table", TABLES, ids=["pairs", "terms"])
def test_every_action_has_a_key_that_an_input_method_lets_through(
    table: Sequence[AnyAction],
) -> None:
    for action in table:
        assert any(len(key) > 1 and key != "space" for key in action.keys), action.name


@played()
async def test_the_palette_lists_the_actions_of_the_screen_that_is_shown(at: Sitting) -> None:
    words = at.review.words
    titles = [command.title for command in at.app.get_system_commands(at.top)]
    named = [f"{words.label(a)}  {at.review.settings.key(a.name)}" for a in ACTIONS]
    assert sorted(titles) == sorted(named)
    await at.press("G")
    await at.until(lambda: isinstance(at.top, GlossaryScreen))
    helps = [command.help for command in at.app.get_system_commands(at.top)]
    assert sorted(helps) == sorted(words.help(action) for action in TERM_ACTIONS)


@played()
async def test_a_command_of_the_palette_that_cannot_be_done_says_why(at: Sitting) -> None:
    commands = {command.title: command for command in at.app.get_system_commands(at.top)}
    commands["merge up  M"].callback()
    await at.settle()
    assert at.message == "There is no pair above."


def test_a_click_on_a_key_waits_as_the_key_does_until_all_pairs_have_been_read(
    tmp_path: Path,
) -> None:
    path = tmp_path / "lamp.duizhao"
    create(path, lighthouse()).close()

    async def script(at: Sitting) -> None:
        await at.click(at.lines()[-1].index("accept"), 23)
        await at.until(lambda: at.session.is_ready and at.pairs[0].status == "confirmed")

    sit(open_project(path), script)


@pytest.mark.parametrize("page", ["review.md", "review.zh.md", "command.md"])
def test_the_documents_say_how_long_a_text_may_be_to_be_aligned_again(page: str) -> None:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    assert f"{MOST:,}" in text
