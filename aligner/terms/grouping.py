"""Which candidates are one term in other forms, and the entry they make together.

One key already holds both Chinese scripts, and capitals and plurals of English. Here the
renderings of one Chinese term join, and Chinese terms with a character and the English in common
(樣本 and 標本, sample). Names join when they sound alike (特朗普 and 川普). How often each was used
stays with it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from aligner.lexicon import background_table, likeness, says_little
from aligner.terms.names import is_name, part_of_speech
from aligner.terms.pinyin import is_spelt
from aligner.terms.tally import Candidate, as_examples, best_examples
from aligner.terms.values import Entry, Variant

_SOUNDS = 0.6
_DOUBTFUL = 0.2
"""What scores less than this part of the first is no variant but a doubt of its own."""
_ALSO = 0.4
"""What scores this part of the first is another rendering, though one holds the other's words."""
_NEARLY = 0.7
"""Of renderings that score this part of the best, the commonest stands for the others."""


def grouped(ranked: Sequence[tuple[Candidate, float]]) -> list[Entry]:
    """Return the entries of candidates that are given best first, in the same order."""
    groups: list[list[tuple[Candidate, float]]] = []
    homes: dict[tuple[str, str], list[int]] = {}
    beside: Counter[int] = Counter()
    for candidate, score in ranked:
        sides = ("zh", candidate.zh), ("en", candidate.en)
        near = [home for side in sides for home in homes.get(side, ())]
        scrap_of = next((k for k in near if _is_scrap(candidate, groups[k][0][0])), None)
        if scrap_of is not None:  # the term stands there, too
            beside[scrap_of] += candidate.count
            continue
        home = next((k for k in near if _belongs(candidate, score, groups[k][0])), None)
        if home is None:
            home = len(groups)
            groups.append([])
            for side in sides:
                homes.setdefault(side, []).append(home)
        groups[home].append((candidate, score))
    return [_entry(group, beside[number]) for number, group in enumerate(groups)]


def _is_scrap(candidate: Candidate, first: Candidate) -> bool:
    """Whether a candidate is a term and a word beside it, on one side: 當林鋒, moment Lin Feng.

    Beside a name no word belongs to it but another name; beside other terms verbs and small words
    do not (隊長說, cousin led).
    """
    if candidate.defined or candidate.set_off:
        return False
    if first.en == candidate.en:
        beside = candidate.zh.split(first.zh)
        if len(beside) == 1 or first.zh == candidate.zh:
            return False
        return is_name(first) or all(_is_small(part) for part in beside if part)
    ours, theirs = set(first.en.split()), set(candidate.en.split())
    if first.zh != candidate.zh:
        return False
    if theirs < ours:  # startled, beside Startled Swan
        return is_name(first) and not is_name(candidate)
    if not ours < theirs:
        return False
    more = [word for word in candidate.en_words if word.is_content and word.key not in ours]
    if is_name(first):
        return not all(word.name for word in candidate.en_words if word.is_content)
    return bool(more) and all(word.kind in ("v", "t") and not word.name for word in more)


def _is_small(part: str) -> bool:
    """Whether characters beside a Chinese term are a verb or a small word."""
    return says_little(part) or background_table().kind(part) in ("f", "v", "t")


def _belongs(candidate: Candidate, score: float, head: tuple[Candidate, float]) -> bool:
    """Whether a candidate is another form of the term that heads a group."""
    first, best = head
    if score < _DOUBTFUL * best:
        return False
    names = is_name(first) and is_name(candidate)
    if first.zh == candidate.zh:
        ours, theirs = first.en.split(), candidate.en.split()
        nested = set(ours) < set(theirs) or set(theirs) < set(ours)
        return not nested or names or ours[-1] == theirs[-1] or score >= _ALSO * best
    if first.en != candidate.en:
        return False
    if set(first.zh) & set(candidate.zh):
        return True
    name = first.en_words[-1].key
    return names and all(likeness(one.zh, name) >= _SOUNDS for one in (first, candidate))


def _entry(group: list[tuple[Candidate, float]], beside: int) -> Entry:
    """Return the entry of a group, which stands in so many pairs beside another word as well."""
    best, score = group[0]
    zh_forms: Counter[str] = Counter()
    en_forms: Counter[str] = Counter()
    for candidate, _ in group:
        zh_forms.update(candidate.zh_forms)
        en_forms.update(candidate.en_forms)
    near = [c for c, value in group if c.zh == best.zh and value >= _NEARLY * score]
    best = max(near, key=lambda c: c.count)
    # The English of a name is all of it, though a text says Wang more often than Wang Miao.
    best = next((c for c, _ in group if c.zh == best.zh and is_spelt(c.zh, c.en)), best)
    zh, en = best.zh_forms.most_common(1)[0][0], _headword(best)
    examples = best_examples([e for candidate, _ in group for e in candidate.examples])
    return Entry(
        zh,
        en,
        _variants(zh_forms, zh),
        _variants(en_forms, en),
        score=round(score, 3),
        count=beside + sum(candidate.count for candidate, _ in group),
        examples=as_examples(examples),
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
    last = candidate.en.split(" ")[-1]  # in the singular, which is shown where both are as common
    return max(forms, key=lambda form: (forms[form], form.lower().endswith(last)))


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
