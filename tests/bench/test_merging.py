from __future__ import annotations

from pathlib import Path

import pytest

from aligner.corpus import Filters, Sources, merged
from bench import merging


def test_pairs_come_again_and_nearly_again_as_often_as_is_said(tmp_path: Path) -> None:
    merging.make_folder(tmp_path, 5000)
    with merged(Sources([tmp_path]), Filters()) as corpus:
        counts = corpus.counts
    assert (counts.documents, counts.read) == (50, 5000)
    assert counts.duplicates == pytest.approx(1000, rel=0.15)
    assert counts.near > 200


def test_a_size_is_timed_in_a_process_of_its_own() -> None:
    run = merging.time_size(300, "lines", [])
    assert run.units == 300
    assert run.seconds > 0
    assert run.peak_mb > 10  # more where this process is large: Linux counts it in
    assert "from 3 files" in run.said
