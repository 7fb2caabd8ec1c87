"""`duizhao memory`: a translator's own units, kept, searched, and offered for a new article.

Results go to standard output or to files, everything else to standard error.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aligner.cli.exits import EXIT_CODES, print_lines
from aligner.cli.memory_files import (
    check_output,
    memory_option,
    open_memory,
    place_of,
    terminal,
    units_of_file,
    write,
)
from aligner.cli.memory_fill import fill
from aligner.cli.options import (
    column_options,
    export_options,
    salvage_option,
    unit_options,
    with_ending,
)
from aligner.cli.paths import FILE, INPUT
from aligner.cli.saying import say
from aligner.speaking import told

if TYPE_CHECKING:
    from aligner.article import Language
    from aligner.formats import ToolName, XliffVersion
    from aligner.memory import Added


@click.group(epilog=EXIT_CODES, short_help="Keep, search and reuse your translations.")
def memory() -> None:
    """Keep translations in a memory of your own, find them again, and reuse them.

    The memory is one file in the data folder of your account (`duizhao memory stats` says where),
    or wherever DUIZHAO_DATA or --memory says. Nothing leaves your computer.

    \b
    Examples:
      duizhao memory add article.tmx review.duizhao
      duizhao memory search 記憶
      duizhao memory search --similar "他把一盏灯挂在了天花板上。"
      duizhao memory fill new-article.txt -o new-article.tmx
      duizhao memory export all.tmx
    """


@memory.command(epilog=EXIT_CODES, short_help="Add projects and translation memories.")
@click.argument("files", nargs=-1, required=True, type=INPUT)
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar="X",
    help="Leave out pairs that nobody has confirmed and whose confidence is below X (0 to 1).",
)
@salvage_option
@column_options
@memory_option
def add(
    files: tuple[Path, ...],
    min_confidence: float,
    salvage: bool,
    zh_column: str | None,
    en_column: str | None,
    path: Path | None,
) -> None:
    """Add the units of FILES: projects, and whatever `duizhao convert` reads.

    What the memory has already, the same Chinese in either script with the same English, is not
    added again. Adding may be interrupted at any time; adding the same file again goes on.
    """
    from aligner.cli.progress import Meter
    from aligner.formats import LeftOut, Salvage

    with open_memory(place_of(path), to_add=True) as kept:
        for file in files:
            left_out, salvaged = LeftOut(), Salvage()
            with Meter(sys.stderr) as meter:
                units = units_of_file(
                    file,
                    min_confidence,
                    meter,
                    left_out,
                    salvaged if salvage else None,
                    zh_column=zh_column,
                    en_column=en_column,
                )
                added = kept.add(units, file.name)
            say(f"{file}{told(': ')}{_said(added)}")
            for sentence in (*left_out.sentences(), *salvaged.sentences()):
                say(sentence)


@memory.command(epilog=EXIT_CODES, short_help="Find units by a part of their text.")
@click.argument("query")
@click.option("--similar", is_flag=True, help="Find whole texts that are nearly QUERY.")
@click.option(
    "--limit",
    type=click.IntRange(1, 1000),
    default=20,
    show_default=True,
    metavar="N",
    help="Show at most N units.",
)
@memory_option
def search(query: str, similar: bool, limit: int, path: Path | None) -> None:
    """Find units with QUERY in their Chinese or their English.

    Either script finds the other, small letters find capitals, and a part of a word finds it. With
    --similar each unit has the percentage that CAT tools give, and what differs is marked.
    """
    from aligner.cli.concordance import found_lines, similar_lines
    from aligner.script import han_share

    columns, colour = terminal()
    with open_memory(place_of(path)) as kept:
        if similar:
            language: Language = "zh" if han_share(query) else "en"
            near = kept.fuzzy_matches(query, language=language, limit=limit)
            is_chinese = language == "zh"
            lines = similar_lines(near, query, columns, is_chinese=is_chinese, colour=colour)
        else:
            lines = found_lines(kept.concordance(query, limit), query, columns, colour=colour)
        print_lines(lines, colour=colour)


memory.add_command(fill)


@memory.command(epilog=EXIT_CODES, short_help="Say what is in the memory.")
@memory_option
def stats(path: Path | None) -> None:
    """Say how many units the memory has, where from and since when, and where its file is."""
    from aligner.cli.concordance import contents_lines

    with open_memory(place_of(path)) as kept:
        print_lines(contents_lines(kept.path, kept.contents()), colour=False)


@memory.command(epilog=EXIT_CODES, short_help="Write all of the memory to a file.")
@click.argument("outs", metavar="OUT...", nargs=-1, required=True, type=FILE)
@unit_options
@memory_option
def export(
    outs: tuple[Path, ...],
    zh_codes: tuple[str, ...],
    en_code: str | None,
    tool: ToolName | None,
    source: Language | None,
    xliff: XliffVersion,
    path: Path | None,
) -> None:
    """Write all units to each OUT, in the format that its name ends in.

    Units of a TMX file come back as they were added: ids, properties and other languages.
    """

    place = place_of(path)
    options = export_options(zh_codes, en_code, tool, source, xliff, title=place.name)
    outs = tuple(with_ending(out, tool) for out in outs)
    for out in outs:
        check_output(out, place)
    with open_memory(place) as kept:
        for out in outs:
            write((entry.unit for entry in kept), out, options)


def _said(added: Added) -> str:
    facts = [f"{added.new:,} added", f"{added.known:,} known already"]
    if added.settled:
        facts.append(f"{added.settled:,} of them settled since")
    if added.half:
        facts.append(f"{added.half:,} without Chinese or without English left out")
    if added.excluded:
        facts.append(f"{added.excluded:,} excluded ones left out")
    return told(", ").join(map(told, facts))
