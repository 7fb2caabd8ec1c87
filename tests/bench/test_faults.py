"""Commands that are ended at random moments leave nothing."""

from __future__ import annotations

import os

import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs signals and pseudo-terminals")


def test_signals_leave_nothing() -> None:
    from bench.faults import COMMANDS, end_at_random

    chosen = [c for c in COMMANDS if c.name in ("convert to XLSX", "memory add", "review a memory")]
    tally = end_at_random(12, seed=7, commands=chosen)
    assert tally.faults == []
    assert tally.runs == 12
    assert tally.ended.total() > 0


def test_what_is_left_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    from bench import fault_runs, faults

    leaves = "import os; open(f'left behind {os.getpid()}', 'w').close()\n"
    monkeypatch.setattr(fault_runs, "START", leaves + fault_runs.START)
    command = next(c for c in faults.COMMANDS if c.name == "memory export")
    tally = faults.end_at_random(2, commands=[command])
    assert any("left behind" in fault for fault in tally.faults)
