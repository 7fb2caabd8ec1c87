"""A run over many documents: what it leaves, what it does again, and what it says of each."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import aligner
from aligner.ahead import Reading
from aligner.batch import Failure, InProcess, Job, Part, Processes, Report, read_part, run_batch
from aligner.batch import document as document_module
from aligner.batch.document import align_document
from aligner.errors import UnusableInput, UnwritableOutput
from aligner.pairing import Plan, PlannedPair, Unreadable
from tests.batch.documents import contents, en_text, plan_of, planned, zh_text
from tests.commands import PATIENCE, ROOT


def never(job: Job) -> Report:
    raise AssertionError(f"{job.id} is done again")


def some(job: Job) -> Report:
    """Do what the run does, but for documents that are noted as bad."""
    if job.pair.note == "bad":
        raise UnusableInput(f"{job.id} is bad.")
    return align_document(job)


def test_a_document_leaves_its_pairs_its_report_and_its_page(tmp_path: Path) -> None:
    plan, out = plan_of(tmp_path / "in", 2), tmp_path / "out"
    result = run_batch(plan, out, workers=InProcess())
    assert sorted(contents(out)) == sorted(
        [f"d{n}{end}" for n in (10, 11) for end in (".html", ".json", ".jsonl")]
        + ["run-report.html", "run-report.tsv"]
    )
    assert (result.aligned, result.kept, result.pairs, result.failed) == (2, 0, 6, ())
    units = [*aligner.read_units(out / "d10.jsonl")]
    assert [unit.zh for unit in units] == zh_text(10).split()
    assert [unit.en for unit in units] == en_text(10).strip().split("\n\n")
    line = json.loads((out / "d10.jsonl").read_text("utf-8").splitlines()[1])
    start, stop = line["places"]["zh"]["characters"]
    assert zh_text(10)[start:stop] == line["zh"]
    assert line["places"]["en"]["sentences"] == [1]
    assert (line["status"], line["zh_code"]) == ("proposed", "zh-TW")
    report = json.loads((out / "d10.json").read_text("utf-8"))
    assert (report["id"], report["pairs"], report["sentences"]) == ("d10", 3, [3, 3])


def test_processes_leave_the_same_bytes(tmp_path: Path) -> None:
    plan = plan_of(tmp_path / "in", 5)
    run_batch(plan, tmp_path / "one", workers=InProcess())
    run_batch(plan, tmp_path / "two", workers=Processes(2))
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_a_second_run_does_nothing(tmp_path: Path) -> None:
    plan, out = plan_of(tmp_path / "in", 3), tmp_path / "out"
    run_batch(plan, out, workers=InProcess())
    before = {path: path.stat().st_mtime_ns for path in out.glob("d*")}
    again = run_batch(plan, out, workers=InProcess(), work=never)
    assert (again.aligned, again.kept) == (3, 3)
    assert {path: path.stat().st_mtime_ns for path in out.glob("d*")} == before


def test_a_clock_decides_nothing(tmp_path: Path) -> None:
    plan, out = plan_of(tmp_path / "in", 1), tmp_path / "out"
    run_batch(plan, out, workers=InProcess())
    for path in plan.pairs[0].paths:
        os.utime(path, (4e9, 4e9))
    assert run_batch(plan, out, workers=InProcess(), work=never).kept == 1


@pytest.mark.parametrize("changed", ["input", "options", "version", "pairs", "report", "page"])
def test_what_has_changed_is_done_again(
    changed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan, out = plan_of(tmp_path / "in", 2), tmp_path / "out"
    run_batch(plan, out, workers=InProcess())
    reading = Reading()
    if changed == "input":
        (tmp_path / "in" / "d10_en.txt").write_text(en_text(99), encoding="utf-8")
    elif changed == "options":
        reading = Reading(level="paragraph")
    elif changed == "version":
        monkeypatch.setattr("aligner.batch.state.__version__", "0.0.1")
    elif changed == "page":
        (out / "d10.html").unlink()
    else:
        path = out / ("d10.jsonl" if changed == "pairs" else "d10.json")
        path.write_bytes(path.read_bytes()[:-20])
    result = run_batch(plan, out, workers=InProcess(), reading=reading)
    assert result.kept == (0 if changed in ("options", "version") else 1)
    assert result.aligned == 2
    assert len((out / "d10.jsonl").read_text("utf-8").splitlines()) == 3


def test_a_document_that_fails_is_a_line_of_the_report_and_tried_again_when_asked(
    tmp_path: Path,
) -> None:
    plan, out = plan_of(tmp_path / "in", 3), tmp_path / "out"
    run_batch(plan, out, workers=InProcess())
    bad = replace(plan.pairs[1], note="bad", zh=plan.pairs[0].zh)
    worse = Plan((plan.pairs[0], bad, plan.pairs[2]))
    result = run_batch(worse, out, workers=InProcess(), work=some)
    assert [(one.id, one.sentence) for one in result.failed] == [("d11", "d11 is bad.")]
    assert not (out / "d11.jsonl").exists(), "pairs of another text would be taken for its own"
    assert not (out / "d11.html").exists()
    assert (out / "run-report.tsv").read_text("utf-8").splitlines()[1].startswith("d11\tfailed")
    again = run_batch(worse, out, workers=InProcess(), work=never)
    assert (again.kept, len(again.failed)) == (3, 1)
    good = Plan((plan.pairs[0], replace(bad, note=""), plan.pairs[2]))
    retried = run_batch(good, out, workers=InProcess(), retry_failed=True)
    assert (retried.kept, retried.aligned) == (2, 3)


def test_a_file_that_is_not_there_is_tried_again_when_it_is(tmp_path: Path) -> None:
    plan, out = plan_of(tmp_path / "in", 1), tmp_path / "out"
    missing = plan.pairs[0].en
    assert missing is not None
    missing.unlink()
    result = run_batch(plan, out, workers=InProcess())
    assert result.failed[0].failure is Failure.UNUSABLE
    assert result.failed[0].sentence == f"There is no file {missing}."
    missing.write_text(en_text(10), encoding="utf-8")
    assert run_batch(plan, out, workers=InProcess()).aligned == 1


def test_the_same_text_is_aligned_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    plan = Plan((planned(folder, "a", 10), planned(folder, "b", 11), planned(folder, "c", 10)))
    assert plan.pairs[2].zh
    # The same text in other bytes.
    plan.pairs[2].zh.write_text(zh_text(10).replace("\n\n", "\n\n\n"), encoding="utf-8")
    aligned = []

    def chart(article: object, *rest: object) -> Any:
        aligned.append(article)
        return real(article, *rest)

    real = vars(document_module)["chart_article"]
    monkeypatch.setattr(document_module, "chart_article", chart)
    result = run_batch(plan, out, workers=InProcess())
    assert len(aligned) == 2
    looks = [[str(remark) for remark in one.remarks] for one in result.seen]
    assert looks == [[], [], ["same text: a"]]
    assert [*aligner.read_units(out / "a.jsonl")][1].zh == [*aligner.read_units(out / "c.jsonl")][
        1
    ].zh
    monkeypatch.undo()
    alone = tmp_path / "alone"
    run_batch(Plan(plan.pairs[2:]), alone, workers=InProcess())
    for end in (".jsonl", ".json", ".html"):
        assert (out / f"c{end}").read_bytes() == (alone / f"c{end}").read_bytes()


def test_one_side_in_two_documents_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    first, second = planned(folder, "a", 10), planned(folder, "b", 77)
    mixed = replace(second, zh=first.zh)
    result = run_batch(Plan((first, mixed)), tmp_path / "out", workers=InProcess())
    assert "same text on one side: Chinese as a" in map(str, result.seen[1].remarks)


def test_languages_that_are_exchanged_are_told_and_put_right(tmp_path: Path) -> None:
    pair = planned(tmp_path / "in", "a", 10)
    out = tmp_path / "out"
    result = run_batch(Plan((replace(pair, zh=pair.en, en=pair.zh),)), out, workers=InProcess())
    assert [str(remark) for remark in result.seen[0].remarks] == ["languages exchanged"]
    unit = next(iter(aligner.read_units(out / "a.jsonl")))
    assert unit.zh == zh_text(10).split()[0]
    assert unit.source is None, "the order of two names does not say what was translated"


def test_an_encoding_that_was_guessed_is_told_unless_it_was_given(tmp_path: Path) -> None:
    pair = planned(tmp_path / "in", "a", 10)
    assert pair.zh
    pair.zh.write_text(zh_text(10), encoding="big5hkscs")
    plan = Plan((pair,))
    result = run_batch(plan, tmp_path / "out", workers=InProcess())
    assert [str(remark) for remark in result.seen[0].remarks] == ["encoding guessed: big5hkscs"]


def test_texts_that_do_not_belong_together_come_first(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    plan = plan_of(folder, 3)
    other = folder / "other.txt"
    other.write_text(
        "\n\n".join(
            f"Section {n} of this licence governs who may give compiled programs away, {n} by {n}."
            for n in range(12)
        ),
        encoding="utf-8",
    )
    plan = Plan((*plan.pairs, PlannedPair("z", zh=plan.pairs[0].zh, en=other)))
    out = tmp_path / "out"
    run_batch(plan, out, workers=InProcess())
    rows = (out / "run-report.tsv").read_text("utf-8-sig").splitlines()
    assert rows[0].split("\t")[:4] == ["id", "state", "look_at", "confidence"]
    first = rows[1].split("\t")
    assert first[0] == "z"
    assert "low confidence" in first[2]
    assert "much unaligned" in first[2]
    assert [row.split("\t")[0] for row in rows[2:]] == ["d10", "d11", "d12"]
    page = (out / "run-report.html").read_text("utf-8")
    assert page.index('href="z.html"') < page.index('href="d10.html"')


def test_a_line_of_the_report_has_the_command_that_opens_the_document(tmp_path: Path) -> None:
    pair = planned(tmp_path / "in two", "a b", 10, options={"level": "paragraph"})
    out = tmp_path / "out"
    run_batch(Plan((pair,)), out, workers=InProcess())
    command = (out / "run-report.tsv").read_text("utf-8").splitlines()[1].split("\t")[-1]
    assert command == f"duizhao review '{pair.zh}' '{pair.en}' --level paragraph"


def test_the_page_names_what_is_in_no_pair(tmp_path: Path) -> None:
    plan = replace(
        plan_of(tmp_path / "in", 1),
        unpaired=(Path("left <alone>.txt"),),
        failed=(Unreadable(Path("broken.docx"), "It is broken."),),
        ignored=(Path(".DS_Store"),),
    )
    run_batch(plan, tmp_path / "out", workers=InProcess())
    page = (tmp_path / "out" / "run-report.html").read_text("utf-8")
    for told in ("left &lt;alone&gt;.txt", "broken.docx: It is broken.", ".DS_Store"):
        assert told in page


def test_results_of_an_earlier_plan_are_named(tmp_path: Path) -> None:
    plan, out = plan_of(tmp_path / "in", 2), tmp_path / "out"
    assert run_batch(plan, out, workers=InProcess()).others == ()
    result = run_batch(Plan(plan.pairs[:1]), out, workers=InProcess())
    assert result.others == (out / "d11.jsonl",)
    assert "Results of an earlier plan: 1" in (out / "run-report.html").read_text("utf-8")


def test_options_of_a_line_hold_for_its_document(tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    pairs = (
        planned(folder, "a", 10, options={"keep-boilerplate": "yes", "level": "paragraph"}),
        planned(folder, "b", 11, options={"levle": "paragraph"}),
        planned(folder, "c", 12, options={"level": "word"}),
    )
    result = run_batch(Plan(pairs), out, workers=InProcess())
    assert {one.id for one in result.failed} == {"b", "c"}
    assert "has no option 'levle'" in result.failed[0].sentence
    mended = (pairs[0], replace(pairs[1], options={}), replace(pairs[2], options={}))
    assert run_batch(Plan(mended), out, workers=InProcess()).aligned == 3


def test_parts_are_the_whole_run_divided(tmp_path: Path) -> None:
    plan = plan_of(tmp_path / "in", 8)
    run_batch(plan, tmp_path / "whole", workers=InProcess())
    out = tmp_path / "parts"
    results = [
        run_batch(plan, out, workers=InProcess(), part=Part(number, 3)) for number in (3, 1, 2)
    ]
    assert sum(len(result.seen) for result in results) == 8
    assert (out / "run-report.2-of-3.tsv").exists()
    assert run_batch(plan, out, workers=InProcess(), work=never).kept == 8
    left = {name: data for name, data in contents(out).items() if "-of-" not in name}
    assert left == contents(tmp_path / "whole")


def test_every_document_is_in_one_part() -> None:
    names = [f"第{n}章" for n in range(500)]
    for of in (1, 2, 7, 16):
        parts = [{name for name in names if Part(k, of).holds(name)} for k in range(1, of + 1)]
        assert sum(map(len, parts)) == len(set().union(*parts)) == 500
        assert min(map(len, parts)) > 500 / of / 3


@pytest.mark.parametrize("written", ["0/4", "5/4", "1", "1/0", "a/b", "1/2/3", "-1/4", ""])
def test_what_is_no_part_is_refused(written: str) -> None:
    with pytest.raises(UnusableInput, match="write 3/16 for the third"):
        read_part(written)


def test_a_part_is_read_as_it_is_written() -> None:
    assert read_part(" 3/16 ") == Part(3, 16)


@pytest.mark.parametrize("name", ["", "a/b", "..", ".hidden", "run-report", "Run-Report.x", "a\0"])
def test_an_id_that_names_no_files_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="cannot have the id"):
        run_batch(Plan((PlannedPair(name),)), tmp_path / "out", workers=InProcess())


def test_two_documents_of_one_id_are_refused(tmp_path: Path) -> None:
    plan = Plan((PlannedPair("a"), PlannedPair("A")))
    with pytest.raises(UnusableInput, match="Two documents have the id A"):
        run_batch(plan, tmp_path / "out", workers=InProcess())


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UnwritableOutput, match="cannot be made"):
        run_batch(plan_of(tmp_path / "in", 1), tmp_path / "file" / "out", workers=InProcess())


FULL = """
import resource, signal, sys
from pathlib import Path
from typing import Any
from aligner.batch import Processes, run_batch
from aligner.errors import UnwritableOutput
from tests.batch.documents import plan_of
plan = plan_of(Path(sys.argv[1]), 6)
resource.setrlimit(resource.RLIMIT_FSIZE, (2500, resource.RLIM_INFINITY))
try:
    run_batch(plan, sys.argv[2], workers=Processes(2))
except UnwritableOutput as problem:
    print(problem)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no limit of a file's size")
def test_a_run_whose_disk_is_full_says_so_leaves_nothing_half_and_goes_on(tmp_path: Path) -> None:
    documents, out = tmp_path / "in", tmp_path / "out"
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(documents), str(out)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("The disk has no room for ")
    assert {path.suffix for path in out.glob("d*")} == {".jsonl"}, (
        "pages are larger than there is room"
    )
    assert not (out / ".duizhao-batch").exists()
    plan = plan_of(documents, 6)
    run_batch(plan, out, workers=Processes(2))
    run_batch(plan, tmp_path / "undisturbed", workers=InProcess())
    assert contents(out) == contents(tmp_path / "undisturbed")


def test_progress_tells_how_far_the_run_is(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    run_batch(
        plan_of(tmp_path / "in", 3),
        tmp_path / "out",
        workers=InProcess(),
        progress=lambda *step: told.append(step),
    )
    assert told[-3:] == [("aligning documents", n, 3) for n in (1, 2, 3)]
