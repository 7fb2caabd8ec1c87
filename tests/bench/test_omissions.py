from __future__ import annotations

from typing import Any

from bench.omissions import alone, count_kinds

CASE: dict[str, Any] = {
    "zh": ["燈塔亮了。", "海很靜。", "他把所有的信都收進了箱子裡，沒有再看。"],
    "en": ["The lamp was lit.", "The end."],
    "gold": [[[0], [0]], [[1], []], [[2], []], [[], [1]]],
}


def test_kinds_of_what_stands_alone() -> None:
    found = alone(CASE["gold"], CASE)
    assert found["zh", 1] == ("all", "left out", "short", "several together", "within")
    assert found["zh", 2] == ("all", "left out", "long", "several together", "at an end")
    assert found["en", 1] == ("all", "added", "short", "single", "at an end")


def test_what_is_found_and_what_is_right_are_counted_by_kind() -> None:
    beads = [[[0], [0]], [[1], []], [[2], [1]]]
    there, found, said, right = count_kinds(CASE, beads)
    assert (there["all"], found["all"], said["all"], right["all"]) == (3, 1, 1, 1)
    assert (there["left out"], found["left out"]) == (2, 1)
    assert said["single"] == right["single"] == 1  # by itself in the prediction
    assert found["several together"] == 1
