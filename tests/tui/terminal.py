"""A real run of the command in a pseudo-terminal, seen through a terminal emulator.

pyte measures characters by its own table (wcwidth's), not by the one that the screen draws with, so
that a column which is straight here is straight for two independent opinions. Whatever is waited
for is waited for by what stands on the screen, never by the clock.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import Any

import pyte
from wcwidth import wcwidth

from tests.commands import PATIENCE, ROOT

_UNKNOWN = re.compile(rb"\x1b\[[<=>?][0-9;]*[a-z](?<![hlmnc])|\x1b\[\?[0-9;]*\$p")
"""What asks for ways to report keys, which pyte would show as letters."""

_NOT_OURS = frozenset(("LANG", "LC_ALL", "COLUMNS", "LINES"))
"""Variables of whoever runs the tests; a size that is told so would outdo that of the terminal."""

KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "down": "\x1b[B",
    "up": "\x1b[A",
    "end": "\x1b[F",
    "ctrl+q": "\x11",
    "ctrl+s": "\x13",
    "ctrl+z": "\x1a",
    "f2": "\x1bOQ",
    "f6": "\x1b[17~",
}

AT_THE_TERMINAL = "import fcntl, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0)"
"""Makes the pseudo-terminal the one that sends the program SIGWINCH and SIGHUP."""


class Terminal:
    """A program in a terminal of a size."""

    def __init__(
        self, process: subprocess.Popen[bytes], master: int, columns: int, lines: int
    ) -> None:
        self.process = process
        self._master = master
        self.screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        """All that the program has sent."""

    # Hands.

    def press(self, *keys: str) -> None:
        """Press keys, by name or as characters."""
        self.send("".join(KEYS.get(key, key) for key in keys))

    def paste(self, text: str) -> None:
        """Paste as terminals do that were asked for brackets."""
        self.send(f"\x1b[200~{text}\x1b[201~")

    def send(self, text: str) -> None:
        """Send characters to the program."""
        os.write(self._master, text.encode())

    def resize(self, columns: int, lines: int) -> None:
        """Change the size of the terminal; the program is told by SIGWINCH."""
        self.screen.resize(lines, columns)
        set_size(self._master, columns, lines)

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the program."""
        self.process.send_signal(number)

    def hang_up(self) -> None:
        """Close the terminal's window."""
        os.close(self._master)
        self._master = -1

    # Eyes.

    @property
    def lines(self) -> list[str]:
        """What stands in each line; a wide character is followed by nothing."""
        # Not pyte's own `display`, which fails where a resize has cut a wide character in two.
        return ["".join(self.cells(line)) for line in range(self.screen.lines)]

    def cells(self, line: int) -> list[str]:
        """What stands in each cell of a line; the second cell of a wide character is empty."""
        row = self.screen.buffer[line]
        return [row[column].data for column in range(self.screen.columns)]

    def seen(self) -> str:
        """The screen as plain text."""
        return "\n".join(self.lines)

    def until(self, holds: Callable[[], object] | str) -> None:
        """Read what the program sends until something holds, or a text stands on the screen."""
        wanted = (lambda: holds in self.seen()) if isinstance(holds, str) else holds
        deadline = monotonic() + PATIENCE
        while not wanted():
            assert monotonic() < deadline, f"in vain:\n{self.seen()}"
            if not self._read(0.05):
                assert self.process.poll() is None or self._read(0.2), (
                    f"it has ended with {self.process.returncode}:\n{self.seen()}"
                )

    def settled(self) -> None:
        """Read until the program has not sent anything for a while."""
        while self._read(0.3):
            pass

    def ended(self) -> int:
        """Wait for the program to end; return its exit code."""
        deadline = monotonic() + PATIENCE
        while self.process.poll() is None:
            assert monotonic() < deadline, f"it does not end:\n{self.seen()}"
            self._read(0.05)
        while self._read(0.05):
            pass
        return self.process.returncode

    def _read(self, seconds: float) -> bool:
        """Read what there is; whether there was something."""
        if self._master < 0:
            return False
        ready, _, _ = select.select([self._master], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self._master, 1 << 16)
        except OSError:  # its other end was closed
            return False
        self.raw += data
        self._stream.feed(_UNKNOWN.sub(b"", data))
        return bool(data)

    def close(self) -> None:
        """End the program if it has not ended."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        if self._master >= 0:
            os.close(self._master)


@contextmanager
def running(
    *args: str | Path,
    folder: Path,
    columns: int = 80,
    lines: int = 24,
    code: str = "",
    env: Mapping[str, str] | None = None,
) -> Iterator[Terminal]:
    """Run `duizhao` in a folder, in a terminal; Python `code` may stand before it."""
    master, slave = pty.openpty()
    set_size(master, columns, lines)
    program = f"{AT_THE_TERMINAL}\n{code}\nfrom aligner.cli import main\nmain(prog_name='duizhao')"
    around: dict[str, Any] = {
        **{name: value for name, value in os.environ.items() if name not in _NOT_OURS},
        "TERM": "xterm-256color",
        "PYTHONPATH": str(ROOT),
        "OPENBLAS_NUM_THREADS": "1",
        "XDG_CONFIG_HOME": str(folder / "settings"),
        **(env or {}),
    }
    process = subprocess.Popen(
        [sys.executable, "-c", program, *map(str, args)],
        cwd=folder,
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env=around,
        start_new_session=True,
    )
    os.close(slave)
    terminal = Terminal(process, master, columns, lines)
    try:
        yield terminal
    finally:
        terminal.close()


def set_size(terminal: int, columns: int, lines: int) -> None:
    """Give a terminal a size, in cells."""
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))


def measured(text: str) -> int:
    """The cells that a text takes, by the table of wcwidth."""
    return sum(max(wcwidth(character), 0) for character in text)
