"""What each kind of file says: one folder a format, which reads and writes it.

Reading is lenient and trusts no file; writing is strict, and a file is written whole or not at all.
`registry` lists the formats; whoever is outside this room needs no more than the names below, which
are imported when they are first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligner.formats.format import DocumentReader, Format
from aligner.formats.registry import (
    FORMATS,
    bitext_format_of,
    bitext_suffixes,
    check_form,
    document_format_of,
    document_suffixes,
    editable_suffixes,
    has_ending_of,
    listed,
    may_be_article,
    names_units,
    other_suffixes,
    packed_suffixes,
    plain_text,
    segment_editor_of,
    unit_format_of,
    unit_suffixes,
)
from aligner.lazy import lazy_names

if TYPE_CHECKING:
    from aligner.formats.bilingual import Bilingual, BilingualSegment
    from aligner.formats.bitexts import bitext_page, write_bitext
    from aligner.formats.code import looks_like_code
    from aligner.formats.column_choice import ANY_COLUMNS, ColumnChoice
    from aligner.formats.document import Columns, Document, Raw
    from aligner.formats.documents.furniture import FURNITURE
    from aligner.formats.docx.returned import read_review_table
    from aligner.formats.encoded import encoded_like
    from aligner.formats.export_count import ExportCount, count_export
    from aligner.formats.fixing import MENDED, Mender
    from aligner.formats.language_codes import PreferredCodes, is_code, language_of_code
    from aligner.formats.left_out import LeftOut
    from aligner.formats.options import BilingualForm, ExportOptions, XliffVersion
    from aligner.formats.passage import Block, Passage
    from aligner.formats.regions import shares_script
    from aligner.formats.salvage import Salvage
    from aligner.formats.selection import ZH_CODES, UnitOf, is_exported, no_unit, units_of
    from aligner.formats.tables.judge import TextColumns, judge_columns
    from aligner.formats.tables.read_text import declared_delimiter
    from aligner.formats.tables.row import guarded, unguarded
    from aligner.formats.tables.sample import characters_of, sample_of
    from aligner.formats.tables.separated import records_of
    from aligner.formats.tables.workbook import (
        Cell,
        MarkedText,
        SheetLayout,
        read_workbook,
        write_workbook,
    )
    from aligner.formats.text import (
        Halves,
        bracketed,
        ends_sentence,
        halves,
        han,
        has_colon,
        is_heading,
        weight,
        words,
    )
    from aligner.formats.tmx.validation import Issue
    from aligner.formats.tmx.wording import ISSUE_CODES, issue_sentence
    from aligner.formats.tools import PLAIN, TOOLS, Tool, ToolName
    from aligner.formats.units import Written, read_units, write_units
    from aligner.formats.validation import file_issues

_MODULES = {
    "bilingual": ("Bilingual", "BilingualSegment"),
    "bitexts": ("bitext_page", "write_bitext"),
    "code": ("looks_like_code",),
    "column_choice": ("ANY_COLUMNS", "ColumnChoice"),
    "document": ("Columns", "Document", "Raw"),
    "encoded": ("encoded_like",),
    "documents.furniture": ("FURNITURE",),
    "docx.returned": ("read_review_table",),
    "fixing": ("MENDED", "Mender"),
    "language_codes": ("PreferredCodes", "is_code", "language_of_code"),
    "left_out": ("LeftOut",),
    "options": ("BilingualForm", "ExportOptions", "XliffVersion"),
    "passage": ("Block", "Passage"),
    "regions": ("shares_script",),
    "salvage": ("Salvage",),
    "export_count": ("ExportCount", "count_export"),
    "selection": ("ZH_CODES", "UnitOf", "is_exported", "no_unit", "units_of"),
    "tables.judge": ("TextColumns", "judge_columns"),
    "tables.read_text": ("declared_delimiter",),
    "tables.row": ("guarded", "unguarded"),
    "tables.sample": ("characters_of", "sample_of"),
    "tables.separated": ("records_of",),
    "tables.workbook": ("Cell", "MarkedText", "SheetLayout", "read_workbook", "write_workbook"),
    "text": (
        "Halves",
        "bracketed",
        "ends_sentence",
        "halves",
        "han",
        "has_colon",
        "is_heading",
        "weight",
        "words",
    ),
    "tmx.validation": ("Issue",),
    "tmx.wording": ("ISSUE_CODES", "issue_sentence"),
    "tools": ("PLAIN", "TOOLS", "Tool", "ToolName"),
    "units": ("Written", "read_units", "write_units"),
    "validation": ("file_issues",),
}

__all__ = [
    "ANY_COLUMNS",
    "FORMATS",
    "FURNITURE",
    "ISSUE_CODES",
    "MENDED",
    "PLAIN",
    "TOOLS",
    "ZH_CODES",
    "Bilingual",
    "BilingualForm",
    "BilingualSegment",
    "Block",
    "Cell",
    "ColumnChoice",
    "Columns",
    "Document",
    "DocumentReader",
    "ExportCount",
    "ExportOptions",
    "Format",
    "Halves",
    "Issue",
    "LeftOut",
    "MarkedText",
    "Mender",
    "Passage",
    "PreferredCodes",
    "Raw",
    "Salvage",
    "SheetLayout",
    "TextColumns",
    "Tool",
    "ToolName",
    "UnitOf",
    "Written",
    "XliffVersion",
    "bitext_format_of",
    "bitext_page",
    "bitext_suffixes",
    "bracketed",
    "characters_of",
    "check_form",
    "count_export",
    "declared_delimiter",
    "document_format_of",
    "document_suffixes",
    "editable_suffixes",
    "encoded_like",
    "ends_sentence",
    "file_issues",
    "guarded",
    "halves",
    "han",
    "has_colon",
    "has_ending_of",
    "is_code",
    "is_exported",
    "is_heading",
    "issue_sentence",
    "judge_columns",
    "language_of_code",
    "listed",
    "looks_like_code",
    "may_be_article",
    "names_units",
    "no_unit",
    "other_suffixes",
    "packed_suffixes",
    "plain_text",
    "read_review_table",
    "read_units",
    "read_workbook",
    "records_of",
    "sample_of",
    "segment_editor_of",
    "shares_script",
    "unguarded",
    "unit_format_of",
    "unit_suffixes",
    "units_of",
    "weight",
    "words",
    "write_bitext",
    "write_units",
    "write_workbook",
]

if not TYPE_CHECKING:  # for the type checker there is no name but those above
    __getattr__ = lazy_names(
        __name__, {name: module for module, names in _MODULES.items() for name in names}
    )
