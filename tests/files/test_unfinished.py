"""Unfinished files: private, gone in the end, and found again when a process was killed."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from aligner.errors import UnwritableOutput
from aligner.files import (
    scratch_files,
    scratch_folder,
    unfinished_file,
    write_atomically,
    writing_atomically,
)
from tests.commands import ROOT

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows tells nothing of processes")

WRITER = """
import sys
from pathlib import Path
from aligner.files import scratch_files, writing_atomically
with scratch_files(), writing_atomically(Path(sys.argv[1])) as file:
    file.write(b"half"); file.flush()
    print("ready", flush=True)
    sys.stdin.read()
"""


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def writer(target: Path, scratch: Path) -> subprocess.Popen[bytes]:
    """A process that has begun to write a file, and waits."""
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(target)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(scratch)},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    return process


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "place"
    folder.mkdir()
    return folder


def test_what_a_killed_process_left_is_deleted_by_the_next(place: Path, scratch: Path) -> None:
    with writer(place / "a.tmx", scratch) as process:
        process.send_signal(signal.SIGKILL)
    assert (len(list(place.iterdir())), len(list(scratch.iterdir()))) == (1, 1)
    with scratch_folder():
        write_atomically(place / "a.tmx", b"new")
    assert [path.name for path in place.iterdir()] == ["a.tmx"]
    assert list(scratch.iterdir()) == []


def test_what_is_for_another_target_stays(place: Path, scratch: Path) -> None:
    with writer(place / "a.tmx", scratch) as process:
        process.send_signal(signal.SIGKILL)
    write_atomically(place / "b.tmx", b"new")
    assert len(list(place.iterdir())) == 2


def test_what_a_living_process_writes_is_left_alone(place: Path, scratch: Path) -> None:
    with writer(place / "a.tmx", scratch) as process:
        with scratch_folder():
            write_atomically(place / "a.tmx", b"first")
        process.communicate(b"", timeout=60)
        assert process.returncode == 0
    assert (place / "a.tmx").read_bytes() == b"half"
    assert list(scratch.iterdir()) == []


@pytest.mark.parametrize(
    "name", [".duizhao-notes.part", ".duizhao-00000000-1.1-000000000000.part", "duizhao-x"]
)
def test_files_that_only_look_alike_stay(place: Path, name: str) -> None:
    (place / name).write_bytes(b"somebody's")
    write_atomically(place / "a.tmx", b"new")
    assert (place / name).exists()


def test_a_database_takes_its_companions_along(place: Path) -> None:
    with unfinished_file(place / "a.duizhao") as path:
        for ending in ("", "-wal", "-journal"):
            path.with_name(path.name + ending).touch()
    assert list(place.iterdir()) == []


def test_an_unfinished_file_is_private_whatever_the_umask(place: Path) -> None:
    before = os.umask(0)
    try:
        with writing_atomically(place / "a.tmx") as file:
            file.write(b"secret")
            file.flush()
            (part,) = place.iterdir()
            assert mode(part) == 0o600
        assert mode(place / "a.tmx") == 0o666  # an ordinary export, as the umask has it
    finally:
        os.umask(before)


@pytest.mark.skipif(os.geteuid() != 0, reason="only a superuser can give files away")
def test_an_old_file_keeps_its_owner(place: Path) -> None:
    path = place / "a.tmx"
    path.write_bytes(b"old")
    os.chown(path, 1234, 2345)
    path.chmod(0o640)
    write_atomically(path, b"new")
    status = path.stat()
    assert (status.st_uid, status.st_gid, mode(path)) == (1234, 2345, 0o640)


def test_temporary_files_lie_in_a_private_folder_and_go_with_it(scratch: Path) -> None:
    with scratch_files():
        _, name = tempfile.mkstemp()
        folder = Path(name).parent
        assert folder.parent == scratch
        assert mode(folder) == 0o700
    assert list(scratch.iterdir()) == []
    assert tempfile.gettempdir() == str(scratch)


def test_a_full_folder_for_temporary_files_is_named(place: Path, scratch: Path) -> None:
    with (
        pytest.raises(UnwritableOutput, match=f"temporary files, {scratch}, has no room"),
        writing_atomically(place / "a.xlsx"),
    ):
        raise OSError(28, "No space left on device")  # from elsewhere than the file itself
    assert list(place.iterdir()) == []


def test_a_folder_for_temporary_files_that_is_gone_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    with pytest.raises(UnwritableOutput, match="gone, cannot be used"), scratch_folder():
        pass
