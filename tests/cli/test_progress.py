"""The progress meter: patient, short, and gone in the end."""

from __future__ import annotations

import io
from contextlib import suppress

import pytest

from aligner.cli import progress
from aligner.cli.progress import Meter


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(progress, "monotonic", clock)
    return clock


def test_quick_work_says_nothing(clock: Clock) -> None:
    stream = Terminal()
    with Meter(stream) as meter:
        for step in range(100):
            clock.now += 0.005
            meter("encoding", step, 100)
    assert stream.getvalue() == ""


def test_a_terminal_line_is_rewritten_and_cleared(clock: Clock) -> None:
    stream = Terminal()
    with Meter(stream) as meter:
        clock.now = 2
        meter("encoding", 1, 4)
        meter("encoding", 2, 4)  # too soon after the last one
        clock.now = 3
        meter("aligning", 3, 4)
    assert stream.getvalue() == "\r\x1b[Kencoding 25%\r\x1b[Kaligning 75%\r\x1b[K"


def test_a_log_gets_few_lines(clock: Clock) -> None:
    stream = io.StringIO()
    with Meter(stream) as meter:
        for step in range(120):
            clock.now += 0.1
            meter("aligning", step, 120)
    assert 2 <= len(stream.getvalue().splitlines()) <= 4
    assert "\x1b" not in stream.getvalue()


def test_a_stage_of_unknown_length_is_named(clock: Clock) -> None:
    stream = io.StringIO()
    with Meter(stream) as meter:
        clock.now = 2
        meter("loading the model", 0, 0)
    assert stream.getvalue() == "loading the model\n"


def test_an_interruption_clears_the_line_too(clock: Clock) -> None:
    stream = Terminal()
    with suppress(KeyboardInterrupt), Meter(stream) as meter:
        clock.now = 2
        meter("encoding", 1, 4)
        raise KeyboardInterrupt
    assert stream.getvalue().endswith("\x1b[K")
