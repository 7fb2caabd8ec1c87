"""Two programs on one file: the second is told, reads, and cannot write."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from aligner import edits
from aligner.errors import UnusableInput, UnwritableOutput
from aligner.project import create, open_project, opening
from aligner.project.lock import take_lock
from aligner.store import Lock, locks
from tests import samples
from tests.commands import PATIENCE
from tests.project.edits import confirmed, merged

OPEN = "import sys, time; from pathlib import Path; from aligner.project import open_project"
HOLD = f"{OPEN}\np = open_project(Path(sys.argv[1])); print('open', flush=True); time.sleep(60)"
TRY = (
    f"{OPEN}\np = open_project(Path(sys.argv[1])); print(p.is_read_only, p.bitext.pairs[0].status)"
)


def python(code: str, path: Path) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", code, path], stdout=subprocess.PIPE, text=True)


def test_the_second_program_reads_only_until_the_first_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "a.duizhao"
    create(path, samples.lighthouse()).close()
    with python(HOLD, path) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        with open_project(path) as project:
            assert project.is_read_only
            assert "open in another program" in project.warning
            assert project.bitext == samples.lighthouse()
        holder.kill()  # SIGKILL: nothing is tidied up
        holder.wait()
        with open_project(path) as project:
            assert not project.is_read_only
            assert project.warning == ""
            project.apply(confirmed(project.bitext, 0), "confirm")


def test_what_another_program_reads_is_what_was_done_so_far(tmp_path: Path) -> None:
    path = tmp_path / "a.duizhao"
    with create(path, samples.lighthouse()) as project:
        project.apply(confirmed(project.bitext, 0), "confirm")
        with python(TRY, path) as other:
            assert other.communicate(timeout=PATIENCE)[0] == "True confirmed\n"
        project.apply(confirmed(project.bitext, 1), "confirm")
        edited = project.bitext
    with open_project(path) as project:
        assert project.bitext == edited


def test_who_may_only_read_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.duizhao"
    with create(path, samples.lighthouse()) as project, open_project(path) as other:
        project.apply(confirmed(project.bitext, 0), "confirm")
        change = merged(other.bitext, 1)
        other.cursor = 3
        for attempt in (
            lambda: other.apply(change, "merge"),
            other.undo,
            lambda: other.set_setting("theme", "dark"),
        ):
            with pytest.raises(UnwritableOutput, match="open in another program"):
                attempt()
        assert other.bitext == project.bitext
        assert project.setting("theme") is None
    with open_project(path) as project:
        assert project.cursor == 0
        assert project.undo_label == "confirm"


def test_a_project_goes_on_in_one_program_while_another_reads(tmp_path: Path) -> None:
    path = tmp_path / "a.duizhao"
    with create(path, samples.lighthouse()) as project, open_project(path) as other:
        for _ in range(50):
            project.apply(confirmed(project.bitext, 0), "confirm")
            project.undo()
        project.apply(merged(project.bitext, 1), "merge")
        assert len(other.read_pairs(0, 10)) == 5  # the row that went is missing
        assert other.load() == project.bitext
        assert other.count == 5


def test_a_closed_project_is_whole_without_its_log_though_another_program_reads(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.duizhao"
    with create(path, samples.lighthouse()) as project, open_project(path) as other:
        edited = project.apply(merged(project.bitext, 1), "merge")
        project.close()
        (tmp_path / "sent.duizhao").write_bytes(path.read_bytes())
        assert other.load() == edited
    with open_project(tmp_path / "sent.duizhao") as project:
        assert project.bitext == edited


def test_a_lock_is_had_once_and_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a"
    first, second = take_lock(path), take_lock(path)
    assert (first.outcome, second.outcome) == ("held", "taken")
    second.release()
    assert take_lock(path).outcome == "taken"
    first.release()
    assert list(tmp_path.iterdir()) == []
    third = take_lock(path)
    assert third.outcome == "held"
    third.release()


def test_a_lock_on_a_file_that_was_deleted_meanwhile_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    looked, held = locks._identity, list[Lock]()

    def overtaken(file: Path, mode: int) -> tuple[int, int]:
        found = looked(file, mode)
        monkeypatch.setattr(locks, "_identity", looked)
        file.unlink()  # its holder lets go, and a third program is faster
        held.append(take_lock(path))
        return found

    monkeypatch.setattr(locks, "_identity", overtaken)
    late = take_lock(path)
    assert [held[0].outcome, late.outcome] == ["held", "taken"]
    late.release()
    held[0].release()


def test_where_there_are_no_locks_it_says_so_and_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.duizhao"
    create(path, samples.lighthouse()).close()
    monkeypatch.setattr(opening, "take_lock", lambda _: Lock(path, "no locks"))
    with open_project(path) as project:
        assert not project.is_read_only
        assert "no locks" in project.warning
        edited = project.apply(confirmed(project.bitext, 0), "confirm")
    with open_project(path) as project:
        assert project.bitext == edited


def test_a_disk_without_shared_memory_will_do(tmp_path: Path) -> None:
    path = tmp_path / "a.duizhao"
    create(path, samples.lighthouse()).close()
    (tmp_path / "a.duizhao-shm").symlink_to("a.duizhao-shm")  # cannot be opened
    with open_project(path) as project:
        edited = project.apply(confirmed(project.bitext, 0), "confirm")
    with open_project(path) as project:
        assert project.bitext == edited


def test_a_program_of_another_kind_is_waited_for_no_longer_than_bearable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "_WAITS", 0.05)
    path = tmp_path / "a.duizhao"
    with create(path, samples.lighthouse()) as project:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        project._database.execute("PRAGMA busy_timeout = 50")
        with pytest.raises(UnwritableOutput, match="in use by another program"):
            project.apply(confirmed(project.bitext, 0), "confirm")
        assert not project.can_undo
        other.execute("ROLLBACK")
        other.close()
        project.apply(confirmed(project.bitext, 0), "confirm")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(UnusableInput, match="in use by another program"):
        open_project(path)
    other.close()


@pytest.mark.skipif(os.name == "nt", reason="permissions are those of POSIX")
def test_a_project_and_what_lies_beside_it_are_for_their_owner_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        with create(tmp_path / "a.duizhao", samples.lighthouse()) as project:
            project.apply(edits.confirm(project.bitext, 0), "accept")
            modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir()}
    finally:
        os.umask(before)
    assert modes == dict.fromkeys(
        ("a.duizhao", "a.duizhao-wal", "a.duizhao-shm", ".a.duizhao.lock"), 0o600
    )
