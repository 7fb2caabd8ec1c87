"""Units to files, as they stream by: which format an extension means, and on what terms.

A file is written whole or not at all, in bounded memory however many units there are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import IO, Literal

from aligner.article import Language
from aligner.errors import UnknownFormat
from aligner.files.atomic import writing_atomically
from aligner.formats.heading import Heading, XliffVersion, valid_code
from aligner.formats.html.units_page import page_text
from aligner.formats.json.lines import json_lines_text
from aligner.formats.regions import in_region, region_of, region_of_code
from aligner.formats.tables.csv_file import csv_text
from aligner.formats.tables.tsv import tsv_text
from aligner.formats.tables.xlsx import save_xlsx
from aligner.formats.tmx.write import tmx_text
from aligner.formats.tools import PLAIN, Tool
from aligner.formats.xliff.write1 import xliff1_text
from aligner.formats.xliff.write2 import xliff2_text
from aligner.unit import Unit

_BUFFER = 1 << 16


@dataclass(frozen=True, slots=True)
class Writing:
    """What a person may ask of the file that units are written to."""

    zh_codes: tuple[str, ...] = ()
    """Codes of the Chinese. None: as the unit says, or by its script. One: that, the text converted
    if the unit says that it is of another region. Several: each unit once for each, converted to
    the writing of its region."""
    en_code: str | None = None
    tool: Tool = PLAIN
    source: Language | None = None
    """The language that is translated from; by default what the tool takes for it."""
    xliff: XliffVersion = "1.2"

    @property
    def tells_codes(self) -> bool:
        """Whether codes are to be other than the units say."""
        return bool(self.zh_codes or self.en_code) or self.tool is not PLAIN


@dataclass(frozen=True, slots=True)
class Written:
    """What came of writing."""

    units: int
    """As many as there are in the file: each counts once for every code it is written for."""
    left_out: int
    """Units that lack a text, in a format that has no place for them."""


@dataclass(frozen=True, slots=True)
class _Format:
    save: Callable[[Iterable[Unit], Heading, IO[bytes]], None]
    is_full: bool = False
    """Whether units that lack a text are left out."""
    codes: Literal["needed", "possible", "none"] = "needed"
    """Whether the code of each unit is written."""


def _as_text(
    render: Callable[[Iterable[Unit], Heading], Iterator[str]],
) -> Callable[[Iterable[Unit], Heading, IO[bytes]], None]:
    def save(units: Iterable[Unit], heading: Heading, file: IO[bytes]) -> None:
        waiting: list[str] = []
        size = 0
        for piece in render(units, heading):
            waiting.append(piece)
            size += len(piece)
            if size > _BUFFER:
                file.write("".join(waiting).encode("utf-8"))
                waiting.clear()
                size = 0
        file.write("".join(waiting).encode("utf-8"))

    return save


def _xliff_text(units: Iterable[Unit], heading: Heading) -> Iterator[str]:
    return (xliff1_text if heading.xliff == "1.2" else xliff2_text)(units, heading)


_FORMATS: dict[str, _Format] = {
    ".tmx": _Format(_as_text(tmx_text), is_full=True),
    ".xlf": _Format(_as_text(_xliff_text)),
    ".xliff": _Format(_as_text(_xliff_text)),
    ".tsv": _Format(_as_text(tsv_text), codes="none"),
    ".csv": _Format(_as_text(csv_text), codes="none"),
    ".xlsx": _Format(save_xlsx, codes="none"),
    ".jsonl": _Format(_as_text(json_lines_text), codes="possible"),
    ".html": _Format(_as_text(page_text)),
}
UNIT_FORMATS = tuple(_FORMATS)
"""Extensions of the files that units can be written to."""


def check_unit_format(path: Path) -> None:
    """Raise UnknownFormat if no format of units goes by the extension of `path`."""
    if path.suffix.lower() not in _FORMATS:
        known = ", ".join(_FORMATS)
        raise UnknownFormat(f"{path.name} names no known format; it must end in one of {known}.")


def write_units(
    units: Iterable[Unit],
    path: str | Path,
    writing: Writing = Writing(),
    *,
    title: str = "",
) -> Written:
    """Write units to a file, atomically, in the format that its extension names.

    `title` names what they come from, where the format shows it. Raises UnknownFormat and
    UnwritableOutput, and whatever the units raise on their way.
    """
    path = Path(path)
    check_unit_format(path)
    form = _FORMATS[path.suffix.lower()]
    if len(writing.zh_codes) > 1 and path.suffix.lower() in (".xlf", ".xliff"):
        raise UnknownFormat(
            f"XLIFF holds one pair of languages: write {path.name} once for each of "
            f"{', '.join(writing.zh_codes)}."
        )
    tally = _Tally(form.is_full)
    heading, prepared = _prepared(tally.full(units), writing, form)
    with writing_atomically(path) as file:
        form.save(tally.counted(prepared), replace(heading, title=title or path.stem), file)
    return Written(tally.units, tally.left_out)


class _Tally:
    """Counts units on their way to a file."""

    def __init__(self, is_full: bool) -> None:
        self.units = self.left_out = 0
        self._is_full = is_full

    def full(self, units: Iterable[Unit]) -> Iterator[Unit]:
        """Yield the units that the file has a place for, as they were given."""
        for unit in units:
            if self._is_full and not (unit.zh.strip() and unit.en.strip()):
                self.left_out += 1
            else:
                yield unit

    def counted(self, units: Iterable[Unit]) -> Iterator[Unit]:
        """Yield the units that go to the file, as they are there."""
        for unit in units:
            self.units += 1
            yield unit


def _prepared(
    units: Iterator[Unit], writing: Writing, form: _Format
) -> tuple[Heading, Iterator[Unit]]:
    """Return the heading that suits the first unit, and the units under their codes."""
    tool = writing.tool
    first = next(units, None)
    if writing.zh_codes:
        zh_code = writing.zh_codes[0]
    else:
        zh_code = _zh_code(first, tool) if first else tool.zh["CN"]
    en_code = writing.en_code or (_en_code(first, tool) if first else tool.en)
    heading = Heading(
        valid_code(zh_code, "zh"),
        valid_code(en_code, "en"),
        writing.source or tool.source,
        tool,
        writing.xliff,
    )
    if first is None:
        return heading, iter(())
    units = chain([first], units)
    if writing.zh_codes:
        units = _in_regions(units, writing.zh_codes)
    if form.codes == "needed" or (form.codes == "possible" and writing.tells_codes):
        units = _coded(units, writing)
    return heading, units


def _in_regions(units: Iterable[Unit], codes: Sequence[str]) -> Iterator[Unit]:
    for unit in units:
        if len(codes) == 1 and region_of_code(unit.zh_code) is None:
            yield replace(unit, zh_code=codes[0])  # whoever names a text knows what it is
            continue
        for code in codes:
            yield in_region(unit, code)


def _coded(units: Iterable[Unit], writing: Writing) -> Iterator[Unit]:
    for unit in units:
        zh = unit.zh_code if writing.zh_codes else _zh_code(unit, writing.tool)
        en = writing.en_code or _en_code(unit, writing.tool)
        if (zh, en) == (unit.zh_code, unit.en_code):
            yield unit
        else:
            yield replace(unit, zh_code=zh, en_code=en)


def _zh_code(unit: Unit, tool: Tool) -> str:
    if unit.zh_code and tool is PLAIN:
        return unit.zh_code
    return tool.zh[region_of(unit)]


def _en_code(unit: Unit, tool: Tool) -> str:
    if tool is PLAIN:
        return unit.en_code or tool.en
    is_named = tool.en != "en" and "-" in unit.en_code.replace("_", "-")
    return valid_code(unit.en_code, tool.en) if is_named else tool.en
