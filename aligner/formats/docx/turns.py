"""A bitext as a Word document to be read: its paragraphs in turn, both languages of each together.

Headings, captions, items and notes have the styles that Word knows them by. What is excluded is
left out, and so is what was set apart; the notes stand behind the text.
"""

from __future__ import annotations

from pathlib import PurePath

from aligner.article import Language, ParagraphKind
from aligner.bitext import Bitext
from aligner.formats.docx.written_parts import document_part, package
from aligner.formats.docx.written_runs import paragraph, run
from aligner.formats.groups import Group, divided_by_notes, first_and_second, groups_of
from aligner.formats.options import ExportOptions

_STYLES: dict[ParagraphKind, str] = {
    "heading": "Heading1",
    "list item": "ListParagraph",
    "caption": "Caption",
    "note": "EndnoteText",
}
_LAST = "Translation"
"""The style of the last paragraph of a group of plain text, which has room below it."""
_LANGUAGES: tuple[Language, Language] = ("zh", "en")
_PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" '
    'w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'
)
"""A4, upright."""


def render_turns(bitext: Bitext, options: ExportOptions) -> bytes:
    """Write a bitext as a Word document; `options` have one code for each language."""
    title = options.title or " + ".join(PurePath(name).name for name in bitext.article.sources)
    order = first_and_second(bitext, options)
    text, notes = divided_by_notes(groups_of(bitext, options.min_confidence))
    body = "".join(_paragraphs(group, order, options) for group in (*text, *notes))
    zh_code, en_code = options.zh_code, options.code("en")
    return package(document_part(body + _PAGE), title=title, zh_code=zh_code, en_code=en_code)


def _paragraphs(group: Group, order: tuple[int, int], options: ExportOptions) -> str:
    """Write what stands together, on one page where it can: the one language, then the other."""
    texts = [(text, _LANGUAGES[side]) for side in order for text in group.sides[side]]
    style = _STYLES.get(group.kind, "")
    last = len(texts) - 1
    return "".join(
        paragraph(
            run(text, language, options.code(language)),
            style or (_LAST if number == last else ""),
            keeps_next=number < last,
        )
        for number, (text, language) in enumerate(texts)
    )
