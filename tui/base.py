"""What all parts of the review screen share: the sitting, the list, saying things, doing edits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from textual.screen import Screen
from textual.widgets import Static

from aligner.article import Language
from aligner.cells import drawable, wrap
from aligner.edits import Change
from aligner.errors import DuizhaoError
from tui.actions import BY_NAME, key_name
from tui.carets import Carets
from tui.pair_list import PairList
from tui.session import Edit, Session
from tui.words import Words

if TYPE_CHECKING:  # opened when they are needed: the first row is not to wait for them
    from aligner.alignment import Realigner
    from aligner.checks import Finding
    from aligner.explain import Explanation, TokenMatch
    from aligner.terms import TermChecker

_HALF_WIDTH = str.maketrans("，。？／【】［］、", ",.?/[][]/")
"""What a Chinese input method makes of keys that it does not keep for itself."""
_MOST_LINES = 4
"""Lines that a message may take from the list."""

P = ParamSpec("P")
S = TypeVar("S", bound="ReviewBase")


@dataclass(frozen=True, slots=True)
class Held:
    """A cell that waits for its partner."""

    purpose: str
    """The action that holds it: pinpoint or link."""
    place: int
    language: Language


@dataclass(frozen=True, slots=True)
class Settings:
    """How the screen was asked to be."""

    words: Words
    keymap: Mapping[str, tuple[str, ...]]
    is_plain: bool = False
    """Whether to draw with ASCII signs alone."""
    zh_code: str | None = None
    en_code: str = "en-US"
    model: str | None = None

    def key(self, name: str) -> str:
        """Return how the first key of an action is shown."""
        keys = self.keymap[name]
        return key_name(keys[0], plain=self.is_plain) if keys else BY_NAME[name].name


def named(actions: Mapping[str, str], key: str, character: str | None) -> str | None:
    """Return the action that a key or its character stands for, full-width marks as a last try."""
    typed = character or ""
    tried = (key, typed, typed.translate(_HALF_WIDTH))
    return next((actions[name] for name in tried if name in actions), None)


def tells(action: Callable[Concatenate[S, P], None]) -> Callable[Concatenate[S, P], None]:
    """Let an action that cannot be done end in a sentence on the screen."""

    @wraps(action)
    def careful(self: S, /, *args: P.args, **kwargs: P.kwargs) -> None:
        try:
            action(self, *args, **kwargs)
        except DuizhaoError as problem:
            self.say(str(problem), is_problem=True)

    return careful


class ReviewBase(Screen[None]):
    """The ground that the actions stand on."""

    def __init__(self, session: Session, settings: Settings, realigner: Realigner | None) -> None:
        super().__init__()
        self.session = session
        self.settings = settings
        self.words = settings.words
        self.realigner = realigner
        self.held: Held | None = None
        self.carets: Carets | None = None
        self.query_text = ""
        """What was searched for last."""
        self.explained: tuple[object, Explanation, tuple[TokenMatch, ...]] | None = None
        """The pair that was explained last, and how."""
        self.silenced: frozenset[str] = frozenset()
        """Codes of checks that say nothing here; see `habits_of`."""
        self.shows_warnings = False
        self._message_lines = 1
        self._glossary: tuple[object, TermChecker] | None = None

    @property
    def pairs(self) -> PairList:
        """The list."""
        return self.query_one(PairList)

    def say(self, text: str, *, is_problem: bool = False) -> None:
        """Show a sentence until the next key."""
        line = self.query_one("#message", Static)
        line.update(drawable(text), layout=False)
        line.set_class(is_problem, "-problem")
        # Setting a height lays the screen out again, so only a long sentence does.
        lines = min(max(len(wrap(text, max(self.size.width - 2, 2))), 1), _MOST_LINES)
        if lines != self._message_lines:
            self._message_lines = lines
            line.styles.height = lines
            self.call_after_refresh(self.pairs.follow)

    def is_writable(self) -> bool:
        """Whether edits can be made; says why where they cannot."""
        if not self.session.is_ready:
            self.say(self.words("still reading"), is_problem=True)
        elif self.session.project.is_read_only:
            self.say(self.session.project.warning or self.words("cannot write"), is_problem=True)
        else:
            return True
        return False

    def do(self, name: str, edit: Edit, *, shows: bool = True) -> Change:
        """Make an edit at the chosen pair; an empty change if it cannot be made.

        Where something more follows at once, it is not shown yet.
        """
        if not self.is_writable():
            return Change()
        try:
            change = self.session.edit(name, edit)
        except DuizhaoError as problem:  # impossible here, or there is no room on the disk
            self.say(str(problem), is_problem=True)
            return Change()
        if shows:
            self.changed()
        if not change:
            self.say(self.words("nothing changed"))
        return change

    def changed(self) -> None:
        """Show what an edit has made of the pairs."""
        self.held = None
        self.moved()

    def moved(self) -> None:
        """Show where the translator is now."""
        raise NotImplementedError

    def findings(self, zh_text: str, en_text: str) -> tuple[Finding, ...]:
        """Return what the checks find in a pair."""
        from tui.warning import findings_of

        return findings_of(zh_text, en_text, self.silenced)

    @property
    def glossary(self) -> TermChecker:
        """The terms that were taken, ready to be looked for."""
        terms = self.session.bitext.terms if self.session.is_ready else ()
        if self._glossary is None or self._glossary[0] is not terms:
            from aligner.terms import TermChecker
            from tui.candidates import entry_of

            entries = [entry_of(term) for term in terms if term.is_accepted]
            self._glossary = terms, TermChecker(entries)
        return self._glossary[1]

    def is_warned(self, zh_text: str, en_text: str) -> bool:
        """Whether a pair has a warning; nothing has before the first rows stand."""
        if not self.shows_warnings:
            return False
        if self.findings(zh_text, en_text):
            return True
        glossary = self.glossary
        return bool(glossary.entries and glossary.violations(zh_text, en_text))

    def warnings(self, zh_text: str, en_text: str) -> list[str]:
        """Return the warnings of a pair in sentences."""
        from aligner.checks import sentence

        language = self.words.language_of_checks
        found = [sentence(finding, language) for finding in self.findings(zh_text, en_text)]
        found += [
            self.words("glossary broken", zh=zh_text[span.start : span.end], en=span.entry.en)
            for span in self.glossary.violations(zh_text, en_text)
        ]
        return found
