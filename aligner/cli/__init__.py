"""The command `duizhao`: one module a subcommand, which says in what order the rooms do the work.

Whatever costs time to import is imported inside the commands, so that `--help` answers at once.
"""

from __future__ import annotations

import click

from aligner import __version__
from aligner.cli.align import align
from aligner.cli.convert import convert
from aligner.exits import EXIT_CODES, CarefulGroup


@click.group(
    cls=CarefulGroup, epilog=EXIT_CODES, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, "-V", "--version", prog_name="duizhao")
def main() -> None:
    """Duizhao 對照: align Chinese-English text into a translation memory, offline.

    \b
    Examples:
      duizhao align article.txt                   show the pairs
      duizhao align article.txt -o article.tmx    write a translation memory
      duizhao align zh.md en.md -o pairs.tsv      a text and its translation
      duizhao align --help                        all options
    """


main.add_command(align)
main.add_command(convert)
