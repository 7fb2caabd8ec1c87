"""The window of the list: it is full of lines, and shows the row that it is to show."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.row_window import PlacedLine, RowWindow

HEIGHTS = st.lists(st.integers(1, 7), min_size=1, max_size=30)
MOVES = st.lists(st.tuples(st.sampled_from(["bring", "scroll"]), st.integers(-40, 40)), max_size=8)


def all_lines(heights: list[int]) -> list[PlacedLine]:
    return [PlacedLine(row, line) for row, high in enumerate(heights) for line in range(high)]


@given(HEIGHTS, st.integers(1, 12), MOVES)
def test_the_lines_of_a_window_follow_each_other(
    heights: list[int], height: int, moves: list[tuple[str, int]]
) -> None:
    window, everything = RowWindow(heights.__getitem__), all_lines(heights)
    for move, number in moves:
        if move == "scroll":
            window.scroll(number, len(heights))
        else:
            window.bring(number % len(heights), len(heights), height)
        shown = window.lines(len(heights), height)
        first = everything.index(window.top)
        assert shown == everything[first : first + height]


@given(HEIGHTS, st.integers(1, 12), st.integers(-40, 40), st.integers(0, 29))
def test_a_row_that_is_brought_is_shown_whole_if_it_fits(
    heights: list[int], height: int, scrolled: int, row: int
) -> None:
    window, row = RowWindow(heights.__getitem__), row % len(heights)
    window.scroll(scrolled, len(heights))
    window.bring(row, len(heights), height)
    shown = [placed.line for placed in window.lines(len(heights), height) if placed.row == row]
    assert shown == list(range(min(heights[row], height)))


@given(HEIGHTS, st.integers(1, 12))
def test_scrolling_back_ends_where_it_began(heights: list[int], lines: int) -> None:
    window, everything = RowWindow(heights.__getitem__), all_lines(heights)
    window.scroll(lines, len(heights))
    assert window.top == everything[min(lines, len(everything) - 1)]
    window.scroll(-lines, len(heights))
    assert window.top == PlacedLine(0, 0)


@given(st.integers(1, 500), st.integers(2, 40), st.data())
def test_the_thumb_stands_within_the_bar(count: int, height: int, data: st.DataObject) -> None:
    window, rows = RowWindow(lambda _: 1), min(count, height)
    window.begin_at(data.draw(st.integers(0, count - 1)))
    thumb = window.thumb(count, height, rows)
    assert len(thumb) >= 1
    assert thumb.start >= 0
    assert thumb.stop <= height
