"""Every format that is read or written, and what its endings mean: the only list of them.

A format is one folder beside this module and one line here. In the order of the list formats are
asked whether a file is theirs, and named to people.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from aligner.errors import UnknownFormat, UnwritableOutput
from aligner.formats.docx import DOCX
from aligner.formats.epub import EPUB
from aligner.formats.format import DocumentReader, Format, SegmentEditor
from aligner.formats.html import HTML
from aligner.formats.json import JSON, JSON_LINES
from aligner.formats.markdown import MARKDOWN
from aligner.formats.odt import ODT
from aligner.formats.options import BilingualForm
from aligner.formats.pdf import PDF
from aligner.formats.po import PO
from aligner.formats.pptx import PPTX
from aligner.formats.rtf import RTF
from aligner.formats.subtitles import ASS, SRT, VTT
from aligner.formats.tables import CSV, TSV, XLSX
from aligner.formats.text import TEXT
from aligner.formats.tmx import TMX
from aligner.formats.xliff import XLIFF

FORMATS: tuple[Format, ...] = (
    TMX,
    XLIFF,
    PO,
    CSV,
    XLSX,
    TEXT,
    MARKDOWN,
    HTML,
    PDF,
    DOCX,
    EPUB,
    PPTX,
    ODT,
    RTF,
    SRT,
    VTT,
    ASS,
    JSON_LINES,
    TSV,
    JSON,
)

ARCHIVES = (".zip", ".gz")
"""Endings of what a file of units may be packed in."""


def unit_format_of(path: Path) -> Format:
    """Return the format that units are written to a path in; raises UnknownFormat."""
    return _of(path, lambda form: form.write_units is not None)


def bitext_format_of(path: Path) -> Format:
    """Return the format that a bitext is written to a path in; raises UnknownFormat."""
    return _of(path, lambda form: form.takes_bitexts)


def check_form(path: Path, asked: BilingualForm | None) -> None:
    """Raise `UnwritableOutput` for a form that a format with forms of its own has not."""
    forms = bitext_format_of(path).forms
    if asked and forms and asked not in forms:
        raise UnwritableOutput(
            f"{path.name} cannot have the form {asked!r}; for this ending there is {listed(forms)}."
        )


def document_format_of(path: Path) -> DocumentReader | None:
    """Return how the article at a path is read, by its ending; None for one that is not known."""
    ending = path.suffix.lower()
    found = (form.document for form in FORMATS if form.document and ending in form.all_suffixes)
    return next(found, None)


def segment_editor_of(path: Path) -> SegmentEditor:
    """Return how segments are replaced in a file, by its ending; raises UnknownFormat."""
    ending = path.suffix.lower()
    for form in FORMATS:
        if form.edit_segments and ending in form.all_suffixes:
            return form.edit_segments
    raise UnknownFormat(
        f"{path.name} is no file of segments that can be changed in place; such files end in "
        f"{listed(editable_suffixes())}."
    )


def has_ending_of(path: Path, other: Path) -> bool:
    """Return whether a path names the same kind of file as another, to be written alike."""
    ending, wanted = path.suffix.lower(), other.suffix.lower()
    return ending == wanted or any({ending, wanted} <= set(form.suffixes) for form in FORMATS)


def editable_suffixes() -> list[str]:
    """Return the usual endings of the files in which segments can be replaced."""
    return [form.suffix for form in FORMATS if form.edit_segments]


def plain_text() -> DocumentReader:
    """Return how an article is read whose ending says nothing."""
    assert TEXT.document
    return TEXT.document


def other_suffixes() -> frozenset[str]:
    """Return the endings that are known, and that no article has."""
    known = {ending for form in FORMATS for ending in form.all_suffixes}
    articles = {ending for form in FORMATS if form.document for ending in form.all_suffixes}
    return frozenset(known - articles) | set(ARCHIVES)


def names_units(path: Path) -> bool:
    """Return whether a file goes by a name that units have, where an article might be meant too."""
    ending = path.suffix.lower()
    return ending in ARCHIVES or any(form.units and ending in form.all_suffixes for form in FORMATS)


def may_be_article(path: Path) -> bool:
    """Return whether a file goes by a name of units, but may turn out to be an article.

    A table of text is read as units by its name alone.
    """
    return path.suffix.lower() in XLSX.all_suffixes


def names_article(path: Path) -> bool:
    """Return whether a file goes by a name that articles alone have, and that no text has."""
    reader = document_format_of(path)
    return reader is not None and not reader.is_text and not names_units(path)


def packed_suffixes() -> frozenset[str]:
    """Return the endings of the files of units that may lie in an archive, plain text among them.

    A workbook is an archive itself.
    """
    read = {ending for form in FORMATS if form.units for ending in form.all_suffixes}
    return frozenset(read - set(XLSX.suffixes) | set(TEXT.suffixes))


def suffixes_of(has: Callable[[Format], bool]) -> list[str]:
    """Return the endings under which the formats are written for which `has` holds, in order."""
    return [ending for form in FORMATS if has(form) for ending in form.suffixes]


def unit_suffixes() -> list[str]:
    """Return the endings of the files that units can be written to."""
    return suffixes_of(lambda form: form.write_units is not None)


def bitext_suffixes() -> list[str]:
    """Return the endings of the files that a bitext can be written to."""
    return suffixes_of(lambda form: form.takes_bitexts)


def document_suffixes() -> list[str]:
    """Return the usual endings of the files that an article can be read from."""
    return suffixes_of(lambda form: form.document is not None)


def listed(words: Sequence[str], last: str = "or") -> str:
    """Return words as a sentence lists them: `.tmx, .xlf or .po`."""
    return f" {last} ".join([part for part in (", ".join(words[:-1]), words[-1]) if part])


def _of(path: Path, has: Callable[[Format], bool]) -> Format:
    ending = path.suffix.lower()
    for form in FORMATS:
        if has(form) and ending in form.suffixes:
            return form
    known = ", ".join(suffixes_of(has))
    raise UnknownFormat(f"{path.name} names no known format; it must end in one of {known}.")
