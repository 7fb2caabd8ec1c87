"""Editing the texts of a pair where they stand in the list."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from textual import events

from aligner.bitext import Bitext
from aligner.edits import exclude, mark_for_review
from aligner.opening import bitext_of_units
from aligner.project import UnitsAside, create
from aligner.unit import Unit
from tests.samples import HOSTILE, lighthouse, one_pair
from tests.tui.driving import Sitting, kept, played, sit


def job() -> Bitext:
    """Segments as a client's file has them, most of them without a translation."""
    units = [
        Unit("渡船六點開。", "The ferry leaves at six.", confidence=1.0),
        Unit("注意安全。", ""),
        Unit("茶涼了。", ""),
        Unit("注意安全。", ""),
    ]
    return bitext_of_units(units, Path("job.xliff"))


@played()
async def test_the_texts_are_edited_between_their_neighbours(at: Sitting) -> None:
    await at.choose(1)
    await at.explained()
    before = at.lines()
    await at.press("e")
    assert [line.rstrip() for line in at.lines()[:-2]] == [line.rstrip() for line in before[:-2]]
    await at.write("雪")
    assert "雪" in at.seen()
    assert "今晚有霧" in at.seen()
    assert "燈塔亮了" in at.seen()
    assert "meaning" in at.seen()


@played()
async def test_the_row_grows_with_its_text_and_the_rest_moves_down(at: Sitting) -> None:
    below = at.line_of("守塔人")
    await at.press("tab", "e")
    await at.write("x" * 90)
    assert at.line_of("守塔人") == below + 3
    await at.press("escape")
    assert at.line_of("守塔人") == below


@played()
async def test_the_cursor_of_the_terminal_is_at_the_caret(at: Sitting) -> None:
    await at.press("e")
    line = at.line_of("燈塔亮了")
    column = at.lines()[line].index("燈")
    assert at.app.cursor_position == (column + 10, line)
    await at.press("home", "right")
    assert at.app.cursor_position == (column + 2, line)
    await at.press("tab")
    assert at.app.cursor_position[0] > column + 20


@played()
async def test_enter_keeps_confirms_and_goes_on_and_one_undo_takes_it_back(at: Sitting) -> None:
    await at.choose(2)
    await at.press("e")
    await at.write("好")
    await at.press("enter")
    assert at.pairs[2].zh_text == "「今晚有霧。」他說。好"
    assert at.pairs[2].status == "edited"
    assert at.place == 3
    assert at.review.editor is None
    await at.press("ctrl+z")
    assert at.bitext == lighthouse()
    assert "Undone: edit" in at.message


@played()
async def test_the_editors_own_undo_is_not_that_of_the_project(at: Sitting) -> None:
    await at.press("a", "home", "e")
    await at.write("好")
    await at.press("ctrl+z")
    assert at.pairs[0].status == "confirmed"
    assert at.review.editor is not None
    assert at.review.editor.texts[0] == "燈塔亮了。"


@played()
async def test_at_the_last_row_one_stays_there(at: Sitting) -> None:
    await at.choose(5)
    await at.press("e", "enter")
    assert at.place == 5
    assert at.pairs[5].status == "confirmed"


@played(lambda: mark_for_review(lighthouse(), 1)(lighthouse()))
async def test_under_a_filter_one_goes_on_to_the_next_row_shown(at: Sitting) -> None:
    await at.press("f", "down", "enter")
    shown = list(at.session.shown)
    await at.choose(shown[0])
    await at.press("e")
    await at.write("好")
    await at.press("enter")
    assert at.place == shown[1]
    assert list(at.session.shown) == shown[1:]


@played(lambda: exclude(lighthouse(), 0)(lighthouse()))
async def test_enter_alone_confirms_no_excluded_pair_and_none_without_text(at: Sitting) -> None:
    await at.press("e", "enter")
    assert at.pairs[0].status == "excluded"
    await at.choose(3)
    await at.press("e", "enter")
    assert at.pairs[3].status == "proposed"


@played(lambda: one_pair("甲\u2028乙\x1b丙\r丁", "a\x85b\x0bc"))
async def test_odd_characters_are_shown_as_signs_and_come_back(at: Sitting) -> None:
    await at.press("e")
    assert not {"\x1b", "\u2028", "\x85"} & set(at.seen())
    await at.write("戊")
    await at.press("enter")
    assert at.pair.zh_text == "甲\u2028乙\x1b丙\r丁戊"
    assert at.pair.en_text == "a\x85b\x0bc"


@played(lambda: one_pair(HOSTILE, HOSTILE))
async def test_what_nobody_touched_stays_as_it_was(at: Sitting) -> None:
    before = at.bitext
    await at.press("e", "tab", "enter")
    assert [replace(pair, status="proposed") for pair in at.pairs] == list(before.pairs)


@played()
async def test_pasted_characters_that_steer_a_terminal_are_left_out(at: Sitting) -> None:
    await at.press("e")
    await at.paste("好\x1b[31m\u202e了")
    await at.press("enter")
    assert at.pairs[0].zh_text == "燈塔亮了。好[31m了"


@played()
async def test_a_click_on_another_pair_keeps_what_was_written(at: Sitting) -> None:
    await at.press("e")
    await at.write("好")
    await at.click(15, at.line_of("海很靜"))
    assert at.review.editor is None
    assert at.place == 5
    assert at.pairs[0].zh_text == "燈塔亮了。好"


@played()
async def test_keys_of_the_list_are_letters_while_somebody_writes(at: Sitting) -> None:
    await at.press("tab", "e")
    await at.write(" amkxsuo?/")
    await at.press("f5", "ctrl+r", "ctrl+s")
    assert at.bitext == lighthouse()
    await at.press("enter")
    assert at.pairs[0].en_text == "The lamp was lit. amkxsuo?/"


@played()
async def test_an_article_has_no_line_breaks(at: Sitting) -> None:
    await at.press("e", "shift+enter")
    assert "no line break" in at.message
    await at.press("enter")
    assert at.pairs[0].zh_text == "燈塔亮了。"


@played()
async def test_the_wheel_moves_the_row_and_its_editor(at: Sitting) -> None:
    await at.resize(80, 8)
    await at.press("e")
    for _ in range(3):
        await at.mouse(events.MouseScrollDown, 5, 3)
        assert "燈塔亮了" in at.seen()
    await at.resize(20, 5)
    await at.resize(80, 24)
    await at.write("好")
    await at.press("enter")
    assert at.pairs[0].zh_text == "燈塔亮了。好"


def test_segments_of_a_client_may_have_line_breaks(tmp_path: Path) -> None:
    async def script(at: Sitting) -> None:
        await at.choose(1)
        await at.press("e")
        await at.write("Mind")
        await at.press("ctrl+j")
        await at.write("your step.")
        await at.press("enter")
        assert at.pairs[1].en_text == "Mind\nyour step."

    with UnitsAside() as aside:
        aside.put(Unit("渡船六點開。", "The ferry leaves at six."))
        project = create(tmp_path / "job.duizhao", job(), aside)
    sit(project, script)


def test_one_types_on_from_one_missing_translation_to_the_next(tmp_path: Path) -> None:
    async def script(at: Sitting) -> None:
        await at.press("w", "e")
        assert at.session.language == "en"
        await at.write("Mind your step.")
        await at.press("enter")
        assert at.place == 2
        assert at.review.editor is not None
        await at.write("The tea is cold.")
        await at.press("enter", "escape", "up", "up", "P")
        assert "1 pair" in at.message
        await at.press("w")
        assert "has a translation" in at.message

    sit(create(tmp_path / "lamp.duizhao", job()), script)
    assert [pair.en_text for pair in kept(tmp_path).pairs] == [
        "The ferry leaves at six.",
        "Mind your step.",
        "The tea is cold.",
        "Mind your step.",
    ]
