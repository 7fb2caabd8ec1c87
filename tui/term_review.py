"""What the actions of the glossary screen work on: the terms of a project, decided and mined."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from textual.screen import Screen

from aligner.bitext import Bitext
from aligner.edits import Change
from aligner.term import Term
from tui.candidates import ListedTerm, is_shown, listed
from tui.settings import Settings
from tui.term_list import Examples, TermList
from tui.term_session import TermSession

if TYPE_CHECKING:
    from aligner.terms import Entry
    from tui.keyed_screen import KeyedScreen

Answer = TypeVar("Answer")

_EXAMPLES = 6
"""Pairs that are shown below the list."""


class TermReview:
    """A sitting at the terms of a project, and the screen that shows it."""

    def __init__(
        self,
        session: TermSession,
        settings: Settings,
        screen: KeyedScreen[TermReview],
        min_count: int = 1,
    ) -> None:
        self.session = session
        self.settings = settings
        self.words = settings.words
        self.screen = screen
        self.entries: Sequence[Entry] = ()
        """What mining has found."""
        self.is_mining = True
        self.status = "all"
        """Which terms are shown: the name of one of `tui.candidates.FILTERS`."""
        self.min_count = min_count
        """In how few pairs a candidate may have been seen to be shown."""
        self.query = ""
        """What was searched for last."""
        self.held: ListedTerm | None = None
        """The term that is to become a variant of another."""

    @property
    def term_list(self) -> TermList:
        """The list of terms on the screen."""
        return self.screen.query_one(TermList)

    # Talking.

    def say(self, text: str, *, is_problem: bool = False) -> None:
        """Show a sentence until the next key."""
        self.screen.say(text, is_problem=is_problem)

    def ask(self, dialog: Screen[Answer | None], answered: Callable[[Answer], None]) -> None:
        """Show a dialog, and call `answered` with its answer; not if there was none (Esc)."""
        self.screen.ask(dialog, answered)

    # Editing.

    def check_writable(self) -> None:
        """Raise ImpossibleEdit with the reason where no decision can be kept."""
        self.session.check_writable(self.words)

    def do(self, edit: Callable[[Bitext], Change]) -> Change:
        """Make an edit of the terms, and show it. Raises DuizhaoError if it cannot be made."""
        self.check_writable()
        change = self.session.apply("term", edit(self.session.bitext))
        self.changed()
        return change

    # Showing.

    def choose(self, row: int) -> None:
        """Choose a line of the list."""
        self.term_list.choose(row)
        self._show_chosen()

    def choose_term(self, term: Term) -> None:
        """Choose the line of a term, if it is shown."""
        for row, one in enumerate(self.term_list.rows):
            if (one.term.zh, one.term.en) == (term.zh, term.en):
                self.choose(row)
                return

    def changed(self) -> None:
        """Show the terms as they stand now."""
        terms = listed(self.session.bitext.terms, self.entries, self.min_count)
        counts = dict.fromkeys(("accepted", "rejected", "open"), 0)
        for one in terms:
            counts[one.status] += 1
        head = self.words("terms head", **counts)
        if self.min_count > 1:
            head += self.words("terms floor", count=self.min_count)
        self.screen.show_head(head)
        self.term_list.empty_text = "" if self.is_mining else self.words("no terms")
        source = self.session.source
        self.term_list.show([one for one in terms if is_shown(one, self.status, source)])
        self._show_chosen()

    def _show_chosen(self) -> None:
        one = self.term_list.chosen
        panel = self.screen.query_one(Examples)
        if one is None:
            panel.show("", ())
        else:
            examples = one.entry.examples[:_EXAMPLES] if one.entry is not None else ()
            panel.show("  ".join(self._about(one)), examples)

    def _about(self, one: ListedTerm) -> list[str]:
        """Return what is known about a term."""
        parts = [self.words(f"term {one.status}")]
        entry = one.entry
        if entry is not None and entry.score is not None:
            score = f"{entry.score:.2f}"
            parts.append(self.words("term seen", count=entry.count, score=score))
        if forms := (*one.term.zh_variants, *one.term.en_variants):
            parts.append(self.words("term variants", forms=", ".join(forms)))
        return parts + [text for text in (one.term.domain, one.term.note) if text]
