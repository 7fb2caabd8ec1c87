"""Edits that fill pairs without a translation: the source copied, a translation given to others."""

from __future__ import annotations

from pathlib import Path

import pytest

from aligner.bitext import Bitext
from aligner.edits import copy_source, exclude, propagate, settle_text
from aligner.errors import ImpossibleEdit
from aligner.opening import bitext_of_units
from aligner.unit import Unit


def job() -> Bitext:
    units = [
        Unit("注意。", "Mind.", confidence=1.0),
        Unit("3.5", ""),
        Unit("注意。", ""),
        Unit("注意。 ", ""),
        Unit("注意。", "Careful.", confidence=1.0),
        Unit("注意。", ""),
        Unit("", "Mind."),
    ]
    return bitext_of_units(units, Path("job.xliff"))


def test_a_translation_goes_to_exactly_the_same_sources_that_have_none_in_one_change() -> None:
    bitext = job()
    bitext = exclude(bitext, 5)(bitext)
    change = propagate(bitext, 0, "zh")
    after = change(bitext)
    assert [hunk.place for hunk in change.hunks] == [2]
    assert (after.pairs[2].en_text, after.pairs[2].status) == ("Mind.", "edited")
    assert [pair.en_text for pair in after.pairs[3:]] == ["", "Careful.", "", "Mind."]
    assert change.inverse(after) == bitext


def test_english_sources_are_compared_where_it_is_translated_from() -> None:
    after = propagate(job(), 0, "en")(job())
    assert after.pairs[6].zh_text == "注意。"
    assert after.pairs[2].en_text == ""


def test_where_nothing_is_left_to_fill_nothing_changes() -> None:
    bitext = propagate(job(), 0, "zh")(job())
    assert not propagate(bitext, 0, "zh")


def test_what_is_missing_is_not_given_to_others() -> None:
    for place in (1, 6):
        with pytest.raises(ImpossibleEdit):
            propagate(job(), place, "zh")


def test_the_source_is_copied_where_there_is_no_translation_and_nowhere_else() -> None:
    after = copy_source(job(), 1, "zh")(job())
    assert (after.pairs[1].zh_text, after.pairs[1].en_text) == ("3.5", "3.5")
    for place, source in ((0, "zh"), (6, "zh"), (1, "en")):
        with pytest.raises(ImpossibleEdit):
            copy_source(job(), place, "zh" if source == "zh" else "en")


def test_texts_that_stay_confirm_a_pair_that_has_both() -> None:
    bitext = job()
    assert settle_text(bitext, 0, "注意。", "Mind.")(bitext).pairs[0].status == "confirmed"
    assert settle_text(bitext, 0, "注意。", "Mind!")(bitext).pairs[0].status == "edited"
    assert not settle_text(bitext, 1, "3.5", "")
    excluded = exclude(bitext, 0)(bitext)
    assert not settle_text(excluded, 0, "注意。", "Mind.")
