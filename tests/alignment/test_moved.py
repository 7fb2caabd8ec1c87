from __future__ import annotations

from aligner import align_segments

ZH = [
    "渡輪七點離開港口。",
    "船長數了數乘客。",
    "海面很平靜。",
    "一隻海鷗停在欄杆上。",
    "島上的博物館去年換了新的屋頂。",
    "孩子把一瓣橘子遞給牠。",
    "海鷗不吃，飛走了。",
    "島上的燈塔越來越近。",
]
EN = [
    "The ferry leaves the harbour at seven.",
    "The captain counted the passengers.",
    "The sea was calm.",
    "A gull settled on the rail.",
    "The child held out a slice of orange to it.",
    "The gull would not eat and flew away.",
    "The lighthouse on the island came closer and closer.",
]
ROOF = "The museum on the island got a new roof last year."


def test_a_sentence_that_moved_is_linked_and_not_merged() -> None:
    found = align_segments(ZH, [*EN, ROOF])
    assert [(link.zh, link.en) for link in found.moved] == [((4,), (7,))]
    beads = [(bead.zh, bead.en) for bead in found.beads]
    assert ((4,), ()) in beads
    assert ((), (7,)) in beads
    assert found.moved[0].confidence > 0.75


def test_an_omission_and_an_unrelated_addition_are_not_linked() -> None:
    found = align_segments(ZH, [*EN, "Seventeen violins were sold at last year's autumn auction."])
    assert found.moved == ()


def test_nothing_left_alone_nothing_moved() -> None:
    assert align_segments(ZH[:3], EN[:3]).moved == ()
