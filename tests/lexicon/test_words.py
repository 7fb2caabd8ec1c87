"""Words: where they begin and end, and which are names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.lexicon.sounds import likeness
from aligner.lexicon.words import chinese_words, english_words
from aligner.terms.definitions import acronyms, glosses, quoted


def cut(text: str) -> list[str]:
    return [word.text for word in chinese_words(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("供電動汽車使用", ["供", "電動汽車", "使用"]),
        ("峰会开始了。", ["峰会", "开始", "了", "。"]),
        ("史蒂夫·威特科夫說", ["史蒂夫", "·", "威特科夫", "說"]),
        ("COVID-19疫情", ["COVID-19", "疫情"]),
        ("程，”他說", ["程", "，", "”", "他", "說"]),
        ("經理陸思遠說", ["經理", "陸思遠", "說"]),
    ],
)
def test_chinese_is_cut_into_words(text: str, words: list[str]) -> None:
    assert cut(text) == words


def test_names_are_told_by_their_capitals_inside_a_sentence() -> None:
    words = english_words("The keeper met Hall. Nobody in Binzhou knew.")
    assert [word.text for word in words if word.name] == ["Hall", "Binzhou"]


def test_a_headline_makes_no_names() -> None:
    words = english_words("Keeper Opens Museum Beside Harbour")
    assert not [word.text for word in words if word.name]


TEXTS = st.text(alphabet="陸思遠特朗普·，。”峰會號 aBC-.'’s19ＡİSS\ud800\U00020000", max_size=40)


@given(TEXTS)
def test_words_lie_in_order_where_they_say(text: str) -> None:
    for words in (chinese_words(text), english_words(text)):
        ends = [0, *(place for word in words for place in (word.start, word.end)), len(text)]
        assert ends == sorted(ends)
        assert all(text[word.start : word.end] == word.text for word in words)


@pytest.mark.parametrize(
    ("zh", "en"), [("特朗普", "Trump"), ("帕特鲁舍夫", "Patrushev"), ("伦敦", "London")]
)
def test_names_that_sound_alike(zh: str, en: str) -> None:
    assert likeness(zh, en) > 0.8


@pytest.mark.parametrize(
    ("zh", "en"), [("会谈", "Putin"), ("外交", "Alaska"), ("", "x"), ("特", "")]
)
def test_words_that_do_not(zh: str, en: str) -> None:
    assert likeness(zh, en) < 0.7


def test_a_gloss_in_brackets_is_found() -> None:
    [gloss] = glosses("帕特魯舍夫(Nikolai Patrushev)說（他）", chinese=True)
    assert gloss.text == "Nikolai Patrushev"


def test_titles_and_quotations_are_set_off_but_not_speech() -> None:
    text = "他讀《燈塔》，談「雙線操作」，說：「走吧，快。」"
    assert [text[a:b] for a, b in quoted(text, chinese=True)] == ["燈塔", "雙線操作"]


def test_an_acronym_belongs_to_the_words_whose_letters_it_has() -> None:
    text = "the severe acute respiratory syndrome (SARS) and the old house (ABC)"
    [(long, short)] = acronyms(text)
    assert (text[slice(*long)], text[slice(*short)]) == (
        "severe acute respiratory syndrome",
        "SARS",
    )


@pytest.mark.parametrize(
    ("text", "means"),
    [("可檢測的病毒", "可"), ("自我隔離", "自我"), ("他可來", ""), ("他的自我", "")],
)
def test_what_forms_words_like_able_and_self_means_something(text: str, means: str) -> None:
    meant = {word.text for word in chinese_words(text) if word.kind == "a" and word.is_content}
    assert meant == ({means} if means else set())
