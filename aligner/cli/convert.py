"""`duizhao convert`: translation units from one format to another, as they stream by.

What breaks off in the middle is not written at all, unless that is asked for: half a memory that
looks whole is worse than a sentence.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
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
from aligner.cli.paths import FILE, INPUT, refuse_pipe
from aligner.cli.projects import is_project, tell, units_of_any
from aligner.cli.saying import say
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
@click.argument("source_file", metavar="IN", type=INPUT)
@click.argument("target_files", metavar="OUT...", nargs=-1, required=True, type=FILE)
@unit_options
@salvage_option
@column_options
def convert(
    source_file: Path,
    target_files: tuple[Path, ...],
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
    from aligner.files import check_writable

    target_files = tuple(with_ending(path, tool) for path in target_files)
    for path in target_files:
        _check_format(path, source_file)
        check_writable(path, [source_file])
    if len(target_files) > 1:
        refuse_pipe(source_file)
    options = export_options(zh_codes, en_code, tool, source, xliff, title=source_file.name)
    taken = _Taken(source_file, zh_column, en_column, salvage)
    for path in target_files:
        _write(taken, path, options)


def _check_format(path: Path, source: Path) -> None:
    """Refuse what units are not written as, and say which command writes it from a project."""
    from aligner.errors import UnknownFormat
    from aligner.formats import bitext_format_of, unit_format_of
    from aligner.project import EXTENSION

    try:
        unit_format_of(path)
    except UnknownFormat as error:
        try:
            bitext_format_of(path)
        except UnknownFormat:
            raise error from None
        project = source if is_project(source) else source.with_name(source.name + EXTENSION)
        way = f"duizhao align {project} -o {path}"
        if project is not source:
            way = f"duizhao review {source}, which makes a project of it, and then {way}"
        raise UnknownFormat(
            f"{path.name} is a text to be read, and convert writes units; use {way}"
        ) from None


@dataclass(frozen=True, slots=True)
class _Taken:
    """The file that is converted, and how it is read."""

    file: Path
    zh_column: str | None
    en_column: str | None
    salvage: bool


def _write(taken: _Taken, target: Path, options: ExportOptions) -> None:
    """Write a file; each reads the units anew, so that nothing grows with their number."""
    from aligner.cli.progress import Meter
    from aligner.formats import LeftOut, Salvage, write_units

    left_out, salvaged = LeftOut(), Salvage()
    with Meter(sys.stderr) as meter:
        units = units_of_any(
            taken.file,
            meter,
            # Of several texts in Chinese, the one that is asked for is the one to take.
            zh_code=options.zh_codes[0] if options.zh_codes else None,
            en_code=options.en_code,
            zh_column=taken.zh_column,
            en_column=taken.en_column,
            left_out=left_out,
            salvaged=salvaged if taken.salvage else None,
        )
        written = write_units(units, target, options)
    say(f"{target}: {counted(written.units, 'translation unit')}")
    if written.left_out:
        left = counted(written.left_out, "translation unit")
        say(f"Left out: {left} without Chinese or without English.")
    tell(written)
    if not written.keeps_all:
        for sentence in left_out.sentences():
            say(sentence)
    for sentence in salvaged.sentences():
        say(sentence)
