from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.script import (
    detect_script,
    han_share,
    in_one_script,
    is_han,
    language_of,
    to_simplified,
    to_traditional,
)


@pytest.mark.parametrize("character", ["中", "國", "〇", "㐀", "\U00020000", "\ufa0e"])
def test_a_chinese_character_is_han(character: str) -> None:
    assert is_han(character)


@pytest.mark.parametrize(
    "character", ["", "a", "é", "1", "，", "。", "「", "あ", "한", "Ａ", "\u3000"]
)
def test_marks_and_other_writing_are_not_han(character: str) -> None:
    assert not is_han(character)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("今天下雨。", "zh"),
        ("It is raining today.", "en"),
        ("导演李安（Ang Lee）获奖。", "zh"),
        ("李安（Ang Lee Productions Limited）", "zh"),
        ("Chiayi (嘉義市東區)", "en"),
        ("(嘉義)", "zh"),
        ("The word 关系 means a relationship.", "en"),
        ("他买了 iPhone 15 Pro。", "zh"),
        ("Élodie Dvořák", "en"),
        ("こんにちは、ありがとう", None),
        ("안녕하세요", None),
        ("2024-05-01 12:30", None),
        ("——……！？", None),
        ("", None),
    ],
)
def test_language_by_letters(text: str, language: str | None) -> None:
    assert language_of(text) == language


def test_a_latin_word_counts_as_one_character() -> None:
    assert han_share("我爱 Beijing") == pytest.approx(2 / 3)
    assert han_share("Beijing") == 0
    assert han_share("123") == 0
    assert han_share("北京") == 1


@pytest.mark.parametrize(
    ("text", "name", "share"),
    [
        ("這個國家的經濟發展很快。", "Hant", 1.0),
        ("这个国家的经济发展很快。", "Hans", 1.0),
        ("皇后在台上。", "Hans", 0.5),
        ("人山人海", "Hans", 0.5),
        ("Nothing Chinese", "Hans", 0.5),
        ("", "Hans", 0.5),
        ("這個國家這", "Hant", 1.0),
        ("這個國，这", "Hant", 0.75),
    ],
)
def test_script_by_telling_characters(text: str, name: str, share: float) -> None:
    script = detect_script(text)
    assert script.name == name
    assert script.share == pytest.approx(share)


def test_characters_that_both_scripts_use_do_not_tell() -> None:
    assert detect_script("後來皇后里長干涉").name == "Hant"
    assert detect_script("後來皇后里長干涉").share == 1.0


def test_conversion_goes_by_words() -> None:
    assert to_simplified("電腦的後面") == "电脑的后面"
    assert to_traditional("头发发现皇后") == "頭髮發現皇后"


@given(st.text(alphabet="这個国家经濟，。 a1\n后", max_size=60))
def test_a_share_is_never_below_one_half(text: str) -> None:
    assert 0.5 <= detect_script(text).share <= 1
    assert len(to_simplified(text)) == len(text)


def test_long_texts_are_read_in_linear_time() -> None:
    began = time.perf_counter()
    for unit in ("國", "a", "(", "（國", "a-", "a'"):
        language_of(unit * 300_000)
        detect_script(unit * 300_000)
    to_simplified("國家" * 50_000)
    assert time.perf_counter() - began < 20


def test_in_one_script_both_are_alike_and_places_stay() -> None:
    text = "歐洲盟友，臺灣 ABC 𠮷野"
    assert in_one_script(text) == in_one_script("欧洲盟友，台湾 ABC 𠮷野")
    assert len(in_one_script(text)) == len(text)
