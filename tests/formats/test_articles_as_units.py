"""Documents where units are asked for: refused in a sentence that says what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from aligner.errors import UnusableInput
from aligner.formats import read_units


@pytest.mark.parametrize("ending", ["docx", "odt", "rtf", "epub", "pptx", "pdf"])
def test_a_document_is_to_be_aligned_first(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"report.{ending}"
    path.write_bytes(b"whatever it holds")
    with pytest.raises(UnusableInput, match=rf"duizhao align report.{ending} -o report.tmx"):
        next(read_units(path))
