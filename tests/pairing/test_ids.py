"""What pairs are called, so that files can be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.pairing.ids import ids_of, is_safe, safe


@given(st.text(max_size=200))
def test_an_id_is_a_name_that_any_system_takes(name: str) -> None:
    found = safe(name)
    assert found
    assert is_safe(found)
    assert not set(found) & set('<>:"/\\|?*\0\n\t #=')
    assert not found.startswith((".", "-", "_", "run-report"))
    assert not found.endswith((".", " "))
    assert len(f"{found}-aaaaaaaa.jsonl".encode()) <= 255


@pytest.mark.parametrize("name", ["my chapter 1", "第三章（上）", "a.b", "x" * 240])
def test_an_id_that_somebody_wrote_may_be_any_name_of_a_file(name: str) -> None:
    assert is_safe(name)


@pytest.mark.parametrize(
    "name", ["", "a/b", "..", "a.", " a", "CON", "nul.txt", "-a", "#a", "a\tb", "x" * 241, "\ud800"]
)
def test_an_id_that_no_file_can_have_on_some_system_is_none(name: str) -> None:
    assert not is_safe(name)


def test_names_that_mean_something_elsewhere_are_changed() -> None:
    names = ["con", "NUL.txt", "run-report", "01", "2024-01-02", "../../etc/passwd", "=1+1", ""]
    assert [safe(name) for name in names] == [
        "pair-con",
        "pair-NUL.txt",
        "pair-run-report",
        "pair-01",
        "pair-2024-01-02",
        "etc-passwd",
        "pair-1-1",
        "pair",
    ]


def test_ids_that_would_be_one_file_are_told_apart() -> None:
    names = [("ch1", ["ch1.docx"]), ("CH1", ["CH1.pdf"]), ("a", ["x/a.txt"]), ("a", ["y/a.txt"])]
    ids = ids_of(names)
    assert ids[:2] == ["ch1-docx", "CH1-pdf"]
    assert len({one.casefold() for one in ids}) == 4
    assert ids == ids_of(names)


def test_an_id_that_is_taken_is_not_given_again() -> None:
    assert ids_of([("ch1", ["ch1.txt"])], ["CH1"]) == ["ch1-txt"]


def test_long_names_that_begin_alike_have_ids_of_their_own() -> None:
    names = [("長" * 300 + end, [f"{end}.txt"]) for end in "ab"]
    ids = ids_of(names)
    assert len(set(ids)) == 2
    assert all(is_safe(one) for one in ids)
