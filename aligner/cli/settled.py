"""What a person has settled for good, as the options of commands that were not given.

An option goes before the environment, and that before `config.toml`. Codes are settled only for
what writes texts that have none: units keep the codes of their file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from aligner.cli.saying import say
from aligner.settings import Preferences, read_preferences

_OPTIONS = {
    "--lang": "language",
    "--theme": "theme",
    "--ascii": "ascii",
    "--ambiguous-wide": "ambiguous_wide",
    "--zh-code": "zh_code",
    "--en-code": "en_code",
    "--for": "tool",
    "--memory": "memory",
}
"""The setting of each option, by its spelling."""
_CODES = ("--zh-code", "--en-code")
_WRITES_CODES = ("align", "review", "fill")
"""Commands whose texts come without codes."""


def settle(context: click.Context, group: click.Group) -> None:
    """Let options that are not given be as the person has settled them.

    What of the settings cannot be used is said and ignored.
    """
    preferences = read_preferences()
    for problem in preferences.problems:
        say(f"duizhao: {problem}")
    if "doubt" in preferences.values:
        from aligner.bitext import set_low_confidence

        set_low_confidence(preferences.number("doubt"))
    context.default_map = _defaults(group, preferences)


def _defaults(group: click.Group, preferences: Preferences) -> dict[str, Any]:
    """Return the values of options, by the names of commands and parameters, as click has it."""
    found: dict[str, Any] = {}
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            found[name] = _defaults(command, preferences)
        else:
            found[name] = dict(_of_command(name, command, preferences.values))
    return found


def _of_command(
    name: str, command: click.Command, values: Mapping[str, object]
) -> Iterator[tuple[str, object]]:
    for option in command.params:
        spelling = next((one for one in option.opts if one in _OPTIONS), None)
        if spelling is None or not isinstance(option, click.Option) or option.name is None:
            continue
        value = values.get(_OPTIONS[spelling])
        if value is None or (spelling in _CODES and name not in _WRITES_CODES):
            continue
        if isinstance(option.type, click.Choice) and value not in option.type.choices:
            continue  # glossaries are not for every tool
        if spelling == "--memory":
            value = str(Path(str(value)).expanduser())
        yield option.name, (value,) if option.multiple else value


def is_settled(name: str) -> bool:
    """Return whether a parameter of the running command comes from the settings."""
    source = click.get_current_context().get_parameter_source(name)
    return source is ParameterSource.DEFAULT_MAP
