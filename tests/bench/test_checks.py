"""The tables of number pairs, and the figures made of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.checks import TABLES, Row, measure, read_table


@pytest.mark.parametrize(("path", "least"), [(TABLES[0], 300), (TABLES[1], 60)])
def test_a_table_is_half_wrong_and_without_repetition(path: Path, least: int) -> None:
    rows = read_table(path)
    assert len(rows) >= least
    assert abs(sum(row.right for row in rows) * 2 - len(rows)) <= 2
    assert len({(row.zh, row.en) for row in rows}) == len(rows)


def test_figures_are_shares_of_the_wrong_and_of_the_alarms() -> None:
    rows = [
        Row(True, "a", "三只猫。", "Three cats."),
        Row(True, "a", "他有25本书。", "He has books: twenty-five."),
        Row(True, "a", "他住进了25号房。", "He took the corner room."),
        Row(False, "a", "三只猫。", "Four cats."),
        Row(False, "a", "他来了。", "He came."),
    ]
    figures = measure(rows)
    assert (figures.rows, figures.recall, figures.precision) == (5, 0.5, 0.5)
    assert figures.missed == [rows[4]]
    assert figures.false == [rows[2]]
