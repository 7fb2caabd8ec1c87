"""`duizhao repair`: translations that have slipped, put beside their originals again."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aligner.cli.exits import EXIT_CODES, print_lines
from aligner.cli.options import column_options
from aligner.cli.paths import FILE, INPUT, refuse_pipe
from aligner.cli.saying import say
from aligner.formats import editable_suffixes, listed
from aligner.wording import counted

if TYPE_CHECKING:
    from aligner.article import Language
    from aligner.repair import Moved, Repaired

_NAME = 12
"""Cells of the column of names; a longer one is cut."""
_NARROWEST = 40
_WIDEST = 200

_HELP = f"""Put the translations in FILE that have slipped beside their originals again.

FILE is one of {listed(editable_suffixes())} with both languages. The originals stay as they are,
and so do ids, times, tags and layout; the translations are divided among them anew. FILE is left
alone: the result is written beside it, and what moved is listed.

\b
Examples:
  duizhao repair film.srt --source en
  duizhao repair book.tmx -o mended.tmx --list moved.tsv
  duizhao repair job.xlf
  duizhao repair review.docx --source zh
"""


@click.command(
    help=_HELP, epilog=EXIT_CODES, short_help="Put translations right that have slipped."
)
@click.argument("file", metavar="FILE", type=INPUT)
@click.option(
    "-o", "--output", type=FILE, metavar="OUT", help="Where to write; else NAME.repaired.EXT."
)
@click.option(
    "--source",
    type=click.Choice(["zh", "en"]),
    help="The language translated from, whose side stays; else what FILE says.",
)
@click.option(
    "--list", "listing", type=FILE, metavar="TSV", help="Also write what moved to a table."
)
@column_options
def repair(
    file: Path,
    output: Path | None,
    source: Language | None,
    listing: Path | None,
    zh_column: str | None,
    en_column: str | None,
) -> None:
    """See `_HELP`."""
    from aligner.cli.progress import Meter
    from aligner.errors import UnwritableOutput
    from aligner.files import check_writable, write_atomically
    from aligner.formats import ColumnChoice, has_ending_of
    from aligner.repair import repair_file

    refuse_pipe(file)
    target = output or file.with_name(f"{file.stem}.repaired{file.suffix}")
    if not has_ending_of(target, file):
        raise UnwritableOutput(
            f"{target.name} cannot be written, since the result is a file like {file.name}; "
            f"let its name end in {file.suffix}."
        )
    check_writable(target, [file])
    if listing:
        check_writable(listing, [file, target])
    with Meter(sys.stderr) as meter:
        repaired = repair_file(file, source, meter, ColumnChoice(zh_column, en_column))
    write_atomically(target, repaired.content)
    if listing:
        write_atomically(listing, "".join(_table(repaired.moved)).encode("utf-8"))
    print_lines(_list(repaired.moved), colour=False)
    for sentence in _sentences(repaired, target):
        say(sentence)


def _list(moved: Sequence[Moved]) -> Iterator[str]:
    """Yield a line for each segment: its name, what stood there, what stands there now."""
    import shutil

    from aligner.cells import drawable

    columns = min(max(shutil.get_terminal_size().columns, _NARROWEST), _WIDEST)
    wide = (columns - _NAME - 5) // 2
    for one in moved:
        name, was, now = (drawable(" ".join(text.split())) for text in (one.name, one.was, one.now))
        cells = (_fitted(name, _NAME), _fitted(was or "-", wide), "→", _fitted(now or "-", wide))
        yield " ".join(cells).rstrip()


def _fitted(text: str, columns: int) -> str:
    """Return a text in exactly so many cells; one that is cut ends in an ellipsis."""
    from aligner.cells import pad, width, wrap

    if width(text) > columns:
        text = next(iter(wrap(text, columns - 1)), "") + "…"
    return pad(text, columns)


def _table(moved: Sequence[Moved]) -> Iterator[str]:
    from aligner.files import one_line

    yield "segment\toriginal\twas\tnow\n"
    for one in moved:
        cells = (one.name, one.original, one.was, one.now)
        yield "\t".join(one_line(cell) for cell in cells) + "\n"


def _sentences(repaired: Repaired, target: Path) -> Iterator[str]:
    segments = counted(repaired.segments, "segment")
    if repaired.moved:
        yield f"{target}: {len(repaired.moved):,} of {segments} got another translation."
    else:
        yield f"{target}: nothing moved, of {segments}; each translation stands where it belongs."
    if repaired.untranslated:
        yield f"Without a translation: {counted(repaired.untranslated, 'segment')}."
    if repaired.settled:
        reasons = [f"{counted(n, 'segment')} {why}" for why, n in repaired.settled.items()]
        yield f"Left alone: {', '.join(reasons)}."
    if repaired.left_out:
        others = [counted(n, what) for what, n in repaired.left_out.items()]
        yield f"Not looked at: {', '.join(others)}."
