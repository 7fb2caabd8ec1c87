"""One run of a command in a folder of its own, with a terminal if it needs one.

The child leaves a mark where the program itself begins. It needs `fork` and pseudo-terminals.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent

_PATIENCE = 30.0
"""Seconds after which a program counts as one that does not end."""

START = """
import os, signal, sys
if os.environ.get("ROOM"):
    import resource
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(os.environ["ROOM"]),) * 2)
signal.signal(signal.SIGINT, signal.default_int_handler)
from aligner.__main__ import run
open(sys.argv.pop(1), "w").close()
run()
"""
"""What a child runs: it leaves a mark where the program itself begins."""


class Left(AssertionError):
    """Something was left behind, or a target is neither old nor finished."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command of the program, as it is run in a folder of its own."""

    name: str
    words: tuple[str, ...]
    targets: tuple[str, ...] = ()
    """Files that it writes, where old ones stand."""
    makes: tuple[str, ...] = ()
    """Files that it writes, where nothing may stand."""
    on_screen: bool = False
    """Whether it needs a terminal; it goes on until it is ended."""


class Run:
    """A command at work in a folder, with a terminal if it needs one."""

    def __init__(self, command: Command, folder: Path, room: int = 0) -> None:
        self._mark = folder / "begun"
        self._master = -1
        self._said = bytearray()
        streams = self._terminal() if command.on_screen else subprocess.PIPE
        at_terminal = "import fcntl, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0)\n"
        self._process = subprocess.Popen(
            [
                sys.executable,
                "-c",
                (at_terminal if command.on_screen else "") + START,
                str(self._mark),
                *command.words,
            ],
            cwd=folder,
            stdin=streams if command.on_screen else subprocess.DEVNULL,
            stdout=streams,
            stderr=streams if command.on_screen else subprocess.STDOUT,
            start_new_session=True,
            env=_environment(folder) | ({"ROOM": str(room)} if room else {}),
        )
        if isinstance(streams, int) and streams >= 0:
            os.close(streams)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> Run:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        self._reader.join(_PATIENCE)
        if self._process.stdout is not None:
            self._process.stdout.close()
        if self._master >= 0:
            os.close(self._master)

    @property
    def has_begun(self) -> bool:
        """Whether Python has come as far as the program."""
        return self._mark.exists()

    def wait(self, seconds: float) -> None:
        """Let it work for some time, or until it is done."""
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            return

    def wait_for(self, sign: bytes) -> None:
        """Wait until something has been said, or the program is done."""
        deadline = time.monotonic() + _PATIENCE
        while sign not in self._said and time.monotonic() < deadline:
            if self._process.poll() is not None:
                return
            time.sleep(0.01)

    def signal(self, number: signal.Signals) -> None:
        """Send a signal, if it is still there to get it."""
        if self._process.poll() is None:
            self._process.send_signal(number)

    def end(self) -> tuple[int, bytes]:
        """Return its exit code and what it said; Left if it does not end."""
        try:
            code = self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.send_signal(signal.SIGABRT)  # has it say where it stands
            self._reader.join(_PATIENCE)
            raise Left(f"does not end: {bytes(self._said)[-3000:]!r}") from None
        self._reader.join(_PATIENCE)
        return code, bytes(self._said)

    def _terminal(self) -> int:
        import fcntl
        import pty
        import struct
        import termios

        self._master, follower = pty.openpty()
        fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
        return follower

    def _read(self) -> None:
        place = self._master if self._process.stdout is None else self._process.stdout.fileno()
        while True:
            try:
                block = os.read(place, 1 << 16)
            except OSError:  # a terminal that nobody has open any more
                return
            if not block:
                return
            self._said += block


def _environment(folder: Path) -> dict[str, str]:
    return {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "TMPDIR": str(folder / "tmp"),
        "DUIZHAO_DATA": str(folder / "data"),
        "DUIZHAO_CACHE": "",
        "PYTHONFAULTHANDLER": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
    }
