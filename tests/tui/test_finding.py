"""Finding pairs on the screen: going about, searching, filtering."""

from __future__ import annotations

from textual.widgets import Input

from aligner.bitext import FILTERS
from aligner.checks import PROBLEM_FILTERS
from tests.samples import lighthouse, long_book, one_pair
from tests.tui.driving import Sitting, played
from tui.actions.find import FILTER_NAMES, narrow
from tui.dialogs.question import AskLine

# Going about.


@played(long_book)
async def test_the_chosen_pair_is_always_on_the_screen(at: Sitting) -> None:
    for key in ("end", "pageup", "home", "pagedown", "n", "n", "N", "pagedown"):
        await at.press(key)
        assert f"{at.place + 1:3}" in "\n".join(line[:3] for line in at.lines()), key


@played(long_book)
async def test_looking_for_doubtful_pairs_goes_round_the_end_and_says_so(at: Sitting) -> None:
    await at.press("N")
    assert at.place == 99
    assert "from the other end" in at.message
    await at.press("N")
    assert (at.place, at.message) == (89, "")
    await at.press("n", "n")
    assert at.place == 9
    assert "from the other end" in at.message


@played(lambda: one_pair("燈亮了。", "The lamp was lit."))
async def test_where_nothing_is_doubtful_it_says_so(at: Sitting) -> None:
    await at.press("n")
    assert "No pair is left" in at.message
    assert "none left to look at" in at.head


@played(long_book)
async def test_there_is_no_going_to_what_is_no_pair(at: Sitting) -> None:
    for answer in ("0", "101", "-3", "1.5", "９", "99999999999999999999"):
        await at.press("g")
        await at.paste(answer)
        await at.press("enter")
        assert at.place == 0, answer
        assert at.message == "There are pairs 1 to 100.", answer


@played(long_book)
async def test_going_to_a_pair_that_a_filter_hides_lifts_the_filter(at: Sitting) -> None:
    await at.press("f", "down", "enter", "g", "5", "1", "enter")
    assert at.place == 50
    assert at.session.filter_name is None


# Searching.


@played()
async def test_either_script_finds_the_other(at: Sitting) -> None:
    for query in ("灯塔", "燈塔", "沒有回答", "没有回答"):
        await at.choose(5)
        await at.press("/", "ctrl+u")
        await at.paste(query)
        await at.press("enter")
        assert at.place in (0, 3), query
        await at.until(lambda: "” 1 of 1" in at.head)
        assert at.message.startswith("Went on")


@played()
async def test_a_search_is_remembered_and_let_go_of(at: Sitting) -> None:
    await at.press("/")
    await at.write("fog")
    await at.press("enter")
    assert at.place == 2
    await at.press("/")
    assert isinstance(at.top, AskLine)
    assert at.top.query_one(Input).value == "fog"
    await at.press("escape", "escape")
    assert at.review.query == ""
    await at.press("f3")
    assert "Search for something first" in at.message


@played()
async def test_what_is_not_there_is_said(at: Sitting) -> None:
    await at.press("/")
    await at.write("鯨")
    await at.press("enter")
    assert at.place == 0
    assert at.message == "“鯨” is not found."


@played()
async def test_a_hit_that_a_filter_hides_lifts_the_filter(at: Sitting) -> None:
    await at.press("f", "down", "enter", "/")
    await at.write("lamp")
    await at.press("enter")
    assert at.place == 0
    assert at.session.filter_name is None


# Filtering.


@played()
async def test_a_pair_that_is_mended_leaves_the_filter_and_undo_brings_it_back(at: Sitting) -> None:
    downs = ["down"] * FILTER_NAMES.index("unaligned")
    await at.press("f", "home", *downs, "enter")  # those without a counterpart
    assert [at.pairs[place].is_full for place in at.session.shown] == [False, False]
    await at.choose(3)
    await at.press("M")  # merged with the pair above, it has one
    assert len(at.session.shown) == 1
    await at.press("ctrl+z")
    assert len(at.session.shown) == 2
    assert at.bitext == lighthouse()


@played()
async def test_the_filter_can_be_chosen_by_every_name(at: Sitting) -> None:
    assert set(FILTER_NAMES) == {*FILTERS, *PROBLEM_FILTERS}
    for name in FILTER_NAMES:
        await at.press("f", "home", *["down"] * FILTER_NAMES.index(name), "enter")
        await at.until(lambda: (at.session.filter_name or "all") == name)  # noqa: B023
        assert all(0 <= place < len(at.pairs) for place in at.session.shown)
        await at.press("home", "end", "up")
        assert at.seen()


@played()
async def test_edits_are_possible_where_a_filter_shows_nothing(at: Sitting) -> None:
    for key in ("a", "r", "X", "m", "M", "s", "escape", "u", "d", "[", "]", "x", "ctrl+z"):
        narrow(at.review, "excluded")
        await at.settle()
        await at.press(key)
    for key in ("n", "N", "up", "down", "pageup", "pagedown", "home", "end", "tab", "."):
        await at.press(key)
    assert sorted(i for pair in at.pairs for i in pair.zh) == [0, 1, 2, 3, 4]
