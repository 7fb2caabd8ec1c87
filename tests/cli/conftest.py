"""Settings that hold for the tests of the command."""

from __future__ import annotations

import gc
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from aligner.cli import main
from aligner.cli.help_pages import set_help
from aligner.speaking import speak


@pytest.fixture(autouse=True)
def _collector_is_left_on() -> Iterator[None]:
    """A sitting switches garbage collection off as it begins, and may end before it is on again."""
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def _nothing_is_settled(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Read no settings of whoever runs the tests, keep none there, and speak English again."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(Path(tempfile.gettempdir()) / "duizhao-not-there"))
    yield
    speak("en")
    set_help(main)
