"""The documents of a book that is written: one begins at a heading, or where one grows too long for
devices.
"""

from __future__ import annotations

from collections.abc import Iterable

from aligner.formats.groups import Group

_SHORT = 2_000
"""Characters that a document has before a heading begins the next one."""
_LONG = 100_000
"""Characters after which a document ends at the next group, whatever that is."""


def documents_of(groups: Iterable[Group]) -> list[list[Group]]:
    """Divide groups into the documents of a book; there is always one."""
    documents: list[list[Group]] = [[]]
    size = 0
    for group in groups:
        is_begin = size > _LONG or (group.kind == "heading" and size > _SHORT)
        if is_begin and documents[-1]:
            documents.append([])
            size = 0
        documents[-1].append(group)
        size += group.size
    return documents
