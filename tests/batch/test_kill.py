"""Killed at any moment, a run leaves nothing half-written, and goes on to the same end."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bench.batch import NotWhole, check_whole, kill_runs

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are found in /proc")


def test_a_run_that_is_killed_again_and_again_leaves_what_an_undisturbed_one_leaves(
    tmp_path: Path,
) -> None:
    kill_runs(tmp_path, count=12, times=5)


def test_a_file_that_breaks_off_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html>", encoding="utf-8")
    with pytest.raises(NotWhole):
        check_whole(tmp_path)
