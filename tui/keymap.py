"""The user's own keys: a small TOML file in the folder for settings.

    [keys]
    merge = "j"
    confirm = ["y", "f2"]

Names are those of the actions. A key belongs to one action: given to another, it is gone from the
first.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

from aligner.errors import UnusableInput
from aligner.files import settings_file
from tui.actions import BY_NAME, TABLES, TERM_ACTIONS

FILE = "keys.toml"

_MOST = 1 << 20
"""Bytes of a file of keys; all actions with twenty keys each take a hundredth of it."""


def keymap_file() -> Path | None:
    """Return where the user's keys are looked for; None where there is no home."""
    try:
        return settings_file(FILE)
    except RuntimeError:
        return None


def read_keymap(path: Path | None) -> dict[str, tuple[str, ...]]:
    """Return the keys of every action, the user's where the file gives them.

    A file that is not there changes nothing; one that cannot be used raises UnusableInput.
    """
    chosen: dict[str, tuple[str, ...]] = {}
    if path is not None and path.exists():
        chosen = _chosen(path, _table(path))
    keymap: dict[str, tuple[str, ...]] = {}
    for actions in TABLES:  # one a screen: a key may mean something on each
        names = {action.name for action in actions}
        taken = {key for name, keys in chosen.items() if name in names for key in keys}
        for action in actions:
            free = tuple(key for key in action.keys if key not in taken)
            keymap[action.name] = chosen.get(action.name, free)
    return keymap


def _table(path: Path) -> dict[str, object]:
    """Return what a file of keys says; UnusableInput if it cannot be read."""
    try:
        with path.open("rb") as file:
            content = file.read(_MOST + 1)
        if len(content) > _MOST:
            raise UnusableInput(
                f"The keys in {path} cannot be read: it is larger than {_MOST:,} B."
            )
        return tomllib.loads(content.decode("utf-8-sig"))
    except (OSError, ValueError) as problem:  # ValueError: no TOML, no UTF-8, or an endless number
        raise UnusableInput(f"The keys in {path} cannot be read: {problem}.") from problem
    except RecursionError as problem:
        raise UnusableInput(f"The keys in {path} cannot be read: too many brackets.") from problem


def _chosen(path: Path, table: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
    section = table.get("keys", {})
    if not isinstance(section, dict) or set(table) - {"keys"}:
        raise UnusableInput(f"{path} is to have one section, [keys], with a line for each action.")
    chosen: dict[str, tuple[str, ...]] = {}
    owner: dict[tuple[bool, str], str] = {}
    names_of_terms = {action.name for action in TERM_ACTIONS}
    for name, given in section.items():
        keys = [given] if isinstance(given, str) else given
        if name not in BY_NAME:
            known = ", ".join(BY_NAME)
            raise UnusableInput(f"{path} names an action {name!r}; those there are: {known}.")
        if not isinstance(keys, list) or not all(isinstance(k, str) and k.strip() for k in keys):
            raise UnusableInput(f'In {path}, {name} is to be a key or a list of keys, as "f2".')
        for key in keys:
            at = name in names_of_terms, key
            if owner.setdefault(at, name) != name:
                raise UnusableInput(f"{path} gives the key {key!r} to {owner[at]} and to {name}.")
        chosen[name] = tuple(key.strip() for key in keys)
    return chosen
