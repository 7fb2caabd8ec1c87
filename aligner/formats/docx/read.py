"""Word documents to blocks: running heads, then the text with its notes."""

from __future__ import annotations

from collections import Counter
from xml.etree.ElementTree import Element

from aligner.formats.document import Document, Raw
from aligner.formats.documents import document_of_flow, running_heads
from aligner.formats.docx.parts import Parts, W, open_parts
from aligner.formats.docx.styles import styles_of, value
from aligner.formats.docx.walker import Notes, Walker


def read_docx(raw: Raw) -> Document:
    """Return what a Word document says; raises `UnusableInput`."""
    parts = open_parts(raw)
    styles = styles_of(parts.styles)
    left_out: Counter[str] = Counter()
    heads = []
    for root in parts.headers:
        header = Walker(styles, {}, Counter())
        header.walk(root)
        heads += header.flow.close()
    text = Walker(styles, _notes(parts), left_out)
    text.walk(parts.main)
    return document_of_flow([*running_heads(heads), *text.flow.close()], raw, left_out=left_out)


def _notes(parts: Parts) -> Notes:
    """Return the notes by the element that refers to them and their id."""
    found: dict[tuple[str, str], Element] = {}
    for kind, root in (("footnote", parts.footnotes), ("endnote", parts.endnotes)):
        for note in root.iter(f"{W}{kind}") if root is not None else ():
            found[f"{W}{kind}Reference", value(note, "id")] = note
    return found
