"""Edits: no sentence lost or doubled, order kept, and every edit can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner import edits
from aligner.alignment import Bead, Moved
from aligner.bitext import Bitext
from aligner.edits import Change
from aligner.errors import ImpossibleEdit
from aligner.term import Term
from tests.edits import EDITS, bitexts, check, fake_alignment, some_edit
from tests.samples import lighthouse


@given(bitexts(), st.lists(st.sampled_from(EDITS), max_size=12), st.data())
def test_edits_keep_every_character_and_can_be_taken_back(
    bitext: Bitext, names: list[str], data: st.DataObject
) -> None:
    states, changes = [bitext], []
    in_order = True
    for name in names:
        change = some_edit(data.draw, name, states[-1])
        new = change(states[-1])
        in_order = in_order and name != "swap"
        check(new, in_order=in_order)
        assert change.inverse(new) == states[-1]
        assert change.inverse.inverse == change
        states.append(new)
        changes.append(change)
    state = states[-1]
    for change in reversed(changes):
        state = change.inverse(state)
    assert state == bitext
    for change in changes:
        state = change(state)
    assert state == states[-1]


@given(bitexts(), st.data())
def test_what_is_settled_survives_another_alignment(bitext: Bitext, data: st.DataObject) -> None:
    for name in ("confirm", "split", "exclude", "rewrite", "swap", "insert"):
        bitext = some_edit(data.draw, name, bitext)(bitext)
    new = edits.realigned(bitext, fake_alignment(bitext))(bitext)
    for pair in bitext.pairs:
        if pair.is_settled:
            assert pair in new.pairs


def show(bitext: Bitext) -> list[tuple[str, str]]:
    return [(pair.zh_text, pair.en_text) for pair in bitext.pairs]


def test_merging_joins_chinese_with_nothing_and_english_with_a_space() -> None:
    bitext = lighthouse()
    merged = edits.merge(bitext, 0)(bitext).pairs[0]
    assert merged.zh_text == "燈塔亮了。守塔人關上門，走下樓梯。"
    assert (
        merged.en_text == "The lamp was lit. The keeper closed the door. He went down the stairs."
    )
    assert merged.status == "edited"


def test_splitting_at_a_sentence_divides_the_sentences() -> None:
    bitext = lighthouse()
    after = edits.split(bitext, 1, 6, 28)(bitext)
    assert show(after)[1:3] == [
        ("守塔人關上", "The keeper closed the door."),
        ("門，走下樓梯。", "He went down the stairs."),
    ] or show(after)[1:3] == [
        ("守塔人關上門", "The keeper closed the door."),
        ("，走下樓梯。", "He went down the stairs."),
    ]
    assert after.pairs[1].en == (1,)
    assert after.pairs[2].en == (2,)
    assert after.pairs[1].zh == after.pairs[2].zh == (1,)


def test_a_split_sentence_comes_together_again_as_it_was() -> None:
    bitext = lighthouse()
    split = edits.split(bitext, 1, 7, 10)(bitext)
    assert len(split.pairs) == len(bitext.pairs) + 1
    merged = edits.merge(split, 1)(split)
    assert replace(merged.pairs[1], status="proposed", confidence=0.91) == bitext.pairs[1]


def test_a_part_of_a_sentence_is_split_where_the_caret_stands() -> None:
    bitext = lighthouse()
    bitext = edits.split(bitext, 0, 2, 3)(bitext)
    assert show(bitext)[:2] == [("燈塔", "The"), ("亮了。", "lamp was lit.")]
    bitext = edits.split(bitext, 1, 1, 4)(bitext)
    assert show(bitext)[1:3] == [("亮", "lamp"), ("了。", "was lit.")]


def test_a_split_needs_text_on_both_sides_of_it() -> None:
    bitext = lighthouse()
    with pytest.raises(ImpossibleEdit, match="caret"):
        edits.split(bitext, 0, 0, 0)
    with pytest.raises(ImpossibleEdit, match="caret"):
        edits.split(bitext, 0, 99, 99)


def test_one_side_may_stay_whole_when_the_other_is_split() -> None:
    bitext = lighthouse()
    after = edits.split(bitext, 1, 99, 28)(bitext)
    assert show(after)[1:3] == [
        ("守塔人關上門，走下樓梯。", "The keeper closed the door."),
        ("", "He went down the stairs."),
    ]
    assert after.pairs[2].is_doubtful


def test_the_other_side_is_split_at_the_end_of_a_sentence() -> None:
    en = "The keeper closed the door. He went down the stairs."
    assert en[: edits.suggested_split("守塔人關上門，走下樓梯。", en, 7)].endswith("door. ")
    assert edits.suggested_split("貓沒有回答。", "", 3) == 0
    assert edits.suggested_split("貓沒有回答。", "no end", 3) == 6


def test_a_sentence_moves_to_the_pair_below() -> None:
    bitext = lighthouse()
    after = edits.move_down(bitext, 1, "en")(bitext)
    assert show(after)[1:3] == [
        ("守塔人關上門，走下樓梯。", "The keeper closed the door."),
        ("「今晚有霧。」他說。", "He went down the stairs. “Fog tonight,” he said."),
    ]


def test_a_pair_that_has_lost_all_its_text_is_gone() -> None:
    bitext = lighthouse()
    after = edits.move_up(bitext, 4, "en")(bitext)
    assert show(after)[3] == ("貓沒有回答。", "It was ten past nine.")
    assert len(after.pairs) == len(bitext.pairs) - 1


def test_an_unaligned_sentence_is_taken_in_from_beyond_one_of_the_other_language() -> None:
    bitext = lighthouse()
    after = edits.pull_from_below(bitext, 2, "en")(bitext)
    assert show(after)[2] == (
        "「今晚有霧。」他說。",
        "“Fog tonight,” he said. It was ten past nine.",
    )
    assert show(after)[3] == ("貓沒有回答。", "")


def test_moving_beyond_the_ends_says_so() -> None:
    bitext = lighthouse()
    impossible: list[Callable[[], Change]] = [
        lambda: edits.move_up(bitext, 0, "zh"),
        lambda: edits.move_down(bitext, 5, "zh"),
        lambda: edits.merge(bitext, 5),
        lambda: edits.swap(bitext, 0),
        lambda: edits.pull_from_above(bitext, 0, "zh"),
        lambda: edits.pull_from_below(bitext, 5, "zh"),
        lambda: edits.move_up(bitext, 3, "en"),
        lambda: edits.link(bitext, 0, 1),
        lambda: edits.pinpoint(bitext, 4, 3),
    ]
    for edit in impossible:
        with pytest.raises(ImpossibleEdit):
            edit()


def test_pinpointing_pairs_two_cells_and_leaves_the_rest_to_be_aligned() -> None:
    bitext = lighthouse()
    after = edits.pinpoint(bitext, 0, 1)(bitext)
    assert show(after)[:3] == [
        ("", "The lamp was lit."),
        ("燈塔亮了。", "The keeper closed the door. He went down the stairs."),
        ("守塔人關上門，走下樓梯。", ""),
    ]
    assert after.pairs[1].status == "confirmed"
    assert after.pairs[0].is_doubtful
    assert after.pairs[2].is_doubtful


def test_a_rewritten_text_is_divided_where_the_caret_stood() -> None:
    bitext = lighthouse()
    new = "The old keeper shut the door. He went down the stairs."
    bitext = edits.rewrite(bitext, 1, bitext.pairs[1].zh_text, new)(bitext)
    after = edits.split(bitext, 1, 7, 30)(bitext)
    assert [pair.en_text for pair in after.pairs[1:3]] == [
        "The old keeper shut the door.",
        "He went down the stairs.",
    ]
    assert [pair.en for pair in after.pairs[1:3]] == [(1,), (2,)]
    moved = edits.move_down(bitext, 1, "en")(bitext)
    assert moved.pairs[1].en_text == "The old keeper shut the door."


def test_links_are_settled_and_taken_off() -> None:
    bitext = replace(lighthouse(), moved=(Moved((3,), (4,), 0.8),))
    linked = edits.link(bitext, 3, 4)(bitext)
    assert linked.moved == (Moved((3,), (4,), 1.0),)
    assert linked.pairs == bitext.pairs
    assert edits.link(linked, 3, 4)(linked).moved == ()


def test_review_and_exclusion_are_taken_back_by_doing_them_again() -> None:
    bitext = lighthouse()
    marked = edits.mark_for_review(bitext, 0)(bitext)
    assert marked.pairs[0].is_doubtful
    assert edits.mark_for_review(marked, 0)(marked) == bitext
    out = edits.exclude(bitext, 0)(bitext)
    assert edits.keep(out, 0)(out) == bitext
    assert not edits.keep(bitext, 0)


def test_a_change_refuses_a_bitext_it_was_not_made_for() -> None:
    bitext = lighthouse()
    change = edits.merge(bitext, 0)
    with pytest.raises(ValueError, match="another state"):
        change(change(bitext))


def test_a_note_stays_with_its_pair_when_all_is_aligned_again() -> None:
    bitext = lighthouse()
    bitext = edits.annotate(bitext, 0, "a lamp?")(bitext)
    new = edits.realigned(bitext, [Bead(p.zh, p.en, 0.5) for p in bitext.pairs])(bitext)
    assert new.pairs[0].note == "a lamp?"
    assert new.pairs[0].confidence == 0.5


def test_aligning_again_keeps_what_is_settled_and_changes_only_what_is_new() -> None:
    bitext = lighthouse()
    bitext = edits.confirm(bitext, 2)(bitext)
    assert edits.settled(bitext) == [((2,), (3,))]
    beads = [Bead(pair.zh, pair.en, pair.confidence) for pair in bitext.pairs]
    change = edits.realigned(bitext, [*beads[:3], Bead((3,), (4,), 0.6), beads[5]])
    (hunk,) = change.hunks
    assert (hunk.place, hunk.old) == (3, bitext.pairs[3:5])
    assert show(change(bitext))[3] == ("貓沒有回答。", "It was ten past nine.")
    assert change(bitext).pairs[:3] == bitext.pairs[:3]


def test_terms_are_taken_merged_and_forgotten() -> None:
    bitext = lighthouse()
    tower = Term("燈塔", "lighthouse")
    bitext = edits.decide(bitext, tower)(bitext)
    assert bitext.terms == (tower,)
    other = Term("灯塔", "light house")
    bitext = edits.decide(bitext, other)(bitext)
    merged = edits.merge_terms(bitext, tower, other)(bitext).terms
    assert merged == (Term("燈塔", "lighthouse", ("灯塔",), ("light house",)),)
    turned_down = edits.decide(bitext, replace(tower, decision="rejected"))(bitext)
    assert [term.is_accepted for term in turned_down.terms] == [True, False]
    assert edits.forget(turned_down, tower)(turned_down).terms == (other,)
    for half in (Term("燈塔", " "), Term("", "lighthouse")):
        with pytest.raises(ImpossibleEdit, match="both languages"):
            edits.decide(bitext, half)
        with pytest.raises(ImpossibleEdit, match="both languages"):
            edits.change_term(bitext, other, half)
