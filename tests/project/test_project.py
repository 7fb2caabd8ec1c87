"""The project file: what goes in comes out, edits stay, and undo goes on after reopening."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from aligner.bitext import Bitext, Pair
from aligner.change import Change, replaced
from aligner.project import create, open_project
from tests import samples


def confirmed(bitext: Bitext, place: int) -> Change:
    pair = bitext.pairs[place]
    return replaced(place, (pair,), (replace(pair, status="confirmed"),))


def merged(bitext: Bitext, place: int) -> Change:
    one, other = bitext.pairs[place : place + 2]
    both = Pair(
        one.zh + other.zh,
        one.en + other.en,
        one.zh_text + other.zh_text,
        f"{one.en_text} {other.en_text}".strip(),
        min(one.confidence, other.confidence),
        "edited",
    )
    return replaced(place, (one, other), (both,))


def test_a_project_gives_back_the_bitext_it_was_made_of(tmp_path: Path) -> None:
    bitext = samples.lighthouse()
    create(tmp_path / "a.duizhao", bitext).close()
    with open_project(tmp_path / "a.duizhao") as project:
        assert not project.is_loaded
        assert project.load() == bitext
        assert project.is_loaded


def test_any_text_survives(tmp_path: Path) -> None:
    bitext = samples.one_pair(samples.HOSTILE, samples.HOSTILE + "\udc80\ud83d")
    create(tmp_path / "a.duizhao", bitext).close()
    with open_project(tmp_path / "a.duizhao") as project:
        assert project.glimpse(0, 9) == list(bitext.pairs)
        assert project.bitext == bitext


def test_an_edit_is_there_after_reopening_and_can_be_undone(tmp_path: Path) -> None:
    bitext = samples.lighthouse()
    with create(tmp_path / "a.duizhao", bitext) as project:
        edited = project.apply(merged(bitext, 1), "merge")
    with open_project(tmp_path / "a.duizhao") as project:
        assert project.bitext == edited
        assert (project.undo_label, project.redo_label) == ("merge", None)
        step = project.undo()
        assert step is not None
        assert step.change(edited) == project.bitext == bitext
        assert (project.undo_label, project.redo_label) == (None, "merge")
    with open_project(tmp_path / "a.duizhao") as project:
        assert project.bitext == bitext
        assert project.redo() is not None
        assert project.bitext == edited
        assert project.redo() is None


def test_an_edit_after_undo_forgets_what_was_undone(tmp_path: Path) -> None:
    bitext = samples.lighthouse()
    with create(tmp_path / "a.duizhao", bitext) as project:
        project.apply(merged(bitext, 1), "merge")
        project.apply(confirmed(project.bitext, 0), "confirm")
        project.undo()
        project.undo()
        project.apply(confirmed(bitext, 2), "confirm another")
        assert not project.can_redo
        assert project.undo_label == "confirm another"


def test_a_change_of_another_state_is_refused_and_changes_nothing(tmp_path: Path) -> None:
    bitext = samples.lighthouse()
    with create(tmp_path / "a.duizhao", bitext) as project:
        change = merged(bitext, 1)
        edited = project.apply(change, "merge")
        with pytest.raises(ValueError, match="another state"):
            project.apply(change, "merge")
        assert project.bitext == edited


def test_the_cursor_comes_back(tmp_path: Path) -> None:
    with create(tmp_path / "a.duizhao", samples.lighthouse()) as project:
        assert project.cursor == 0
        project.cursor = 4
    with open_project(tmp_path / "a.duizhao") as project:
        assert project.cursor == 4
