"""The folders of the person at the machine: for caches, for data, for settings.

`DUIZHAO_CACHE` and `DUIZHAO_DATA` name other folders than the platform's. The variables of the
platform itself count as they are, on a Mac as well; where none is set, platformdirs knows the
place. Nothing is made or opened here. Data and settings raise RuntimeError where there is no home
to put them in.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from platformdirs.api import PlatformDirsABC

_NAME = "duizhao"


def cache_folder() -> Path | None:
    """Return the folder for what can be made again; None if that is switched off, or no home.

    `DUIZHAO_CACHE` switches it off if it is empty, and a file among the data does where that is not
    set. Work goes on without a cache, so that none of this is an error.
    """
    chosen = os.environ.get("DUIZHAO_CACHE")
    try:
        is_off = cache_switch().exists() if chosen is None else not chosen.strip()
    except RuntimeError:  # no home for settings either
        is_off = False
    return None if is_off else cache_place()


def cache_place() -> Path | None:
    """Return the folder that caches lie in, switched off or not; None if there is no home."""
    chosen = os.environ.get("DUIZHAO_CACHE", "")
    try:
        if chosen.strip():
            return Path(chosen).expanduser()
        return _named("XDG_CACHE_HOME", "LOCALAPPDATA") or _platform().user_cache_path
    except RuntimeError:
        return None


def cache_switch() -> Path:
    """Return the file that switches caches off where it is there."""
    return data_folder() / "no-cache"


def data_folder() -> Path:
    """Return the folder for what cannot be made again, which no cleaner empties."""
    chosen = os.environ.get("DUIZHAO_DATA", "")
    if chosen.strip():
        return Path(chosen).expanduser()
    return _named("XDG_DATA_HOME", "LOCALAPPDATA") or _platform().user_data_path


def settings_file(name: str) -> Path:
    """Return where a file of settings is looked for.

    On a Mac that is the folder for data; a file that lies in `~/.config`, where settings were kept
    before, is found there as long as the folder has none.
    """
    if named := _named("XDG_CONFIG_HOME", "APPDATA"):
        return named / name
    file = _platform(roaming=True).user_config_path / name
    earlier = Path("~/.config").expanduser() / _NAME / name
    if sys.platform == "darwin" and earlier.exists() and not file.exists():
        return earlier
    return file


def _named(variable: str, windows_variable: str) -> Path | None:
    """Return our folder in the one that a variable of the platform names; None if it is not set."""
    folder = os.environ.get(windows_variable if sys.platform == "win32" else variable)
    return Path(folder).expanduser() / _NAME if folder else None


def _platform(*, roaming: bool = False) -> PlatformDirsABC:
    """Return the folders of the platform; `roaming` ones follow a person on Windows."""
    if sys.platform == "win32":
        from platformdirs.windows import Windows as Folders
    elif sys.platform == "darwin":
        from platformdirs.macos import MacOS as Folders
    else:
        from platformdirs.unix import Unix as Folders
    # On Windows: no folder of an author around ours, none for caches within it.
    return Folders(_NAME, appauthor=False, roaming=roaming, opinion=False)
