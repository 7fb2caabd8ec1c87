"""PDFs to blocks: furniture told apart, columns read one after the other, lines made paragraphs.

Two columns in two languages are kept apart over all pages; other columns are read in turn. The
source of a PDF is the text that comes out, one line a paragraph; offsets count in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from aligner.article import Language, ParagraphKind
from aligner.errors import NoText
from aligner.formats.document import Document, Raw
from aligner.formats.documents import COLUMN_HEAD, FIGURES, REMARK
from aligner.formats.notes import without_marks
from aligner.formats.passage import Block, whole
from aligner.formats.pdf.columns import Line, gutters_of, lines_of
from aligner.formats.pdf.furniture import furniture_of
from aligner.formats.pdf.languages import (
    Place,
    Role,
    above_heads,
    figure_columns,
    head_lines,
    roles_of,
)
from aligner.formats.pdf.notes import foot_notes
from aligner.formats.pdf.paragraphs import paragraphs_of
from aligner.formats.pdf.rows import Rows, answered_gaps, numbered_rows
from aligner.formats.pdf.worker import Page, Piece, read_pages
from aligner.formats.text import halves, han, is_heading, weight

_BESIDE: dict[Role, str] = {"figures": FIGURES, "remark": REMARK}
"""The labels of columns beside the two languages."""


@dataclass(frozen=True, slots=True)
class _Text:
    """A paragraph or a piece of furniture."""

    text: str
    label: str = ""
    language: Language | None = None
    kind: ParagraphKind = "body"


def read_pdf(raw: Raw) -> Document:
    """Return what a PDF says; raises `UnusableInput`, also for one that has no text."""
    pages = read_pages(raw)
    _check_text(pages, raw)
    furniture = furniture_of(pages)
    notes = foot_notes(pages, furniture.keys())
    apart_from_text = furniture.keys() | {place for note in notes for place in note.places}
    texts = [
        [piece for n, piece in enumerate(page.pieces) if (number, n) not in apart_from_text]
        for number, page in enumerate(pages)
    ]
    gutters = gutters_of(texts)
    lines = _lines(texts, gutters)
    apart = [
        _Text(pages[page].pieces[n].text.strip(), label)
        for (page, n), label in sorted(furniture.items())
    ]
    roles = roles_of(lines)
    if roles is None:
        lines = _lines(texts, _without_figures(lines, gutters))
        found = [_Text(text) for text in paragraphs_of(lines)]
    else:
        heads = head_lines(lines, roles)
        apart += [_Text(head.text.strip(), COLUMN_HEAD) for head in heads]
        lines = above_heads(lines, heads)
        beside = [line for line in lines if roles.get((line.page, line.column)) in _BESIDE]
        apart += [_Text(ln.text.strip(), _BESIDE[roles[ln.page, ln.column]]) for ln in beside]
        numbers = numbered_rows(
            line for line in beside if roles[line.page, line.column] == "figures"
        )
        zh, en = (
            [line for line in lines if roles.get((line.page, line.column)) == language]
            for language in ("zh", "en")
        )
        gaps = answered_gaps(zh, en)
        found = [
            text
            for language in ("zh", "en")
            for text in _side(lines, roles, language, Rows(numbers, gaps))
        ]
    behind = [_Text(note.text, kind="note") for note in notes]
    return _document([*apart, *found, *behind], in_columns=roles is not None)


def _lines(texts: Sequence[Sequence[Piece]], gutters: Sequence[Sequence[float]]) -> list[Line]:
    return [
        line
        for number, pieces in enumerate(texts)
        for line in lines_of(number, pieces, gutters[number])
    ]


def _without_figures(
    lines: Sequence[Line], gutters: Sequence[Sequence[float]]
) -> list[list[float]]:
    """Return the gutters but for those that cut the numbers of a list from its text."""
    figures = figure_columns(lines)
    return [
        [x for n, x in enumerate(own, start=1) if not {(page, n), (page, n + 1)} & figures]
        for page, own in enumerate(gutters)
    ]


def _check_text(pages: Sequence[Page], raw: Raw) -> None:
    """Refuse a file that is pictures of pages."""
    with_text = sum(any(piece.text.strip() for piece in page.pieces) for page in pages)
    if not pages or 2 * with_text < len(pages):
        raise NoText(
            f"{raw.path} has no text on most of its pages: it is a scan. Recognise its text first "
            "(OCR), and save it as a PDF with text or as .docx."
        )


def _side(
    lines: Sequence[Line],
    roles: Mapping[Place, Role],
    language: Language,
    rows: Rows,
) -> Iterator[_Text]:
    """Yield the paragraphs of one language: its column on all pages, and lines over both.

    The first line may be a title in both languages that hardly reaches over its column.
    """
    own = []
    for number, line in enumerate(lines):
        if line.column and (number or halves(whole(line.text)) is None):
            if roles[line.page, line.column] == language:
                own.append(line)
        else:
            part = _part(line, language)
            if part is not None:
                own.append(part)
    for text in paragraphs_of(own, rows):
        yield _Text(text, language=language)


def _part(line: Line, language: Language) -> Line | None:
    """Return what a line over both columns says in a language; all of it, where it has but one."""
    divided = halves(whole(line.text))
    if divided is not None:
        half = divided.zh if language == "zh" else divided.en
        return replace(line, text=half.text, right=line.left, column=0)
    is_chinese = 2 * han(line.text) > weight(line.text)
    return line if is_chinese == (language == "zh") else None


def _document(texts: Sequence[_Text], *, in_columns: bool) -> Document:
    bare = [replace(one, text=without_marks(one.text)) for one in texts]
    bare = [one for one in bare if one.text]
    source = whole("\n".join(one.text for one in bare))
    blocks: list[Block] = []
    start = 0
    for one in bare:
        passage = source.cut(start, start + len(one.text)).strip()
        start += len(one.text) + 1
        if passage.text:
            is_short = one.kind == "body" and is_heading(passage.text)
            kind = "heading" if is_short else one.kind
            blocks.append(Block(passage, kind, one.label, one.language))
    return Document(blocks, [], "columns" if in_columns else None, "PDF")
