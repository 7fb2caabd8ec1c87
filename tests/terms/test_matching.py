"""Finding the terms of a glossary in text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.script import to_region
from aligner.terms import Entry, Matcher, Variant
from tests.effort import check_proportion
from tests.terms.samples import GLOSSARY

MATCHER = Matcher(GLOSSARY)


def found(text: str, language: str) -> list[tuple[str, str]]:
    spans = MATCHER.find(text, "zh" if language == "zh" else "en")
    return [(text[span.start : span.end], span.entry.en) for span in spans]


def test_the_longest_term_wins() -> None:
    text = "停火草案不是停火。"
    assert found(text, "zh") == [("停火草案", "ceasefire draft"), ("停火", "ceasefire")]


def test_either_script_finds_the_other() -> None:
    assert found("峰会之前", "zh") == [("峰会", "summit")]
    assert found("世卫组织说", "zh") == [("世卫组织", "WHO")]


def test_variants_are_found() -> None:
    assert found("川普來了", "zh") == [("川普", "Trump")]


@pytest.mark.parametrize("text", ["Two summits failed.", "SUMMIT", "The summit's end", "Summit"])
def test_capitals_plural_and_possessive_do_not_matter(text: str) -> None:
    assert [en for _, en in found(text, "en")] == ["summit"]


def test_an_acronym_is_no_word() -> None:
    assert found("Who knows what the WHO says?", "en") == [("WHO", "WHO")]


def test_no_term_inside_a_word_or_over_a_stop() -> None:
    assert found("summiteer", "en") == []
    assert found("A ceasefire. Draft it!", "en") == [("ceasefire", "ceasefire")]
    covid = Matcher([Entry("VID", "vid")])
    assert covid.find("COVID-19", "zh") == []


def test_a_hyphen_is_a_space() -> None:
    assert found("the cease-fire", "en") == []
    assert Matcher([Entry("雙軌", "dual track")]).find("a dual-track plan", "en")


def test_a_term_at_the_end_of_a_text_does_not_reach_beyond_it() -> None:
    (span,) = MATCHER.find("要求停火", "zh")  # 停火草案, longer by two characters, is a term too
    assert (span.start, span.end) == (2, 4)


def test_an_empty_glossary_finds_nothing() -> None:
    empty = Matcher([Entry("", ""), Entry("", "", (Variant(""),))])
    assert empty.find("停火", "zh") == empty.find("ceasefire", "en") == []


def test_a_term_is_found_however_its_characters_are_encoded_and_given_its_own_place() -> None:
    matcher = Matcher(
        [Entry("衛生", "health"), Entry("咖啡館", "café"), Entry("眾所周知", "well-known")]
    )
    text = "在衞\xad生\u3000部"
    assert [text[m.start : m.end] for m in matcher.find(text, "zh")] == ["衞\xad生"]
    text = "a well\u2011known cafe\u0301 there"
    places = [text[m.start : m.end] for m in matcher.find(text, "en")]
    assert places == ["well\u2011known", "cafe\u0301"]


TEXTS = st.text(
    alphabet="停火草案峰會高川普特朗abWHOsumit -.'’Iİ\u0307\xad\u2011\ud800\U00020000", max_size=40
)


@given(TEXTS, st.sampled_from(["zh", "en"]))
def test_spans_are_in_order_within_the_text_and_apart(text: str, language: str) -> None:
    spans = MATCHER.find(text, "zh" if language == "zh" else "en")
    ends = [0, *(place for span in spans for place in (span.start, span.end)), len(text)]
    assert ends == sorted(ends)
    assert all(span.start < span.end for span in spans)


@given(st.text(alphabet="停火草案峰會高川普特朗，。", max_size=30))
def test_a_converted_text_holds_the_same_terms(text: str) -> None:
    ours = [s.entry for s in MATCHER.find(text, "zh")]
    assert ours == [s.entry for s in MATCHER.find(to_region(text, "HK", "CN"), "zh")]


def test_a_large_glossary_is_applied_in_no_time() -> None:
    def apply(count: int) -> None:
        matcher = Matcher(
            [Entry(f"甲{chr(0x4E00 + n)}{chr(0x5E00 + n % 99)}", f"term {n}") for n in range(count)]
        )
        for _ in range(count // 8):
            matcher.find("甲乙丙丁戊己庚辛壬癸" * 6, "zh")

    check_proportion(apply, 8_000)
