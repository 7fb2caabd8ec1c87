"""Many documents made one: what is kept, marked and counted; nothing vanishes."""

from __future__ import annotations

import errno
import random
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.corpus import Filters, Source, merged
from aligner.corpus.filters import Reason
from aligner.errors import UnusableInput, UnwritableOutput
from aligner.formats import write_units
from aligner.unit import Unit
from tests.corpus.made import DOOR, FOG, LAMP, corpus_of, document, line, said_of


def test_units_know_their_document_and_how_often_they_were_there(tmp_path: Path) -> None:
    document(tmp_path / "out", "a", line(*LAMP), line(*DOOR))
    document(tmp_path / "out", "b", line(*LAMP), line(*FOG))
    with corpus_of(tmp_path / "out") as corpus:
        assert len(corpus) == 3
        expected = [
            (LAMP[0], {"x-document": "a", "x-count": "2"}),
            (DOOR[0], {"x-document": "a"}),
            (FOG[0], {"x-document": "b"}),
        ]
        assert said_of(corpus) == expected
        assert said_of(corpus) == expected, "it may be gone through again"
    counts = corpus.counts
    assert (counts.documents, counts.read, counts.duplicates) == (2, 4, 1)


def test_what_a_translator_settled_stands_for_what_nobody_did(tmp_path: Path) -> None:
    document(tmp_path / "out", "a", line(*LAMP, confidence=0.3))
    document(tmp_path / "out", "b", line(*LAMP, confidence=0.3, status="confirmed"))
    with corpus_of(tmp_path / "out") as corpus:
        (unit,) = corpus
    assert unit.status == "confirmed"
    assert dict(unit.properties) == {"x-document": "b", "x-count": "2"}


def test_near_ones_are_marked_or_dropped(tmp_path: Path) -> None:
    texts = [("第1页", "Page 1"), LAMP, ("第2页", "Page 2"), ("第2頁", "PAGE 2")]
    document(tmp_path / "out", "a", *(line(*pair) for pair in texts))
    with corpus_of(tmp_path / "out") as corpus:
        assert [said.get("x-near-duplicate") for _, said in said_of(corpus)] == [
            "1",
            None,
            "1",
            "1",
        ]
        assert (corpus.counts.near, corpus.counts.near_groups) == (3, 1)
    with corpus_of(tmp_path / "out", filters=Filters(drop_near=True)) as corpus:
        assert [zh for zh, said in said_of(corpus)] == ["第1页", LAMP[0]]
        assert len(corpus) == 2
        assert corpus.counts.left_out == {Reason.NEAR: 2}


def test_what_is_left_out_is_counted_under_its_reason(tmp_path: Path) -> None:
    lines = [line(*LAMP, confidence=0.2), line("", "Alone."), line(*DOOR), line(*FOG, 0.1)]
    document(tmp_path / "out", "a", *lines)
    document(tmp_path / "out", "b")
    with corpus_of(tmp_path / "out", filters=Filters(min_confidence=0.5)) as corpus:
        assert [zh for zh, _ in said_of(corpus)] == [DOOR[0]]
    assert corpus.counts.left_out == {Reason.CONFIDENCE: 2, Reason.ONE_TEXT: 1}
    assert list(corpus.counts.sentences()) == [
        "Left out: 1 unit without Chinese or without English.",
        "Left out: 2 units below the confidence asked for.",
        "Without any pair: 1 document.",
    ]


def test_a_corpus_merged_again_counts_what_its_units_stand_for(tmp_path: Path) -> None:
    document(tmp_path / "out", "a", line(*LAMP), line(*LAMP), line("第1页", "Page 1"))
    document(tmp_path / "more", "b", line(*LAMP), line("第2页", "Page 2"))
    with corpus_of(tmp_path / "out") as first:
        write_units(first, tmp_path / "first.tmx")
    with corpus_of(tmp_path / "first.tmx", tmp_path / "more") as second:
        assert said_of(second) == [
            (LAMP[0], _kept({"x-count": "3"})),
            ("第1页", _kept({"x-near-duplicate": "1"})),
            ("第2页", {"x-document": "more/b", "x-near-duplicate": "1"}),
        ]


def _kept(said: dict[str, str]) -> dict[str, str]:
    return {"x-document": "a", **said}


def test_merging_part_by_part_gives_what_merging_at_once_gives(tmp_path: Path) -> None:
    chance = random.Random(3)
    texts = [("第1页", "Page 1"), ("第2页", "Page 2"), ("12", "12."), ("13", "13"), LAMP, DOOR, FOG]
    folders = [tmp_path / name for name in ("x", "y", "z")]
    for folder in folders:
        document(folder, "a", *(line(*chance.choice(texts)) for _ in range(40)))
    with corpus_of(*folders) as whole:
        at_once = _facts(whole)
    for folder in folders:
        with corpus_of(folder) as one, one.in_parts(3) as parts:
            for number, part in enumerate(parts):
                write_units(part, tmp_path / f"{folder.name}-{number}.jsonl")
    part_by_part = []
    for number in range(3):
        with corpus_of(*tmp_path.glob(f"*-{number}.jsonl")) as merged_part:
            part_by_part += _facts(merged_part)
    assert sorted(part_by_part) == sorted(at_once)
    assert sum(int(times) for _, _, times, _ in at_once) == 120


def _facts(units: Iterable[Unit]) -> list[tuple[str, str, str, bool]]:
    """Both texts, how often they were there, and whether others are near."""
    found = []
    for unit in units:
        said = dict(unit.properties)
        found.append((unit.zh, unit.en, said.get("x-count", "1"), "x-near-duplicate" in said))
    return found


@pytest.mark.parametrize("said", ["0", "-3", "many", "", "9" * 30, "²"])
def test_a_count_that_makes_no_sense_is_one(tmp_path: Path, said: str) -> None:
    units = [Unit(*LAMP, properties=(("x-count", said),)), Unit(*LAMP)]
    write_units(units, tmp_path / "a.jsonl")
    with corpus_of(tmp_path / "a.jsonl") as corpus:
        assert said_of(corpus)[0][1]["x-count"] == "2"


def test_all_that_a_unit_says_comes_through(tmp_path: Path) -> None:
    unit = Unit(
        "灯塔\ud800",
        "lamp\n",
        "zh-HK",
        "en-GB",
        0.25,
        "edited",
        "a note",
        (("x-client", "客"), ("zh/seg", "<b>灯</b>塔")),
        "en",
    )
    with merged([Source("d", tmp_path)], read=lambda path, progress: iter([unit])) as corpus:
        (given,) = corpus
    assert given == Unit(
        *(unit.zh, unit.en, "zh-HK", "en-GB", 0.25, "edited", "a note"),
        (*unit.properties, ("x-document", "d")),
    )
    assert given.source == "en"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b'{"zh": 1, "en": "a"}\n', "no JSON object"),
        (b'{"zh": "\xe7\x81\xaf", "en": "a"}\n{"zh": "half', "no JSON object with texts"),
        (b'{"zh": ' + b"[" * 500, "no JSON object"),
        (b"\x00\xff" * 90, ""),
    ],
)
def test_a_damaged_document_is_refused_and_named(
    tmp_path: Path, content: bytes, words: str
) -> None:
    document(tmp_path / "out", "a", line(*LAMP))
    document(tmp_path / "out", "b").write_bytes(content)
    with pytest.raises(UnusableInput, match=f"b.jsonl.*{words}"), corpus_of(tmp_path / "out"):
        pass


def test_of_a_damaged_document_what_stands_before_is_taken_if_asked(tmp_path: Path) -> None:
    document(tmp_path / "out", "a", line(*LAMP), line(*DOOR), "{")
    document(tmp_path / "out", "b", '{"oops": 1}\n')
    document(tmp_path / "out", "c", line(*FOG))
    with corpus_of(tmp_path / "out", salvage=True) as corpus:
        assert [zh for zh, _ in said_of(corpus)] == [LAMP[0], DOOR[0], FOG[0]]
    first, second = corpus.counts.sentences()
    assert "a.jsonl" in first
    assert first.endswith("Taken: 2 translation units, all that stand before the damage.")
    assert "b.jsonl" in second
    assert second.endswith("Nothing of it was taken.")


def test_a_full_disk_for_temporary_files_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    document(tmp_path / "out", "a", *(line(f"灯{number}", "lamp") for number in range(300)))
    monkeypatch.setattr("aligner.corpus.spool.Spool._write", full)
    with (
        pytest.raises(UnwritableOutput, match="folder for temporary files"),
        corpus_of(tmp_path / "out"),
    ):
        pass


def test_progress_goes_through_all_sources(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    paths = [document(tmp_path, name, *[line(*LAMP)] * 2500) for name in ("a", "b")]
    sources = [Source(path.stem, path) for path in paths]
    with merged(sources, progress=lambda *step: told.append(step)):
        pass
    assert {stage for stage, _, _ in told} == {"reading"}
    steps = [done for _, done, _ in told]
    assert steps == sorted(steps)
    assert {total for _, _, total in told} == {2000}
    assert max(steps) > 1000


pair = st.tuples(st.sampled_from(["灯1", "灯2", "燈1", "门", "", "\n灯1 "]), st.sampled_from("ab "))


@given(st.lists(st.lists(pair, max_size=8), max_size=4))
def test_every_unit_is_written_counted_as_the_same_or_counted_as_left_out(
    documents: Sequence[Sequence[tuple[str, str]]],
) -> None:
    sources = [Source(str(number), Path(str(number))) for number in range(len(documents))]

    def read(path: Path, progress: object) -> object:
        return iter([Unit(zh, en) for zh, en in documents[int(path.name)]])

    with merged(sources, read=read) as corpus:  # type: ignore[arg-type]
        units = list(corpus)
    counts = corpus.counts
    assert counts.read == sum(map(len, documents))
    assert counts.read == len(units) + counts.duplicates + counts.left_out.total()
    assert sum(int(dict(unit.properties).get("x-count", "1")) for unit in units) == (
        counts.read - counts.left_out.total()
    )
    assert len({(" ".join(u.zh.split()), " ".join(u.en.split())) for u in units}) == len(units)
