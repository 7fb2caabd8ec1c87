"""A table that a reviewer sent back: which pairs it changes, and which rows it cannot place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from aligner import edits
from aligner.bitext import Bitext
from aligner.edits import ReturnedRow, read_returned, take_returned
from aligner.errors import ImpossibleEdit
from tests.samples import lighthouse


def rows(bitext: Bitext) -> list[ReturnedRow]:
    """Return the table as it was sent."""
    return [
        ReturnedRow(number, pair.zh_text, pair.en_text, pair.note, pair.status)
        for number, pair in enumerate(bitext.pairs, start=1)
    ]


def test_a_table_that_nobody_touched_changes_nothing() -> None:
    bitext = lighthouse()
    found = read_returned(bitext, rows(bitext))
    assert (found.proposals, found.strays, found.missing) == ((), (), 0)


def test_white_space_and_an_emptied_cell_are_no_changes() -> None:
    bitext = lighthouse()
    sent = rows(bitext)
    sent[0] = replace(sent[0], zh_text=f" {sent[0].zh_text}\n", en_text="")
    assert read_returned(bitext, sent).proposals == ()


def test_texts_remarks_and_status_are_proposed_in_the_order_of_the_pairs() -> None:
    bitext = lighthouse()
    sent = rows(bitext)
    sent[2] = replace(sent[2], en_text="Quite another rendering.")
    sent[1] = replace(sent[1], remark="ask the author", status=" Confirmed ")
    found = read_returned(bitext, sent[::-1])
    assert [proposal.number for proposal in found.proposals] == [2, 3]
    noted, changed = (proposal.new for proposal in found.proposals)
    assert (noted.note, noted.status) == ("ask the author", "confirmed")
    assert (changed.en_text, changed.status) == ("Quite another rendering.", "edited")
    for proposal in found.proposals:
        bitext = take_returned(bitext, proposal)(bitext)
    assert read_returned(bitext, sent).proposals == ()


def test_rows_find_their_pairs_after_a_merge_above() -> None:
    bitext = lighthouse()
    sent = rows(bitext)
    sent[3] = replace(sent[3], en_text="Another ending.")
    merged = edits.merge(bitext, 0)(bitext)
    found = read_returned(merged, sent)
    assert any(
        proposal.place == 2 and proposal.new.en_text == "Another ending."
        for proposal in found.proposals
    )


def test_rows_without_a_pair_and_pairs_without_a_row_are_told() -> None:
    bitext = lighthouse()
    sent = rows(bitext)
    stray = ReturnedRow(99, "憑空多出的一行。", "A row from nowhere.")
    twice = replace(sent[0], remark="again")
    found = read_returned(bitext, [*sent[:-2], stray, twice])
    assert found.strays == (stray, twice)
    assert found.missing == 2


def test_a_proposal_for_a_pair_that_has_changed_since_is_refused() -> None:
    bitext = lighthouse()
    sent = rows(bitext)
    sent[0] = replace(sent[0], en_text="Otherwise.")
    (proposal,) = read_returned(bitext, sent).proposals
    changed = edits.annotate(bitext, 0, "mine")(bitext)
    with pytest.raises(ImpossibleEdit, match="changed since"):
        take_returned(changed, proposal)
