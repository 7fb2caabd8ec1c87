"""Writing the terms that were taken to a file."""

from __future__ import annotations

from pathlib import Path

from aligner.errors import ImpossibleEdit
from tui.term_review import TermReview


def ask_export(terms: TermReview) -> None:
    """Ask where to write the glossary, and write it."""
    from aligner.terms import glossary_suffixes
    from tui.dialogs.question import AskLine

    if not any(term.is_accepted for term in terms.session.bitext.terms):
        raise ImpossibleEdit(terms.words("nothing accepted"))
    path = terms.session.glossary_path
    formats = terms.words("export formats", formats=" ".join(glossary_suffixes()))
    question = AskLine(terms.words("ask export"), str(path), hint=formats)
    terms.ask(question, lambda answer: _export(terms, answer))


def _export(terms: TermReview, answer: str) -> None:
    from tui.dialogs.exporting import typed_path
    from tui.dialogs.overwriting import ask_before_overwriting

    if answer.strip():
        path = typed_path(answer)
        ask_before_overwriting(terms.screen, path, lambda: _write(terms, path))


def _write(terms: TermReview, path: Path) -> None:
    count = terms.session.write(path, terms.entries)
    terms.say(terms.words("term written", count=count, path=path))
