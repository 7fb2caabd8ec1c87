"""JSON: a bitext as one document (`bitext`), and units as JSON Lines (`units`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import IO, TYPE_CHECKING

from aligner.formats.format import Format, Help, UnitReader, UnitWriter

if TYPE_CHECKING:
    from aligner import Progress
    from aligner.bitext import Bitext
    from aligner.files import Source
    from aligner.formats.head import Head
    from aligner.formats.language_codes import PreferredCodes
    from aligner.formats.options import ExportOptions
    from aligner.unit import Unit

_OBJECT = re.compile(r"\{\s*\"")


def _is_object(head: Head) -> bool:
    return _OBJECT.match(head.text) is not None


def _read(source: Source, preferred: PreferredCodes, progress: Progress | None) -> Iterator[Unit]:
    from aligner.files import lines_with_progress
    from aligner.formats.json.units import read_json_lines

    return read_json_lines(lines_with_progress(source, progress), source.path)


def _write(units: Iterable[Unit], options: ExportOptions, file: IO[bytes]) -> None:
    from aligner.formats.encoded import write_text
    from aligner.formats.json.units import json_lines_text

    write_text(json_lines_text(units), file)


def _write_bitext(bitext: Bitext, options: ExportOptions) -> bytes:
    from aligner.formats.json.bitext import render_json

    return render_json(bitext, options).encode("utf-8")


JSON_LINES = Format(
    name="JSON Lines",
    suffixes=(".jsonl",),
    only_read=(".ndjson",),
    help=Help(read="one object a line", written="the same", kept="all"),
    units=UnitReader(_read, _is_object),
    write_units=UnitWriter(_write, codes="possible"),
)
JSON = Format(
    name="JSON",
    suffixes=(".json",),
    help=Help(),
    write_bitext=_write_bitext,
)
