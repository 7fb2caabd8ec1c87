"""`duizhao memory fill`: what there is for an article that is to be translated.

Results go to standard output or to a file, everything else to standard error.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
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
    terms_of,
    write,
)
from aligner.cli.options import (
    column_options,
    export_options,
    known_encoding,
    unit_options,
    with_ending,
)
from aligner.cli.paths import FILE, INPUT
from aligner.cli.saying import say

if TYPE_CHECKING:
    from aligner.article import Language
    from aligner.formats import ToolName, XliffVersion
    from aligner.memory import SegmentMatches
    from aligner.terms import Lookup

_UNDECIDED = 30


@click.command(epilog=EXIT_CODES, short_help="See what the memory has for an article.")
@click.argument("article", type=INPUT)
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    type=FILE,
    metavar="FILE",
    help="Write the article with the English of the memory; named as `duizhao convert` writes. May "
    "be given more than once.",
)
@click.option(
    "--least",
    "min_percent",
    type=click.IntRange(50, 101),
    default=75,
    show_default=True,
    metavar="N",
    help="Take the English of matches of N percent or more.",
)
@click.option(
    "--terms",
    "glossaries",
    type=INPUT,
    multiple=True,
    metavar="FILE",
    help="Show the terms of this glossary, of any tool; may be given several times.",
)
@click.option(
    "--undecided",
    "most",
    type=click.IntRange(0),
    metavar="N",
    help="List at most N terms that come again and are in no glossary; 0 for none.  "
    f"[default: {_UNDECIDED} with --terms, otherwise 0]",
)
@click.option(
    "--encoding",
    callback=known_encoding,
    metavar="NAME",
    help="Read the article in this encoding.",
)
@click.option(
    "--keep-boilerplate",
    "--keep-furniture",  # its name before
    "keep_boilerplate",
    is_flag=True,
    help="Take in navigation, credits and the like.",
)
@column_options
@unit_options
@memory_option
def fill(
    article: Path,
    outputs: tuple[Path, ...],
    min_percent: int,
    glossaries: tuple[Path, ...],
    most: int | None,
    encoding: str | None,
    keep_boilerplate: bool,
    zh_column: str | None,
    en_column: str | None,
    zh_codes: tuple[str, ...],
    en_code: str | None,
    tool: ToolName | None,
    source: Language | None,
    xliff: XliffVersion,
    path: Path | None,
) -> None:
    """See, for each sentence of a Chinese ARTICLE, what the memory has, and how much in all.

    100 % is the same text, in either script; 101 % where the sentence before is the same too. The
    analysis counts as CAT tools do. With -o the article is written with the English of the memory,
    as far as there is any. With --terms the terms of a glossary are shown, and those that are
    still to be decided; that needs no memory.
    """
    from aligner.cli.concordance import analysis_lines, offer_lines
    from aligner.memory import analyse, pretranslate_article
    from aligner.reading import read_side

    options = export_options(zh_codes, en_code, tool, source, xliff, title=article.name)
    outputs = tuple(with_ending(output, tool) for output in outputs)
    for output in outputs:
        check_output(output, article)
    side = read_side(article, "zh", encoding=encoding, keep_boilerplate=keep_boilerplate)
    sentences = [sentence.text for sentence in side.sentences]
    terms = terms_of(glossaries, zh_column, en_column)
    offered = _offers(sentences, terms if glossaries else None, path)
    columns, colour = terminal()
    for output in outputs:
        write(pretranslate_article(offered, min_percent=min_percent), output, options)
    if not outputs:
        print_lines(
            offer_lines(offered, columns, min_percent=min_percent, colour=colour), colour=colour
        )
        click.echo()
    if most is None:
        most = _UNDECIDED if glossaries else 0
    if most:
        _print_undecided(sentences, terms, most)
    print_lines(analysis_lines(analyse(offered)), colour=False)


def _offers(
    sentences: Sequence[str], terms: Lookup | None, path: Path | None
) -> list[SegmentMatches]:
    """Return what there is for each sentence; for terms alone a person needs no memory yet."""
    from aligner.cli.progress import Meter
    from aligner.memory import segment_matches_without_memory

    find = terms.inside if terms else None
    place = place_of(path)
    if terms and path is None and not place.exists():
        say("There is no memory yet, only terms are shown; make one with: duizhao memory add FILE")
        return list(segment_matches_without_memory(sentences, terms=find))
    offered: list[SegmentMatches] = []
    with open_memory(place) as kept, Meter(sys.stderr) as meter:
        for offer in kept.segment_matches(sentences, terms=find):
            offered.append(offer)
            meter("looking up", len(offered), len(sentences))
    return offered


def _print_undecided(sentences: Sequence[str], terms: Lookup, most: int) -> None:
    from aligner.cli.concordance import undecided_lines
    from aligner.terms import find_monolingual_terms

    print_lines(
        undecided_lines(find_monolingual_terms(sentences, terms.matcher), most), colour=False
    )
    click.echo()
