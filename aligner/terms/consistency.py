"""Where a term was rendered otherwise than a glossary has it, and where in several ways.

A glossary's term is kept where any of its renderings stands in the other text, also in the plural
or grown into a longer word (Ukraine in Ukrainian). Which words stand for a term that was not kept
is what mining links to it; where it links nothing, the place is given without them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from aligner.article import Language
from aligner.lexicon import TextSpan
from aligner.terms.compliance import STEM, BannedForms, TargetText, form_key
from aligner.terms.matching import Matcher, TermMatch
from aligner.terms.ranking import scores
from aligner.terms.tally import Candidate, Tally
from aligner.terms.values import Entry, Inconsistency, Rendering, TextPair, Use

_MIN_SCORE = 0.25
"""Score of a rendering that counts as one, where no glossary names the term."""


def find_inconsistencies(
    pairs: Sequence[TextPair], glossary: Iterable[Entry], *, source: Language = "zh"
) -> list[Inconsistency]:
    """Return what `aligner.terms.inconsistencies` says."""
    entries = list(glossary)
    from aligner.terms.mining import tally_of

    tally = tally_of(pairs)
    found = list(_otherwise(pairs, entries, source, _by_place(tally, source)))
    named = {form_key(form, source) for entry in entries for form in _forms(entry, source)}
    return found + list(_several(tally, source, named))


def _otherwise(
    pairs: Sequence[TextPair],
    entries: Sequence[Entry],
    source: Language,
    linked: dict[tuple[int, TextSpan], tuple[str, TextSpan]],
) -> Iterator[Inconsistency]:
    accepted: defaultdict[str, list[str]] = defaultdict(list)
    target: Language = "en" if source == "zh" else "zh"
    for entry in entries:
        for form in _forms(entry, source):
            accepted[form_key(form, source)] += _forms(entry, target)
    matcher = Matcher(entries)
    missed: dict[str, dict[str, list[Use]]] = {}
    banned = BannedForms(entries, source)
    misused: dict[str, dict[str, list[Use]]] = {}
    for number, pair in enumerate(pairs):
        texts = pair if source == "zh" else (pair[1], pair[0])
        places: defaultdict[str, list[TermMatch]] = defaultdict(list)
        for span in matcher.find(texts[0], source):
            places[form_key(texts[0][span.start : span.end], source)].append(span)
        if not places:
            continue
        text, used = TargetText(texts[1], target), banned.used(texts[1])
        for key, spans in places.items():
            wrong = [use for form in banned.of(key) for use in used.get(form, ())]
            if wrong:
                _note_banned(misused, source, number, texts, spans, wrong)
            elif accepted[key] and not text.has_one_of(accepted[key]):
                for span in spans:
                    at = (span.start, span.end)
                    rendering, place = linked.get((number, at), ("", None))
                    uses = missed.setdefault(_head(span, source), {}).setdefault(rendering, [])
                    uses.append(Use(number, at, place))
    for term, kind, ways in _in_order(entries, source, misused, missed):
        expected = tuple(dict.fromkeys(accepted[form_key(term, source)]))
        yield Inconsistency(kind, term, expected, _renderings(ways))


_Ways = dict[str, dict[str, list[Use]]]


def _note_banned(
    misused: _Ways,
    source: Language,
    number: int,
    texts: TextPair,
    spans: Sequence[TermMatch],
    wrong: Sequence[TermMatch],
) -> None:
    """Note each use of what is not to be used, beside the place of the term that it stands for.

    The first use stands for the first place and so on; what is over, for the last one.
    """
    for k, use in enumerate(sorted(wrong, key=lambda match: match.start)):
        span = spans[min(k, len(spans) - 1)]
        written = texts[1][use.start : use.end]
        uses = misused.setdefault(_head(span, source), {}).setdefault(written, [])
        uses.append(Use(number, (span.start, span.end), (use.start, use.end)))


def _in_order(
    entries: Sequence[Entry], source: Language, misused: _Ways, missed: _Ways
) -> Iterator[tuple[str, Literal["banned", "otherwise"], dict[str, list[Use]]]]:
    """Yield the terms in the order of the glossary, each with what was found of it."""
    for term in (forms[0] for entry in entries if (forms := _forms(entry, source))):
        if ways := misused.pop(term, None):
            yield term, "banned", ways
        if ways := missed.pop(term, None):
            yield term, "otherwise", ways


def _several(tally: Tally, source: Language, named: set[str]) -> Iterator[Inconsistency]:
    score = scores(tally)
    ways: defaultdict[str, list[Candidate]] = defaultdict(list)
    for key, candidate in tally.candidates.items():
        term = key[0] if source == "zh" else key[1]
        if score[key] >= _MIN_SCORE and form_key(term, source) not in named:
            ways[term].append(candidate)
    found = [
        (term, different)
        for term, candidates in ways.items()
        if len(different := _different(candidates, source)) > 1
    ]
    for _, candidates in sorted(found, key=lambda item: -sum(c.count for c in item[1])):
        yield Inconsistency(
            "several",
            _commonest(candidates, source),
            (),
            _renderings({_shown(c, source): _uses(c, source) for c in candidates}),
        )


def _different(candidates: list[Candidate], source: Language) -> list[Candidate]:
    """Return the candidates whose renderings are not forms of one another."""
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: -c.count):
        new = candidate.en if source == "zh" else candidate.zh
        old = [c.en if source == "zh" else c.zh for c in kept]
        if not any(_is_form(new, other, source) for other in old):
            kept.append(candidate)
    return kept


def _is_form(one: str, other: str, source: Language) -> bool:
    if one in other or other in one:
        return True
    if source == "en":
        return False
    mine, theirs = one.split(), other.split()
    return len(mine) == len(theirs) and all(
        a[:STEM] == b[:STEM] for a, b in zip(mine, theirs, strict=True)
    )


def _by_place(tally: Tally, source: Language) -> dict[tuple[int, TextSpan], tuple[str, TextSpan]]:
    """Return what each place of the source was linked to: text and place, the best of several."""
    found: dict[tuple[int, TextSpan], tuple[str, TextSpan]] = {}
    for candidate in sorted(tally.candidates.values(), key=lambda c: c.quality / c.count):
        for number, zh_at, en_at in candidate.places:
            at, there = (zh_at, en_at) if source == "zh" else (en_at, zh_at)
            found[number, at] = (_shown(candidate, source), there)
    return found


def _renderings(ways: dict[str, list[Use]]) -> tuple[Rendering, ...]:
    ordered = sorted(ways.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(Rendering(text, tuple(uses)) for text, uses in ordered)


def _uses(candidate: Candidate, source: Language) -> list[Use]:
    return [
        Use(number, zh_at, en_at) if source == "zh" else Use(number, en_at, zh_at)
        for number, zh_at, en_at in candidate.places
    ]


def _shown(candidate: Candidate, source: Language) -> str:
    """Return a rendering as it was commonest written."""
    forms = candidate.en_forms if source == "zh" else candidate.zh_forms
    return forms.most_common(1)[0][0]


def _commonest(candidates: Sequence[Candidate], source: Language) -> str:
    best = max(candidates, key=lambda c: c.count)
    forms = best.zh_forms if source == "zh" else best.en_forms
    return forms.most_common(1)[0][0]


def _head(span: TermMatch, source: Language) -> str:
    return _forms(span.entry, source)[0]


def _forms(entry: Entry, language: Language) -> tuple[str, ...]:
    return entry.zh_forms if language == "zh" else entry.en_forms
