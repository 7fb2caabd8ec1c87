"""`duizhao terms`: what it shows, writes and finds, and what it says when it cannot."""

from __future__ import annotations

import gzip
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from aligner.cli import main
from aligner.terms import Entry
from aligner.terms.formats import read_glossary, write_glossary
from tests.commands import ROOT
from tests.terms.samples import LIGHTHOUSE


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Result]:
    """Run the command in a folder of its own, beside a memory."""
    monkeypatch.chdir(tmp_path)
    Path("memory.csv").write_text(
        "zh,en\n" + "".join(f'"{zh}","{en}"\n' for zh, en in LIGHTHOUSE), encoding="utf-8"
    )

    def run(*args: str) -> Result:
        return CliRunner().invoke(main, ["terms", *args])

    return run


def test_terms_are_shown_best_first(run: Callable[..., Result]) -> None:
    done = run("memory.csv", "--top", "8")
    assert done.exit_code == 0, done.output
    lines = done.stdout.splitlines()
    assert len(lines) == 8
    assert [line[:4] for line in lines] == sorted((line[:4] for line in lines), reverse=True)
    assert "菲涅耳透鏡" in done.stdout
    assert "6 pairs" in done.stderr


@pytest.mark.parametrize("name", ["table.tsv", "TABLE.TAB", "table.tsv.gz"])
def test_a_table_without_a_header_is_taken_row_by_row(
    run: Callable[..., Result], name: str
) -> None:
    content = "".join(f"{zh}\t{en}\n" for zh, en in LIGHTHOUSE).encode()
    Path(name).write_bytes(gzip.compress(content) if name.endswith(".gz") else content)
    done = run(name)
    assert done.exit_code == 0, done.output
    assert done.stdout == run("memory.csv").stdout
    assert done.stderr == run("memory.csv").stderr


def test_the_subcommand_and_options_before_the_file_work_too(run: Callable[..., Result]) -> None:
    plain = run("memory.csv").stdout
    assert run("mine", "memory.csv").stdout == plain
    assert run("--top", "50", "memory.csv").stdout == plain


@pytest.mark.parametrize("name", ["g.tsv", "g.csv", "g.xlsx", "g.tbx", "g.utf8", "g.txt"])
def test_a_glossary_is_written(run: Callable[..., Result], name: str) -> None:
    done = run("memory.csv", "-o", name)
    assert (done.exit_code, done.stdout) == (0, "")
    assert any("foghorn" in entry.en_forms for entry in read_glossary(name))


def test_for_a_tool_the_ending_is_found(run: Callable[..., Result]) -> None:
    assert run("memory.csv", "--for", "memoq", "-o", "glossary").exit_code == 0
    assert Path("glossary.csv").exists()


def test_what_is_known_is_left_out(run: Callable[..., Result]) -> None:
    write_glossary([Entry("雾号", "foghorns")], "known.tsv")
    assert "foghorn" in run("memory.csv").stdout
    assert "foghorn" not in run("memory.csv", "--known", "known.tsv").stdout


def test_a_glossary_that_was_kept_is_no_finding(run: Callable[..., Result]) -> None:
    write_glossary([Entry("霧號", "foghorn"), Entry("博物館", "museum")], "g.tsv")
    done = run("check", "g.tsv", "memory.csv")
    assert "霧號" not in done.stdout


def test_a_term_rendered_otherwise_is_shown_with_its_pairs(run: Callable[..., Result]) -> None:
    write_glossary([Entry("霧號", "fog signal")], "g.tsv")
    done = run("check", "g.tsv", "memory.csv")
    assert done.exit_code == 4
    assert "霧號 is not always fog signal:" in done.stdout
    assert "foghorn  [3, 5, 6]" in done.stdout


@pytest.mark.parametrize(
    "args",
    [
        ("nowhere.txt",),
        ("nowhere.tmx",),
        (".",),
        ("memory.csv", "-o", "missing/glossary.tsv"),
        ("memory.csv", "-o", "memory.csv"),
        ("memory.csv", "--known", "nowhere.tsv"),
        ("check", "nowhere.tsv", "memory.csv"),
        ("nowhere.duizhao",),
    ],
)
def test_what_cannot_be_done_is_a_sentence(
    run: Callable[..., Result], args: tuple[str, ...]
) -> None:
    done = run(*args)
    assert done.exit_code == 1, done.output
    assert done.stderr.startswith("duizhao: ")
    assert "Traceback" not in done.output


def test_an_unknown_ending_and_no_file_are_misunderstandings(run: Callable[..., Result]) -> None:
    assert run("memory.csv", "-o", "glossary.doc").exit_code == 2
    assert run("mine").exit_code == 2
    assert run("memory.csv", "--min-score", "7").exit_code == 2


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys\nfrom aligner.cli import main\n"
        "import contextlib, io\n"
        "with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):\n"
        "    main(['terms', 'mine', '--help'])\n"
        "print({'numpy', 'tokenizers', 'openpyxl', 'opencc_python'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert done.stdout.strip() == "set()"
