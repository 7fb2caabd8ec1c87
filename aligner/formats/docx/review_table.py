"""A bitext as a table in Word: for a reviewer who writes into it and sends it back.

A row a pair: its number, both texts, room for a remark, and what has been said of it. Rows have the
numbers of the pairs on the screen, by which the table is read back.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from aligner.article import Language
from aligner.bitext import Bitext, Pair
from aligner.formats.docx.written_parts import document_part, package
from aligner.formats.docx.written_runs import paragraph, run
from aligner.formats.options import ExportOptions

HEADS = ("No. 序號", "中文 Chinese", "English 英文", "Remark 備註", "Status 狀態")
"""What the first row says, in both languages: it is read by reviewers, and again by us."""
_WIDTHS = (720, 5200, 5200, 2100, 1300)
"""Twentieths of a point: together the width of a page across."""
_LOW = "E8E8E8"
_HEAD = "D9E2EC"


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    language: Language | None = None
    bold: bool = False


def render_table(bitext: Bitext, options: ExportOptions) -> bytes:
    """Write the whole bitext as a Word document with one table.

    `options` have one code for each language. What is excluded is in it, and says so.
    """
    title = options.title or " + ".join(PurePath(name).name for name in bitext.article.sources)
    body = "".join(
        [
            paragraph(run(title, None, ""), "Title"),
            _table_head(),
            *_rows(bitext, options),
            "</w:tbl>",
            paragraph(""),
            _page(),
        ]
    )
    zh_code, en_code = options.zh_code, options.code("en")
    return package(document_part(body), title=title, zh_code=zh_code, en_code=en_code)


def status_words(pair: Pair) -> str:
    """Return what is said of a pair, in a word or as its probability."""
    return f"{pair.confidence:.0%}" if pair.status == "proposed" else pair.status


def _table_head() -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS)
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="Pairs"/>'
        f'<w:tblW w:w="{sum(_WIDTHS)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
    )


def _rows(bitext: Bitext, options: ExportOptions) -> Iterator[str]:
    heads = [_Cell(text, bold=True) for text in HEADS]
    yield _row(heads, options, _HEAD, is_head=True)
    for number, pair in enumerate(bitext.pairs, start=1):
        cells = (
            _Cell(str(number)),
            _Cell(pair.zh_text, "zh"),
            _Cell(pair.en_text, "en"),
            _Cell(pair.note),
            _Cell(status_words(pair)),
        )
        yield _row(cells, options, "" if pair.is_full else _LOW)


def _row(
    cells: list[_Cell] | tuple[_Cell, ...],
    options: ExportOptions,
    shade: str,
    *,
    is_head: bool = False,
) -> str:
    repeated = "<w:tblHeader/>" if is_head else ""
    row = f"<w:trPr><w:cantSplit/>{repeated}</w:trPr>"
    shading = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    return (
        f"<w:tr>{row}"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shading}</w:tcPr>'
            f"{paragraph(_text(cell, options))}</w:tc>"
            for cell, width in zip(cells, _WIDTHS, strict=True)
        )
        + "</w:tr>"
    )


def _text(cell: _Cell, options: ExportOptions) -> str:
    code = options.code(cell.language) if cell.language else ""
    return run(cell.text, cell.language, code, bold=cell.bold)


def _page() -> str:
    return (
        '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
        '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" '
        'w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
    )
