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
    from aligner.formats.documents.furniture import CONTENTS, running_heads
    from aligner.formats.documents.styles import kind_by_name

_MODULES = {
    "document": ("document_of_flow",),
    "flow": ("BREAK", "Flow", "Item", "Line", "Table", "lines_of"),
    "furniture": ("CONTENTS", "running_heads"),
    "styles": ("kind_by_name",),
}

__all__ = [
    "BREAK",
    "CONTENTS",
    "Flow",
    "Item",
    "Line",
    "Table",
    "document_of_flow",
    "kind_by_name",
    "lines_of",
    "running_heads",
]

if not TYPE_CHECKING:  # for the type checker there is no name but those above
    __getattr__ = lazy_names(
        __name__, {name: module for module, names in _MODULES.items() for name in names}
    )
