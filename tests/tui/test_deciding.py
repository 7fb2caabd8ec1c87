"""Deciding on pairs: confirming moves on, marks and notes come and go."""

from __future__ import annotations

from tests.samples import lighthouse
from tests.tui.driving import Sitting, played


@played()
async def test_confirming_a_sure_pair_goes_to_the_next_one(at: Sitting) -> None:
    await at.press("a")
    assert at.pairs[0].status == "confirmed"
    assert at.place == 1
    assert "6 pairs: 1 doubtful, 1 without Chinese, 1 without English" in at.head


@played()
async def test_confirming_a_problem_goes_to_the_next_one_of_whatever_kind(at: Sitting) -> None:
    await at.choose(2)
    await at.press("a")
    assert at.place == 3
    assert "6 pairs: 1 without Chinese, 1 without English" in at.head
    await at.press("a")
    assert at.place == 4
    await at.press("a")
    assert "Nothing else is left to look at; 2 pairs" in at.message
    assert at.place == 4


@played()
async def test_the_first_line_never_says_that_text_without_a_translation_is_done(
    at: Sitting,
) -> None:
    await at.press("n", "a", "a", "a")
    assert at.head.endswith("6 pairs: 2 left one-sided")
    await at.press("ctrl+z")
    assert at.head.endswith("6 pairs: 1 without Chinese, 1 left one-sided")


@played()
async def test_confirming_twice_is_one_edit(at: Sitting) -> None:
    await at.press("a", "up", "a")
    assert at.place == 1
    await at.press("ctrl+z")
    assert not at.session.project.can_undo


@played()
async def test_confirming_the_last_pair_stays_there(at: Sitting) -> None:
    await at.press("end", "a")
    assert at.pairs[5].status == "confirmed"
    assert at.place == 5


@played()
async def test_confirming_while_a_filter_holds_does_not_skip_a_pair(at: Sitting) -> None:
    await at.press("f", "down", "enter")  # those to look at: the third, fourth and fifth
    assert (at.place, len(at.session.shown)) == (2, 3)
    assert "1 of 3: to look at" in at.head
    await at.press("a")
    assert (at.place, len(at.session.shown)) == (3, 2)
    await at.press("down", "a")
    assert (at.place, len(at.session.shown)) == (3, 1)
    await at.press("a")
    assert len(at.session.shown) == 0
    assert "No pair to show." in at.seen()
    await at.press("escape")
    assert len(at.session.shown) == 6


@played()
async def test_keeping_takes_an_excluded_pair_in_again(at: Sitting) -> None:
    statuses = []
    for _ in range(2):
        await at.press("X")
        statuses.append(at.pairs[0].status)
    assert statuses == ["excluded", "proposed"]


@played()
async def test_a_mark_for_review_is_taken_off_by_the_same_key(at: Sitting) -> None:
    await at.press("r")
    assert "6 pairs: 2 doubtful" in at.head
    await at.press("r")
    assert at.pairs[0].status == "proposed"


@played()
async def test_a_note_is_kept_shown_and_taken_away(at: Sitting) -> None:
    await at.press("c")
    await at.paste("原文如此")
    await at.press("enter")
    assert at.pair.note == "原文如此"
    assert "note: 原文如此" in at.seen()
    assert "¶ 98%" in at.lines()[at.line_of("燈塔亮了")]
    await at.press("c", "ctrl+u", "enter")
    assert at.pair.note == ""


@played()
async def test_a_note_that_is_dropped_changes_nothing(at: Sitting) -> None:
    await at.press("c")
    await at.write("nothing")
    await at.press("escape")
    assert at.bitext == lighthouse()
