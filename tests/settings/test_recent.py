"""The projects that were opened lately."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from aligner.settings import forget_projects, recent_projects, remember_project


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DUIZHAO_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


def made(folder: Path, name: str) -> Path:
    path = folder / name
    path.touch()
    return path


@pytest.mark.usefixtures("data")
def test_the_newest_stands_first_and_each_once(tmp_path: Path) -> None:
    one, two = made(tmp_path, "一.duizhao"), made(tmp_path, "two\n.duizhao")
    for path in (one, two, one):
        remember_project(path)
    assert recent_projects() == [one, two]


@pytest.mark.usefixtures("data")
def test_what_is_gone_is_not_named_and_no_more_than_nine_are(tmp_path: Path) -> None:
    paths = [made(tmp_path, f"{n}.duizhao") for n in range(12)]
    for path in paths:
        remember_project(path)
    assert recent_projects() == paths[:2:-1]
    paths[-1].unlink()
    assert recent_projects() == paths[-2:2:-1]


@pytest.mark.parametrize("content", [b"", b"{", b"3", b'[3, "a\\u0000b"]', b"\xff", b"[" * 9_000])
def test_a_damaged_list_is_no_list(data: Path, content: bytes) -> None:
    data.mkdir()
    (data / "recent.json").write_bytes(content)
    assert recent_projects() == []


def test_they_can_be_forgotten(data: Path, tmp_path: Path) -> None:
    remember_project(made(tmp_path, "a.duizhao"))
    forget_projects()
    assert recent_projects() == []
    forget_projects()
    assert list(data.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="modes are of POSIX")
def test_nobody_else_can_read_the_list(data: Path, tmp_path: Path) -> None:
    remember_project(made(tmp_path, "a.duizhao"))
    assert stat.S_IMODE((data / "recent.json").stat().st_mode) == 0o600


def test_where_it_cannot_be_kept_nothing_is_said(data: Path, tmp_path: Path) -> None:
    data.write_text("no folder", encoding="utf-8")
    remember_project(made(tmp_path, "a.duizhao"))
    assert recent_projects() == []
