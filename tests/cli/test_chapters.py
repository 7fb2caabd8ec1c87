"""The chapters of two books on the command line: told, written, corrected and given back."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

import tui
from aligner import cli
from aligner.opening import OpenedProject
from aligner.project import open_project
from tests.formats.books import book

CHAPTERS = [
    (
        "燈塔在礁石上站了一百年，守燈人每晚點燈。",
        "The lighthouse has stood on the reef for a century.",
    ),
    (
        "火車在夜裡開過高原，乘客都睡著了。",
        "The train crossed the plateau at night while all slept.",
    ),
    (
        "廚師把麵條放進熱湯裡，加了一點醋。",
        "The cook put noodles in hot soup and added some vinegar.",
    ),
]


def books(folder: Path) -> list[str]:
    """The names of a Chinese and an English book of three chapters."""
    for name, side, heading in (("zh", 0, "第{}章"), ("en", 1, "Chapter {}")):
        chapters = [
            f"<h1>{heading.format(n)}</h1><p>{texts[side]}</p>"
            for n, texts in enumerate(CHAPTERS, start=1)
        ]
        (folder / f"{name}.epub").write_bytes(book(*chapters))
    return [str(folder / "zh.epub"), str(folder / "en.epub")]


def run(*words: str) -> tuple[int, str]:
    """The exit code of `duizhao align`, and what it says."""
    result = CliRunner().invoke(cli.main, ["align", *words])
    return result.exit_code, result.output


def test_a_map_is_written_and_given_back(tmp_path: Path) -> None:
    path = tmp_path / "map.txt"
    code, said = run(*books(tmp_path), "--write-chapters", str(path))
    assert code == 0
    assert "chapters   3 matched" in said
    assert "3 = 3           # 第3章 | Chapter 3" in path.read_text(encoding="utf-8")
    path.write_text("1 = 1\n2 =\n= 2\n3 ?= 3\n", encoding="utf-8")
    code, said = run(*books(tmp_path), "--chapters", str(path))
    assert code == 0
    assert (
        "chapters   1 matched, 1 doubtful, 1 only in the Chinese (第2章), "
        "1 only in the English (Chapter 2)"
    ) in said


def test_review_takes_a_map_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[OpenedProject] = []
    monkeypatch.setattr(tui, "check_terminal", lambda: None)
    monkeypatch.setattr(tui, "preload", lambda: None)
    monkeypatch.setattr(tui, "show", lambda opened, **_: shown.append(opened))
    path = tmp_path / "map.txt"
    path.write_text("1 = 2\n", encoding="utf-8")
    review = ["review", *books(tmp_path), "--chapters", str(path)]
    result = CliRunner().invoke(cli.main, review)
    assert result.exit_code == 0, result.output
    with open_project(tmp_path / "zh.epub.duizhao") as project:
        assert project.load().article.walls[0] == (0, 2)
    result = CliRunner().invoke(cli.main, ["review", review[1], "--chapters", str(path)])
    assert result.exit_code == 2
    assert "a Chinese and an English book" in result.output


def test_a_map_that_cannot_be_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "map.txt"
    path.write_text("1 = 9", encoding="utf-8")
    code, said = run(*books(tmp_path), "--chapters", str(path))
    assert code == 1
    assert "there is no chapter 9; 3 were found on that side" in said


def test_chapters_are_for_two_books(tmp_path: Path) -> None:
    code, said = run(books(tmp_path)[0], "--chapters", "map.txt")
    assert code == 2
    assert "--chapters and --write-chapters are for" in said


def test_a_file_without_chapters_leaves_no_map(tmp_path: Path) -> None:
    for name, text in (("zh", CHAPTERS[0][0]), ("en", CHAPTERS[0][1])):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    path = tmp_path / "map.txt"
    files = [str(tmp_path / "zh.txt"), str(tmp_path / "en.txt")]
    assert "Not written" in run(*files, "--write-chapters", str(path))[1]
    assert not path.exists()
