"""Nothing in the name of a file steers the terminal, whatever command it is given to."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import aligner.cli
from aligner.cli import main
from tests.formats.files import LAMP, saved, tmx, tu

NAME = "a\x1b[31m\x1b]0;title\x07\r\nfake line\u202e\x9b2J\x85\u2066"
STEERING = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
ARTICLE = "灯塔亮了。守塔人关上门。\n\nThe lamp was lit. The keeper closed the door.\n"

WORKING = {
    "convert": ("convert", f"{NAME}.tmx", f"{NAME}.tsv"),
    "check --fix": ("check", f"{NAME}.tmx", "--fix", f"{NAME}-new.tmx"),
    "memory add": ("memory", "add", f"{NAME}.tmx", "--memory", f"{NAME}.db"),
    "memory stats": ("memory", "stats", "--memory", f"{NAME}.db"),
    "memory search": ("memory", "search", "灯", "--memory", f"{NAME}.db"),
    "memory export": ("memory", "export", f"{NAME}-all.tmx", "--memory", f"{NAME}.db"),
    "memory fill": (
        *("memory", "fill", f"{NAME}.txt", "-o", f"{NAME}-fill.tmx"),
        *("--memory", f"{NAME}.db"),
    ),
    "terms mine": ("terms", f"{NAME}.tmx", "-o", f"{NAME}.csv"),
    "terms check": ("terms", "check", f"{NAME}.glossary.tsv", f"{NAME}.tmx"),
    "align": ("align", f"{NAME}.txt", "-o", f"{NAME}-pairs.tmx"),
}
FAILING = {
    **{name: (*words, "--no\x1b[31mthing") for name, words in WORKING.items()},
    "no file": ("convert", f"no {NAME}.tmx", "b.tsv"),
    "no format": ("convert", f"{NAME}.tmx", f"b.{NAME}"),
    "no command": (NAME,),
    "no memory": ("memory", "search", "x", "--memory", f"no {NAME}"),
    "one word too many": ("convert", "a", "b", NAME),
    "no code": ("convert", "a", "b", "--zh-code", NAME),
    "no glossary": ("terms", "check", f"no {NAME}.tmx", f"{NAME}.tmx"),
    "no screen": ("review", f"{NAME}.tmx"),
}


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.chdir(tmp_path)
    odd = tu(
        ("zh", "塔"), ("zh", "楼"), ("en", "tower"), (f"de{NAME[:5]}".replace("\x1b", ""), "T")
    )
    saved(tmp_path, tmx(LAMP, odd), f"{NAME}.tmx")
    saved(tmp_path, ARTICLE, f"{NAME}.txt")
    saved(tmp_path, "zh\ten\n灯塔\tlamp\n", f"{NAME}.glossary.tsv")
    run("memory", "add", f"{NAME}.tmx", "--memory", f"{NAME}.db")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


@pytest.mark.parametrize("name", WORKING)
@pytest.mark.usefixtures("folder")
def test_what_is_said_of_a_file_steers_no_terminal(name: str) -> None:
    result = run(*WORKING[name])
    assert result.exit_code in (0, 4), result.output
    assert not STEERING.findall(result.stdout + result.stderr)
    assert "\nfake line" not in result.stdout + result.stderr


@pytest.mark.parametrize("name", FAILING)
@pytest.mark.usefixtures("folder")
def test_what_is_said_of_a_failure_steers_no_terminal(name: str) -> None:
    result = run(*FAILING[name])
    assert result.exit_code in (1, 2), result.output
    assert not STEERING.findall(result.stdout + result.stderr)


def test_standard_error_is_reached_through_one_door() -> None:
    for module in Path(aligner.cli.__path__[0]).glob("*.py"):
        if module.name != "saying.py":
            assert "err=True" not in module.read_text(encoding="utf-8"), module.name
