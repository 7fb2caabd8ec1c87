"""What was settled for good, as the commands have it, and `duizhao` alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from aligner.bitext import low_confidence, set_low_confidence
from aligner.cli import main
from aligner.settings import remember_project
from tests.commands import BILINGUAL, sentence

Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Run]:
    """Run the command in a folder with an article, with settings of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("DUIZHAO_DATA", str(tmp_path / "data"))
    Path("article.txt").write_text(BILINGUAL, encoding="utf-8")
    yield lambda *args: CliRunner().invoke(main, args)
    set_low_confidence()


def settle(text: str) -> None:
    folder = Path("config/duizhao")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "config.toml").write_text(text, encoding="utf-8")


def test_codes_and_tool_hold_where_no_option_says_otherwise(run: Run) -> None:
    settle('zh_code = "zh-HK"\nen_code = "en-GB"\ntool = "trados"\n')
    assert run("align", "article.txt", "-o", "settled.tmx").exit_code == 0
    text = Path("settled.tmx").read_text(encoding="utf-8")
    assert 'xml:lang="zh-HK"' in text
    assert 'xml:lang="en-GB"' in text
    assert "x-Origin" in text
    assert run("align", "article.txt", "--zh-code", "zh-MO", "-o", "asked.tmx").exit_code == 0
    assert 'xml:lang="zh-MO"' in Path("asked.tmx").read_text(encoding="utf-8")


def test_units_of_a_file_keep_their_codes(run: Run) -> None:
    assert run("align", "article.txt", "-o", "a.tmx").exit_code == 0
    settle('zh_code = "zh-HK"\nen_code = "en-GB"\n')
    assert run("convert", "a.tmx", "b.tmx").exit_code == 0
    text = Path("b.tmx").read_text(encoding="utf-8")
    assert 'xml:lang="zh-TW"' in text
    assert "zh-HK" not in text
    assert "en-GB" not in text


def test_the_memory_is_the_one_that_was_settled(run: Run, tmp_path: Path) -> None:
    assert run("align", "article.txt", "-o", "a.tmx").exit_code == 0
    settle(f"memory = '{tmp_path / 'own.sqlite3'}'\n")
    assert run("memory", "add", "a.tmx").exit_code == 0
    assert Path("own.sqlite3").exists()
    assert not Path("data").exists()


def test_what_counts_as_doubt_is_settled(run: Run) -> None:
    settle("doubt = 1.0\n")
    assert "below 100%" in run("align", "article.txt").stderr
    assert low_confidence() == 1.0


def test_a_wrong_setting_is_said_and_the_work_is_done(run: Run) -> None:
    settle('tool = "wordfast"\n')
    result = run("align", "article.txt", "-o", "a.tmx")
    assert result.exit_code == 0
    assert result.stderr.startswith("duizhao: In ")
    assert "'wordfast' is ignored" in result.stderr.splitlines()[0]
    assert Path("a.tmx").exists()


def test_a_setting_is_changed_and_shown(run: Run) -> None:
    assert run("settings", "doubt", "0.6").exit_code == 0
    assert run("settings", "ascii", "true").exit_code == 0
    text = Path("config/duizhao/config.toml").read_text(encoding="utf-8")
    assert "\ndoubt = 0.6\n" in text
    assert "\nascii = true\n" in text
    shown = run("settings").stdout
    assert "config.toml" in shown.splitlines()[0]
    assert "doubt           0.6" in shown
    assert "ascii           true" in shown


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("doubt", "6"), "a number from 0 to 1"),
        (("doubts", "0.6"), "no setting 'doubts'"),
        (("theme", "drak"), "one of dark"),
        (("doubt",), "Missing argument 'VALUE'"),
    ],
)
def test_a_setting_that_cannot_be_is_refused(run: Run, args: tuple[str, ...], said: str) -> None:
    assert said in sentence(run("settings", *args), 2)
    assert not Path("config").exists()


def test_the_command_alone_says_how_to_begin_and_what_was_opened(run: Run, tmp_path: Path) -> None:
    result = run()
    assert result.exit_code == 0
    assert "duizhao FILE " in result.stdout
    assert "lately" not in result.stdout
    project = tmp_path / "my book.duizhao"
    project.touch()
    remember_project(project)
    assert f"  duizhao '{project}'" in run().stdout.splitlines()


@pytest.mark.parametrize(
    "args",
    [
        ("--project", "a.duizhao", "missing.txt"),
        ("--theme", "nord", "missing.txt"),
        ("--lang", "zh-TW", "missing.txt"),
        ("--ascii", "--lang=en", "missing.txt"),
    ],
)
def test_options_may_stand_before_the_file(run: Run, args: tuple[str, ...]) -> None:
    told = "校對畫面需要終端機" if "zh-TW" in args else "The review screen needs a terminal"
    assert told in sentence(run(*args), 1)


def test_an_option_that_nobody_knows_is_said(run: Run) -> None:
    assert "No such option" in sentence(run("--langs", "zh", "article.txt"), 2)
