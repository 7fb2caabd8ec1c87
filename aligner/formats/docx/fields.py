"""Fields of a Word document, such as the number of a page: their results are text, their codes not.

A code ends at its separator, or at the field's end; what an unclosed field or one over several
paragraphs would swallow stays text. `EQ` fields of old phonetic guides hold text in their code.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from aligner.formats.documents import Flow, guided_text
from aligner.formats.docx.parts import W
from aligner.formats.docx.styles import value

_LONGEST_CODE = 2_000
_CONTENTS = re.compile(r"\s*TOC\b", re.IGNORECASE)


@dataclass(slots=True)
class _Field:
    paragraph: int
    """Number of the paragraph that it begins in."""
    mark: int
    """Place in that paragraph at which it begins."""
    code: list[str] = field(default_factory=list)
    is_result: bool = False
    is_contents: bool = False


class Fields:
    """The fields that are open while a part is read."""

    def __init__(self, root: Element, flow: Flow) -> None:
        self._flow = flow
        self._open: list[_Field] = []
        self._closed = _closed(root)
        self.contents = 0
        """How many lists of contents are open."""

    def add_code(self, text: str) -> None:
        """Take in a piece of a code."""
        if self._open and sum(map(len, self._open[-1].code)) < _LONGEST_CODE:
            self._open[-1].code.append(text[:_LONGEST_CODE])

    def take(self, element: Element, paragraph: int) -> None:
        """Take in a field's begin, separator or end within a paragraph, given by its number."""
        kind = value(element, "fldCharType")
        if kind == "begin" and element in self._closed:
            self._open.append(_Field(paragraph, self._flow.mark()))
        elif kind == "separate" and self._open and not self._open[-1].is_result:
            self._separate(self._open[-1], paragraph)
        elif kind == "end" and element in self._closed and self._open:
            self._end(self._open.pop(), paragraph)

    def _separate(self, found: _Field, paragraph: int) -> None:
        self._drop_code(found, paragraph)
        found.is_result = True
        if _CONTENTS.match("".join(found.code)):
            found.is_contents = True
            self.contents += 1

    def _end(self, found: _Field, paragraph: int) -> None:
        if found.is_contents:
            self.contents -= 1
        if not found.is_result:
            self._drop_code(found, paragraph)
            self._flow.add(guided_text("".join(found.code)))

    def _drop_code(self, found: _Field, paragraph: int) -> None:
        if found.paragraph == paragraph:
            self._flow.take_back(found.mark)


def _closed(root: Element) -> set[Element]:
    """Return the begins and the ends of the fields that have both."""
    found: set[Element] = set()
    begins: list[Element] = []
    for element in root.iter(f"{W}fldChar"):
        kind = value(element, "fldCharType")
        if kind == "begin":
            begins.append(element)
        elif kind == "end" and begins:
            found |= {begins.pop(), element}
    return found
