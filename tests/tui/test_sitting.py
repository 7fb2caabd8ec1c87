"""What a translator does at a sitting, from the first doubtful pair to leaving."""

from __future__ import annotations

from pathlib import Path

import pytest

from aligner.checks import Problem
from aligner.edits import confirm
from aligner.project import create, open_project
from tests.samples import lighthouse, long_book, one_pair
from tests.tui.driving import Sitting, kept, played, sit
from tui.dialogs.question import AskLine, AskYes

# Holding cells.


@played()
async def test_a_held_cell_is_let_go_of(at: Sitting) -> None:
    await at.press("space")
    assert at.message.startswith("Held: Chinese of 1.")
    await at.press("escape")
    assert at.review.held is None
    await at.press("space", "down", "space")  # the same language
    assert "the other language" in at.message
    assert at.bitext == lighthouse()


@played()
async def test_an_empty_cell_cannot_be_held(at: Sitting) -> None:
    await at.choose(3, "en")
    await at.press("space")
    assert at.review.held is None
    assert at.message


@played()
async def test_two_far_cells_become_a_pair_and_undo_takes_it_back(at: Sitting) -> None:
    await at.choose(0)
    await at.press("space", "end", "tab", "space")
    pair = at.pair
    assert (pair.zh_text, pair.en_text) == ("燈塔亮了。", "The sea was calm.")
    assert pair.status == "confirmed"
    assert sorted(j for pair in at.pairs for j in pair.en) == [0, 1, 2, 3, 4, 5]
    await at.press("ctrl+z")
    assert at.bitext == lighthouse()


@played()
async def test_an_edit_elsewhere_lets_go_of_a_held_cell(at: Sitting) -> None:
    await at.press("space", "end", "M")
    assert at.review.held is None


@played()
async def test_only_what_has_no_counterpart_is_linked(at: Sitting) -> None:
    await at.press("l")
    assert "without a counterpart" in at.message
    await at.choose(3)
    await at.press("l")
    assert at.message.startswith("Held: Chinese of 4.")
    await at.press("down", "l")
    assert "linked with 4" in at.lines()[at.line_of("ten past nine")]
    assert "linked with 5" in at.lines()[at.line_of("貓沒有回答")]


# What cannot be done.


@played()
async def test_what_cannot_be_done_is_a_sentence(at: Sitting) -> None:
    for place, key in ((0, "M"), (5, "m"), (0, "u"), (5, "d"), (0, "x"), (0, "["), (5, "]")):
        await at.choose(place)
        await at.press(key)
        assert at.message.endswith("."), key
        assert at.bitext == lighthouse()


@played()
async def test_there_may_be_nothing_to_undo(at: Sitting) -> None:
    await at.press("ctrl+z")
    assert at.message == "There is nothing to undo."
    await at.press("ctrl+y")
    assert at.message == "There is nothing to do again."


@played(lambda: one_pair("", ""))
async def test_a_pair_without_text_is_drawn_and_mended(at: Sitting) -> None:
    for key in ("a", "t", "space", "u", "d", "m", "e"):
        await at.press(key)
    assert at.review.editor is not None
    await at.paste("有了。")
    await at.press("enter")
    assert at.pair.zh_text == "有了。"
    for key in ("s", "enter", "s", "home", "enter", "s", "end", "enter"):
        await at.press(key)
    assert "".join(pair.zh_text for pair in at.pairs) == "有了。"


# ExportOptions.


@played()
async def test_pasted_text_goes_into_the_side_that_was_chosen(at: Sitting) -> None:
    await at.press("tab", "e")
    await at.paste(" At dusk, 海.")
    await at.press("tab")
    await at.paste("黃昏。")
    await at.press("ctrl+j")  # what most terminals send for ctrl+enter
    pair = at.pairs[0]
    assert (pair.zh_text, pair.en_text) == ("燈塔亮了。黃昏。", "The lamp was lit. At dusk, 海.")
    assert pair.status == "edited"
    assert at.place == 1
    await at.press("ctrl+z")
    assert at.bitext == lighthouse()


@played()
async def test_what_was_written_is_dropped_by_escape(at: Sitting) -> None:
    await at.press("e")
    await at.paste("不要")
    await at.press("escape")
    assert at.bitext == lighthouse()


@played()
async def test_pasted_lines_stay_one_segment(at: Sitting) -> None:
    await at.press("e")
    await at.paste("第一行\n第二行 \r\n第三行\r第四行")
    await at.press("tab")
    await at.paste(" The first\nand the second")
    await at.press("enter")
    assert at.pairs[0].zh_text == "燈塔亮了。第一行第二行第三行第四行"
    assert at.pairs[0].en_text == "The lamp was lit. The first and the second"


@played()
async def test_an_edit_that_changes_nothing_confirms_the_pair(at: Sitting) -> None:
    await at.press("e")
    assert at.review.editor is not None
    assert at.review.editor.texts == ("燈塔亮了。", "The lamp was lit.")
    await at.press("enter")
    assert at.pairs[0].status == "confirmed"
    assert at.pairs[0].zh_text == "燈塔亮了。"
    await at.press("ctrl+z")
    assert at.bitext == lighthouse()
    assert not at.session.project.can_undo


@played()
async def test_text_pasted_over_the_list_is_not_taken_for_keys(at: Sitting) -> None:
    await at.paste("mmmkkk")
    assert at.bitext == lighthouse()


# Leaving.


@played()
async def test_leaving_with_pairs_to_look_at_asks(at: Sitting) -> None:
    await at.press("q")
    assert isinstance(at.top, AskYes)
    assert "still to be looked at" in at.seen()
    for key in ("n", "escape"):
        await at.press(key)
        assert at.app.is_running
        assert not isinstance(at.top, AskYes)
        await at.press("q")
    await at.press("y")
    assert not at.app.is_running


@played(lambda: one_pair("燈亮了。", "The lamp was lit."))
async def test_leaving_is_quick_when_all_is_looked_at(at: Sitting) -> None:
    await at.press("q")
    assert not at.app.is_running


def test_work_is_there_the_next_time_and_can_be_undone(tmp_path: Path) -> None:
    async def first(at: Sitting) -> None:
        await at.press("a", "m", "q", "y")

    async def second(at: Sitting) -> None:
        assert at.place == 1
        # Perhaps before all pairs have been read: then it is done as soon as they are.
        await at.press("ctrl+z", "ctrl+z")
        await at.until(lambda: at.bitext == lighthouse())

    path = tmp_path / "lamp.duizhao"
    sit(create(path, lighthouse()), first)
    assert len(kept(tmp_path).pairs) == 5
    sit(open_project(path), second)
    assert kept(tmp_path) == lighthouse()


def test_a_project_that_is_open_elsewhere_is_shown_and_nothing_is_changed(tmp_path: Path) -> None:
    path = tmp_path / "a.duizhao"

    async def script(at: Sitting) -> None:
        assert "READ ONLY" in at.head
        assert "open" in at.message
        for key in ("a", "r", "X", "m", "M", "s", "u", "d", "[", "]", "x", "space", "o", "e", "c"):
            await at.choose(2)
            await at.press(key)
            assert at.message, key
            assert not isinstance(at.top, AskLine), key
            assert at.review.editor is None, key
        for key in ("l", "t", "ctrl+r", "ctrl+z", "ctrl+y"):
            await at.press(key)
            assert at.message, key
        assert at.bitext == lighthouse()
        await at.press("home", "down", "n", "/", "escape", "q")  # asks nothing: nothing can be done
        assert not at.app.is_running

    with create(path, lighthouse()):
        sit(open_project(path), script)


def test_a_project_is_looked_at_before_all_of_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.duizhao"
    with create(path, long_book()) as project:
        project.apply(confirm(project.bitext, 50), "confirm")
        project.cursor = 50

    async def script(at: Sitting) -> None:
        await at.until(lambda: at.session.is_ready)
        assert at.place == 50
        assert at.session.problems.tally().by_kind[Problem.DOUBTFUL] == 10

    sit(open_project(path), script)


@played(notice="Going on with lamp.duizhao.")
async def test_a_notice_is_shown_until_the_next_key(at: Sitting) -> None:
    assert "Going on with lamp.duizhao." in at.lines()[-2]
    await at.press("down")
    assert at.message == ""


# Realigning.


@played()
async def test_aligning_again_keeps_what_is_settled(at: Sitting) -> None:
    await at.choose(3)
    await at.press("m", "a", "ctrl+r")
    merged = at.pairs[3]
    await at.until(lambda: "Aligned again" in at.message)
    assert merged in at.pairs
    assert sorted(i for pair in at.pairs for i in pair.zh) == [0, 1, 2, 3, 4]
    assert sorted(j for pair in at.pairs for j in pair.en) == [0, 1, 2, 3, 4, 5]


# The rest of the screen.


@played()
async def test_the_palette_offers_every_action_with_its_key(at: Sitting) -> None:
    from tui.actions import ACTIONS

    commands = {command.title: command for command in at.app.get_system_commands(at.top)}
    assert len(commands) == len(ACTIONS)
    await at.press("ctrl+p")
    await at.write("accept")
    await at.until(lambda: "accept  a" in at.seen())
    await at.press("down", "enter")
    await at.until(lambda: at.pairs[0].status == "confirmed")


@played()
async def test_the_screen_says_why_a_pair_is_as_sure_as_it_is(at: Sitting) -> None:
    await at.choose(2)
    await at.explained()
    assert "proposed  62% sure  1-1" in at.seen()
    assert "meaning" in at.seen()
    await at.press("i")
    assert "meaning" not in at.seen()
    await at.press("i")
    assert "meaning" in at.seen()


@pytest.mark.parametrize("size", [(44, 12), (20, 5), (1, 1), (200, 50)])
def test_any_size_of_terminal_is_drawn_whole(tmp_path: Path, size: tuple[int, int]) -> None:
    async def script(at: Sitting) -> None:
        await at.press("down", "a", "s", "escape", "n")
        from aligner.cells import width

        assert [width(line) for line in at.lines()] == [size[0]] * size[1]
        await at.press("?", "escape", "e", "escape", "ctrl+s", "escape")
        await at.resize(80, 24)
        assert "燈塔" in at.seen() or "貓" in at.seen()

    sit(create(tmp_path / "a.duizhao", lighthouse()), script, size=size)
