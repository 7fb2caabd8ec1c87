"""Names in fiction: whole, with the right English, and without scraps among their variants."""

from __future__ import annotations

import pytest

from aligner.lexicon import english_words
from aligner.terms import Entry, TextPair, mine
from aligner.terms.english_names import english_names
from aligner.terms.pinyin import find_spelt, spelling
from bench.terms import names, novel
from tests.effort import check_proportion

FENG: list[TextPair] = [
    (
        "当林锋利用阵法脱身时，天已经黑了。",
        "By the moment Lin Feng used the array to escape, it was dark.",
    ),
    ("当林锋醒来，没有人在屋里。", "The moment Lin Feng woke there was nobody in the room."),
    ("林锋说他要走。", "Lin Feng said he wanted to leave."),
    ("长老看着林锋，叹了口气。", "The elder looked at Lin Feng and sighed."),
]
"""A name that stands beside characters which make words of it."""


@pytest.mark.parametrize("name", ["blind", "blind_again", "blind_last"])
def test_names_of_novels_of_other_kinds_have_their_english(name: str) -> None:
    pairs, wanted = novel(name)
    missed, scraps = names(mine(pairs), wanted)
    assert len(wanted) > 30
    assert len(wanted) - len(missed) >= 0.9 * len(wanted), missed
    assert scraps == []


@pytest.mark.parametrize(
    ("name", "pairs"),
    [
        (("陳太太", "Mrs. Chen"), [
            ("陳太太來了。", "Then Mrs. Chen came."),
            ("沒有人認識陳太太。", "Nobody knew Mrs. Chen."),
        ]),
        (("黑石堡", "Blackstone Keep"), [
            ("他们望着黑石堡。", "They looked at Blackstone Keep."),
            ("黑石堡没有灯。", "There was no light in Blackstone Keep."),
        ]),
        (("赤炎丹", "Scarlet Flame Pill"), [
            ("他吞下一枚赤炎丹。", "He swallowed a Scarlet Flame Pill."),
            ("三枚赤炎丹已经太多。", "Three Scarlet Flame Pills were too many."),
        ]),
        (("青鳞会", "Green Scales"), [
            ("青鳞会的人来了。", "Men of the Green Scales had come."),
            ("他怕青鳞会。", "He was afraid of the Green Scales."),
            ("青鳞会还记得他。", "The Green Scales still remembered him."),
        ]),
        (("姚千戶", "Captain Yao"), [
            ("姚千戶說沒有。", "Captain Yao said no."),
            ("姚千戶說天黑了。", "It was dark, Captain Yao said."),
        ]),
    ],
)  # fmt: skip
def test_a_name_is_whole_whatever_it_is_made_of(name: TextPair, pairs: list[TextPair]) -> None:
    found = [(e.zh, e.en) for e in mine(pairs) if set(e.zh) & set(name[0])]
    assert found[0] == name


@pytest.fixture(scope="module")
def chapters() -> tuple[list[Entry], list[list[str]]]:
    pairs, wanted = novel()
    return mine(pairs), wanted


def test_names_of_a_novel_have_their_english(
    chapters: tuple[list[Entry], list[list[str]]],
) -> None:
    entries, wanted = chapters
    missed, scraps = names(entries, wanted)
    assert len(wanted) >= 40
    assert len(wanted) - len(missed) >= 36, missed
    assert scraps == []


def test_a_name_keeps_its_capitals_and_its_title(
    chapters: tuple[list[Entry], list[list[str]]],
) -> None:
    english = {entry.zh: entry.en for entry in chapters[0]}
    assert english["魏长老"] == "Elder Wei"
    assert english["顾师兄"] == "Senior Brother Gu"


def test_the_name_is_one_entry_without_what_stands_beside_it() -> None:
    entries = [e for e in mine(FENG, min_score=0) if "林锋" in e.zh or "Feng" in e.en]
    assert [(e.zh, e.en, e.zh_variants, e.en_variants, e.count) for e in entries] == [
        ("林锋", "Lin Feng", (), (), 4)
    ]


def test_the_whole_name_stands_for_the_surname() -> None:
    pairs = [
        ("汪远山来了。", "Wang Yuanshan came."),
        ("汪远山坐下了。", "Wang sat down."),
        ("汪远山笑了。", "Wang laughed."),
        ("汪远山没有说话。", "Wang said nothing."),
        ("没有人看见汪远山。", "Nobody saw Wang."),
    ]
    entry = next(e for e in mine(pairs, min_score=0) if e.zh == "汪远山")
    assert entry.en == "Wang Yuanshan"
    assert [variant.text for variant in entry.en_variants] == ["Wang"]


def test_a_verb_beside_a_term_makes_no_variant() -> None:
    pairs = [
        ("队长说不行。", "The captain said no."),
        ("队长走了。", "The captain left."),
        ("没有人看见队长。", "Nobody saw the captain."),
        ("队长说天黑了。", "It was dark, the captain said."),
    ]
    entry = next(e for e in mine(pairs, min_score=0) if e.en == "captain")
    assert (entry.zh, entry.zh_variants) == ("队长", ())


def test_a_name_is_known_by_its_sound_from_one_pair() -> None:
    [pair] = [("他想起了沈若兰的话。", "He remembered what Shen Ruolan had said.")]
    assert ("沈若兰", "Shen Ruolan") in [(e.zh, e.en) for e in mine([pair], min_score=0)]


def test_traditional_characters_are_read_too() -> None:
    [pair] = [("他遇見了陸遠塵。", "He met Lu Yuanchen.")]
    [entry] = [e for e in mine([pair], min_score=0) if e.en == "Lu Yuanchen"]
    assert entry.zh == "陸遠塵"


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Lin Feng", "linfeng"), ("Ah Fu", "afu"), ("Xi'an", "xian"), ("Lü Bu", "lubu"),
     ("Elder Wei", ""), ("Trump", ""), ("", ""), ("'", "")],
)  # fmt: skip
def test_what_is_pinyin(name: str, letters: str) -> None:
    assert spelling(name) == letters


def test_a_character_of_several_readings_is_tried_with_each() -> None:
    assert list(find_spelt("见到单雄了", spelling("Shan Xiong"))) == [(2, 4)]
    assert list(find_spelt("见到单雄了", spelling("Dan Xiong"))) == [(2, 4)]


def test_the_capital_of_a_sentence_makes_no_name() -> None:
    texts = [
        "Suddenly Lin Feng rose.",
        "He rose suddenly.",
        "Women came to Lin Feng.",
        "Suddenly it rained.",
    ]
    found = english_names([english_words(text) for text in texts])
    assert set(found) == {("lin", "feng")}


def test_a_part_of_one_longer_name_is_no_name_of_its_own() -> None:
    texts = ["in the Hall of a Hundred Herbs", "by the Hall of a Hundred Herbs"]
    found = english_names([english_words(text) for text in texts])
    assert found == {("hall", "of", "a", "hundred", "herbs"): [0, 1]}


def test_women_are_not_us() -> None:
    pairs = [("我们来了。", "And so Women came."), ("我们走了。", "And so Women left.")]
    assert all(e.score is None or e.score < 0.5 for e in mine(pairs, min_score=0) if e.zh == "我们")


def test_finding_names_takes_time_in_proportion() -> None:
    pairs, _ = novel()

    check_proportion(lambda times: mine(pairs * times), 8)
