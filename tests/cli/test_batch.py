"""A folder on the command line: its plan shown, corrected and given back; its documents aligned."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from aligner import cli
from tests.commands import sentence
from tests.formats.documents import docx, p
from tests.pairing.folders import EN, ZH, write


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as a translator has it: chapters, one without a partner, a damaged file, a lock."""
    monkeypatch.chdir(tmp_path)
    docs = tmp_path / "docs"
    docs.mkdir()
    for name, text in (("ch01_zh", ZH[0]), ("ch01_en", EN[0]), ("ch05_zh", ZH[0])):
        docx(docs, p(text), f"{name}.docx")
    files = {"ch05_en.docx": "no archive", "~$h01_zh.docx": "lock", ".DS_Store": "x"}
    files |= {"第三章（中文）.txt": ZH[1], "第三章（英文）.txt": EN[1], "ch04_zh.txt": "未译。"}
    return write(docs, files | {"soup.md": f"# {ZH[2]}\n", "final-v2.md": f"# {EN[2]}\n"})


def batch(*words: str) -> Result:
    return CliRunner().invoke(cli.main, ["batch", *words])


def test_the_plan_of_a_folder_is_shown_as_a_table(folder: Path) -> None:
    result = batch("docs", "--dry-run")
    assert result.exit_code == 1
    rows = [line.split("\t") for line in result.stdout.splitlines()]
    assert [row[:4] for row in rows] == [
        ["id", "zh", "en", "origin"],
        ["ch01", "docs/ch01_zh.docx", "docs/ch01_en.docx", "name"],
        ["第三章", "docs/第三章（中文）.txt", "docs/第三章（英文）.txt", "name"],
        ["ch05", "docs/ch05_zh.docx", "docs/ch05_en.docx", "name"],
        ["soup-final-v2", "docs/soup.md", "docs/final-v2.md", "content"],
        ["# unpaired", "docs/ch04_zh.txt", "", ""],
        ["# failed", "docs/ch05_en.docx", "", ""],
        ["# ignored", "docs/.DS_Store", "", ""],
        ["# ignored", "docs/~$h01_zh.docx", "", ""],
    ]
    said = [line for line in result.stderr.splitlines() if not line.endswith("%")]  # progress
    assert said == [
        "To be aligned: 4 documents (paired by name 3, content 1).",
        "Without a counterpart: docs/ch04_zh.txt.",
        "Cannot be read: docs/ch05_en.docx is damaged: it is no archive, or breaks off. Get it "
        "again.",
        "These say the same: docs/ch01_zh.docx, docs/ch05_zh.docx.",
        "Ignored, since they are no documents: 2 files.",
    ]


def test_what_can_be_aligned_is_and_what_failed_is_said(folder: Path) -> None:
    result = batch("docs", "-o", "docs/pairs", "--jobs", "1")
    assert result.exit_code == 1
    assert "Aligned: 3 of 4 documents" in result.stderr
    assert result.stderr.count("ch05_en.docx is damaged") == 1
    assert "Failed: ch05: " in result.stderr
    pairs = folder / "pairs"
    units = [json.loads(line) for line in (pairs / "ch01.jsonl").read_text("utf-8").splitlines()]
    assert units[0]["zh"].startswith("燈塔")
    assert (pairs / "ch01.html").exists()
    kept = {path.name: path.read_bytes() for path in pairs.iterdir()}
    again = batch("docs", "-o", "docs/pairs", "--jobs", "1")
    assert again.exit_code == 1
    assert "Dealt with by an earlier run: 4 documents." in again.stderr
    assert {path.name: path.read_bytes() for path in pairs.iterdir()} == kept


def test_a_plan_that_was_corrected_is_followed(folder: Path) -> None:
    result = batch("docs", "--write-manifest", "plan.tsv")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "correct it and give it back with --manifest" in result.stderr
    text = Path("plan.tsv").read_text("utf-8-sig")
    rows = [row for row in text.splitlines() if not row.startswith(("ch05", "# failed"))]
    Path("plan.tsv").write_text("\n".join(rows), encoding="utf-16")
    result = batch("--manifest", "plan.tsv", "-o", "pairs", "--jobs", "1", "--no-pages")
    assert result.exit_code == 0, result.output
    assert "paired by manifest 3" in result.stderr
    assert sorted(path.name for path in Path("pairs").glob("*.jsonl")) == [
        "ch01.jsonl",
        "soup-final-v2.jsonl",
        "第三章.jsonl",
    ]
    assert [path.name for path in Path("pairs").glob("*.html")] == ["run-report.html"]


def test_a_list_and_a_folder_together_take_what_the_list_lacks(folder: Path) -> None:
    write(folder, {"mine.tsv": "第三章（中文）.txt\tfinal-v2.md\n"})
    result = batch("docs", "--manifest", "docs/mine.tsv", "--dry-run", "--names-only")
    rows = [line.split("\t") for line in result.stdout.splitlines()]
    assert [row[:4] for row in rows[1:4]] == [
        ["第三章", "docs/第三章（中文）.txt", "docs/final-v2.md", "manifest"],
        ["ch01", "docs/ch01_zh.docx", "docs/ch01_en.docx", "name"],
        ["ch05", "docs/ch05_zh.docx", "docs/ch05_en.docx", "name"],
    ]
    assert "mine.tsv" not in result.stdout


def test_options_of_a_line_hold_for_its_document(folder: Path) -> None:
    head = "id\tzh\ten\toptions\n"
    rows = "a\tdocs/ch01_zh.docx\tdocs/ch01_en.docx\tlevel=paragraph\nb\tdocs/soup.md\t"
    Path("plan.tsv").write_text(head + rows + "docs/final-v2.md\tloud=yes\n", "utf-8")
    result = batch("--manifest", "plan.tsv", "-o", "pairs", "--jobs", "1")
    assert result.exit_code == 1
    assert "Failed: b: A document has no option 'loud'" in result.stderr
    assert len(Path("pairs/a.jsonl").read_text("utf-8").splitlines()) == 1


def test_parts_share_the_documents(folder: Path) -> None:
    done = []
    for part in ("1/2", "2/2"):
        batch("docs", "-o", part[0], "--jobs", "1", "--part", part)
        done += [path.stem for path in Path(part[0]).glob("*.jsonl")]
    assert sorted(done) == ["ch01", "soup-final-v2", "第三章"]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ([], 2, "Name a folder, or a list with --manifest."),
        (["docs"], 2, "Say where the pairs go with -o FOLDER"),
        (["docs", "-o", "p", "--jobs", "2", "--cluster", "tcp://a:1"], 2, "name one"),
        (["gone", "-n"], 1, "There is no folder gone"),
        (["docs", "-o", "pairs", "--most-seconds", "nan"], 2, "nan"),
        (["docs", "-o", "x" * 300], 1, "cannot be a folder; name another one"),
        (["docs", "-o", "docs/ch04_zh.txt"], 1, "is a file; name a folder"),
        (["--manifest", "gone.tsv", "-n"], 1, "There is no file gone.tsv"),
        (["docs", "--write-manifest", "plan.tmx"], 1, "plan.tmx names no list of pairs"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    folder: Path, words: list[str], code: int, said: str
) -> None:
    assert said in sentence(batch(*words), code)


@pytest.mark.parametrize("words", [["docs"], ["docs/ch01_zh.docx", "docs/ch01_en.docx"]])
def test_results_are_not_written_among_the_documents(folder: Path, words: list[str]) -> None:
    write(folder, {"ch07.html": f"<p>{ZH[0]}</p><p>{EN[0]}</p>"})
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    result = batch(*words, "-o", "docs", "--jobs", "1")
    assert result.exit_code == 1
    assert "There are documents in docs; name a folder of its own" in result.stderr
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_wrong_part_is_refused_before_anything_is_aligned(folder: Path) -> None:
    result = batch("docs", "-o", "pairs", "--part", "3/2")
    assert result.exit_code == 1
    assert "'3/2' is no part of a run" in result.stderr
    assert not Path("pairs").exists()


def test_many_files_are_counted_and_not_all_named(folder: Path) -> None:
    write(folder, {f"stray {n}.txt": f"{ZH[3]}{n}" for n in range(20)})
    result = batch("docs", "-n", "--names-only")
    unpaired = next(line for line in result.stderr.splitlines() if "counterpart" in line)
    assert unpaired.endswith("and 18 more.")
    assert result.stdout.count("# unpaired") == 23


def test_pairs_of_an_earlier_plan_are_told_of(folder: Path) -> None:
    batch("docs", "-o", "pairs", "--jobs", "1")
    (folder / "ch01_zh.docx").unlink()
    again = batch("docs", "-o", "pairs", "--jobs", "1")
    assert "In pairs are also the pairs of 1 document of an earlier plan" in again.stderr
