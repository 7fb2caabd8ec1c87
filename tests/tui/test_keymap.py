"""The user's own keys, and what is wrong with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from aligner.project import create
from aligner.settings import read_preferences
from tests.samples import lighthouse
from tests.tui.driving import Sitting, sit
from tui.actions import ACTIONS, BY_NAME
from tui.dialogs.help import HelpPage
from tui.dialogs.question import AskLine
from tui.keymap import keymap_file, keymap_of, read_keymap


def problems_of(keys: Path) -> list[str]:
    """What is said of a file of keys; each a sentence that names it, and every action has keys."""
    problems: list[str] = []
    keymap = read_keymap(keys, problems)
    assert keymap.keys() == BY_NAME.keys()
    for told in problems:
        assert str(keys) in told
        assert told.endswith(".")
        assert "\n" not in told
        assert len(told) < 1_500
    return problems


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    return tmp_path / "keys.toml"


def test_without_a_file_every_action_has_its_own_keys(keys: Path) -> None:
    for given in (None, keys):
        keymap = read_keymap(given)
        assert all(keymap[action.name] == action.keys for action in ACTIONS)


def test_a_key_of_the_user_is_gone_from_where_it_was(keys: Path) -> None:
    keys.write_text('[keys]\nmerge = "a"\nconfirm = ["y", "f2"]\n', encoding="utf-8")
    keymap = read_keymap(keys)
    assert keymap["merge"] == ("a",)
    assert keymap["confirm"] == ("y", "f2")
    keys.write_text('[keys]\nmerge = "a"\n', encoding="utf-8")
    assert read_keymap(keys)["confirm"] == ("f2",)


def test_an_action_may_be_left_without_keys(keys: Path) -> None:
    keys.write_text("[keys]\nswap = []\n", encoding="utf-8")
    assert read_keymap(keys)["swap"] == ()


def test_an_empty_file_changes_nothing(keys: Path) -> None:
    keys.write_text("", encoding="utf-8")
    assert read_keymap(keys) == read_keymap(None)


def test_keys_of_the_user_hold_on_the_screen_in_the_line_and_in_the_help(
    tmp_path: Path, keys: Path
) -> None:
    keys.write_text('[keys]\nmerge = ["J", "，"]\nconfirm = []\nsplit = "?"\n', encoding="utf-8")

    async def script(at: Sitting) -> None:
        assert "J merge" in at.lines()[-1]
        assert "accept" not in at.lines()[-1]
        await at.press("a", "m")
        assert at.bitext == lighthouse()
        await at.press("J")
        assert len(at.pairs) == 5
        await at.press("，")
        assert len(at.pairs) == 4
        await at.press("?")
        assert at.review.carets is not None
        await at.press("escape", "f1", "/")
        await at.write("merge with the pair below")
        assert "  J  ，  " in at.seen()

    sit(create(tmp_path / "a.duizhao", lighthouse()), script, keys=keys)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[keys]\nconfrim = "y"\n', "confrim"),
        ('[keys]\nmerge = "y"\nconfirm = "y"\n', "'y'"),
        ("[keys]\nmerge = 3\n", "merge"),
        ("[keys]\nmerge = [3]\n", "merge"),
        ('[keys]\nmerge = ""\n', "merge"),
        ('[keys]\nmerge = " "\n', "merge"),
        ('[keys.merge]\nkey = "y"\n', "merge"),
        ('merge = "y"\n', "[keys]"),
        ('keys = "y"\n', "[keys]"),
        ("[[keys]]\n", "[keys]"),
        ("merge: y\n", "cannot be read"),
        ("\x00", "cannot be read"),
    ],
)
def test_what_is_wrong_with_a_file_of_keys_is_said_and_ignored(
    keys: Path, text: str, said: str
) -> None:
    keys.write_text(text, encoding="utf-8")
    (told,) = problems_of(keys)
    assert said in told


def test_one_wrong_line_leaves_the_others_as_they_are(keys: Path) -> None:
    keys.write_text('[keys]\nmerge = 3\nconfirm = "y"\n', encoding="utf-8")
    assert len(problems_of(keys)) == 1
    assert read_keymap(keys)["confirm"] == ("y",)


def test_a_key_that_two_ask_for_is_the_firsts(keys: Path) -> None:
    keys.write_text('[keys]\nmerge = "y"\nconfirm = ["y", "f2"]\nswap = "y"\n', encoding="utf-8")
    keymap = read_keymap(keys)
    assert (keymap["merge"], keymap["confirm"]) == (("y",), ("f2",))
    assert keymap["swap"] == BY_NAME["swap"].keys
    assert all("'y'" in told and "merge keeps it" in told for told in problems_of(keys))
    assert len(problems_of(keys)) == 2


def test_an_action_that_loses_its_last_key_is_named(keys: Path) -> None:
    keys.write_text('[keys]\nmerge = "ctrl+r"\n', encoding="utf-8")
    (told,) = problems_of(keys)
    assert "merge takes the last key of realign" in told


def test_a_file_of_keys_in_another_encoding_is_said(keys: Path) -> None:
    keys.write_bytes("[keys]\n# 按鍵\n".encode("big5"))
    assert "cannot be read" in problems_of(keys)[0]


def test_keys_of_the_settings_go_before_the_older_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    folder = tmp_path / "duizhao"
    folder.mkdir()
    (folder / "keys.toml").write_text("[keys]\nmerge = 'J'\n", encoding="utf-8")
    problems: list[str] = []
    assert keymap_of(read_preferences(), problems)["merge"] == ("J",)
    (folder / "config.toml").write_text("[keys]\nmerge = 'K'\nmerg = 'x'\n", encoding="utf-8")
    assert keymap_of(read_preferences(), problems)["merge"] == ("K",)
    assert len(problems) == 1
    assert "config.toml names an action 'merg'" in problems[0]


def test_keys_are_looked_for_where_settings_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("APPDATA", str(tmp_path))
    assert keymap_file() == tmp_path / "duizhao" / "keys.toml"


def test_every_action_can_be_named_in_the_file(keys: Path) -> None:
    lines = [f'{name} = "f{n + 13}"' for n, name in enumerate(BY_NAME)]
    keys.write_text("\n".join(["[keys]", *lines]), encoding="utf-8")
    keymap = read_keymap(keys)
    assert [keymap[name] for name in BY_NAME] == [(f"f{n + 13}",) for n in range(len(BY_NAME))]


def test_a_chinese_input_method_may_widen_a_mark(tmp_path: Path) -> None:
    async def script(at: Sitting) -> None:
        await at.press("？")
        assert isinstance(at.top, HelpPage)
        await at.press("escape", "／")
        assert isinstance(at.top, AskLine)

    sit(create(tmp_path / "lamp.duizhao", lighthouse()), script)


@pytest.mark.parametrize(
    "content",
    [
        b"keys = " + b"[" * 5_000,
        b"[keys]\nmerge = " + b"[" * 5_000 + b"]" * 5_000,
        b"[" + b"a." * 5_000 + b"b]\n",
        b"keys = " + b"{a=" * 5_000,
        b"[keys]\nmerge = " + b"9" * 10_000,
        b"[keys]\n" + b"# nothing\n" * 200_000,
        b"\xff\xfe[keys]",
        b"\0" * 100,
        b"keys = 3",
        b"keys = [1]",
        b"[keys]\nmerge = 3",
        b"[keys]\nmerge = [3]",
        b"[keys]\nmerge = {a = 'b'}",
        b"[keys]\nmerge = 1979-05-27T07:32:00Z",
        b"[[keys]]\nmerge = 'j'",
        b"[keys]\nmerge = 'j'\nmerge = 'k'",
        b"[keys.merge]\na = 'b'",
    ],
    ids=range(17),
)
def test_a_file_that_cannot_be_used_is_named(keys: Path, content: bytes) -> None:
    keys.write_bytes(content)
    assert len(problems_of(keys)) == 1


def test_a_folder_in_the_place_of_the_keys_is_named(keys: Path) -> None:
    keys.mkdir()
    assert "keys.toml cannot be read" in problems_of(keys)[0]


def test_a_mark_of_utf8_before_the_keys_does_no_harm(keys: Path) -> None:
    keys.write_bytes(b"\xef\xbb\xbf[keys]\nmerge = 'j'\n")
    assert read_keymap(keys)["merge"] == ("j",)
