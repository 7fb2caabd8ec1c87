"""Signals that ask the program to end: Ctrl-C, `kill`, a terminal that is closed.

Each unwinds the program as Ctrl-C does, so that what an error tidies up a signal tidies up too:
unfinished files are deleted, databases closed. Invariant: while it unwinds, further signals
interrupt nothing, unless that takes longer than a person waits. A signal that the program was
started to ignore (`nohup`) stays ignored, and one that a system does not have is passed over.
"""

from __future__ import annotations

import atexit
import os
import signal
import sys
import threading
from contextlib import contextmanager, suppress
from time import monotonic

TYPE_CHECKING = False  # importing `typing` would take a third of the time until signals are heeded
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from sys import UnraisableHookArgs
    from types import FrameType
    from typing import Any, NoReturn

_PATIENCE = 2.0
"""Seconds for which an end that has begun is not disturbed."""
_SOON = 0.01
"""Seconds after which a signal that was lost comes again."""

_ENDING = [
    getattr(signal, name)
    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
    if hasattr(signal, name)
]
EXIT_CODES = frozenset(128 + number for number in _ENDING)
"""What a program exits with that a signal has ended."""


class Interruption(KeyboardInterrupt):
    """A signal has asked the program to end."""

    def __init__(self, number: int) -> None:
        super().__init__(signal.Signals(number).name)
        self.number = number


def exit_code(problem: BaseException | None) -> int:
    """Return what a program exits with that an interruption has ended: 128 and its signal."""
    return 128 + (problem.number if isinstance(problem, Interruption) else signal.SIGINT)


def heed() -> None:
    """Raise Interruption in the main thread, from now on, for each signal that asks to end."""
    _install()


@contextmanager
def heeded() -> Iterator[None]:
    """Heed signals inside the block; what was done about them before is done again after it."""
    before = _install()
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def diverted(receiver: Callable[[int], object]) -> Iterator[None]:
    """Give the numbers of signals to a function inside the block, in place of an exception.

    It is for an event loop, which ends in its own way.
    """
    _state.receivers.append(receiver)
    try:
        yield
    finally:
        _state.receivers.remove(receiver)


@contextmanager
def delayed() -> Iterator[None]:
    """Let signals wait until the block is left, which must be short."""
    if threading.current_thread() is not threading.main_thread():  # which alone is interrupted
        yield
        return
    _state.delays += 1
    try:
        yield
    finally:
        _state.delays -= 1
        if _state.waiting and not _state.delays:
            number, _state.waiting = _state.waiting, 0
            _end(number, None)


def leave(code: int) -> NoReturn:
    """Exit after an interruption: what waits for the end is tidied up, and no thread is waited for.

    A thread in the midst of an import would keep the interpreter from ending.
    """
    with suppress(ValueError):  # only the main thread may say what signals do
        finish()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):  # nobody listens, or there is none
            stream.flush()
    atexit._run_exitfuncs()
    os._exit(code)


def finish() -> None:
    """Let no signal disturb the interpreter as it ends: all is done, or undone."""
    for number in _ENDING:
        signal.signal(number, signal.SIG_IGN)


class _State:
    """What has been asked so far."""

    def __init__(self) -> None:
        self.asked: float | None = None
        """When a signal last asked for the end."""
        self.delays = 0
        """Blocks that signals wait for, one in another."""
        self.waiting = 0
        """The signal that waits."""
        self.receivers: list[Callable[[int], object]] = []


_state = _State()


def _install() -> dict[int, Any]:
    """Heed the signals; return how each was handled before. Only the main thread can."""
    if threading.current_thread() is not threading.main_thread():
        return {}
    _state.asked = None
    sys.unraisablehook = _deliver_again
    before = {number: signal.getsignal(number) for number in _ENDING}
    heeded = {n: was for n, was in before.items() if was not in (signal.SIG_IGN, None)}
    for number in heeded:
        signal.signal(number, _end)
    return heeded


def _end(number: int, _: FrameType | None) -> None:
    if _state.delays:
        _state.waiting = number
        return
    now = monotonic()
    if _state.asked is not None and now - _state.asked < _PATIENCE:
        return
    _state.asked = now
    if _state.receivers:
        _state.receivers[-1](number)
        return
    raise Interruption(number)


def _deliver_again(lost: UnraisableHookArgs) -> None:
    """Send a signal again whose exception came up where Python can only pass it over."""
    if not isinstance(lost.exc_value, Interruption):
        sys.__unraisablehook__(lost)
        return
    number = lost.exc_value.number
    _state.asked = None
    again = threading.Timer(_SOON, _interrupt_main, (number,))
    again.daemon = True
    again.start()


def _interrupt_main(number: int) -> None:
    main = threading.main_thread().ident
    if main is not None and hasattr(signal, "pthread_kill"):  # wakes it where it waits, too
        signal.pthread_kill(main, number)
        return
    from _thread import interrupt_main

    interrupt_main(signal.Signals(number))
