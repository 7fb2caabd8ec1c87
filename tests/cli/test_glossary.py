"""`duizhao glossary`: what is refused before the screen opens, and what the screen is given."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import tui
from aligner.cli import main
from aligner.formats import ExportOptions, write_units
from aligner.memory import Memory
from aligner.project import create
from aligner.term import Term
from aligner.terms import KeptGlossary, TextPair, keep_decisions, open_glossary
from aligner.unit import Unit
from tests.samples import lighthouse
from tui.glossary_session import GlossarySession

PAIRS = "zh\ten\n燈塔很高。\tThe lighthouse is tall.\n守塔人走了。\tThe keeper left.\n"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """Open no screen, but note what it would have been given."""
    given: list[dict[str, Any]] = []

    def show(
        glossary: KeptGlossary, files: Sequence[tuple[Path, Sequence[TextPair]]], **more: Any
    ) -> None:
        given.append({"glossary": glossary, "files": files, **more})

    monkeypatch.setattr(tui, "check_terminal", lambda: None)
    monkeypatch.setattr(tui, "preload", lambda: None)
    monkeypatch.setattr(tui, "show_glossary", show)
    return given


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, ["glossary", *map(str, words)])


def table(folder: Path, name: str = "one.tsv") -> Path:
    path = folder / name
    path.write_text(PAIRS, encoding="utf-8")
    return path


def test_without_a_terminal_it_says_so(tmp_path: Path) -> None:
    result = run(table(tmp_path))
    assert result.exit_code == 1
    assert "needs a terminal" in result.stderr


def test_files_of_all_kinds_are_taken_together(
    tmp_path: Path, opened: list[dict[str, Any]]
) -> None:
    one = table(tmp_path)
    project = tmp_path / "lamp.duizhao"
    create(project, lighthouse()).close()
    memory = tmp_path / "mine.db"
    with Memory(memory, to_add=True) as kept:
        kept.add([Unit("霧號", "foghorn")], "a")
    result = run(one, project, memory, "--min-count", "2", "--source", "en", "--lang", "zh-TW")
    assert result.exit_code == 0, result.stderr
    [given] = opened
    assert [file for file, _ in given["files"]] == [one, project, memory]
    sizes = [len(pairs) for _, pairs in given["files"]]
    assert sizes[0] == 2
    assert sizes[1] > 2
    assert list(given["files"][2][1]) == [("霧號", "foghorn")]
    assert given["glossary"].path == tmp_path / "one.tsv.glossary.tsv"
    assert (given["source"], given["min_count"], given["ui_language"]) == ("en", 2, "zh-TW")


def test_what_was_decided_before_is_there(tmp_path: Path, opened: list[dict[str, Any]]) -> None:
    path = tmp_path / "client.tbx"
    keep_decisions(open_glossary(path), [Term("貓", "cat", decision="rejected")])
    result = run(table(tmp_path), "-g", path)
    assert result.exit_code == 0, result.stderr
    assert [term.en for term in opened[0]["glossary"].terms] == ["cat"]
    assert "client.tbx.decisions.json" in result.stderr


@pytest.mark.parametrize("name", ["client.exe", "client"])
def test_a_glossary_that_could_not_be_written_is_refused_first(
    tmp_path: Path, opened: list[dict[str, Any]], name: str
) -> None:
    result = run(table(tmp_path), "-g", tmp_path / name)
    assert result.exit_code == 2
    assert name in result.stderr
    assert not opened


def test_a_glossary_that_is_only_read_is_opened(
    tmp_path: Path, opened: list[dict[str, Any]]
) -> None:
    path = tmp_path / "client.tmx"
    write_units([Unit("貓", "cat")], path, ExportOptions())
    assert run(table(tmp_path), "-g", path).exit_code == 0
    [given] = opened
    assert [term.en for term in given["glossary"].terms] == ["cat"]
    session = GlossarySession(given["glossary"], [])
    assert session.glossary_path == tmp_path / "client.tmx.tsv"


def test_a_file_that_is_not_there_is_named(tmp_path: Path, opened: list[dict[str, Any]]) -> None:
    result = run(tmp_path / "none.tmx")
    assert result.exit_code == 1
    assert "none.tmx" in result.stderr
    assert not opened
