"""The command `duizhao`: one module a subcommand, which says in what order the rooms do the work.

Whatever costs time to import is imported inside the commands, so that `--help` answers at once.
"""

from __future__ import annotations

from pathlib import Path

import click

from aligner import __version__
from aligner.cli.align import align
from aligner.cli.cache import cache
from aligner.cli.check import check
from aligner.cli.convert import convert
from aligner.cli.exits import EXIT_CODES, CarefulGroup
from aligner.cli.memory import memory
from aligner.cli.repair import repair
from aligner.cli.review import review
from aligner.cli.terms import terms
from aligner.cli.update import update


class _Commands(CarefulGroup):
    """The subcommands; the name of a file in place of one means that it is to be reviewed."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in self.commands and _is_file_name(args[0]):
            args = ["review", *args]
        return super().resolve_command(ctx, args)


def _is_file_name(word: str) -> bool:
    """Whether a word is no mistyped command: it is there, or looks like a path."""
    try:
        return Path(word).exists() or bool(Path(word).suffix) or "/" in word
    except (OSError, ValueError):  # too long for a name, or with a NUL
        return False


@click.group(
    cls=_Commands, epilog=EXIT_CODES, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, "-V", "--version", prog_name="duizhao")
def main() -> None:
    """Duizhao 對照: align Chinese-English text into a translation memory, offline.

    \b
    Examples:
      duizhao article.txt                         review and mend the pairs
      duizhao align article.txt                   show the pairs
      duizhao align article.txt -o article.tmx    write a translation memory
      duizhao align zh.md en.md -o pairs.tsv      a text and its translation
      duizhao align --help                        all options
    """


main.add_command(align)
main.add_command(cache)
main.add_command(check)
main.add_command(convert)
main.add_command(memory)
main.add_command(repair)
main.add_command(review)
main.add_command(terms)
main.add_command(update)
