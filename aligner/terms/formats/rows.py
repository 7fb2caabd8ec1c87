"""Rows of a table to entries: which column holds which language, and what the others say.

A first row that names both languages decides, in the words of our own tables, of memoQ or of
Phrase; without one the first two columns that hold text are asked which is which, and a third is
the note. Several columns of one language are variants.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import get_args

from aligner.article import Language
from aligner.files import segment
from aligner.formats import language_of_code
from aligner.script import han_share, weigh
from aligner.terms.formats.status import status_of
from aligner.terms.values import Entry, PartOfSpeech, TermStatus, Variant

_SAMPLE = 200
_BAR = re.compile(r"\s*\|\s*")
_FIELDS = {
    "part of speech": "part",
    "pos": "part",
    "partofspeech": "part",
    "term_pos": "part",
    "domain": "domain",
    "subject": "domain",
    "entry_domain": "domain",
    "entry_subject": "domain",
    "領域": "domain",
    "领域": "domain",
    "note": "note",
    "notes": "note",
    "comment": "note",
    "entry_note": "note",
    "備註": "note",
    "备注": "note",
    "score": "score",
    "count": "count",
}
_OTHER_END = re.compile(r"[ _](example|def|definition|status|usage|note|info)$", re.IGNORECASE)
_STATUS = re.compile(r"(?:^|[ _:])(?:status|term_info)$|状态$|狀態$", re.IGNORECASE)
_VARIANTS = re.compile(r"[ _]variants?$", re.IGNORECASE)
_PARTS: frozenset[str] = frozenset(get_args(PartOfSpeech))


@dataclass(slots=True)
class _Columns:
    """Columns by what they hold, from 0."""

    terms: dict[Language, list[int]] = field(default_factory=lambda: {"zh": [], "en": []})
    variants: dict[Language, list[int]] = field(default_factory=lambda: {"zh": [], "en": []})
    fields: dict[str, int] = field(default_factory=dict)
    status: list[int] = field(default_factory=list)
    """What is said of the term before it."""
    has_header: bool = False


def entries_of_rows(rows: Iterable[Sequence[str]]) -> Iterator[Entry]:
    """Make entries of the rows of a table; none if it has no column in one of the languages."""
    rows = iter(rows)
    sample = list(islice(rows, _SAMPLE))
    columns = (_named(sample[0]) if sample else None) or _guessed(sample)
    if columns is None:
        return
    for row in chain(sample[1:] if columns.has_header else sample, rows):
        entry = _entry(row, columns)
        if entry is not None:
            yield entry


def _named(header: Sequence[str]) -> _Columns | None:
    columns = _Columns(has_header=True)
    for place, cell in enumerate(header):
        name = cell.strip().removeprefix("\ufeff")
        if _STATUS.search(name):
            columns.status.append(place)
            continue
        if name.lower() in _FIELDS:
            columns.fields.setdefault(_FIELDS[name.lower()], place)
            continue
        bare = _VARIANTS.sub("", name)
        language = language_of_code(bare)
        if language is None or _OTHER_END.search(name):
            continue
        (columns.variants if bare != name else columns.terms)[language].append(place)
    return columns if columns.terms["zh"] and columns.terms["en"] else None


def _guessed(sample: Sequence[Sequence[str]]) -> _Columns | None:
    """Tell the languages of the first columns by what is written in them."""
    width = max((len(row) for row in sample), default=0)
    share = []
    for place in range(min(width, 8)):
        text = "\n".join(row[place] for row in sample if place < len(row))
        share.append(han_share(text) if sum(weigh(text)) else -1.0)
    written = [place for place, part in enumerate(share) if part >= 0]
    if len(written) < 2:
        return None
    first, second = written[:2]
    zh, en = (first, second) if share[first] >= share[second] else (second, first)
    if share[zh] <= 0.2:
        return None
    columns = _Columns(terms={"zh": [zh], "en": [en]})
    if len(written) > 2:
        columns.fields["note"] = written[2]
    return columns


def _entry(row: Sequence[str], columns: _Columns) -> Entry | None:
    forms: dict[Language, list[str]] = {"zh": [], "en": []}
    for language in forms:
        apart = bool(columns.variants[language])  # then a bar within a term is the term's own
        for place in columns.terms[language]:
            cell = _cell(row, place)
            forms[language] += [cell] if apart else _BAR.split(cell)
        for place in columns.variants[language]:
            forms[language] += _BAR.split(_cell(row, place))
    zh, en = ([segment(form) for form in forms[side] if segment(form)] for side in ("zh", "en"))
    if not zh or not en:
        return None
    return make_entry(
        zh,
        en,
        banned=_banned(row, columns, {"zh": zh, "en": en}),
        part=_named_cell(row, columns, "part"),
        domain=_named_cell(row, columns, "domain"),
        note=_named_cell(row, columns, "note"),
        score=_named_cell(row, columns, "score"),
        count=_named_cell(row, columns, "count"),
    )


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
