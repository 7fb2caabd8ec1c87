"""Terms to rows of the project file and back. Invariant: what was put in comes out."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any, get_args

from aligner.project.texts import Stored, stored, stored_value, text_of, value_of
from aligner.term import Decision, Term

DECISIONS: dict[str, Decision] = {decision: decision for decision in get_args(Decision)}


def write_terms(database: sqlite3.Connection, terms: Iterable[Term]) -> None:
    """Put these terms in the place of all that are there."""
    database.execute("DELETE FROM term")
    database.executemany(
        "INSERT INTO term VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (
                stored(term.zh),
                stored(term.en),
                stored_value(term.zh_variants),
                stored_value(term.en_variants),
                term.decision,
                stored(term.domain),
                stored(term.note),
            )
            for term in terms
        ),
    )


def read_terms(database: sqlite3.Connection) -> tuple[Term, ...]:
    """Return the terms, in the order that a bitext keeps them in."""
    return tuple(sorted(_term(*row) for row in database.execute("SELECT * FROM term")))


def term_to_json(term: Term) -> list[Any]:
    """Return a term as the history holds it in JSON."""
    return [
        term.zh,
        term.en,
        term.zh_variants,
        term.en_variants,
        term.decision,
        term.domain,
        term.note,
    ]


def term_from_json(row: Sequence[Any]) -> Term:
    """Return the term that `term_to_json` made JSON of."""
    zh, en, zh_variants, en_variants, decision, domain, note = row
    return Term(zh, en, tuple(zh_variants), tuple(en_variants), DECISIONS[decision], domain, note)


def _term(
    zh: Stored,
    en: Stored,
    zh_variants: Stored,
    en_variants: Stored,
    decision: str,
    domain: Stored,
    note: Stored,
) -> Term:
    return Term(
        text_of(zh),
        text_of(en),
        tuple(value_of(zh_variants)),
        tuple(value_of(en_variants)),
        DECISIONS[decision],
        text_of(domain),
        text_of(note),
    )
