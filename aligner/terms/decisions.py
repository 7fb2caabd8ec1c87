"""What a translator has decided about terms, and what mining found, as one glossary."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from aligner.term import Term
from aligner.terms.matching import chinese_key, english_key
from aligner.terms.values import Entry, Variant

_Key = tuple[str, tuple[str, ...]]


def entry_of(term: Term, found: Entry | None = None) -> Entry:
    """Return a term as a glossary is written, with what mining knows of it."""
    base = found or Entry(term.zh, term.en)
    return replace(
        base,
        zh=term.zh,
        en=term.en,
        zh_variants=tuple(Variant(form) for form in term.zh_variants),
        en_variants=tuple(Variant(form) for form in term.en_variants),
        domain=term.domain,
        note=term.note,
    )


def with_decisions(entries: Sequence[Entry], terms: Iterable[Term]) -> list[Entry]:
    """Return the accepted terms, then the mined entries that nobody has decided on.

    An accepted term says what its Chinese is in English; other entries for that Chinese, and
    rejected ones, are left out.
    """
    terms = list(terms)
    accepted = [term for term in terms if term.is_accepted]
    settled = {chinese_key(form) for term in accepted for form in (term.zh, *term.zh_variants)}
    rejected = {key for term in terms if not term.is_accepted for key in _keys(entry_of(term))}
    found = {key: entry for entry in reversed(entries) for key in _keys(entry)}
    kept = [entry_of(term, found.get(_key(term.zh, term.en))) for term in accepted]
    for entry in entries:
        if any(chinese_key(form) in settled for form in entry.zh_forms):
            continue
        if not rejected.intersection(_keys(entry)):
            kept.append(entry)
    return kept


def _keys(entry: Entry) -> Iterable[_Key]:
    return [_key(zh, en) for zh in entry.zh_forms for en in entry.en_forms]


def _key(zh: str, en: str) -> _Key:
    return chinese_key(zh), tuple(english_key(en))
