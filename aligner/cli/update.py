"""`duizhao update`: the new version of an article, taken into the project of the old one.

The differences go to standard output, everything else to standard error. A copy of the project is
put beside it before it is written.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aligner.cli.exits import EXIT_CODES, print_lines
from aligner.cli.options import (
    check_columns,
    column_options,
    known_encoding,
    named_files,
    named_sides,
)
from aligner.cli.paths import FILE, INPUT, refuse_pipe
from aligner.cli.saying import say
from aligner.errors import UnwritableOutput
from aligner.speaking import told
from aligner.wording import counted

if TYPE_CHECKING:
    from aligner.project import Project
    from aligner.renewing import Renewal
    from aligner.updating import Difference, Update

_SAID = {
    "proposed": "",
    "confirmed": "confirmed",
    "edited": "changed by you",
    "review": "to be reviewed",
    "excluded": "excluded",
}
"""What is said of a pair that is gone, by its status."""


@click.command(epilog=EXIT_CODES, short_help="Take the new version of an article into its project.")
@click.argument("project", metavar="OLD.duizhao", type=INPUT)
@click.argument("new", required=False, type=INPUT)
@click.argument("other", required=False, type=INPUT)
@click.option(
    "-o",
    "--output",
    type=FILE,
    metavar="OUT",
    help="Write another project and leave OLD.duizhao as it is.",
)
@click.option("-n", "--dry-run", is_flag=True, help="Show the differences and write nothing.")
@named_sides
@click.option(
    "--model",
    metavar="NAME_OR_FOLDER",
    help="A sentence-transformers model in place of the built-in one.",
)
@click.option(
    "--encoding", callback=known_encoding, metavar="NAME", help="Read the text in this encoding."
)
@click.option(
    "--keep-boilerplate", is_flag=True, help="Take in navigation, credits and repeated headlines."
)
@column_options
def update(
    project: Path,
    new: Path | None,
    other: Path | None,
    output: Path | None,
    dry_run: bool,
    zh_file: Path | None,
    en_file: Path | None,
    model: str | None,
    encoding: str | None,
    keep_boilerplate: bool,
    zh_column: str | None,
    en_column: str | None,
) -> None:
    """Take NEW, the new version of an article, into the project of the old one.

    What is the same on both sides keeps its pairs, with status, remarks and all that you wrote.
    What has changed is aligned anew; a pair that you had settled and that reads otherwise now is to
    be reviewed, with the old text in its remark. What is gone is listed. NEW is an article, a text
    with its translation (OTHER), or one side alone: then the other one is filled from the project,
    and what is new has no translation yet.

    A copy of the project is put beside it first: OLD.duizhao.before-update.

    \b
    Examples:
      duizhao update article.txt.duizhao article-2.txt
      duizhao update book.duizhao zh-2.txt en-2.txt -o book-2.duizhao
      duizhao update manual.duizhao manual-2.zh.docx --dry-run
    """
    as_named = zh_file is not None and en_file is not None
    if new is None and not as_named and (zh_file or en_file):
        new, other = zh_file or en_file, None  # one side alone
        zh_file = en_file = None
    first, second = named_files(new, other, zh_file, en_file, argument="NEW")
    paths = [first] if second is None else [first, second]
    check_columns(len(paths), zh_column, en_column)
    for path in (project, *paths):
        refuse_pipe(path)
    from aligner.ahead import Reading
    from aligner.cli.progress import Meter
    from aligner.files import check_writable
    from aligner.project import open_project
    from aligner.renewing import renewal_of

    if output is not None:
        check_writable(output, [project, *paths])
    reading = Reading("sentence", model, encoding, keep_boilerplate, as_named, zh_column, en_column)
    with open_project(project) as opened:
        if opened.is_read_only and output is None and not dry_run:
            raise UnwritableOutput(opened.warning)
        with Meter(sys.stderr) as meter:
            renewal = renewal_of(opened, paths, reading, meter)
        # The differences are for the eye; the file matters more if they cannot be printed.
        written = [] if dry_run else list(_write(opened, renewal, output))
        print_lines(_list(renewal.update), colour=False)
    for line in (*summary(renewal.update), *written):
        say(line)


def _write(opened: Project, renewal: Renewal, output: Path | None) -> Iterator[str]:
    """Write the new version; yield what to say of it."""
    from aligner.project import create
    from aligner.renewing import keep_digest, take

    if output is not None:
        with create(output, renewal.update.bitext) as made:
            keep_digest(made, renewal)
        yield _fact("wrote", output)
    elif renewal.update.is_empty:
        keep_digest(opened, renewal)
    else:
        copy = take(opened, renewal)
        yield _fact("wrote", opened.path)
        yield _fact("before", copy)


def _list(update: Update) -> Iterator[str]:
    """Yield two lines for each pair that has changed, is new or is gone."""
    from aligner.cells import pad, width
    from aligner.updating import differences

    for one in differences(update):
        place = "" if one.place is None else f"{one.place + 1:,}"
        head = f"{pad(told(one.kind), 8)}{place:>7}"
        yield f"{head}  {_line(one.zh) or '-'}{_said(one)}"
        yield f"{' ' * width(head)}  {_line(one.en) or '-'}"


def _said(one: Difference) -> str:
    """Return what a translator had said of a pair that is gone."""
    if one.kind != "gone":
        return ""
    said = told(", ").join(filter(None, (told(_SAID[one.pair.status]), _line(one.pair.note))))
    return f"  ({said})" if said else ""


def _line(text: str) -> str:
    from aligner.cells import drawable

    return drawable(" ".join(text.split()))


def summary(update: Update) -> Iterator[str]:
    """Yield what is said of an update: what became of the pairs, and how much is left to do."""
    from aligner.memory import count_words

    if update.is_empty:
        yield f"Nothing has changed: all {counted(update.kept, 'pair')} are as they were."
        return
    pairs = update.bitext.pairs
    again = sum(pairs[change.place].status == "review" for change in update.changed)
    alone = sum(not pairs[place].is_full for place in update.new)
    done, left = update.words(count_words)
    facts = (
        ("kept", counted(update.kept, "pair")),
        ("changed", _with(counted(len(update.changed), "pair"), again, "to be reviewed")),
        ("new", _with(counted(len(update.new), "pair"), alone, "without a counterpart")),
        (
            "gone",
            _with(counted(len(update.gone), "pair"), len(update.gone_by_hand), "of your work"),
        ),
        ("words", f"{done:,} done, {left:,} left"),
    )
    for name, fact in facts:
        yield _fact(name, told(fact))


def _fact(name: str, fact: object) -> str:
    """Return a line of the summary: what it is about, and what is the case."""
    from aligner.cells import pad

    return f"{pad(told(name), 11)}{fact}"


def _with(text: str, number: int, what: str) -> str:
    return f"{text}, {number:,} {what}" if number else text
