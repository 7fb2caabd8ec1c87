"""Rows of a table to entries: the columns of the terms, and what the others say of them.

Which columns hold the terms is found as for translation units, by the judge of `aligner.formats`;
further columns of a language are variants. A head in the words of our own tables, of memoQ, of
Phrase or of a client says what the other columns are; without one they make up the note.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import get_args

from aligner.article import Language
from aligner.files import segment
from aligner.formats import (
    ColumnChoice,
    PreferredCodes,
    TextColumns,
    characters_of,
    judge_columns,
    sample_of,
)
from aligner.script import language_of
from aligner.terms.formats.status import status_of
from aligner.terms.formats.synonyms import terms_in_cell
from aligner.terms.values import Entry, PartOfSpeech, TermStatus, Variant

_BAR = re.compile(r"\s*\|\s*")
_MEMOQ = re.compile(r"(entry|term)_", re.IGNORECASE)
"""How memoQ's names of columns begin; in its tables a bar alone divides terms."""
_STATUS = re.compile(r"(?:^|[ _:])(?:status|term_info)$|状态$|狀態$", re.IGNORECASE)
"""The names of columns that say whether a term is to be used."""
_SAYING = re.compile(r"[^\W\d_]{2}|[\u3400-\u9fff]")
"""What a cell must hold to be worth a note; numbers of rows and keys are not."""
_FIELDS = ("part", "domain", "note", "confidence", "count")
_PARTS: frozenset[str] = frozenset(get_args(PartOfSpeech))
_LANGUAGES: tuple[Language, ...] = ("zh", "en")


@dataclass(slots=True)
class _Columns:
    """Columns by what they hold, from 0."""

    terms: dict[Language, list[int]] = field(default_factory=lambda: {"zh": [], "en": []})
    variants: list[tuple[int, Language | None]] = field(default_factory=list)
    """With their languages, where the head says them."""
    fields: dict[str, int] = field(default_factory=dict)
    notes: list[int] = field(default_factory=list)
    """Columns of no known meaning, of a table without a head."""
    status: list[int] = field(default_factory=list)
    """What is said of the term before it."""
    only_bars: bool = False
    """Whether nothing but a bar divides terms in a cell, as in memoQ's."""
    one_a_cell: bool = False
    """Whether nothing divides them at all, as in ours and OmegaT's."""


def entries_of_rows(
    rows: Iterable[list[str]],
    path: Path,
    choice: ColumnChoice,
    *,
    is_omegat: bool = False,
) -> Iterator[Entry]:
    """Make entries of the rows of a table; none if it has no column in one of the languages.

    Glossaries of OmegaT have a term and its translation in the first two columns, and one of each
    in a line. Raises `UnusableInput` where it is not certain which columns hold the terms.
    """
    rows = iter(rows)
    sample = sample_of(rows, characters_of)
    judged = [row[:2] for row in sample] if is_omegat else sample
    found = judge_columns(judged, PreferredCodes(columns=choice), path)
    if found is None:
        return
    columns = _columns(found, max(len(row) for row in sample), choice)
    columns.one_a_cell |= is_omegat
    for row in chain(sample[found.body :], rows):
        entry = _entry(row, columns)
        if entry is not None:
            yield entry


def _columns(found: TextColumns, width: int, choice: ColumnChoice) -> _Columns:
    columns = _Columns(terms={"zh": [found.zh], "en": [found.en]})
    for place in range(width):
        if place in (found.zh, found.en):
            continue
        name = found.name(place)
        if place < len(found.head) and _STATUS.search(found.head[place].strip()):
            columns.status.append(place)
        elif name is None:
            columns.notes += [place] if not found.head else []
        elif name.kind == "text" and name.language and choice.of(name.language) is None:
            columns.terms[name.language].append(place)
        elif name.kind == "variants":
            columns.variants.append((place, name.language))
        elif name.kind in _FIELDS:
            columns.fields.setdefault(name.kind, place)
    columns.one_a_cell = bool(columns.variants)  # a bar within a term is then the term's own
    columns.only_bars = any(map(_MEMOQ.match, found.head))
    return columns


def _entry(row: Sequence[str], columns: _Columns) -> Entry | None:
    forms: dict[Language, list[str]] = {"zh": [], "en": []}
    for language, other in zip(_LANGUAGES, reversed(_LANGUAGES), strict=True):
        opposite = _cell(row, columns.terms[other][0])
        for place in columns.terms[language]:
            cell = _cell(row, place)
            if columns.one_a_cell:
                forms[language].append(segment(cell))
            elif columns.only_bars:
                forms[language] += map(segment, _BAR.split(cell))
            else:
                forms[language] += terms_in_cell(cell, language, opposite)
    for place, said in columns.variants:
        for form in map(segment, _BAR.split(_cell(row, place))):
            forms[said or language_of(form) or "en"].append(form)
    zh, en = ([form for form in forms[side] if form] for side in _LANGUAGES)
    if not zh or not en:
        return None
    return make_entry(
        zh,
        en,
        banned=_banned(row, columns, {"zh": zh, "en": en}),
        part=_named_cell(row, columns, "part"),
        domain=_named_cell(row, columns, "domain"),
        note=_named_cell(row, columns, "note") or _note(row, columns),
        score=_named_cell(row, columns, "confidence"),
        count=_named_cell(row, columns, "count"),
    )


def _note(row: Sequence[str], columns: _Columns) -> str:
    cells = (_cell(row, place).strip() for place in columns.notes)
    return "; ".join(cell for cell in cells if _SAYING.search(cell))


def _banned(
    row: Sequence[str], columns: _Columns, forms: Mapping[Language, Sequence[str]]
) -> dict[str, TermStatus]:
    """Return the forms of a row that are not to be used; a last cell may have been divided."""
    places = sorted((place, side) for side in forms for place in columns.terms[side])
    banned: dict[str, TermStatus] = {}
    for place in columns.status:
        is_last = place >= max(columns.status) and place > places[-1][0]
        status = status_of(";".join(row[place:]) if is_last else _cell(row, place))
        side = next((side for at, side in reversed(places) if at < place), places[-1][1])
        if status:
            banned |= dict.fromkeys(forms[side], status)
    return banned


def make_entry(
    zh: Sequence[str],
    en: Sequence[str],
    *,
    banned: Mapping[str, TermStatus] | None = None,
    part: str = "",
    domain: str = "",
    note: str = "",
    score: str = "",
    count: str = "",
) -> Entry:
    """Make an entry of what a file says; what is no figure, or no part of speech, is none.

    `banned` says which forms are not to be used.
    """
    (zh_term, zh_variants), (en_term, en_variants) = (
        _headed(list(dict.fromkeys(forms)), banned or {}) for forms in (zh, en)
    )
    part = {"propernoun": "proper noun"}.get(part.strip().lower(), part.strip().lower())
    return Entry(
        zh_term,
        en_term,
        zh_variants,
        en_variants,
        score=_figure(score),
        count=int(_whole(count)),
        part_of_speech=part if part in _PARTS else "",  # type: ignore[arg-type]
        domain=segment(domain),
        note=segment(note),
    )


def _headed(
    forms: Sequence[str], banned: Mapping[str, TermStatus]
) -> tuple[str, tuple[Variant, ...]]:
    """Return the first form that may be used, or nothing, and the others as its variants."""
    term = next((form for form in forms if not banned.get(form)), "")
    return term, tuple(Variant(form, status=banned.get(form, "")) for form in forms if form != term)


def _figure(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if 0 <= value <= 1 else None


def _whole(text: str) -> int:
    digits = text.strip().removesuffix(".0")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else 0


def _named_cell(row: Sequence[str], columns: _Columns, name: str) -> str:
    place = columns.fields.get(name)
    return "" if place is None else _cell(row, place)


def _cell(row: Sequence[str], place: int) -> str:
    return row[place] if place < len(row) else ""
