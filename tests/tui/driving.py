"""Sitting at the review screen in a test: a project in a folder, keys and mouse, what is seen.

The app runs without a terminal. Keys are posted as its driver posts them, and everything that
follows from one is done before the next; only threads are waited for by what they bring about
(`until`), never by the clock.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.screen import Screen
from textual.strip import Strip
from textual.widgets import Static

from aligner.alignment.realigner import Realigner
from aligner.article import Language
from aligner.assistance import Assistant
from aligner.bitext import Bitext, Pair
from aligner.opening import NewVersion
from aligner.project import Project, create, open_project
from aligner.settings import Value
from tests.commands import PATIENCE
from tests.samples import lighthouse
from tui.app import ReviewApp
from tui.keymap import read_keymap
from tui.pair_list import PairList
from tui.review import Review
from tui.screen import ReviewScreen
from tui.session import Session
from tui.settings import Settings
from tui.words import ScreenLanguage, Words


@dataclass(frozen=True, slots=True)
class Sitting:
    """A screen that is open, and the hands and eyes of whoever sits there."""

    app: ReviewApp
    pilot: Pilot[None]
    session: Session

    # Hands.

    async def press(self, *keys: str) -> None:
        """Press keys, each a name as Textual's or a single character."""
        for key in keys:
            single = len(key) == 1
            character = key if single else " " if key == "space" else None
            name = _character_to_key(key) if single else key
            self.app.post_message(events.Key(name, character))
            await self.settle()

    async def write(self, text: str) -> None:
        """Press a key for each character."""
        await self.press(*("space" if character == " " else character for character in text))

    async def paste(self, text: str) -> None:
        """Paste, as a terminal does."""
        self.app.post_message(events.Paste(text))
        await self.settle()

    async def mouse(self, kind: type[events.MouseEvent], x: int, y: int) -> None:
        """Do something with the mouse at a cell of the terminal."""
        self.app.post_message(
            kind(
                widget=None,
                x=x,
                y=y,
                delta_x=0,
                delta_y=0,
                button=1,
                shift=False,
                meta=False,
                ctrl=False,
                screen_x=x,
                screen_y=y,
            )
        )
        await self.settle()

    async def click(self, x: int, y: int) -> None:
        """Press the button and let it go."""
        await self.mouse(events.MouseDown, x, y)
        await self.mouse(events.MouseUp, x, y)

    async def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Press the button at one cell and let it go at another."""
        await self.mouse(events.MouseDown, *start)
        await self.mouse(events.MouseMove, *end)
        await self.mouse(events.MouseUp, *end)

    async def resize(self, columns: int, lines: int) -> None:
        """Change the size of the terminal."""
        await self.pilot.resize_terminal(columns, lines)
        await self.settle()

    async def settle(self) -> None:
        """Wait until all that was posted has been dealt with."""
        for _ in range(3):
            if not self.app.is_running:
                return
            await self.pilot.pause(0)

    async def until(self, holds: Callable[[], object]) -> None:
        """Wait for something that a thread brings about."""
        deadline = monotonic() + PATIENCE
        while not holds():
            assert self.app.is_running, "the app has ended"
            assert monotonic() < deadline, f"in vain:\n{self.seen()}"
            await self.pilot.pause(0.01)
        await self.settle()

    async def explained(self) -> None:
        """Wait until the chosen pair is explained."""

        await self.until(lambda: self.review.explainer.known(self.pair) is not None)

    async def checked(self) -> None:
        """Wait until all pairs have been checked."""
        await self.until(
            lambda: (
                self.session.is_ready
                and self.session.problems.scrutiny is not None
                and not self.session.problems.tally().unchecked
            )
        )

    async def choose(self, place: int, language: Language = "zh") -> None:
        """Go to a cell, without keys."""
        self.session.language, self.session.place = language, place
        self.review.moved()
        await self.settle()

    async def start_again(self) -> None:
        """Close what is open, take all back, and go to the first cell."""
        while not isinstance(self.app.screen, ReviewScreen):
            await self.press("escape")
        review = self.review
        if review.editor is not None:
            await self.press("escape")
        review.held, review.carets, review.query = None, None, ""
        review.say("")
        self.session.narrow(None, None)
        while self.session.undo():
            pass
        await self.choose(0)

    # Eyes.

    @property
    def screen(self) -> ReviewScreen:
        """The review screen, be it under a dialog or not."""
        return next(s for s in self.app.screen_stack if isinstance(s, ReviewScreen))

    @property
    def review(self) -> Review:
        """What the actions of the review screen work on."""
        return self.screen.review

    @property
    def top(self) -> Screen[object]:
        """The screen that has the keys."""
        return self.app.screen

    @property
    def bitext(self) -> Bitext:
        return self.session.bitext

    @property
    def pairs(self) -> tuple[Pair, ...]:
        return self.session.bitext.pairs

    @property
    def pair(self) -> Pair:
        """The chosen pair."""
        pair = self.session.pair
        assert pair is not None
        return pair

    @property
    def place(self) -> int:
        return self.session.place

    @property
    def window(self) -> PairList:
        return self.screen.query_one(PairList)

    @property
    def message(self) -> str:
        """What the screen says."""
        return str(self.screen.query_one("#message", Static).content)

    @property
    def head(self) -> str:
        """The first line."""
        return str(self.screen.query_one("#head", Static).content)

    def lines(self) -> list[str]:
        """The lines of the terminal, each as long as it is drawn."""
        return [strip.text for strip in self.strips()]

    def strips(self) -> list[Strip]:
        """The lines of the terminal with their colours."""
        # The one place that knows how Textual keeps what it draws.
        return self.app.screen._compositor.render_strips()

    def seen(self) -> str:
        """The screen as plain text."""
        return "\n".join(line.rstrip() for line in self.lines())

    def line_of(self, text: str) -> int:
        """The number of the first line that shows a text, from 0."""
        return next(n for n, line in enumerate(self.lines()) if text in line)


Script = Callable[[Sitting], Awaitable[None]]


def sit(
    project: Project,
    script: Script,
    *,
    language: ScreenLanguage = "en",
    size: tuple[int, int] = (80, 24),
    is_plain: bool = False,
    is_spacious: bool = True,
    keys: Path | None = None,
    notice: str = "",
    realigner: Realigner | None = None,
    checked: bool = True,
    keep: Callable[[str, Value], object] = lambda _name, _value: None,
    assistant: Assistant | None = None,
    newer: NewVersion | None = None,
) -> ReviewApp:
    """Open a project on a screen and do what a script says; closes the project in the end.

    The script begins once all pairs are `checked`, or at once. What goes wrong in the app is raised
    here.
    """
    settings = Settings(
        words=Words(language),
        keymap=read_keymap(keys),
        is_plain=is_plain,
        is_spacious=is_spacious,
        keep=keep,
    )

    async def run() -> ReviewApp:
        session = Session(project)
        app = ReviewApp(
            session, settings, realigner, notice=notice, newer=newer, assistant=assistant
        )
        async with app.run_test(size=size) as pilot:
            sitting = Sitting(app, pilot, session)
            await sitting.settle()
            if checked:
                await sitting.checked()
            await script(sitting)
        return app

    with project:
        app = asyncio.run(run())
    if app.fault is not None:
        raise app.fault
    return app


def played(
    bitext: Callable[[], Bitext] = lighthouse,
    *,
    language: ScreenLanguage = "en",
    size: tuple[int, int] = (80, 24),
    is_plain: bool = False,
    notice: str = "",
) -> Callable[[Script], Callable[[Path], None]]:
    """Make a test of what is done at a sitting over a bitext."""

    def decorate(script: Script) -> Callable[[Path], None]:
        def test(tmp_path: Path) -> None:
            project = create(tmp_path / "lamp.duizhao", bitext())
            sit(project, script, language=language, size=size, is_plain=is_plain, notice=notice)

        test.__doc__ = script.__doc__
        return test

    return decorate


def kept(folder: Path) -> Bitext:
    """Return what the project of a played test holds."""
    with open_project(folder / "lamp.duizhao") as project:
        return project.load()
