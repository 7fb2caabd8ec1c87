"""`duizhao settings`: what a person has settled for good, and where it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from aligner.cli.exits import EXIT_CODES, print_lines
from aligner.speaking import in_script, spoken

if TYPE_CHECKING:
    from aligner.settings import Setting, Value


@click.command(epilog=EXIT_CODES, short_help="Show or change what holds without an option.")
@click.argument("name", required=False)
@click.argument("value", required=False)
def settings(name: str | None, value: str | None) -> None:
    """Show the settings and where they are kept; with NAME and VALUE, change one.

    They hold for every command where no option says otherwise. The file is made with the first
    change; comments and whatever else stands in it are kept. Variables such as DUIZHAO_THEME go
    before the file.

    \b
    Examples:
      duizhao settings
      duizhao settings language zh-TW
      duizhao settings doubt 0.6
    """
    if name is None:
        print_lines(_shown(), colour=False)
        return
    if value is None:
        raise click.UsageError(f"Missing argument 'VALUE': what {name} is to be.")
    from aligner.cli.saying import say
    from aligner.settings import keep_setting

    say(f"{keep_setting(name, _usable(name, value), language=spoken())}: {name} = {value}")


def _usable(name: str, text: str) -> Value:
    """Return a value as the file is to have it; refuse one that could not be used."""
    from aligner.settings import KNOWN, value_of_text

    setting = next((one for one in KNOWN if one.name == name), None)
    if setting is None:
        known = ", ".join(one.name for one in KNOWN)
        raise click.UsageError(f"There is no setting {name!r}; those there are: {known}.")
    value = value_of_text(text, setting.example)
    if not setting.is_right(value) or not isinstance(value, str | bool | float):
        raise click.UsageError(f"{name} is to be {setting.wanted}; {text!r} is not.")
    return value


def _shown() -> list[str]:
    """Return the file and each setting with its value, or that the usual holds."""
    from aligner.cells import drawable
    from aligner.settings import KNOWN, config_file, read_preferences

    preferences = read_preferences()
    lines = [drawable(str(config_file()))]
    for setting in KNOWN:
        value = preferences.values.get(setting.name, "-")
        shown = str(value).lower() if isinstance(value, bool) else str(value)
        lines.append(f"{setting.name:<15} {drawable(shown):<12} {_comment(setting)}")
    return lines


def _comment(setting: Setting) -> str:
    """Return what a setting is for, in the language that is spoken."""
    english, chinese = setting.comment
    return english if spoken() == "en" else in_script(chinese)
