"""What breaks a rule: where, how often, and what is said of it."""

from __future__ import annotations

import pytest

from aligner.checks import Finding, sentence
from aligner.rules import findings_by_rules
from aligner.rules.reading import rules_of_text
from tests.effort import check_effort, check_proportion

MESSAGE = 'message = { en = "Not “{found}”.", zh = "不用「{found}」。" }'


def found(lines: str, zh: str, en: str) -> list[Finding]:
    text = f'[[rule]]\nname = "x"\n{MESSAGE}\n{lines}'
    return list(findings_by_rules(rules_of_text(text.encode(), "a").rules, zh, en))


def texts(lines: str, zh: str, en: str) -> list[tuple[str, str]]:
    """The places of what is found, as their texts."""
    return [
        (zh[slice(*one.zh)] if one.zh else "", en[slice(*one.en)] if one.en else "")
        for one in found(lines, zh, en)
    ]


def test_each_place_of_a_forbidden_word_is_a_finding_that_says_what_it_is() -> None:
    first, second = found('severity = "error"\nforbid.zh = ["軟件"]', "軟件和軟件。", "Software.")
    assert (first.code, first.side, first.zh, first.en) == ("rule-error", "zh", (0, 2), None)
    assert second.zh == (3, 5)
    assert sentence(first, "en") == "Not “軟件”. (rule x)"
    assert sentence(first, "zh-Hant") == "不用「軟件」。（規則 x）"
    assert sentence(first, "zh") == "不用「軟件」。（规则 x）"  # the client's words stay


def test_braces_and_line_ends_in_what_is_found_do_no_harm() -> None:
    (one,) = found("forbid.zh.pattern = '\\{0\\}\\s+甲'", "{0}\n甲", "a")
    assert sentence(one, "en") == "Not “{0} 甲”. (rule x)"


@pytest.mark.parametrize(
    ("word", "en", "times"),
    [
        ("program", "Program, program and programs; a_program", 3),
        ("Program", "Program and program", 1),
        ("café", "CAFÉ cafés", 1),
        ("km", "5km 5 km kmh 公里km", 2),
        ("C++", "C++ and C++17", 2),
    ],
)
def test_latin_words_are_whole_words(word: str, en: str, times: int) -> None:
    assert len(found(f'forbid.en = ["{word}"]', "甲", en)) == times


def test_the_longest_word_is_found_and_exceptions_hold() -> None:
    assert texts('forbid.zh = ["信", "信息"]', "信息與信。", "a") == [("信息", ""), ("信", "")]
    spared = 'forbid.zh = { words = ["信息"], except = ["信息素"] }'
    assert texts(spared, "信息素是信息。", "a") == [("信息", "")]


def test_a_false_friend_is_found_beside_its_word_alone() -> None:
    lines = 'when.en = ["quality"]\nforbid.zh = ["質量"]'
    assert texts(lines, "質量好。", "Good quality.") == [("質量", "quality")]
    assert texts(lines, "質量大。", "A great mass.") == []


def test_what_is_required_is_missed_where_it_is_asked_for() -> None:
    lines = 'when.en = ["warranty"]\nrequire.zh = ["保固", "保證"]'
    (one,) = found(lines, "保修兩年。", "Two years of warranty.")
    assert (one.side, one.zh, one.en) == ("zh", None, (13, 21))
    assert sentence(one, "en") == "Not “warranty”. (rule x)"
    assert found(lines, "保固兩年。", "Two years of warranty.") == []
    assert found(lines, "兩年。", "Two years.") == []


def test_both_sides_have_to_hold_what_is_asked_of_both() -> None:
    lines = 'when = { zh = ["甲"], en = ["a"] }\nforbid.en = ["b"]'
    assert len(found(lines, "甲", "a b")) == 1
    assert found(lines, "乙", "a b") == []


@pytest.mark.parametrize(("zh", "en"), [("", "color"), ("顏色", " "), ("", "")])
def test_a_pair_without_a_text_breaks_no_rule(zh: str, en: str) -> None:
    assert found('forbid.en = ["color"]\nforbid.zh = ["顏色"]', zh, en) == []


def test_places_in_long_texts_are_found_once_and_in_order() -> None:
    zh = ("字" * 397 + "甲乙") * 40
    spans = [one.zh for one in found("forbid.zh.pattern = '甲乙'", zh, "a")]
    assert spans == [(399 * k + 397, 399 * k + 399) for k in range(40)]


@pytest.mark.parametrize("before", range(985, 1001))
def test_words_at_the_end_of_a_window_are_whole_words(before: int) -> None:
    en = " " * before + "programs or program " + " " * 2000
    assert [one.en for one in found('forbid.en = ["program"]', "甲", en)] == [
        (before + 12, before + 19)
    ]


def test_many_exceptions_take_their_share_of_time() -> None:
    lines = 'forbid.zh = { words = ["甲"], except = ["甲乙"] }'
    assert len(found(lines, "甲乙甲" * 9, "a")) == 9
    check_proportion(lambda size: found(lines, "甲乙甲" * size, "a"), 20_000)


def test_the_worst_pattern_that_is_taken_ends() -> None:
    check_effort(lambda: found("forbid.zh.pattern = 'a.*b.*c'", "ab" * 500, "a"), 100)


def test_a_long_text_takes_its_share_of_time() -> None:
    check_proportion(lambda size: found("forbid.zh.pattern = '甲.*丙'", "乙甲" * size, "a"), 40_000)
