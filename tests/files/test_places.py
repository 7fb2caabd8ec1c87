"""Where caches, data and settings lie on each platform, and where an earlier version put them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import platformdirs  # noqa: F401  (looks at the platform when it is imported; here it is the real one)
import pytest

from aligner.files.places import cache_folder, data_folder, settings_file
from aligner.memory import memory_path
from tests.test_imports import loaded_after
from tui.keymap import keymap_file

VARIABLES = ("DUIZHAO_CACHE", "DUIZHAO_DATA", "LOCALAPPDATA", "APPDATA")
PLATFORMS = ("linux", "darwin", "win32")


@pytest.fixture
def on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Put a person with a new home, and no variables set, before a platform."""

    def before(platform: str) -> Path:
        for name in [*VARIABLES, *(name for name in os.environ if name.startswith("XDG_"))]:
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("HOME", str(tmp_path))
        monkeypatch.setattr(sys, "platform", platform)
        return tmp_path

    return before


def test_on_linux(on: Callable[[str], Path]) -> None:
    home = on("linux")
    assert cache_folder() == home / ".cache" / "duizhao"
    assert memory_path() == home / ".local" / "share" / "duizhao" / "memory.sqlite3"
    assert keymap_file() == home / ".config" / "duizhao" / "keys.toml"


def test_on_a_mac(on: Callable[[str], Path]) -> None:
    home = on("darwin")
    support = home / "Library" / "Application Support" / "duizhao"
    assert cache_folder() == home / "Library" / "Caches" / "duizhao"
    assert memory_path() == support / "memory.sqlite3"
    assert keymap_file() == support / "keys.toml"


def test_on_windows(on: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    home = on("win32")
    monkeypatch.setenv("LOCALAPPDATA", str(home / "Local"))
    monkeypatch.setenv("APPDATA", str(home / "Roaming"))
    assert cache_folder() == home / "Local" / "duizhao"
    assert memory_path() == home / "Local" / "duizhao" / "memory.sqlite3"
    assert keymap_file() == home / "Roaming" / "duizhao" / "keys.toml"


def test_on_windows_without_variables(
    on: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    on("win32")
    monkeypatch.setenv("WIN_PD_OVERRIDE_LOCAL_APPDATA", "C:\\Local")
    monkeypatch.setenv("WIN_PD_OVERRIDE_APPDATA", "C:\\Roaming")
    assert cache_folder() == data_folder() == Path("C:\\Local", "duizhao")
    assert settings_file("keys.toml") == Path("C:\\Roaming", "duizhao", "keys.toml")


@pytest.mark.parametrize("platform", ["linux", "darwin"])
@pytest.mark.parametrize(
    ("value", "folder"), [("/there", "/there"), ("~/there", "HOME/there"), ("there", "there")]
)
def test_variables_of_the_platform_count_as_they_are(
    on: Callable[[str], Path],
    monkeypatch: pytest.MonkeyPatch,
    platform: str,
    value: str,
    folder: str,
) -> None:
    home = on(platform)
    for kind in ("CACHE", "DATA", "CONFIG"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", value)
    (home / ".config" / "duizhao").mkdir(parents=True)
    (home / ".config" / "duizhao" / "keys.toml").touch()
    there = Path(folder.replace("HOME", str(home))) / "duizhao"
    assert cache_folder() == data_folder() == there
    assert settings_file("keys.toml") == there / "keys.toml"


@pytest.mark.parametrize("platform", PLATFORMS[:2])
def test_an_empty_variable_is_none(
    on: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    on(platform)
    places = (cache_folder(), data_folder(), settings_file("keys.toml"))
    for kind in ("CACHE", "DATA", "CONFIG"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", "")
    assert (cache_folder(), data_folder(), settings_file("keys.toml")) == places


@pytest.mark.parametrize("platform", PLATFORMS)
def test_our_own_variables_come_first(
    on: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    home = on(platform)
    for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, "/not/here")
    monkeypatch.setenv("DUIZHAO_CACHE", "~/cache")
    monkeypatch.setenv("DUIZHAO_DATA", "data")
    assert cache_folder() == home / "cache"
    assert data_folder() == Path("data")
    monkeypatch.setenv("DUIZHAO_CACHE", " ")
    assert cache_folder() is None
    monkeypatch.setenv("DUIZHAO_DATA", " ")
    assert data_folder() == Path("/not/here/duizhao")


def test_keys_of_a_mac_are_found_where_they_were(on: Callable[[str], Path]) -> None:
    home = on("darwin")
    earlier = home / ".config" / "duizhao" / "keys.toml"
    now = home / "Library" / "Application Support" / "duizhao" / "keys.toml"
    earlier.parent.mkdir(parents=True)
    earlier.touch()
    assert keymap_file() == earlier
    now.parent.mkdir(parents=True)
    now.touch()
    assert keymap_file() == now
    earlier.unlink()
    assert keymap_file() == now


def test_a_memory_of_a_mac_is_found_where_it_always_was(
    on: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    home = on("darwin")
    monkeypatch.setenv("XDG_DATA_HOME", str(home / ".local" / "share"))
    assert memory_path() == home / ".local" / "share" / "duizhao" / "memory.sqlite3"


@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_without_a_home_there_is_no_place(
    on: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    on(platform)
    monkeypatch.delenv("HOME")
    monkeypatch.setattr("os.path.expanduser", lambda path: path)  # what it does without one
    for place in (data_folder, memory_path):
        with pytest.raises(RuntimeError):
            place()
    assert cache_folder() is None
    assert keymap_file() is None


def test_asking_for_no_place_imports_no_platformdirs() -> None:
    # Textual, which the screen imports, has it of its own.
    assert "platformdirs" not in loaded_after("import aligner.memory, aligner.files.places")
