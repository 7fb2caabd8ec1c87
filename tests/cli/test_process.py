"""The command in a process of its own: signals, streams, a full disk, and how soon it answers."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from aligner.cli import main
from tests.commands import BILINGUAL, KNOWN, PATIENCE, ROOT, child


def test_help_answers_at_once() -> None:
    def seconds(*command: str) -> float:
        before = os.times()
        subprocess.run(
            [sys.executable, *command],
            check=True,
            capture_output=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        after = os.times()
        user = after.children_user - before.children_user
        return user + after.children_system - before.children_system

    numpy = min(seconds("-c", "import numpy") for _ in range(3))
    assert min(seconds("-m", "aligner", "--help") for _ in range(3)) < 3 * numpy


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys, aligner.cli; heavy = {'numpy', 'rich', 'textual', 'torch', 'opencc_python'}; "
        "sys.exit(str(heavy & set(sys.modules)) if heavy & set(sys.modules) else 0)"
    )
    subprocess.run(
        [sys.executable, "-c", code], check=True, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )


@pytest.mark.parametrize("moment", ["aligning", "writing"])
def test_ctrl_c_leaves_no_file_behind(tmp_path: Path, moment: str) -> None:
    (tmp_path / "a.tmx").write_bytes(b"old")
    wait = "import sys, time; print('ready', file=sys.stderr, flush=True); time.sleep(30)"
    # Whoever starts the tests in the background has them ignore Ctrl-C; a terminal does not.
    heed = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
    slow = f"{heed}def slow(*_, **__):\n    {wait}\n"
    place = {
        "aligning": "aligner.align_article = slow",
        "writing": "import os; os.fsync = slow",
    }
    process = child(
        KNOWN + slow + place[moment],
        "-o",
        "a.tmx",
        cwd=tmp_path,
    )
    assert process.stderr is not None
    assert process.stderr.readline() == b"ready\n"
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=PATIENCE)
    assert process.returncode == 130
    assert said.strip() == b"duizhao: Interrupted; no file is left half-written."
    assert [path.name for path in tmp_path.iterdir()] == ["a.tmx"]
    assert (tmp_path / "a.tmx").read_bytes() == b"old"


def test_when_the_disk_is_full_the_old_file_stays(tmp_path: Path) -> None:
    (tmp_path / "a.tmx").write_bytes(b"old")
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))"
    process = child(KNOWN + limit, "-o", "a.tmx", cwd=tmp_path)
    _, said = process.communicate(timeout=PATIENCE)
    assert process.returncode == 1
    assert b"no room for a.tmx" in said
    assert b"Traceback" not in said
    assert [path.name for path in tmp_path.iterdir()] == ["a.tmx"]
    assert (tmp_path / "a.tmx").read_bytes() == b"old"


def test_a_reader_that_stops_listening_is_no_error() -> None:
    read, write = os.pipe()
    os.close(read)
    process = child(KNOWN, stdout=write)
    os.close(write)
    _, said = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    assert b"pairs      4" in said
    assert b"BrokenPipe" not in said


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_behind_standard_output_is_told() -> None:
    with Path("/dev/full").open("wb") as full:
        process = child(KNOWN, stdout=full)
        _, said = process.communicate(timeout=PATIENCE)
    assert process.returncode == 1
    assert said.startswith(b"duizhao: The pairs could not be printed")
    assert b"Exception ignored" not in said


@pytest.mark.parametrize("number", [1, 2])
def test_a_closed_stream_is_no_error(number: int) -> None:
    process = child(f"import sys\nsys.{'stdout' if number == 1 else 'stderr'} = None\n{KNOWN}")
    said, summary = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    assert b"Traceback" not in summary
    assert (b"The lamp was lit." in said) is (number == 2)


@pytest.mark.parametrize(
    "env",
    [{"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "ascii"}],
)
def test_a_terminal_without_chinese_is_no_reason_to_fail(env: dict[str, str]) -> None:
    said, summary = child(KNOWN, env=env).communicate(timeout=PATIENCE)
    assert b"The lamp was lit." in said
    assert b"pairs      4" in summary
    assert b"Traceback" not in summary


def test_colour_is_for_terminals_that_want_it() -> None:
    pty = pytest.importorskip("pty")
    for env, coloured in (({"NO_COLOR": ""}, True), ({"NO_COLOR": "1"}, False)):
        leader, follower = pty.openpty()
        process = child(KNOWN, stdout=follower, env=env)
        os.close(follower)
        process.communicate(timeout=PATIENCE)
        assert (b"\x1b[33m" in os.read(leader, 100_000)) is coloured
        os.close(leader)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no named pipes of this kind")
def test_a_pipe_is_waited_for_with_a_word(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    process = subprocess.Popen(
        [sys.executable, "-m", "aligner", "align", "pipe", "-o", "a.tmx"],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert process.stderr is not None
    assert b"pipe is a pipe; waiting" in process.stderr.readline()
    (tmp_path / "pipe").write_text(BILINGUAL, encoding="utf-8")
    process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    assert (tmp_path / "a.tmx").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no named pipes of this kind")
@pytest.mark.parametrize("words", [("check", "pipe"), ("convert", "pipe", "a.csv", "b.csv")])
def test_a_pipe_that_would_be_read_twice_is_refused(tmp_path: Path, words: tuple[str, ...]) -> None:
    os.mkfifo(tmp_path / "pipe")
    done = subprocess.run(
        [sys.executable, "-m", "aligner", *words],
        cwd=tmp_path,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == 1
    assert b"can be read only once" in done.stderr


UNREADABLE = {
    "align": ("align", "closed.txt"),
    "convert": ("convert", "closed", "out.csv"),
    "check": ("check", "closed"),
    "memory add": ("memory", "add", "closed", "--memory", "m.db"),
    "terms": ("terms", "closed"),
    "terms check": ("terms", "check", "closed", "closed"),
    "terms convert": ("terms", "convert", "closed", "out.csv"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_file_that_may_not_be_read_is_told_in_a_sentence(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Permissions do not stop a superuser, so the questions are answered for the test.
    monkeypatch.chdir(tmp_path)
    for ending in ("tmx", "txt"):
        Path(f"closed.{ending}").write_bytes(b"<tmx/>")
    may, opened = os.access, Path.open

    def access(path: str, *more: object, **others: object) -> bool:
        return "closed" not in str(path) and may(path, *more, **others)  # type: ignore[arg-type]

    def open_file(self: Path, *more: Any, **others: Any) -> Any:
        if "closed" in self.name:
            raise PermissionError(13, "Permission denied")
        return opened(self, *more, **others)

    monkeypatch.setattr(os, "access", access)
    monkeypatch.setattr(Path, "open", open_file)
    words = [f"{word}.tmx" if word == "closed" else word for word in UNREADABLE[name]]
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 1, result.output
    assert re.search(r"closed\.t\w+ may not be read", result.stderr)
    assert "Usage" not in result.stderr
