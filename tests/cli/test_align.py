"""The command: what it prints and writes, and what it says when it cannot."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import click
import pytest
from click.testing import CliRunner, Result

import aligner
from aligner.bitext import Bitext
from aligner.cells import width
from aligner.cli import main
from aligner.errors import ModelUnavailable, NoOtherLanguage
from tests.commands import BILINGUAL, open_folder, sentence, without_privileges
from tests.samples import lighthouse


def fake(result: Bitext | BaseException) -> Callable[..., Bitext]:
    def align(*_: object, level: str, **__: object) -> Bitext:
        if isinstance(result, BaseException):
            raise result
        return lighthouse(level="paragraph") if level == "paragraph" else result

    return align


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Result]:
    """Run the command in a folder of its own, with an aligner that knows one article."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    Path("article.txt").write_text(BILINGUAL, encoding="utf-8")

    def run(*args: str, result: Bitext | BaseException | None = None) -> Result:
        monkeypatch.setattr(aligner, "align_article", fake(result or lighthouse()))
        monkeypatch.setattr(aligner, "align_files", fake(result or lighthouse()))
        return CliRunner().invoke(main, args)

    return run


# What is shown


def test_pairs_are_shown_side_by_side_and_the_summary_apart(run: Callable[..., Result]) -> None:
    result = run("align", "article.txt")
    assert result.exit_code == 0
    assert re.search(r"1 +燈塔亮了。 +│ The lamp was lit\.", result.stdout)
    assert "▽ 62% 「今晚有霧。」" in result.stdout
    assert re.search(r"∅ +貓沒有回答。 +│ \(no English\)", result.stdout)
    assert re.search(r"∅ +\(no Chinese\) +│ It was ten", result.stdout)
    assert "[navigation] 首頁 > 燈塔" in result.stdout
    assert "¶2" in result.stdout
    assert all(width(line) <= 80 for line in result.stdout.splitlines())
    assert "\x1b" not in result.stdout
    for line in (
        "layout     one language after the other",
        "script     Traditional Chinese (98%)",
        "English    2 paragraphs, 6 sentences",
        "pairs      4 sentence pairs: 3 × 1-1, 1 × 1-2",
        "unaligned  1 Chinese sentence, 1 English sentence",
        "set apart  1 navigation",
        "confidence 88% on average; 1 below 75%",
    ):
        assert line in result.stderr.splitlines()


def test_what_has_no_place_in_a_file_is_counted(run: Callable[..., Result]) -> None:
    told = run("align", "article.txt", "-o", "a.tmx", "-o", "a.tsv", "-o", "a.json").stderr
    (line,) = [line for line in told.splitlines() if "Left out" in line]
    assert line == "Left out of a.tmx: 2 pairs without Chinese or without English."


def test_a_code_of_the_other_script_is_said_to_be_a_label(run: Callable[..., Result]) -> None:
    told = run("align", "article.txt", "-o", "a.tmx", "--zh-code", "zh-CN").stderr
    assert "The Chinese is Traditional and stays so; the code zh-CN is only written" in told
    for codes in (["zh-TW"], ["zh-HK"], ["zh"], ["zh-CN", "zh-TW"]):
        words = [word for code in codes for word in ("--zh-code", code)]
        assert "stays so" not in run("align", "article.txt", "-o", "a.tmx", *words).stderr


def test_pairs_below_the_wished_confidence_are_marked(run: Callable[..., Result]) -> None:
    assert "× 91%" in run("align", "article.txt", "--min-confidence", "0.95").stdout


def test_paragraphs_are_shown_on_request(run: Callable[..., Result]) -> None:
    result = run("align", "article.txt", "--level", "paragraph")
    assert "pairs      2 paragraph pairs: 2 × 1-1" in result.stderr


def test_a_map_is_drawn_in_place_of_the_pairs(run: Callable[..., Result]) -> None:
    result = run("align", "article.txt", "--map")
    assert result.exit_code == 0
    assert result.stdout.startswith("中 → 5 sentences, EN ↓ 6 sentences\n┌")
    assert "燈塔亮了" not in result.stdout
    assert "pairs      4 sentence pairs" in result.stderr


def test_a_map_is_drawn_beside_the_files(run: Callable[..., Result]) -> None:
    result = run("align", "article.txt", "--map", "-o", "a.html")
    assert "▽ confidence below 75%" in result.stdout
    assert '<figure class="map">' in Path("a.html").read_text(encoding="utf-8")


def test_help_has_examples_and_exit_codes(run: Callable[..., Result]) -> None:
    for args in (("--help",), ("align", "--help")):
        result = run(*args)
        assert result.exit_code == 0
        assert "duizhao align article.txt -o article.tmx" in result.stdout
        assert "130  interrupted" in result.stdout


def test_the_version_is_told(run: Callable[..., Result]) -> None:
    assert aligner.__version__ in run("--version").stdout


# What is written


def test_every_format_asked_for_is_written(run: Callable[..., Result]) -> None:
    names = ["a.tmx", "a.tsv", "a.json", "a.html"]
    result = run("align", "article.txt", *(word for name in names for word in ("-o", name)))
    assert result.exit_code == 0
    assert result.stdout == ""
    assert len(list(ET.parse("a.tmx").getroot().iter("tu"))) == 4
    for name in names:
        assert f"wrote      {name}" in result.stderr
        assert "燈塔亮了。" in Path(name).read_text(encoding="utf-8")


def test_language_codes_reach_the_file(run: Callable[..., Result]) -> None:
    run("align", "article.txt", "-o", "a.tmx", "--zh-code", "zh-HK", "--en-code", "en-GB")
    text = Path("a.tmx").read_text(encoding="utf-8")
    assert 'xml:lang="zh-HK"' in text
    assert 'xml:lang="en-GB"' in text


# What is refused before the work begins


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["-o", "a.doc"], ".tmx, .xlf, .xliff"),
        (["--zh-code", "no code"], "zh-TW"),
        (["--encoding", "klingon"], "gb18030"),
        (["--encoding", "hex"], "gb18030"),
        (["--min-confidence", "2"], "0<=x<=1"),
        (["--level", "word"], "paragraph"),
        (["a.txt", "b.txt"], "unexpected"),
    ],
)
def test_a_mistaken_command_is_told_how_to_do_better(
    run: Callable[..., Result], args: list[str], words: str
) -> None:
    never = AssertionError("the work began")
    assert words in sentence(run("align", "article.txt", *args, result=never), 2)


def test_a_tool_gives_its_ending_to_what_has_none(run: Callable[..., Result]) -> None:
    result = run("align", "article.txt", "--for", "weblate", "-o", "pairs", "-o", "pairs.tsv")
    assert result.exit_code == 0
    assert "pairs.tmx" in result.stderr
    assert Path("pairs.tmx").exists()
    assert Path("pairs.tsv").exists()
    assert not Path("pairs").exists()


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("nowhere/a.tmx", "no folder"),
        ("folder.tmx", "is a folder"),
        ("article.txt/a.tmx", "is not a folder"),
        ("article.tsv", "the input itself"),
    ],
)
def test_an_impossible_output_is_refused_before_the_work(
    run: Callable[..., Result], output: str, words: str
) -> None:
    Path("folder.tmx").mkdir()
    Path("article.tsv").symlink_to("article.txt")
    never = AssertionError("the work began")
    assert words in sentence(run("align", "article.txt", "-o", output, result=never), 1)
    assert Path("article.txt").read_text(encoding="utf-8") == BILINGUAL


# What goes wrong on the way


@pytest.mark.parametrize(
    ("problem", "code", "words"),
    [
        (NoOtherLanguage("There is no English in it;\ngive a second file."), 1, "it; give a"),
        (ModelUnavailable("No model of that name; name a folder."), 3, "name a folder"),
        (KeyboardInterrupt(), 130, "Interrupted"),
        (MemoryError(), 1, "memory"),
        (ZeroDivisionError("oops"), 70, "report"),
    ],
)
def test_every_failure_is_one_sentence_and_a_code(
    run: Callable[..., Result],
    monkeypatch: pytest.MonkeyPatch,
    problem: BaseException,
    code: int,
    words: str,
) -> None:
    monkeypatch.delenv("DUIZHAO_DEBUG", raising=False)
    result = run("align", "article.txt", "-o", "a.tmx", result=problem)
    # click ends the line on which the terminal echoed ^C.
    result.stderr_bytes = (result.stderr_bytes or b"").lstrip(b"\n")
    assert words in sentence(result, code)
    assert not Path("a.tmx").exists()


@pytest.mark.parametrize(
    ("command", "work"),
    [
        (("align", "a.txt"), "align this article"),
        (("check", "a.tmx"), "check this file"),
        (("terms", "check", "a.csv", "a.tmx"), "look for terms in this"),
    ],
)
def test_where_memory_runs_out_the_sentence_names_the_work(
    monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], work: str
) -> None:
    def run_out(self: click.Command, ctx: click.Context) -> None:
        raise MemoryError

    monkeypatch.setattr(click.Command, "invoke", run_out)
    result = CliRunner().invoke(main, [*command])
    assert f"not enough memory to {work}; divide it" in sentence(result, 1)


def test_a_fault_shows_where_on_request(
    run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DUIZHAO_DEBUG", "1")
    problem = ZeroDivisionError("oops")
    assert run("align", "article.txt", result=problem).exception is problem


def test_a_read_only_folder_is_told(run: Callable[..., Result]) -> None:
    run("align", "article.txt", "-o", "warm.tmx")  # imports, while still allowed to read them
    with open_folder() as folder:
        folder.chmod(0o555)
        with without_privileges():
            result = run("align", "article.txt", "-o", str(folder / "a.tmx"))
        assert "may not be written" in sentence(result, 1)
        assert list(folder.iterdir()) == []
