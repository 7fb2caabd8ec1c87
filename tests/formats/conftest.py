"""What every test of this room leaves behind is read once more, by a reader that is not ours."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.independent import compare_all


@pytest.fixture(autouse=True)
def _read_once_more(request: pytest.FixtureRequest) -> Iterator[None]:
    """Compare the memories and glossaries in the folder of a test with an independent reading."""
    uses_folder = "tmp_path" in request.fixturenames
    folder: Path | None = request.getfixturevalue("tmp_path") if uses_folder else None
    yield
    if folder:
        compare_all(folder)
