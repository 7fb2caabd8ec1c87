"""How one term is rendered, place by place: by which of its forms, otherwise, or not made out.

What differs in form alone (plural, capitals) is one rendering.

Invariant: each pair that has the term has it in exactly one rendering, or in several if the other
text has several of its forms.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from aligner.article import Language
from aligner.files import one_line, write_atomically
from aligner.term import Term
from aligner.terms.compliance import form_key
from aligner.terms.matching import Matcher, TermMatch
from aligner.terms.values import Entry, Rendering, TextPair, Use


def renderings_of(
    pairs: Sequence[TextPair], entry: Entry, *, source: Language = "zh"
) -> tuple[Rendering, ...]:
    """Return the renderings of an entry's term in pairs, the commonest first.

    `source` is the language of the term. Where none of the entry's forms stands, the rendering is
    what mining links to the term there, or empty.
    """
    target: Language = "en" if source == "zh" else "zh"
    terms = Matcher([Entry(form, form) for form in _forms(entry, source)])
    forms = Matcher([Entry(form, form) for form in _forms(entry, target)])
    ways: defaultdict[str, list[tuple[str, Use]]] = defaultdict(list)
    missed: list[int] = []
    for number, pair in enumerate(pairs):
        texts = pair if source == "zh" else (pair[1], pair[0])
        places = terms.find(texts[0], source)
        if not places:
            continue
        rendered = forms.find(texts[1], target)
        if not rendered:
            missed.append(number)
        for written, use in _uses(number, texts[1], places, rendered):
            ways[form_key(written, target)].append((written, use))
    for written, use in _otherwise(pairs, missed, entry, source):
        ways[form_key(written, target)].append((written, use))
    found = [_rendering(uses) for uses in ways.values()]
    return tuple(sorted(found, key=lambda way: (not way.text, -len(way.uses), way.text)))


def _rendering(uses: Sequence[tuple[str, Use]]) -> Rendering:
    """Return uses that differ in form alone as one rendering, by its commonest form."""
    [(text, _)] = Counter(written for written, _ in uses).most_common(1)
    return Rendering(text, tuple(use for _, use in sorted(uses, key=lambda one: one[1].pair)))


def _forms(entry: Entry, language: Language) -> tuple[str, ...]:
    return entry.zh_forms if language == "zh" else entry.en_forms


def _uses(
    number: int, text: str, places: Sequence[TermMatch], rendered: Sequence[TermMatch]
) -> list[tuple[str, Use]]:
    """Return each form that stands in a text, once, beside the first place of the term."""
    first: dict[str, TermMatch] = {}
    for match in rendered:
        first.setdefault(text[match.start : match.end], match)
    at = places[0].start, places[0].end
    return [
        (written, Use(number, at, (match.start, match.end))) for written, match in first.items()
    ]


def _otherwise(
    pairs: Sequence[TextPair], missed: Sequence[int], entry: Entry, source: Language
) -> list[tuple[str, Use]]:
    """Return how the term is rendered in pairs that have none of the entry's forms."""
    if not missed:
        return []
    from aligner.terms.consistency import find_inconsistencies

    usable = replace(
        entry,
        zh_variants=tuple(v for v in entry.zh_variants if not v.status),
        en_variants=tuple(v for v in entry.en_variants if not v.status),
    )
    found = find_inconsistencies([pairs[number] for number in missed], [usable], source=source)
    uses: dict[int, tuple[str, Use]] = {}
    for one in found:
        for rendering in one.renderings if one.kind == "otherwise" else ():
            for use in rendering.uses:
                number = missed[use.pair]
                if number not in uses or rendering.text:
                    uses[number] = rendering.text, replace(use, pair=number)
    return [uses[number] for number in missed if number in uses]


def with_rendering(term: Term, text: str, *, source: Language = "zh") -> Term:
    """Return a term, accepted, whose rendering is this text and what only differs in form."""
    target: Language = "en" if source == "zh" else "zh"
    forms = (term.en, *term.en_variants) if source == "zh" else (term.zh, *term.zh_variants)
    key = form_key(text, target)
    same = tuple(form for form in forms if form != text and form_key(form, target) == key)
    if source == "zh":
        return replace(term, en=text, en_variants=same, decision="accepted")
    return replace(term, zh=text, zh_variants=same, decision="accepted")


def to_be_changed(
    renderings: Sequence[Rendering], term: Term, *, source: Language = "zh"
) -> list[Rendering]:
    """Return the renderings that a term does not have."""
    target: Language = "en" if source == "zh" else "zh"
    forms = (term.en, *term.en_variants) if source == "zh" else (term.zh, *term.zh_variants)
    kept = {form_key(form, target) for form in forms}
    return [one for one in renderings if form_key(one.text, target) not in kept]


def write_places(
    path: Path,
    renderings: Sequence[Rendering],
    pairs: Sequence[TextPair],
    name_of: Callable[[int], str],
) -> int:
    """Write the places of renderings as a table with tabs: place, rendering, both texts.

    Returns how many there are. `name_of` says how a pair is called. Raises UnwritableOutput.
    """
    lines = ["place\trendering\tzh\ten"]
    for one in renderings:
        for use in one.uses:
            cells = (name_of(use.pair), one.text, *pairs[use.pair])
            lines.append("\t".join(one_line(cell).replace("\t", " ") for cell in cells))
    content = "\n".join([*lines, ""]).encode("utf-8", "replace")
    write_atomically(path, content)
    return len(lines) - 1
