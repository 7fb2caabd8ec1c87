"""Documents made to do harm, damaged, or of another kind than their names say: a sentence each."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.errors import DuizhaoError, UnusableInput
from aligner.reading import read_article
from tests.effort import check_effort
from tests.formats.documents import ODF_NAMES, W, coded, docx, odt, p, relations, rtf

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def packed(name: str, **parts: str) -> Callable[[Path], Path]:
    """What writes a package of parts; their names have `_` for a slash."""

    def write(folder: Path) -> Path:
        with zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as package:
            for part, content in parts.items():
                package.writestr(part.replace("__", "/"), content)
        return folder / name

    return write


def raw(name: str, data: bytes) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        (folder / name).write_bytes(data)
        return folder / name

    return write


def cut(path: Path) -> Path:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    return path


def main_part(content: str) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        with zipfile.ZipFile(folder / "a.docx", "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("_rels/.rels", relations(("officeDocument", "d.xml")))
            package.writestr("d.xml", content)
        return folder / "a.docx"

    return write


DOCUMENT = f'<w:document xmlns:w="{W}"><w:body>{{}}</w:body></w:document>'
ENTITIES = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
EXTERNAL = '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/hostname">]>'

HOSTILE: dict[str, tuple[Callable[[Path], Path], str]] = {
    "entities": (main_part(ENTITIES + DOCUMENT.format("&b;")), "document type"),
    "an external entity": (main_part(EXTERNAL + DOCUMENT.format("&a;")), "document type"),
    "a hundred thousand elements deep": (
        main_part(DOCUMENT.format("<w:sdt>" * 100_000 + "</w:sdt>" * 100_000)),
        "deep",
    ),
    "a part that unpacks to far more": (
        main_part(DOCUMENT.format("<w:p/>" * 2_000_000)),
        "unpacks to more",
    ),
    "a part that breaks off": (main_part(DOCUMENT.format("")[:-20]), "damaged"),
    "a package that breaks off": (lambda folder: cut(docx(folder, p("A."))), "no archive"),
    "no text": (lambda folder: docx(folder, p("")), "holds no text"),
    "a main part of another kind": (main_part("<html/>"), "no Word document"),
    "a workbook by the name of a document": (
        packed("a.docx", xl__workbook="<a/>"),
        "no Word document",
    ),
    "a text by the name of a document": (raw("a.docx", b"The lamp."), "no archive"),
    "an empty file": (raw("a.docx", b""), "no archive"),
    "a document with a password": (raw("a.docx", OLE), "password"),
    "a spreadsheet by the name of a text": (
        packed("a.odt", **{"content.xml": f"<office:spreadsheet {ODF_NAMES}/>"}),
        "no OpenDocument text",
    ),
    "an OpenDocument text with a password": (
        packed("a.odt", **{"META-INF__manifest.xml": "<encryption-data/>", "content.xml": "?"}),
        "password",
    ),
    "an OpenDocument text that breaks off": (lambda folder: cut(odt(folder, "")), "no archive"),
    "entities in a flat text": (
        raw("a.fodt", f"{ENTITIES}<office:text {ODF_NAMES}>&b;</office:text>".encode()),
        "document type",
    ),
    "a text by the name of Rich Text": (raw("a.rtf", b"The lamp."), "no Rich Text"),
    "a hundred thousand groups deep": (lambda folder: rtf(folder, "{" * 100_000), "deep"),
    "Rich Text that breaks off": (
        lambda folder: cut(rtf(folder, "The lamp was lit.\\par " * 99)),
        "breaks off",
    ),
    "bytes without an end": (lambda folder: rtf(folder, r"\bin2000000000 A"), "breaks off"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_refused_soon_in_a_sentence(name: str, tmp_path: Path) -> None:
    make, reason = HOSTILE[name]
    path = make(tmp_path)

    def refuse() -> None:
        with pytest.raises(UnusableInput, match=reason) as refusal:
            read_article(path)
        assert str(path) in str(refusal.value)

    check_effort(refuse, most=20)


def test_a_cell_that_stands_for_a_million_is_one(tmp_path: Path) -> None:
    cells = "".join(
        f'<table:table-cell table:number-columns-repeated="1048576"><text:p>{text}</text:p>'
        "</table:table-cell>"
        for text in ("燈塔亮了。", "The lamp was lit.")
    )
    blanks = '<text:p>A<text:s text:c="999999999"/></text:p>'
    path = odt(
        tmp_path,
        f"<table:table><table:table-row>{cells}</table:table-row></table:table>{blanks}",
    )
    article = read_article(path)
    assert [one.text for one in article.zh.paragraphs] == ["燈塔亮了。"]


@settings(deadline=None)
@given(st.lists(st.sampled_from(
    ["{", "}", "\\par", "\\cell", "\\row", "\\trowd ", "\\intbl ", "{\\footnote ", "{\\header ",
     "{\\field{\\*\\fldinst TOC}", "{\\fldrslt ", "{\\shptxt ", "\\super ", "\\plain ", "\\*",
     "{\\upr", "\\u55357?", "\\v ", "\\deleted ", "\\bin3 ", "\\'b5", "A ", coded("灯"),
     "{\\fonttbl", "\\f1 ", "{\\pict"]
)))  # fmt: skip
def test_no_order_of_words_breaks_the_reader(
    tmp_path_factory: pytest.TempPathFactory, words: list[str]
) -> None:
    path = rtf(tmp_path_factory.getbasetemp(), "".join(words))
    try:
        read_article(path)
    except DuizhaoError:
        return
