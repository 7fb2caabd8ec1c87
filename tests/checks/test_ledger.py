"""The open problems of all pairs: what closes one, what an edit changes, what they cost."""

from __future__ import annotations

from dataclasses import replace

from aligner import edits
from aligner.bitext import Bitext, Pair
from aligner.checks import Look, Problem, ProblemLedger, Scrutiny, compared, problems_of
from tests.effort import check_effort
from tests.samples import book, lighthouse

WARNED = Pair((0,), (0,), "船上有38人。", "There were 83 people on board.", 0.9)


def checked(bitext: Bitext, **how: object) -> ProblemLedger:
    """A ledger of a bitext of which every pair has been checked."""
    ledger = ProblemLedger(bitext.pairs, **how)  # type: ignore[arg-type]
    ledger.begin(Scrutiny(), bitext.pairs)
    while places := ledger.unchecked(0, 100):
        ledger.take(ledger.look_at(places.start, bitext.pairs[places.start : places.stop]))
    return ledger


def test_what_is_open_of_a_pair_depends_on_who_decided_it() -> None:
    assert problems_of(WARNED, Scrutiny()) == Problem.WARNED
    still_open = replace(WARNED, status="edited"), replace(WARNED, status="review")
    assert all(Problem.WARNED in problems_of(pair, Scrutiny()) for pair in still_open)
    closed = replace(WARNED, status="confirmed"), replace(WARNED, status="excluded")
    assert not any(problems_of(pair, Scrutiny()) for pair in closed)
    from_file = replace(WARNED, status="confirmed")
    assert problems_of(from_file, Scrutiny(), is_vouched=False) == Problem.WARNED


def test_a_silenced_warning_is_none_and_a_broken_term_is_one() -> None:
    assert not problems_of(WARNED, Scrutiny(frozenset({"number"})))
    found = problems_of(WARNED, Scrutiny(frozenset({"number"}), lambda zh, _: "船" in zh))
    assert found == Problem.TERM


def test_text_without_a_translation_is_open_until_somebody_leaves_it_so() -> None:
    bitext = lighthouse()
    ledger = checked(bitext)
    assert ledger.problems(3) == Problem.NO_EN
    assert ledger.problems(4) == Problem.NO_ZH
    assert (ledger.tally().open, ledger.tally().gaps) == (3, 0)
    change = edits.confirm(bitext, 3)
    ledger.follow(change)
    assert (ledger.tally().open, ledger.tally().gaps) == (2, 1)
    ledger.follow(change.inverse, undoes=True)
    assert (ledger.tally().open, ledger.tally().gaps) == (3, 0)


def test_pairs_are_counted_under_each_of_their_kinds_and_once_in_all() -> None:
    bitext = lighthouse()
    pairs = (replace(WARNED, status="review"), *bitext.pairs)
    tally = checked(replace(bitext, pairs=pairs)).tally()
    assert tally.by_kind[Problem.WARNED] == 1
    assert tally.by_kind[Problem.DOUBTFUL] == 2
    assert tally.open == 4


def test_the_problems_of_all_pairs_are_a_byte_each_and_every_change_is_told() -> None:
    bitext = lighthouse()
    ledger = checked(bitext)
    row = ledger.all_problems()
    assert list(row) == [int(ledger.problems(place)) for place in range(len(bitext.pairs))]
    assert ledger.all_problems([4, 2, 0]) == bytes([row[4], row[2], row[0]])
    assert ledger.all_problems([]) == b""
    before = ledger.changes
    change = edits.confirm(bitext, 3)
    ledger.follow(change)
    assert ledger.changes > before
    assert ledger.all_problems()[3] == 0  # one that is left so is no problem any more


def test_an_unchecked_pair_is_stopped_at_and_says_so() -> None:
    bitext = lighthouse()
    ledger = ProblemLedger(bitext.pairs)
    assert ledger.next_stop(0) == 1
    assert not ledger.is_checked(1)
    assert checked(bitext).next_stop(0) == 2
    assert checked(bitext).next_stop(2, forward=False) == 4
    assert checked(bitext).next_stop(4) == 2


def test_what_was_found_holds_for_the_pairs_that_an_edit_has_left_alone() -> None:
    before = tuple(replace(WARNED, zh=(n,), en=(n,), status="review") for n in range(6))
    ledger = ProblemLedger(before)
    ledger.begin(Scrutiny(), before)
    look = ledger.look_at(1, before[1:5])
    merged = replace(WARNED, zh=(2, 3), en=(2, 3))
    now = (*before[:2], merged, *before[4:])
    assert [(part.first, len(part.problems)) for part in look.still_true(before, now)] == [
        (1, 1),
        (3, 1),
    ]
    assert [*look.still_true(before, before)] == [look]
    assert [*look.still_true(before, before[:1])] == []


def test_units_of_a_memory_are_held_against_each_other_and_those_of_an_article_are_not() -> None:
    texts = [("燈塔亮了。", "The lamp was lit."), ("燈塔亮了。", "The light is on.")] * 2
    texts += [(f"海很靜{sign}", f"The sea was calm {sign}") for sign in "一二三四五六七八九"]
    pairs = tuple(Pair((n,), (n,), *both, 0.9) for n, both in enumerate(texts))
    bitext = replace(lighthouse(), pairs=pairs)
    assert checked(bitext).to_compare() is None
    ledger = checked(bitext, compares=True)
    there = ledger.to_compare()
    assert there is not None
    ledger.take_comparison(compared(there, len(pairs)), pairs)
    assert [n for n in range(4) if Problem.WARNED in ledger.problems(n)] == [1, 2, 3]
    for place in (1, 2, 3):
        ledger.follow(edits.exclude(bitext, place))
    there = ledger.to_compare()
    assert there is not None
    assert compared(there, len(pairs)) == {}


def test_what_is_at_odds_with_another_is_so_again_as_soon_as_a_confirmation_is_undone() -> None:
    texts = [("燈塔亮了。", "The lamp was lit."), ("燈塔亮了。", "The light is on.")]
    texts += [(f"海很靜{sign}", f"The sea was calm {sign}") for sign in "一二三四五六七八九"]
    pairs = tuple(Pair((n,), (n,), *both, 0.99) for n, both in enumerate(texts))
    bitext = replace(lighthouse(), pairs=pairs)
    ledger = checked(bitext, compares=True)
    there = ledger.to_compare()
    assert there is not None
    ledger.take_comparison(compared(there, len(pairs)), pairs)
    assert ledger.is_stop(1)
    change = edits.confirm(bitext, 1)
    ledger.follow(change)
    assert not ledger.is_stop(1)
    ledger.follow(change.inverse, undoes=True)
    assert Problem.WARNED in ledger.problems(1)


def test_among_100_000_pairs_an_edit_and_the_next_problem_cost_next_to_nothing() -> None:
    bitext = book([(1, 1, 0.95, 3)] * 100_000)
    ledger = ProblemLedger(bitext.pairs)
    ledger.begin(Scrutiny(), bitext.pairs)
    ledger.take(Look(0, bytes(100_000), ()))  # all checked, and nothing found
    change = edits.insert(bitext, 50_000)

    def hundred_steps() -> None:
        for _ in range(100):
            ledger.follow(change)
            assert ledger.next_stop(0) == 50_000
            assert ledger.tally().open == 1
            ledger.follow(change.inverse, undoes=True)
            assert ledger.next_stop(0) is None

    check_effort(hundred_steps, 8)
