from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.memory.keys import aligned_key, identity, key
from aligner.memory.tokens import count_characters, count_words, pairs, token_keys, tokens, words
from aligner.script import in_one_script

MIXED = st.text(st.sampled_from("記记憶忆庫库著着，, 「」“\"ＡaÀİ1１\u3000\n.’'é"), max_size=30)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("記憶庫裡的資料", "记忆库里的资料"),
        ("看著他", "看着他"),
        ("「好」，他說。", "“好”，他说。"),
        ("ＡＢＣ１２３", "abc123"),
        ("版本 2.0 發佈", "版本2.0发布"),
        ("  兩行\n之間 ", "两行之间"),
        ("The  Lamp", "the lamp"),
        ("e\u0301te\u0301", "ÉTÉ"),
    ],
)
def test_texts_that_say_the_same_have_one_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("十平方米", "十米"),
        ("10²", "102"),
        ("a b", "ab"),
        ("好。", "好"),
        ("ＡＢ Ｃ", "ABC"),
    ],
)
def test_texts_that_say_something_else_do_not(one: str, other: str) -> None:
    assert key(one) != key(other)


@given(st.text() | MIXED)
def test_a_key_is_its_own_key_and_that_of_the_other_script(text: str) -> None:
    assert key(key(text)) == key(text)
    assert key(in_one_script(text)) == key(text)


@given(st.text() | MIXED)
def test_characters_stay_in_their_places(text: str) -> None:
    assert len(aligned_key(text)) == len(text)


def test_capitals_of_the_english_are_a_translators_decision() -> None:
    assert identity("x", "The Lamp") != identity("x", "the lamp")
    assert identity("x", " the\n lamp") == identity("x", "the lamp")
    assert identity("x", "y") != identity("xy", "")


@given(st.text() | MIXED)
def test_tokens_are_all_of_a_text_but_white_space(text: str) -> None:
    found = tokens(text)
    assert "".join(text[t.start : t.end] for t in found) == "".join(text.split())
    assert [t.key for t in found] == token_keys(text)


def test_a_token_is_a_character_a_word_or_a_mark() -> None:
    cut = [text for text in ("GPT-4在2025年don't！",) for text in token_keys(text)]
    assert cut == ["gpt", "-", "4", "在", "2025", "年", "don't", "!"]


def test_words_are_counted_as_cat_tools_do() -> None:
    assert count_words("我用 Word 寫了 3 頁。") == 7
    assert count_characters("我用 Word 寫了 3 頁。") == 11


@given(st.text(st.sampled_from("記憶庫ab1，。 "), max_size=20), st.data())
def test_a_text_holds_another_only_if_it_holds_its_pairs(text: str, data: st.DataObject) -> None:
    whole = key(text)
    start = data.draw(st.integers(0, len(whole)))
    part = whole[start : data.draw(st.integers(start, len(whole)))]
    inside = {piece for piece in pairs(part) if len(piece) > 1}
    assert inside <= set(pairs(whole))


def test_a_word_of_endless_length_is_cut() -> None:
    assert [len(word) for word in words("a" * 100_000)] == [64]
