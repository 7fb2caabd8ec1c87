"""Signals: each ends the program as Ctrl-C does, once, and at a moment that leaves nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import weakref
from collections.abc import Iterator

import pytest

from aligner import signals
from tests.commands import PATIENCE, ROOT

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no signals of this kind")


@pytest.fixture(autouse=True)
def _hook_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Keep the hook of the tests, and heed Ctrl-C where they run in the background."""
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]
)
def test_a_signal_is_an_interruption_with_its_exit_code(number: int, code: int) -> None:
    before = signal.getsignal(number)
    with pytest.raises(signals.Interruption) as caught, signals.heeded():
        signal.raise_signal(number)
    assert signals.exit_code(caught.value) == code
    assert signal.getsignal(number) is before


def ended_twice(tidied: list[str]) -> None:
    try:
        signal.raise_signal(signal.SIGHUP)
    finally:
        signal.raise_signal(signal.SIGTERM)
        tidied.append("up")


def test_a_second_signal_does_not_disturb_the_end() -> None:
    tidied: list[str] = []
    with pytest.raises(signals.Interruption), signals.heeded():
        ended_twice(tidied)
    assert tidied


def test_an_end_that_takes_long_can_be_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signals, "_PATIENCE", 0.0)
    with pytest.raises(signals.Interruption) as caught, signals.heeded():
        ended_twice([])
    assert caught.value.number == signal.SIGTERM


def test_an_ignored_signal_stays_ignored() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with signals.heeded():
            signal.raise_signal(signal.SIGHUP)
    finally:
        signal.signal(signal.SIGHUP, before)


def test_a_signal_waits_for_what_is_delayed() -> None:
    done = []

    def work() -> None:
        with signals.delayed(), signals.delayed():
            signal.raise_signal(signal.SIGTERM)
            done.append("within")
        done.append("behind")

    with pytest.raises(signals.Interruption), signals.heeded():
        work()
    assert done == ["within"]


def test_an_event_loop_is_told_in_its_own_way() -> None:
    told: list[int] = []
    with signals.heeded(), signals.diverted(told.append):
        signal.raise_signal(signal.SIGTERM)
    assert told == [signal.SIGTERM]


def test_a_signal_that_python_passes_over_comes_again() -> None:
    class Watched:
        pass

    def interrupted(_: object) -> None:
        signal.raise_signal(signal.SIGTERM)

    def lose() -> None:
        watched = Watched()
        reference = weakref.ref(watched, interrupted)
        del watched  # an exception in here is reported and forgotten
        assert reference() is None
        signal.pause()

    with pytest.raises(signals.Interruption), signals.heeded():
        lose()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_first_imports_end_without_a_word_of_python(number: signal.Signals) -> None:
    code = f"""
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from aligner.__main__ import run
class Slow:
    def find_spec(self, name, *_):
        if name == "click":
            signal.raise_signal({int(number)})
sys.meta_path.insert(0, Slow())
run()
"""
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        timeout=PATIENCE,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert (done.returncode, done.stdout, done.stderr) == (128 + number, b"", b"")
