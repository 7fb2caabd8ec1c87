"""What holds for all tests of the screen."""

from __future__ import annotations

import pytest

import aligner.cells


@pytest.fixture(autouse=True)
def _quick_and_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Explain pairs without waiting, and read no keys or language from this machine."""
    monkeypatch.setattr("tui.explaining._SETTLING", 0.0)
    monkeypatch.setattr("tui.surveying._SETTLING", 0.0)
    for name in ("XDG_CONFIG_HOME", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def ambiguous_wide() -> object:
    """Count ambiguous characters as two cells, for one test."""
    aligner.cells.set_ambiguous_width(2)
    yield
    aligner.cells.set_ambiguous_width(1)
