"""`duizhao convert`: translation units from one format to another, as they stream by.

What breaks off in the middle is not written at all, unless that is asked for: half a memory that
looks whole is worse than a sentence.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aligner.cli.exits import EXIT_CODES
from aligner.cli.options import (
    column_options,
    export_options,
    salvage_option,
    unit_options,
    with_ending,
)
from aligner.cli.saying import say
from aligner.formats import FORMATS, listed
from aligner.wording import counted

if TYPE_CHECKING:
    from aligner.article import Language
    from aligner.formats import ToolName, XliffVersion


_BOTH_WAYS = listed([form.suffix for form in FORMATS if form.units and form.write_units], "and")
_WRITTEN = listed([form.suffix for form in FORMATS if form.write_units and not form.units], "and")

_HELP = f"""Convert the translation units of IN to the format that the name of OUT ends in.

Read and written are {_BOTH_WAYS}; {_WRITTEN} is written. What IN is, its content says; it may be
zipped. Without an ending OUT gets the one that --for asks for.

\b
Examples:
  duizhao convert old.tmx table.xlsx
  duizhao convert table.csv memory.tmx --for trados
  duizhao convert memory.tmx both.tmx --zh-code zh-CN --zh-code zh-TW
  duizhao convert pairs.tsv job.xlf --source en --xliff 2.1
"""


@click.command(help=_HELP, epilog=EXIT_CODES, short_help="Convert a translation memory or a table.")
@click.argument("source_file", metavar="IN", type=click.Path(path_type=Path))
@click.argument("target_file", metavar="OUT", type=click.Path(path_type=Path))
@unit_options
@salvage_option
@column_options
def convert(
    source_file: Path,
    target_file: Path,
    zh_codes: tuple[str, ...],
    en_code: str | None,
    tool: ToolName | None,
    source: Language | None,
    xliff: XliffVersion,
    salvage: bool,
    zh_column: str | None,
    en_column: str | None,
) -> None:
    """See `_HELP`."""
    from aligner.cli.progress import Meter
    from aligner.files import check_writable
    from aligner.formats import LeftOut, Salvage, read_units, unit_format_of, write_units

    target_file = with_ending(target_file, tool)
    unit_format_of(target_file)
    check_writable(target_file, [source_file])
    options = export_options(zh_codes, en_code, tool, source, xliff, title=source_file.name)
    left_out, salvaged = LeftOut(), Salvage()
    with Meter(sys.stderr) as meter:
        # Of several texts in Chinese, the one that is asked for is the one to take.
        zh_code = zh_codes[0] if zh_codes else None
        units = read_units(
            source_file,
            zh_code=zh_code,
            en_code=en_code,
            zh_column=zh_column,
            en_column=en_column,
            progress=meter,
            left_out=left_out,
        )
        if salvage:
            units = salvaged.units_before_damage(units)
        written = write_units(units, target_file, options)
    say(f"{target_file}: {counted(written.units, 'translation unit')}")
    if written.left_out:
        left = counted(written.left_out, "translation unit")
        say(f"Left out: {left} without Chinese or without English.")
    for sentence in (*left_out.sentences(), *salvaged.sentences()):
        say(sentence)
