"""Tables of text in columns: TSV, CSV and workbooks, as units and as articles.

`columns` finds which column holds what, for all of them; `read_text` finds what stands between the
columns of a text. `workbook` reads and writes rows of any meaning, so glossaries use it too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO, TYPE_CHECKING

from aligner.formats.format import (
    DocumentReader,
    Format,
    Help,
    SegmentEditor,
    UnitReader,
    UnitWriter,
)

if TYPE_CHECKING:
    from aligner import Progress
    from aligner.files import Source
    from aligner.formats.bilingual import Bilingual
    from aligner.formats.document import Columns, Document, Raw
    from aligner.formats.language_codes import PreferredCodes
    from aligner.formats.options import ExportOptions
    from aligner.unit import Unit


def _read_text(
    source: Source, preferred: PreferredCodes, progress: Progress | None
) -> Iterator[Unit]:
    from aligner.files import lines_with_progress
    from aligner.formats.tables.read_text import read_table

    return read_table(lines_with_progress(source, progress), source, preferred)


def _read_workbook(
    source: Source, preferred: PreferredCodes, progress: Progress | None
) -> Iterator[Unit]:
    from aligner.formats.tables.xlsx import read_xlsx

    return read_xlsx(source, preferred, progress)


def _write_tsv(units: Iterable[Unit], options: ExportOptions, file: IO[bytes]) -> None:
    from aligner.formats.encoded import write_text
    from aligner.formats.tables.write_tsv import tsv_text

    write_text(tsv_text(units), file)


def _write_csv(units: Iterable[Unit], options: ExportOptions, file: IO[bytes]) -> None:
    from aligner.formats.encoded import write_text
    from aligner.formats.tables.csv_file import csv_text

    write_text(csv_text(units, options), file)


def _write_workbook(units: Iterable[Unit], options: ExportOptions, file: IO[bytes]) -> None:
    from aligner.formats.tables.xlsx import save_xlsx

    save_xlsx(units, options, file)


def _document(raw: Raw) -> Document:
    from aligner.formats.document import document_of
    from aligner.formats.text.read import blocks_of

    return document_of(raw.text, blocks_of)  # what is no table after all is text


def _columns(raw: Raw) -> Columns | None:
    from aligner.formats.tables.article import read_columns

    return read_columns(raw)


def _workbook_document(raw: Raw) -> Document:
    from aligner.formats.tables.workbook_article import read_workbook_article

    return read_workbook_article(raw)


def _edit_text(raw: Raw) -> Bilingual:
    from aligner.formats.tables.text_edit import read_table_segments

    return read_table_segments(raw)


def _edit_workbook(raw: Raw) -> Bilingual:
    from aligner.formats.tables.edit import read_workbook_segments

    return read_workbook_segments(raw)


TSV = Format(
    name="TSV",
    suffixes=(".tsv",),
    only_read=(".tab",),
    help=Help(
        read="any table with tabs",
        written="header `zh`, `en`, `confidence`",
        kept="both texts and the confidence",
    ),
    # What no other format knows as its own is taken for a table.
    units=UnitReader(_read_text, lambda head: not head.is_xml and not head.is_zip),
    document=DocumentReader(_document, _columns),
    edit_segments=SegmentEditor(_edit_text),
    write_units=UnitWriter(_write_tsv, codes="none"),
)
CSV = Format(
    name="CSV",
    suffixes=(".csv",),
    help=Help(
        read="any table with commas, semicolons or bars",
        written="opens in Excel with a double click",
        kept="texts, codes, confidence, status, note",
    ),
    units=UnitReader(_read_text, lambda head: False),  # told from tabs by who reads both
    edit_segments=SegmentEditor(_edit_text),
    write_units=UnitWriter(_write_csv, codes="none"),
)
XLSX = Format(
    name="XLSX",
    suffixes=(".xlsx",),
    help=Help(
        read="every sheet with both languages",
        written="one sheet, a second where it is full",
        kept="texts, codes, confidence, status, note",
    ),
    units=UnitReader(_read_workbook, lambda head: head.is_zip),
    document=DocumentReader(_workbook_document, largest=256 * 1024 * 1024),
    edit_segments=SegmentEditor(_edit_workbook),
    write_units=UnitWriter(_write_workbook, codes="none"),
)
