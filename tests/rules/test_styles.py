"""The ready house styles: each rule speaks where its example says, and nowhere else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from aligner.rules import STYLES, Rule, failures_of, findings_by_rules, open_rules
from aligner.rules.examples import unmarked
from aligner.rules.reading import rules_of_text

RULES = [(style, rule) for style in STYLES for rule in open_rules(style).rules]


def test_there_are_forty_rules_of_different_names() -> None:
    assert len({rule.name for _, rule in RULES}) == len(RULES) == 40


@pytest.mark.parametrize(("style", "rule"), RULES, ids=[rule.name for _, rule in RULES])
def test_a_rule_does_as_its_examples_say_and_no_other_rule_speaks(style: str, rule: Rule) -> None:
    assert {example.breaks for example in rule.examples} == {True, False}
    assert list(failures_of(rule)) == []
    for example in rule.examples:
        (zh, zh_marks), (en, en_marks) = unmarked(example.zh), unmarked(example.en)
        found = findings_by_rules(open_rules(style).rules, zh, en)
        assert {one.values[0] for one in found} == ({rule.name} if example.breaks else set())
        assert bool(zh_marks or en_marks) == example.breaks


EXAMPLES = """
[[rule]]
name = "x"
message = { en = "No.", zh = "不。" }
forbid.zh = ["甲"]
breaks = [
  { zh = "[[甲]]乙[[甲]]", en = "a" },
  { zh = "甲乙", en = "a" },
  { zh = "[[甲]]乙甲", en = "a" },
  { zh = "乙", en = "a" },
]
keeps = [{ zh = "乙", en = "a" }, { zh = "甲", en = "a" }]
"""


def test_examples_that_fail_are_told_with_the_reason() -> None:
    (rule,) = rules_of_text(EXAMPLES.encode(), "a").rules
    failed = [(one.example.zh, one.reason) for one in failures_of(rule)]
    assert failed == [("[[甲]]乙甲", "elsewhere"), ("乙", "silent"), ("甲", "speaks")]


@pytest.mark.parametrize(
    ("text", "plain", "places"),
    [
        ("a[[b]]c[[d]]", "abcd", [(1, 2), (3, 4)]),
        ("[[", "", []),
        ("a]]b", "ab", []),
        ("[[]]", "", [(0, 0)]),
    ],
)
def test_marks_are_taken_out(text: str, plain: str, places: list[tuple[int, int]]) -> None:
    assert unmarked(text) == (plain, places)


OWN_STYLE = [
    ("harbour", "taiwan"),
    ("luthier", "taiwan"),
    ("tea", "mainland"),
    ("night_train", "mainland"),
    ("labels", "mainland"),
]


@pytest.mark.parametrize(("sample", "style"), OWN_STYLE)
def test_a_style_has_nothing_to_say_of_a_text_written_in_it(sample: str, style: str) -> None:
    rules = open_rules(style).rules
    gold = Path(__file__).parent.parent.parent / "seeds" / "gold" / f"{sample}.json"
    pairs = [("".join(zh), " ".join(en)) for zh, en in json.loads(gold.read_text("utf-8"))]
    assert pairs
    assert [one for pair in pairs for one in findings_by_rules(rules, *pair)] == []
