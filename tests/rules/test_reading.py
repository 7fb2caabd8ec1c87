"""Files of rules: what is understood, and what is refused with which sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.errors import UnusableInput
from aligner.rules import STYLES, RuleSet, open_rules, read_rules
from aligner.rules.reading import rules_of_text
from aligner.speaking import told

WHOLE = """
title = "Client"
[[rule]]
name = "one"
message = { en = "Not “{found}”.", zh = "不用「{found}」。" }
forbid.zh = ["甲"]
"""


def rule(lines: str) -> str:
    return f'[[rule]]\nname = "x"\nmessage = {{ en = "No.", zh = "不。" }}\n{lines}\n'


def read(text: str) -> RuleSet:
    return rules_of_text(text.encode(), "client.toml")


def test_what_is_left_out_has_its_usual_value() -> None:
    rules = read(WHOLE)
    (one,) = rules.rules
    assert (rules.title, one.name, one.severity) == ("Client", "one", "warning")
    assert (one.examples, dict(one.when), dict(one.required)) == ((), {}, {})
    assert read("\ufeff" + WHOLE) == rules
    assert read(rule('forbid.en = ["a"]')).title == "client.toml"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "it has no [[rule]]"),
        ("name = 1", "'name' is not known here"),
        ("rule = 3", "rule is to be a list of tables"),
        ("[[rule", "(at end of document)"),
        ("x = " + "[" * 100_000, "too many brackets"),
        ("title = 3\n" + rule(""), "title is to be a text"),
        ('[[rule]]\nname = "A b"\nforbid.zh = ["甲"]', "A b: a name is made of small letters"),
        ("[[rule]]", "rule 1: name is to be a text"),
        (rule(""), "neither forbid nor require"),
        (rule('forbid.fr = ["a"]'), "'fr' is not known here (known: zh, en)"),
        (rule("forbid = {}"), "forbid needs a side"),
        (rule("forbid.zh = []"), "zh is to be a list of words"),
        (rule("forbid.zh = [' ']"), "zh is to be a list of words"),
        (rule("forbid.zh = [3]"), "zh is to be a list of words"),
        (rule("forbid.zh = 3"), "zh is to be a table"),
        (rule("forbid.zh = { except = ['a'] }"), "zh needs words or a pattern"),
        (rule("forbid.zh.pattern = '('"), "cannot be understood"),
        (rule("forbid.zh.pattern = '[一-'"), "cannot be understood"),
        (rule("forbid.zh.pattern = 'a)(b'"), "cannot be understood"),
        (rule("forbid.zh.pattern = '[[a]'"), "cannot be understood"),
        (rule("forbid.zh.pattern = '(?#[)(a|a)+b]'"), "holds a comment"),
        (rule("forbid.zh.pattern = '(?x:#)\n(a|a)+)'".replace("'", "'''")), "holds a comment"),
        (rule("forbid.zh.pattern = 'a*'"), "matches empty text"),
        (rule(f"forbid.zh.pattern = '{'a' * 1001}'"), "more than 1,000 characters"),
        (rule("require.zh = ['a']"), "require needs when"),
        (rule("severity = 'fatal'\nforbid.zh = ['a']"), "error, warning or note"),
        (rule("forbid.zh = ['a']\nbreaks = [3]"), "breaks is to be a list of tables"),
        (rule("forbid.zh = ['a']\nbreaks = [{ zh = 'a' }]"), "en is to be a text"),
        (rule("forbid.zh = ['a']") * 2, "another rule has this name"),
        (rule("forbid.zh = ['a']").replace("No.", "a" * 501), "a message has more than 500"),
        (rule("forbid.zh = ['a']").replace('zh = "不。"', "fr = 'a'"), "'fr' is not known"),
        (rule("forbid.zh = ['a']") * 1001, "more than 1,000 rules"),
    ],
)
def test_a_slip_is_refused_in_both_languages(text: str, reason: str) -> None:
    with pytest.raises(UnusableInput) as problem:
        read(text)
    english = str(problem.value)
    assert english.startswith("client.toml")
    assert reason in english
    chinese = told(english, "zh-Hant")
    assert chinese.startswith("client.toml ")
    assert not any(word in chinese for word in (" is ", " has ", " a ", " of ", "needs"))


@pytest.mark.parametrize("pattern", [
    "(a+)+b", "(?:a|b)*c", "((a?))+", "(?i:a+)+", "(?P<x>a{1,2}){3}", "(?:a?){40}", ".*.*.*",
    "a?" * 30 + "b", "(?:a|a)" * 30, r"(\(|a)+", "(a{2,}){2,}", ".{0,900}.{0,900}.{0,900}x",
])  # fmt: skip
def test_patterns_that_might_never_end_are_refused(pattern: str) -> None:
    with pytest.raises(UnusableInput, match=r"quick|repeats a group"):
        read(rule(f"forbid.zh.pattern = '{pattern}'"))


@pytest.mark.parametrize("pattern", [
    "甲.*乙.*丙", "(?:甲|乙)丙", "[(+*?|]+", r"\(+甲\)+", "(?:[0-9]{3})+", "(?:,[0-9]{3})+x",
    "(?<!舞)台(?!灣)", "(甲)+", "[]+]+", r"\d{1,3}(?:,\d{3})*",
])  # fmt: skip
def test_quick_patterns_are_taken(pattern: str) -> None:
    assert read(rule(f"forbid.zh.pattern = '{pattern}'")).rules


@given(st.text())
def test_whatever_stands_in_a_pattern_is_taken_or_refused(pattern: str) -> None:
    text = rule(f"forbid.zh.pattern = {_toml(pattern)}")
    try:
        (one,) = read(text).rules
    except UnusableInput:
        return
    list(one.forbidden["zh"].places("a" * 50 + pattern))


def _toml(text: str) -> str:
    return '"' + "".join(f"\\U{ord(c):08X}" for c in text if not "\ud800" <= c <= "\udfff") + '"'


@pytest.mark.parametrize(
    "content", [b"\xff\xfe\x00", b"\0" * 1000, b"PK\x03\x04\xd0", b"x" * 1_100_000]
)
def test_what_is_no_text_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "client.toml"
    path.write_bytes(content)
    with pytest.raises(UnusableInput, match=r"client\.toml"):
        read_rules(path)


@pytest.mark.parametrize("name", ["", "nowhere.toml", "a" * 5000, "a\0b"])
def test_a_file_that_is_not_there_is_refused(name: str) -> None:
    with pytest.raises(UnusableInput):
        open_rules(name)


def test_ready_sets_go_by_their_names() -> None:
    assert [open_rules(name).title for name in STYLES] == ["Taiwan", "Mainland", "Hong Kong"]
