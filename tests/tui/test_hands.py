"""Keys as hands know them: what is said of a status and of wrong keys; help, palette, colours."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.command import CommandPalette
from textual.theme import BUILTIN_THEMES

from aligner.cells import width
from aligner.project import create
from aligner.settings import THEMES, Value
from tests.samples import lighthouse
from tests.tui.driving import Sitting, played, sit
from tui.actions import TABLES
from tui.dialogs.help import HelpPage, help_lines
from tui.keymap import read_keymap
from tui.screen import ReviewScreen
from tui.themes import textual_theme, theme_name
from tui.words import ScreenLanguage, Words


@played()
async def test_j_and_k_move(at: Sitting) -> None:
    await at.press("j", "j", "k")
    assert at.place == 1
    assert at.bitext == lighthouse()


@played()
async def test_every_change_of_status_says_what_it_did(at: Sitting) -> None:
    for key, said in [
        ("X", "Pair 1: excluded from exports."),
        ("X", "Pair 1: open again."),
        ("r", "Pair 1: to be reviewed."),
        ("r", "Pair 1: open again."),
        ("a", "Pair 1: confirmed."),
    ]:
        await at.press(key)
        assert at.message == said
    await at.press("k", "c", "x", "enter")
    assert at.message == "Pair 1: note kept."


@played()
async def test_a_wrong_key_says_which_are_right(at: Sitting) -> None:
    await at.press("z")
    assert at.message == "z does nothing here. n next · a accept · ? help · q quit."
    await at.press("ctrl+a")
    assert at.message.startswith("^A does nothing here.")
    await at.press("燈")
    assert at.message.startswith("“燈” is text")
    assert "^N next · F2 accept · F1 help" in at.message
    assert at.bitext == lighthouse()


# The help.


@pytest.mark.parametrize("language", ["en", "zh-Hant", "zh-Hans"])
@pytest.mark.parametrize("columns", [30, 74, 114])
def test_no_line_of_the_help_is_wider_than_its_window(
    language: ScreenLanguage, columns: int
) -> None:
    for actions in TABLES:
        lines = help_lines(Words(language), read_keymap(None), actions, columns=columns)
        assert max(map(width, lines)) <= max(columns, 40)


@pytest.mark.parametrize("key", ["q", "?", "escape", "f1", "？"])
def test_the_help_closes_with_every_key_that_one_would_try(tmp_path: Path, key: str) -> None:
    async def script(at: Sitting) -> None:
        await at.press("?")
        assert isinstance(at.top, HelpPage)
        await at.press(key)
        assert isinstance(at.top, ReviewScreen)

    sit(create(tmp_path / "lamp.duizhao", lighthouse()), script)


@played()
async def test_the_help_is_searched(at: Sitting) -> None:
    await at.press("?", "/")
    await at.write("caption")
    assert "No key for “caption”." in at.seen()
    await at.press("escape")
    assert isinstance(at.top, HelpPage)
    assert "Merge with the pair below" in at.seen() or "Moving" in at.seen()
    await at.press("/")
    await at.write("merge")
    assert "Merge with the pair below" in at.seen()
    assert "A screenful up" not in at.seen()
    await at.press("enter", "q")
    assert isinstance(at.top, ReviewScreen)


# The palette.


@played(language="zh-Hant")
async def test_the_palette_speaks_the_language_of_the_screen(at: Sitting) -> None:
    await at.press("ctrl+p")
    assert isinstance(at.top, CommandPalette)
    await at.until(lambda: "搜尋指令" in at.seen())
    await at.write("zzz")
    await at.until(lambda: "沒有這樣的指令。" in at.seen())


@played()
async def test_what_was_used_most_stands_first(at: Sitting) -> None:
    titles = [command.title for command in at.app.get_system_commands(at.top)]
    assert titles[0] == "next  n"
    await at.press("i", "i", "r")
    titles = [command.title for command in at.app.get_system_commands(at.top)]
    assert titles[:3] == ["why  i", "review  r", "next  n"]


# Colours, and what is kept for the next time.


def test_every_theme_of_the_settings_is_one_of_textuals() -> None:
    assert {textual_theme(name) for name in THEMES} == BUILTIN_THEMES.keys()
    assert [theme_name(textual_theme(name)) for name in THEMES] == list(THEMES)


def test_colours_and_the_panel_are_kept_for_the_next_time(tmp_path: Path) -> None:
    kept: list[tuple[str, Value]] = []

    async def script(at: Sitting) -> None:
        await at.press("f11", "i", "T", "down", "enter")
        await at.until(lambda: len(kept) == 3)
        assert at.app.theme == "ansi-dark"
        assert at.message == "Colours: ansi"

    sit(
        create(tmp_path / "lamp.duizhao", lighthouse()),
        script,
        keep=lambda name, value: kept.append((name, value)),
    )
    assert kept == [("theme", "light"), ("reasons", False), ("theme", "ansi")]


def test_a_setting_that_cannot_be_kept_is_said(tmp_path: Path) -> None:
    from aligner.errors import UnwritableOutput

    def refuse(_name: str, _value: Value) -> None:
        raise UnwritableOutput("There is no room.")

    async def script(at: Sitting) -> None:
        await at.press("f11")
        await at.until(lambda: at.message == "There is no room.")
        assert at.app.theme == "textual-light"

    sit(create(tmp_path / "lamp.duizhao", lighthouse()), script, keep=refuse)


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light"])
def test_the_sixteen_colours_tell_states_apart_and_show_the_chosen_row(
    tmp_path: Path, theme: str
) -> None:
    async def script(at: Sitting) -> None:
        at.app.theme = theme
        await at.settle()
        style = at.window.get_component_rich_style
        told = {
            style(f"pairs--{name}").color for name in ("doubt", "sure", "alone", "warned", "text")
        }
        assert len(told) == 5
        ground = style("pairs--chosen").bgcolor
        assert ground not in (None, style("pairs--text").bgcolor)
        assert ground not in told | {style("pairs--pointer").color}

    sit(create(tmp_path / "lamp.duizhao", lighthouse()), script)


@pytest.mark.parametrize(("is_plain", "corner"), [(True, "+"), (False, "╭")])
def test_frames_are_of_the_signs_that_the_terminal_has(
    tmp_path: Path, is_plain: bool, corner: str
) -> None:
    async def script(at: Sitting) -> None:
        await at.press("f")
        assert any(corner + "-"[:is_plain] in line for line in at.lines())

    sit(create(tmp_path / "lamp.duizhao", lighthouse()), script, is_plain=is_plain)
