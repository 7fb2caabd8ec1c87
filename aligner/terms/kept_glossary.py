"""A glossary that is worked on: what its file has, and what was decided since, in a file beside it.

The glossary itself is written when somebody asks for it, never by the way: it may be a client's.
Each decision is in the file beside it at once, and rejected candidates stay there, so that they are
never offered again. Invariant: opening what was kept gives the terms that were kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

from aligner.article import Language
from aligner.errors import UnusableInput
from aligner.files import write_atomically
from aligner.term import Term
from aligner.terms.decisions import entry_of
from aligner.terms.formats import read_glossary, write_glossary
from aligner.terms.values import Entry

_ENDING = ".decisions.json"
_LARGEST = 64_000_000
"""Bytes of decisions that are read: some 300,000 terms."""
_Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class KeptGlossary:
    """A glossary and where it is kept."""

    path: Path
    """Which need not be there yet."""
    entries: tuple[Entry, ...] = ()
    """As the file has them."""
    terms: tuple[Term, ...] = ()
    """What holds now: terms of the file and decisions since, accepted and rejected ones."""

    @property
    def decisions_path(self) -> Path:
        """Where decisions are kept that are not in the glossary."""
        return self.path.with_name(self.path.name + _ENDING)


def open_glossary(
    path: Path, *, zh_column: str | None = None, en_column: str | None = None
) -> KeptGlossary:
    """Open a glossary in any form that is read, or begin one where there is none."""
    entries: Sequence[Entry] = ()
    if path.exists():
        entries = read_glossary(path, zh_column=zh_column, en_column=en_column)
    glossary = KeptGlossary(path, tuple(entries))
    terms = {_pair(term): term for term in _terms_of(entries)}
    if glossary.decisions_path.exists():
        changed, removed = _read(glossary.decisions_path)
        for pair in removed:
            terms.pop(pair, None)
        terms.update((_pair(term), term) for term in changed)
    return replace(glossary, terms=tuple(sorted(terms.values())))


def keep_decisions(glossary: KeptGlossary, terms: Iterable[Term]) -> KeptGlossary:
    """Keep what holds now beside the glossary, which stays as it is."""
    terms = tuple(terms)
    in_file = set(_terms_of(glossary.entries))
    have = {_pair(term) for term in terms}
    content = {
        "terms": [asdict(term) for term in terms if term not in in_file],
        "removed": sorted(_pair(term) for term in in_file if _pair(term) not in have),
    }
    kept = replace(glossary, terms=terms)
    if any(content.values()) or kept.decisions_path.exists():
        text = json.dumps(content, ensure_ascii=False, indent=1)
        write_atomically(kept.decisions_path, text.encode("utf-8", "surrogatepass"))
    return kept


def save_glossary(
    glossary: KeptGlossary,
    path: Path | None = None,
    *,
    found: Iterable[Entry] = (),
    source: Language = "zh",
) -> KeptGlossary:
    """Write the accepted terms into the glossary's file; `found` are the entries of mining.

    What is left beside it are the rejected terms, and what stood there before, the first time, with
    the ending `.bak`. With another `path` that is written, and nothing else.
    """
    entries = _entries(glossary, {(one.zh, one.en): one for one in found})
    if path is not None and path != glossary.path:
        write_glossary(entries, path, source=source)
        return glossary
    backup = glossary.path.with_name(glossary.path.name + ".bak")
    if glossary.path.exists() and not backup.exists():
        write_atomically(backup, glossary.path.read_bytes())
    write_glossary(entries, glossary.path, source=source)
    return keep_decisions(replace(glossary, entries=tuple(entries)), glossary.terms)


def _entries(glossary: KeptGlossary, found: dict[_Pair, Entry]) -> list[Entry]:
    """Return what is written: in the glossary's order, then what is new to it.

    Entries that are no terms, since nothing of them may be used, stay as they are.
    """
    accepted = {_pair(term): term for term in glossary.terms if term.is_accepted}
    written: list[Entry] = []
    done: set[_Pair] = set()
    for entry in glossary.entries:
        pair = entry.zh, entry.en
        if not all(pair) or pair in done:
            written += [entry] if not all(pair) or pair in accepted else []
        elif pair in accepted:
            done.add(pair)
            written.append(_with_banned(entry_of(accepted[pair], entry), entry))
    new = [pair for pair in accepted if pair not in done]
    return written + [entry_of(accepted[pair], found.get(pair)) for pair in new]


def _with_banned(entry: Entry, old: Entry) -> Entry:
    """Return an entry with the forms that the old one says not to use."""
    return replace(
        entry,
        zh_variants=(*entry.zh_variants, *old.banned("zh")),
        en_variants=(*entry.en_variants, *old.banned("en")),
    )


def _terms_of(entries: Iterable[Entry]) -> list[Term]:
    """Return the terms of entries, each pair of Chinese and English once."""
    terms: dict[_Pair, Term] = {}
    for entry in entries:
        if entry.zh and entry.en:
            term = Term(
                entry.zh,
                entry.en,
                tuple(form for form in entry.zh_forms if form != entry.zh),
                tuple(form for form in entry.en_forms if form != entry.en),
                domain=entry.domain,
                note=entry.note,
            )
            terms.setdefault(_pair(term), term)
    return list(terms.values())


def _pair(term: Term) -> _Pair:
    return term.zh, term.en


def _read(path: Path) -> tuple[list[Term], list[_Pair]]:
    """Return the terms and the removed pairs of a file of decisions."""
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
        if len(content) > _LARGEST:
            raise ValueError
        read = json.loads(content.decode("utf-8", "surrogatepass"))
        terms = [_term(one) for one in read["terms"]]
        removed = [(str(zh), str(en)) for zh, en in read["removed"]]
    except OSError as problem:
        raise UnusableInput(f"{path} cannot be read: {problem.strerror}.") from problem
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as problem:
        raise UnusableInput(
            f"{path} does not hold decisions about terms, or was damaged; move it away to begin "
            "anew."
        ) from problem
    return terms, removed


def _term(read: dict[str, object]) -> Term:
    """Return a term as it was kept; ValueError or TypeError if it is none."""
    if not isinstance(read, dict) or read.keys() - {field.name for field in fields(Term)}:
        raise ValueError(read)
    known = {
        name: tuple(value) if isinstance(value, list) else value for name, value in read.items()
    }
    term = Term(**known)  # type: ignore[arg-type]  # what it holds is looked at below
    texts = (term.zh, term.en, term.domain, term.note, *term.zh_variants, *term.en_variants)
    if not all(isinstance(text, str) for text in texts):
        raise ValueError(read)
    if term.decision not in ("accepted", "rejected"):
        raise ValueError(read)
    return term
