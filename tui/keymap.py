"""The user's own keys: the section `[keys]` of the settings, or an older file of its own.

    [keys]
    merge = "J"
    confirm = ["y", "f2"]

Names are those of the actions. A key belongs to one action: given to another, it is gone from the
first. What cannot be used is told in a sentence and ignored; the screen opens all the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path

from aligner.files import settings_file
from aligner.settings import Preferences, config_file, read_table
from tui.action import AnyAction
from tui.actions import BY_NAME, TABLES, TERM_ACTIONS

FILE = "keys.toml"
"""Where keys were kept before there were other settings."""

Keymap = dict[str, tuple[str, ...]]
"""The keys of each action by its name."""


def keymap_file() -> Path | None:
    """Return the file of keys alone, as it was before; None where there is no home."""
    try:
        return settings_file(FILE)
    except RuntimeError:
        return None


def keymap_of(preferences: Preferences, problems: list[str]) -> Keymap:
    """Return the keys of every action: the user's from the settings, or from the older file.

    A sentence for whatever cannot be used is added to `problems`.
    """
    if preferences.keys:
        return made_keymap(preferences.keys, str(config_file()), problems)
    return read_keymap(keymap_file(), problems)


def read_keymap(path: Path | None, problems: list[str] | None = None) -> Keymap:
    """Return the keys of every action, the user's where a file of keys gives them.

    A file that is not there changes nothing; a sentence for whatever cannot be used is added to
    `problems`.
    """
    problems = [] if problems is None else problems
    section: Mapping[str, object] = {}
    if path is not None:
        try:
            section = _section(path, problems)
        except ValueError as problem:
            problems.append(f"The keys in {path} cannot be read: {problem}.")
    return made_keymap(section, str(path), problems)


def made_keymap(section: Mapping[str, object], where: str, problems: list[str]) -> Keymap:
    """Return the keys of every action, given those of a section that stands in a file `where`."""
    chosen = _without_clashes(dict(_chosen(section, where, problems)), where, problems)
    keymap: Keymap = {}
    for actions in TABLES:  # one a screen: a key may mean something on each
        names = {action.name for action in actions}
        taken = {key: name for name, keys in chosen.items() if name in names for key in keys}
        for action in actions:
            free = tuple(key for key in action.keys if key not in taken)
            keymap[action.name] = chosen.get(action.name, free)
            if action.keys and not free and action.name not in chosen:
                problems.append(_left_without(action, taken[action.keys[0]], where))
    return keymap


def _left_without(action: AnyAction, taker: str, where: str) -> str:
    return (
        f"In {where}, {taker} takes the last key of {action.name}, {action.keys[0]!r}; "
        f"give {action.name} another one."
    )


def _section(path: Path, problems: list[str]) -> Mapping[str, object]:
    """Return the section of keys of a file of its own; ValueError if it cannot be read."""
    table = read_table(path)
    section = table.get("keys", {})
    if isinstance(section, dict) and not set(table) - {"keys"}:
        return section
    problems.append(f"{path} is to have one section, [keys], with a line for each action.")
    return section if isinstance(section, dict) else {}


def _chosen(
    section: Mapping[str, object], where: str, problems: list[str]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the actions of a section with their keys, those that can be used."""
    for name, given in section.items():
        keys = [given] if isinstance(given, str) else given
        if name not in BY_NAME:
            near = get_close_matches(name, BY_NAME, n=1)
            hint = f"; {near[0]} is one" if near else "; the key card has their names"
            problems.append(f"{where} names an action {name!r}, which there is not{hint}.")
        elif not isinstance(keys, list) or not all(isinstance(k, str) and k.strip() for k in keys):
            problems.append(f'In {where}, {name} is to be a key or a list of keys, as "f2".')
        else:
            yield name, tuple(key.strip() for key in keys)


def _without_clashes(chosen: Keymap, where: str, problems: list[str]) -> Keymap:
    """Return the chosen keys, each with the first action of its screen that asks for it."""
    of_terms = {action.name for action in TERM_ACTIONS}
    owner: dict[tuple[bool, str], str] = {}
    kept: Keymap = {}
    for name, keys in chosen.items():
        for key in keys:
            first = owner.setdefault((name in of_terms, key), name)
            if first != name:
                problems.append(
                    f"{where} gives the key {key!r} to {first} and to {name}; {first} keeps it."
                )
        own = tuple(key for key in keys if owner[name in of_terms, key] == name)
        if own or not keys:  # left without any, it has its usual ones
            kept[name] = own
    return kept
