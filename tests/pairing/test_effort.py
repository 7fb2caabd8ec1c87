"""Ten thousand documents in one folder cost no more than in proportion."""

from __future__ import annotations

from pathlib import Path

from aligner.pairing.by_name import pair_by_name
from aligner.pairing.candidates import Candidate
from aligner.pairing.finding import Found
from aligner.pairing.ids import ids_of
from aligner.pairing.names import name_of
from aligner.reading import Survey
from tests.effort import check_proportion


def candidates(count: int) -> list[Candidate]:
    """Documents of which half are told by their names, and half have a third of their name."""
    found = []
    for number in range(count):
        stem = f"text {number // 2}_{('zh', 'en')[number % 2]}"
        stem = stem if number % 4 < 2 else f"same_{('zh', 'en')[number % 2]}"
        one = Found(Path(f"{stem}.txt"), "", ())
        said = Survey(*((9, 0) if number % 2 == 0 else (0, 9)), False, b"")
        found.append(Candidate(one, name_of(one), said))
    return found


def test_pairing_by_name_takes_time_in_proportion() -> None:
    check_proportion(lambda count: pair_by_name(candidates(count)), 8_000)


def test_pairs_by_name_are_found_among_many() -> None:
    assert len(pair_by_name(candidates(400))) == 100


def test_ids_take_time_in_proportion_though_all_names_are_one() -> None:
    check_proportion(lambda n: ids_of([("a", [f"{k}/a.txt"]) for k in range(n)]), 40_000)
