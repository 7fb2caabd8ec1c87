"""`duizhao terms`: a glossary out of what has been translated, and whether a glossary was kept.

Results go to standard output or to a file, everything else to standard error.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aligner.cli.exits import EXIT_CODES, FOUND, print_lines
from aligner.cli.options import code_options, column_options, with_ending
from aligner.cli.saying import say
from aligner.formats import listed
from aligner.terms import glossary_suffixes
from aligner.wording import counted

if TYPE_CHECKING:
    from aligner.article import Language
    from aligner.terms import Entry, GlossaryTool, Inconsistency, TextPair

_MOST_PLACES = 5


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
    """


@terms.command(epilog=EXIT_CODES, short_help="Mine a glossary from translations.")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=f"Write a {listed(glossary_suffixes())} glossary in place of showing it.",
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
    "--top",
    type=click.IntRange(1),
    metavar="N",
    help="Take the N best.  [default: 50 shown, all written]",
)
@click.option(
    "--known",
    type=click.Path(path_type=Path),
    metavar="GLOSSARY",
    help="Leave out what this glossary has already.",
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
def mine(
    files: tuple[Path, ...],
    output: Path | None,
    tool: GlossaryTool | None,
    min_score: float | None,
    top: int | None,
    known: Path | None,
    source: Language,
    zh_code: str | None,
    en_code: str,
    zh_column: str | None,
    en_column: str | None,
) -> None:
    """Mine the terms of FILES: names, compounds and words that go together in both languages.

    Each has a score from 0 to 1 and the number of pairs that it was seen in; the best come first.
    A term seen once is found too, where the pair leaves little doubt.

    \b
    Examples:
      duizhao terms mine article.txt --top 30
      duizhao terms mine memory.tmx --known glossary.tbx -o new-terms.csv
    """
    import aligner.terms as glossary
    from aligner.terms import glossary_format_of, read_glossary, write_glossary

    if output:
        output = with_ending(output, tool, ".utf8" if tool == "omegat" else ".csv")
        from aligner.files import check_writable

        glossary_format_of(output)
        check_writable(output, files)
    have = read_glossary(known, zh_column=zh_column, en_column=en_column) if known else []
    pairs = [pair for file in files for pair in _pairs(file, zh_column, en_column)]
    entries = without_known(glossary.mine(pairs, min_score=min_score), have)
    seen = counted(len(pairs), "pair")
    wanted = entries[: top or (None if output else _SHOWN)]
    if output:
        write_glossary(wanted, output, tool=tool, zh_code=zh_code, en_code=en_code, source=source)
        say(f"{output}: {counted(len(wanted), 'term')} from {seen}")
        return
    print_lines(_table(wanted, source), colour=False)
    shown = f"{len(wanted):,} of " if len(entries) > len(wanted) else ""
    say(f"{shown}{counted(len(entries), 'term')} from {seen}")


_SHOWN = 50


@terms.command(epilog=EXIT_CODES, short_help="Check that a glossary was kept.")
@click.argument("glossary", type=click.Path(path_type=Path))
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--source",
    type=click.Choice(["zh", "en"]),
    default="zh",
    show_default=True,
    help="Language that was translated from.",
)
@column_options
@click.pass_context
def check(
    context: click.Context,
    glossary: Path,
    files: tuple[Path, ...],
    source: Language,
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
    pairs = [pair for file in files for pair in _pairs(file, zh_column, en_column)]
    found = inconsistencies(pairs, entries, source=source)
    print_lines((line for one in found for line in _finding(one, pairs, source)), colour=False)
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


def _pairs(file: Path, zh_column: str | None, en_column: str | None) -> Iterator[TextPair]:
    """Yield the pairs of a project, of a file of units, or of an article that is aligned now."""
    from aligner.cli.progress import Meter
    from aligner.errors import UnusableInput
    from aligner.formats import names_units, read_units

    if file.is_dir():
        raise UnusableInput(f"{file} is a folder; name the files in it.")
    if file.suffix.lower() == ".duizhao":
        from aligner.project import open_project

        with open_project(file) as project:
            pairs = [(p.zh_text, p.en_text) for p in project.bitext.pairs if p.status != "excluded"]
    elif names_units(file):
        with Meter(sys.stderr) as meter:
            units = read_units(file, zh_column=zh_column, en_column=en_column, progress=meter)
            pairs = [(unit.zh, unit.en) for unit in units if unit.status != "excluded"]
    else:
        import aligner

        with Meter(sys.stderr) as meter:
            bitext = aligner.align_article(
                file, zh_column=zh_column, en_column=en_column, progress=meter
            )
        pairs = [(pair.zh_text, pair.en_text) for pair in bitext.pairs]
    yield from (pair for pair in pairs if pair[0] and pair[1])


def _table(entries: Sequence[Entry], source: Language) -> Iterator[str]:
    """Yield the entries as lines: score, count, term, its rendering, variants."""
    from aligner.cells import drawable, width

    def shown(entry: Entry) -> tuple[str, str]:
        zh = " / ".join(entry.zh_forms[:3])
        en = " / ".join(entry.en_forms[:3])
        return (zh, en) if source == "zh" else (en, zh)

    rows = [(entry, drawable(shown(entry)[0]), drawable(shown(entry)[1])) for entry in entries]
    room = min(40, max((width(first) for _, first, _ in rows), default=0))
    for entry, first, second in rows:
        gap = " " * max(1, room + 2 - width(first))
        yield f"{entry.score or 0:.2f}  {entry.count:>4}  {first}{gap}{second}"


def _finding(one: Inconsistency, pairs: Sequence[TextPair], source: Language) -> Iterator[str]:
    from aligner.cells import drawable

    if one.kind == "banned":
        words = " and ".join(rendering.text for rendering in one.renderings[:4])
        better = f"; it is {' or '.join(one.expected[:4])}" if one.expected else ""
        yield drawable(f"{words} is not to be used for {one.term}{better}:")
    elif one.kind == "otherwise":
        yield drawable(f"{one.term} is not always {' or '.join(one.expected[:4])}:")
    else:
        yield drawable(f"{one.term} has {len(one.renderings)} renderings:")
    for rendering in one.renderings:
        numbers = ", ".join(str(use.pair + 1) for use in rendering.uses[:_MOST_PLACES])
        more = ", ..." if len(rendering.uses) > _MOST_PLACES else ""
        yield drawable(f"  {rendering.text or '(not made out)'}  [{numbers}{more}]")
        if one.kind != "several":
            use = rendering.uses[0]
            texts = pairs[use.pair] if source == "zh" else pairs[use.pair][::-1]
            yield drawable(f"    {_around(texts[0], *use.at)}")
            at = use.rendered_at or (0, 0)
            yield drawable(f"    {_around(texts[1], *at)}")


def _around(text: str, start: int, end: int, room: int = 60) -> str:
    """Return a term with what stands around it."""
    first, last = max(0, start - room), min(len(text), end + room)
    marked = f"{text[first:start]}[{text[start:end]}]{text[end:last]}" if end else text[:last]
    return ("..." if first else "") + marked + ("..." if last < len(text) else "")
