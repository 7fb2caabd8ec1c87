"""Explanations: which words answer to which, and what speaks for a pair or against it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.alignment import Bead, Moved
from aligner.bitext import Bitext, pair_up
from aligner.explain import explain, marks, token_matches, typical_pairs
from tests.effort import check_effort, check_proportion
from tests.samples import HOSTILE, article, lighthouse

ZH = [
    "老木匠每天早上打開工作室的窗戶。",
    "他的孫女今年十二歲，喜歡收集貝殼。",
    "去年冬天，一場大雪壓垮了學校的屋頂。",
    "村長請他修理屋頂，並付了三千元。",
    "工程花了五個星期。",
    "學生們在教堂裡上課，直到春天。",
    "現在屋頂比以前更堅固。",
    "校長寫了一封感謝信給老木匠。",
    "信掛在工作室的牆上，旁邊是一張照片。",
    "孫女說那張照片是她拍的。",
]
EN = [
    "Every morning the old carpenter opens the windows of his workshop.",
    "His granddaughter is twelve this year and likes to collect shells.",
    "Last winter heavy snow brought down the roof of the school.",
    "The village head asked him to repair the roof and paid 3,000 yuan.",
    "The work took five weeks.",
    "The pupils had their lessons in the church until spring.",
    "The roof is now stronger than before.",
    "The headmaster wrote the old carpenter a letter of thanks.",
    "The letter hangs on the wall of the workshop, beside a photograph.",
    "The granddaughter says that she took the photograph.",
]
ANY = st.text(
    alphabet=st.one_of(
        st.sampled_from("鐘钟樓３三百ＡＢab clock 12.“”，。\u200d\ufe0f👩💻é\u0301\ud800豈㍿½"),
        st.characters(),
    ),
    max_size=40,
)


def village(beads: list[Bead] | None = None) -> Bitext:
    beads = beads or [Bead((k,), (k,), 0.97) for k in range(len(ZH))]
    return pair_up(article([ZH], [EN]), beads, model="toy")


def shifted(place: int) -> Bitext:
    """The village with the Chinese sentence at a place left in the pair before its own."""
    beads = [Bead((k,), (k,), 0.97) for k in range(len(ZH))]
    beads[place - 1] = Bead((place - 1, place), (place - 1,), 0.5)
    beads[place] = Bead((), (place,), 0.5)
    return village(beads)


def answers(zh: str, en: str) -> dict[str, str]:
    return {
        zh[match.zh[0] : match.zh[1]]: en[match.en[0] : match.en[1]]
        for match in token_matches(zh, en)
    }


def test_words_answer_to_what_translates_them() -> None:
    found = answers(ZH[2], EN[2])
    assert found["冬天"] == "winter"
    assert found["屋頂"] == "roof"
    assert found["學校"] == "school"


@pytest.mark.parametrize(
    ("zh", "en", "word", "answer"),
    [
        ("售价三百五十万元。", "It was sold for 3.5 million yuan.", "三百五十万", "3.5 million"),
        ("他用ＰＹＴＨＯＮ寫程式。", "He writes programs in Python.", "ＰＹＴＨＯＮ", "Python"),
        ("😀😀臺灣的總統", "👩\u200d💻 The president of Taiwan", "總統", "president"),
        ("我去了CAFÉ。", "I went to the cafe\u0301.", "CAFÉ", "cafe\u0301"),
    ],
)
def test_places_are_those_of_the_text_as_it_is(zh: str, en: str, word: str, answer: str) -> None:
    assert answers(zh, en)[word] == answer


def test_both_scripts_have_the_same_answers() -> None:
    traditional = token_matches("漁民們去年收復了燈塔。", "The fishermen took back the lighthouse.")
    simplified = token_matches("渔民们去年收复了灯塔。", "The fishermen took back the lighthouse.")
    assert traditional == simplified != []


def test_function_words_and_punctuation_answer_to_nothing() -> None:
    assert token_matches("他在這裡，是的。", "He is here, and it is so.") == []


def test_a_word_said_twice_answers_twice_in_order() -> None:
    zh, en = "漁民看漁民。", "Fishermen look at fishermen."
    found = [match for match in token_matches(zh, en) if "漁" in zh[match.zh[0] : match.zh[1]]]
    assert [match.zh for match in found] == [(0, 2), (3, 5)]
    assert [match.en for match in found] == [(0, 9), (18, 27)]


def test_what_says_something_else_hardly_answers() -> None:
    wrong = sum(len(token_matches(ZH[k], EN[(k + 5) % len(EN)])) for k in range(len(ZH)))
    right = sum(len(token_matches(ZH[k], EN[k])) for k in range(len(ZH)))
    assert right > 6 * wrong
    assert right > 3 * len(ZH)


@settings(deadline=None)
@given(ANY, ANY)
def test_no_character_answers_twice(zh: str, en: str) -> None:
    matches = token_matches(zh, en)
    for spans, text in (([m.zh for m in matches], zh), ([m.en for m in matches], en)):
        ordered = sorted(spans)
        assert all(0 <= start < end <= len(text) for start, end in ordered)
        assert all(a[1] <= b[0] for a, b in pairwise(ordered))
    assert all(0 < match.strength <= 1 for match in matches)


def test_a_chapter_as_a_pair_does_not_stop_the_screen() -> None:
    zh, en = "".join(ZH) * 200, " ".join(EN) * 200
    chapter = pair_up(article([[zh]], [[en]]), [Bead((0,), (0,), 0.5)], model="toy")
    token_matches("燈", "lamp")  # the model is read
    check_effort(lambda: token_matches(zh, en), 30)
    check_effort(lambda: explain(chapter, 0), 30)


def test_a_right_pair_is_good_in_everything() -> None:
    told = explain(village(), 3)
    assert told.shape == (1, 1)
    assert told.meaning is not None
    assert told.length is not None
    assert told.meaning.verdict == told.length.verdict == "good"
    assert [(mark.text, mark.found) for mark in told.zh_marks] == [("三千", True)]
    assert [(mark.text, mark.found) for mark in told.en_marks] == [("3,000", True)]
    assert told.moves == ()
    assert told.moved_to is None


def test_a_wrong_pair_is_poor_in_meaning() -> None:
    beads = [Bead((k,), (k,), 0.97) for k in range(len(ZH))]
    bitext = village(beads)
    wrong = replace(bitext.pairs[3], en_text="Nobody had ever counted the seagulls on the pier.")
    told = explain(replace(bitext, pairs=(*bitext.pairs[:3], wrong, *bitext.pairs[4:])), 3)
    assert told.meaning is not None
    assert told.meaning.verdict == "poor"
    assert [mark.found for mark in told.zh_marks] == [False]


def test_text_much_longer_than_its_counterpart_is_poor_in_length() -> None:
    told = explain(shifted(3), 2)
    assert told.length is not None
    assert told.length.factor < 0.8
    bitext = village()
    long = replace(bitext.pairs[4], en_text=" ".join(EN))
    told = explain(replace(bitext, pairs=(*bitext.pairs[:4], long, *bitext.pairs[5:])), 4)
    assert told.length is not None
    assert told.length.verdict == "poor"


def test_marks_of_either_side_are_looked_for_on_the_other() -> None:
    zh, en = marks("2019年3月，IBM的12人", "In 2019, 12 people of 5 firms at Ibm")
    assert [(m.kind, m.text, m.found) for m in zh] == [
        ("number", "2019年", True),
        ("number", "3月", False),
        ("name", "IBM", True),
        ("number", "12", True),
    ]
    assert [(m.text, m.found) for m in en] == [("2019", True), ("12", True), ("5", False)]


@pytest.mark.parametrize("place", range(1, len(ZH)))
def test_a_sentence_left_in_the_wrong_pair_is_offered_to_its_own(place: int) -> None:
    move = explain(shifted(place), place - 1).moves[0]
    assert (move.neighbour, move.language, move.gives) == ("next", "zh", True)
    assert move.text == ZH[place]
    assert move.there > move.here
    back = explain(shifted(place), place).moves[0]
    assert (back.neighbour, back.language, back.gives) == ("previous", "zh", False)
    assert back.text == ZH[place]


def test_right_pairs_keep_their_sentences() -> None:
    bitext = village()
    assert [explain(bitext, k).moves for k in range(len(ZH))] == [()] * len(ZH)


def test_no_sentence_is_offered_that_a_translator_has_written_over() -> None:
    bitext = shifted(4)
    assert ZH[4] in [move.text for move in explain(bitext, 3).moves]
    pairs = list(bitext.pairs)
    pairs[3] = replace(pairs[3], zh_text=ZH[3], status="edited")
    bitext = replace(bitext, pairs=tuple(pairs))
    for place in (3, 4):
        assert ZH[4] not in [move.text for move in explain(bitext, place).moves]


def test_excluded_pairs_take_and_give_nothing() -> None:
    bitext = shifted(4)
    pairs = list(bitext.pairs)
    pairs[4] = replace(pairs[4], status="excluded")
    bitext = replace(bitext, pairs=tuple(pairs))
    assert explain(bitext, 4).moves == ()
    assert not [m for m in explain(bitext, 3).moves if m.neighbour == "next"]


def test_moved_text_is_named() -> None:
    beads = [Bead((k,), (k,), 0.9) for k in range(3)]
    beads += [Bead((3,), (), 0.8), *(Bead((k,), (k - 1,), 0.9) for k in range(4, 10))]
    beads += [Bead((), (9,), 0.8)]
    bitext = replace(village(beads), moved=(Moved((3,), (9,), 0.9),))
    told = explain(bitext, 3)
    assert told.meaning is None
    assert told.length is None
    assert told.moved_to == 10
    assert explain(bitext, 10).moved_to == 3
    assert explain(bitext, 0).moved_to is None


def test_what_is_usual_is_drawn_from_sure_pairs_of_the_text() -> None:
    assert typical_pairs(village()).pairs == len(ZH)
    assert typical_pairs(lighthouse()).pairs == 0
    for confidence, count in ((0.9, len(ZH)), (0.89, 0)):
        beads = [Bead((k,), (k,), confidence) for k in range(len(ZH))]
        assert typical_pairs(village(beads)).pairs == count
    general = typical_pairs(lighthouse())
    assert 0.4 < general.zh_covered < 0.8
    assert explain(village(), 0, typical=general).meaning is not None


def test_no_place_outside_is_explained() -> None:
    for place in (-1, len(ZH)):
        with pytest.raises(IndexError):
            explain(village(), place)


def test_hostile_text_is_explained() -> None:
    for zh, en in [(HOSTILE, HOSTILE), ("\ud800", "\x00"), ("，。", "..."), ("", "\u202e")]:
        bitext = village()
        pair = replace(bitext.pairs[2], zh_text=zh, en_text=en)
        told = explain(replace(bitext, pairs=(*bitext.pairs[:2], pair, *bitext.pairs[3:])), 2)
        assert told.place == 2


def test_a_screen_that_opens_reads_no_model() -> None:
    code = (
        "import sys, aligner.explain, aligner.bitext.search, aligner.cells\n"
        "print(sorted({'numpy', 'tokenizers', 'safetensors', 'opencc_python'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.stdout.decode().strip() == "[]"


@pytest.mark.parametrize("piece", ["Aa ", "ABC ", "and ", "1,", "燈 a1 ", "&amp"])
def test_marks_of_a_long_pair_take_time_in_proportion(piece: str) -> None:
    def work(length: int) -> None:
        text = piece * (length // len(piece))
        marks(text, text)
        token_matches(text, text)

    check_proportion(work, 60_000)


def test_a_latin_word_in_a_number_is_no_name() -> None:
    zh, _ = marks("走了 3km 和 5 kg，看見 Kobus。", "It went 3km with 5 kg and saw Kobus.")
    names = [mark.text for mark in zh if mark.kind == "name"]
    assert "Kobus" in names
    assert all(first.end <= second.start for first, second in pairwise(zh))
