"""gettext PO, the catalogues that software is translated in: reading and writing.

`catalogue` knows the grammar, `read` and `write` what an entry means as a translation unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import IO, TYPE_CHECKING

from aligner.formats.format import Format, Help, UnitReader, UnitWriter

if TYPE_CHECKING:
    from aligner import Progress
    from aligner.files import Source
    from aligner.formats.head import Head
    from aligner.formats.language_codes import PreferredCodes
    from aligner.formats.options import ExportOptions
    from aligner.unit import Unit

# A comment ends with its line: a row of # would be divided into comments in every way there is.
_BEGINNING = re.compile(r'(?:#[^\n\r]*[\n\r]\s*)*(?:#~\s*)?msg(?:id|ctxt)\s+"')


def _is_catalogue(head: Head) -> bool:
    return _BEGINNING.match(head.text) is not None


def _read(source: Source, preferred: PreferredCodes, progress: Progress | None) -> Iterator[Unit]:
    from aligner.files import lines_with_progress
    from aligner.formats.po.read import read_po

    return read_po(lines_with_progress(source, progress), source.path)


def _write(units: Iterable[Unit], options: ExportOptions, file: IO[bytes]) -> None:
    from aligner.formats.encoded import write_text
    from aligner.formats.po.write import po_text

    write_text(po_text(units, options), file)


PO = Format(
    name="PO",
    suffixes=(".po",),
    help=Help(
        read="gettext catalogues, English or Chinese in `msgid`",
        written="the same, the source in `msgid`; English, where nobody says",
        kept="texts, `fuzzy` as a mark for review, context, plural, comments, flags",
    ),
    units=UnitReader(_read, _is_catalogue),
    # The texts of a program are in English, by the convention of gettext.
    write_units=UnitWriter(_write, needs="source", languages="two", directions="one", source="en"),
)
