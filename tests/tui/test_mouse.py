"""Clicking, dragging and the wheel."""

from __future__ import annotations

from textual import events
from textual.geometry import Offset

from aligner.bitext import Bitext
from tests.samples import book, lighthouse
from tests.tui.driving import Sitting, played
from tui.dialogs.help import HelpPage


def long_book() -> Bitext:
    return book([(1, 1, 0.95, 3)] * 200)


def cell(at: Sitting, text: str) -> tuple[int, int]:
    """The cell in which a text begins, as a mouse counts them."""
    from aligner.cells import width

    line = at.line_of(text)
    return width(at.lines()[line].split(text)[0]), line


@played()
async def test_a_click_chooses_pair_and_side(at: Sitting) -> None:
    await at.click(*cell(at, "Fog tonight"))
    assert (at.place, at.session.language) == (2, "en")
    await at.click(*cell(at, "海很靜"))
    assert (at.place, at.session.language) == (5, "zh")
    await at.click(3, at.line_of("貓沒有回答"))
    assert (at.place, at.session.language) == (3, "zh")


@played()
async def test_a_click_below_the_last_pair_does_nothing(at: Sitting) -> None:
    await at.click(20, 17)
    assert at.place == 0


@played()
async def test_a_cell_is_dragged_to_the_neighbour_and_undo_takes_it_back(at: Sitting) -> None:
    start = cell(at, "The keeper")
    await at.drag(start, cell(at, "Fog tonight"))
    assert at.pairs[2].en_text == "He went down the stairs. “Fog tonight,” he said."
    assert at.place == 2
    await at.press("ctrl+z")
    assert at.bitext == lighthouse()
    await at.drag(start, cell(at, "The lamp"))
    assert at.pairs[0].en_text == "The lamp was lit. The keeper closed the door."


@played()
async def test_a_cell_that_is_dragged_far_becomes_a_pair_with_the_cell_there(at: Sitting) -> None:
    await at.drag(cell(at, "貓沒有"), cell(at, "燈塔"))
    pair = next(pair for pair in at.pairs if pair.status == "confirmed")
    assert (pair.zh_text, pair.en_text) == ("貓沒有回答。", "The lamp was lit.")
    await at.press("ctrl+z")
    assert at.bitext == lighthouse()


@played()
async def test_a_drag_that_cannot_be_done_is_a_sentence(at: Sitting) -> None:
    await at.drag(cell(at, "(no English)"), cell(at, "(no Chinese)"))
    assert at.message == "This pair has no English."
    assert at.bitext == lighthouse()


@played()
async def test_a_drag_that_ends_outside_or_where_it_began_does_nothing(at: Sitting) -> None:
    start = cell(at, "The keeper")
    for end in (start, (start[0] + 3, start[1]), (40, 0), (40, 17), (79, 23)):
        await at.drag(start, end)
        assert at.bitext == lighthouse()


@played()
async def test_the_button_let_go_without_having_been_pressed_does_nothing(at: Sitting) -> None:
    await at.mouse(events.MouseUp, *cell(at, "The keeper"))
    assert at.bitext == lighthouse()


@played(long_book)
async def test_the_wheel_scrolls_and_leaves_the_chosen_pair(at: Sitting) -> None:
    def rows() -> list[str]:
        return at.lines()[2:11]  # below the heads, which stand still

    before = rows()
    await at.mouse(events.MouseScrollDown, 40, 10)
    assert rows()[0][:-2] == before[3][:-2]
    assert at.place == 0
    await at.mouse(events.MouseScrollUp, 40, 10)
    assert rows() == before
    for _ in range(5):
        await at.mouse(events.MouseScrollUp, 40, 10)
    assert rows() == before
    for _ in range(200):
        at.window.scroll_lines(30)
    await at.settle()
    assert "200 " in at.seen()
    await at.press("down")  # from where one is, not from what is looked at
    assert at.place == 1
    assert "\n  2 " in at.seen()


@played(long_book)
async def test_the_bar_shows_and_takes_to_any_part(at: Sitting) -> None:
    height = at.window.size.height
    thumbs = [line[-1] for line in at.lines()[2 : height + 2]]
    assert thumbs[0] == "◂"  # the chosen row
    assert thumbs[-1] == "│"
    await at.click(79, height + 1)
    assert [line[-1] for line in at.lines()[2 : height + 2]][-1] == "█"
    assert at.place == 0


@played()
async def test_a_click_on_a_key_at_the_bottom_does_what_it_does(at: Sitting) -> None:
    line = at.lines()[-1]
    await at.click(line.index("accept"), 23)
    assert at.pairs[0].status == "confirmed"
    await at.click(line.index("help"), 23)
    assert isinstance(at.top, HelpPage)


@played(language="zh-Hant")
async def test_a_click_finds_a_key_behind_wide_labels(at: Sitting) -> None:
    await at.click(*cell(at, "確認"))
    assert at.pairs[0].status == "confirmed"


@played()
async def test_a_click_puts_the_caret_where_it_is(at: Sitting) -> None:
    await at.choose(1)
    await at.press("s")
    x, y = cell(at, "關上門")
    await at.click(x + 1, y)  # the right half of a wide character
    assert at.review.carets is not None
    assert (at.review.carets.zh.at, at.place) == (3, 1)
    await at.click(*cell(at, "down the stairs"))
    assert at.review.carets is not None
    assert at.review.carets.en_text[at.review.carets.en.at :] == "down the stairs."
    await at.press("enter")
    assert [pair.en_text for pair in at.pairs[1:3]] == [
        "The keeper closed the door. He went",
        "down the stairs.",
    ]


@played()
async def test_a_click_on_another_pair_puts_the_carets_away(at: Sitting) -> None:
    await at.choose(1)
    await at.press("s")
    await at.click(*cell(at, "海很靜"))
    assert at.review.carets is None
    assert at.place == 5


@played(size=(20, 5))
async def test_nothing_happens_where_nothing_is_drawn(at: Sitting) -> None:
    for y in range(5):
        await at.drag((5, y), (12, 4 - y))
        await at.mouse(events.MouseScrollDown, 5, y)
    assert at.bitext == lighthouse()
    assert at.app.mouse_captured is None
    assert at.app.mouse_position != Offset(-1, -1)
