"""Finding terms on the glossary screen: by their text, and by what was decided about them."""

from __future__ import annotations

from aligner.bitext import find_in_text
from aligner.errors import ImpossibleEdit
from tui.candidates import FILTERS
from tui.term_review import TermReview

_DIGITS = 9
"""Of a number that is typed; no text has more pairs."""


def ask_filter(terms: TermReview) -> None:
    """Ask which terms to show, and show no others."""
    from tui.dialogs.choice import Choose

    def answered(status: str) -> None:
        terms.status = status
        terms.changed()

    answers = [(status, terms.words(f"term {status}")) for status in FILTERS]
    terms.ask(Choose(terms.words("ask filter"), answers, terms.status), answered)


def ask_floor(terms: TermReview) -> None:
    """Ask in how many pairs a candidate is to have been seen, and show no others."""
    from tui.dialogs.question import AskLine

    def answered(text: str) -> None:
        number = text.strip()
        if not number.isdecimal() or not int(number[:_DIGITS]) > 0:
            raise ImpossibleEdit(terms.words("no number", text=number))
        terms.min_count = int(number[:_DIGITS])
        terms.changed()

    terms.ask(AskLine(terms.words("ask floor"), str(terms.min_count)), answered)


def ask_search(terms: TermReview) -> None:
    """Ask what to search for, and go to the next term with it."""
    from tui.dialogs.question import AskLine

    def answered(query: str) -> None:
        if query.strip():
            terms.query = query
            _search(terms, terms.term_list.row)

    terms.ask(AskLine(terms.words("ask search"), terms.query), answered)


def search_on(terms: TermReview) -> None:
    """Go to the next term with the words that were searched for."""
    if terms.query:
        _search(terms, terms.term_list.row + 1)
    else:
        terms.say(terms.words("no search", key=terms.settings.key("term_search")))


def _search(terms: TermReview, start: int) -> None:
    rows = terms.term_list.rows
    for distance in range(len(rows)):
        row = (start + distance) % len(rows)
        if find_in_text(f"{rows[row].term.zh}\n{rows[row].term.en}", terms.query):
            terms.choose(row)
            return
    terms.say(terms.words("not found", query=terms.query), is_problem=True)
