"""The glossary screen: what the pairs offer as terms, to be taken, turned down, changed, merged.

Every decision is an edit of the project, undone like any other. Candidates are mined anew when the
screen opens and kept nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget

from aligner.bitext import Bitext
from tui.actions import TERM_ACTIONS
from tui.keyed_screen import KeyedScreen
from tui.messages import Mined
from tui.session import Session
from tui.settings import Settings
from tui.term_list import Examples, TermList
from tui.term_review import TermReview


class GlossaryScreen(KeyedScreen[TermReview]):
    """Lists the terms of a session's project."""

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__(settings, TERM_ACTIONS)
        self.terms = TermReview(session, settings, self)

    @property
    def subject(self) -> TermReview:
        """What the actions work on."""
        return self.terms

    def body(self) -> Iterable[Widget]:
        """Yield the list and the examples of the chosen term."""
        yield TermList(plain=self.settings.is_plain)
        yield Examples()

    def on_mount(self) -> None:
        """Show what was decided, and look for more."""
        self.terms.term_list.focus()
        bitext = self.terms.session.bitext
        self.in_background("mine", lambda: self._mine(bitext))
        self.terms.changed()
        self.say(self.words("mining"))

    def _mine(self, bitext: Bitext) -> None:
        """Find terms in the pairs; work for a thread."""
        from aligner.terms import mine

        pairs = [
            (pair.zh_text, pair.en_text)
            for pair in bitext.pairs
            if pair.is_full and pair.status != "excluded"
        ]
        self.post_message(Mined(mine(pairs)))

    def on_mined(self, event: Mined) -> None:
        self.terms.entries, self.terms.is_mining = event.entries, False
        self.say("")
        self.terms.changed()

    def takes_key(self, key: str) -> bool:
        """Let Esc let go of a held term, before it goes back to the pairs."""
        if key != "escape" or self.terms.held is None:
            return False
        self.terms.held = None
        self.say(self.words("let go"))
        return True

    def on_term_list_chosen(self, event: TermList.Chosen) -> None:
        self.terms.choose(event.row)
