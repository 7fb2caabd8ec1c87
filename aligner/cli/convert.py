"""`duizhao convert`: translation units from one format to another, as they stream by.

What breaks off in the middle is not written at all: half a memory that looks whole is worse than a
sentence.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aligner.cli.exits import EXIT_CODES
from aligner.cli.options import export_options, unit_options, with_ending
from aligner.cli.projects import tell, units_of_any
from aligner.formats import FORMATS, listed
from aligner.wording import counted

if TYPE_CHECKING:
    from aligner.article import Language
    from aligner.formats import ExportOptions, ToolName, XliffVersion


_BOTH_WAYS = listed([form.suffix for form in FORMATS if form.units and form.write_units], "and")
_WRITTEN = listed([form.suffix for form in FORMATS if form.write_units and not form.units], "and")

_HELP = f"""Convert the translation units of IN to the format that the name of each OUT ends in.

Read and written are {_BOTH_WAYS}; {_WRITTEN} is written, and projects are read. What IN is, its
content says; it may be zipped. Without an ending OUT gets the one that --for asks for. What was
translated from what stays as it is, unless --source says otherwise.

\b
Examples:
  duizhao convert old.tmx table.xlsx
  duizhao convert table.csv memory.tmx --for trados
  duizhao convert memory.tmx.duizhao mended.tmx table.xlsx
  duizhao convert memory.tmx both.tmx --zh-code zh-CN --zh-code zh-TW
  duizhao convert pairs.tsv job.xlf --source en --xliff 2.1
"""


@click.command(help=_HELP, epilog=EXIT_CODES, short_help="Convert a translation memory or a table.")
@click.argument("source_file", metavar="IN", type=click.Path(path_type=Path))
@click.argument(
    "target_files", metavar="OUT...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@unit_options
def convert(
    source_file: Path,
    target_files: tuple[Path, ...],
    zh_codes: tuple[str, ...],
    en_code: str | None,
    tool: ToolName | None,
    source: Language | None,
    xliff: XliffVersion,
) -> None:
    """See `_HELP`."""
    from aligner.files import check_writable
    from aligner.formats import unit_format_of

    target_files = tuple(with_ending(path, tool) for path in target_files)
    for path in target_files:
        unit_format_of(path)
        check_writable(path, [source_file])
    options = export_options(zh_codes, en_code, tool, source, xliff, title=source_file.name)
    for path in target_files:
        _write(source_file, path, options)


def _write(source: Path, target: Path, options: ExportOptions) -> None:
    """Write a file; each reads the units anew, so that nothing grows with their number."""
    from aligner.cli.progress import Meter
    from aligner.formats import write_units

    with Meter(sys.stderr) as meter:
        # Of several texts in Chinese, the one that is asked for is the one to take.
        zh_code = options.zh_codes[0] if options.zh_codes else None
        units = units_of_any(source, meter, zh_code=zh_code, en_code=options.en_code)
        written = write_units(units, target, options)
    click.echo(f"{target}: {counted(written.units, 'translation unit')}", err=True)
    if written.left_out:
        left = counted(written.left_out, "translation unit")
        click.echo(f"Left out: {left} without Chinese or without English.", err=True)
    tell(written)
