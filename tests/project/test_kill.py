"""Killed at any moment, a project opens and holds every edit that was acknowledged."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from aligner.project import create, open_project
from bench.kills import (
    Edit,
    ExpectedHistory,
    any_edit,
    check_way_back,
    kill_while_editing,
    kill_while_making,
)
from bench.project import kill, long_bitext
from tests import samples
from tests.commands import ROOT
from tests.project.edits import any_change

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork on Windows")

DYING = """
import os, signal, sys
from pathlib import Path
from aligner.project import create, making
from tests import samples
def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)
setattr(making, sys.argv[2], die)
create(Path(sys.argv[1]), samples.lighthouse())
"""
"""Makes a project and dies where it would call a function."""


@pytest.mark.parametrize("edit", [any_edit, any_change])
def test_every_acknowledged_edit_is_there_after_a_kill(tmp_path: Path, edit: Edit) -> None:
    path = tmp_path / "a.duizhao"
    expected = ExpectedHistory([samples.lighthouse()])
    create(path, expected.done[0]).close()
    for seed in range(10):
        assert kill_while_editing(path, expected, seed, edit)
        check_way_back(path, expected, 5)
    check_way_back(path, expected)


def test_a_project_is_whole_or_not_there(tmp_path: Path) -> None:
    bitext = samples.book([(1, 1, 0.9, 20)] * 1000)
    for number in range(15):
        kill_while_making(tmp_path / "a.duizhao", bitext, wait=number * 0.004)
    assert kill_while_making(tmp_path / "a.duizhao", bitext, wait=None)


@pytest.mark.parametrize(
    ("step", "there"),
    [
        ("_write", False),
        ("use_write_ahead_log", False),
        ("sync", False),
        ("_put", False),
        ("companions", False),
        ("_sync_folder", True),
        ("open_project", True),
    ],
)
def test_a_program_that_dies_at_a_step_of_making_leaves_a_whole_project_or_none(
    tmp_path: Path, step: str, there: bool
) -> None:
    path = tmp_path / "a.duizhao"
    program = [sys.executable, "-c", DYING, str(path), step]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    assert subprocess.run(program, env=env, check=False).returncode == -signal.SIGKILL
    assert path.exists() == there
    if not there:
        create(path, samples.lighthouse()).close()  # what is left of it is in nobody's way
    with open_project(path) as project:
        assert project.bitext == samples.lighthouse()


def test_the_bench_counts_what_was_acknowledged() -> None:
    assert len(long_bitext(30).pairs) == 30
    assert kill(2, seed=0)["missing"] == 0
