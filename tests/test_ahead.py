"""An article that another process aligns while the screen is imported."""

from __future__ import annotations

from pathlib import Path

import pytest

from aligner import ahead
from aligner.ahead import AlignedAhead, Reading
from aligner.opening import align_for_review, open_for_review
from tests.commands import ROOT

HARBOUR = ROOT / "seeds/harbour.txt"


@pytest.fixture(autouse=True)
def _two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 2)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.txt"
    path.write_bytes(HARBOUR.read_bytes())
    return path


def answer(*paths: Path, project: Path | None = None, reading: Reading | None = None) -> object:
    with AlignedAhead(paths, project, reading or Reading()) as aligned:
        return aligned.bitext()


def test_it_is_what_aligning_it_here_comes_to(article: Path) -> None:
    assert answer(article) == align_for_review([article], Reading())[0]


def test_it_is_read_as_it_was_asked_to_be(article: Path) -> None:
    reading = Reading(level="paragraph", keep_boilerplate=True)
    assert answer(article, reading=reading) == align_for_review([article], reading)[0]


def test_two_files_are_aligned_as_two(tmp_path: Path) -> None:
    zh, en = tmp_path / "zh.txt", tmp_path / "en.txt"
    zh.write_text("燈塔在岬角上。\n船沒有回來。\n", encoding="utf-8")
    en.write_text(
        "The lighthouse stands on the cape.\nThe boat did not return.\n", encoding="utf-8"
    )
    assert answer(zh, en) == align_for_review([zh, en], Reading())[0]


def test_the_project_is_made_of_it(article: Path) -> None:
    with AlignedAhead([article], None, Reading()) as aligned:
        opened = open_for_review(article, aligned=aligned.bitext)
    with opened.project as project:
        assert project.bitext == align_for_review([article], Reading())[0]
    assert opened.realigner is None


def test_what_is_no_new_article_is_left_to_whoever_opens_it(article: Path, tmp_path: Path) -> None:
    units, broken = tmp_path / "units.tmx", tmp_path / "broken.docx"
    units.write_text("<tmx version='1.4'><body/></tmx>", encoding="utf-8")
    broken.write_bytes(b"PK\3\4 and no more")
    assert answer(units) is None
    assert answer(broken) is None
    assert answer(tmp_path / "missing.txt") is None
    assert answer(Path()) is None
    assert answer(tmp_path) is None
    with open_for_review(article).project as project:
        path = project.path
    assert answer(article) is None
    assert answer(path) is None
    assert answer(path.rename(tmp_path / "project.backup")) is None


def test_a_long_text_keeps_its_scores_and_is_aligned_here(
    article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ahead, "_LONGEST", article.stat().st_size - 1)
    assert answer(article) is None


def test_who_does_not_wait_leaves_no_process(article: Path) -> None:
    with AlignedAhead([article], None, Reading()) as aligned:
        process = aligned._process
    assert process is not None
    assert process.returncode not in (0, None)


def test_modules_of_the_folder_one_works_in_are_not_imported(
    article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("json", "numpy", "aligner"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit(9)\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert answer(article) is not None
