"""Settled pairs: they are in the answer, and what they do not touch stays."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner import align_segments
from aligner.alignment.align import chart_of
from aligner.alignment.chart import Chart
from aligner.alignment.segments import read_segments
from aligner.encoders.static import built_in

ZH = [
    "渡輪七點離開港口。",
    "天還沒亮，碼頭上只有三個人。",
    "老婦人提著一籃橘子。",
    "她的孫子抱著一隻貓。",
    "船長數了數乘客。",
    "「人少，開慢一點。」他說。",
    "海面很平靜。",
    "一隻海鷗停在欄杆上。",
    "孩子把一瓣橘子遞給牠。",
    "海鷗不吃，飛走了。",
]
EN = [
    "The ferry leaves the harbour at seven.",
    "It was still dark, and there were only three people on the quay.",
    "An old woman was carrying a basket of oranges.",
    "Her grandson held a cat in his arms.",
    "The captain counted the passengers.",
    "“Not many,” he said.",
    "“We'll take it slowly.”",
    "The sea was calm.",
    "A gull settled on the rail.",
    "The child held out a slice of orange to it.",
    "The gull would not eat and flew away.",
]


@pytest.fixture(scope="module")
def chart() -> Chart:
    model = built_in()
    return chart_of(read_segments(ZH, "zh", model), read_segments(EN, "en", model))


def test_nothing_fixed_changes_nothing(chart: Chart) -> None:
    assert chart.beads() == chart.beads(fixed=[])
    assert [(b.zh, b.en) for b in align_segments(ZH, EN).beads] == [
        (b.zh, b.en) for b in chart.beads()
    ]


def test_confirming_what_was_found_keeps_everything(chart: Chart) -> None:
    found = [(bead.zh, bead.en) for bead in chart.beads()]
    for pair in found:
        assert [(b.zh, b.en) for b in chart.beads(fixed=[pair])] == found
    again = chart.beads(fixed=found)
    assert [(b.zh, b.en) for b in again] == found
    assert all(bead.confidence == 1.0 for bead in again)


def test_a_correction_moves_its_neighbours_only(chart: Chart) -> None:
    before = [(bead.zh, bead.en) for bead in chart.beads()]
    after = [(bead.zh, bead.en) for bead in chart.beads(fixed=[((4, 5), (4, 5))])]
    assert ((4, 5), (4, 5)) in after
    assert ((6,), (7,)) in after
    assert [pair for pair in before if max(pair[0]) < 4] == after[:4]


def test_a_pair_far_from_where_it_was_thought_is_taken(chart: Chart) -> None:
    found = chart.beads(fixed=[((0,), (10,))])
    assert found[-10].zh == (0,) or ((0,), (10,)) in [(b.zh, b.en) for b in found]
    assert sorted(j for bead in found for j in bead.en) == list(range(11))


def test_a_sentence_may_be_settled_to_stand_alone(chart: Chart) -> None:
    found = {(bead.zh, bead.en): bead.confidence for bead in chart.beads(fixed=[((3,), ())])}
    assert found[(3,), ()] == 1.0
    assert found[(2,), (2,)] > 0.5


@pytest.mark.parametrize(
    ("fixed", "message"),
    [
        ([((0,), (0,)), ((0,), (1,))], "two fixed pairs"),
        ([((0,), (5,)), ((5,), (0,))], "cross"),
        ([((0, 2), (0,))], "not neighbours"),
        ([((99,), (0,))], "no sentences"),
        ([((-1,), (0,))], "no sentences"),
    ],
)
def test_what_cannot_be_is_refused(
    fixed: list[tuple[tuple[int, ...], tuple[int, ...]]], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        align_segments(ZH, EN, fixed=fixed)


@given(data=st.data())
@settings(max_examples=40)
def test_whatever_is_fixed_every_sentence_is_in_one_bead(chart: Chart, data: st.DataObject) -> None:
    fixed = []
    i = j = 0
    for _ in range(data.draw(st.integers(0, 3))):
        i += data.draw(st.integers(0, 3))
        j += data.draw(st.integers(0, 3))
        n, m = data.draw(st.integers(0, 3)), data.draw(st.integers(0, 3))
        if n + m and i + n <= len(ZH) and j + m <= len(EN):
            fixed.append((tuple(range(i, i + n)), tuple(range(j, j + m))))
            i, j = i + n, j + m
    found = chart.beads(fixed)
    assert [k for bead in found for k in bead.zh] == list(range(len(ZH)))
    assert [k for bead in found for k in bead.en] == list(range(len(EN)))
    beads = {(bead.zh, bead.en) for bead in found}
    for zh, en in fixed:
        if zh and en:
            assert (zh, en) in beads
        else:
            assert all(((k,), ()) in beads for k in zh)
            assert all(((), (k,)) in beads for k in en)


def test_one_side_empty() -> None:
    assert [(b.zh, b.en) for b in align_segments(["好。"], []).beads] == [((0,), ())]
    assert [(b.zh, b.en) for b in align_segments([], ["Good."]).beads] == [((), (0,))]
    assert align_segments([], []).beads == []


def test_confirming_a_pair_encodes_and_scores_nothing_again(
    chart: Chart, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("worked out a second time")

    monkeypatch.setattr("aligner.alignment.chart.score", refuse)
    monkeypatch.setattr("aligner.encoders.static.StaticModel.pieces", refuse)
    found = chart.beads(fixed=[((4,), (4,))])
    assert ((4,), (4,)) in [(bead.zh, bead.en) for bead in found]
