"""`duizhao review` as it is run: in a terminal, with its signals, sizes and ways to paste."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from shutil import copy

import pytest

from aligner.bitext import Bitext
from aligner.project import create, open_project
from tests.commands import ROOT
from tests.samples import lighthouse
from tests.tui.hostile import BITEXT, MARKS
from tests.tui.terminal import Terminal, measured, running

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there are no pseudo-terminals on Windows")

SEED = ROOT / "seeds" / "harbour.txt"


@pytest.fixture
def lamp(tmp_path: Path) -> Path:
    """A project of the lighthouse."""
    path = tmp_path / "lamp.duizhao"
    create(path, lighthouse()).close()
    return path


def kept(path: Path) -> Bitext:
    with open_project(path) as project:
        return project.load()


def bars(terminal: Terminal, sign: str = "│") -> set[int]:
    """In which cells the bar between the columns stands, in the lines that have text."""
    height = len(terminal.lines)
    return {
        terminal.cells(line).index(sign)
        for line in range(1, height - 1)
        if sign in terminal.cells(line)[: terminal.screen.columns - 1]
    }


def widths(terminal: Terminal) -> set[int]:
    """How many cells the lines have that are not empty."""
    return {measured(line) for line in terminal.lines if line.strip()}


def thumbs(terminal: Terminal) -> set[str]:
    """What stands in the last cell of the lines of the list."""
    return {terminal.cells(line)[-1] for line in range(1, terminal.screen.lines - 7)}


def test_an_article_is_aligned_shown_searched_edited_and_left(tmp_path: Path) -> None:
    article = tmp_path / "harbour.txt"
    copy(SEED, article)
    with running("harbour.txt", folder=tmp_path) as terminal:
        terminal.until("harbour.txt.duizhao")
        terminal.until("meaning")
        assert len(bars(terminal)) == 1
        assert thumbs(terminal) <= {"█", "│"}
        # A search, pasted in the other script.
        terminal.press("/")
        terminal.until("Search")
        terminal.paste("台风")
        terminal.until("台风")
        terminal.press("enter")
        terminal.until(lambda: "颱風" in terminal.seen() and "Search" not in terminal.seen())
        # An edit, pasted with a line's end in it as terminals send it.
        terminal.press("e")
        terminal.until("Enter keeps and goes on")
        terminal.paste("（改\r過）")
        terminal.until("改過")
        terminal.press("enter")
        terminal.until(lambda: "改過" in terminal.seen() and "keeps" not in terminal.seen())
        assert len(bars(terminal)) == 1
        # Sizes.
        terminal.resize(20, 5)
        terminal.until("too small")
        terminal.resize(120, 40)
        terminal.until("There is no English")
        terminal.until(lambda: len(bars(terminal)) == 1 and min(bars(terminal)) > 40)
        terminal.resize(80, 24)
        terminal.until(lambda: len(bars(terminal)) == 1 and max(bars(terminal)) < 40)
        terminal.press("ctrl+q")
        terminal.until("Leave")
        terminal.press("y")
        assert terminal.ended() == 0
        assert b"\x1b[?1049l" in terminal.raw  # the shell has its screen back
    pairs = kept(tmp_path / "harbour.txt.duizhao").pairs
    assert [pair.zh_text[-4:] for pair in pairs if pair.status == "edited"] == ["（改過）"]
    assert article.read_bytes() == SEED.read_bytes()


@pytest.mark.parametrize(
    ("options", "columns", "sign"),
    [((), 80, "│"), (("--ascii",), 44, "|"), (("--ambiguous-wide",), 100, "|")],
)
def test_no_text_shifts_a_column_or_reaches_the_terminal_as_a_command(
    tmp_path: Path, options: tuple[str, ...], columns: int, sign: str
) -> None:
    create(tmp_path / "hostile.duizhao", BITEXT).close()
    with running("hostile.duizhao", *options, folder=tmp_path, columns=columns, lines=60) as at:
        at.until("hostile.duiz")
        at.until(lambda: at.cells(0)[0] == " " and bars(at, sign))
        if "--ambiguous-wide" not in options:  # pyte counts such characters as narrow
            # What is still being drawn may cut a wide character in two.
            at.until(lambda: len(bars(at, sign)) == 1 and widths(at) == {columns})
        at.settled()
        for mark in MARKS:
            assert mark.encode() not in at.raw
        assert "owned" not in at.screen.title
        if "--ascii" in options:
            assert not set("─│█▽∅✓¶") & set(at.seen())
        at.press("end", "up", "s", "escape", "ctrl+q")
        at.until("Leave")
        at.press("y")
        assert at.ended() == 0


@pytest.mark.parametrize(
    ("number", "codes"),
    [
        (signal.SIGTERM, {128 + signal.SIGTERM}),
        (signal.SIGKILL, {-signal.SIGKILL}),
        (None, {128 + signal.SIGHUP}),  # the window is closed
    ],
)
def test_however_it_ends_every_edit_is_kept(
    lamp: Path, number: signal.Signals | None, codes: set[int]
) -> None:
    with running(lamp, folder=lamp.parent) as terminal:
        terminal.until("6 pairs: 1 doubtful")
        terminal.press("a")
        terminal.until("✓")
        terminal.press("m")
        terminal.until("5 pairs: 1 without Chinese")
        if number is None:
            terminal.hang_up()
        else:
            terminal.signal(number)
        assert terminal.ended() in codes
        if number == signal.SIGTERM:  # it was asked to end, and the shell has its screen back
            assert b"\x1b[?1049l" in terminal.raw
            assert b"Traceback" not in terminal.raw
    with open_project(lamp) as project:
        assert not project.is_read_only
        assert [pair.status for pair in project.bitext.pairs[:2]] == ["confirmed", "edited"]
        assert project.undo_label == "merge"
        project.undo()
        project.undo()
        assert project.bitext == lighthouse()


def test_a_terminal_that_goes_while_it_is_bidden_farewell_ends_the_screen(lamp: Path) -> None:
    waits = (
        "import time; from textual.drivers._writer_thread import WriterThread; "
        "WriterThread.stop = lambda self: time.sleep(3600)"
    )
    with running(lamp, folder=lamp.parent, code=waits) as terminal:
        terminal.until("6 pairs: 1 doubtful")
        terminal.press("a")
        terminal.until("✓")
        terminal.hang_up()
        assert terminal.ended() == 128 + signal.SIGHUP
    with open_project(lamp) as project:
        assert not project.is_read_only
        assert project.bitext.pairs[0].status == "confirmed"


def test_a_terminal_that_goes_without_a_signal_ends_the_screen(lamp: Path) -> None:
    ignored = "import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN)"
    with running(lamp, folder=lamp.parent, code=ignored) as terminal:
        terminal.until("6 pairs: 1 doubtful")
        terminal.press("a")
        terminal.until("✓")
        terminal.hang_up()
        assert terminal.ended() == 128 + signal.SIGHUP
    with open_project(lamp) as project:
        assert project.bitext.pairs[0].status == "confirmed"


@pytest.mark.parametrize(
    ("options", "env", "said"),
    [
        ((), {"LANG": "zh_TW.UTF-8"}, "6 對：存疑 1"),
        (("--lang", "zh-CN"), {"LANG": "en_US.UTF-8"}, "6 对：存疑 1"),
    ],
)
def test_the_screen_speaks_the_language_of_the_locale(
    lamp: Path, options: tuple[str, ...], env: dict[str, str], said: str
) -> None:
    with running(lamp, *options, folder=lamp.parent, env=env) as terminal:
        terminal.until(lambda: said in terminal.seen() and len(bars(terminal)) == 1)


def test_what_should_never_happen_ends_in_a_sentence_and_keeps_the_work(lamp: Path) -> None:
    code = """
from aligner import edits
def broken(bitext, place):
    raise KeyError('a fault of the program')
edits.swap = broken
"""
    with running("review", lamp, folder=lamp.parent, code=code) as terminal:
        terminal.until("6 pairs: 1 doubtful")
        terminal.press("a", "x")
        assert terminal.ended() != 0
        behind = terminal.raw.split(b"\x1b[?1049l")[-1].decode()
        assert "duizhao: " in behind
        assert "Traceback" not in behind
    assert kept(lamp).pairs[0].status == "confirmed"


def test_keys_that_a_terminal_sends_as_sequences_arrive(lamp: Path) -> None:
    with running(lamp, folder=lamp.parent) as terminal:
        terminal.until("6 pairs: 1 doubtful")
        terminal.press("f2")
        terminal.until("✓")
        terminal.press("ctrl+z")
        terminal.until("Undone: accept")
        terminal.press("down", "\x1b[1;2R", "\x1b[15;2~")  # Shift+F3 and Shift+F5
        terminal.until("5 pairs: 1 doubtful")
        terminal.press("\x1b[1;5A", "\x1b[1;5B", "\x1b[5~", "\x1b[6~", "\x1b[Z")
        terminal.press("ctrl+q")
        terminal.until("Leave")
        terminal.press("y")
        assert terminal.ended() == 0
