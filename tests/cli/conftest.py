"""Settings that hold for the tests of the command."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def _collector_is_left_on() -> Iterator[None]:
    """A sitting switches garbage collection off as it begins, and may end before it is on again."""
    yield
    gc.enable()
