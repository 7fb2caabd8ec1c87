"""`duizhao review` up to the moment when the screen opens, and instead of it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

import pytest
from click.testing import CliRunner, Result

import tui
from aligner.cli import main
from aligner.project import create
from aligner.settings import recent_projects
from tests.commands import BILINGUAL, ROOT, open_folder, sentence, without_privileges
from tests.samples import lighthouse

Run = Callable[..., Result]


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What the screen was opened with, in place of the screen."""
    calls: list[dict[str, Any]] = []

    def show(opened: Any, **options: Any) -> None:
        calls.append({"opened": opened, **options})

    monkeypatch.setattr(tui, "check_terminal", lambda: None)
    monkeypatch.setattr(tui, "show", show)
    return calls


@pytest.fixture
def run(shown: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run the command in a folder with an article in it."""
    monkeypatch.chdir(tmp_path)
    Path("article.txt").write_text(BILINGUAL, encoding="utf-8")
    return lambda *args: CliRunner().invoke(main, args)


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("command", [["review", "article.txt"], ["article.txt"], ["./article.txt"]])
def test_a_file_alone_is_reviewed(
    run: Run, shown: list[dict[str, Any]], command: list[str]
) -> None:
    result = run(*command)
    assert result.exit_code == 0, result.output
    assert result.stdout == ""
    assert shown[0]["opened"].project.path == Path("article.txt.duizhao")
    assert shown[0]["theme"] == "dark"
    assert shown[0]["ui_language"] is None


def test_options_reach_the_screen_and_the_reading(
    run: Run, shown: list[dict[str, Any]], tmp_path: Path
) -> None:
    options = "--project a.duizhao --lang zh-TW --theme light --ascii --ambiguous-wide"
    codes = "--zh-code zh-HK --en-code en-GB --level paragraph"
    result = run("review", "article.txt", *options.split(), *codes.split())
    assert result.exit_code == 0, result.output
    call = shown[0]
    assert call["opened"].project.path == Path("a.duizhao")
    assert call["opened"].project._bitext.level == "paragraph"
    assert (call["ui_language"], call["theme"]) == ("zh-TW", "light")
    assert (call["is_plain"], call["ambiguous_wide"]) == (True, True)
    assert (call["zh_code"], call["en_code"]) == ("zh-HK", "en-GB")
    assert files(tmp_path) == ["a.duizhao", "article.txt"]


def test_a_mistyped_command_is_no_file(run: Run) -> None:
    for word in ("algin", "reveiw"):
        assert "No such command" in sentence(run(word, "article.txt"), 2)


def test_a_file_that_is_not_there_is_a_sentence(run: Run) -> None:
    for command in (["review", "gone.txt"], ["gone.txt"], ["gone/"], ["review", "gone.duizhao"]):
        assert "gone" in sentence(run(*command), 1)


@pytest.mark.parametrize("name", [".", "/", ""])
def test_a_folder_is_a_sentence(run: Run, name: str) -> None:
    assert sentence(run("review", name), 1).endswith(".")


def test_an_article_in_one_language_leaves_no_project(run: Run, tmp_path: Path) -> None:
    Path("zh.txt").write_text("只有中文。沒有別的。\n", encoding="utf-8")
    sentence(run("review", "zh.txt"), 1)
    assert files(tmp_path) == ["article.txt", "zh.txt"]


def test_a_corrupt_project_is_a_sentence(run: Run) -> None:
    path = Path("a.duizhao")
    create(path, lighthouse()).close()
    content = bytearray(path.read_bytes())
    content[100:2000] = b"\xff" * 1900
    path.write_bytes(content)
    sentence(run("review", "a.duizhao"), 1)
    assert path.read_bytes() == content


def test_a_memory_with_too_many_units_is_a_sentence(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("aligner.opening.MOST_UNITS", 2)
    Path("a.tsv").write_text("zh\ten\n一。\tOne.\n二。\tTwo.\n三。\tThree.\n", encoding="utf-8")
    assert "too many to review at once" in sentence(run("a.tsv"), 1)


def test_a_folder_that_may_not_be_written_is_a_sentence(
    shown: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_folder() as folder:
        (folder / "article.txt").write_text(BILINGUAL, encoding="utf-8")
        folder.chmod(0o555)
        with without_privileges():
            result = CliRunner().invoke(main, ["review", str(folder / "article.txt")])
        folder.chmod(0o755)
    assert "written" in sentence(result, 1)
    assert not shown


def test_without_a_terminal_it_says_so_before_any_work(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(BILINGUAL, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "aligner", "review", str(tmp_path / "article.txt")],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("duizhao: The review screen needs a terminal")
    assert len(done.stderr.splitlines()) == 1
    assert files(tmp_path) == ["article.txt"]


class _App:
    """The app as `show` makes it, and no screen."""

    made: ClassVar[list[dict[str, Any]]] = []
    fault, ended_by = None, 0

    def __init__(self, session: Any, settings: Any, *_: object, **options: Any) -> None:
        self.made.append({"settings": settings, **options})

    def run(self) -> None:
        """Show nothing."""

    end = run


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What the app is made with, for `a.duizhao` and the settings in `duizhao`."""
    monkeypatch.setattr(tui, "check_terminal", lambda: None)
    monkeypatch.setattr("tui.app.ReviewApp", _App)
    monkeypatch.setattr(_App, "made", [])
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("APPDATA", str(tmp_path))
    monkeypatch.setenv("DUIZHAO_DATA", str(tmp_path / "data"))
    (tmp_path / "duizhao").mkdir()
    create(tmp_path / "a.duizhao", lighthouse()).close()
    return _App.made


def test_keys_that_cannot_be_used_are_a_sentence_on_the_screen(
    tmp_path: Path, made: list[dict[str, Any]]
) -> None:
    (tmp_path / "duizhao" / "keys.toml").write_text("[keys]\nmerg = 'j'\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["review", str(tmp_path / "a.duizhao")])
    assert result.exit_code == 0, result.output
    assert "keys.toml names an action 'merg'" in made[0]["notice"]


def test_what_was_settled_reaches_the_screen_and_what_it_settles_the_file(
    tmp_path: Path, made: list[dict[str, Any]]
) -> None:
    config = tmp_path / "duizhao" / "config.toml"
    config.write_text(
        "theme = 'nord'\nlanguage = 'zh-TW'\nascii = true\nreasons = false\nzh_code = 'zh-HK'\n"
        "[keys]\nmerge = 'J'\n",
        encoding="utf-8",
    )
    result = CliRunner().invoke(main, [str(tmp_path / "a.duizhao")])
    assert result.exit_code == 0, result.output
    settings, theme = made[0]["settings"], made[0]["theme"]
    assert (theme, made[0]["notice"]) == ("nord", "")
    assert settings.words.language == "zh-Hant"
    assert settings.is_plain
    assert not settings.shows_reasons
    assert settings.zh_code == "zh-HK"
    assert settings.keymap["merge"] == ("J",)
    settings.keep("theme", "light")
    assert config.read_text(encoding="utf-8").startswith('theme = "light"\nlanguage')
    CliRunner().invoke(main, ["--theme", "ansi", "--lang", "en", str(tmp_path / "a.duizhao")])
    assert made[1]["theme"] == "ansi-dark"
    assert made[1]["settings"].words.language == "en"
    assert recent_projects() == [tmp_path / "a.duizhao"]
