"""The glossary screen: what the pairs offer as terms, to be taken, turned down, changed, merged.

Every decision is an edit, undone like any other; where it is kept, the session knows. Candidates
are mined anew when the screen opens and kept nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from textual.widget import Widget

from tui.actions import TERM_ACTIONS
from tui.actions.term_going import show_project
from tui.actions.term_places import show_places
from tui.keyed_screen import KeyedScreen
from tui.messages import Mined, ProjectOpened, RenderingsFound, WorkProgress
from tui.settings import Settings
from tui.term_list import Examples, TermList
from tui.term_review import TermReview
from tui.term_session import TermSession

if TYPE_CHECKING:  # opened when it is needed
    from aligner.terms import TextPair


class GlossaryScreen(KeyedScreen[TermReview]):
    """Lists the terms of a session's project."""

    def __init__(self, session: TermSession, settings: Settings, min_count: int = 1) -> None:
        super().__init__(settings, TERM_ACTIONS)
        self.terms = TermReview(session, settings, self, min_count)

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
        pairs = self.terms.session.text_pairs()
        self.in_background("mine", lambda: self._mine(pairs))
        self.terms.changed()
        self.say(self.words("mining"))

    def _mine(self, pairs: Sequence[TextPair]) -> None:
        """Find terms in the pairs; work for a thread."""
        from aligner.terms import mine

        def progress(_: str, done: int, total: int) -> None:
            share = f"{done / total:.0%}"
            self.post_message(WorkProgress(self.words("mining so far", percent=share)))

        self.post_message(Mined(mine(pairs, progress=progress)))

    def on_work_progress(self, event: WorkProgress) -> None:
        self.say(event.text)

    def on_mined(self, event: Mined) -> None:
        self.terms.entries, self.terms.is_mining = event.entries, False
        self.say("")
        self.terms.changed()

    def on_renderings_found(self, event: RenderingsFound) -> None:
        show_places(self.terms, event)

    def on_project_opened(self, event: ProjectOpened) -> None:
        show_project(self.terms, event)

    def say_anew(self) -> None:
        """Say everything in the language that the words have now."""
        super().say_anew()
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
