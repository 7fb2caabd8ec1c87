"""Which projects were opened lately: their paths, the newest first, in the folder for data.

It is a convenience. Where it cannot be read or written, work goes on without it.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from aligner.errors import UnwritableOutput
from aligner.files import data_folder, write_atomically

FILE = "recent.json"
MOST = 9
"""Paths that are kept: as many as fit on a small screen with what is said around them."""
_LARGEST = 1 << 18
"""Bytes of the file that are read; nine of the longest paths take a seventh of it."""


def recent_projects() -> list[Path]:
    """Return the projects that were opened last and are still there, the newest first."""
    return [path for path in _kept() if _is_there(path)]


def remember_project(path: Path) -> None:
    """Put a project at the head of those opened lately."""
    with suppress(OSError, RuntimeError, UnwritableOutput):
        path = path.absolute()
        others = [other for other in _kept() if other != path]
        _keep([path, *others][:MOST])


def forget_projects() -> None:
    """Forget which projects were opened."""
    with suppress(OSError, RuntimeError):
        (data_folder() / FILE).unlink(missing_ok=True)


def _kept() -> list[Path]:
    try:
        with (data_folder() / FILE).open("rb") as file:
            found = json.loads(file.read(_LARGEST))
    except (OSError, RuntimeError, ValueError, RecursionError):
        return []
    if not isinstance(found, list):
        return []
    return [Path(name) for name in found if isinstance(name, str) and "\0" not in name][:MOST]


def _keep(paths: list[Path]) -> None:
    folder = data_folder()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    file = folder / FILE
    if not file.exists():  # names of files tell of clients: they are for their owner alone
        file.touch(mode=0o600)
    write_atomically(file, json.dumps([str(path) for path in paths]).encode("utf-8"))


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False
