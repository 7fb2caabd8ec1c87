"""Projects as commands read them: their units, as an export of the screen would have them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from aligner.cli.saying import say

if TYPE_CHECKING:
    from aligner.formats import LeftOut, Salvage, Written
    from aligner.unit import Unit


def is_project(file: Path) -> bool:
    """Return whether a file is a project, by its ending."""
    from aligner.project import EXTENSION

    return file.suffix.lower() == EXTENSION


def units_of_project(file: Path) -> Iterator[Unit]:
    """Yield the units of a project, excluded ones left out, as they were read where they were."""
    from aligner.formats import units_of
    from aligner.project import open_project

    with open_project(file) as project:
        yield from units_of(project.bitext, unit_of=project.unit_of)


def units_of_any(
    file: Path,
    meter: Callable[[str, int, int], None] | None,
    *,
    zh_code: str | None = None,
    en_code: str | None = None,
    zh_column: str | None = None,
    en_column: str | None = None,
    left_out: LeftOut | None = None,
    salvaged: Salvage | None = None,
) -> Iterator[Unit]:
    """Yield the units of a project, or of a file of units.

    `left_out` counts what is not taken; with `salvaged` a damaged file gives what stands before the
    damage.
    """
    from aligner.formats import read_units

    if is_project(file):
        return units_of_project(file)
    units = read_units(
        file,
        zh_code=zh_code,
        en_code=en_code,
        zh_column=zh_column,
        en_column=en_column,
        progress=meter,
        left_out=left_out,
    )
    return salvaged.units_before_damage(units) if salvaged else units


def tell(written: Written | None) -> None:
    """Say what of the units is not in the file as it was."""
    for line in written.sentences() if written else ():
        say(line)
