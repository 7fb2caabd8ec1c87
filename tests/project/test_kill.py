"""Killed at any moment, a project opens and holds every edit that was acknowledged."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from aligner.project import create
from bench.kills import (
    Edit,
    Memory,
    any_edit,
    check_way_back,
    kill_while_editing,
    kill_while_making,
)
from bench.project import kill, long_bitext
from tests import samples
from tests.project.edits import any_change

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork on Windows")


@pytest.mark.parametrize("edit", [any_edit, any_change])
def test_every_acknowledged_edit_is_there_after_a_kill(tmp_path: Path, edit: Edit) -> None:
    path = tmp_path / "a.duizhao"
    memory = Memory([samples.lighthouse()])
    create(path, memory.done[0]).close()
    chance = random.Random()
    acknowledged = 0
    for _ in range(10):
        seed = chance.randrange(2**32)
        acknowledged += kill_while_editing(path, memory, seed, chance.uniform(0, 0.08), edit)
        check_way_back(path, memory, 5)
    assert acknowledged
    check_way_back(path, memory)


def test_a_project_is_whole_or_not_there(tmp_path: Path) -> None:
    bitext = samples.book([(1, 1, 0.9, 20)] * 1000)
    made = [kill_while_making(tmp_path / "a.duizhao", bitext, n * 0.004) for n in range(15)]
    made.append(kill_while_making(tmp_path / "a.duizhao", bitext, 0.5))
    assert made[-1]
    assert not made[0]


def test_the_bench_counts_what_was_acknowledged() -> None:
    assert len(long_bitext(30).pairs) == 30
    assert kill(2)["missing"] == 0
