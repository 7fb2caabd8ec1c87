"""A project of an older version opens, undo and all, and a copy of the old one lies beside it."""

from __future__ import annotations

import errno
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from aligner.errors import UnwritableOutput
from aligner.project import open_project, opening, schema
from aligner.store import Lock
from tests.project.edits import noted

SQL = (Path(__file__).parent / "version_1.sql").read_text(encoding="utf-8")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "霧.txt.duizhao"
    with closing(sqlite3.connect(path)) as database:
        database.executescript(SQL)
    return path


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as database:
        return int(database.execute("PRAGMA user_version").fetchone()[0])


def beside(path: Path) -> list[str]:
    return sorted(p.name for p in path.parent.iterdir())


def test_an_older_project_opens_with_all_it_held(old: Path) -> None:
    with open_project(old) as project:
        assert [pair.status for pair in project.bitext.pairs] == ["confirmed", "proposed"]
        assert project.bitext.pairs[1].en_text == "The boat left harbour."
        assert project.cursor == 1
        step = project.undo()
        assert step is not None
        assert step.label == "confirm"
        assert project.bitext.pairs[0].status == "proposed"
        project.apply(noted(project.bitext, 1, "港"), "note")
        project.set_setting("theme", "dark")
    with open_project(old) as project:
        assert project.undo_label == "note"
    assert version(old) == schema.VERSION


def test_the_old_project_is_kept_beside_it(old: Path) -> None:
    before = old.read_bytes()
    open_project(old).close()
    assert beside(old) == [old.name, f"{old.name}.backup-1"]
    backup = old.with_name(f"{old.name}.backup-1")
    assert version(backup) == 1
    old.write_bytes(before)
    open_project(old).close()
    assert beside(old) == [old.name, f"{old.name}.backup-1", f"{old.name}.backup-1-2"]
    with open_project(backup) as project:  # and can be opened in its turn
        assert project.undo_label == "confirm"


def test_opening_a_second_time_makes_no_second_copy(old: Path) -> None:
    open_project(old).close()
    open_project(old).close()
    assert beside(old) == [old.name, f"{old.name}.backup-1"]


def test_without_room_for_a_copy_nothing_changes(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    before = old.read_bytes()
    with pytest.raises(UnwritableOutput, match="no room for a copy"):
        open_project(old)
    assert old.read_bytes() == before
    assert beside(old) == [old.name]


def test_a_step_that_fails_halfway_leaves_the_old_version(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    step = schema.STEPS_UP[1] + "; INSERT INTO nowhere VALUES (1)"
    monkeypatch.setitem(schema.STEPS_UP, 1, step)
    with pytest.raises(UnwritableOutput):
        open_project(old)
    assert version(old) == 1
    monkeypatch.undo()
    with open_project(old) as project:
        assert project.undo_label == "confirm"


def test_an_older_project_that_may_not_be_written_is_read(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "take_lock", lambda path: Lock(path, "forbidden"))
    before = old.read_bytes()
    with open_project(old) as project:
        assert project.is_read_only
        assert project.bitext.pairs[0].zh_text == "霧散了。"
    assert old.read_bytes() == before
    assert beside(old) == [old.name]


def test_every_older_version_has_its_step() -> None:
    assert sorted(schema.STEPS_UP) == list(range(1, schema.VERSION))
