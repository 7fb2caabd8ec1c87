"""XLIFF 1.2 and 2.x, the files that translation is done in: reading and writing.

`handler` is what both generations have in common when they are read; `read1` and `read2`, `write1`
and `write2` are the generations, `tags` their inline elements, `states` what a translator said,
`segments` which segments of XLIFF 1.2 answer to which.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import IO, TYPE_CHECKING

from aligner.formats.format import Format, Help, SegmentEditor, UnitReader, UnitWriter

if TYPE_CHECKING:
    from aligner import Progress
    from aligner.files import Source
    from aligner.formats.bilingual import Bilingual
    from aligner.formats.document import Raw
    from aligner.formats.head import Head
    from aligner.formats.language_codes import PreferredCodes
    from aligner.formats.options import ExportOptions
    from aligner.unit import Unit

_SECOND = re.compile(r"""[^>]*\sversion\s*=\s*["']2""")


def _is_second(head: Head) -> bool:
    """Return whether a file is of the second generation."""
    return _SECOND.match(head.root_tag) is not None


def _read(source: Source, preferred: PreferredCodes, progress: Progress | None) -> Iterator[Unit]:
    from aligner.files import read_xml
    from aligner.formats.head import head_of
    from aligner.formats.other_languages import units_or_refusal
    from aligner.formats.xliff.read1 import Xliff1Handler
    from aligner.formats.xliff.read2 import Xliff2Handler

    make = Xliff2Handler if _is_second(head_of(source)) else Xliff1Handler
    handler = make(source.path, preferred.left_out)
    return units_or_refusal(
        source.path, preferred.left_out.others, read_xml(source, handler, progress)
    )


def _write(units: Iterable[Unit], options: ExportOptions, file: IO[bytes]) -> None:
    from aligner.formats.encoded import write_text
    from aligner.formats.xliff.write1 import xliff1_text
    from aligner.formats.xliff.write2 import xliff2_text

    write_text((xliff1_text if options.xliff == "1.2" else xliff2_text)(units, options), file)


def _edit(raw: Raw) -> Bilingual:
    from aligner.formats.xliff.edit import read_xliff_segments

    return read_xliff_segments(raw)


XLIFF = Format(
    name="XLIFF",
    suffixes=(".xlf", ".xliff"),
    only_read=(".sdlxliff", ".mqxliff", ".mxliff"),
    help=Help(
        read="XLIFF 1.2 and 2.x",
        written="1.2 or 2.1",
        kept="all; units without a translation too",
    ),
    units=UnitReader(_read, lambda head: head.xml_root == "xliff", is_xml=True),
    edit_segments=SegmentEditor(_edit),
    write_units=UnitWriter(_write, languages="two", directions="one"),
)
