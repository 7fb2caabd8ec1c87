"""Which of many units are kept, how often they were there, and which belong together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.corpus.ledger import Ledger
from tests.effort import check_proportion


def ledger(*units: tuple[int, int, bool, int]) -> Ledger:
    """A ledger of exact key, near key, whether settled, and times."""
    made = Ledger()
    for exact, near, is_settled, times in units:
        made.enter((exact, exact), near, is_settled=is_settled, times=times)
    return made


def test_of_the_same_units_the_first_is_kept_and_counts_for_all() -> None:
    verdict = ledger((5, 1, False, 1), (7, 2, False, 1), (5, 1, False, 3)).verdict()
    assert verdict.is_kept.tolist() == [True, True, False]
    assert verdict.times.tolist() == [4, 1, 0]


def test_one_that_is_settled_is_kept_before_one_that_is_not() -> None:
    verdict = ledger((5, 1, False, 1), (5, 1, True, 1), (5, 1, True, 1)).verdict()
    assert verdict.is_kept.tolist() == [False, True, False]
    assert verdict.times.tolist() == [0, 3, 0]


def test_groups_are_numbered_in_order_and_hold_kept_units_alone() -> None:
    units = [(1, 9, 0), (2, 8, 0), (3, 9, 0), (1, 9, 0), (4, 8, 0), (5, 7, 0), (6, 0, 0), (7, 0, 0)]
    verdict = ledger(*((exact, near, False, 1) for exact, near, _ in units)).verdict()
    assert verdict.groups.tolist() == [1, 2, 1, 0, 2, 0, 0, 0]
    assert verdict.is_later.tolist() == [False, False, True, False, True, False, False, False]


def test_halves_of_a_key_are_looked_at_together() -> None:
    made = Ledger()
    for exact in ((1, 2), (2, 1), (1, 1), (2, 2), (1, 2)):
        made.enter(exact, 0)
    assert made.verdict().is_kept.tolist() == [True, True, True, True, False]


def test_nothing_gives_nothing() -> None:
    verdict = Ledger().verdict()
    assert len(verdict.is_kept) == len(verdict.times) == len(verdict.groups) == 0


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 3), st.booleans())))
def test_every_unit_is_kept_or_counted_by_the_one_that_is(
    units: list[tuple[int, int, bool]],
) -> None:
    verdict = ledger(*((exact, near, settled, 1) for exact, near, settled in units)).verdict()
    kept = verdict.is_kept.tolist()
    assert int(verdict.times.sum()) == len(units)
    assert sorted(exact for (exact, _, _), is_kept in zip(units, kept, strict=True) if is_kept) == (
        sorted({exact for exact, _, _ in units})
    )
    grouped = [group for group in verdict.groups.tolist() if group]
    assert all(grouped.count(group) > 1 for group in grouped)
    assert len(set(grouped)) == len(grouped) - int(verdict.is_later.sum())


def test_it_makes_no_difference_in_how_many_parts_keys_are_sorted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = Ledger()
    for number in range(4000):
        exact = number * 0x9E3779B97F4A7C15 % (1 << 64) // (number % 3 + 1), number % 2
        near = (number % 700) * 0x9E3779B97F4A7C15 % (1 << 64)
        made.enter(exact, near, is_settled=not number % 5)
        made.enter(exact, near)
    whole = made.verdict()
    monkeypatch.setattr("aligner.corpus.ledger._PART", 100)
    parts = made.verdict()
    assert whole.groups.max() > 500
    for name in ("is_kept", "times", "groups", "is_later"):
        assert getattr(whole, name).tolist() == getattr(parts, name).tolist()


def test_the_same_and_the_near_are_in_one_part_whatever_else_there_is() -> None:
    few, many = ledger((7, 9, False, 1)), Ledger()
    for number in range(5000):
        exact = number // 2 * 0x9E3779B97F4A7C15 % (1 << 64)
        many.enter((exact, 0), 0 if number % 10 < 2 else number % 40)
    many.enter((8, 8), 9)
    parts = many.parts(16)
    assert parts[-1] == few.parts(16)[0]
    assert set(parts.tolist()) == set(range(16))
    verdict = many.verdict()
    for group in range(1, int(verdict.groups.max()) + 1):
        assert len(set(parts[verdict.groups == group].tolist())) == 1


def test_time_grows_with_the_number_of_units() -> None:
    def fill(count: int) -> None:
        made = Ledger()
        for number in range(count):
            made.enter((number * 7919 % 65537, number % 50000), number % 40000)
        made.verdict()

    check_proportion(fill, 160_000)
