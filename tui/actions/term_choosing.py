"""Choosing terms on the glossary screen."""

from __future__ import annotations

from tui.term_review import TermReview


def choose_above(terms: TermReview) -> None:
    """Choose the term above."""
    terms.choose(terms.term_list.row - 1)


def choose_below(terms: TermReview) -> None:
    """Choose the term below."""
    terms.choose(terms.term_list.row + 1)


def choose_page_up(terms: TermReview) -> None:
    """Choose a term a screenful above."""
    terms.choose(terms.term_list.row - max(1, terms.term_list.size.height - 1))


def choose_page_down(terms: TermReview) -> None:
    """Choose a term a screenful below."""
    terms.choose(terms.term_list.row + max(1, terms.term_list.size.height - 1))


def choose_first(terms: TermReview) -> None:
    """Choose the first term."""
    terms.choose(0)


def choose_last(terms: TermReview) -> None:
    """Choose the last term."""
    terms.choose(len(terms.term_list.rows) - 1)
