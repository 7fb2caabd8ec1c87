"""In a terminal that draws ambiguous characters wide: straight columns, the cursor at the caret.

GNU screen is such a terminal where it is told to be (`cjkwidth on`). What it holds is looked at
cell by cell: its `hardcopy` writes a byte a cell, of the second cell of a wide character 255.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from time import monotonic, sleep

import pytest

from tests.commands import PATIENCE, ROOT

pytestmark = pytest.mark.skipif(
    shutil.which("screen") is None,
    reason="GNU screen, a terminal that can draw ambiguous characters wide, is not installed",
)

SECOND_CELL = 0xFF
LINES = 24
PAIRS = [
    ("他说：“灯塔亮了——今晚有雾……”", "“The lamp was lit,” he said — “fog tonight…”"),
    ("气温是３０℃，①号渡口关闭。", "At 30 ℃ the ferry no. ① was closed · for good."),
    ("「守塔人」走了。", "The keeper left → nobody knows."),
    ("海很静。", "The sea was calm."),
]


class WideTerminal:
    """A program in GNU screen."""

    def __init__(self, name: str, folder: Path) -> None:
        self._name, self._copy = name, folder / "hardcopy"

    def command(self, *words: str) -> str:
        """Have screen do something; return what it answers."""
        call = ["screen", "-S", self._name, *words]
        return subprocess.run(call, capture_output=True, text=True, check=False).stdout

    def type(self, text: str) -> None:
        """Type characters, `^` before a letter for Ctrl."""
        self.command("-X", "stuff", text)

    def rows(self) -> list[bytes]:
        """Return the cells of each line."""
        self._copy.unlink(missing_ok=True)
        self.command("-X", "hardcopy", str(self._copy))
        deadline = monotonic() + PATIENCE
        while True:  # it is written after the command has returned
            written = self._copy.read_bytes() if self._copy.exists() else b""
            if written.count(b"\n") >= LINES:
                return written.split(b"\n")
            assert monotonic() < deadline, "the terminal does not answer"
            sleep(0.02)

    def cursor(self) -> tuple[int, int]:
        """Return the column and the line of the cursor, from 0."""
        found = re.match(r"\((\d+),(\d+)\)", self.command("-Q", "info"))
        return (int(found[1]) - 1, int(found[2]) - 1) if found else (-1, -1)

    def until(self, holds: Callable[[], object]) -> None:
        """Wait for something to hold."""
        deadline = monotonic() + PATIENCE
        while not holds():
            assert monotonic() < deadline, (self.cursor(), b"\n".join(self.rows()))
            sleep(0.05)


@contextmanager
def opened(folder: Path, *options: str, wide: bool = True) -> Iterator[WideTerminal]:
    """Review some pairs in a terminal of 80 by 24, and leave it whatever happens."""
    memory = folder / "a.jsonl"
    lines = (json.dumps({"zh": zh, "en": en}, ensure_ascii=False) for zh, en in PAIRS)
    memory.write_text("\n".join(lines) + "\n", encoding="utf-8")
    settings = folder / "screenrc"
    settings.write_text(f"defutf8 on\ncjkwidth {'on' if wide else 'off'}\nstartup_message off\n")
    sockets = mkdtemp(prefix="duizhao-")  # the name of a socket is to be short
    environment = os.environ | {"SCREENDIR": sockets, "LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT)}
    review = [sys.executable, "-m", "aligner", "review", str(memory), "--lang", "en", *options]
    call = ["screen", "-c", str(settings), "-U", "-d", "-m", "-S", "wide", *review]
    before = os.environ.get("SCREENDIR")
    os.environ["SCREENDIR"] = sockets
    try:
        subprocess.run(call, env=environment, check=True)
        terminal = WideTerminal("wide", folder)
        terminal.until(lambda: any(b"keeper left" in row for row in terminal.rows()))
        yield terminal
    finally:
        subprocess.run(["screen", "-S", "wide", "-X", "quit"], check=False, capture_output=True)
        if before is None:
            del os.environ["SCREENDIR"]
        else:
            os.environ["SCREENDIR"] = before
        shutil.rmtree(sockets, ignore_errors=True)


def lines_of_pairs(terminal: WideTerminal) -> list[bytes]:
    """Return the lines of the list, those of the four pairs."""
    return [row for row in terminal.rows() if row.count(b"|") == 1]


def columns_of(rows: list[bytes]) -> set[int]:
    """Return in which columns the line between both languages stands."""
    return {row.index(b"|") for row in rows}


def test_columns_are_straight_where_ambiguous_characters_are_wide(tmp_path: Path) -> None:
    with opened(tmp_path, "--ambiguous-wide") as terminal:
        terminal.until(lambda: len(lines_of_pairs(terminal)) >= len(PAIRS))
        rows = lines_of_pairs(terminal)
        assert len(columns_of(rows)) == 1
        assert {len(row) for row in rows} == {80}
        cells = b"".join(rows)
        assert cells.count(bytes([SECOND_CELL])) > 30, "nothing was drawn wide"
        assert bytes([ord("…") & 0xFF, SECOND_CELL]) in cells
        terminal.type("?")
        terminal.until(lambda: any(b"Moving" in row for row in terminal.rows()))
        frames = [row for row in terminal.rows() if row.startswith(b"|")]
        assert len(frames) > 10
        assert all(len(row) == 80 and row.endswith(b"|") for row in frames)


def test_without_being_told_they_are_crooked_and_in_other_terminals_they_are_straight(
    tmp_path: Path,
) -> None:
    """What is looked at here can be wrong: the terminal is as wide as it says."""
    with opened(tmp_path, "--ascii") as terminal:
        terminal.until(lambda: len(lines_of_pairs(terminal)) >= len(PAIRS))
        assert len(columns_of(lines_of_pairs(terminal))) > 1
    (tmp_path / "a.jsonl.duizhao").unlink()
    with opened(tmp_path, "--ascii", wide=False) as terminal:
        terminal.until(lambda: len(lines_of_pairs(terminal)) >= len(PAIRS))
        assert len(columns_of(lines_of_pairs(terminal))) == 1


def test_the_cursor_of_the_terminal_is_at_the_caret_for_input_methods(tmp_path: Path) -> None:
    with opened(tmp_path, "--ambiguous-wide") as terminal:
        terminal.type("jj")  # to the third pair, which is a line long
        third = "「守塔人」走了。"
        terminal.until(lambda: any(b">" in row and b"keeper" in row for row in terminal.rows()))
        terminal.type("e")
        row = next(k for k, one in enumerate(terminal.rows()) if b"keeper" in one)
        begin = 9
        terminal.until(lambda: terminal.cursor() == (begin + 2 * len(third), row))
        terminal.type("“")
        terminal.until(lambda: terminal.cursor() == (begin + 2 * len(third) + 2, row))
        assert terminal.rows()[row][begin + 2 * len(third)] == ord("“") & 0xFF
        terminal.type("x")
        terminal.until(lambda: terminal.cursor() == (begin + 2 * len(third) + 3, row))
        terminal.type("\033[D\033[D\033[D")  # left: over x, “ and 。
        terminal.until(lambda: terminal.cursor() == (begin + 2 * len(third) - 2, row))
        terminal.type("\t\033[F")
        english = terminal.rows()[row].index(b"|") + 2
        terminal.until(lambda: terminal.cursor() == (english + len(PAIRS[2][1]) + 1, row))
