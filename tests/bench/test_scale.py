"""What is simulated is bounded by what must hold whatever the figures."""

from __future__ import annotations

import numpy as np
import pytest

from bench.scale import STORAGES, Storage, World, documents_of, parts, queue, table
from bench.throughput import Throughput, line_of
from bench.throughput import table as throughput_table

ENDLESS = Storage("endless", 1e12, 1e12)
WORLD = World(count=4000)
CALM = World(count=4000, unusable=0, deadly=0, hanging=0, lost_an_hour=0, start=0)


def test_one_core_takes_the_sum_of_all_and_no_more() -> None:
    documents = documents_of(CALM)
    run = queue(CALM, documents, 1, ENDLESS)
    assert run.hours == pytest.approx(documents.work.sum() / 3600)
    assert run.busy == pytest.approx(1)
    assert (run.redone, documents.failed) == (0, 0)


@pytest.mark.parametrize("cores", [10, 400])
def test_more_cores_are_never_faster_than_their_number_or_the_longest(cores: int) -> None:
    documents = documents_of(CALM)
    least = max(documents.work.sum() / cores, documents.work.max()) / 3600
    found = queue(CALM, documents, cores, ENDLESS)
    first = queue(CALM, documents, cores, ENDLESS, longest_first=True)
    assert least <= first.hours * 1.000001
    assert first.hours <= found.hours
    assert first.hours <= parts(CALM, documents, cores, ENDLESS)


def test_a_storage_that_is_slow_bounds_all() -> None:
    slow = Storage("slow", 20, 1e12)
    run = queue(CALM, documents_of(CALM), 4000, slow)
    assert run.hours >= CALM.count * CALM.requests / slow.requests / 3600
    assert run.storage > 0.9


def test_mishaps_cost_time_and_are_counted() -> None:
    rough = World(count=4000, unusable=0.01, deadly=0.01, hanging=0.001, lost_an_hour=50)
    documents = documents_of(rough)
    assert documents.failed == pytest.approx(4000 * 0.021, rel=0.3)
    assert documents.work.max() >= rough.limit
    assert queue(rough, documents, 10, ENDLESS).redone > 0
    assert np.all(documents.sentences >= 1)


def test_the_table_has_a_line_for_each_site() -> None:
    lines = table(WORLD, (1, 100), STORAGES)
    assert sum(line.startswith("1 ") for line in lines) == 3
    assert sum(line.startswith("100 ") for line in lines) == 2
    assert "merge of" in lines[-2]


def test_the_cost_of_a_document_and_of_a_sentence_follow_from_two_lengths() -> None:
    measured = [
        Throughput("short", 20, 1, 0.1, 0.1, 19, 3, 7, 0.4),
        Throughput("long", 1020, 1, 3.1, 3.1, 970, 3, 7, 0.4),
    ]
    assert line_of(measured) == pytest.approx((0.04, 0.003))
    lines = throughput_table(measured)
    assert "600.0" in lines[1]
    assert "0.00300 s for each" in lines[-1]
