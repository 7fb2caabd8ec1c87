"""A screen whose keys are actions of a table: what the review and the glossary screen share.

It turns keys, clicks on the key line and the palette into actions, shows a message under its list,
and is the one place where a DuizhaoError becomes a sentence. It knows no action and no pair: what
the actions work on is given by the screen that is made of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Generic, TypeVar

from textual import events
from textual.app import ComposeResult, SystemCommand
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from aligner.cells import drawable, wrap
from aligner.errors import DuizhaoError
from tui.action import Action, key_name
from tui.key_line import KeyLine
from tui.messages import Failed
from tui.settings import Settings

_HALF_WIDTH = str.maketrans("，。？／【】［］、", ",.?/[][]/")
"""What a Chinese input method makes of keys that it does not keep for itself."""
_SHIFTED = {f"f{number + 12}": f"shift+f{number}" for number in range(1, 13)}
"""What most terminals send for a function key with Shift: they count on."""
_MOST_LINES = 4
"""Lines that a message may take from the list."""
_MOST_KEYS = 4
"""Keys that are named where one was wrong."""

Subject = TypeVar("Subject")
Answer = TypeVar("Answer")


class KeyedScreen(Screen[None], Generic[Subject], inherit_bindings=False):
    """A head line, a body, a message and the key line; `actions` is what its keys do."""

    def __init__(
        self,
        settings: Settings,
        actions: Sequence[Action[Subject]],
        unlisted: Sequence[Action[Subject]] = (),
    ) -> None:
        """Take the actions; those `unlisted` have fixed keys, which a user may give to others."""
        super().__init__()
        self.settings = settings
        self.words = settings.words
        self.actions = actions
        self._by_name = {action.name: action for action in actions}
        self._by_key = {key: action for action in unlisted for key in action.keys}
        self._by_key |= {key: action for action in actions for key in settings.keymap[action.name]}
        self._message_lines = 1
        self._used: Counter[str] = Counter()
        """How often each action was done at this sitting."""

    # What a screen that is made of this one gives.

    @property
    def subject(self) -> Subject:
        """What the actions work on."""
        raise NotImplementedError

    def body(self) -> Iterable[Widget]:
        """Yield the widgets between the head line and the message."""
        raise NotImplementedError

    def takes_key(self, key: str) -> bool:
        """Use a key before the actions do; return whether it meant something."""
        return False

    @property
    def is_typing(self) -> bool:
        """Whether keys are letters of a text now, which no action takes."""
        return False

    def act(self, action: Action[Subject]) -> None:
        """Do an action."""
        self._used[action.name] += 1
        self.attempt(partial(action.run, self.subject))

    # What is shown.

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        yield Static(id="head", markup=False)
        yield from self.body()
        yield Static(id="message", markup=False)
        settings = self.settings
        yield KeyLine(self.words, settings.keymap, self.actions, plain=settings.is_plain)

    def show_head(self, text: str) -> None:
        """Show a text in the first line."""
        self.query_one("#head", Static).update(text, layout=False)

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

    def say_anew(self) -> None:
        """Say everything in the language that the words have now."""
        for widget in self.query("*"):
            widget.notify_style_update()  # whatever it keeps drawn is drawn anew
            widget.refresh()

    # What actions may do.

    def attempt(self, work: Callable[[], None]) -> None:
        """Do something; if it cannot be done, say why."""
        try:
            work()
        except DuizhaoError as problem:
            self.say(self.words.told(str(problem)), is_problem=True)

    def ask(self, dialog: Screen[Answer | None], answered: Callable[[Answer], None]) -> None:
        """Show a dialog, and call `answered` with its answer; not if there was none (Esc)."""

        def carefully(answer: Answer | None) -> None:
            if answer is not None:
                self.attempt(partial(answered, answer))

        self.app.push_screen(dialog, carefully)

    def in_background(
        self, group: str, work: Callable[[], object], *, replaces: bool = False
    ) -> None:
        """Do slow work in a thread; if it cannot be done, say why.

        A fault of the program is said as well: nobody else hears of what a thread raises, and
        whoever waits for a file would wait for ever. The work belongs to a group of workers, of
        which it `replaces` those that still run.
        """

        def carefully() -> None:
            try:
                work()
            except DuizhaoError as problem:
                self.post_message(Failed(self.words.told(str(problem))))
            except Exception as problem:
                what = f"{type(problem).__name__}: {problem}"
                self.post_message(Failed(self.words("fault", what=what)))

        self.run_worker(
            carefully, thread=True, exclusive=replaces, group=group, exit_on_error=False
        )

    def is_working(self, group: str) -> bool:
        """Whether work of a group is still being done."""
        return any(worker.group == group and not worker.is_finished for worker in self.workers)

    def commands(self) -> Iterable[SystemCommand]:
        """Yield the actions as the palette lists them: those used most first, then by weight."""
        for action in sorted(self.actions, key=lambda a: (-self._used[a.name], -a.weight)):
            key = self.settings.key(action.name)
            title = f"{self.words.label(action)}  {key}"
            yield SystemCommand(title, self.words.help(action), partial(self.act, action))

    # What comes in.

    def on_key(self, event: events.Key) -> None:
        """Do what a key means."""
        if self.is_typing:
            return
        if self.takes_key(event.key):
            taken = True
        else:
            action = self._action_of(event.key, event.character or "")
            taken = action is not None
            if action is not None:
                self.say("")
                self.act(action)
        if taken:
            event.stop()
            event.prevent_default()
        else:
            self._say_right_keys(event)

    def _say_right_keys(self, event: events.Key) -> None:
        """Say of a key that means nothing which ones do: the first of the key line, and the help.

        A letter of another script is what an input method has made of keys; those that it leaves
        alone are named then.
        """
        typed = event.character if event.is_printable else None
        is_text = typed is not None and not typed.isascii()
        plain = self.settings.is_plain
        named = sorted(self.actions, key=lambda action: -action.weight)[:_MOST_KEYS]
        shown = []
        for action in named:
            keys = self.settings.keymap[action.name]
            right = next((key for key in keys if len(key) > 1), None) if is_text else None
            if key := right or next(iter(keys), None):
                shown.append(f"{key_name(key, plain=plain)} {self.words.label(action)}")
        key = typed if typed is not None and typed.strip() else key_name(event.key, plain=plain)
        name = "typed text" if is_text else "no key"
        self.say(self.words(name, key=drawable(key), keys=" · ".join(shown)))

    def _action_of(self, key: str, typed: str) -> Action[Subject] | None:
        """Return the action of a key or its character, full-width marks as a last try."""
        tried = (key, _SHIFTED.get(key, key), typed, typed.translate(_HALF_WIDTH))
        return next((self._by_key[name] for name in tried if name in self._by_key), None)

    def on_key_line_pressed(self, event: KeyLine.Pressed) -> None:
        self.act(self._by_name[event.name])

    def on_paste(self, event: events.Paste) -> None:
        """Take no pasted text for keys: it means nothing to a list."""
        event.stop()

    def on_failed(self, event: Failed) -> None:
        self.say(event.sentence, is_problem=True)
