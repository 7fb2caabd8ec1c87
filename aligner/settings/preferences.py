"""Reading the settings: the environment before the file, and a sentence for whatever is wrong."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from aligner.files import settings_file
from aligner.settings.known import BY_NAME, KNOWN, Value

FILE = "config.toml"
KEYS = "keys"
"""The section for the keys of the screen, which knows what may stand in it."""

_MOST = 1 << 20
"""Bytes of a file of settings; all of them with long comments take a hundredth of it."""
_SWITCHES: dict[str, Value] = {"true": True, "1": True, "false": False, "0": False}


@dataclass(frozen=True, slots=True)
class Preferences:
    """What a person has settled, and what of it could not be used."""

    values: Mapping[str, Value] = field(default_factory=dict)
    """The settings that are given, by their names."""
    keys: Mapping[str, object] = field(default_factory=dict)
    """The keys of the screen, as they stand in the file."""
    problems: tuple[str, ...] = ()
    """A sentence for each value that is ignored."""

    def text(self, name: str) -> str | None:
        """Return a setting that is a text; None if it is not given."""
        value = self.values.get(name)
        return value if isinstance(value, str) else None

    def switch(self, name: str) -> bool:
        """Return a setting that is true or false; as in a new file if it is not given."""
        return bool(self.values.get(name, BY_NAME[name].example))

    def number(self, name: str) -> float:
        """Return a setting that is a number; as in a new file if it is not given."""
        return float(self.values.get(name, BY_NAME[name].example))


def config_file() -> Path | None:
    """Return where the settings are kept; None where there is no home."""
    try:
        return settings_file(FILE)
    except RuntimeError:
        return None


def read_preferences(path: Path | None = None) -> Preferences:
    """Return the settings of a file, or of the person's own, and of the environment before it.

    A file that is not there settles nothing. Never raises for what is wrong with one.
    """
    path = path or config_file()
    problems: list[str] = []
    table: dict[str, object] = {}
    if path is not None:
        try:
            table = read_table(path)
        except ValueError as problem:
            problems.append(f"The settings in {path} cannot be read: {problem}.")
    keys = table.pop(KEYS, {})
    if not isinstance(keys, dict):
        problems.append(f"In {path}, [{KEYS}] is to be a section with a line for each action.")
        keys = {}
    values: dict[str, Value] = {}
    for where, name, value in (*_of_table(table, path), *_of_environment()):
        setting = BY_NAME.get(name)
        if setting is None:
            problems.append(f"{where} has a setting {name!r} that is not known; it is ignored.")
        elif setting.is_right(value):
            values[name] = value  # type: ignore[assignment] # is_right has seen to it
        else:
            problems.append(f"In {where}, {name} is to be {setting.wanted}; {value!r} is ignored.")
    return Preferences(values, keys, tuple(problems))


def read_table(path: Path) -> dict[str, object]:
    """Return what a file of TOML says, nothing if it is not there; ValueError with what is wrong.

    The message is a part of a sentence, without its end.
    """
    try:
        with path.open("rb") as file:
            content = file.read(_MOST + 1)
        if len(content) > _MOST:
            raise ValueError(f"it is larger than {_MOST:,} B")
        return tomllib.loads(content.decode("utf-8-sig"))
    except FileNotFoundError:
        return {}
    except UnicodeDecodeError:
        raise ValueError("it is not UTF-8") from None
    except OSError as problem:
        raise ValueError(problem.strerror or str(problem)) from problem
    except RecursionError:
        raise ValueError("too many brackets") from None


def _of_table(table: Mapping[str, object], path: Path | None) -> Iterator[tuple[str, str, object]]:
    return ((str(path), name, value) for name, value in table.items())


def _of_environment() -> Iterator[tuple[str, str, object]]:
    """Yield the settings that variables such as DUIZHAO_THEME name."""
    for setting in KNOWN:
        variable = f"DUIZHAO_{setting.name.upper()}"
        if text := os.environ.get(variable, "").strip():
            yield f"the variable {variable}", setting.name, value_of_text(text, setting.example)


def value_of_text(text: str, example: Value) -> object:
    """Return a text as a value of the kind that the example is, or as it is if it is none."""
    if isinstance(example, bool):
        return _SWITCHES.get(text.lower(), text)
    if isinstance(example, float):
        try:
            return float(text)
        except ValueError:
            return text
    return text
