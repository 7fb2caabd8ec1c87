"""Several processes with one memory, and one that is killed."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from aligner.memory import Memory
from tests.commands import PATIENCE, ROOT

ADD = """
import sys
from pathlib import Path
from aligner.memory import adding, file
from aligner.unit import Unit
path, first, last = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
units = [Unit(f"第{n}盏灯在{n * 7}号码头亮了。", f"Lamp {n} was lit.") for n in range(first, last)]
kept = file.open_to_add(path).database
"""
WHOLE = ADD + "adding.add(kept, units, sys.argv[2], batch=100)"
KILLED = (
    ADD
    + """
import os, signal
kept.execute("PRAGMA cache_size = 5")  # so that half a batch is on the disk
insert, batches = adding._insert, []
def dying(*args):
    insert(*args)
    batches.append(1)
    if len(batches) == 3:
        os.kill(os.getpid(), signal.SIGKILL)
adding._insert = dying
adding.add(kept, units, "killed", batch=500)
"""
)


def start(code: str, *args: object) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, args)],
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def check(path: Path, count: int) -> None:
    """See that rows and indices agree, and nothing is damaged."""
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    with Memory(path) as memory:
        assert memory.contents().units == count
        assert memory.concordance("盏灯", limit=1).total == count
        assert memory.concordance("was lit", limit=10_000).total == count


def test_two_processes_add_at_once(tmp_path: Path) -> None:
    path = tmp_path / "memory"
    both = [start(WHOLE, path, 0, 1500), start(WHOLE, path, 1000, 2500)]
    for process in both:
        _, said = process.communicate(timeout=PATIENCE)
        assert process.returncode == 0, said.decode()
    check(path, 2500)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal")
def test_a_killed_process_leaves_whole_batches(tmp_path: Path) -> None:
    path = tmp_path / "memory"
    process = start(KILLED, path, 0, 3000)
    process.communicate(timeout=PATIENCE)
    assert process.returncode == -signal.SIGKILL
    assert path.with_name("memory-journal").exists()  # it was killed half-way through writing
    check(path, 1000)
    process = start(WHOLE, path, 0, 3000)
    process.communicate(timeout=PATIENCE)
    check(path, 3000)
