"""Units judged by their meaning: what is exchanged, slipped, cut or copied stands out."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from aligner.checks import Judge, Judgement, judge_units, sentence
from aligner.opening import bitext_of_units
from aligner.unit import Unit
from bench.judging import own_pairs, spoilt

Pair = tuple[str, str]


@pytest.fixture(scope="module")
def memory() -> list[Pair]:
    """A hundred right units that say enough."""
    return [(zh, en) for zh, en in own_pairs() if len(zh) > 14][:100]


def codes(pairs: list[Pair]) -> dict[int, str]:
    """The codes of what is told of units, by place."""
    judged = enumerate(judge_units(pairs))
    return {place: one.finding.code for place, one in judged if one.finding}


def test_a_sound_memory_is_believed(memory: list[Pair]) -> None:
    assert len(codes(memory)) <= 1
    assert sum(one.confidence > 0.9 for one in judge_units(memory)) >= 95


def test_two_translations_that_were_exchanged_name_each_other(memory: list[Pair]) -> None:
    wrong = list(memory)
    wrong[20], wrong[60] = (memory[20][0], memory[60][1]), (memory[60][0], memory[20][1])
    judged = list(judge_units(wrong))
    for place, other in ((20, "61"), (60, "21")):
        finding = judged[place].finding
        assert finding is not None
        assert finding.code == "meaning"
        assert finding.values == (other,)
        assert other in sentence(finding, "en")
        assert judged[place].confidence < 0.1


def test_a_translation_of_something_quite_different_says_something_else(
    memory: list[Pair],
) -> None:
    wrong = list(memory)
    wrong[30] = memory[30][0], "The committee will publish its budget for the railway in autumn."
    assert codes(wrong)[30] == "meaning"


@pytest.mark.parametrize("by", [1, -2])
def test_translations_that_slipped_say_by_how_much_and_where_theirs_is(
    memory: list[Pair], by: int
) -> None:
    wrong = list(memory)
    for place in range(40, 52):
        wrong[place] = memory[place][0], memory[place + by][1]
    judged = list(judge_units(wrong))
    told = [one.finding for one in judged[40:52] if one.finding and one.finding.code == "slipped"]
    assert len(told) >= 9
    assert {finding.values[0] for finding in told} == {str(abs(by))}
    assert not [one for one in judged[:38] if one.finding and one.finding.code == "slipped"]


def test_half_a_translation_is_only_a_part(memory: list[Pair]) -> None:
    long = [place for place, (zh, _) in enumerate(memory) if len(zh) > 24][:10]
    wrong = list(memory)
    for place in long:
        words = memory[place][1].split()
        wrong[place] = memory[place][0], " ".join(words[: len(words) // 2])
    found = codes(wrong)
    assert sum(found.get(place) in ("part", "meaning") for place in long) >= 8


def test_a_copied_unit_is_doubtful_and_told_of_by_another_check(memory: list[Pair]) -> None:
    wrong = [*memory, ("今天下午没有人来。", "今天下午没有人来。"), ("", "Nobody came.")]
    judged = list(judge_units(wrong))
    assert judged[-2].confidence < 0.1
    assert judged[-1].confidence == 0
    assert judged[-2].finding is None


def test_names_numbers_and_single_words_say_nothing() -> None:
    units = [("保存", "Open"), ("上海", "Beijing"), ("3.5亿", "12"), ("林小川", "Lin Xiaochuan")]
    assert codes(units * 5) == {}
    assert all(one.confidence > 0.5 for one in judge_units(units))


def test_every_unit_gets_one_judgement_in_order_however_they_come(memory: list[Pair]) -> None:
    chance = random.Random(1)
    many = [memory[chance.randrange(len(memory))] for _ in range(2500)]
    judge = Judge()
    places: list[int] = []
    for zh, en in many:
        found = judge.add(zh, en)
        assert len(judge.__dict__["_pairs"]) < 1300  # room does not grow with the memory
        places += [place for place, _ in found]
    places += [place for place, _ in judge.rest()]
    assert places == list(range(2500))
    assert judge.rest() == []


def test_nothing_is_judged_without_units() -> None:
    assert list(judge_units([])) == []
    assert list(judge_units([("", "")])) == [Judgement(0.0)]


def test_nine_in_ten_of_what_is_spoilt_are_doubtful() -> None:
    memory, bad = spoilt(own_pairs(), 1)
    judged = list(judge_units(memory))
    assert sum(judged[place].confidence < 0.5 for place in bad) >= 32
    right = [one for place, one in enumerate(judged) if place not in bad]
    assert sum(one.finding is not None for one in right) <= 4


def test_exchanged_units_of_a_memory_are_doubtful_when_it_is_reviewed(memory: list[Pair]) -> None:
    wrong = list(memory)
    wrong[20], wrong[21] = (memory[20][0], memory[21][1]), (memory[21][0], memory[20][1])
    bitext = bitext_of_units([Unit(zh, en) for zh, en in wrong], Path("old.tmx"))
    doubtful = {place for place, pair in enumerate(bitext.pairs) if pair.confidence < 0.5}
    assert {20, 21} <= doubtful
    assert len(doubtful) <= 4


def test_a_confidence_that_the_file_gives_stays(memory: list[Pair]) -> None:
    units = [Unit(zh, en, confidence=0.3) for zh, en in memory[:3]]
    pairs = bitext_of_units(units, Path("old.tmx")).pairs
    assert [pair.confidence for pair in pairs] == [0.3] * 3
