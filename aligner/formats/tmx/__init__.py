"""TMX, the translation memory that every tool exchanges: reading, writing, validation.

`read` with `plain` for what most units are; `write` is strict; `validation` looks at the file
itself and `wording` says what it finds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO, TYPE_CHECKING

from aligner.formats.format import Format, Help, SegmentEditor, UnitReader, UnitWriter

if TYPE_CHECKING:
    from aligner import Progress
    from aligner.files import Source
    from aligner.formats.bilingual import Bilingual
    from aligner.formats.document import Raw
    from aligner.formats.language_codes import PreferredCodes
    from aligner.formats.options import ExportOptions
    from aligner.formats.tmx.validation import Issue
    from aligner.formats.tools import Tool
    from aligner.unit import Unit


def _read(source: Source, preferred: PreferredCodes, progress: Progress | None) -> Iterator[Unit]:
    from aligner.formats.tmx.read import read_tmx

    return read_tmx(source, preferred, progress)


def _write(units: Iterable[Unit], options: ExportOptions, file: IO[bytes]) -> None:
    from aligner.formats.encoded import write_text
    from aligner.formats.tmx.write import tmx_text

    write_text(tmx_text(units, options), file)


def _check(source: Source, tool: Tool, progress: Progress | None) -> Iterator[Issue]:
    from aligner.formats.tmx.validation import tmx_issues

    return tmx_issues(source, tool, progress)


def _edit(raw: Raw) -> Bilingual:
    from aligner.formats.tmx.edit import read_tmx_segments

    return read_tmx_segments(raw)


TMX = Format(
    name="TMX",
    suffixes=(".tmx",),
    help=Help(
        read="TMX of any version and tool",
        written="TMX 1.4",
        kept="all; a TMX comes back as it came; from other files units with both texts only",
    ),
    units=UnitReader(_read, lambda head: head.xml_root == "tmx", is_xml=True),
    edit_segments=SegmentEditor(_edit),
    write_units=UnitWriter(_write, needs="both texts", directions="any"),
    check=_check,
)
