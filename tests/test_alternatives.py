"""How else a doubtful pair could be paired, and taking that pairing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from aligner import edits
from aligner.alignment import Bead, Realigner
from aligner.bitext import Bitext, pair_up
from aligner.explain import alternative_of
from tests.samples import article

ZH = ["燈塔在霧裡亮了一夜。", "守塔人早上走下樓梯，到碼頭去買魚。", "貓跟在他後面。", "海很靜。"]
EN = [
    "The lighthouse burned all night in the fog.",
    "In the morning the keeper went down the stairs.",
    "He walked to the quay to buy fish.",
    "The cat came after him.",
    "The sea was calm.",
]


def wrong() -> Bitext:
    """A bitext of which the third pair has a sentence that belongs to the second."""
    beads = [
        Bead((0,), (0,), 0.99),
        Bead((1,), (1,), 0.6),
        Bead((2,), (2, 3), 0.4),
        Bead((3,), (4,), 0.99),
    ]
    return pair_up(article([ZH], [EN]), beads, model="toy")


@pytest.mark.parametrize("is_scored", [True, False], ids=["scored", "by itself"])
@pytest.mark.parametrize("place", [1, 2])
def test_the_pairing_that_is_right_is_found_from_either_wrong_pair(
    place: int, is_scored: bool
) -> None:
    bitext = wrong()
    realigner = Realigner(bitext.article)
    if is_scored:
        realigner.prepare()
    other = alternative_of(bitext, place, realigner)
    assert other is not None
    assert [(bead.zh, bead.en) for bead in other.new] == [((1,), (1, 2)), ((2,), (3,))]
    assert (other.first, other.old) == (1, bitext.pairs[1:3])
    assert other.likelihood == 1.0  # it is the likelier one


def test_of_a_right_pair_the_other_pairings_are_unlikely() -> None:
    realigner = Realigner(wrong().article)
    bitext = pair_up(wrong().article, realigner.beads([]), model="toy")
    other = alternative_of(bitext, 3, realigner)
    assert other is not None
    assert other.likelihood < 0.2


def test_taking_it_is_one_edit_that_can_be_undone() -> None:
    bitext = wrong()
    other = alternative_of(bitext, 2, Realigner(bitext.article))
    assert other is not None
    change = edits.regroup(bitext, other.first, len(other.old), other.new)
    after = change(bitext)
    assert [pair.status for pair in after.pairs] == ["proposed", "edited", "edited", "proposed"]
    assert after.pairs[1].en_text == f"{EN[1]} {EN[2]}"
    assert change.inverse(after) == bitext


def test_notes_are_kept_where_pairs_are_made_anew() -> None:
    bitext = edits.annotate(wrong(), 2, "look again")(wrong())
    change = edits.regroup(bitext, 1, 2, [Bead((1, 2), (1, 2, 3), 0.5)])
    assert change(bitext).pairs[1].note == "look again"


def test_other_pairs_must_hold_the_same_sentences() -> None:
    with pytest.raises(ValueError, match="same sentences"):
        edits.regroup(wrong(), 1, 2, [Bead((1, 2), (1, 2), 0.5)])


@pytest.mark.parametrize("place", [1, 3])
def test_settled_pairs_stay_as_they_are(place: int) -> None:
    bitext = edits.confirm(wrong(), place)(wrong())
    realigner = Realigner(bitext.article)
    assert alternative_of(bitext, place, realigner) is None
    other = alternative_of(bitext, 2, realigner)
    assert other is None or place not in range(other.first, other.first + len(other.old))


def test_a_pair_cut_within_a_sentence_has_none() -> None:
    bitext = wrong()
    pair = replace(bitext.pairs[2], zh_cut=(0, 3))
    cut = replace(bitext, pairs=(*bitext.pairs[:2], pair, bitext.pairs[3]))
    assert alternative_of(cut, 2, Realigner(bitext.article)) is None
