"""One file of an article: opened, block by block, and both of its sides.

Refuses in a sentence what is no article, before it is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from aligner.article import Markup
from aligner.errors import NoText, UnusableInput
from aligner.files import TEXT_LIMIT, load
from aligner.formats import (
    ANY_COLUMNS,
    Block,
    ColumnChoice,
    Document,
    DocumentReader,
    Raw,
    document_format_of,
    document_suffixes,
    listed,
    other_suffixes,
    plain_text,
)
from aligner.reading import layout
from aligner.reading.sorting import is_for_programs, sort_out

_FOREIGN_TEXT = """
    .doc .pages .mobi .xls .ods .ppt .odp .xml .7z .rar .tar
    .png .jpg .jpeg .gif .webp .tif .tiff .bmp .svg .mp3 .mp4 .wav .exe .dll .so .sqlite .db
"""
_FOREIGN = frozenset(_FOREIGN_TEXT.split())
"""Endings of files that no format of ours reads, and that are no text either."""

_MOST_LINES = 250_000  # of a text; four for each sentence that is aligned at once


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file, and how it is read."""

    raw: Raw
    reader: DocumentReader

    @property
    def path(self) -> Path:
        """Where it lies."""
        return self.raw.path


def open_source(
    path: Path, encoding: str | None, columns: ColumnChoice = ANY_COLUMNS
) -> SourceFile:
    """Load a file; raises `UnusableInput` for what is no article, by its ending and size."""
    reader = _reader_of(path)
    data = load(path, TEXT_LIMIT if reader.is_text else reader.largest)
    if reader.is_text:
        _check_lines(path, data)
    raw = Raw(path, data, encoding, columns)
    return SourceFile(raw, reader)


def _check_lines(path: Path, data: bytes) -> None:
    """Refuse a text with more lines than an article can have; raises `UnusableInput`."""
    if max(data.count(b"\n"), data.count(b"\r")) > _MOST_LINES:
        raise UnusableInput(
            f"{path} has more than {_MOST_LINES:,} lines, too many for one article; "
            "divide it into parts."
        )


def _reader_of(path: Path) -> DocumentReader:
    """Return how to read a file, by its ending; raises `UnusableInput` for what is no article.

    An ending that nobody knows is read as text.
    """
    ending = path.suffix.lower()
    if (reader := document_format_of(path)) is not None:
        return reader
    if ending in _FOREIGN or ending in other_suffixes():
        raise UnusableInput(
            f"{path} is a {ending} file, which cannot be read; save it as one of "
            f"{listed(document_suffixes(), 'and')}."
        )
    return plain_text()


def arranged(source: SourceFile, keep: bool) -> tuple[layout.Arrangement, list[Markup], Document]:
    """Return both sides of one file, as rows where it is a table, what was markup, the document."""
    if table := source.reader.read_columns(source.raw):
        found = layout.divided("columns", table.sides, table.rest)
        return found, table.markup, Document([], encoding=source.raw.text_encoding)
    document = document_of(source)
    found = sides_of(document, keep)
    marks = sorted([*document.markup, *found.markup], key=lambda mark: (mark.start, mark.end))
    return found, marks, document


def sides_of(document: Document, keep: bool) -> layout.Arrangement:
    """Return both sides of a file that is no table."""
    blocks = sorted_out(document, keep)
    if document.layout:
        text = [block for block in blocks if not block.label]
        rest = [block for block in blocks if block.label]
        return layout.divided(document.layout, text, rest)
    return layout.arrange(blocks)


def document_of(source: SourceFile) -> Document:
    """Return what a file says, block by block; raises `UnusableInput` where it says nothing."""
    document = source.reader.read(source.raw)
    blocks = [block for block in document.blocks if block.text]
    if not blocks:
        raise NoText(f"{source.path} holds no text; there is nothing to align.")
    return replace(document, blocks=blocks, encoding=_encoding(source, document))


def sorted_out(document: Document, keep: bool) -> list[Block]:
    """Return the blocks of a file with their languages and labels."""
    blocks = sort_out(document.blocks)
    return kept(blocks) if keep else blocks


def _encoding(source: SourceFile, document: Document) -> str:
    return document.encoding or source.raw.text_encoding


def kept(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with boilerplate as text; what is for programs stays apart."""
    return [
        replace(block, label="") if block.language and not is_for_programs(block) else block
        for block in blocks
    ]
