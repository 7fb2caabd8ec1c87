"""The review screen: both languages side by side, and all that can be done with them."""

from __future__ import annotations

from itertools import chain

from textual import events
from textual.app import ComposeResult
from textual.widgets import Static
from textual.worker import get_current_worker

from aligner.alignment import Realigner
from aligner.article import Language
from aligner.bitext import Pair, begins_paragraph, moved_to
from aligner.bitext.search import matches
from aligner.cells import drawable
from aligner.errors import DuizhaoError
from aligner.explain import TypicalPairs
from tui import settle
from tui.actions import ACTIONS
from tui.base import Settings, named, tells
from tui.drawing import Dress, Highlight, Ink
from tui.filing import Filing
from tui.key_line import KeyLine
from tui.messages import Explained, Failed, Habits, Loaded
from tui.pair_list import PairList
from tui.reasons import Reasons
from tui.session import Session

_SETTLING = 0.08
"""Seconds that a pair is looked at before it is explained: not while somebody pages through."""
_LOW, _LOWEST = 18, 8
"""Lines of the terminal below which the reasons, and then the messages, make way."""


_WITHOUT_ALL = {
    *("up", "down", "page_up", "page_down", "first", "last", "other_side", "go_to"),
    *("reasons", "theme", "help", "quit", "let_go"),
}
"""Actions that need no more pairs than are shown."""


class ReviewScreen(Filing, inherit_bindings=False):
    """The list, what is said of the chosen pair, a message, and the keys."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        realigner: Realigner | None = None,
        notice: str = "",
    ) -> None:
        super().__init__(session, settings, realigner)
        self._notice = notice
        self._action_of = {
            key: action.name for action in ACTIONS for key in settings.keymap[action.name]
        }
        self._usual: TypicalPairs | None = None
        self._early: list[str] = []
        """Actions that were asked for before all pairs had been read."""
        self._moved: dict[int, int] = {}
        self._moved_of: object = None

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        plain = self.settings.is_plain
        keys = {action.name: self.settings.key(action.name) for action in ACTIONS}
        yield Static(id="head", markup=False)
        pairs = PairList(self.session, self.dress, is_plain=plain)
        pairs.empty_text = self.words("empty list")
        pairs.small_text = self.words("too small")
        yield pairs
        yield Reasons(self.words, keys, plain=plain)
        yield Static(id="message", markup=False)
        yield KeyLine(self.words, self.settings.keymap, plain=plain)

    def on_mount(self) -> None:
        """Begin: with all pairs if they are there, else with those around the cursor."""
        self.pairs.focus()
        if self.session.is_ready:
            self._begin()
        else:
            self.run_worker(self._load, thread=True, group="load", exit_on_error=False)
        self._show_head()
        notice = self._notice or self.session.project.warning
        if notice:
            self.say(notice)

    def _load(self) -> None:
        """Work for a thread."""
        try:
            self.session.project.load()
        except DuizhaoError as problem:
            self.post_message(Failed(str(problem)))
        else:
            self.post_message(Loaded())

    def on_loaded(self) -> None:
        self._begin()

    def _begin(self) -> None:
        self.session.begin()
        self.pairs.forget()
        self.moved()
        self.call_after_refresh(self._begin_warning)
        early, self._early = self._early, []
        for name in early:
            self.act(name)
        self.set_timer(1.0, self.prepare_realigning)
        self.set_interval(2.0, self.session.project.save_cursor)

    def _begin_warning(self) -> None:
        """Look at what the checks say, once the first rows stand."""
        settle()
        pairs = self.session.bitext.pairs

        def work() -> None:
            from tui.warning import habits_of

            self.post_message(Habits(habits_of(pairs)))

        self.run_worker(work, thread=True, group="habits", exit_on_error=False)

    def on_habits(self, event: Habits) -> None:
        self.silenced = event.codes
        self.shows_warnings = True
        self.pairs.redraw()
        self._show_reasons()

    # What is shown.

    def moved(self) -> None:
        """Show where the translator is now."""
        session = self.session
        session.project.cursor = session.place
        self.carets = None  # they are places in the texts of the pair that was here
        self.pairs.follow()
        self._show_head()
        self._show_reasons()

    def _show_head(self) -> None:
        session, words = self.session, self.words
        name = drawable(session.project.path.name)
        if not session.is_ready:
            state = words("reading")
        elif session.doubtful:
            state = words("to look at", doubtful=session.doubtful, total=session.count)
        else:
            state = words("all looked at", total=session.count)
        parts = [name, state]
        if session.filter_name is not None:
            filtered = words(f"filter {session.filter_name}")
            parts.append(words("filtered", count=len(session.shown), name=filtered))
        if session.project.is_read_only:
            parts.append(words("read only"))
        self.query_one("#head", Static).update("   ".join(parts), layout=False)

    def _show_reasons(self) -> None:
        pair = self.session.pair
        known = self.explained
        panel = self.query_one(Reasons)
        if pair is not None and known is not None and known[0] is pair:
            panel.show(pair, known[1], self.warnings(pair.zh_text, pair.en_text))
        else:
            panel.show(pair, None, [])
            if pair is not None and self.session.is_ready:
                self.run_worker(
                    lambda: self._explain(self.session.place, pair),
                    thread=True,
                    exclusive=True,
                    group="explain",
                    exit_on_error=False,
                )

    def _explain(self, place: int, pair: Pair) -> None:
        """Work for a thread."""
        from time import sleep

        from aligner.explain import explain, token_matches, typical_pairs

        worker = get_current_worker()
        sleep(_SETTLING)
        bitext = self.session.bitext
        if worker.is_cancelled or place >= len(bitext.pairs) or bitext.pairs[place] is not pair:
            return
        if self._usual is None:
            self._usual = typical_pairs(bitext)
        explanation = explain(bitext, place, typical=self._usual)
        found = token_matches(pair.zh_text, pair.en_text)
        if not worker.is_cancelled:
            self.post_message(Explained(place, pair, explanation, found))

    def on_explained(self, event: Explained) -> None:
        self.explained = event.pair, event.explanation, tuple(event.matches)
        if self.session.pair is event.pair:
            self._show_reasons()
            self.pairs.redraw()

    def dress(self, place: int, pair: Pair) -> Dress:
        """Return what a pair shows beside itself."""
        session = self.session
        chosen = session.language if place == session.place else None
        zh_paragraph = en_paragraph = None
        if session.is_ready:
            article = session.bitext.article
            if begins_paragraph(article.zh, pair.zh) and pair.zh_cut[0] == 0:
                zh_paragraph = article.zh.sentences[pair.zh[0]].paragraph + 1
            if begins_paragraph(article.en, pair.en) and pair.en_cut[0] == 0:
                en_paragraph = article.en.sentences[pair.en[0]].paragraph + 1
        carets = self.carets if chosen else None
        places: tuple[tuple[Language, int], ...] = ()
        if carets is not None:
            places = (("zh", carets.zh.at), ("en", carets.en.at))
        return Dress(
            chosen=chosen,
            highlights=tuple(
                chain(self._terms(pair), self._matched(pair), self._hits(pair), self._marked(place))
            ),
            carets=places,
            missing="" if pair.is_full else self._missing(place, pair),
            is_warned=pair.is_full and self.is_warned(pair.zh_text, pair.en_text),
            zh_paragraph=zh_paragraph,
            en_paragraph=en_paragraph,
        )

    def _missing(self, place: int, pair: Pair) -> str:
        text = self.words("no en" if pair.zh_text else "no zh")
        if not self.session.is_ready:
            return text
        bitext = self.session.bitext
        if self._moved_of is not bitext:
            self._moved, self._moved_of = moved_to(bitext), bitext
        there = self._moved.get(place)
        if there is None:
            return text
        linked = any(
            link.confidence == 1.0 and (set(link.zh) & set(pair.zh) or set(link.en) & set(pair.en))
            for link in bitext.moved
        )
        return self.words("linked" if linked else "moved", number=there + 1)

    def _marked(self, place: int) -> list[Highlight]:
        found: list[Highlight] = []
        carets = self.carets
        if carets is not None and place == self.session.place and carets.purpose == "term":
            found += [Highlight("zh", *carets.zh.span, "marked")]
            found += [Highlight("en", *carets.en.span, "marked")]
        if self.held is not None and self.held.place == place:
            found.append(Highlight(self.held.language, 0, 1 << 30, "held"))
        return found

    def _terms(self, pair: Pair) -> list[Highlight]:
        if not self.shows_warnings or not (glossary := self.glossary).entries:
            return []
        texts: dict[Language, str] = {"zh": pair.zh_text, "en": pair.en_text}
        return [
            Highlight(language, span.start, span.end, "term")
            for language, text in texts.items()
            for span in glossary.find(text, language)
        ]

    def _hits(self, pair: Pair) -> list[Highlight]:
        if not self.query_text:
            return []
        texts: dict[Language, str] = {"zh": pair.zh_text, "en": pair.en_text}
        return [
            Highlight(language, start, end, "hit")
            for language, text in texts.items()
            for start, end in matches(text, self.query_text)
        ]

    def _matched(self, pair: Pair) -> list[Highlight]:
        known = self.explained
        if known is None or known[0] is not pair or self.session.pair is not pair or self.carets:
            return []
        ink: Ink = "match"
        zh = [Highlight("zh", *match.zh, ink) for match in known[2]]
        return zh + [Highlight("en", *match.en, ink) for match in known[2]]

    # What comes in.

    def on_resize(self, event: events.Resize) -> None:
        """Give what room there is to the pairs first."""
        self.set_class(event.size.height < _LOW, "-low")
        self.set_class(event.size.height < _LOWEST, "-lowest")

    def on_key(self, event: events.Key) -> None:
        """Do what a key means: while there are carets to them, else by the user's keymap."""
        if self.carets is not None and self.caret_key(event.key):
            taken = True
        else:
            taken = self._pressed(event.key, event.character)
        if taken:
            event.stop()
            event.prevent_default()

    def _pressed(self, key: str, character: str | None) -> bool:
        name = named(self._action_of, key, character)
        if name is None and key != "escape":
            return False
        self.say("")
        name = name or "let_go"
        if self.session.is_ready or name in _WITHOUT_ALL:
            self.act(name)
        else:  # a moment early: done as soon as all pairs are there
            self._early.append(name)
            self.say(self.words("still reading"))
        return True

    def act(self, name: str) -> None:
        """Do an action by its name."""
        getattr(self, f"action_{name}")()

    @tells
    def on_pair_list_chosen(self, event: PairList.Chosen) -> None:
        place = self.session.shown[event.row]
        if self.carets is not None and place == self.session.place:
            self.carets = self.carets.placed(event.language, event.offset)
            self.pairs.follow()
            return
        self.carets = None
        self.session.language = event.language
        self.go(event.row)

    @tells
    def on_pair_list_dragged(self, event: PairList.Dragged) -> None:
        if self.is_writable():
            self.drag(event.row, event.language, event.onto)

    def on_key_line_pressed(self, event: KeyLine.Pressed) -> None:
        self.act(event.name)

    def on_paste(self, event: events.Paste) -> None:
        """Pasted text means nothing to the list; it is not taken for keys."""
        event.stop()

    def action_let_go(self) -> None:
        """Let go of a held cell, else of a search, else of a filter."""
        if self.held is not None:
            self.held = None
            self.say(self.words("let go"))
        elif self.query_text:
            self.query_text = ""
        elif self.session.filter_name is not None:
            self.session.narrow(None, None)
        self.moved()

    def action_reasons(self) -> None:
        self.toggle_class("-without-reasons")
        self.call_after_refresh(self.pairs.follow)
