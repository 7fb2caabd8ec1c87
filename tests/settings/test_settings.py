"""The settings: what is read of them, what is said of the rest, and that writing keeps it all."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.errors import UnwritableOutput
from aligner.formats import TOOLS
from aligner.settings import (
    KNOWN,
    Preferences,
    config_file,
    keep_setting,
    read_preferences,
    value_of_text,
    with_setting,
)
from aligner.wording import UiLanguage


@pytest.fixture
def config(tmp_path: Path) -> Path:
    return tmp_path / "duizhao" / "config.toml"


@pytest.fixture
def given_file(config: Path) -> Path:
    config.parent.mkdir()
    return config


def test_without_a_file_nothing_is_settled_and_the_usual_holds(config: Path) -> None:
    assert read_preferences(config) == Preferences()
    assert read_preferences(config).number("doubt") == 0.75
    assert read_preferences(config).switch("reasons")
    assert read_preferences(config).text("theme") is None


def test_every_setting_is_read(given_file: Path) -> None:
    lines = [f"{one.name} = {one.example!r}".replace("'", '"') for one in KNOWN]
    text = "\n".join(lines).replace("True", "true").replace("False", "false")
    given_file.write_text(text + '\n[keys]\nmerge = "J"\n', encoding="utf-8")
    preferences = read_preferences(given_file)
    assert preferences.problems == ()
    assert preferences.values == {one.name: one.example for one in KNOWN}
    assert preferences.keys == {"merge": "J"}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('theme = "drak"', "theme is to be one of dark, light"),
        ("theme = 3", "theme is to be one of"),
        ('language = "de"', "language is to be one of en, zh, zh-TW, zh-CN"),
        ('zh_code = "no code!"', "zh_code is to be a language code"),
        ('tool = "wordfast"', "tool is to be one of omegat"),
        ('memory = ""', "memory is to be the name of a file"),
        ("doubt = 75", "doubt is to be a number from 0 to 1"),
        ("doubt = nan", "doubt is to be a number from 0 to 1"),
        ("doubt = true", "doubt is to be a number from 0 to 1"),
        ('ascii = "yes"', "ascii is to be true or false"),
        ("keys = 3", "[keys] is to be a section"),
        ("colour = 'red'", "a setting 'colour' that is not known"),
        ("theme dark", "cannot be read"),
        ("theme = " + "[" * 9_000, "cannot be read"),
    ],
)
def test_a_wrong_value_is_told_and_ignored_and_the_rest_holds(
    given_file: Path, line: str, said: str
) -> None:
    given_file.write_text(f"reasons = false\n{line}\n", encoding="utf-8")
    preferences = read_preferences(given_file)
    (told,) = preferences.problems
    assert said in told
    assert str(given_file) in told
    assert told.endswith(".")
    if "cannot be read" not in said:
        assert preferences.values == {"reasons": False}


@pytest.mark.parametrize("content", [b"\xff\xfet", b"# nothing\n" * 200_000, b"\0"])
def test_a_file_that_is_no_toml_is_a_sentence(given_file: Path, content: bytes) -> None:
    given_file.write_bytes(content)
    assert len(read_preferences(given_file).problems) == 1


def test_the_environment_goes_before_the_file(
    given_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given_file.write_text('theme = "nord"\ndoubt = 0.5\nascii = true\n', encoding="utf-8")
    monkeypatch.setenv("DUIZHAO_THEME", "dracula")
    monkeypatch.setenv("DUIZHAO_DOUBT", "0.25")
    monkeypatch.setenv("DUIZHAO_ASCII", "false")
    values = read_preferences(given_file).values
    assert values == {"theme": "dracula", "doubt": 0.25, "ascii": False}


def test_a_wrong_variable_leaves_what_the_file_says(
    given_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given_file.write_text('theme = "nord"\n', encoding="utf-8")
    monkeypatch.setenv("DUIZHAO_THEME", "drak")
    preferences = read_preferences(given_file)
    assert preferences.values == {"theme": "nord"}
    assert "the variable DUIZHAO_THEME" in preferences.problems[0]


# Writing.


@pytest.mark.parametrize("language", ["en", "zh", "zh-Hant"])
def test_a_new_file_explains_every_setting_and_settles_one(
    config: Path, language: UiLanguage
) -> None:
    assert keep_setting("theme", "nord", path=config, language=language) == config
    text = config.read_text(encoding="utf-8")
    assert tomllib.loads(text) == {"theme": "nord"}
    assert all(f"{one.name} = " in text for one in KNOWN)
    told = {"en": "Colours of the screen", "zh": "界面配色", "zh-Hant": "畫面配色"}
    assert told[language] in text
    without_marks = "\n".join(line.removeprefix("# ") for line in text.split("\n") if "=" in line)
    assert tomllib.loads(without_marks)["doubt"] == 0.75


def test_comments_order_and_what_is_not_known_are_kept(given_file: Path) -> None:
    before = (
        "# mine\r\nfuture = { a = 1 } # later\r\ntheme = 'light'  # at night\r\n\r\n"
        "[keys] # hands\r\nmerge = 'J'\r\n[other]\r\ntheme = 'x'\r\n"
    )
    given_file.write_bytes(before.encode())
    keep_setting("theme", "nord", path=given_file)
    keep_setting("reasons", False, path=given_file)
    after = before.replace("theme = 'light'", 'theme = "nord"').replace(
        "[keys]", "reasons = false\n[keys]"
    )
    assert given_file.read_bytes() == after.encode()


def test_a_file_that_cannot_be_read_is_not_written_over(given_file: Path) -> None:
    given_file.write_text("theme dark", encoding="utf-8")
    with pytest.raises(UnwritableOutput, match=r"theme was not kept\."):
        keep_setting("theme", "nord", path=given_file)
    assert given_file.read_text(encoding="utf-8") == "theme dark"


@pytest.mark.parametrize(
    "text", ['theme = """\nlight"""\n', 'x = """\ntheme = "a"\n"""\n', '"theme" = "light"\n']
)
def test_what_a_line_cannot_change_is_left_to_the_person(given_file: Path, text: str) -> None:
    given_file.write_text(text, encoding="utf-8")
    with pytest.raises(UnwritableOutput, match=r'write theme = "nord" into it yourself'):
        keep_setting("theme", "nord", path=given_file)
    assert given_file.read_text(encoding="utf-8") == text


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])))
def test_any_text_comes_back(value: str) -> None:
    assert tomllib.loads(with_setting("", "memory", value)) == {"memory": value}


@given(st.dictionaries(st.sampled_from([one.name for one in KNOWN]), st.booleans(), min_size=1))
def test_writing_one_setting_changes_no_other(values: dict[str, bool]) -> None:
    text = "".join(f"{name} = {str(value).lower()}\n" for name, value in values.items())
    changed = tomllib.loads(with_setting(text, "doubt", 0.5))
    assert changed == {**values, "doubt": 0.5}


# What there is.


def test_every_example_can_be_used_and_every_tool_is_known() -> None:
    assert [one.name for one in KNOWN if not one.is_right(one.example)] == []
    tool = next(one for one in KNOWN if one.name == "tool")
    assert all(tool.is_right(name) for name in TOOLS)
    assert all(name in tool.wanted for name in TOOLS)


def test_a_text_becomes_what_the_setting_is() -> None:
    assert value_of_text("true", False) is True
    assert value_of_text("0.5", 0.75) == 0.5
    assert value_of_text("half", 0.75) == "half"


def test_the_file_is_where_settings_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("APPDATA", str(tmp_path))
    assert config_file() == tmp_path / "duizhao" / "config.toml"
