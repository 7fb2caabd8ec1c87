"""The cache of vectors as its owner sees it."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner, Result

from aligner.cli import main
from aligner.encoders import VectorCache, kept_vectors
from aligner.encoders.kept import FILE
from aligner.files import cache_folder
from tests.commands import ROOT


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Folders of a person who has set nothing."""
    for name in ("DUIZHAO_CACHE", "DUIZHAO_DATA"):
        monkeypatch.delenv(name, raising=False)
    for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / name))
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["cache", *words])


def keep(count: int) -> None:
    with VectorCache(cache_folder()) as cache:
        vector = np.ones(4, dtype=np.float16)
        cache.write("model", {f"text {number}": vector for number in range(count)})


def test_it_says_where_it_is_how_large_and_what_it_holds() -> None:
    assert "vectors  0" in run().stdout
    assert not (kept_vectors().file or Path("?")).exists()  # looking makes nothing
    keep(1234)
    shown = run().stdout
    assert FILE in shown
    assert "vectors  1,234; no text" in shown
    assert "cache    on" in shown


def test_it_is_emptied_with_all_that_it_set_aside(home: Path) -> None:
    keep(2000)
    folder = cache_folder()
    assert folder is not None
    (folder / f"{FILE}.damaged").write_bytes(b"x" * 1_000_000)
    before = kept_vectors()
    assert "vectors  0" in run("clear").stdout
    after = kept_vectors()
    assert (before.vectors, after.vectors) == (2000, 0)
    assert after.size < before.size / 4
    keep(3)
    assert kept_vectors().vectors == 3


def test_one_that_is_in_use_goes_on() -> None:
    with VectorCache(cache_folder()) as cache:
        vector = np.ones(4, dtype=np.float16)
        cache.write("model", {"a": vector})
        assert run("clear").exit_code == 0
        assert cache.read("model", ["a"]) == {}
        cache.write("model", {"b": vector})
    assert kept_vectors().vectors == 1


def test_a_damaged_one_is_told_and_cleared() -> None:
    folder = cache_folder()
    assert folder is not None
    folder.mkdir(parents=True)
    (folder / FILE).write_bytes(b"no database " * 1000)
    assert "not readable" in run().stdout
    assert run("clear").exit_code == 0
    assert not (folder / FILE).exists()


def test_switched_off_nothing_is_kept_until_it_is_on_again() -> None:
    keep(2)
    assert "off" in run("off").stdout
    assert cache_folder() is None
    keep(5)
    assert kept_vectors().vectors == 2
    assert "vectors  0" in run("clear").stdout
    run("on")
    keep(5)
    assert kept_vectors().vectors == 5


def test_the_environment_goes_before_the_switch(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("off")
    monkeypatch.setenv("DUIZHAO_CACHE", str(home / "named"))
    assert cache_folder() == home / "named"
    monkeypatch.setenv("DUIZHAO_CACHE", "")
    run("on")
    assert cache_folder() is None
    assert "DUIZHAO_CACHE" in run().stderr


def test_one_that_cannot_be_emptied_is_told_in_a_sentence() -> None:
    keep(1)
    file = kept_vectors().file
    assert file is not None
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr("aligner.encoders.kept._PATIENCE", 0.01)
            result = run("clear")
    finally:
        other.close()
    assert result.exit_code == 1
    assert "could not be emptied" in result.stderr


def test_looking_loads_no_numpy() -> None:
    code = "import sys, aligner.encoders as e; e.kept_vectors(); sys.exit('numpy' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)
