"""A glossary that is worked on: what is decided is kept beside it, and never asked again."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.errors import UnusableInput
from aligner.term import Term
from aligner.terms import (
    Entry,
    Variant,
    keep_decisions,
    open_glossary,
    read_glossary,
    save_glossary,
    write_glossary,
)

LAMP = Term("燈塔", "lighthouse", ("灯塔",), ("lighthouses",), note="mine")
CAT = Term("貓", "cat", decision="rejected")


def client(path: Path) -> Path:
    entries = [
        Entry("碼頭", "quay", en_variants=(Variant("wharf", status="forbidden"),), domain="port"),
        Entry("霧號", "foghorn", part_of_speech="noun"),
    ]
    write_glossary(entries, path)
    return path


def test_a_glossary_that_is_not_there_is_begun(tmp_path: Path) -> None:
    kept = open_glossary(tmp_path / "new.tsv")
    assert kept.terms == ()
    keep_decisions(kept, [LAMP, CAT])
    assert not (tmp_path / "new.tsv").exists()
    assert open_glossary(tmp_path / "new.tsv").terms == (LAMP, CAT)


def test_without_decisions_there_is_no_file_beside(tmp_path: Path) -> None:
    path = client(tmp_path / "client.tbx")
    kept = open_glossary(path)
    keep_decisions(kept, kept.terms)
    assert [file.name for file in tmp_path.iterdir()] == ["client.tbx"]


@pytest.mark.parametrize("name", ["client.tbx", "client.xlsx", "client.csv", "client.utf8"])
def test_decisions_leave_the_glossary_as_it_is_until_it_is_saved(tmp_path: Path, name: str) -> None:
    path = client(tmp_path / name)
    before = path.read_bytes()
    kept = open_glossary(path)
    quay, foghorn = sorted(kept.terms, key=lambda term: term.en, reverse=True)
    kept = keep_decisions(kept, [quay, replace(foghorn, decision="rejected"), LAMP, CAT])
    assert path.read_bytes() == before
    again = open_glossary(path)
    assert {(t.en, t.decision) for t in again.terms} == {
        ("quay", "accepted"),
        ("foghorn", "rejected"),
        ("lighthouse", "accepted"),
        ("cat", "rejected"),
    }
    save_glossary(again)
    assert [entry.en for entry in read_glossary(path)][:2] == ["quay", "lighthouse"]
    assert path.with_name(f"{name}.bak").read_bytes() == before
    saved = open_glossary(path)
    assert {t.en for t in saved.terms if not t.is_accepted} == {"foghorn", "cat"}


def test_what_the_glossary_says_not_to_use_stays_in_it(tmp_path: Path) -> None:
    path = client(tmp_path / "client.tbx")
    kept = open_glossary(path)
    quay = next(term for term in kept.terms if term.en == "quay")
    others = [term for term in kept.terms if term != quay]
    save_glossary(keep_decisions(kept, [*others, replace(quay, note="seen")]))
    [entry] = [entry for entry in read_glossary(path) if entry.en == "quay"]
    assert [variant.text for variant in entry.banned("en")] == ["wharf"]
    assert entry.note == "seen"


def test_a_changed_term_is_changed_the_next_time(tmp_path: Path) -> None:
    path = client(tmp_path / "client.tbx")
    kept = open_glossary(path)
    new = [replace(t, en="pier") if t.en == "quay" else t for t in kept.terms]
    keep_decisions(kept, new)
    assert {term.en for term in open_glossary(path).terms} == {"pier", "foghorn"}


def test_another_path_is_written_and_nothing_else(tmp_path: Path) -> None:
    path, other = client(tmp_path / "client.tbx"), tmp_path / "other.xlsx"
    before = path.read_bytes()
    kept = keep_decisions(open_glossary(path), [LAMP, CAT])
    assert save_glossary(kept, other) == kept
    assert path.read_bytes() == before
    assert [entry.en for entry in read_glossary(other)] == ["lighthouse"]
    assert {file.name for file in tmp_path.iterdir()} == {
        "client.tbx",
        "client.tbx.decisions.json",
        "other.xlsx",
    }


def test_the_second_save_leaves_the_first_backup(tmp_path: Path) -> None:
    path = client(tmp_path / "client.tbx")
    before = path.read_bytes()
    kept = save_glossary(keep_decisions(open_glossary(path), [LAMP]))
    save_glossary(keep_decisions(kept, [replace(CAT, decision="accepted")]))
    assert path.with_name("client.tbx.bak").read_bytes() == before


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\x00",
        b"[]",
        b"{}",
        b'{"terms": 3, "removed": []}',
        b'{"terms": [3], "removed": []}',
        b'{"terms": [{"zh": "a"}], "removed": []}',
        b'{"terms": [{"zh": "a", "en": 3}], "removed": []}',
        b'{"terms": [{"zh": "a", "en": "b", "decision": "perhaps"}], "removed": []}',
        b'{"terms": [{"zh": "a", "en": "b", "other": 1}], "removed": []}',
        b'{"terms": [], "removed": ["abc"]}',
        b"[" * 100_000,
    ],
)
def test_a_file_that_holds_no_decisions_is_named(tmp_path: Path, content: bytes) -> None:
    beside = tmp_path / "new.tsv.decisions.json"
    beside.write_bytes(content)
    with pytest.raises(UnusableInput, match=r"new\.tsv\.decisions\.json"):
        open_glossary(tmp_path / "new.tsv")
    assert beside.read_bytes() == content


TEXTS = st.text(min_size=1, max_size=6).filter(str.strip)
TERMS = st.builds(
    Term,
    TEXTS,
    TEXTS,
    st.lists(TEXTS, max_size=2).map(tuple),
    st.lists(TEXTS, max_size=2).map(tuple),
    st.sampled_from(["accepted", "rejected"]),
    st.text(max_size=3),
    st.text(max_size=3),
)


@given(st.lists(TERMS, max_size=4, unique_by=lambda term: (term.zh, term.en)))
def test_whatever_was_kept_is_there_again(
    tmp_path_factory: pytest.TempPathFactory, terms: list[Term]
) -> None:
    path = tmp_path_factory.mktemp("kept") / "new.tsv"
    keep_decisions(open_glossary(path), terms)
    assert open_glossary(path).terms == tuple(sorted(terms))


def test_the_file_beside_is_plain_json(tmp_path: Path) -> None:
    kept = keep_decisions(open_glossary(tmp_path / "new.tsv"), [CAT])
    read = json.loads(kept.decisions_path.read_text(encoding="utf-8"))
    assert read["terms"][0]["zh"] == "貓"
