"""A bitext as an e-book (EPUB 3): paragraphs in turn, or the translation behind a tap.

Every element says its language, so that readers and voices choose the right fonts and speech. What
is excluded is left out, and so is what was set apart: this is a book to be read. The same bitext
always gives the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from hashlib import blake2b
from uuid import UUID

from aligner.bitext import Bitext
from aligner.files import xml_text
from aligner.formats.epub.groups import Group, documents_of, groups_of
from aligner.formats.options import ExportOptions

_CODES = {"zh-CN": "zh-Hans", "zh-TW": "zh-Hant"}
"""What reading systems choose fonts by."""
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_MODIFIED = "1980-01-01T00:00:00Z"
_CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/>
</rootfiles></container>
"""
_STYLE = """\
p { margin: 0 0 0.4em; text-indent: 0; }
p.second { margin-bottom: 1.2em; }
p.caption { font-style: italic; }
details { margin-bottom: 0.8em; }
details > p { margin: 0.3em 0 0 1em; }
summary { list-style: none; }
"""
_TAGS = {"heading": "h2", "caption": 'p class="caption"'}


def render_epub(bitext: Bitext, options: ExportOptions) -> bytes:
    """Write a bitext as an e-book; `options` have one code for each language."""
    book = _Book(bitext, options)
    documents = documents_of(groups_of(bitext, options.min_confidence))
    pages = [book.page(document) for document in documents]
    title = book.title(documents)
    names = [f"c{number:04}" for number in range(1, len(pages) + 1)]
    parts = {
        "META-INF/container.xml": _CONTAINER,
        "OPS/book.opf": book.package(title, names, pages),
        "OPS/nav.xhtml": book.navigation(documents, names),
        "OPS/style.css": _STYLE,
        **{f"OPS/{name}.xhtml": page for name, page in zip(names, pages, strict=True)},
    }
    return _packed(parts)


def _packed(parts: dict[str, str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        # Whoever asks what kind of file it is looks for this at its beginning, unpacked.
        archive.writestr(zipfile.ZipInfo("mimetype", _LONG_AGO), "application/epub+zip")
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, _LONG_AGO)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, text.encode("utf-8"))
    return file.getvalue()


class _Book:
    """What is the same on all pages of a book."""

    def __init__(self, bitext: Bitext, options: ExportOptions) -> None:
        self._codes = [_CODES.get(code, code) for code in (options.zh_code, options.code("en"))]
        source = options.source or bitext.article.source_language
        self._order = (1, 0) if source == "en" else (0, 1)
        self._is_tapped = options.epub_style == "tap"
        names = [name.replace("\\", "/").rpartition("/")[2] for name in bitext.article.sources]
        self._name = options.title or " + ".join(names)

    def title(self, documents: Sequence[Sequence[Group]]) -> str:
        """Return the title of the book: its first heading in both languages, or its file."""
        first = next((group for document in documents for group in document), None)
        return self._heading(first) if first and first.kind == "heading" else self._name

    def page(self, document: Sequence[Group]) -> str:
        """Write one document of the book."""
        lines: list[str] = []
        text = [group for group in document if group.kind != "note"]
        notes = [group for group in document if group.kind == "note"]
        for group in text:
            lines += self._lines(group)
        if notes:
            lines.append('<section epub:type="endnotes" role="doc-endnotes">')
            lines += [line for group in notes for line in self._lines(group)]
            lines.append("</section>")
        return self._xhtml(self._called(document), lines)

    def navigation(self, documents: Sequence[Sequence[Group]], names: Sequence[str]) -> str:
        """Write the contents of the book."""
        entries = [
            f'<li><a href="{name}.xhtml">{xml_text(self._called(document))}</a></li>'
            for name, document in zip(names, documents, strict=True)
        ]
        lines = ['<nav epub:type="toc">', "<h1>目錄 · Contents</h1>", "<ol>", *entries, "</ol>"]
        return self._xhtml("目錄 · Contents", [*lines, "</nav>"])

    def package(self, title: str, names: Sequence[str], pages: Sequence[str]) -> str:
        """Write the package document; the book is known by what it says."""
        digest = blake2b("".join(pages).encode("utf-8", "replace"), digest_size=16).digest()
        page = 'media-type="application/xhtml+xml"'
        languages = [f"<dc:language>{xml_text(self._codes[n])}</dc:language>" for n in self._order]
        return "\n".join(
            [
                '<?xml version="1.0" encoding="UTF-8"?>',
                '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" '
                'unique-identifier="id">',
                '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">',
                f'<dc:identifier id="id">{UUID(bytes=digest, version=4).urn}</dc:identifier>',
                f"<dc:title>{xml_text(title) or 'Duizhao'}</dc:title>",
                *languages,
                f'<meta property="dcterms:modified">{_MODIFIED}</meta>',
                "</metadata>",
                "<manifest>",
                f'<item id="nav" href="nav.xhtml" properties="nav" {page}/>',
                '<item id="style" href="style.css" media-type="text/css"/>',
                *(f'<item id="{name}" href="{name}.xhtml" {page}/>' for name in names),
                "</manifest>",
                "<spine>",
                *(f'<itemref idref="{name}"/>' for name in names),
                "</spine>",
                "</package>",
                "",
            ]
        )

    def _lines(self, group: Group) -> list[str]:
        """Write what stands together: the one language, then the other."""
        first, second = (group.sides[n] for n in self._order)
        code, other = (self._codes[n] for n in self._order)
        if self._is_tapped and first and second and group.kind != "heading":
            hidden = [_element("p", other, text) for text in second]
            summary = "<br/>".join(xml_text(text) for text in first)
            return [
                "<details>",
                _element("summary", code, summary, is_xml=True),
                *hidden,
                "</details>",
            ]
        tag = _TAGS.get(group.kind, "p")
        last = 'p class="second"' if tag == "p" else tag
        return [
            *(_element(tag, code, text) for text in first),
            *(_element(tag, other, text) for text in second[:-1]),
            *(_element(last, other, text) for text in second[-1:]),
        ]

    def _called(self, document: Sequence[Group]) -> str:
        return self._heading(document[0]) if document else self._name

    def _heading(self, group: Group) -> str:
        """Return the beginning of a group in both languages, on a line."""
        texts = [group.sides[n][0] for n in self._order if group.sides[n]]
        shown = " · ".join(" ".join(text.split())[:80] for text in texts)
        return shown or self._name

    def _xhtml(self, title: str, lines: Sequence[str]) -> str:
        code = self._codes[self._order[0]]
        return "\n".join(
            [
                '<?xml version="1.0" encoding="UTF-8"?>',
                "<!DOCTYPE html>",
                '<html xmlns="http://www.w3.org/1999/xhtml" '
                f'xmlns:epub="http://www.idpf.org/2007/ops" lang="{code}" xml:lang="{code}">',
                f"<head><title>{xml_text(title) or 'Duizhao'}</title>",
                '<link rel="stylesheet" type="text/css" href="style.css"/></head>',
                "<body>",
                *lines,
                "</body>",
                "</html>",
                "",
            ]
        )


def _element(tag: str, code: str, text: str, *, is_xml: bool = False) -> str:
    inside = text if is_xml else xml_text(text)
    return f'<{tag} lang="{code}" xml:lang="{code}">{inside}</{tag.partition(" ")[0]}>'
