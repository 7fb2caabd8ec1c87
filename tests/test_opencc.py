"""Conversion is the same whichever of the two packages is called `opencc`."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from shutil import copytree

import pytest

from tests.commands import ROOT

TEXT = "软件里的士兵在城堡的士兵面前发布头发和干燥的里程。鐘錶與鍾愛，著作裡的衞生。"
CONVERT = f"""
from aligner.script import detect_script, in_one_form, to_region, written_as
regions = ("CN", "TW", "HK")
print([to_region({TEXT!r}, a, b) for a in regions for b in regions])
print(detect_script({TEXT!r}), in_one_form({TEXT!r}), sorted(written_as("后")))
"""
BINDING = """
class OpenCC:
    def __init__(self, config="t2s.json"):
        raise RuntimeError("the tables of the binding are its own")
"""
"""What stands for the binding of the library in C++, which has no tables as text."""


def printed(code: str, *places: Path) -> str:
    found = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join(map(str, (ROOT, *places))),
            "PYTHONUTF8": "1",
        },
    )
    assert found.returncode == 0, found.stderr
    return found.stdout


def installed() -> Path:
    spec = find_spec("opencc")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent


@pytest.mark.parametrize("arrangement", ["in front", "in one folder", "uninstalled again"])
def test_the_other_package_changes_nothing(tmp_path: Path, arrangement: str) -> None:
    folder = tmp_path / "opencc"
    if arrangement == "in front":
        folder.mkdir()
    else:
        copytree(installed(), folder)
    (folder / "__init__.py").write_text(BINDING, encoding="utf-8")
    if arrangement == "uninstalled again":
        (folder / "__init__.py").unlink()
    assert printed(CONVERT, tmp_path) == printed(CONVERT)


def test_without_tables_a_sentence_says_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "opencc").mkdir()
    (tmp_path / "opencc" / "__init__.py").write_text(BINDING, encoding="utf-8")
    code = f"""
import sys
from aligner.errors import DuizhaoError
from aligner.script import in_one_form
sys.path[:] = [{str(tmp_path)!r}]
try:
    in_one_form("后")
except DuizhaoError as problem:
    print(problem)
"""
    assert "opencc-python-reimplemented again" in printed(code)
