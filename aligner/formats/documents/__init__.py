"""What documents of word processors have in common: paragraphs in a flow, tables, furniture.

A reader puts what it finds into a `Flow`; `document_of_flow` makes blocks of it. The formats
themselves (`docx`, `odt`, `rtf`) are folders beside this one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligner.lazy import lazy_names

if TYPE_CHECKING:
    from aligner.formats.documents.document import document_of_flow
    from aligner.formats.documents.flow import BREAK, Flow, Item, Line, Table, lines_of
    from aligner.formats.documents.furniture import (
        COLUMN_HEAD,
        CONTENTS,
        FIGURES,
        PAGE_NUMBER,
        READING,
        REMARK,
        RUNNING_HEAD,
        is_page_number,
        running_heads,
    )
    from aligner.formats.documents.marks import guided_text, take_off_mark
    from aligner.formats.documents.styles import kind_by_name
    from aligner.formats.documents.symbols import symbol

_MODULES = {
    "document": ("document_of_flow",),
    "flow": ("BREAK", "Flow", "Item", "Line", "Table", "lines_of"),
    "furniture": (
        "COLUMN_HEAD",
        "CONTENTS",
        "FIGURES",
        "PAGE_NUMBER",
        "READING",
        "REMARK",
        "RUNNING_HEAD",
        "is_page_number",
        "running_heads",
    ),
    "marks": ("guided_text", "take_off_mark"),
    "styles": ("kind_by_name",),
    "symbols": ("symbol",),
}

__all__ = [
    "BREAK",
    "COLUMN_HEAD",
    "CONTENTS",
    "FIGURES",
    "PAGE_NUMBER",
    "READING",
    "REMARK",
    "RUNNING_HEAD",
    "Flow",
    "Item",
    "Line",
    "Table",
    "document_of_flow",
    "guided_text",
    "is_page_number",
    "kind_by_name",
    "lines_of",
    "running_heads",
    "symbol",
    "take_off_mark",
]

if not TYPE_CHECKING:  # for the type checker there is no name but those above
    __getattr__ = lazy_names(
        __name__, {name: module for module, names in _MODULES.items() for name in names}
    )
