"""Text as Word writes it: runs that say their language, paragraphs that say their style."""

from __future__ import annotations

import re

from aligner.article import Language
from aligner.files import legal, xml_text

_BREAKS = re.compile(r"(\t|\r\n|[\n\r\x85\u2028\u2029])")


def run(text: str, language: Language | None, code: str, *, bold: bool = False) -> str:
    """Return a text as runs of one language; line ends and tabs become Word's own.

    Quotation marks and dashes of Chinese are those of English in Unicode; the hint says that they
    are drawn by the Chinese font.
    """
    hint = '<w:rFonts w:hint="eastAsia"/>' if language == "zh" else ""
    weight = "<w:b/>" if bold else ""
    place = "eastAsia" if language == "zh" else "val"
    tongue = f'<w:lang w:{place}="{xml_text(code)}"/>' if language else ""
    properties = f"<w:rPr>{hint}{weight}{tongue}</w:rPr>" if hint or weight or tongue else ""
    parts = "".join(_part(part) for part in _BREAKS.split(legal(text)) if part)
    return f"<w:r>{properties}{parts}</w:r>" if parts else ""


def paragraph(runs: str, style: str = "", *, keeps_next: bool = False) -> str:
    """Return a paragraph of runs; with `keeps_next` it stays on the page of the one below."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    kept = "<w:keepNext/>" if keeps_next else ""
    properties = f"<w:pPr>{named}{kept}</w:pPr>" if named or kept else ""
    return f"<w:p>{properties}{runs}</w:p>"


def _part(part: str) -> str:
    if part == "\t":
        return "<w:tab/>"
    if _BREAKS.fullmatch(part):
        return "<w:br/>"
    return f'<w:t xml:space="preserve">{xml_text(part)}</w:t>'
