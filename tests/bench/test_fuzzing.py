"""The fuzzer finds what it is there to find, keeps it small, and finds nothing in a fixed draw."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from aligner.article import Article
from aligner.errors import UnusableInput
from aligner.reading import read_article
from aligner.unit import Unit
from bench.fuzz import Run
from bench.fuzzing import limits, oracle, worker
from bench.fuzzing.case import Case, File, LawBroken
from bench.fuzzing.compared import check_all_read
from bench.fuzzing.findings import Findings
from bench.fuzzing.foreign import check_foreign
from bench.fuzzing.generators import GENERATORS
from bench.fuzzing.inputs import case_of
from bench.fuzzing.shrinker import Budget, shrunk, smallest
from bench.fuzzing.targets import TARGETS, Target, warm_up
from tests.commands import BILINGUAL

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="cases run in forked processes")

DRAWN = 160
"""Inputs that each change must stand; `make fuzz` runs many more."""


def fake(monkeypatch: pytest.MonkeyPatch, run: Callable[[Case, Path], None]) -> Case:
    """Put a target of our own in the place of the keymap, and return a case for it."""
    target = Target("fake", 1, lambda chance: [(".txt",)], run)
    monkeypatch.setattr(worker, "TARGETS", {"fake": target})
    return Case("fake", (File("a.txt", b"one\ntwo\nthree\n"),))


def test_a_draw_of_inputs_is_read_or_refused_in_a_sentence(tmp_path: Path) -> None:
    warm_up()
    findings = Findings(tmp_path)
    tally = Run(seed=1).go(findings, inputs=DRAWN, minutes=None, jobs=1)
    assert findings.lines() == []
    assert tally.total == DRAWN
    assert sum(counts["read"] for counts in tally.by_target.values()) > DRAWN / 5


def test_a_seed_and_a_number_give_the_same_input() -> None:
    for number in range(30):
        assert case_of(7, number, TARGETS) == case_of(7, number, TARGETS)
    assert len({case_of(7, number, TARGETS) for number in range(30)}) == 30


@pytest.mark.parametrize("ending", GENERATORS)
def test_every_generator_makes_files_that_differ(ending: str) -> None:
    import random

    made = {GENERATORS[ending](random.Random(seed)).data for seed in range(12)}
    assert len(made) > 3


def test_an_unexpected_exception_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(case: Case, folder: Path) -> None:
        raise KeyError("x")

    outcome = worker.outcome_apart(fake(monkeypatch, run))
    assert outcome.how == "fault"
    assert outcome.signature.startswith("KeyError at test_fuzzing.py")


def test_a_refusal_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(case: Case, folder: Path) -> None:
        raise UnusableInput("No.")

    assert worker.outcome_apart(fake(monkeypatch, run)).how == "refused"


def test_what_takes_too_long_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(case: Case, folder: Path) -> None:
        while True:
            pass

    monkeypatch.setattr(worker, "limited_time", lambda: limits.limited_time(0.1))
    assert worker.outcome_apart(fake(monkeypatch, run)).signature.startswith("too slow")


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is watched on Linux")
def test_what_takes_too_much_memory_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(case: Case, folder: Path) -> None:
        bytearray(2 * limits.MEMORY)

    assert worker.outcome_apart(fake(monkeypatch, run)).signature.startswith("too much memory")


def test_a_process_that_dies_is_a_fault_and_the_others_go_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def run(case: Case, folder: Path) -> None:
        if case.choice == 1:
            os.kill(os.getpid(), signal.SIGKILL)

    case = fake(monkeypatch, run)
    child = worker.Child([0, 1, 2], lambda number: replace(case, choice=number))
    found = []
    while (more := child.read()) is not None:
        found += more
    died = child.close()
    assert [outcome.number for outcome in found] == [0]
    assert died
    assert (died.number, died.signature) == (1, "the process ended by SIGKILL")
    assert list(child.left) == [2]


def test_a_case_is_shrunk_to_what_makes_it_fail() -> None:
    case = Case("units", (File("a.txt", b"x\n" * 500 + b"--bad--\n" + b"y\n" * 500),))
    small = shrunk(case, lambda tried: b"bad" in tried.files[0].data, Budget(tries=2000))
    assert small.files[0].data == b"bad"


def test_shrinking_ends_when_nothing_may_be_tried_any_more() -> None:
    tries: list[bytes] = []

    def still(data: bytes) -> bool:
        tries.append(data)
        return False

    assert smallest(b"abc" * 100, still, Budget(tries=10)) == b"abc" * 100
    assert len(tries) == 10


def test_a_fault_is_kept_once_and_can_be_run_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def run(case: Case, folder: Path) -> None:
        if b"two" in case.files[0].data:
            raise KeyError("x")

    case = fake(monkeypatch, run)
    findings = Findings(tmp_path)
    place = findings.take(worker.outcome_apart(case), case, "how it was found")
    assert place
    assert findings.take(worker.outcome_apart(case), case, "again") is None
    assert Case.load(place).files[0].data == b"two"
    assert "how it was found" in (place / "story.txt").read_text(encoding="utf-8")
    assert worker.outcome_apart(Case.load(place)).how == "fault"


@pytest.fixture
def article(tmp_path: Path) -> Article:
    path = tmp_path / "a.txt"
    path.write_text(BILINGUAL, encoding="utf-8")
    return read_article(path)


def test_a_lost_sentence_is_noticed(article: Article) -> None:
    oracle.check_places(article, [BILINGUAL.encode()])
    oracle.check_found([BILINGUAL], oracle.texts_of(article))
    shorter = replace(article.zh, sentences=article.zh.sentences[1:])
    lossy = replace(article, zh=shorter)
    with pytest.raises(LawBroken, match="every character is somewhere"):
        oracle.check_places(lossy, [BILINGUAL.encode()])
    with pytest.raises(LawBroken, match="every character of the file"):
        oracle.check_found([BILINGUAL], oracle.texts_of(lossy))
    with pytest.raises(LawBroken, match="make their paragraph"):
        oracle.check_article(lossy)


def test_a_unit_that_comes_back_otherwise_is_noticed() -> None:
    unit = Unit("燈塔", "lighthouse")
    oracle.check_same([unit], [Unit("燈塔 ", "lighthouse\u200b")], once=False, what=".x")
    for back in ([], [unit, unit], [Unit("燈", "lighthouse")]):
        with pytest.raises(LawBroken, match="comes back"):
            oracle.check_same([unit], back, once=False, what=".x")


def test_a_text_that_was_not_read_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    path.write_text(
        '<tmx><body><tu><tuv xml:lang="zh"><seg>燈<bpt>b</bpt>塔</seg></tuv>'
        '<tuv xml:lang="en"><seg>lamp</seg></tuv></tu></body></tmx>',
        encoding="utf-8",
    )
    check_all_read(path, [Unit("燈塔", "lamp")])
    with pytest.raises(LawBroken, match=r"every text of \.tmx is read"):
        check_all_read(path, [Unit("燈", "lamp")])


def test_a_file_that_others_cannot_read_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"zh": "燈塔", "en": "lamp"}), encoding="utf-8")
    check_foreign(path, ["燈塔", "lamp"])
    with pytest.raises(LawBroken, match="another parser finds all"):
        check_foreign(path, ["港口"])
    path.write_text("{", encoding="utf-8")
    with pytest.raises(LawBroken, match="another parser reads"):
        check_foreign(path, [])
