"""Translation units from any file and to any file, as they stream by.

What a file is, its content says; what is written, the ending of its name. Units are handed on while
a file is read, in bounded memory however large it is. A file that breaks off is complained of after
what was whole in it; a file is written whole or not at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path, PurePath

from aligner.article import Language
from aligner.errors import UnknownFormat, UnusableInput
from aligner.files import Progress, open_source, writing_atomically
from aligner.formats import registry
from aligner.formats.column_choice import ColumnChoice
from aligner.formats.format import Format, UnitReader, UnitWriter
from aligner.formats.head import Head, head_of
from aligner.formats.language_codes import PreferredCodes, valid_code
from aligner.formats.left_out import LeftOut
from aligner.formats.options import ExportOptions
from aligner.formats.regions import (
    Regions,
    in_region,
    region_of,
    region_of_code,
    shares_script,
)
from aligner.formats.retagging import with_tags_placed
from aligner.formats.tools import PLAIN, Tool
from aligner.unit import Unit
from aligner.wording import counted


def read_units(
    path: str | Path,
    *,
    zh_code: str | None = None,
    en_code: str | None = None,
    zh_column: str | None = None,
    en_column: str | None = None,
    progress: Progress | None = None,
    left_out: LeftOut | None = None,
) -> Iterator[Unit]:
    """Yield the units of a translation memory or a table, in the order of the file.

    Reads every format that has a unit reader, also inside a zip or gzip archive. Where a unit has
    several texts in one language, those with `zh_code` or `en_code` are taken, or else all of them,
    each in a unit of its own; `left_out` counts these and what is not taken. `zh_column` and
    `en_column` say which columns of a table hold the texts, by letter, number or name. A unit may
    lack either text. Raises `UnusableInput` for a file that holds nothing of the kind, where it is
    not certain which columns are meant, and in the middle of one that breaks off. `progress` is
    told the bytes read and those in all.
    """
    left_out = LeftOut() if left_out is None else left_out
    path = Path(path)
    if path.is_file() and registry.names_article(path):
        raise UnusableInput(
            f"{path} is an article, not a file of translation units; align it first: "
            f"duizhao align {path.name} -o {path.stem}.tmx"
        )
    with open_source(path, registry.packed_suffixes()) as source:
        reader = _reader(head_of(source), path)
        columns = ColumnChoice(zh_column, en_column)
        preferred = PreferredCodes(zh_code, en_code, columns, left_out)
        units = reader.read(source, preferred, progress)
        first = next(units, None)
        if first is None:
            raise UnusableInput(f"{path} holds no translation unit in Chinese and English.")
        yield first
        yield from units


def _reader(head: Head, path: Path) -> UnitReader:
    if not head.is_xml and _is_named_xml(head.name):
        raise UnusableInput(f"{path} is no XML, whatever its name says; export it again.")
    for form in registry.FORMATS:
        if form.units and form.units.recognises(head):
            return form.units
    if head.xml_root in _GLOSSARIES:
        raise UnusableInput(
            f"{path} is a glossary (TBX) and holds terms, no translation units; "
            "`duizhao terms convert` writes it as a table, `duizhao terms check` checks against it."
        )
    raise UnusableInput(
        f"{path} is XML, but holds no translation units: its first element is "
        f"<{head.xml_root[:40]}>."
    )


_GLOSSARIES = ("tbx", "martif")
"""The first elements of the two generations of TBX."""


def _is_named_xml(name: str) -> bool:
    suffix = PurePath(name).suffix
    return any(
        form.units and form.units.is_xml and suffix in form.all_suffixes
        for form in registry.FORMATS
    )


@dataclass(frozen=True, slots=True)
class Written:
    """What came of writing."""

    units: int
    """As many as there are in the file: each counts once for every code it is written for."""
    left_out: int
    """Units that lack a text, in a format that has no place for them."""
    turned: int = 0
    """Units that were translated the other way round, in a format that holds one direction."""
    keeps_all: bool = False
    """Whether every unit is in the file with all that its element said, other languages too."""
    dropped: tuple[tuple[int, tuple[str, ...]], ...] = ()
    """Tags for which an edited text had no place left, by the number of the unit in the file."""

    def sentences(self) -> Iterator[str]:
        """Yield what to tell a person of what is not in the file as it was, a sentence a kind."""
        if self.dropped:
            tags = [
                f"{number:,}: {' '.join(names)}" for number, names in self.dropped[:_MOST_NAMED]
            ]
            more = (
                f" and {len(self.dropped) - _MOST_NAMED:,} more"
                if len(self.dropped) > len(tags)
                else ""
            )
            yield f"Tags dropped, since their words are gone, in unit {'; '.join(tags)}{more}."
        if self.turned:
            yield (
                f"Written the other way round: {counted(self.turned, 'translation unit')}; "
                "a file of this format has one direction."
            )


_MOST_NAMED = 20
"""Units whose tags are named."""


def write_units(
    units: Iterable[Unit], path: str | Path, options: ExportOptions = ExportOptions()
) -> Written:
    """Write units to a file, atomically, in the format that its extension names.

    Raises UnknownFormat and UnwritableOutput, and whatever the units raise on their way.
    """
    path = Path(path)
    form, writer = _writer(path)
    if writer.languages == "two" and len(options.zh_codes) > 1:
        raise UnknownFormat(
            f"{form.name} holds one pair of languages: write {path.name} once for each of "
            f"{', '.join(options.zh_codes)}."
        )
    units, options = _directed(units, options, writer)
    tally = _Tally(form, writer, options)
    filled, prepared = _prepared(tally.kept(units), options, writer)
    filled = replace(filled, title=options.title or path.stem)
    with writing_atomically(path) as file:
        writer.write(tally.counted(prepared), filled, file)
    keeps_all = 0 < tally.units == tally.elements
    return Written(tally.units, tally.left_out, tally.turned, keeps_all, tuple(tally.dropped))


def _directed(
    units: Iterable[Unit], options: ExportOptions, writer: UnitWriter
) -> tuple[Iterable[Unit], ExportOptions]:
    """Return units and options that know the direction: asked for, the units', the format's."""
    if options.source is not None:
        asked = options.source
        return (
            unit if unit.source == asked else replace(unit, source=asked) for unit in units
        ), options
    units = iter(units)
    first = next(units, None)
    if first is None:
        return units, replace(options, source=source_of(writer, options))
    source = first.source or source_of(writer, options)
    return chain([first], units), replace(options, source=source)


def _writer(path: Path) -> tuple[Format, UnitWriter]:
    form = registry.unit_format_of(path)
    assert form.write_units
    return form, form.write_units


class _Tally:
    """Counts units on their way to a file."""

    def __init__(self, form: Format, writer: UnitWriter, options: ExportOptions) -> None:
        self.units = self.left_out = self.turned = self.elements = 0
        self.dropped: list[tuple[int, tuple[str, ...]]] = []
        self._needs = writer.needs
        self._keeps = form.name if options.tool is PLAIN else ""
        self._is_directed = writer.directions == "one"
        self._source = source_of(writer, options)

    def kept(self, units: Iterable[Unit]) -> Iterator[Unit]:
        """Yield the units that the file has a place for, as they were given."""
        for unit in units:
            if self._has_place(unit):
                yield unit
            else:
                self.left_out += 1

    def _has_place(self, unit: Unit) -> bool:
        if self._is_kept(unit) and unit.has_its_texts:
            return True
        if self._needs == "both texts":
            return bool(unit.zh.strip() and unit.en.strip())
        source = unit.zh if self._source == "zh" else unit.en
        return self._needs == "nothing" or bool(source.strip())

    def _is_kept(self, unit: Unit) -> bool:
        """Return whether the element that a unit was read from goes to the file."""
        return unit.origin is not None and unit.origin.element.form == self._keeps

    def counted(self, units: Iterable[Unit]) -> Iterator[Unit]:
        """Yield the units that go to the file, as they are there."""
        for unit in units:
            self.units += 1
            self.elements += self._is_kept(unit)
            self.turned += self._is_directed and unit.source not in (None, self._source)
            tagged, dropped = with_tags_placed(unit)
            if dropped:
                self.dropped.append((self.units, dropped))
            yield tagged


def source_of(writer: UnitWriter, options: ExportOptions) -> Language:
    """Return the language that a file is translated from: asked for, the format's, the tool's."""
    return options.source or writer.source or options.tool.source


def _prepared(
    units: Iterator[Unit], options: ExportOptions, writer: UnitWriter
) -> tuple[ExportOptions, Iterator[Unit]]:
    """Return the options without gaps, as suits the first unit, and the units under their codes."""
    tool = options.tool
    first = next(units, None)
    if options.zh_codes:
        zh_code = options.zh_codes[0]
    else:
        zh_code = _zh_code(first, tool) if first else tool.zh["CN"]
    en_code = options.en_code or (_en_code(first, tool) if first else tool.en)
    filled = replace(
        options,
        zh_codes=(valid_code(zh_code, "zh"),),
        en_code=valid_code(en_code, "en"),
        source=source_of(writer, options),
    )
    if first is None:
        return filled, iter(())
    units = chain([first], units)
    if options.zh_codes:
        units = _in_regions(units, options.zh_codes)
    if writer.codes == "needed" or (writer.codes == "possible" and options.asks_for_codes):
        units = _coded(units, options)
    return filled, units


def _in_regions(units: Iterable[Unit], codes: Sequence[str]) -> Iterator[Unit]:
    regions = Regions()
    for unit in units:
        region = regions.of(unit)
        is_unnamed = region_of_code(unit.zh_code) is None
        if len(codes) == 1 and is_unnamed and shares_script(region, codes[0]):
            yield replace(unit, zh_code=codes[0])  # whoever names a text knows what it is
            continue
        for code in codes:
            made = in_region(unit, code, region)
            # One of them is the unit as it came, the others are new.
            is_new = len(codes) > 1 and (made.zh, made.zh_code) != (unit.zh, unit.zh_code)
            yield replace(made, origin=None) if is_new else made


def _coded(units: Iterable[Unit], options: ExportOptions) -> Iterator[Unit]:
    for unit in units:
        zh = unit.zh_code if options.zh_codes else _zh_code(unit, options.tool)
        en = options.en_code or _en_code(unit, options.tool)
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
