"""The real review screen, killed in a terminal: every edit that was drawn must be in the file.

A project is opened in a pseudo-terminal, keys that accept and merge pairs are pressed at random
moments, and the program is killed (SIGKILL) in their midst. What it had drawn by then is read by a
terminal emulator; the file must hold each edit of it, and be one of the states that the keys lead
through. It needs `fork`, so not Windows.
"""

from __future__ import annotations

import os
import pty
import random
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from dataclasses import dataclass
from fcntl import ioctl
from pathlib import Path

import pyte

from aligner import edits
from aligner.alignment import Bead
from aligner.article import Article, Language, Paragraph, Sentence, Side
from aligner.bitext import Bitext, pair_up
from aligner.project import create, open_project
from bench.kills import NotKept

_PAIRS = 40
_COLUMNS, _LINES = 100, 60  # so that all pairs are on the screen
_MOST_KEYS = 20
_LONGEST = 0.25  # seconds between two keys, at most: mostly the screen has drawn what the last did
_PATIENCE = 60.0
_ROW = re.compile(r"^ *(\d+) (.)")
_UNKNOWN = re.compile(rb"\x1b\[[<=>?][0-9;]*[a-z](?<![hlmnc])|\x1b\[\?[0-9;]*\$p")
"""What asks for ways to report keys, which pyte would show as letters."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What the screen showed."""

    pairs: int
    confirmed: int

    @classmethod
    def of_bitext(cls, bitext: Bitext) -> Drawn:
        """Return what the screen shows of a bitext when it has drawn all."""
        return cls(len(bitext), sum(pair.status == "confirmed" for pair in bitext))

    @classmethod
    def of_screen(cls, screen: pyte.Screen) -> Drawn:
        """Return what stands on a screen."""
        rows = [found for line in screen.display if (found := _ROW.match(line))]
        numbers = [int(row[1]) for row in rows]
        return cls(max(numbers, default=_PAIRS), sum(row[2] == "✓" for row in rows))


def kill_screen(path: Path, seed: int) -> int:
    """Kill the screen once, with a project made for it; return how many edits it had drawn.

    NotKept if one of them is not in the file, or if the file holds what no key led to.
    """
    chance = random.Random(seed)
    bitext = _bitext()
    create(path, bitext).close()
    keys = [chance.choice("aaam") for _ in range(chance.randint(1, _MOST_KEYS))]
    drawn = Drawn.of_screen(_pressed_and_killed(path, keys, chance))
    states = _states(bitext, keys)
    with open_project(path) as project:
        kept = project.bitext
    if kept not in states:
        raise NotKept(f"seed {seed}: the file holds what no key led to")
    held = Drawn.of_bitext(kept)
    if held.confirmed < drawn.confirmed or held.pairs > drawn.pairs:
        raise NotKept(f"seed {seed}: drawn was {drawn}, the file holds {held}")
    return drawn.confirmed + _PAIRS - drawn.pairs


def _pressed_and_killed(path: Path, keys: list[str], chance: random.Random) -> pyte.Screen:
    """Press keys in a terminal, kill the program, and return what it had drawn."""
    screen = pyte.Screen(_COLUMNS, _LINES)
    stream = pyte.ByteStream(screen)
    reader, terminal = pty.openpty()
    ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", _LINES, _COLUMNS, 0, 0))
    program = subprocess.Popen(
        [sys.executable, "-m", "aligner", "review", str(path)],
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        env={**os.environ, "TERM": "xterm-256color", "XDG_CONFIG_HOME": str(path.parent)},
        start_new_session=True,
    )
    os.close(terminal)
    try:
        deadline = time.monotonic() + _PATIENCE
        while Drawn.of_screen(screen).pairs != _PAIRS or "%" not in screen.display[2]:
            if time.monotonic() > deadline or program.poll() is not None:
                raise NotKept("the screen never showed the pairs")
            _read(reader, stream, 0.05)
        for key in keys:
            os.write(reader, key.encode())
            _read(reader, stream, chance.uniform(0, _LONGEST))
        program.send_signal(signal.SIGKILL)
        program.wait()
        while _read(reader, stream, 0):
            pass
    finally:
        program.kill()
        program.wait()
        os.close(reader)
    return screen


def _read(reader: int, stream: pyte.ByteStream, seconds: float) -> bool:
    """Read for some seconds what the program draws; return whether there was something."""
    deadline = time.monotonic() + seconds
    something = False
    while select.select([reader], [], [], max(0.0, deadline - time.monotonic()))[0]:
        try:
            data = os.read(reader, 1 << 16)
        except OSError:  # the other end was closed
            return something
        if not data:
            return something
        stream.feed(_UNKNOWN.sub(b"", data))
        something = True
    return something


def _states(bitext: Bitext, keys: list[str]) -> list[Bitext]:
    """Return the bitext before the first key and after each."""
    states = [bitext]
    place = 0
    for key in keys:
        edit = edits.confirm if key == "a" else edits.merge
        bitext = edit(bitext, place)(bitext)
        place += key == "a"
        states.append(bitext)
    return states


def _bitext() -> Bitext:
    """Return a bitext whose pairs take a line each."""

    def side(language: Language, texts: list[str]) -> Side:
        sentences = tuple(Sentence(text, 0, 0, 0) for text in texts)
        return Side(language, (Paragraph(""),), sentences)

    numbers = range(1, _PAIRS + 1)
    article = Article(
        side("zh", ["燈。" for _ in numbers]),
        side("en", ["A lamp." for _ in numbers]),
        (),
        "columns",
        ("lamps.tsv",),
        ("utf-8",),
        "Hant",
        1.0,
    )
    return pair_up(article, [Bead((n,), (n,), 0.9) for n in range(_PAIRS)], model="none")
