"""`duizhao anonymise`: a client's file made fit to be shown, and put back with its key."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aligner.cli.exits import EXIT_CODES
from aligner.cli.paths import FILE, INPUT, refuse_pipe
from aligner.cli.saying import say
from aligner.formats import editable_suffixes, listed
from aligner.wording import counted

if TYPE_CHECKING:
    from aligner.anonymising import Anonymised, Kind, PutBack

_KINDS = ("names", "numbers", "addresses", "mails", "links")
_MOST_NAMED = 20
"""Names still there that are named."""

_HELP = f"""Replace names, numbers, addresses and mails in FILE, so that it can be shown to others.

FILE is one of {listed(editable_suffixes())}. Names are those that its pairs show in both languages,
and those of --names. Each has the same stand-in on both sides (Name00012a, Name00012b); tags, ids
and times stay. The key that puts all back is written beside it, for you alone to read: keep it, and
do not send it. FILE itself is never changed.

\b
Examples:
  duizhao anonymise memory.tmx --names people.txt
  duizhao anonymise contract.docx --leave numbers
  duizhao anonymise memory.anonymous.tmx --back memory.tmx.key
"""


@click.command(
    help=_HELP, epilog=EXIT_CODES, short_help="Replace names and numbers, and put them back."
)
@click.argument("file", metavar="FILE", type=INPUT)
@click.option(
    "-o",
    "--output",
    type=FILE,
    metavar="OUT",
    help="Where to write; else NAME.anonymous.EXT, or NAME.restored.EXT.",
)
@click.option(
    "--names",
    "listing",
    type=INPUT,
    metavar="LIST",
    help="Replace these names too: one a line, its forms in both languages between tabs.",
)
@click.option(
    "--leave",
    "left",
    multiple=True,
    type=click.Choice(_KINDS),
    help="Leave these as they are; may be given more than once.",
)
@click.option(
    "--key", type=FILE, metavar="KEY", help="Where to write the key; else FILE.key, beside it."
)
@click.option("--back", type=INPUT, metavar="KEY", help="Put back what was replaced, by its key.")
def anonymise(
    file: Path,
    output: Path | None,
    listing: Path | None,
    left: tuple[Kind, ...],
    key: Path | None,
    back: Path | None,
) -> None:
    """See `_HELP`."""
    refuse_pipe(file)
    if back and (listing or left or key):
        raise click.UsageError("--back takes a key and nothing of --names, --leave and --key.")
    if back:
        _put_back(file, back, output)
    else:
        _anonymise(file, output, key, listing, left)


def _anonymise(
    file: Path, output: Path | None, key: Path | None, listing: Path | None, left: tuple[Kind, ...]
) -> None:
    from aligner.anonymising import anonymise_file, read_names, write_key
    from aligner.cli.progress import Meter
    from aligner.files import check_writable, write_atomically

    target = output or file.with_name(f"{file.stem}.anonymous{file.suffix}")
    key = key or file.with_name(f"{file.name}.key")
    _check_ending(target, file)
    check_writable(target, [file, *([listing] if listing else [])])
    check_writable(key, [file, target, *([listing] if listing else [])])
    names = read_names(listing) if listing else []
    with Meter(sys.stderr) as meter:
        made = anonymise_file(file, names, left, meter)
    write_key(key, made.key)
    try:
        write_atomically(target, made.content)
    except BaseException:
        key.unlink(missing_ok=True)  # it is the key of nothing
        raise
    for sentence in _told_of(made, target, key):
        say(sentence)


def _put_back(file: Path, key: Path, output: Path | None) -> None:
    from aligner.anonymising import put_back_file, read_key
    from aligner.files import check_writable, write_atomically

    target = output or file.with_name(f"{file.stem}.restored{file.suffix}")
    _check_ending(target, file)
    check_writable(target, [file, key])
    done = put_back_file(file, read_key(key))
    write_atomically(target, done.content)
    for sentence in _told_of_back(done, target):
        say(sentence)


def _check_ending(target: Path, file: Path) -> None:
    from aligner.errors import UnwritableOutput
    from aligner.formats import has_ending_of

    if not has_ending_of(target, file):
        raise UnwritableOutput(
            f"{target.name} cannot be written, since the result is a file like {file.name}; "
            f"let its name end in {file.suffix}."
        )


_NOUNS: dict[Kind, str] = {
    "names": "name",
    "numbers": "number",
    "addresses": "address",
    "mails": "mail address",
    "links": "link",
}


def _told_of(made: Anonymised, target: Path, key: Path) -> Iterator[str]:
    kinds = [
        counted(made.replaced[kind], noun)
        for kind, noun in _NOUNS.items()
        if made.replaced.get(kind)
    ]
    if kinds:
        yield f"{target}: replaced {', '.join(kinds)}."
    else:
        yield f"{target}: nothing to replace was found."
    yield f"{key} puts all of it back; keep it, and do not send it."
    if made.has_pairs:
        yield f"Names found by the pairs of the file: {made.names_found:,}."
    else:
        yield (
            "No names were looked for but those of a list, since the file does not hold both "
            "languages."
        )
    yield "Read the file before you send it: a name that is in no list and no pair is still there."
    if made.left:
        named = [f"{name} ({count:,})" for name, count in list(made.left.items())[:_MOST_NAMED]]
        yield f"Still there, in names of parts or in what points to them: {', '.join(named)}."
    if made.not_looked_at:
        others = [counted(count, what) for what, count in made.not_looked_at.items()]
        yield f"Not looked at: {', '.join(others)}."


def _told_of_back(done: PutBack, target: Path) -> Iterator[str]:
    if done.is_original:
        yield f"{target}: the same file again, to the byte."
    else:
        yield f"{target}: put back {counted(done.count, 'stand-in')}; all else is as it came."
    if done.unknown:
        yield f"Not in the key, and left: {counted(done.unknown, 'stand-in')}."
    if done.missing:
        yield f"No longer in the file: {counted(done.missing, 'stand-in')}."
