"""Search: what a query finds, in which script it stands, and where in the text."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.bitext import Pair
from aligner.bitext.search import FILTERS, chosen, find_in_text, find_pair
from aligner.script import written_as
from tests.effort import check_effort, check_proportion
from tests.samples import lighthouse, one_pair

SOME = st.text(alphabet="鐘钟後后里裡aAbＡ １1'’é\u0301-İıſK。. \n", max_size=12)


def found(text: str, query: str) -> list[str]:
    return [text[start:end] for start, end in find_in_text(text, query)]


def pair(zh: str, en: str) -> Pair:
    return one_pair(zh, en).pairs[0]


@pytest.mark.parametrize(
    ("text", "query", "hits"),
    [
        ("守塔人把時鐘撥快了。", "时钟", ["時鐘"]),
        ("守塔人把时钟拨快了。", "時鐘", ["时钟"]),
        ("他站在船艙裏，貓在屋裡。", "里", ["裏", "裡"]),
        ("看着海，看著海", "看著", ["看着", "看著"]),
        ("The Tide clock, the TIDE", "tide", ["Tide", "TIDE"]),
        ("型號ＡＢ－１２到了", "ab-12", ["ＡＢ－１２"]),
        ("型號AB-12到了", "ａｂ－１２", ["AB-12"]),
        ("The keeper’s lamp", "keeper's", ["keeper’s"]),
        ("well\u2011known", "well-known", ["well\u2011known"]),
        ("the\n  old\u3000lamp", "The old lamp", ["the\n  old\u3000lamp"]),
        ("cafe\u0301 au lait", "CAFÉ", ["cafe\u0301"]),
        ("3.5% (about)", "3.5% (", ["3.5% ("]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("燈塔", "塔燈", []),
        ("燈塔", "  ", []),
        ("燈塔", "", []),
        ("", "塔", []),
        ("a lamp", " lamp ", ["lamp"]),
    ],
)
def test_a_query_finds(text: str, query: str, hits: list[str]) -> None:
    assert found(text, query) == hits


def test_a_query_of_signs_is_no_pattern() -> None:
    signs = r".*+?[](){}^$|\#&~-"
    assert found(f"a{signs}b", signs) == [signs]
    for sign in signs:
        assert found("abc 漢", sign) == []


@given(SOME, SOME)
def test_find_stops_where_matches_are(text: str, query: str) -> None:
    for one in (pair(text, ""), pair("", text)):
        hit = bool(find_in_text(one.zh_text, query) or find_in_text(one.en_text, query))
        assert (find_pair([one], query, start=0) == 0) == hit


@given(st.text(max_size=8), st.text(max_size=8), st.text(max_size=8))
def test_text_is_found_in_itself(before: str, query: str, after: str) -> None:
    query = re.sub(r"\s", "x", query)
    spans = find_in_text(before + query + after, query)
    assert bool(spans) == bool(query)
    assert spans == sorted(spans)


@given(st.characters(min_codepoint=0x3400, max_codepoint=0x9FFF))
def test_ways_to_write_a_character_are_mutual(character: str) -> None:
    assert character in written_as(character)
    assert all(character in written_as(other) for other in written_as(character))


@pytest.mark.parametrize(
    ("start", "forward", "place"),
    [(0, True, 1), (1, True, 1), (2, True, 3), (4, True, 1), (0, False, 3), (3, False, 3),
     (2, False, 1), (99, True, 1), (-1, False, 3)],
)  # fmt: skip
def test_the_search_goes_on_from_the_other_end(start: int, forward: bool, place: int) -> None:
    pairs = [pair(zh, en) for zh, en in [("", "a"), ("貓", ""), ("b", "c"), ("d", "猫"), ("", "")]]
    assert find_pair(pairs, "猫", start=start, forward=forward) == place


@pytest.mark.parametrize(("query", "place"), [("keeper", 0), ("Lamp keeper", 2), ("lamps", None)])
def test_words_are_found_where_they_stand_together(query: str, place: int | None) -> None:
    texts = ["The keeper lit the lamp.", "The lamp; the keeper.", "The lamp keeper left."]
    assert find_pair([pair("", en) for en in texts], query, start=0) == place


def test_nothing_is_found_in_nothing() -> None:
    assert find_pair([], "貓", start=0) is None
    assert find_pair([pair("貓", "cat")], "dog", start=0) is None
    assert find_pair([pair("貓", "cat")], "", start=0) is None


def test_a_pasted_book_is_a_query_like_any() -> None:
    def look_for(times: int) -> None:
        query = "燈塔 lamp\ud800\x00" * times
        assert find_pair([pair("燈塔", "lamp")], query, start=0) is None

    check_proportion(look_for, 20_000)


def test_a_large_memory_is_searched_while_one_types() -> None:
    pairs = [pair("每天清晨漁民出海之前都會看一眼鐘樓。" * 2, "“The boats” went out early. " * 5)]
    pairs *= 20_000
    for query in ("颱風過後", "Stationary", "it’s gone", "AI技術"):
        assert find_pair(pairs, query, start=0) is None
        check_effort(partial(find_pair, pairs, query, start=0), 12)


def test_filters_let_through_what_they_name() -> None:
    pairs = list(lighthouse().pairs)
    assert chosen(pairs, "all") == list(range(len(pairs)))
    assert chosen(pairs, "doubtful") == [2, 4]
    assert chosen(pairs, "unaligned") == [3, 4]
    assert chosen(pairs, "not 1-1") == [1, 3, 4]
    pairs[0] = replace(pairs[0], status="edited")
    pairs[2] = replace(pairs[2], status="confirmed", zh_cut=(0, 3))
    pairs[3] = replace(pairs[3], status="excluded", note="an aside")
    pairs[5] = replace(pairs[5], status="review")
    assert chosen(pairs, "edited") == [0]
    assert chosen(pairs, "confirmed") == [2]
    assert chosen(pairs, "excluded") == chosen(pairs, "with a note") == [3]
    assert chosen(pairs, "review") == [5]
    assert chosen(pairs, "open") == [1, 4, 5]
    assert chosen(pairs, "doubtful") == [4, 5]
    assert 2 in chosen(pairs, "not 1-1")


@pytest.mark.parametrize("name", FILTERS)
def test_a_filter_of_no_pairs_is_empty(name: str) -> None:
    assert chosen([], name) == []
