"""How long the rest of a run takes, by what is done of it."""

from __future__ import annotations

import pytest

from aligner.batch.estimate import Estimate
from aligner.speaking import told


def test_nothing_is_said_before_anything_is_known() -> None:
    estimate = Estimate(total=1000, begun=0)
    assert estimate.stage(now=100) == "aligning documents"
    estimate.add(10)
    assert estimate.stage(now=2) == "aligning documents"


@pytest.mark.parametrize(
    ("passed", "said"),
    [
        (10, "aligning documents (about 30 seconds left)"),
        (60, "aligning documents (about 3 minutes left)"),
        (3600, "aligning documents (about 3 hours left)"),
    ],
)
def test_the_rest_takes_as_long_a_byte_as_what_is_done(passed: float, said: str) -> None:
    estimate = Estimate(total=1000, begun=0)
    estimate.add(250)
    assert estimate.stage(now=passed) == said
    assert "對齊文件（約剩" in told(said, "zh-Hant")


def test_a_document_that_has_grown_leaves_no_time_below_nothing() -> None:
    estimate = Estimate(total=10, begun=0)
    estimate.add(20)
    assert estimate.seconds_left(now=50) == 0
