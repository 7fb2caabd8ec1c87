"""Glossaries as tables: for Excel and Phrase, for memoQ, and as plain tab-separated text.

One row an entry. Cells never become formulas, and a bar divides the variants within one. memoQ
finds its columns by the names of its own fields and languages; Phrase by language codes.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from typing import IO

from aligner.article import Language
from aligner.files import segment
from aligner.formats import Cell, SheetLayout, guarded, write_workbook
from aligner.terms.formats.glossary import Glossary, forms_of
from aligner.terms.values import Entry, Example

BAR = "|"
_MEMOQ = {
    "zh-cn": "Chinese_PRC",
    "zh-tw": "Chinese_Taiwan",
    "zh-hk": "Chinese_Hong_Kong_S.A.R.",
    "zh-sg": "Chinese_Singapore",
    "en-us": "English_United_States",
    "en-gb": "English_United_Kingdom",
}
"""Names of memoQ's columns."""


def header(glossary: Glossary) -> list[str]:
    """Return the names of the columns of a general table."""
    first, second = glossary.code(glossary.source), glossary.code(glossary.target)
    return [
        first,
        second,
        f"{first} variants",
        f"{second} variants",
        "part of speech",
        "domain",
        "note",
        "score",
        "count",
        f"{first} example",
        f"{second} example",
    ]


def row(entry: Entry, glossary: Glossary) -> list[str]:
    """Return the cells of an entry, as they are read."""
    source, target = glossary.source, glossary.target
    first, *first_variants = forms_of(entry, source)
    second, *second_variants = forms_of(entry, target)
    example = entry.examples[0] if entry.examples else None
    return [
        first,
        second,
        _joined(first_variants),
        _joined(second_variants),
        entry.part_of_speech,
        segment(entry.domain),
        segment(entry.note),
        "" if entry.score is None else f"{entry.score:.3f}",
        str(entry.count or ""),
        _side(example, source),
        _side(example, target),
    ]


def csv_text(glossary: Glossary) -> str:
    """Write comma-separated values that Excel opens with a double click."""
    return "\ufeff" + _separated([header(glossary), *_rows(glossary)], ",")


def tsv_text(glossary: Glossary) -> str:
    """Write tab-separated values with a header; what looks quoted is, as Excel quotes it."""
    lines = [header(glossary), *(row(entry, glossary) for entry in glossary.entries)]
    return "".join("\t".join(map(_quoted, cells)).rstrip("\t") + "\n" for cells in lines)


def unquoted(cell: str) -> str:
    """Return a cell without the marks that Excel puts around one with commas or marks in it."""
    inside = cell[1:-1]
    if len(cell) < 3 or cell != f'"{inside}"' or '"' in inside.replace('""', ""):
        return cell
    return inside.replace('""', '"') if "," in inside or '""' in inside else cell


def _quoted(cell: str) -> str:
    """Return a cell in marks if it would lose its own."""
    return cell if unquoted(cell) == cell else '"{}"'.format(cell.replace('"', '""'))


def memoq_text(glossary: Glossary) -> str:
    """Write comma-separated values with memoQ's field names; variants follow in the same cell."""
    names = [_memoq_name(glossary.code(side)) for side in (glossary.source, glossary.target)]
    lines = [["Entry_Domain", "Entry_Note", names[0], "Term_Example", names[1], "Term_Example"]]
    for entry in glossary.entries:
        cells = row(entry, glossary)
        terms = [BAR.join(map(_barless, forms_of(entry, side))) for side in _sides(glossary)]
        lines.append([cells[5], cells[6], terms[0], cells[9], terms[1], cells[10]])
    return "\ufeff" + _separated([[guarded(cell) for cell in cells] for cells in lines], ",")


def save_xlsx(glossary: Glossary, file: IO[bytes]) -> None:
    """Write a workbook; every cell is text but those of figures."""
    layout = SheetLayout(header(glossary), _WIDTHS, "Glossary")
    write_workbook((_cells(entry, glossary) for entry in glossary.entries), layout, file)


_WIDTHS = (24, 32, 24, 32, 14, 16, 30, 8, 8, 60, 60)


def _cells(entry: Entry, glossary: Glossary) -> list[Cell]:
    cells: list[Cell] = [*row(entry, glossary)]
    cells[7] = None if entry.score is None else round(entry.score, 3)
    cells[8] = entry.count or None
    return cells


def _rows(glossary: Glossary) -> Iterator[list[str]]:
    for entry in glossary.entries:
        yield [guarded(cell) for cell in row(entry, glossary)]


def _separated(rows: Sequence[Sequence[str]], delimiter: str) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=delimiter).writerows(rows)
    return buffer.getvalue()


def _sides(glossary: Glossary) -> tuple[Language, Language]:
    return glossary.source, glossary.target


def _side(example: Example | None, language: Language) -> str:
    if example is None:
        return ""
    return segment(example.zh if language == "zh" else example.en)


def _joined(variants: Sequence[str]) -> str:
    return BAR.join(map(_barless, variants))


def _barless(text: str) -> str:
    return text.replace(BAR, "｜")


def _memoq_name(code: str) -> str:
    if code.lower() in _MEMOQ:
        return _MEMOQ[code.lower()]
    return "Chinese" if code.lower().startswith("zh") else "English"
