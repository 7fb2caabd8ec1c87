"""What the commands of the memory read and write: whose memory, units of any file, glossaries."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from aligner.cli.paths import FILE
from aligner.cli.projects import tell, units_of_any
from aligner.cli.saying import say
from aligner.wording import counted

if TYPE_CHECKING:
    from aligner.formats import ExportOptions, LeftOut, Salvage
    from aligner.memory import Memory
    from aligner.terms import Lookup
    from aligner.unit import Unit

_PIPED_WIDTH = 100

_Command = TypeVar("_Command", bound=Callable[..., Any])


def memory_option(command: _Command) -> _Command:
    """Give a command the option that names the memory; it comes as `path`."""
    option = click.option(
        "--memory",
        "path",
        type=FILE,
        metavar="FILE",
        help="Use the memory in this file.  [default: your own, in the platform's data folder]",
    )
    return option(command)


def place_of(path: Path | None) -> Path:
    """Return the file of the memory: the one that was named, or the person's own."""
    from aligner.memory import UnusableMemory, memory_path

    try:
        return path or memory_path()
    except RuntimeError:
        raise UnusableMemory(
            "There is no home folder to keep a memory in; name a file with --memory."
        ) from None


def open_memory(place: Path, *, to_add: bool = False) -> Memory:
    """Open a memory, and say what to take care of meanwhile; an older one takes its time."""
    from aligner.cli.progress import Meter
    from aligner.memory import Memory

    with Meter(sys.stderr) as meter:
        memory = Memory(place, to_add=to_add, progress=meter)
    if memory.warning:
        say(memory.warning)
    return memory


def units_of_file(
    file: Path,
    min_confidence: float,
    meter: Callable[[str, int, int], None],
    left_out: LeftOut,
    salvaged: Salvage | None,
    *,
    zh_column: str | None = None,
    en_column: str | None = None,
) -> Iterator[Unit]:
    """Yield the units of a project, or of any file of units, as they are read.

    What nobody has settled and is less likely right than `min_confidence` is left out. Of a damaged
    file the units before the damage are taken if there is something to tell of it.
    """
    units = units_of_any(
        file,
        meter,
        zh_column=zh_column,
        en_column=en_column,
        left_out=left_out,
        salvaged=salvaged,
    )
    for unit in units:
        is_open = unit.status in ("proposed", "review") and unit.confidence is not None
        if not is_open or (unit.confidence or 0.0) >= min_confidence:
            yield unit


def terms_of(
    glossaries: tuple[Path, ...], zh_column: str | None = None, en_column: str | None = None
) -> Lookup:
    """Return what finds the terms of glossaries, in any form, in a Chinese text."""
    from aligner.terms import Lookup, read_glossary

    return Lookup(
        entry
        for glossary in glossaries
        for entry in read_glossary(glossary, zh_column=zh_column, en_column=en_column)
    )


def check_output(output: Path, source: Path) -> None:
    """Raise, before any work, if the file could not be written."""
    from aligner.files import check_writable
    from aligner.formats import unit_format_of

    unit_format_of(output)
    check_writable(output, [source])


def write(units: Iterable[Unit], output: Path, options: ExportOptions) -> None:
    """Write units to a file and say how many."""
    from aligner.formats import write_units

    written = write_units(units, output, options)
    left = f"; {written.left_out:,} without English are left out" if written.left_out else ""
    say(f"{output}: {counted(written.units, 'unit')}{left}")
    tell(written)


def terminal() -> tuple[int, bool]:
    """Return how wide standard output is, in cells, and whether it shows colours."""
    columns = shutil.get_terminal_size((_PIPED_WIDTH, 24)).columns
    return columns, sys.stdout.isatty() and not os.environ.get("NO_COLOR")
