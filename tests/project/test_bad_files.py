"""What is no project, or cannot be read or written, is explained in a sentence."""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest

from aligner.bitext import Bitext
from aligner.errors import DuizhaoError, UnusableInput, UnwritableOutput
from aligner.project import Project, create, open_project, opening
from aligner.store import Lock
from tests import samples
from tests.project.edits import confirmed, noted


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A project with two edits, of which one is undone, in one file."""
    path = tmp_path / "a.duizhao"
    with create(path, samples.book([(1, 2, 0.5, 30)] * 400)) as project:
        project.apply(confirmed(project.bitext, 0), "confirm")
        project.apply(confirmed(project.bitext, 1), "confirm")
        project.undo()
    return path


def change_in(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as database, database:
        for statement in statements:
            database.execute(statement)


def database_of_another(path: Path) -> None:
    change_in(path, "CREATE TABLE pair(rank)", "PRAGMA application_id = 7")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        ("燈塔亮了。\nThe lamp was lit.\n".encode(), "no project"),
        (b"\x00\xff" * 5000, "no project"),
        (b"SQLite format 3", "no project"),
        (b"SQLite format 3\0" + bytes(50), "another program"),
        (b"PK\x03\x04" + bytes(200), "no project"),
    ],
)
def test_what_is_no_project_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "a.duizhao"
    path.write_bytes(content)
    with pytest.raises(UnusableInput, match=said):
        open_project(path)
    assert path.read_bytes() == content
    assert [p.name for p in tmp_path.iterdir()] == ["a.duizhao"]


def test_the_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "bookmarks.sqlite"
    database_of_another(path)
    before = path.read_bytes()
    with pytest.raises(UnusableInput, match="another program"):
        open_project(path)
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["bookmarks.sqlite"]


@pytest.mark.parametrize("name", ["none.duizhao", "none/none.duizhao", "a\0b", "x" * 300, "."])
def test_what_is_not_there_is_not_opened(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnusableInput):
        open_project(tmp_path / name)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.duizhao")
    with pytest.raises(UnusableInput, match="not an ordinary file"):
        open_project(tmp_path / "pipe.duizhao")


def test_a_link_in_a_circle_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.duizhao").symlink_to("a.duizhao")
    with pytest.raises(UnusableInput):
        open_project(tmp_path / "a.duizhao")


def test_a_later_version_is_refused_and_left_alone(made: Path) -> None:
    change_in(made, "PRAGMA user_version = 99")
    before = made.read_bytes()
    with pytest.raises(UnusableInput, match="later version"):
        open_project(made)
    assert made.read_bytes() == before


@pytest.mark.parametrize("share", [0.01, 0.3, 0.6, 0.99])
def test_a_truncated_project_is_refused(made: Path, share: float) -> None:
    content = made.read_bytes()
    made.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(UnusableInput, match=r"damaged|no project"):
        open_project(made)
    assert sorted(p.name for p in made.parent.iterdir() if p.stat().st_size) == ["a.duizhao"]


@pytest.mark.parametrize(
    "damage",
    [
        "DROP TABLE state",
        "DELETE FROM state",
        "ALTER TABLE pair DROP COLUMN note",
        "UPDATE pair SET status = 'perfect' WHERE rank = (SELECT max(rank) FROM pair)",
        "UPDATE pair SET zh = 4000",
        "UPDATE pair SET zh = -1",
        "UPDATE pair SET zh = '[1, 2'",
        "UPDATE pair SET zh = 1.5",
        f"UPDATE pair SET zh = '{'[' * 100_000}'",
        "UPDATE pair SET zh_cut = '[1]'",
        "UPDATE pair SET zh_text = x'ff'",
        "UPDATE pair SET zh_text = CAST(x'ff' AS TEXT)",
        "DELETE FROM sentence WHERE side = 'en'",
        "DELETE FROM meta WHERE name = 'level'",
        "UPDATE meta SET value = 'none'",
        "INSERT INTO moved VALUES (1, 3, 4, 0.5)",
    ],
)
def test_rows_that_make_no_sense_are_called_damage(made: Path, damage: str) -> None:
    change_in(made, damage)
    with pytest.raises(UnusableInput, match="damaged"), open_project(made) as project:
        project.load()
    with suppress(DuizhaoError), open_project(made) as project:
        project.read_pairs(0, 400)
    assert [p.name for p in made.parent.iterdir()] == ["a.duizhao"]


@pytest.mark.parametrize("change", ["'{'", "'[]'", "'{\"hunks\": [[0, [], 7]]}'", "x'ff'"])
def test_a_damaged_history_spares_the_bitext(made: Path, change: str) -> None:
    change_in(made, f"UPDATE edit SET change = {change}")
    with open_project(made) as project:
        before = project.load()
        with pytest.raises(UnusableInput, match="damaged"):
            project.undo()
        project.apply(confirmed(before, 5), "confirm")
        assert project.undo() is not None
        assert project.bitext == before


def test_random_damage_never_gets_through_as_an_error_of_another_kind(made: Path) -> None:
    content = made.read_bytes()
    chance = random.Random(0)
    for _ in range(60):
        spoilt = bytearray(content)
        start = chance.choice([0, chance.randrange(len(content))])
        for _ in range(chance.choice([1, 10, 300])):
            spoilt[min(start + chance.randrange(5000), len(content) - 1)] = chance.randrange(256)
        made.write_bytes(spoilt)
        with suppress(DuizhaoError), open_project(made) as project:
            project.read_pairs(100, 150)
            project.load()
            project.undo()
            project.apply(noted(project.bitext, 100, "x"), "note")
        for left in made.parent.iterdir():
            left.unlink()


# --- where nothing may be written ---


def forbidden(path: Path) -> Lock:
    return Lock(path.with_name(".lock"), "forbidden")


def test_a_project_in_a_read_only_folder_is_read(
    made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "take_lock", forbidden)
    before = made.read_bytes()
    with open_project(made) as project:
        assert project.is_read_only
        assert "may not be written" in project.warning
        assert project.path == made
        assert project.bitext.pairs[0].status == "confirmed"
        project.cursor = 7
        with pytest.raises(UnwritableOutput, match="may not be written"):
            project.undo()
        scratch = project._database.execute("PRAGMA database_list").fetchone()[2]
    assert made.read_bytes() == before
    assert [p.name for p in made.parent.iterdir()] == ["a.duizhao"]
    assert not Path(scratch).exists()


def test_what_a_crash_left_in_a_read_only_folder_is_read(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    with open_project(made) as project:
        project.apply(confirmed(project.bitext, 9), "confirm")
        for file in tmp_path.glob("a.duizhao*"):
            shutil.copy(file, crashed / file.name)
    monkeypatch.setattr(opening, "take_lock", forbidden)
    with open_project(crashed / "a.duizhao") as project:
        assert project.bitext.pairs[9].status == "confirmed"


def test_a_read_only_file_is_read(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with open_project(made) as project:
        assert project.is_read_only
        assert project.bitext.pairs[0].status == "confirmed"
    assert [p.name for p in made.parent.iterdir()] == ["a.duizhao"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_one(made: Path) -> None:
    made.parent.chmod(0o500)
    try:
        with open_project(made) as project:
            assert project.is_read_only
    finally:
        made.parent.chmod(0o700)


# --- a full disk ---


def filled(project: Project) -> Bitext:
    """Edit until the disk is full; return the last state that was acknowledged."""
    for number in range(10_000):
        before = project.bitext
        with suppress(UnwritableOutput):
            project.apply(noted(before, number % 300, "滿" * 2000), f"note {number}")
            continue
        with pytest.raises(UnwritableOutput, match="no room"):
            project.apply(noted(before, 0, "滿" * 50_000), "once more")
        assert project.bitext is before
        return before
    raise AssertionError("the disk never filled up")


def test_a_full_database_loses_nothing_and_goes_on(made: Path) -> None:
    with open_project(made) as project:
        pages = project._database.execute("PRAGMA page_count").fetchone()[0]
        project._database.execute(f"PRAGMA max_page_count = {pages + 40}")
        kept = filled(project)
        label = project.undo_label
        project._database.execute("PRAGMA max_page_count = 100000")
        edited = project.apply(noted(kept, 0, "room again"), "last")
    with open_project(made) as project:
        assert project.bitext == edited
        step = project.undo()
        assert step is not None
        assert step.label == "last"
        assert project.bitext == kept
        assert project.undo_label == label


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there are no such limits on Windows")
def test_a_disk_that_takes_no_more_loses_nothing_and_goes_on(made: Path) -> None:
    """A limit on the size of files stands for the full disk: the log of edits runs into it."""

    def work() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        with open_project(made) as project:
            project.load()
            limits = resource.getrlimit(resource.RLIMIT_FSIZE)
            resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, limits[1]))
            kept = filled(project)
            project.save_cursor()
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
            assert project.bitext == kept
            edited = project.apply(noted(kept, 0, "room again"), "last")
        with open_project(made) as project:
            assert project.bitext == edited
            assert project.undo() is not None
            assert project.bitext == kept

    child = os.fork()
    if not child:
        try:
            work()
            os._exit(0)
        finally:
            os._exit(1)
    assert os.waitpid(child, 0)[1] == 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there are no such limits on Windows")
def test_no_half_made_project_stays_on_a_full_disk(tmp_path: Path) -> None:
    def work() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, resource.RLIM_INFINITY))
        with suppress(UnwritableOutput):
            create(tmp_path / "a.duizhao", samples.book([(1, 1, 0.9, 30)] * 1000))
            os._exit(2)

    child = os.fork()
    if not child:
        try:
            work()
            os._exit(0)
        finally:
            os._exit(1)
    assert os.waitpid(child, 0)[1] == 0
    assert list(tmp_path.iterdir()) == []
