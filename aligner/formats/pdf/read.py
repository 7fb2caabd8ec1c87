"""PDFs to blocks: furniture told apart, columns read one after the other, lines made paragraphs.

Two columns in two languages are kept apart over all pages; other columns are read in turn. The
source of a PDF is the text that comes out, one line a paragraph; offsets count in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from aligner.article import Language, ParagraphKind
from aligner.errors import UnusableInput
from aligner.formats.document import Document, Raw
from aligner.formats.notes import without_marks
from aligner.formats.passage import Block, whole
from aligner.formats.pdf.columns import Line, gutters_of, lines_of
from aligner.formats.pdf.furniture import furniture_of
from aligner.formats.pdf.paragraphs import paragraphs_of
from aligner.formats.pdf.worker import Page, read_pages
from aligner.formats.text import halves, han, is_heading, weight, words

_MOSTLY = 0.8
"""The part of a column's text that is in its language, where the columns are two languages."""


@dataclass(frozen=True, slots=True)
class _Text:
    """A paragraph or a piece of furniture."""

    text: str
    label: str = ""
    language: Language | None = None


def read_pdf(raw: Raw) -> Document:
    """Return what a PDF says; raises `UnusableInput`, also for one that has no text."""
    pages = read_pages(raw)
    _check_text(pages, raw)
    furniture = furniture_of(pages)
    texts = [
        [piece for n, piece in enumerate(page.pieces) if (number, n) not in furniture]
        for number, page in enumerate(pages)
    ]
    gutters = gutters_of(texts)
    lines = [
        line
        for number, pieces in enumerate(texts)
        for line in lines_of(number, pieces, gutters[number])
    ]
    apart = [
        _Text(pages[page].pieces[n].text.strip(), label)
        for (page, n), label in sorted(furniture.items())
    ]
    languages = _languages(lines)
    if languages:
        found = [text for language in ("zh", "en") for text in _side(lines, languages, language)]
    else:
        found = [_Text(text) for text in paragraphs_of(lines)]
    return _document([*apart, *found], in_columns=bool(languages))


def _check_text(pages: Sequence[Page], raw: Raw) -> None:
    """Refuse a file that is pictures of pages."""
    with_text = sum(any(piece.text.strip() for piece in page.pieces) for page in pages)
    if not pages or 2 * with_text < len(pages):
        raise UnusableInput(
            f"{raw.path} has no text on most of its pages: it is a scan. Recognise its text first "
            "(OCR), and save it as a PDF with text or as .docx."
        )


def _languages(lines: Sequence[Line]) -> dict[int, Language] | None:
    """Return the language of each column, where there are two in two languages."""
    zh: dict[int, int] = {}
    total: dict[int, int] = {}
    for line in lines:
        if line.column:
            chinese = han(line.text)
            zh[line.column] = zh.get(line.column, 0) + chinese
            heavy = chinese + 2 * words(line.text)
            total[line.column] = total.get(line.column, 0) + heavy
    if sorted(total) != [1, 2] or not all(total.values()):
        return None
    shares = {column: zh[column] / total[column] for column in total}
    if max(shares.values()) < _MOSTLY or min(shares.values()) > 1 - _MOSTLY:
        return None
    return {column: "zh" if share > 0.5 else "en" for column, share in shares.items()}


def _side(
    lines: Sequence[Line], languages: dict[int, Language], language: Language
) -> Iterator[_Text]:
    """Yield the paragraphs of one language: its column on all pages, and lines over both.

    The first line may be a title in both languages that hardly reaches over its column.
    """
    own = []
    for number, line in enumerate(lines):
        if line.column and (number or halves(whole(line.text)) is None):
            if languages[line.column] == language:
                own.append(line)
        else:
            part = _part(line, language)
            if part is not None:
                own.append(part)
    for text in paragraphs_of(own):
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
            kind: ParagraphKind = "heading" if is_heading(passage.text) else "body"
            blocks.append(Block(passage, kind, one.label, one.language))
    return Document(blocks, [], "columns" if in_columns else None, "PDF")
