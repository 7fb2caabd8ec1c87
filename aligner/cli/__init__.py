"""The command `duizhao`: one module a subcommand, which says in what order the rooms do the work.

A command is imported when it is asked for, and whatever costs time to import inside it, so that
`--help` and the first row of a screen come at once.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from aligner import __version__
from aligner.cli.beginning import beginning
from aligner.cli.exits import EXIT_CODES, CarefulGroup, print_lines
from aligner.cli.help_pages import set_help
from aligner.cli.languages import heed_language
from aligner.cli.on_demand import CommandsOnDemand
from aligner.cli.settled import settle, settled_options

_NAMES = (
    "align",
    "anonymise",
    "batch",
    "cache",
    "check",
    "convert",
    "glossary",
    "memory",
    "merge",
    "repair",
    "review",
    "rules",
    "settings",
    "terms",
    "update",
)


class _Commands(CarefulGroup):
    """The subcommands; the name of a file in place of one means that it is to be reviewed."""

    def heed(self, words: list[str]) -> list[str]:
        """Speak the language that is asked for; a file alone is for the review, as in English."""
        is_review = any(map(_is_file_name, words)) and not any(
            word in self.commands for word in words
        )
        return heed_language(self, words, is_review=is_review)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Let options of the review stand before the file: `duizhao --lang zh article.txt`."""
        named = next((n for n, word in enumerate(args) if word in self.commands), len(args))
        if args and args[0].startswith("-") and any(map(_is_file_name, args[:named])):
            args = ["review", *args]
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command with what the person has settled; without one, say how to begin."""
        settle()
        return super().invoke(ctx)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, whose help is in the language that is spoken."""
        command = super().get_command(ctx, cmd_name)
        if command is not None:
            set_help(command, cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in self.commands and _is_file_name(args[0]):
            args = ["review", *args]
        name, command, rest = super().resolve_command(ctx, args)
        if name is not None and command is not None:
            ctx.default_map = {name: settled_options(name, command)}
        return name, command, rest


def _is_file_name(word: str) -> bool:
    """Whether a word is no mistyped command: it is there, or looks like a path."""
    try:
        return Path(word).exists() or bool(Path(word).suffix) or "/" in word
    except (OSError, ValueError):  # too long for a name, or with a NUL
        return False


@click.group(
    cls=_Commands,
    commands=CommandsOnDemand(__name__, _NAMES),
    epilog=EXIT_CODES,
    context_settings={"help_option_names": ["-h", "--help"]},
    invoke_without_command=True,
)
@click.version_option(__version__, "-V", "--version", prog_name="duizhao")
@click.pass_context
def main(context: click.Context) -> None:
    """Duizhao 對照: align Chinese-English text into a translation memory, offline.

    \b
    Examples:
      duizhao article.txt                         review and mend the pairs
      duizhao align article.txt                   show the pairs
      duizhao align article.txt -o article.tmx    write a translation memory
      duizhao align zh.md en.md -o pairs.tsv      a text and its translation
      duizhao align --help                        all options
    """
    if context.invoked_subcommand is None:
        print_lines(beginning(), colour=False)
