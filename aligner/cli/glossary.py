"""`duizhao glossary`: the terms of many files on a screen, and a glossary that they go into."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aligner.cli.exits import EXIT_CODES
from aligner.cli.options import column_options, screen_options
from aligner.cli.paths import FILE, INPUT, refuse_pipe
from aligner.cli.review import ScreenLook, begin_screen, show_terms
from aligner.cli.saying import say
from aligner.cli.term_sources import direction_of, read_term_source
from aligner.formats import listed
from aligner.terms import glossary_suffixes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from aligner.article import Language
    from aligner.term import Term
    from aligner.terms import KeptGlossary


@click.command(epilog=EXIT_CODES, short_help="Make a glossary of many files, on a screen.")
@click.argument("files", nargs=-1, required=True, type=INPUT)
@click.option(
    "-g",
    "--glossary",
    "path",
    type=FILE,
    metavar="GLOSSARY",
    help=f"Open this glossary, or begin it; saved as {listed(glossary_suffixes())}.  [default: "
    "FILE.glossary.tsv, beside the first of FILES]",
)
@click.option(
    "--min-count",
    type=click.IntRange(1),
    default=1,
    metavar="N",
    help="Show only candidates seen in N pairs or more.",
)
@click.option(
    "--source",
    type=click.Choice(["zh", "en"]),
    help="Language that is translated from.  [default: as FILES say, else zh]",
)
@screen_options
@column_options
def glossary(
    files: tuple[Path, ...],
    path: Path | None,
    min_count: int,
    source: Language | None,
    lang: str | None,
    theme: str,
    ambiguous_wide: bool,
    is_plain: bool,
    zh_column: str | None,
    en_column: str | None,
) -> None:
    """Choose the terms of FILES on a screen: projects, memories, whatever `duizhao convert` reads.

    What you decide is kept beside GLOSSARY at once, in GLOSSARY.decisions.json, and candidates that
    you turned down stay so. GLOSSARY itself is written when you say so (Ctrl+S); what stood there
    before is kept as GLOSSARY.bak.

    \b
    Examples:
      duizhao glossary book.tmx
      duizhao glossary one.duizhao two.duizhao old.tmx -g client.tbx
      duizhao glossary novel.tmx --min-count 5
    """
    for file in (*files, *([path] if path else [])):
        refuse_pipe(file)
    from aligner.terms import glossary_format_of, open_glossary

    place = path or files[0].with_name(f"{files[0].name}.glossary.tsv")
    if not place.exists():  # others are opened, and saved as one that is written
        glossary_format_of(place)
    kept = open_glossary(place, zh_column=zh_column, en_column=en_column)
    begin_screen()
    read = [read_term_source(file, zh_column, en_column) for file in files]
    decided = _with_decided(kept, (term for one in read for term in one.terms))
    show_terms(
        decided,
        [(file, one.pairs) for file, one in zip(files, read, strict=True)],
        source=source or direction_of(read),
        min_count=min_count,
        look=ScreenLook(lang, theme, ambiguous_wide, is_plain),
    )
    if decided.decisions_path.exists():
        say(f"What you decided is kept in {decided.decisions_path}.")


def _with_decided(kept: KeptGlossary, terms: Iterable[Term]) -> KeptGlossary:
    """Return a glossary with what projects have decided that it knows nothing of."""
    known = {(term.zh, term.en): term for term in (*terms, *kept.terms)}
    return replace(kept, terms=tuple(sorted(known.values())))
