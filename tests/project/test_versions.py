"""A new version of the article in a project, and the way back to what stood there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from aligner.bitext import Bitext
from aligner.errors import UnusableInput, UnwritableOutput
from aligner.project import create, go_back, open_project, previous_version, take_in
from tests import samples
from tests.project.edits import confirmed, merged, noted


def newer() -> Bitext:
    bitext = samples.lighthouse()
    pairs = (replace(bitext.pairs[0], note="new"), *bitext.pairs[1:])
    article = replace(bitext.article, sources=("newer.txt",))
    return replace(bitext, article=article, pairs=pairs)


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))


def test_a_new_version_stands_in_the_file_and_the_old_one_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "a.duizhao"
    with create(path, samples.lighthouse()) as project:
        before = project.apply(merged(project.bitext, 1), "merge")
        project.set_setting("zh code", "zh-HK")
        copy = take_in(project, newer(), {"source digest": "12"})
        assert project.bitext == newer()
        assert not project.can_undo
    assert files(tmp_path) == ["a.duizhao", "a.duizhao.before-update"]
    with open_project(path) as project:
        assert project.load() == newer()
        assert project.sources == ("newer.txt",)
        assert (project.setting("zh code"), project.setting("source digest")) == ("zh-HK", "12")
        assert previous_version(project) == copy
        project.apply(confirmed(project.bitext, 2), "confirm")
    with open_project(copy) as project:
        assert project.load() == before
        assert project.undo_label == "merge"


def test_going_back_brings_everything_back(tmp_path: Path) -> None:
    path = tmp_path / "a.duizhao"
    with create(path, samples.lighthouse()) as project:
        before = project.apply(merged(project.bitext, 1), "merge")
        project.undo()
        project.cursor = 2
        copy = take_in(project, newer(), {})
        go_back(project, copy)
        assert project.load() == samples.lighthouse()
        assert previous_version(project) is None
        assert project.redo() is not None
        assert project.bitext == before
        project.apply(noted(project.bitext, 0, "after"), "note")
    with open_project(path) as project:
        assert project.load().pairs[0].note == "after"


def test_one_version_after_the_other_keeps_each(tmp_path: Path) -> None:
    with create(tmp_path / "a.duizhao", samples.lighthouse()) as project:
        take_in(project, newer(), {})
        second = take_in(project, samples.lighthouse(), {})
        assert second.name == "a.duizhao.before-update-2"
        go_back(project, second)
        assert project.load() == newer()
        first = previous_version(project)
        assert first is not None
        go_back(project, first)
        assert project.load() == samples.lighthouse()


def test_what_may_not_be_written_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.duizhao"
    with (
        create(path, samples.lighthouse()),
        open_project(path) as reader,
        pytest.raises(UnwritableOutput),
    ):
        take_in(reader, newer(), {})
    assert files(tmp_path) == ["a.duizhao"]


def test_a_copy_that_is_damaged_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.duizhao"
    with create(path, samples.lighthouse()) as project:
        copy = take_in(project, newer(), {})
        copy.write_bytes(copy.read_bytes()[:5000])
        with pytest.raises(UnusableInput):
            go_back(project, copy)
        assert project.load() == newer()
        copy.unlink()
        assert previous_version(project) is None


def test_a_name_that_leads_elsewhere_is_no_copy(tmp_path: Path) -> None:
    (tmp_path / "b").write_text("x", encoding="utf-8")
    (tmp_path / "in").mkdir()
    with create(tmp_path / "in" / "a.duizhao", samples.lighthouse()) as project:
        project.set_setting("previous version", "../b")
        assert previous_version(project) is None
