from __future__ import annotations

from pathlib import Path

import pytest

from bench import throughput


def test_documents_of_a_kind_are_aligned_and_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(throughput.KINDS, "short", (6, 2))
    monkeypatch.delattr("os.sched_setaffinity", raising=False)  # this process runs other tests
    measured = throughput.measure("short", tmp_path)
    assert (measured.sentences, measured.documents) == (6, 2)
    assert measured.pairs >= 3
    assert measured.processor > 0
    assert len(list(tmp_path.glob("*.jsonl"))) == 2
    assert measured.kilobytes_written > 0
