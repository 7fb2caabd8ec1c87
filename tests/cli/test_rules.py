"""`duizhao rules`, and `duizhao check --rules`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from aligner.cli import main
from tests.commands import sentence

PAIRS = """zh\ten
她在台北住了三年。\tShe lived in Taipei for three years.
這個程序當掉了。\tThe program has crashed.
他最終回來了。\tHe came back in the end.
"""
CLIENT = """
[[rule]]
name = "end"
severity = "error"
message.en = "No “{found}” for this client."
message.zh = "這個客戶不用「{found}」。"
forbid.en = ["in the end"]
breaks = [{ zh = "他最終回來了。", en = "He came back [[in the end]]." }]
keeps = [{ zh = "他最終回來了。", en = "He came back at last." }]
"""


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Result]:
    """Run a command in a folder with pairs and a file of rules, in an English locale."""
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    Path("a.tsv").write_text(PAIRS, encoding="utf-8")
    Path("client.toml").write_text(CLIENT, encoding="utf-8")
    return lambda *args: CliRunner().invoke(main, args)


def codes(result: Result) -> list[list[str]]:
    """The place and the code of each line that was printed."""
    return [line.split()[:2] for line in result.stdout.splitlines()]


def test_findings_of_all_rules_are_printed_with_those_of_the_checks(
    run: Callable[..., Result],
) -> None:
    assert run("check", "a.tsv").exit_code == 0
    result = run("check", "a.tsv", "--rules", "client.toml", "--rules", "taiwan")
    assert result.exit_code == 4
    assert codes(result) == [["1", "rule-note"], ["2", "rule-warning"], ["3", "rule-error"]]
    assert "No “in the end” for this client. (rule end)" in result.stdout
    assert "Findings: 3: 3 broken rules." in result.stderr
    chinese = run("check", "a.tsv", "--rules", "client.toml", "--lang", "zh-TW")
    assert "這個客戶不用「in the end」。（規則 end）" in chinese.stdout


def test_a_rule_is_silenced_by_its_name_or_its_severity(run: Callable[..., Result]) -> None:
    named = run("check", "a.tsv", "--silence", "tw-tai", "--rules", "taiwan")
    assert codes(named) == [["2", "rule-warning"]]
    by_code = run("check", "a.tsv", "--silence", "rule-warning", "--rules", "taiwan")
    assert codes(by_code) == [["1", "rule-note"]]
    assert "is no code" in sentence(run("check", "a.tsv", "--silence", "tw-tai"), 2)


def test_rules_that_cannot_be_used_are_refused_before_the_file_is_read(
    run: Callable[..., Result],
) -> None:
    assert "no file of rules nope" in sentence(run("check", "a.tsv", "--rules", "nope"), 1)
    Path("bad.toml").write_text("[[rule]]\nname = 'x'\nforbidden = 3\n", encoding="utf-8")
    said = sentence(run("check", "nowhere.tsv", "--rules", "bad.toml"), 1)
    assert "bad.toml, rule x: 'forbidden' is not known here" in said
    assert sentence(run("check", "a.tsv", "--rules", "."), 1)


def test_rules_are_tested_by_their_examples(run: Callable[..., Result]) -> None:
    good = run("rules", "test", "client.toml", "taiwan")
    assert (good.exit_code, good.stdout) == (0, "")
    assert "client.toml: rules: 1, without an example: 0. Examples: 2, failed: 0." in good.stderr
    Path("bad.toml").write_text(
        CLIENT.replace("[[in the end]]", "[[in]] the end"), encoding="utf-8"
    )
    bad = run("rules", "test", "bad.toml", "client.toml")
    assert bad.exit_code == 4
    assert "end  The rule finds something else" in bad.stdout
    assert "    He came back [[in]] the end." in bad.stdout
    assert "Examples: 2, failed: 1." in bad.stderr
    assert "client.toml: rules: 1" in bad.stderr
    assert "不符 1 個" in run("--lang", "zh-TW", "rules", "test", "bad.toml").stderr


def test_a_ready_style_is_printed_as_a_file_of_rules(run: Callable[..., Result]) -> None:
    shown = run("rules", "show", "hong-kong")
    Path("mine.toml").write_text(shown.stdout, encoding="utf-8")
    assert "mine.toml: rules: 12, without" in run("rules", "test", "mine.toml").stderr
    assert "not one of taiwan" in sentence(run("rules", "show", "paris"), 2)


def test_the_file_of_the_guide_is_one_and_says_what_it_does(run: Callable[..., Result]) -> None:
    docs = Path(__file__).parent.parent.parent / "docs"
    for guide in ("rules.md", "rules.zh.md"):
        text = (docs / guide).read_text(encoding="utf-8")
        example = text.split("```toml\n")[1].split("```")[0]
        Path("guide.toml").write_text(example, encoding="utf-8")
        said = run("rules", "test", "guide.toml").stderr
        assert "rules: 2, without an example: 0. Examples: 4, failed: 0." in said
