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
from aligner.settings import read_preferences

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


def settle() -> None:
    """Heed what a person has settled for all commands; what cannot be used is said and ignored."""
    preferences = read_preferences()
    for problem in preferences.problems:
        say(f"duizhao: {problem}")
    if "doubt" in preferences.values:
        from aligner.bitext import set_low_confidence

        set_low_confidence(preferences.number("doubt"))


def settled_options(name: str, command: click.Command) -> dict[str, Any]:
    """Return the values of options that are as the person has settled them if they are not given.

    They go by the names of parameters, and in a group by those of its commands, as click has it.
    """
    return _defaults(name, command, read_preferences().values)


def _defaults(name: str, command: click.Command, values: Mapping[str, object]) -> dict[str, Any]:
    if isinstance(command, click.Group):
        return {inner: _defaults(inner, one, values) for inner, one in command.commands.items()}
    return dict(_of_command(name, command, values))


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
