"""`duizhao terms`: a glossary out of what has been translated, and whether a glossary was kept.

Results go to standard output or to a file, everything else to standard error.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aligner.cli.exits import EXIT_CODES, FOUND, print_lines
from aligner.cli.options import code_options, column_options, with_ending
from aligner.cli.paths import FILE, INPUT
from aligner.cli.projects import is_project
from aligner.cli.saying import say
from aligner.cli.term_lines import finding_lines, table_lines
from aligner.cli.term_sources import direction_of, read_term_source
from aligner.formats import listed
from aligner.terms import glossary_suffixes
from aligner.wording import counted

if TYPE_CHECKING:
    from aligner.article import Language
    from aligner.terms import Entry, GlossaryTool


class _Terms(click.Group):
    """Mining where no subcommand is named: `duizhao terms FILE` is what people type first."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in self.commands:
            args = ["mine", *args]
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0].startswith("-") and args[0] not in ("-h", "--help"):
            args = ["mine", *args]
        return super().parse_args(ctx, args)


@click.group(
    cls=_Terms, epilog=EXIT_CODES, short_help="Mine a glossary, and check that it is kept."
)
def terms() -> None:
    """Mine a glossary from translations, or check translations against one.

    `duizhao terms FILES` is short for `duizhao terms mine FILES`. FILES are articles, projects,
    and whatever `duizhao convert` reads.

    \b
    Examples:
      duizhao terms article.txt
      duizhao terms old.tmx review.duizhao -o glossary.xlsx
      duizhao terms mine article.txt --for omegat -o glossary.utf8
      duizhao terms check glossary.xlsx new.tmx
      duizhao terms convert client.tbx glossary.xlsx
    """


@terms.command(epilog=EXIT_CODES, short_help="Mine a glossary from translations.")
@click.argument("files", nargs=-1, required=True, type=INPUT)
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    type=FILE,
    metavar="FILE",
    help=f"Write a {listed(glossary_suffixes())} glossary in place of showing it; may be given "
    "more than once.",
)
@click.option(
    "--for",
    "tool",
    type=click.Choice(["omegat", "memoq"]),
    help="Write what this tool reads: .utf8 or TBX 2 for OmegaT, .csv with memoQ's field names.",
)
@click.option(
    "--min-score",
    type=click.FloatRange(0, 1),
    metavar="X",
    help="Leave out terms below X (0 to 1).  [default: where more are wrong than right]",
)
@click.option(
    "--min-count",
    type=click.IntRange(1),
    default=1,
    metavar="N",
    help="Leave out terms seen in fewer than N pairs.",
)
@click.option(
    "--top",
    type=click.IntRange(1),
    metavar="N",
    help="Take the N best.  [default: 50 shown, all written]",
)
@click.option(
    "--known",
    type=INPUT,
    metavar="GLOSSARY",
    help="Leave out what this glossary has already.",
)
@click.option(
    "--source",
    type=click.Choice(["zh", "en"]),
    help="Language that is translated from; its terms stand first.  [default: as FILES say, else "
    "zh]",
)
@code_options
@column_options
def mine(
    files: tuple[Path, ...],
    outputs: tuple[Path, ...],
    tool: GlossaryTool | None,
    min_score: float | None,
    min_count: int,
    top: int | None,
    known: Path | None,
    source: Language | None,
    zh_code: str | None,
    en_code: str,
    zh_column: str | None,
    en_column: str | None,
) -> None:
    """Mine the terms of FILES: names, compounds and words that go together in both languages.

    Each has a score from 0 to 1 and the number of pairs that it was seen in; the best come first.
    A term seen once is found too, where the pair leaves little doubt. What was decided on the
    glossary screen of a project holds: accepted terms come first, rejected ones are left out.

    \b
    Examples:
      duizhao terms mine article.txt --top 30
      duizhao terms mine memory.tmx --known glossary.tbx -o new-terms.csv
    """
    import aligner.terms as glossary
    from aligner.cli.progress import Meter
    from aligner.terms import read_glossary, with_decisions, write_glossary

    outputs = _checked(outputs, tool, files)
    have = read_glossary(known, zh_column=zh_column, en_column=en_column) if known else []
    read = [read_term_source(file, zh_column, en_column) for file in files]
    pairs = [pair for one in read for pair in one.pairs]
    decided = [term for one in read for term in one.terms]
    with Meter(sys.stderr) as meter:
        found = glossary.mine(pairs, min_score=min_score, min_count=min_count, progress=meter)
    mined = with_decisions(found, decided)
    entries = without_known(mined, have)
    direction = source or direction_of(read)
    seen = counted(len(pairs), "pair")
    wanted = entries[: top or (None if outputs else _SHOWN)]
    for output in outputs:
        write_glossary(
            wanted, output, tool=tool, zh_code=zh_code, en_code=en_code, source=direction
        )
        say(f"{output}: {counted(len(wanted), 'term')} from {seen}")
    if outputs:
        return
    print_lines(table_lines(wanted, direction), colour=False)
    shown = f"{len(wanted):,} of " if len(entries) > len(wanted) else ""
    say(f"{shown}{counted(len(entries), 'term')} from {seen}")


_SHOWN = 50


@terms.command(epilog=EXIT_CODES, short_help="Check that a glossary was kept.")
@click.argument("glossary", type=INPUT)
@click.argument("files", nargs=-1, required=True, type=INPUT)
@click.option(
    "--source",
    type=click.Choice(["zh", "en"]),
    help="Language that was translated from.  [default: as FILES say, else zh]",
)
@column_options
@click.pass_context
def check(
    context: click.Context,
    glossary: Path,
    files: tuple[Path, ...],
    source: Language | None,
    zh_column: str | None,
    en_column: str | None,
) -> None:
    """Check FILES against GLOSSARY, which may be any table, TBX or OmegaT glossary.

    Says where a rendering was used that the glossary forbids or advises against, where a term of
    the glossary was rendered otherwise, and which other terms have several renderings, with the
    numbers of the pairs.

    \b
    Examples:
      duizhao terms check glossary.utf8 article.txt
      duizhao terms check client.tbx translated.tmx --source en
    """
    from aligner.terms import inconsistencies, read_glossary

    entries = read_glossary(glossary, zh_column=zh_column, en_column=en_column)
    read = [read_term_source(file, zh_column, en_column) for file in files]
    pairs = [pair for one in read for pair in one.pairs]
    direction = source or direction_of(read)
    found = inconsistencies(pairs, entries, source=direction)
    print_lines(
        (line for one in found for line in finding_lines(one, pairs, direction)), colour=False
    )
    kinds = Counter(one.kind for one in found)
    banned = f"{counted(kinds['banned'], 'term')} with a rendering not to be used, "
    say(
        f"{banned if kinds['banned'] else ''}"
        f"{counted(kinds['otherwise'], 'term')} of the glossary rendered otherwise, "
        f"{counted(kinds['several'], 'term')} in several ways, "
        f"in {counted(len(pairs), 'pair')}"
    )
    if found:
        context.exit(FOUND)


@terms.command(epilog=EXIT_CODES, short_help="Convert a glossary.")
@click.argument("glossary", metavar="IN", type=INPUT)
@click.argument("outputs", metavar="OUT...", nargs=-1, required=True, type=FILE)
@click.option(
    "--for",
    "tool",
    type=click.Choice(["omegat", "memoq"]),
    help="Write what this tool reads: .utf8 or TBX 2 for OmegaT, .csv with memoQ's field names.",
)
@click.option(
    "--source",
    type=click.Choice(["zh", "en"]),
    default="zh",
    show_default=True,
    help="Language that is translated from; its terms stand first.",
)
@code_options
@column_options
def convert(
    glossary: Path,
    outputs: tuple[Path, ...],
    tool: GlossaryTool | None,
    source: Language,
    zh_code: str | None,
    en_code: str,
    zh_column: str | None,
    en_column: str | None,
) -> None:
    """Convert the glossary IN, of any tool, to the form that the name of each OUT ends in.

    Of a project the accepted terms are taken.

    \b
    Examples:
      duizhao terms convert client.tbx glossary.xlsx
      duizhao terms convert glossary.xlsx glossary --for omegat
      duizhao terms convert review.duizhao glossary.tbx glossary.csv
    """
    from aligner.terms import entry_of, glossary_format_of, read_glossary, write_glossary

    outputs = _checked(outputs, tool, [glossary])
    if is_project(glossary):
        decided = read_term_source(glossary, zh_column, en_column).terms
        entries = [entry_of(term) for term in decided if term.is_accepted]
    else:
        entries = read_glossary(glossary, zh_column=zh_column, en_column=en_column)
    banned = sum(len(entry.banned("zh") + entry.banned("en")) for entry in entries)
    for output in outputs:
        write_glossary(entries, output, tool=tool, zh_code=zh_code, en_code=en_code, source=source)
        say(f"{output}: {counted(len(entries), 'term')}")
        if banned and not glossary_format_of(output).has_status:
            say(f"Left out of {output}: {counted(banned, 'term')} not to be used.")


def without_known(entries: Sequence[Entry], known: Sequence[Entry]) -> list[Entry]:
    """Return the entries of which no Chinese form stands with an English one in a glossary."""
    from aligner.terms import chinese_key, english_key

    have = {
        (chinese_key(zh), tuple(english_key(en)))
        for entry in known
        for zh in entry.zh_forms
        for en in (*entry.en_forms, *(variant.text for variant in entry.banned("en")))
    }
    return [
        entry
        for entry in entries
        if not any((chinese_key(zh), tuple(english_key(entry.en))) in have for zh in entry.zh_forms)
    ]


def _checked(
    outputs: Sequence[Path], tool: GlossaryTool | None, inputs: Sequence[Path]
) -> tuple[Path, ...]:
    """Return outputs under the endings that a tool wants; raise if one cannot be written."""
    from aligner.files import check_writable
    from aligner.terms import glossary_format_of

    ending = ".utf8" if tool == "omegat" else ".csv"
    named = tuple(with_ending(output, tool, ending) for output in outputs)
    for output in named:
        glossary_format_of(output)
        check_writable(output, inputs)
    return named
