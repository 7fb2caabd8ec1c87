"""Documents that are told by what they say."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from aligner.pairing.candidates import Candidate
from aligner.pairing.content import pair_by_content
from aligner.pairing.contents import Contents, ContentsReader
from aligner.pairing.finding import Found
from aligner.pairing.names import name_of
from aligner.pairing.plan import Unreadable
from aligner.reading import survey
from bench.texts import text_of
from tests.effort import check_proportion
from tests.pairing.folders import ZH, write


def contents(name: str, vectors: list[list[float]], weight: int = 100) -> Contents:
    """A document by its name, of vectors of two figures."""
    found = Found(Path(name), "", ())
    rows = np.array(vectors, np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    one = Candidate(found, name_of(found), None)
    return Contents(one, weight, rows.mean(axis=0), rows.astype(np.float16))


def told(zh: list[Contents], en: list[Contents]) -> list[tuple[str, str]]:
    return [(a.candidate.path.name, b.candidate.path.name) for a, b, _ in pair_by_content(zh, en)]


def test_each_is_the_others_best_or_alone() -> None:
    zh = [contents("a", [[1, 0.1]]), contents("b", [[1, 0.5]])]
    en = [contents("c", [[1, 0]])]
    assert told(zh, en) == [("a", "c")]


def test_of_two_that_are_as_good_the_one_of_the_same_kind_is_taken() -> None:
    zh = [contents("a.docx", [[1, 0]])]
    en = [contents("b.txt", [[1, 0]]), contents("c.docx", [[1, 0]])]
    assert told(zh, en) == [("a.docx", "c.docx")]


def test_lengths_that_no_translation_has_are_not_paired() -> None:
    assert told([contents("a", [[1, 0]], 100)], [contents("b", [[1, 0]], 130)])
    assert not told([contents("a", [[1, 0]], 100)], [contents("b", [[1, 0]], 1000)])


def test_nobody_is_paired_with_nobody() -> None:
    assert told([], [contents("b", [[1, 0]])]) == told([contents("a", [[1, 0]])], []) == []


def test_a_shelf_of_texts_finds_its_translations(tmp_path: Path) -> None:
    right = {}
    for number in range(40):
        text = text_of(12, seed=number, most=1)
        zh, en = f"{number:02}.txt", f"x{number * 7 % 40:02}.txt"
        write(tmp_path, {zh: "\n\n".join(text.zh), en: "\n\n".join(text.en[::2] + text.en[1::4])})
        right[zh] = en
    sides = [[candidate(tmp_path / name) for name in side] for side in (right, right.values())]
    failed: list[Unreadable] = []
    reader = ContentsReader(80, None, failed.append, None)
    found = told(reader.read_all(sides[0]), reader.read_all(sides[1]))
    assert dict(found) == right
    assert not failed


def test_a_document_that_has_gone_meanwhile_is_named(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": ZH[0]})
    one = candidate(tmp_path / "a.txt")
    one.path.unlink()
    failed: list[Unreadable] = []
    assert ContentsReader(1, None, failed.append, None).read_all([one]) == []
    assert [path.name for path, _ in failed] == ["a.txt"]


def test_a_book_takes_no_more_room_than_an_article(tmp_path: Path) -> None:
    write(tmp_path, {"book.txt": "\n\n".join(ZH * 500)})
    failed: list[Unreadable] = []
    reader = ContentsReader(1, None, failed.append, None)
    (book,) = reader.read_all([candidate(tmp_path / "book.txt")])
    assert len(book.sentences) == 64


def test_many_documents_have_room_together() -> None:
    def compare(count: int) -> None:
        chance = np.random.default_rng(1)
        zh, en = (
            [contents(f"{n}", chance.normal(size=(4, 8)).tolist()) for n in range(count)]
            for _ in "ab"
        )
        list(pair_by_content(zh, en))

    check_proportion(compare, 1_600)


def candidate(path: Path) -> Candidate:
    found = Found(path, "", ())
    return Candidate(found, name_of(found), survey(path))
