"""What stands in a document and is no text of the article: the labels that formats are sure of.

A running head, a list of contents, the head of a column: the file itself says so, and no wording
makes it anything else.
"""

from __future__ import annotations

import re

from aligner.formats.documents.flow import Item, Line, lines_of

CONTENTS = "contents"
RUNNING_HEAD = "running head"
PAGE_NUMBER = "page number"
COLUMN_HEAD = "column head"
REMARK = "remark"
FIGURES = "marks and figures alone"
READING = "reading"
FURNITURE = frozenset({CONTENTS, RUNNING_HEAD, PAGE_NUMBER, COLUMN_HEAD, REMARK, FIGURES, READING})
"""Labels that a format gives for certain, whatever the wording of a line."""

_PAGE_NUMBER = re.compile(
    r"(?:[\W\d_]|第|共|[页頁]|page|of|(?<![a-z])[ivxlc]{1,7}(?![a-z])){1,60}", re.IGNORECASE
)


def is_page_number(text: str) -> bool:
    """Whether a line is the number of a page, in figures or words."""
    return _PAGE_NUMBER.fullmatch(text) is not None


def running_heads(items: list[Item]) -> list[Line]:
    """Return the lines of headers and footers, each once, with their labels."""
    texts = dict.fromkeys(line.text for line in lines_of(items))
    return [
        Line(text, label=PAGE_NUMBER if is_page_number(text) else RUNNING_HEAD) for text in texts
    ]
