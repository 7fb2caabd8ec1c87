"""What the actions of the review screen work on: the sitting, and what the screen shows of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeVar

from textual.screen import Screen

from aligner.article import Language
from aligner.edits import Change
from tui.assisting import Assisting
from tui.carets import Carets
from tui.explaining import Explainer
from tui.head_line import head_line
from tui.pair_list import PairList
from tui.pair_warnings import PairWarnings
from tui.reasons import Reasons
from tui.session import Edit, Session
from tui.settings import Settings
from tui.surveying import Surveyor

if TYPE_CHECKING:
    from aligner.alignment import Realigner
    from aligner.assistance import Assistant
    from tui.keyed_screen import KeyedScreen
    from tui.row_editor import RowEditor

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class HeldCell:
    """A cell that waits for its partner in the other language."""

    action: Literal["pinpoint", "link"]
    """What is done with both of them."""
    place: int
    language: Language


class Review:
    """A sitting at the pairs of a project, and the screen that shows it."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        screen: KeyedScreen[Review],
        realigner: Realigner | None = None,
        assistant: Assistant | None = None,
    ) -> None:
        self.session = session
        self.settings = settings
        self.words = settings.words
        self.screen = screen
        self.realigner = realigner
        """What aligns again; made when it is first needed if None."""
        self.warnings = PairWarnings(session, settings.words)
        self.surveyor = Surveyor(session, screen)
        self.explainer = Explainer(session, screen, self.aligner)
        self.assisting = Assisting(assistant, screen)
        self.held: HeldCell | None = None
        self.carets: Carets | None = None
        """Where the chosen pair is about to be split, or a term to be taken from it."""
        self.editor: RowEditor | None = None
        """The chosen pair while its texts are edited in place."""
        self.query = ""
        """What was searched for last."""
        self.hits: Sequence[int] | None = None
        """Positions of all pairs with it, once they have been counted."""

    def aligner(self) -> Realigner:
        """Return what aligns again."""
        if self.realigner is None:
            from aligner.alignment import Realigner

            article = self.session.bitext.article
            self.realigner = Realigner(article, model=self.settings.model)
        return self.realigner

    @property
    def is_above_another(self) -> bool:
        """Whether the screen was opened from another one, to which leaving it goes back."""
        return self.screen in self.screen.app.screen_stack[2:]

    @property
    def pair_list(self) -> PairList:
        """The list of pairs on the screen."""
        return self.screen.query_one(PairList)

    # Talking.

    def say(self, text: str, *, is_problem: bool = False) -> None:
        """Show a sentence until the next key."""
        self.screen.say(text, is_problem=is_problem)

    def ask(self, dialog: Screen[Answer | None], answered: Callable[[Answer], None]) -> None:
        """Show a dialog, and call `answered` with its answer; not if there was none (Esc)."""
        self.screen.ask(dialog, answered)

    # Editing.

    def check_writable(self) -> None:
        """Raise ImpossibleEdit with the reason where no edit can be made."""
        self.session.check_writable(self.words)

    def do(self, name: str, edit: Edit, *, shows: bool = True) -> Change:
        """Make an edit at the chosen pair under the name of an action, and show it.

        Where something more follows at once, it is not shown yet. Raises DuizhaoError if it cannot
        be made: it is impossible here, or there is no room on the disk.
        """
        self.check_writable()
        change = self.session.edit(name, edit)
        if shows:
            self.changed()
        if not change:
            self.say(self.words("nothing changed"))
        return change

    # Showing.

    def go(self, row: int) -> None:
        """Choose a row of those shown."""
        self.session.choose_row(row)
        self.moved()

    def changed(self) -> None:
        """Show what an edit has made of the pairs."""
        self.held, self.hits = None, None
        self.moved()
        self.check_again()

    def check_again(self) -> None:
        """Have checked what an edit has left unchecked; all pairs, if it has changed the terms."""
        ledger = self.session.problems
        if ledger.scrutiny is None:
            return
        if self.warnings.is_on and self.warnings.has_other_terms:
            self.surveyor.begin(self.warnings.scrutiny)
        else:
            self.surveyor.go_on()

    def say_anew(self) -> None:
        """Say everything in the language that the words have now."""
        self.pair_list.say_anew(self.words("empty list"), self.words("too small"))
        self.show_head()
        self.show_reasons()
        self.show_assistance()

    def begin_again(self) -> None:
        """Show another bitext, and forget what was worked out of the one before."""
        self.realigner = None
        self.explainer = Explainer(self.session, self.screen, self.aligner)
        self.pair_list.forget()
        self.changed()
        if self.warnings.is_on:
            self.surveyor.begin(self.warnings.scrutiny)

    def moved(self) -> None:
        """Show where the translator is now."""
        self.session.project.cursor = self.session.place
        self.surveyor.to_seek = None
        self.carets = None  # they are places in the texts of the pair that was here
        self.pair_list.follow()
        self.show_head()
        self.show_reasons()
        self.show_assistance()

    def show_head(self) -> None:
        """Show the name of the project, what is left to look at, and how many pairs are shown."""
        columns = max(self.screen.size.width - 2, 0)
        found = None if self.hits is None else (self.query, self.hits)
        self.screen.show_head(head_line(self.session, self.words, columns, found))

    def show_reasons(self) -> None:
        """Show why the chosen pair is as sure as it is; what is not known yet is worked out."""
        session, pair = self.session, self.session.pair
        panel = self.screen.query_one(Reasons)
        known = self.explainer.known(pair)
        if pair is not None and known is not None:
            warnings = self.warnings.sentences(session.place, *pair.texts)
            panel.show(pair, known, warnings)
            return
        panel.show(pair, None, [])
        if pair is not None and session.is_ready:
            self.explainer.explain(session.place, pair)

    @property
    def is_panel_shown(self) -> bool:
        """Whether the panel with matches, terms and concordance is shown."""
        return self.screen.has_class("-with-assistance")

    def show_panel(self, *, shown: bool) -> None:
        """Show that panel, or hide it."""
        self.screen.set_class(shown, "-with-assistance")
        self.screen.call_after_refresh(self.pair_list.follow)
        if shown:
            self.show_assistance()

    def look_up(self, phrase: str) -> None:
        """Show which units of the memory have some words, in the panel."""
        self.assisting.phrase = phrase
        self.show_panel(shown=True)

    def show_assistance(self) -> None:
        """Ask for what helps with the chosen pair, as its texts are now; shown when it is known."""
        session, pair, editor = self.session, self.session.pair, self.editor
        if not self.is_panel_shown or pair is None or not session.is_ready:
            return
        from aligner.assistance import Segment

        zh, en = editor.texts if editor is not None else (pair.zh_text, pair.en_text)
        source = session.source
        if not (zh if source == "zh" else en):
            source = session.target  # what there is of an addition is looked up the other way
        self.assisting.ask(pair, Segment(zh, en, source), session.bitext)
