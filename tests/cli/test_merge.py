"""`duizhao merge`, as it is called."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep

import pytest
from click.testing import CliRunner, Result

from aligner.cli import main
from aligner.formats import read_units, write_units
from aligner.project import create
from aligner.unit import Unit
from tests.commands import PATIENCE, ROOT, sentence
from tests.corpus.made import DOOR, FOG, LAMP, document, line
from tests.effort import peak_of
from tests.formats.files import saved, tmx, tu
from tests.samples import lighthouse


def merge(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["merge", *map(str, arguments)])


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder of two documents, which share a pair."""
    document(tmp_path / "out", "a", line(*LAMP), line(*DOOR, confidence=0.2))
    document(tmp_path / "out", "b", line(*FOG), line(*LAMP))
    return tmp_path / "out"


@pytest.mark.parametrize("ending", ["tmx", "tsv", "csv", "xlsx", "jsonl", "xlf", "po"])
def test_every_format_is_written_and_said_how_much(out: Path, tmp_path: Path, ending: str) -> None:
    target = tmp_path / f"all.{ending}"
    result = merge(out, "-o", target)
    assert result.exit_code == 0
    assert result.stdout == ""
    assert result.stderr.splitlines() == [
        f"{target}: 3 units from 2 files",
        "Duplicates: 1 unit; each is written once.",
    ]
    assert [(unit.zh, unit.en) for unit in read_units(target)] == [LAMP, DOOR, FOG]


def test_a_tmx_says_which_document_a_unit_is_from_and_how_often_it_was_there(
    out: Path, tmp_path: Path
) -> None:
    merge(out, "-o", tmp_path / "all.tmx")
    text = (tmp_path / "all.tmx").read_text(encoding="utf-8")
    assert text.count('<prop type="x-document">a</prop>') == 2
    assert text.count('<prop type="x-document">b</prop>') == 1
    assert text.count('<prop type="x-count">2</prop>') == 1


def test_memories_tables_and_projects_are_merged_too(out: Path, tmp_path: Path) -> None:
    memory = saved(tmp_path, tmx(tu(("zh-CN", LAMP[0]), ("en-US", LAMP[1]), ("fr", "feu"))))
    table = saved(tmp_path, "zh\ten\n猫睡了。\tThe cat slept.\n", "table.tsv")
    project = tmp_path / "p.duizhao"
    create(project, lighthouse()).close()
    result = merge(out, memory, table, project, "-o", tmp_path / "all.jsonl")
    assert result.exit_code == 0
    assert "from 5 files" in result.stderr
    assert "Left out: 1 text in languages other than Chinese and English (fr)." in result.stderr
    units = list(read_units(tmp_path / "all.jsonl"))
    documents = {dict(unit.properties)["x-document"] for unit in units}
    assert documents == {"out/a", "out/b", "table", "p"}
    assert ("猫睡了。", "The cat slept.") in [(unit.zh, unit.en) for unit in units]


def test_one_memory_for_each_document(out: Path, tmp_path: Path) -> None:
    document(out, "empty")
    result = merge(out, "-o", tmp_path / "{document}.tmx")
    assert result.exit_code == 0
    assert "4 units in 2 files" in result.stderr
    assert "Without any pair: 1 document." in result.stderr
    found = {path.name: [unit.zh for unit in read_units(path)] for path in tmp_path.glob("*.tmx")}
    assert found == {"a.tmx": [LAMP[0], DOOR[0]], "b.tmx": [FOG[0], LAMP[0]]}


def test_documents_whose_names_would_be_one_file_get_two(tmp_path: Path) -> None:
    document(tmp_path / "x", "a", line(*LAMP))
    document(tmp_path / "x-a", "A", line(*DOOR))
    document(tmp_path / "x" / "in", "b", line(*FOG))
    (tmp_path / "x-a" / "A.jsonl").rename(tmp_path / "x-A.jsonl")
    result = merge(tmp_path / "x", tmp_path / "x-A.jsonl", "-o", tmp_path / "{document}.tsv")
    assert "2 units in 2 files" in result.stderr
    assert sorted(path.name for path in tmp_path.glob("*.tsv")) == ["x-A-2.tsv", "x-a.tsv"]


def test_parts(out: Path, tmp_path: Path) -> None:
    result = merge(out, "-o", tmp_path / "all-{part}.jsonl", "--parts", "12")
    assert result.exit_code == 0
    assert f"{tmp_path / 'all-{part}.jsonl'}: 3 units in 12 files" in result.stderr
    parts = sorted(tmp_path.glob("all-*.jsonl"))
    assert [path.name for path in parts][::11] == ["all-01.jsonl", "all-12.jsonl"]
    again = merge(*parts, "-o", tmp_path / "again.tsv")
    assert "3 units from 12 files" in again.stderr
    assert sorted(unit.zh for unit in read_units(tmp_path / "again.tsv")) == (
        sorted(pair[0] for pair in (LAMP, DOOR, FOG))
    )


def test_line_pairs(out: Path, tmp_path: Path) -> None:
    result = merge(out, "--lines", tmp_path / "all", "--min-confidence", "0.5")
    assert result.exit_code == 0
    assert "2 lines from 2 files" in result.stderr
    assert "Left out: 1 unit below the confidence asked for." in result.stderr
    assert (tmp_path / "all.zh").read_text(encoding="utf-8") == f"{LAMP[0]}\n{FOG[0]}\n"
    assert (tmp_path / "all.en").read_text(encoding="utf-8") == f"{LAMP[1]}\n{FOG[1]}\n"


def test_every_filter_says_what_it_took(tmp_path: Path) -> None:
    odd = [
        line("The lamp was lit tonight.", "灯塔今晚亮了。"),
        line(LAMP[0], "The lamp was lit. " * 12),
        line("灯塔有 35 米高。", "The lighthouse is 53 metres high."),
        line(*LAMP, status="excluded"),
        line("第1页", "Page 1"),
        line("第2页", "Page 2"),
    ]
    document(tmp_path / "out", "a", line(*LAMP), *odd)
    filters = ["--check-languages", "--max-length-ratio", "3", "--min-numbers", "0.5"]
    result = merge(tmp_path / "out", "-o", tmp_path / "all.tsv", *filters, "--drop-near")
    assert result.exit_code == 0
    assert result.stderr.splitlines() == [
        f"{tmp_path / 'all.tsv'}: 2 units from 1 file",
        "Left out: 1 unit that a translator has excluded.",
        "Left out: 1 unit in another language.",
        "Left out: 1 unit with lengths out of proportion.",
        "Left out: 1 unit whose numbers differ.",
        "Left out: 1 unit nearly the same as an earlier one.",
    ]


def test_codes_go_by_what_is_asked_for(out: Path, tmp_path: Path) -> None:
    merge(out, "-o", tmp_path / "all", "--for", "weblate", "--zh-code", "zh-TW")
    units = list(read_units(tmp_path / "all.tmx"))
    assert {(unit.zh_code, unit.en_code) for unit in units} == {("zh-TW", "en")}
    assert units[0].zh == "燈塔亮了。"


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["out"], 2, "Name a file to write with -o, or two with --lines."),
        (["out", "-o", "all.doc"], 2, "names no known format"),
        (["out", "-o", "{document}"], 2, "names no known format"),
        (["out", "-o", "none/all.tmx"], 1, "There is no folder"),
        (["out", "-o", "none/{document}.tmx"], 1, "There is no folder"),
        (["out", "-o", "all-{part}.tmx"], 2, "needs --parts"),
        (["out", "-o", "{document}-{part}.tmx", "--parts", "2"], 2, "no {document} in it"),
        (["out", "-o", "all.tmx", "--parts", "2"], 2, "needs a name with {part}"),
        (
            ["out", "out/a.jsonl", "all-1.jsonl", "-o", "all-{part}.jsonl", "--parts", "2"],
            1,
            "input",
        ),
        (["out", "-o", "out/a.jsonl"], 1, "is the input itself"),
        (["out", "-o", "out/{document}.jsonl"], 1, "is the input itself"),
        (["out", "--lines", "none/all"], 1, "There is no folder"),
        (["none", "-o", "all.tmx"], 1, "There is no file none"),
        (["empty", "-o", "all.tmx"], 1, "holds no pairs of documents"),
        (["out", "broken.tmx", "-o", "all.tmx"], 1, "breaks off"),
        (["article.docx", "-o", "all.tmx"], 1, "is an article"),
        (["out", "-o", "all.tmx", "--min-numbers", "2"], 2, "is not in the range"),
        (["out", "-o", "all.tmx", "--max-length-ratio", "0.5"], 2, "is not in the range"),
    ],
)
def test_what_cannot_be_done_is_said(
    out: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], code: int, words: str
) -> None:
    monkeypatch.chdir(out.parent)
    Path("empty").mkdir()
    saved(out.parent, tmx(tu(("zh", "灯"), ("en", "lamp")))[:-60], "broken.tmx")
    saved(out.parent, b"PK", "article.docx")
    saved(out.parent, line(*LAMP), "all-1.jsonl")
    before = {path: path.read_bytes() for path in out.parent.rglob("*") if path.is_file()}
    assert words in sentence(merge(*arguments), code)
    assert {path: path.read_bytes() for path in out.parent.rglob("*") if path.is_file()} == before


def test_where_nothing_is_left_nothing_is_written(out: Path, tmp_path: Path) -> None:
    result = merge(out, "-o", tmp_path / "all.tmx", "--min-confidence", "1")
    assert result.exit_code == 1
    assert "Left out: 4 units below the confidence asked for." in result.stderr
    assert "No unit is left to write" in result.stderr
    assert not (tmp_path / "all.tmx").exists()


def test_a_damaged_file_is_refused_or_taken_as_far_as_it_goes(out: Path, tmp_path: Path) -> None:
    (out / "b.jsonl").write_text(line(*FOG) + '{"zh": ', encoding="utf-8")
    assert "in line 2" in sentence(merge(out, "-o", tmp_path / "all.tmx"), 1)
    assert not (tmp_path / "all.tmx").exists()
    result = merge(out, "-o", tmp_path / "all.tmx", "--salvage")
    assert result.exit_code == 0
    assert "Taken: 1 translation unit, all that stand before the damage." in result.stderr
    assert [unit.zh for unit in read_units(tmp_path / "all.tmx")] == [LAMP[0], DOOR[0], FOG[0]]


def test_a_document_that_is_not_finished_is_passed_over_and_counted(
    out: Path, tmp_path: Path
) -> None:
    document(out, "c", line("猫", "cat"), is_finished=False)
    for target in ("all.tmx", "{document}.tmx"):
        result = merge(out, "-o", tmp_path / target)
        assert "Not finished and passed over: 1 document." in result.stderr
    assert not (tmp_path / "c.tmx").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
@pytest.mark.parametrize(("ending", "code"), [("SIGINT", 130), ("SIGKILL", -9)])
def test_what_is_ended_in_the_middle_leaves_the_target_as_it_was(
    tmp_path: Path, ending: str, code: int
) -> None:
    source, target = tmp_path / "a.jsonl", tmp_path / "all.tmx"
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    os.mkfifo(source)
    target.write_text("before")
    program = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
    program += "from aligner.cli import main\nmain(prog_name='duizhao')"
    words = ["merge", str(source), "-o", str(target)]
    with (
        subprocess.Popen(
            [sys.executable, "-c", program, *words],
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(scratch)},
        ) as process,
        source.open("wb") as pipe,
    ):
        pipe.write("".join(line(f"灯{n}", f"lamp {n}") for n in range(2000)).encode())
        pipe.flush()
        limit = monotonic() + PATIENCE
        while not list(scratch.glob("*/units")) and monotonic() < limit:
            sleep(0.02)
        process.send_signal(getattr(signal, ending))
        process.communicate(timeout=PATIENCE)
    assert process.returncode == code
    assert target.read_text() == "before"
    source.unlink()
    write_units([Unit(*LAMP)], source)
    # The next run removes what a killed one could not.
    done = subprocess.run(
        [sys.executable, "-m", "aligner", *words],
        env={**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(scratch)},
        check=False,
    )
    assert done.returncode == 0
    assert [path.name for path in scratch.iterdir()] == []
    assert [unit.zh for unit in read_units(target)] == [LAMP[0]]


def test_memory_does_not_grow_with_the_texts(tmp_path: Path) -> None:
    long = "灯塔亮了，" * 400
    for name, count in (("few", 100), ("many", 8000)):
        lines = [line(f"{long}{number:x}", "The lamp was lit.") for number in range(count)]
        document(tmp_path / name, "a", *lines)
    peaks = []
    for name in ("few", "many"):
        code, peak = peak_of(
            "merge", str(tmp_path / name), "--lines", str(tmp_path / f"{name}.lines")
        )
        assert code == 0
        peaks.append(peak)
    assert peaks[1] - peaks[0] < 16, "the texts alone are 48 MB"
