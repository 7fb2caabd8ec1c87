"""Mining: what a translator would want to find, and what may not be found."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.terms import Entry, TextPair, mine
from tests.terms.samples import ELECTIONS, LIGHTHOUSE


def of_english(entries: list[Entry], english: str) -> Entry:
    return next(e for e in entries if english in e.en_forms)


@pytest.fixture(scope="module")
def lighthouse() -> list[Entry]:
    return mine(LIGHTHOUSE, min_score=0)


def test_a_name_is_found_with_the_gloss_that_the_text_gives(lighthouse: list[Entry]) -> None:
    assert of_english(lighthouse, "Margaret Hall").zh == "瑪格麗特·霍爾"


def test_a_compound_is_found_whole(lighthouse: list[Entry]) -> None:
    assert of_english(lighthouse, "Fresnel lens").zh == "菲涅耳透鏡"


@pytest.mark.parametrize(("zh", "en"), [("霧號", "foghorn"), ("博物館", "museum")])
def test_words_that_come_again_are_found(lighthouse: list[Entry], zh: str, en: str) -> None:
    entry = of_english(lighthouse, en)
    assert entry.zh == zh
    assert entry.count >= 2


def test_a_term_stands_among_the_first(lighthouse: list[Entry]) -> None:
    first = [entry.en for entry in lighthouse[:12]]
    assert {"foghorn", "museum", "Margaret Hall"} <= set(first)


def test_everyday_words_come_behind_terms(lighthouse: list[Entry]) -> None:
    places = {entry.en: place for place, entry in enumerate(lighthouse)}
    assert places["foghorn"] < min(places.get("night", 999), places.get("old", 999))


def test_examples_mark_both_terms(lighthouse: list[Entry]) -> None:
    for entry in lighthouse:
        assert entry.examples
        for example in entry.examples:
            assert (example.zh, example.en) == LIGHTHOUSE[example.pair]
            assert example.zh[slice(*example.zh_at)] in entry.zh_forms
            assert example.en[slice(*example.en_at)].lower() in [f.lower() for f in entry.en_forms]


def test_two_transliterations_of_a_name_are_one_entry() -> None:
    entry = of_english(mine(ELECTIONS, min_score=0), "Trump")
    assert (entry.zh, [v.text for v in entry.zh_variants]) == ("特朗普", ["川普"])
    assert entry.count == 3
    assert entry.part_of_speech == "proper noun"


def test_both_scripts_are_one_term() -> None:
    pairs = [("博物館很大。", "The museum is large."), ("博物馆很旧。", "The museum is old.")]
    entry = of_english(mine(pairs, min_score=0), "museum")
    assert {entry.zh, *(v.text for v in entry.zh_variants)} == {"博物館", "博物馆"}


def test_plural_and_capitals_are_one_term() -> None:
    pairs = [("疫苗來了。", "Vaccines have come."), ("疫苗有效。", "The vaccine works.")]
    entry = of_english(mine(pairs, min_score=0), "vaccine")
    assert entry.count == 2
    assert all(form.lower() in ("vaccine", "vaccines") for form in entry.en_forms)


def test_able_is_said_in_chinese_too() -> None:
    pairs = [
        ("可检测的抗体很少。", "Detectable antibodies are few."),
        ("她要求检测水质。", "She asked to test the water."),
    ]
    assert of_english(mine(pairs, min_score=0), "detectable").zh == "可检测"


def test_a_word_that_has_a_plural_is_no_adjective() -> None:
    once = [("流行病结束了。", "The epidemic is over.")]
    more = [*once, ("流行病会再来。", "Epidemics will come again.")]
    twice = [*once, ("流行病会再来。", "The epidemic will come again.")]
    of_more, of_twice = (of_english(mine(p, min_score=0), "epidemic") for p in (more, twice))
    assert (of_more.score or 0) > (of_twice.score or 0)


def test_an_adjective_before_a_compound_makes_no_new_term() -> None:
    [pair] = [("广泛疾病爆发让人担心。", "A widespread disease outbreak is a worry.")]
    places = {entry.en: place for place, entry in enumerate(mine([pair], min_score=0))}
    assert places["disease outbreak"] < places["widespread disease outbreak"]


def test_best_come_first_and_top_counts() -> None:
    entries = mine(LIGHTHOUSE, min_score=0)
    scores = [entry.score or 0 for entry in entries]
    assert scores == sorted(scores, reverse=True)
    assert mine(LIGHTHOUSE, min_score=0, top=3) == entries[:3]
    assert all((entry.score or 0) >= 0.3 for entry in mine(LIGHTHOUSE, min_score=0.3))


@pytest.mark.parametrize(
    "pairs",
    [
        [],
        [("", "")],
        [("燈塔", "")],
        [("", "lighthouse")],
        [("lighthouse", "燈塔")],
        [("，。！", "...")],
        [("\ud800\x00", "\udfff\x00")],
        [("（）「」《》", '() “” ""')],
        [("1,234", "1,234")],
        [("的" * 5_000, "the " * 5_000)],
    ],
)
def test_odd_pairs_are_no_trouble(pairs: list[TextPair]) -> None:
    mine(pairs)


ODD = st.text(
    alphabet="燈塔管理員特朗普·（）「」《》，。 aB-.'’()“”1\ud800\U00020000ﬁİ", max_size=30
)


@settings(max_examples=60)
@given(st.lists(st.tuples(ODD, ODD), max_size=3))
def test_whatever_the_text_examples_lie_within_it(pairs: list[TextPair]) -> None:
    for entry in mine(pairs, min_score=0):
        assert entry.zh
        assert entry.en
        for example in entry.examples:
            zh, en = pairs[example.pair]
            assert zh[slice(*example.zh_at)]
            assert en[slice(*example.en_at)]
