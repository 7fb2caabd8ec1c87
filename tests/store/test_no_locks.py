"""Disks without file locks: projects, memories and vectors are made, kept and warned of."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from aligner.project import create, open_project
from aligner.store import knows_locks
from tests import samples
from tests.disks import ERRORS, run_python, without_locks
from tests.tui.terminal import running

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has locks of its own")

PROJECT = """
import sys
from pathlib import Path
from aligner.project import create, open_project
from tests import samples
from tests.project.edits import confirmed
path = Path(sys.argv[1])
with create(path, samples.lighthouse()) as project:
    print(project.warning)
    project.apply(confirmed(project.bitext, 0), "confirm")
with open_project(path) as project:
    assert not project.is_read_only
    assert project.load().pairs[0].status == "confirmed"
    project.undo()
    project.redo()
    project.set_setting("colours", "dark")
"""

MEMORY = """
import sys
from pathlib import Path
from aligner.memory import Memory
from aligner.unit import Unit
for number in range(2):
    with Memory(Path(sys.argv[1]), to_add=True) as memory:
        memory.add([Unit(f"第{number}盏灯亮了。", "A lamp was lit.")], "first")
with Memory(Path(sys.argv[1])) as memory:
    print(memory.warning)
    assert memory.concordance("盏灯").total == 2
    assert len(list(memory)) == 2
"""

VECTORS = """
import sys
from pathlib import Path
import numpy as np
from aligner.encoders.cache import VectorCache
for known in range(2):
    with VectorCache(Path(sys.argv[1])) as cache:
        assert len(cache.read("edition", ["燈"])) == known
        cache.write("edition", {"燈": np.ones(3, np.float16)})
"""

OPEN = "import sys; from pathlib import Path; from aligner.project import open_project"
HOLD = f"{OPEN}\nproject = open_project(Path(sys.argv[1])); print('open', flush=True)\ninput()"


@pytest.mark.parametrize("everywhere", [True, False])
@pytest.mark.parametrize("error", ERRORS)
def test_a_project_is_made_and_edited_with_one_warning(
    tmp_path: Path, error: str, everywhere: bool
) -> None:
    env = without_locks(getattr(errno, error), None if everywhere else tmp_path)
    done = run_python(PROJECT, tmp_path / "a.duizhao", env=env)
    assert (done.returncode, done.stderr) == (0, "")
    (warning,) = done.stdout.splitlines()
    assert "knows no locks" in warning
    where = "in no other program" if everywhere else "on no other computer"
    assert where in warning
    assert [path.name for path in tmp_path.iterdir()] == ["a.duizhao"]
    with open_project(tmp_path / "a.duizhao") as project:
        assert project.warning == ""
        assert project.bitext.pairs[0].status == "confirmed"


@pytest.mark.parametrize("everywhere", [True, False])
@pytest.mark.parametrize("error", ERRORS)
def test_a_memory_is_added_to_and_searched(tmp_path: Path, error: str, everywhere: bool) -> None:
    env = without_locks(getattr(errno, error), None if everywhere else tmp_path)
    done = run_python(MEMORY, tmp_path / "memory", env=env)
    assert (done.returncode, done.stderr) == (0, "")
    (warning,) = done.stdout.splitlines()
    assert "knows no locks" in warning
    assert [path.name for path in tmp_path.iterdir()] == ["memory"]


@pytest.mark.parametrize("error", ERRORS)
def test_vectors_are_kept(tmp_path: Path, error: str) -> None:
    env = without_locks(getattr(errno, error))
    done = run_python(VECTORS, tmp_path, env=env)
    assert done.returncode == 0
    (said,) = done.stderr.splitlines()
    assert "knows no locks" in said


def test_the_command_says_it_once(tmp_path: Path) -> None:
    units = tmp_path / "units.tsv"
    units.write_text("zh\ten\n灯亮了。\tThe lamp was lit.\n")
    env = without_locks(errno.ENOLCK)
    command = "from aligner.cli import main; main(prog_name='duizhao')"
    done = run_python(command, "memory", "add", units, "--memory", tmp_path / "m", env=env)
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("knows no locks") == 1
    assert "1 added" in done.stderr


@pytest.mark.parametrize("error", ["ENOLCK", "EINVAL"])
def test_a_second_program_of_this_computer_reads_a_copy(tmp_path: Path, error: str) -> None:
    path = tmp_path / "a.duizhao"
    create(path, samples.lighthouse()).close()
    env = without_locks(getattr(errno, error), tmp_path)
    second = f"""
import subprocess, sys
{OPEN}
first = subprocess.Popen([sys.executable, "-c", {HOLD!r}, sys.argv[1]],
                         stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
assert first.stdout.readline() == "open\\n"
with open_project(Path(sys.argv[1])) as project:
    print(project.is_read_only, len(project.load().pairs), project.warning)
first.kill()
first.wait()
with open_project(Path(sys.argv[1])) as project:
    print(project.is_read_only)
"""
    done = run_python(second, path, env=env)
    assert (done.returncode, done.stderr) == (0, "")
    read, edited = done.stdout.splitlines()
    assert read.startswith(f"True {len(samples.lighthouse().pairs)} ")
    assert "open in another program" in read
    assert edited == "False"


def test_a_backup_of_an_older_memory_is_made(tmp_path: Path) -> None:
    older = """
import sqlite3, sys
from pathlib import Path
from aligner.memory import Memory
from aligner.unit import Unit
path = Path(sys.argv[1])
with Memory(path, to_add=True) as memory:
    memory.add([Unit("灯亮了。", "The lamp was lit.")], "first")
    memory._file.execute("ALTER TABLE sources DROP COLUMN frame")
    for column in ("direction", "element", "element_status"):
        memory._file.execute(f"ALTER TABLE units DROP COLUMN {column}")
    memory._file.execute("PRAGMA user_version = 2")
with Memory(path) as memory:
    assert memory.contents().units == 1
"""
    done = run_python(older, tmp_path / "memory", env=without_locks(errno.EINVAL))
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["memory", "memory.version-2"]


def test_the_screen_says_so_and_keeps_an_edit(tmp_path: Path) -> None:
    path = tmp_path / "a.duizhao"
    create(path, samples.lighthouse()).close()
    env = without_locks(errno.EOPNOTSUPP, tmp_path)
    with running("review", path, folder=tmp_path, columns=200, env=env) as terminal:
        terminal.until("knows no locks")
        terminal.press("a")
        terminal.until("✓")
    with open_project(path) as project:
        assert project.bitext.pairs[0].status == "confirmed"


def test_a_disk_with_locks_is_known(tmp_path: Path) -> None:
    assert knows_locks(tmp_path / "not there yet")
    assert knows_locks(tmp_path / "no folder" / "a")
    assert list(tmp_path.iterdir()) == []
