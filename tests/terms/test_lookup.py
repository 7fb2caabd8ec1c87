"""Looking up the terms of glossaries in Chinese texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from aligner.terms import Entry, Variant
from aligner.terms.lookup import Lookup
from aligner.terms.matching import chinese_key
from tests.terms.samples import GLOSSARY


def test_each_term_is_said_once_where_it_stands_first() -> None:
    parts = Lookup([Entry("件", "parts"), Entry("齒輪", "gear")])
    assert parts.inside("三件齒輪，四件螺絲。") == [("件", "parts"), ("齒輪", "gear")]


def test_a_term_is_said_as_it_stands_in_the_text() -> None:
    lookup = Lookup([Entry("铜座", "brass mount", (Variant("黄铜底座"),))])
    assert lookup.inside("銅座") == [("銅座", "brass mount")]
    assert lookup.inside("黃銅底座和铜座") == [
        ("黃銅底座", "brass mount"),
        ("铜座", "brass mount"),
    ]


def test_both_scripts_of_one_term_are_one() -> None:
    assert Lookup([Entry("铜座", "mount")]).inside("銅座，铜座") == [("銅座", "mount")]


def test_every_english_of_a_term_is_said_in_the_order_of_the_glossaries() -> None:
    entries = [Entry("鐘", "clock"), Entry("钟", "bell"), Entry("鐘", "Clock")]
    assert Lookup(entries).inside("鐘") == [("鐘", "clock / bell")]


def test_the_longest_term_is_said_and_not_what_it_holds() -> None:
    assert Lookup(GLOSSARY).inside("停火草案") == [("停火草案", "ceasefire draft")]


@given(st.text(alphabet="停火草案峰會高川普特朗普，İ\ud800\U00020000", max_size=30))
def test_what_is_said_stands_in_the_text_and_is_said_once(text: str) -> None:
    terms = [zh for zh, _ in Lookup(GLOSSARY).inside(text)]
    assert all(term in text for term in terms)
    assert len({chinese_key(term) for term in terms}) == len(terms)
    assert bool(terms) == bool(Lookup(GLOSSARY).matcher.find(text, "zh"))
