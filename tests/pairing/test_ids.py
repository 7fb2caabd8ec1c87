"""What pairs are called, so that files can be."""

from __future__ import annotations

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
    assert len(f"{found}-aaaaaaaa.jsonl".encode("utf-8", "surrogatepass")) <= 255


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
