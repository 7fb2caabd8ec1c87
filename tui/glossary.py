"""The glossary screen: what the pairs offer as terms, to be taken, turned down, changed, merged.

Every decision is an edit of the project, undone like any other. Candidates are mined anew when the
screen opens and kept nowhere.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from textual import events
from textual.app import ComposeResult
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from aligner import edits
from aligner.bitext import Bitext
from aligner.bitext.search import matches
from aligner.cells import drawable
from aligner.edits import Change
from aligner.errors import DuizhaoError
from aligner.term import Term
from aligner.terms import Entry
from tui.actions import TERM_ACTIONS
from tui.base import Settings, named
from tui.candidates import Candidate, entry_of, listed
from tui.key_line import KeyLine
from tui.session import Session
from tui.term_list import Examples, TermList

_EXAMPLES = 6


@dataclass
class _Mined(Message):
    entries: Sequence[Entry]


@dataclass
class _Said(Message):
    text: str
    is_problem: bool = False


class GlossaryScreen(Screen[None], inherit_bindings=False):
    """Lists the terms of a session's project."""

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__()
        self.session, self.settings, self.words = session, settings, settings.words
        self._entries: Sequence[Entry] = ()
        self._standing = "all"
        self._query = ""
        self._held: Candidate | None = None
        self._is_mining = True
        self._action_of = {
            key: action.name for action in TERM_ACTIONS for key in settings.keymap[action.name]
        }

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        plain = self.settings.is_plain
        yield Static(id="head", markup=False)
        yield TermList(plain=plain)
        yield Examples()
        yield Static(id="message", markup=False)
        yield KeyLine(self.words, self.settings.keymap, plain=plain, actions=TERM_ACTIONS)

    @property
    def list(self) -> TermList:
        """The list."""
        return self.query_one(TermList)

    def on_mount(self) -> None:
        """Show what was decided, and look for more."""
        self.list.focus()
        bitext = self.session.bitext
        self.run_worker(lambda: self._mine(bitext), thread=True, group="mine", exit_on_error=False)
        self.refresh_terms()
        self.say(self.words("mining"))

    def _mine(self, bitext: Bitext) -> None:
        """Work for a thread."""
        from aligner.terms import mine

        pairs = [
            (pair.zh_text, pair.en_text)
            for pair in bitext.pairs
            if pair.is_full and pair.status != "excluded"
        ]
        try:
            self.post_message(_Mined(mine(pairs)))
        except DuizhaoError as problem:
            self.post_message(_Said(str(problem), is_problem=True))

    def on__mined(self, event: _Mined) -> None:
        self._entries, self._is_mining = event.entries, False
        self.say("")
        self.refresh_terms()

    def on__said(self, event: _Said) -> None:
        self.say(event.text, is_problem=event.is_problem)

    # What is shown.

    def say(self, text: str, *, is_problem: bool = False) -> None:
        """Show a sentence until the next key."""
        line = self.query_one("#message", Static)
        line.update(drawable(text), layout=False)
        line.set_class(is_problem, "-problem")

    def refresh_terms(self) -> None:
        """Show the terms as they stand now."""
        everything = listed(self.session.bitext.terms, self._entries)
        counts = dict.fromkeys(("accepted", "rejected", "open"), 0)
        for one in everything:
            counts[one.standing] += 1
        self.query_one("#head", Static).update(self.words("terms head", **counts), layout=False)
        self.list.empty_text = "" if self._is_mining else self.words("no terms")
        self.list.show([one for one in everything if self._standing in ("all", one.standing)])
        self._show_chosen()

    def _show_chosen(self) -> None:
        one, words = self.list.chosen, self.words
        panel = self.query_one(Examples)
        if one is None:
            panel.show("", ())
            return
        parts = [words(f"term {one.standing}")]
        entry = one.entry
        if entry is not None and entry.score is not None:
            parts.append(words("term seen", count=entry.count, score=f"{entry.score:.2f}"))
        forms = (*one.term.zh_variants, *one.term.en_variants)
        if forms:
            parts.append(words("term variants", forms=", ".join(forms)))
        parts += [text for text in (one.term.domain, one.term.note) if text]
        panel.show("  ".join(parts), entry.examples[:_EXAMPLES] if entry is not None else ())

    # What comes in.

    def on_key(self, event: events.Key) -> None:
        """Do what a key means by the user's keymap."""
        name = named(self._action_of, event.key, event.character)
        if event.key == "escape" and self._held is not None:
            self._held = None
            self.say(self.words("let go"))
        elif name is not None:
            self.say("")
            self.act(name)
        else:
            return
        event.stop()
        event.prevent_default()

    def act(self, name: str) -> None:
        """Do an action by its name."""
        getattr(self, f"action_{name}")()

    def on_key_line_pressed(self, event: KeyLine.Pressed) -> None:
        self.act(event.name)

    def on_term_list_chosen(self, event: TermList.Chosen) -> None:
        self._choose(event.row)

    def _choose(self, row: int) -> None:
        self.list.choose(row)
        self._show_chosen()

    def action_term_up(self) -> None:
        self._choose(self.list.row - 1)

    def action_term_down(self) -> None:
        self._choose(self.list.row + 1)

    def action_term_page_up(self) -> None:
        self._choose(self.list.row - max(1, self.list.size.height - 1))

    def action_term_page_down(self) -> None:
        self._choose(self.list.row + max(1, self.list.size.height - 1))

    def action_term_first(self) -> None:
        self._choose(0)

    def action_term_last(self) -> None:
        self._choose(len(self.list.rows) - 1)

    # Deciding.

    def action_term_accept(self) -> None:
        self._decide(lambda bitext, term: edits.decide(bitext, _taken(term)))

    def action_term_reject(self) -> None:
        self._decide(lambda bitext, term: edits.decide(bitext, _turned_down(term)))

    def action_term_clear(self) -> None:
        self._decide(edits.forget)

    def _decide(self, edit: Callable[[Bitext, Term], Change]) -> None:
        one = self.list.chosen
        if one is None or not self._do(lambda bitext: edit(bitext, one.term)):
            return
        if self._standing == "all":  # under a filter the next term has come up by itself
            self._choose(self.list.row + 1)

    def _do(self, edit: Callable[[Bitext], Change], label: str = "term") -> bool:
        project = self.session.project
        if project.is_read_only:
            self.say(project.warning or self.words("cannot write"), is_problem=True)
            return False
        try:
            change = self.session.apply(label, edit(self.session.bitext))
        except DuizhaoError as problem:
            self.say(str(problem), is_problem=True)
            return False
        self.refresh_terms()
        return bool(change)

    def action_term_edit(self) -> None:
        from tui.dialogs.term_form import AskTerm

        one = self.list.chosen
        if one is None:
            return

        def answered(new: Term | None) -> None:
            if new is not None:
                self._do(lambda bitext: edits.change_term(bitext, one.term, new))

        self.app.push_screen(AskTerm(one.term, self.words), answered)

    def action_term_merge(self) -> None:
        one, held = self.list.chosen, self._held
        if one is None:
            return
        if held is None:
            self._held = one
            key = self.settings.key("term_merge")
            self.say(self.words("term held", zh=one.term.zh, en=one.term.en, key=key))
        elif held != one:
            self._held = None
            self._do(lambda bitext: edits.merge_terms(bitext, one.term, held.term))

    def action_term_undo(self) -> None:
        self._go(self.session.undo, "undone", "nothing to undo")

    def action_term_redo(self) -> None:
        self._go(self.session.redo, "redone", "nothing to redo")

    def _go(self, step: Callable[[], object], said: str, otherwise: str) -> None:
        try:
            label = getattr(step(), "label", None)
        except DuizhaoError as problem:
            self.say(str(problem), is_problem=True)
            return
        self.refresh_terms()
        if label is None:
            self.say(self.words(otherwise))
        else:
            from tui.actions import BY_NAME

            name = self.words.label(BY_NAME[label]) if label in BY_NAME else self.words(label)
            self.say(self.words(said, label=name))

    # Finding.

    def action_term_filter(self) -> None:
        from tui.dialogs.choice import Choose

        names = ("all", "open", "accepted", "rejected")
        answers = [(name, self.words(f"term {name}")) for name in names]

        def answered(name: str | None) -> None:
            if name is not None:
                self._standing = name
                self.refresh_terms()

        self.app.push_screen(Choose(self.words("ask filter"), answers, self._standing), answered)

    def action_term_search(self) -> None:
        from tui.dialogs.question import AskLine

        def answered(query: str | None) -> None:
            if query and query.strip():
                self._query = query
                self._search(self.list.row)

        self.app.push_screen(AskLine(self.words("ask search"), self._query), answered)

    def action_term_search_on(self) -> None:
        if self._query:
            self._search(self.list.row + 1)
        else:
            self.say(self.words("no search", key=self.settings.key("term_search")))

    def _search(self, start: int) -> None:
        rows = self.list.rows
        for distance in range(len(rows)):
            row = (start + distance) % len(rows)
            if matches(f"{rows[row].term.zh}\n{rows[row].term.en}", self._query):
                self._choose(row)
                return
        self.say(self.words("not found", query=self._query), is_problem=True)

    # Leaving.

    def action_term_export(self) -> None:
        from aligner.terms import glossary_suffixes
        from tui.dialogs.question import AskLine

        if not any(term.is_accepted for term in self.session.bitext.terms):
            self.say(self.words("nothing accepted"), is_problem=True)
            return
        path = self.session.project.path.with_suffix("").with_suffix(".glossary.tsv")
        formats = self.words("export formats", formats=" ".join(glossary_suffixes()))
        question = AskLine(self.words("ask export"), str(path), hint=formats)
        self.app.push_screen(question, self._export)

    def _export(self, answer: str | None) -> None:
        if not answer or not answer.strip():
            return
        from tui.dialogs.exporting import is_there, typed_path
        from tui.dialogs.question import AskYes

        path = typed_path(answer)
        if not is_there(path):
            self._write(path)
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self._write(path)

        self.app.push_screen(AskYes(self.words("export over", path=path), self.words), answered)

    def _write(self, path: Path) -> None:
        from aligner.files.atomic import check_writable
        from aligner.terms import glossary_format_of, write_glossary

        found = {(entry.zh, entry.en): entry for entry in self._entries}
        entries = [
            entry_of(term, found.get((term.zh, term.en)))
            for term in self.session.bitext.terms
            if term.is_accepted
        ]
        try:
            glossary_format_of(path)
            check_writable(path, [self.session.project.path, *self.session.bitext.article.sources])
            write_glossary(entries, path)
        except DuizhaoError as problem:
            self.say(str(problem), is_problem=True)
        else:
            self.say(self.words("term written", count=len(entries), path=path))

    def action_term_help(self) -> None:
        from tui.dialogs.help import HelpPage
        from tui.drawing import MARKS, PLAIN_MARKS
        from tui.keymap import keymap_file

        plain = self.settings.is_plain
        self.app.push_screen(
            HelpPage(
                self.words,
                self.settings.keymap,
                PLAIN_MARKS if plain else MARKS,
                keymap_file(),
                plain=plain,
                actions=TERM_ACTIONS,
            )
        )

    def action_term_back(self) -> None:
        self.dismiss(None)


def _taken(term: Term) -> Term:
    return replace(term, decision="accepted")


def _turned_down(term: Term) -> Term:
    return replace(term, decision="rejected")
