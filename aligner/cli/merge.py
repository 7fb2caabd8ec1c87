"""`duizhao merge`: the pairs of many documents made one memory, one a document, or a corpus.

What is the same is written once and counted; what a filter takes out is counted under its name.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from aligner.cli.exits import EXIT_CODES
from aligner.cli.merge_files import Merging, check_targets
from aligner.cli.options import (
    column_options,
    export_options,
    salvage_option,
    unit_options,
    with_ending,
)
from aligner.cli.paths import FILE, INPUT

if TYPE_CHECKING:
    from aligner.article import Language
    from aligner.formats import ToolName, XliffVersion


@click.command(epilog=EXIT_CODES, short_help="Make one memory of many documents' pairs.")
@click.argument("places", metavar="SOURCE...", nargs=-1, required=True, type=INPUT)
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    type=FILE,
    metavar="FILE",
    help="Write the memory; with {document} in its name, one for each document. May be given more "
    "than once.",
)
@click.option(
    "--lines",
    "prefix",
    type=FILE,
    metavar="PREFIX",
    help="Write PREFIX.zh and PREFIX.en, whose lines answer to each other, as trainers of "
    "translation models want them.",
)
@click.option(
    "--parts",
    type=click.IntRange(2, 128),
    metavar="N",
    help="Write N files for an output with {part} in its name; units that are the same or nearly "
    "so go into the same part, in every merge.",
)
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar="X",
    help="Leave out pairs that nobody has confirmed and whose confidence is below X (0 to 1).",
)
@click.option(
    "--max-length-ratio",
    type=click.FloatRange(1),
    metavar="R",
    help="Leave out units in which a text is more than R times as long as goes with the other.",
)
@click.option(
    "--check-languages",
    is_flag=True,
    help="Leave out units whose texts are not in Chinese and in English.",
)
@click.option(
    "--min-numbers",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar="X",
    help="Leave out units of whose numbers less than the share X (0 to 1) is in both texts.",
)
@click.option(
    "--drop-near",
    is_flag=True,
    help="Of units that are nearly the same, write only the first; otherwise they are marked.",
)
@unit_options
@salvage_option
@column_options
def merge(
    places: tuple[Path, ...],
    outputs: tuple[Path, ...],
    prefix: Path | None,
    parts: int | None,
    min_confidence: float,
    max_length_ratio: float | None,
    check_languages: bool,
    min_numbers: float,
    drop_near: bool,
    zh_codes: tuple[str, ...],
    en_code: str | None,
    tool: ToolName | None,
    source: Language | None,
    xliff: XliffVersion,
    salvage: bool,
    zh_column: str | None,
    en_column: str | None,
) -> None:
    """Merge the units of each SOURCE: folders of pairs, memories, tables, projects.

    A folder is what `duizhao batch` writes, with a .jsonl for each document. What is the same in
    both texts, but for white space, is written once, with how often it was there. Units whose texts
    have the same letters, whatever their digits, marks, width, capitals and script, are marked.
    Each unit says which document it comes from.

    \b
    Examples:
      duizhao merge OUT -o all.tmx
      duizhao merge OUT old.tmx -o all.tmx -o all.jsonl
      duizhao merge OUT -o memories/{document}.tmx
      duizhao merge OUT --lines corpus --min-confidence 0.5 --drop-near
    """
    from aligner.corpus import Filters, Sources

    if not outputs and prefix is None:
        raise click.UsageError("Name a file to write with -o, or two with --lines.")
    outputs = tuple(with_ending(path, tool) for path in outputs)
    sources = Sources(places)
    check_targets(outputs, prefix, parts, sources)
    merging = Merging(
        sources,
        Filters(min_confidence, max_length_ratio, check_languages, min_numbers, drop_near),
        export_options(zh_codes, en_code, tool, source, xliff),
        salvage,
        zh_column,
        en_column,
    )
    merging.write(outputs, prefix, parts or 0)
