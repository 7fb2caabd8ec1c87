"""Time the alignment of two long Word documents: `python -m bench.documents [PARAGRAPHS]`.

A Chinese and an English document of PARAGRAPHS paragraphs (default: 10,000, some 300 pages), a
sentence or two each, are made of the sample articles, in runs as Word cuts them, with a note on
every tenth; they are aligned in a process of its own, so that its peak memory is its own. Two PDFs
of 400 pages and two books in EPUB of 500,000 English words are aligned, and a Rich Text file of
50 MB is read likewise.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from html import escape
from itertools import accumulate
from pathlib import Path

from bench.made_epub import epub
from bench.made_pdf import book
from bench.texts import text_of

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
    f'<Override PartName="/word/footnotes.xml" ContentType="{_WORD}.footnotes+xml"/></Types>'
)
_RUN = 24
"""Characters of a run."""
_RTF_BYTES = 50_000_000
_PAGES = 400
_BOOK_WORDS = 500_000
_CHAPTER = 1_000
"""Paragraphs of a chapter, of a sentence or two each."""
_TIMED = """
import json, resource, sys, time
started = time.perf_counter()
{work}
print(json.dumps({{
    "seconds": time.perf_counter() - started,
    "processor": time.process_time(),
    "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    "found": found,
}}))
"""
_ALIGN = """
from aligner import align_files
found = len(align_files(sys.argv[1], sys.argv[2]))
"""
_READ = """
from pathlib import Path
from aligner.formats import Raw, document_format_of
path = Path(sys.argv[1])
found = len(document_format_of(path).read(Raw(path, path.read_bytes())).blocks)
"""


def write_docx(path: Path, paragraphs: Sequence[str]) -> None:
    """Write a Word document of paragraphs, in runs, with a note on each tenth."""
    notes = [escape(text[:40]) for text in paragraphs[::10]]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("_rels/.rels", _relations("officeDocument", "word/document.xml"))
        package.writestr("word/_rels/document.xml.rels", _relations("footnotes", "footnotes.xml"))
        package.writestr("word/document.xml", _document(paragraphs))
        package.writestr(
            "word/footnotes.xml",
            f'<w:footnotes xmlns:w="{_W}">'
            + "".join(
                f'<w:footnote w:id="{n}"><w:p><w:r><w:footnoteRef/></w:r>{_run(text)}</w:p>'
                "</w:footnote>"
                for n, text in enumerate(notes)
            )
            + "</w:footnotes>",
        )


def write_docx_table(path: Path, rows: Sequence[Sequence[str]]) -> None:
    """Write a Word document of one table, its cells in runs."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("_rels/.rels", _relations("officeDocument", "word/document.xml"))
        parts = [f'<w:document xmlns:w="{_W}"><w:body><w:tbl>']
        for row in rows:
            cells = (f"<w:tc><w:p>{''.join(_runs(text))}</w:p></w:tc>" for text in row)
            parts.append(f"<w:tr>{''.join(cells)}</w:tr>")
        package.writestr("word/document.xml", "".join([*parts, "</w:tbl></w:body></w:document>"]))


def write_rtf(path: Path, size: int) -> None:
    """Write Rich Text of some `size` bytes: Chinese as escapes and as bytes of its font."""
    escapes = "".join(f"\\u{ord(c)}?" for c in "燈塔亮了，守塔人關上門。")
    coded = "".join(f"\\'{byte:02x}" for byte in "灯塔亮了，守塔人关上门。".encode("gb18030"))
    english = "The lamp was lit, and the keeper closed the door."
    paragraph = (
        f"\\pard\\plain\\f1 {escapes}\\par\\pard\\plain\\f1 {coded}\\par{{\\f0 {english}}}\\par\n"
    )
    head = r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset134 SimSun;}}"
    path.write_text(f"{head}{paragraph * (size // len(paragraph))}}}", encoding="ascii")


def _document(paragraphs: Sequence[str]) -> str:
    parts = [f'<w:document xmlns:w="{_W}"><w:body>']
    for n, text in enumerate(paragraphs):
        parts += ["<w:p>", *_runs(text)]
        if n % 10 == 0:
            parts.append(f'<w:r><w:footnoteReference w:id="{n // 10}"/></w:r>')
        parts.append("</w:p>")
    return "".join([*parts, "</w:body></w:document>"])


def _runs(text: str) -> Iterator[str]:
    for start in range(0, len(text), _RUN):
        yield _run(escape(text[start : start + _RUN]))


def _run(text: str) -> str:
    return (
        '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/><w:lang w:eastAsia="zh-TW"/></w:rPr>'
        f'<w:t xml:space="preserve">{text}</w:t></w:r>'
    )


def _relations(kind: str, target: str) -> str:
    return (
        f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="r1" Type="{_OFFICE}/{kind}" '
        f'Target="{target}"/></Relationships>'
    )


def _timed(work: str, *paths: Path) -> str:
    script = _TIMED.format(work=work)
    done = subprocess.run(
        [sys.executable, "-c", script, *map(str, paths)], capture_output=True, text=True, check=True
    )
    figures = json.loads(done.stdout)
    return (
        f"{figures['seconds']:5.1f} s ({figures['processor']:.1f} s of a processor)  "
        f"{figures['peak_mb']:5.0f} MB  {figures['found']:,}"
    )


def _first_words(paragraphs: Sequence[str], words: int) -> int:
    """Return how many paragraphs from the first on have so many words."""
    return next(
        number
        for number, had in enumerate(accumulate(len(text.split()) for text in paragraphs), 1)
        if had >= words
    )


def main() -> None:
    """Make the documents, and print what they cost."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    text = text_of(2 * wanted, most=1)
    zh, en = text.zh[:wanted], text.en[:wanted]
    with tempfile.TemporaryDirectory() as folder:
        paths = Path(folder, "zh.docx"), Path(folder, "en.docx")
        write_docx(paths[0], zh)
        write_docx(paths[1], en)
        made = f"{len(zh):,} paragraphs a side, aligned"
        print(f"{made}:  {_timed(_ALIGN, *paths)} pairs", flush=True)
        print(f"one of them, read:  {_timed(_READ, paths[1])} blocks", flush=True)
        pdfs = Path(folder, "zh.pdf"), Path(folder, "en.pdf")
        pdfs[0].write_bytes(book(text.zh, _PAGES, 33))
        pdfs[1].write_bytes(book(text.en, _PAGES, 66))
        print(f"two PDFs of {_PAGES} pages, aligned:  {_timed(_ALIGN, *pdfs)} pairs", flush=True)
        long = text_of(_BOOK_WORDS // 10, most=1)
        most = _first_words(long.en, _BOOK_WORDS)
        books = Path(folder, "zh.epub"), Path(folder, "en.epub")
        books[0].write_bytes(epub(long.zh[:most], "zh", _CHAPTER))
        books[1].write_bytes(epub(long.en[:most], "en", _CHAPTER))
        made = f"two EPUBs of {_BOOK_WORDS:,} English words, aligned"
        print(f"{made}:  {_timed(_ALIGN, *books)} pairs", flush=True)
        rtf = Path(folder, "long.rtf")
        write_rtf(rtf, _RTF_BYTES)
        size = rtf.stat().st_size / 1e6
        print(f"{size:.0f} MB of Rich Text, read:  {_timed(_READ, rtf)} paragraphs")


if __name__ == "__main__":
    main()
