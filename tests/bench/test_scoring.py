from __future__ import annotations

import pytest

from bench.scoring import tally

GOLD = {"gold": [[[0], [0]], [[1], [1, 2]], [[2], []], [[3], [3]]]}


def test_the_gold_itself_is_perfect() -> None:
    found = tally(GOLD, {"beads": GOLD["gold"]})
    assert (found.strict, found.lax, found.many, found.omitted) == (1, 1, 1, 1)


def test_a_wrong_neighbour_costs_two_beads_strictly_and_one_laxly() -> None:
    found = tally(GOLD, {"beads": [[[0], [0, 1]], [[1], [2]], [[2], []], [[3], [3]]]})
    assert found.strict == pytest.approx(2 * (2 / 4) * (1 / 3) / (2 / 4 + 1 / 3))
    assert found.lax == 1
    assert found.many == 0


def test_calibration_compares_confidence_with_what_is_right() -> None:
    answer = {"beads": [[[0], [0]], [[1], [1]]], "confidence": [0.8, 0.8]}
    assert tally(GOLD, answer).calibration_error() == pytest.approx(0.3)


def test_counts_add_up() -> None:
    one = tally(GOLD, {"beads": GOLD["gold"]})
    two = tally(GOLD, {"beads": [[[0], []], [[], [0]]]})
    both = one + two
    assert both.gold == 6
    assert both.strict_predicted == one.strict_predicted + two.strict_predicted
