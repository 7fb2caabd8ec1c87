"""E-books to blocks: the lines of all chapters in the order in which they are read.

The source of a book is that text, one line a block. A chapter begins where a document of the book
begins with a heading; tools divide long chapters into several documents, which says nothing.
"""

from __future__ import annotations

import re
from pathlib import Path

from aligner.errors import UnusableInput
from aligner.files import decode
from aligner.formats.document import Document, Raw
from aligner.formats.epub.spine import Chapter, spine_of
from aligner.formats.html.elements import TITLE
from aligner.formats.html.read import PageLine, lines_of
from aligner.formats.passage import Block, whole

NAVIGATION = "navigation"
_ASIDE = "beside the chapters"
"""What no reader comes to by turning pages: answers, large tables, the text on the cover."""
_OWN_TYPE = re.compile(r"<!DOCTYPE[^<>\[]{0,1000}\[", re.IGNORECASE)
_HEAD = 10_000
"""Characters in which a document has declared its type."""
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")


def read_epub(raw: Raw) -> Document:
    """Return what a book says; raises `UnusableInput`."""
    spine = spine_of(raw.data, raw.path)
    lines: list[PageLine] = []
    sections: list[int] = []
    section = 0
    for chapter in spine.chapters:
        found = _lines(chapter, raw.path)
        first = next((line for line in found if not line.label), None)
        if lines and first is not None and first.kind == "heading":
            section += 1
        lines += found
        sections += [section] * len(found)
    source = whole("\n".join(line.text for line in lines))
    blocks: list[Block] = []
    start = 0
    for line, number in zip(lines, sections, strict=True):
        passage = source.cut(start, start + len(line.text)).strip()
        blocks.append(Block(passage, line.kind, line.label, section=number))
        start += len(line.text) + 1
    left_out = {"missing chapter": spine.missing} if spine.missing else {}
    return Document(blocks, encoding="utf-8", left_out=left_out)


def _lines(chapter: Chapter, path: Path) -> list[PageLine]:
    """Return the lines of a document; its title, which no reader sees, is none of them."""
    text = _text(chapter.data, path)
    if _OWN_TYPE.search(text[:_HEAD]):
        raise UnusableInput(
            f"{path} has a chapter that declares a document type of its own, which books never "
            "need and which can do harm; save it anew."
        )
    lines = [line for line in lines_of(text, str(path), is_book=True) if line.label != TITLE]
    if chapter.is_navigation:
        return [line._replace(label=line.label or NAVIGATION) for line in lines]
    if not chapter.is_linear:
        return [
            line if line.kind == "note" else line._replace(label=line.label or _ASIDE)
            for line in lines
        ]
    return lines


def _text(data: bytes, path: Path) -> str:
    """Return a document as text, in the encoding that it declares if that is right."""
    if not data.strip():
        return ""
    declared = _DECLARED.match(data)
    if declared:
        try:
            return decode(data, path, declared[1].decode("ascii"))[0]
        except UnusableInput:
            pass  # declared by a tool that wrote it in another
    return decode(data, path, None)[0]
