"""Translations that slipped whole stay whole; sentences that flow from cue to cue are still cut."""

from __future__ import annotations

import random

import pytest

from aligner.repair import put_right
from aligner.repair.division import divided
from aligner.repair.fragments import clauses_of, sentences_of

_TALK = [
    ("投不投降？", "Do you give in?"),
    ("死也不降。", "Never!"),
    ("小王哈哈一笑，跳了起來。", "Little Wang burst out laughing. Then he jumped up."),
    ("明天中午再來，帶三兩銀子。", "Come back at noon tomorrow. Bring three taels of silver."),
    ("好。", "Fine."),
    ("他拍拍身上的灰，往廚房走去。", "He dusted himself down and walked off to the kitchen."),
    ("廚房裡誰也不在。", "There was nobody in the kitchen."),
    ("鍋裡還有半條魚。", "Half a fish was left in the pan."),
    ("他吃了魚，洗了鍋。", "He ate the fish and washed the pan."),
    ("外面下起雨來。", "Outside it began to rain."),
]


def _joined(texts: list[str]) -> str:
    return " ".join(texts)


@pytest.mark.parametrize("first", range(5))
@pytest.mark.parametrize("slip", [1, 2])
def test_short_replies_and_second_sentences_go_with_their_own(first: int, slip: int) -> None:
    zh, en = [zh for zh, _ in _TALK], [en for _, en in _TALK]
    last = first + slip + 1
    up = [*en[:first], _joined(en[first:last]), *en[last:9], *[""] * slip, en[9]]
    assert put_right(zh, up, "zh") == en
    down = [*en[:first], *[""] * slip, *en[first : 8 - slip], _joined(en[8 - slip : 9]), en[9]]
    assert put_right(zh, down, "zh") == en


def test_sentences_that_flow_into_the_next_original_are_cut() -> None:
    zh = [
        "我在碼頭等你。",
        "帶上雨傘和錢。",
        "郵局今天不開門。",
        "船五點鐘開。",
        "別告訴我哥哥。",
        "魚已經涼了。",
    ]
    en = [
        "I will wait for you at the pier.",
        "Bring the umbrella and the money.",
        "The post office is closed today.",
        "The boat leaves at five o'clock.",
        "Do not tell my brother.",
        "The fish is cold already.",
    ]
    flowing = [_joined(en[:2]), "", _joined(en[2:4]), "", _joined(en[4:]), ""]
    assert put_right(zh, flowing, "zh") == en


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("我知道 你不懂", ["我知道", "你不懂"]),
        ("他說「好」小王笑了。", ["他說「好」", "小王笑了。"]),
        ("Rain in the north Schools are closed", ["Rain in the north", "Schools are closed"]),
        ("It costs 1,200 in Hong Kong", ["It costs 1,200 in Hong Kong"]),
    ],
)
def test_where_a_sentence_may_be_cut(sentence: str, parts: list[str]) -> None:
    (whole,) = sentences_of([sentence], "en")
    assert [part.text for part in clauses_of(whole)] == parts


def test_every_fragment_has_one_place_in_order_whatever_is_there() -> None:
    chance = random.Random(5)
    for _ in range(60):
        originals = [chance.choice(["", "一。", "船開了。"]) for _ in range(chance.randint(1, 9))]
        texts = [chance.choice(["", "One.", "A. B. C.", "♪"]) for _ in originals]
        fragments = list(sentences_of(texts, "en"))
        given = sorted(chance.randrange(len(originals)) for _ in fragments)
        places = divided(originals, fragments, given)
        assert len(places) == len(fragments)
        assert places == sorted(places)
        assert all(0 <= place < len(originals) for place in places)
