"""Which candidates are one term in other forms, and the entry they make together.

One key already holds both Chinese scripts, and capitals and plurals of English. Here names join:
特朗普 and 川普, which have the same English and sound like it; Putin and Vladimir Putin, which have
the same Chinese.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from aligner.terms.ranking import is_name, part_of_speech
from aligner.terms.sounds import likeness
from aligner.terms.tally import Candidate, best_examples
from aligner.terms.values import Entry, Variant

_SOUNDS = 0.6


def grouped(ranked: Sequence[tuple[Candidate, float]]) -> list[Entry]:
    """Return the entries of candidates that are given best first, in the same order."""
    groups: list[list[tuple[Candidate, float]]] = []
    by_zh: dict[str, list[int]] = {}
    by_en: dict[str, list[int]] = {}
    for candidate, score in ranked:
        home = next(
            (
                k
                for k in (*by_zh.get(candidate.zh, ()), *by_en.get(candidate.en, ()))
                if _are_one(groups[k][0][0], candidate)
            ),
            None,
        )
        if home is None:
            home = len(groups)
            groups.append([])
            by_zh.setdefault(candidate.zh, []).append(home)
            by_en.setdefault(candidate.en, []).append(home)
        groups[home].append((candidate, score))
    return [_entry(group) for group in groups]


def _are_one(first: Candidate, other: Candidate) -> bool:
    if not (is_name(first) and is_name(other)):
        return False
    if first.zh == other.zh:
        ours, theirs = set(first.en.split()), set(other.en.split())
        return ours < theirs or theirs < ours
    if first.en != other.en or not (first.zh_words[0].kind and other.zh_words[0].kind):
        return False
    name = first.en_words[-1].key
    return all(likeness(one.zh, name) >= _SOUNDS for one in (first, other))


def _entry(group: list[tuple[Candidate, float]]) -> Entry:
    best, score = group[0]
    zh_forms: Counter[str] = Counter()
    en_forms: Counter[str] = Counter()
    for candidate, _ in group:
        zh_forms.update(candidate.zh_forms)
        en_forms.update(candidate.en_forms)
    zh, en = best.zh_forms.most_common(1)[0][0], _headword(best)
    examples = best_examples([e for candidate, _ in group for e in candidate.examples])
    return Entry(
        zh,
        en,
        _variants(zh_forms, zh),
        _variants(en_forms, en),
        score=round(score, 3),
        count=sum(candidate.count for candidate, _ in group),
        examples=tuple(example for _, example in examples),
        part_of_speech=part_of_speech(best),
    )


def _headword(candidate: Candidate) -> str:
    """Return the English form that a glossary shows: commonest, small letters unless a name."""
    forms = Counter(candidate.en_forms)
    if not is_name(candidate):
        for form in list(forms):
            small = _small(form, candidate)
            if small != form:
                forms[small] += forms.pop(form)
    return forms.most_common(1)[0][0]


def _small(form: str, candidate: Candidate) -> str:
    """Return a form with the capital of its first word taken away, if that is no name."""
    words = form.split(" ")
    for k, word in enumerate(words):
        known = candidate.en_words[k] if k < len(candidate.en_words) else None
        if known is not None and not known.name and word[1:].islower():
            words[k] = word.lower()
    return " ".join(words)


def _variants(forms: Counter[str], chosen: str) -> tuple[Variant, ...]:
    return tuple(
        Variant(form, count)
        for form, count in forms.most_common()
        if form != chosen and form.lower() != chosen.lower()
    )


def without_examples(entry: Entry) -> Entry:
    """Return an entry that quotes no text, to be given to others."""
    return replace(entry, examples=())
