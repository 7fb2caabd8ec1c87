"""`--lang` for every command: heard before anything else, since the help speaks by it, too."""

from __future__ import annotations

from collections.abc import Sequence

import click

from aligner.cli.help_pages import set_own_help
from aligner.speaking import speak
from aligner.wording import ui_language

LANGUAGES = ("en", "zh", "zh-TW", "zh-CN")
_OPTION = "--lang"
_OWN = ("review", "check", "glossary")
"""Commands that have the option themselves, for the screen and for what is found."""


def heed_language(group: click.Group, words: Sequence[str], *, is_review: bool) -> list[str]:
    """Speak the language that `--lang` asks for, else the settings, else the locale.

    Returns the words of the command without that option, but where the command has one of its own
    or a file alone `is_review`. Raises UsageError for a language that is none.
    """
    speak(ui_language(None))  # for what is said of the option itself
    place = next((n for n, word in enumerate(words) if word.split("=")[0] == _OPTION), len(words))
    asked, rest = _taken_out(words, place) if "--" not in words[:place] else (None, [*words])
    if asked is not None and asked not in LANGUAGES:
        choices = ", ".join(map(repr, LANGUAGES))
        raise click.UsageError(f"Invalid value for '{_OPTION}': {asked!r} is not one of {choices}.")
    if asked is None:
        from aligner.settings import read_preferences

        asked = read_preferences().text("language")
    speak(ui_language(asked))
    set_own_help(group, "")
    if place == len(words) or len(rest) == len(words):
        return rest
    if is_review:
        return [*words]
    named = next((n for n, word in enumerate(rest) if word in group.commands), len(rest))
    own = [_OPTION, asked] if named < len(rest) and rest[named] in _OWN and asked else []
    return [*rest[: named + 1], *own, *rest[named + 1 :]]


def _taken_out(words: Sequence[str], place: int) -> tuple[str | None, list[str]]:
    """Return the value of the option at a place, and the words without both."""
    if place == len(words):
        return None, [*words]
    if "=" in words[place]:
        return words[place].partition("=")[2], [*words[:place], *words[place + 1 :]]
    if place + 1 == len(words):
        raise click.UsageError(f"Option '{_OPTION}' requires an argument.")
    return words[place + 1], [*words[:place], *words[place + 2 :]]
