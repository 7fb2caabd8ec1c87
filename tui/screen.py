"""The review screen: both languages side by side, and what comes in from keys, mouse and workers.

What it shows is in `Review` and the parts that it is made of, what can be done in `tui.actions`.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events
from textual.containers import Container, Vertical
from textual.geometry import Size
from textual.widget import Widget

from aligner.alignment import Realigner
from tui import resume_garbage_collection
from tui.action import Action
from tui.actions import ACTIONS
from tui.actions.cells import drag
from tui.actions.find import take_count
from tui.actions.navigate import LET_GO
from tui.actions.newer import compare, offer
from tui.actions.places import move_carets, take_key
from tui.actions.realign import prepare_realigning, take_over
from tui.actions.returned import take_in
from tui.actions.rewriting import fit, leave
from tui.appearance import appearance_of
from tui.column_heads import ColumnHeads
from tui.counting import count_texts, take_counts
from tui.keyed_screen import KeyedScreen
from tui.messages import (
    Aligned,
    Assisted,
    Compared,
    Counted,
    Explained,
    Loaded,
    PairsExported,
    Surveyed,
    UnlikeFound,
    UsualWarningsFound,
    WordsCounted,
    WorkProgress,
)
from tui.pair_list import PairList
from tui.reasons import Reasons
from tui.review import Review
from tui.session import Session
from tui.settings import Settings

if TYPE_CHECKING:  # opened when it is needed: the first row is not to wait for it
    from aligner.assistance import Assistant
    from aligner.opening import NewVersion

_LOW, _LOWEST = 18, 8
"""Lines of the terminal below which the reasons, and then the messages, make way."""
_WIDE = 120
"""Columns of the terminal from which on the panel stands beside the list, not below it."""

_MOST_NAMED = 5
"""Units that are named in a message."""


class ReviewScreen(KeyedScreen[Review]):
    """The list, what is said of the chosen pair, a message, and the keys."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        realigner: Realigner | None = None,
        notice: str = "",
        table: Path | None = None,
        newer: NewVersion | None = None,
        assistant: Assistant | None = None,
    ) -> None:
        """Take what to say at first, and what is to be taken in then.

        That is a `table` that a reviewer sent back, or a `newer` version of the article.
        """
        super().__init__(settings, ACTIONS, [LET_GO])
        self.review = Review(session, settings, self, realigner, assistant)
        self.set_class(not settings.shows_reasons, "-without-reasons")
        self._notice, self._table, self._newer = notice, table, newer
        self._early: list[Action[Review]] = []
        """Actions that were asked for before all pairs had been read."""

    @property
    def subject(self) -> Review:
        """What the actions work on."""
        return self.review

    def body(self) -> Iterable[Widget]:
        """Yield the list, what helps to translate beside it or below, and the reasons."""
        settings = self.settings
        self._heed_size(self.app.size)  # before there is anything that would be styled twice
        pair_list = PairList(
            self.review.session,
            partial(appearance_of, self.review),
            empty_text=self.words("empty list"),
            small_text=self.words("too small"),
            is_plain=settings.is_plain,
            is_spacious=settings.is_spacious,
        )
        heads = ColumnHeads(self.review.session, self.words, lambda: pair_list.layout_of_lines)
        yield Container(Vertical(heads, pair_list, id="pairs"), id="work")
        keys = {action.name: settings.key(action.name) for action in ACTIONS}
        yield Reasons(self.words, keys, plain=settings.is_plain)

    # Beginning.

    def on_mount(self) -> None:
        """Begin: with all pairs if they are there, else with those around the cursor."""
        session = self.review.session
        self.review.pair_list.focus()
        if session.is_ready:
            self._begin()
        else:
            self.in_background("load", self._load)
        self.review.show_head()
        if notice := self.words.told(self._notice, session.project.warning):
            self.say(notice)

    def _load(self) -> None:
        """Read all pairs; work for a thread."""
        self.review.session.load()
        self.post_message(Loaded())

    def on_loaded(self) -> None:
        self._begin()

    def _begin(self) -> None:
        session = self.review.session
        session.begin()
        self.review.pair_list.forget()
        self.review.moved()
        self.call_after_refresh(self._begin_warning)
        self.call_after_refresh(self._begin_assisting)
        early, self._early = self._early, []
        for action in early:
            self.act(action)
        if self._table is not None:
            self.attempt(partial(take_in, self.review, self._table))
        elif self._newer is not None:
            compare(self.review, self._newer)
        self.set_timer(1.0, lambda: prepare_realigning(self.review))
        self.set_interval(2.0, session.project.save_cursor)

    def _begin_assisting(self) -> None:
        """Show the panel where there is room for it and something to look up; count the words."""
        review = self.review
        count_texts(review.session, self)
        if review.assisting.has_sources and self.size.width >= _WIDE:
            review.show_panel(shown=True)

    def _begin_warning(self) -> None:
        """Learn which warnings are usual in this text, once the first rows stand."""
        resume_garbage_collection()
        pairs = self.review.session.bitext.pairs

        def work() -> None:
            from aligner.checks import usual_warnings

            self.post_message(UsualWarningsFound(usual_warnings(pairs)))

        self.in_background("warnings", work)

    def _show_panel(self) -> None:
        """Show what is known of the chosen pair; the panel is made when it is first shown."""
        review = self.review
        if not review.is_panel_shown:
            return
        from tui.assistance_panel import AssistancePanel

        panels = self.query(AssistancePanel)
        panel = (
            panels.first() if panels else AssistancePanel(self.words, plain=self.settings.is_plain)
        )
        if not panels:
            self.query_one("#work").mount(panel)
        known = review.assisting.last
        assistance = known.assistance if known and known.pair is review.session.pair else None
        panel.show(assistance, review.session.words_done)

    # What comes in from workers.

    def on_usual_warnings_found(self, event: UsualWarningsFound) -> None:
        review = self.review
        review.warnings.begin(event.codes)
        review.surveyor.begin(review.warnings.scrutiny)
        self.review.pair_list.redraw()
        self.review.show_reasons()

    def on_explained(self, event: Explained) -> None:
        self.review.explainer.keep(event)
        if self.review.session.pair is event.pair:
            self.review.show_reasons()
            self.review.pair_list.redraw()

    def on_surveyed(self, event: Surveyed) -> None:
        self.review.surveyor.take(event)
        self.review.show_head()
        self.review.pair_list.show_map()

    def on_unlike_found(self, event: UnlikeFound) -> None:
        self.review.surveyor.take(event)
        self.review.show_head()
        self.review.show_reasons()
        self.review.pair_list.redraw()

    def on_counted(self, event: Counted) -> None:
        take_count(self.review, event)

    def on_assisted(self, event: Assisted) -> None:
        if self.review.session.pair is event.pair:
            self.review.assisting.last = event
            self._show_panel()

    def on_words_counted(self, event: WordsCounted) -> None:
        if take_counts(self.review.session, event):
            self.review.show_heads()
            self._show_panel()
        else:  # something was edited meanwhile
            count_texts(self.review.session, self)

    def on_aligned(self, event: Aligned) -> None:
        self.attempt(lambda: take_over(self.review, event))

    def on_compared(self, event: Compared) -> None:
        if self._newer is not None:
            self.attempt(partial(offer, self.review, self._newer, event))

    def on_work_progress(self, event: WorkProgress) -> None:
        self.say(event.text)

    def on_pairs_exported(self, event: PairsExported) -> None:
        words, named = self.words, event.dropped[:_MOST_NAMED]
        told = [words("exported", count=event.count, path=event.path)]
        if named:
            tags = [words("dropped tags", number=n, tags=" ".join(tags)) for n, tags in named]
            more = (
                [f"+{len(event.dropped) - len(named):,}"] if len(named) < len(event.dropped) else []
            )
            told.append(words("tags dropped", tags="; ".join([*tags, *more])))
        if event.turned:
            told.append(words("turned round", count=event.turned))
        self.say(words("between sentences").join(told))

    # What comes in from the translator.

    def act(self, action: Action[Review]) -> None:
        """Do an action; a moment early, as soon as all pairs have been read.

        What is being edited meanwhile is kept first.
        """
        self.attempt(partial(leave, self.review))
        if self.review.editor is not None:
            return
        if self.review.session.is_ready or not action.needs_all:
            super().act(action)
        else:
            self._early.append(action)
            self.say(self.words("still reading"))

    @property
    def is_typing(self) -> bool:
        """Whether the texts of a pair are being edited."""
        return self.review.editor is not None

    def takes_key(self, key: str) -> bool:
        """Let keys move the carets, while there are any."""
        return take_key(self.review, key)

    def say_anew(self) -> None:
        """Say everything in the language that the words have now."""
        super().say_anew()
        self.review.say_anew()

    def on_pair_list_chosen(self, event: PairList.Chosen) -> None:
        review = self.review
        if review.editor is not None:
            self.attempt(partial(leave, review))
            if review.editor is not None:
                return
        if review.carets is not None and review.session.shown[event.row] == review.session.place:
            move_carets(review, review.carets.placed(event.language, event.offset))
            return
        review.session.language = event.language
        review.go(event.row)

    def on_column_heads_pressed(self, event: ColumnHeads.Pressed) -> None:
        self.review.session.language = event.language
        self.review.moved()

    def on_pair_list_dragged(self, event: PairList.Dragged) -> None:
        self.attempt(lambda: drag(self.review, event.row, event.language, event.onto))

    def on_text_area_changed(self) -> None:
        """Let the row grow with its text, and look up what it says now."""
        fit(self.review)
        self.review.show_assistance()

    def on_text_area_selection_changed(self) -> None:
        fit(self.review)

    def on_pair_list_scrolled(self) -> None:
        review = self.review
        if review.editor is not None:
            if review.pair_list.region_of(review.editor.place, "zh") is None:
                review.pair_list.follow()  # nobody writes where nothing is seen
            fit(review)

    def on_resize(self, event: events.Resize) -> None:
        """Give what room there is to the pairs first."""
        self._heed_size(event.size)
        self.call_after_refresh(partial(fit, self.review))

    def _heed_size(self, size: Size) -> None:
        self.set_class(size.height < _LOW, "-low")
        self.set_class(size.height < _LOWEST, "-lowest")
        self.set_class(size.width < _WIDE, "-narrow")
