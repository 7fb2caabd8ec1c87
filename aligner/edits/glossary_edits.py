"""Edits of the glossary: taking a term, turning one down, changing, merging.

A term is known by its Chinese and English; an edit replaces the term that has both.
"""

from __future__ import annotations

from dataclasses import replace

from aligner.bitext import Bitext
from aligner.edits.change import Change
from aligner.errors import ImpossibleEdit
from aligner.term import Term


def decide(bitext: Bitext, term: Term) -> Change:
    """Put a term into the glossary, in the place of one with the same Chinese and English."""
    if not (term.zh.strip() and term.en.strip()):
        raise ImpossibleEdit("A term needs words in both languages.")
    return _exchanged(bitext, find_term(bitext, term.zh, term.en), term)


def forget(bitext: Bitext, term: Term) -> Change:
    """Take a term out of the glossary, as if nothing had been decided of it."""
    return _exchanged(bitext, find_term(bitext, term.zh, term.en), None)


def change_term(bitext: Bitext, old: Term, new: Term) -> Change:
    """Put one term in the place of another; an empty change if they are equal."""
    if not (new.zh.strip() and new.en.strip()):
        raise ImpossibleEdit("A term needs words in both languages.")
    gone = [find_term(bitext, old.zh, old.en), find_term(bitext, new.zh, new.en)]
    return _change(bitext, [term for term in gone if term is not None], [new])


def merge_terms(bitext: Bitext, into: Term, other: Term) -> Change:
    """Make the forms of another term variants of this one, which is taken; the other goes."""
    zh = _joined((*into.zh_variants, other.zh, *other.zh_variants), into.zh)
    en = _joined((*into.en_variants, other.en, *other.en_variants), into.en)
    merged = replace(into, zh_variants=zh, en_variants=en, decision="accepted")
    gone = [find_term(bitext, term.zh, term.en) for term in (into, other)]
    return _change(bitext, [term for term in gone if term is not None], [merged])


def find_term(bitext: Bitext, zh: str, en: str) -> Term | None:
    """Return the term with this Chinese and English; None if the glossary has none."""
    return next((term for term in bitext.terms if (term.zh, term.en) == (zh, en)), None)


def _exchanged(bitext: Bitext, old: Term | None, new: Term | None) -> Change:
    return _change(bitext, [old] if old else [], [new] if new else [])


def _change(bitext: Bitext, old: list[Term], new: list[Term]) -> Change:
    gone, come = tuple(dict.fromkeys(old)), tuple(new)
    return Change() if gone == come else Change(old_terms=gone, new_terms=come)


def _joined(forms: tuple[str, ...], main: str) -> tuple[str, ...]:
    return tuple(form for form in dict.fromkeys(forms) if form != main)
