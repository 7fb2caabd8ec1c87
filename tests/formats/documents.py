"""Documents of word processors for the tests, made by hand."""

from __future__ import annotations

import zipfile
from pathlib import Path

from aligner.article import Article
from aligner.formats import Block, Document, Raw, document_format_of
from aligner.reading import read_article

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
ODF_NAMES = " ".join(
    f'xmlns:{short}="{_ODF}{name}:1.0"'
    for short, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"),
        ("draw", "drawing"), ("svg", "svg-compatible"),
    )
)  # fmt: skip


def relations(*targets: tuple[str, str], base: str = _OFFICE) -> str:
    """A part of relationships: kinds and targets."""
    listed = "".join(
        f'<Relationship Id="r{n}" Type="{base}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets)
    )
    return f'<Relationships xmlns="{_PACKAGE}">{listed}</Relationships>'


def docx(
    folder: Path, body: str, name: str = "a.docx", *, namespace: str = W, **parts: str
) -> Path:
    """A Word document with this body; further parts by their kind: `styles`, `footnotes`."""
    path = folder / name
    elements = {"styles": "styles", "footnotes": "footnotes", "endnotes": "endnotes"}
    elements |= {"header": "hdr", "footer": "ftr"}
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    math = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    spaces = f'xmlns:w="{namespace}" xmlns:mc="{mc}" xmlns:m="{math}"'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("_rels/.rels", relations(("officeDocument", "/main/text.xml")))
        package.writestr(
            "main/text.xml", f"<w:document {spaces}><w:body>{body}</w:body></w:document>"
        )
        listed = [(kind, f"{kind}.xml") for kind in parts]
        package.writestr("main/_rels/text.xml.rels", relations(*listed))
        for kind, content in parts.items():
            element = elements[kind]
            package.writestr(f"main/{kind}.xml", f"<w:{element} {spaces}>{content}</w:{element}>")
    return path


def p(*runs: str, style: str = "", inside: str = "") -> str:
    """A paragraph of Word; a run that is no element is text."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    said = f"<w:pPr>{named}{inside}</w:pPr>" if named or inside else ""
    return f"<w:p>{said}{''.join(one if one.startswith('<') else r(one) for one in runs)}</w:p>"


def r(text: str, inside: str = "", after: str = "") -> str:
    """A run of Word: text, its properties, and what else stands in it."""
    said = f"<w:rPr>{inside}</w:rPr>" if inside else ""
    shown = f'<w:t xml:space="preserve">{text}</w:t>' if text else ""
    return f"<w:r>{said}{shown}{after}</w:r>"


def tbl(*rows: str) -> str:
    """A table of Word."""
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def tc(text: str, inside: str = "") -> str:
    """A cell of Word."""
    said = f"<w:tcPr>{inside}</w:tcPr>" if inside else ""
    return f"<w:tc>{said}{p(text) if not text.startswith('<') else text}</w:tc>"


def odt(folder: Path, body: str, *, styles: str = "", pages: str = "") -> Path:
    """An OpenDocument text with this body, automatic styles and master pages."""
    path = folder / "a.odt"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr(
            "content.xml",
            f"<office:document-content {ODF_NAMES}><office:automatic-styles>{styles}"
            f"</office:automatic-styles><office:body><office:text>{body}</office:text>"
            "</office:body></office:document-content>",
        )
        package.writestr(
            "styles.xml",
            f"<office:document-styles {ODF_NAMES}><office:master-styles>{pages}"
            "</office:master-styles></office:document-styles>",
        )
    return path


def rtf(folder: Path, body: str) -> Path:
    """A Rich Text file with this body; font 1 is Simplified, 2 Traditional Chinese."""
    path = folder / "a.rtf"
    fonts = (
        r"{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset134 SimSun;}{\f2\fcharset136 MingLiU;}"
        r"{\f3\fcharset2 Symbol;}}{\stylesheet{Normal;}{\s1 heading 1;}{\s2 toc 1;}}"
    )
    path.write_bytes(rf"{{\rtf1\ansi\ansicpg1252\deff0{fonts}{body}}}".encode("latin-1"))
    return path


def coded(text: str, encoding: str = "gb18030") -> str:
    """Text as Rich Text writes the bytes of an encoding."""
    return "".join(f"\\'{byte:02x}" for byte in text.encode(encoding))


def document(path: Path) -> Document:
    """What the reader for a file makes of it."""
    reader = document_format_of(path)
    assert reader is not None
    return reader.read(Raw(path, path.read_bytes()))


def blocks(path: Path) -> list[Block]:
    """The blocks of a document."""
    return document(path).blocks


def texts(path: Path) -> list[str]:
    """The lines of a document that are no furniture."""
    return [block.text for block in blocks(path) if not block.label]


def sides(path: Path) -> tuple[Article, list[str], list[str]]:
    """The article of a file, and the paragraphs of its sides."""
    article = read_article(path)
    zh, en = ([one.text for one in side.paragraphs] for side in (article.zh, article.en))
    return article, zh, en
