"""What of a bitext is exported as units."""

from __future__ import annotations

from dataclasses import replace

from aligner.alignment import Moved
from aligner.bitext import Bitext
from aligner.formats import ExportOptions, units_of
from tests.samples import lighthouse

TERMS = ExportOptions(("zh-TW",))


def settled(bitext: Bitext, confidence: float = 1.0) -> Bitext:
    """The cat that did not answer, and the ten past nine."""
    return replace(bitext, moved=(Moved((3,), (4,), confidence),))


def texts(bitext: Bitext, options: ExportOptions = TERMS) -> list[tuple[str, str]]:
    return [(unit.zh[:2], unit.en[:6]) for unit in units_of(bitext, options)]


def test_every_pair_is_a_unit_half_empty_ones_too() -> None:
    first, *rest = units_of(lighthouse(), TERMS)
    assert (first.zh, first.en) == ("燈塔亮了。", "The lamp was lit.")
    assert (first.zh_code, first.en_code) == ("zh-TW", "en-US")
    assert (first.confidence, first.status) == (0.98, "proposed")
    assert dict(first.properties)["x-source-file"] == "燈塔 & sea.txt"
    assert [bool(unit.zh and unit.en) for unit in rest] == [True, True, False, False, True]


def test_what_a_translator_threw_out_stays_out_and_what_waits_for_review_does_not() -> None:
    bitext = lighthouse()
    first, second, third, *rest = bitext.pairs
    pairs = (replace(first, status="excluded"), replace(third, status="review"), second, *rest)
    found = texts(replace(bitext, pairs=pairs), ExportOptions(("zh-TW",), min_confidence=0.95))
    assert ("燈塔", "The la") not in found
    assert ("「今", "“Fog t") in found


def test_moved_text_that_is_settled_is_one_unit_in_the_place_of_its_ends() -> None:
    assert texts(settled(lighthouse()))[3:] == [("貓沒", "It was"), ("海很", "The se")]
    unit = list(units_of(settled(lighthouse()), TERMS))[3]
    assert (unit.zh, unit.en) == ("貓沒有回答。", "It was ten past nine.")
    assert (unit.confidence, unit.status) == (1.0, "confirmed")


def test_a_mere_proposal_of_moved_text_is_none() -> None:
    assert texts(settled(lighthouse(), 0.99)) == texts(lighthouse())


def test_moved_text_whose_end_was_thrown_out_stays_apart() -> None:
    bitext = settled(lighthouse())
    pairs = tuple(
        replace(pair, status="excluded") if pair.zh == (3,) else pair for pair in bitext.pairs
    )
    assert ("", "It was") in texts(replace(bitext, pairs=pairs))
