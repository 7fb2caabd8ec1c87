from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from aligner.memory import pretranslate_article
from aligner.memory.analysis import BANDS, BandCount, analyse, band_of
from aligner.memory.entries import StoredUnit
from aligner.memory.fuzzy_match import FuzzyMatch
from aligner.memory.pretranslate import SegmentMatches
from aligner.unit import Unit
from tests.memory.samples import LAMP, SHIP, memory_of


def offer(percent: int, text: str = "燈亮了。", repeats: int | None = None) -> SegmentMatches:
    match = FuzzyMatch(StoredUnit(1, Unit("燈亮。", "Lit."), "a.tmx", "2025-01-01", 0), percent)
    return SegmentMatches(text, match if percent else None, repeats=repeats)


def test_every_percentage_has_its_band() -> None:
    expected = {
        101: "in context",
        100: "100 %",
        99: "95-99 %",
        95: "95-99 %",
        94: "85-94 %",
        85: "85-94 %",
        84: "75-84 %",
        75: "75-84 %",
        74: "50-74 %",
        50: "50-74 %",
        0: "no match",
    }
    assert {percent: band_of(offer(percent)) for percent in expected} == expected
    assert set(expected.values()) | {"repetitions"} == set(BANDS)


def test_a_repetition_counts_as_one_unless_the_memory_has_it() -> None:
    assert band_of(offer(0, repeats=0)) == "repetitions"
    assert band_of(offer(80, repeats=0)) == "repetitions"
    assert band_of(offer(100, repeats=0)) == "100 %"


@given(st.lists(st.tuples(st.sampled_from([0, 50, 80, 100, 101]), st.text(max_size=10))))
def test_nothing_is_counted_twice_or_lost(sentences: list[tuple[int, str]]) -> None:
    offered = [offer(percent, text) for percent, text in sentences]
    whole = sum(analyse(offered).values(), BandCount())
    assert whole.segments == len(offered)
    assert whole.characters == sum(len("".join(text.split())) for _, text in sentences)


def test_each_sentence_gets_its_offer(tmp_path: Path) -> None:
    new = "海鷗不見了。"
    with memory_of(tmp_path / "m") as memory:
        offers = list(memory.segment_matches([LAMP.zh, new, new, "三艘船在霧中迷失。"]))
    assert [o.percent for o in offers] == [101, 0, 0, 75]
    assert [o.repeats for o in offers] == [None, None, 1, None]
    assert analyse(offers)["repetitions"] == BandCount(1, 6, 5)


def test_translations_that_are_as_good_are_shown_too(tmp_path: Path) -> None:
    other = Unit(LAMP.zh, "The light of the lighthouse came on.")
    with memory_of(tmp_path / "m", SHIP, LAMP, SHIP, other) as memory:
        (offered,) = memory.segment_matches([LAMP.zh])
    assert offered.match is not None
    assert {offered.match.stored.unit.en, *(m.stored.unit.en for m in offered.others)} == {
        LAMP.en,
        other.en,
    }


def test_terms_come_from_whoever_finds_them(tmp_path: Path) -> None:
    with memory_of(tmp_path / "m") as memory:
        (offered,) = memory.segment_matches(["燈塔"], terms=lambda text: [(text, "lighthouse")])
    assert offered.terms == (("燈塔", "lighthouse"),)


def test_a_match_of_the_least_percentage_is_taken() -> None:
    units = pretranslate_article([offer(75), offer(74)], min_percent=75)
    assert [(unit.en, unit.status) for unit in units] == [("Lit.", "review"), ("", "proposed")]


def test_an_article_is_filled_as_far_as_the_memory_reaches() -> None:
    offers = [offer(101), offer(100), offer(80), offer(60), offer(0)]
    units = list(pretranslate_article(offers, min_percent=75))
    assert [unit.en for unit in units] == ["Lit.", "Lit.", "Lit.", "", ""]
    assert [unit.status for unit in units[:3]] == ["proposed", "proposed", "review"]
    assert [unit.confidence for unit in units] == [1.0, 1.0, 0.8, None, None]
    assert dict(units[2].properties)["x-match-source"] == "燈亮。"
    assert dict(units[2].properties)["x-match"] == "80"
