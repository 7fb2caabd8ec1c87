"""What the screen says: whole in both languages, and nothing that is never said."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

from aligner.bitext import Status
from aligner.bitext.search import FILTERS
from aligner.script import detect_script
from tui.action import GROUPS
from tui.actions import ACTIONS
from tui.dialogs.help import help_lines
from tui.keymap import read_keymap
from tui.texts import TEXTS
from tui.words import ScreenLanguage, Words, ui_language_for

ROOM = Path(__file__).parent.parent.parent / "tui"
MADE_OF_PARTS = {
    *get_args(Status),
    *(f"filter {name}" for name in FILTERS),
    "filter with a warning",
    "no zh",
    "no en",
    "zh",
    "en",
    *(f"advice {verb} {where}" for verb in ("gives", "takes") for where in ("previous", "next")),
}
"""Entries that are asked for by names put together at run time; they must be there."""


def trees() -> list[ast.Module]:
    """The sources of the screen but the table itself."""
    return [
        ast.parse(path.read_text(encoding="utf-8"))
        for path in ROOM.rglob("*.py")
        if path.name != "texts.py"
    ]


def said() -> re.Pattern[str]:
    """What matches every string of the sources, and every one put together of a word and parts."""
    found = set[str]()
    for tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(re.escape(node.value))
            elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                found.add(
                    "".join(
                        re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"\S.*"
                        for part in node.values
                    )
                )
    return re.compile("|".join(sorted(found)))


def asked() -> set[str]:
    """The first argument, where it is a plain string, of every call of `words`."""
    found: set[str] = set()
    for tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("words"):
                found |= {
                    part.value
                    for argument in node.args[:1]
                    for part in branches(argument)
                    if isinstance(part, ast.Constant) and isinstance(part.value, str)
                }
    return found


def branches(node: ast.expr) -> list[ast.expr]:
    return [*branches(node.body), *branches(node.orelse)] if isinstance(node, ast.IfExp) else [node]


def test_everything_that_is_said_is_in_the_table() -> None:
    assert len(asked()) > 30
    assert asked() - TEXTS.keys() == set()
    assert TEXTS.keys() >= MADE_OF_PARTS


def test_nothing_in_the_table_is_never_said() -> None:
    everything = said()
    never = {name for name in TEXTS if not everything.fullmatch(name)}
    assert never - MADE_OF_PARTS == set()


@pytest.mark.parametrize("name", TEXTS)
def test_both_languages_are_there_and_name_the_same(name: str) -> None:
    en, zh = TEXTS[name]
    assert en.strip()
    assert zh.strip()
    fields = [{field for _, field, _, _ in Formatter().parse(text) if field} for text in (en, zh)]
    assert fields[0] == fields[1]


def test_every_action_is_named_and_told_in_both_languages() -> None:
    for action in ACTIONS:
        for en, zh in (action.label, action.help):
            assert en.isascii(), action.name
            assert any("\u4e00" <= character <= "\u9fff" for character in zh), action.name
    assert {action.group for action in ACTIONS} == GROUPS.keys()


@pytest.mark.parametrize(("language", "script"), [("zh-Hant", "Hant"), ("zh-Hans", "Hans")])
def test_chinese_is_said_in_the_script_that_was_asked_for(
    language: ScreenLanguage, script: str
) -> None:
    words = Words(language)
    text = "".join(help_lines(words, read_keymap(None), ACTIONS))
    assert detect_script(text).name == script
    expected = {"Hant": "沒有可顯示的句對。", "Hans": "没有可显示的句对。"}
    assert words("empty list") == expected[script]


@pytest.mark.parametrize(
    ("wanted", "locale", "language"),
    [
        ("en", "zh_TW.UTF-8", "en"),
        ("zh", "zh_TW.UTF-8", "zh-Hant"),
        ("zh", "zh_HK", "zh-Hant"),
        ("zh", "zh_CN.UTF-8", "zh-Hans"),
        ("zh", "en_US.UTF-8", "zh-Hans"),
        ("zh", "", "zh-Hans"),
        ("zh-TW", "zh_CN.UTF-8", "zh-Hant"),
        ("zh-CN", "zh_TW.UTF-8", "zh-Hans"),
        (None, "zh_TW.UTF-8", "zh-Hant"),
        (None, "zh_Hant_MO", "zh-Hant"),
        (None, "zh_SG.UTF-8", "zh-Hans"),
        (None, "de_DE.UTF-8", "en"),
        (None, "C", "en"),
        (None, "", "en"),
    ],
)
def test_the_language_goes_by_what_is_asked_and_by_the_locale(
    monkeypatch: pytest.MonkeyPatch, wanted: str | None, locale: str, language: str
) -> None:
    monkeypatch.setenv("LANG", locale)
    assert ui_language_for(wanted) == language


def test_a_locale_for_messages_goes_before_the_general_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.setenv("LC_MESSAGES", "zh_TW.UTF-8")
    assert ui_language_for(None) == "zh-Hant"
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert ui_language_for(None) == "en"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "This pair has no Chinese. There is no pair to work on."),
        ("zh-Hant", "這一對沒有中文。沒有可處理的句對。"),
        ("zh-Hans", "这一对没有中文。没有可处理的句对。"),
    ],
)
def test_what_a_room_below_refuses_is_told_on_the_screen(
    language: ScreenLanguage, said: str
) -> None:
    refused = ("This pair has no Chinese.", "", "There is no pair to work on.")
    assert Words(language).told(*refused) == said
