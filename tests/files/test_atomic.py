"""Saving: whole or not at all, whatever goes wrong."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from aligner.errors import UnknownFormat, UnwritableOutput
from aligner.files.atomic import check_writable, write_atomically
from aligner.formats import bitext_format_of, write_bitext
from tests.samples import lighthouse


def failing_with(problem: BaseException) -> object:
    def fail(*_: object) -> None:
        raise problem

    return fail


def test_a_new_file_holds_the_content_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a.tmx", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["a.tmx"]
    assert (tmp_path / "a.tmx").read_bytes() == b"new"


def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a.tmx", b"new")
    (tmp_path / "usual").touch()
    assert (tmp_path / "a.tmx").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_an_old_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_atomically(path, b"new")
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"new", 0o640)


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.tmx").write_bytes(b"old")
    (tmp_path / "link.tmx").symlink_to("real.tmx")
    write_atomically(tmp_path / "link.tmx", b"new")
    assert (tmp_path / "link.tmx").is_symlink()
    assert (tmp_path / "real.tmx").read_bytes() == b"new"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "no room"),
        (errno.EFBIG, "no room"),
        (errno.EACCES, "may not be written"),
        (errno.EROFS, "may not be written"),
        (errno.EIO, "could not be written"),
    ],
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_when_the_disk_refuses_the_old_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, words: str, step: str
) -> None:
    path = tmp_path / "a.tmx"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, step, failing_with(OSError(code, os.strerror(code))))
    with pytest.raises(UnwritableOutput, match=words):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_after_an_interruption_the_old_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.tmx"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", failing_with(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    for act in (check_writable, lambda path: write_atomically(path, b"x")):
        with pytest.raises(UnwritableOutput, match="nowhere"):
            act(tmp_path / "nowhere" / "a.tmx")


def test_a_folder_is_no_output(tmp_path: Path) -> None:
    with pytest.raises(UnwritableOutput, match="is a folder"):
        check_writable(tmp_path)
    with pytest.raises(UnwritableOutput, match="is a folder"):
        check_writable(Path("/"))


def test_a_name_that_is_too_long_is_told(tmp_path: Path) -> None:
    path = tmp_path / ("long" * 100 + ".tmx")
    for act in (check_writable, lambda path: write_atomically(path, b"x")):
        with pytest.raises(UnwritableOutput, match="name another file"):
            act(path)
    assert list(tmp_path.iterdir()) == []


def test_a_link_that_goes_in_circles_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    path.symlink_to(path)
    check_writable(path)
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UnwritableOutput, match="not a folder"):
        check_writable(tmp_path / "file" / "a.tmx")


def test_a_device_is_no_output() -> None:
    with pytest.raises(UnwritableOutput, match="ordinary file"):
        check_writable(Path(os.devnull))


def test_the_input_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "article.tsv"
    path.touch()
    (tmp_path / "link.tsv").symlink_to(path)
    with pytest.raises(UnwritableOutput, match="the input itself"):
        check_writable(tmp_path / "link.tsv", [tmp_path / "missing.txt", path])


@pytest.mark.parametrize("target", ["a.tmx", "folder"])
def test_a_read_only_place_is_refused_before_the_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, target: str
) -> None:
    path = tmp_path / "a.tmx"
    path.touch()
    forbidden = path if target == "a.tmx" else tmp_path
    # Permission bits do not stop a superuser, so the question is answered for the test.
    monkeypatch.setattr(os, "access", lambda asked, _: Path(asked) != forbidden)
    with pytest.raises(UnwritableOutput, match="read-only"):
        check_writable(path)


def test_an_unknown_extension_lists_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(UnknownFormat, match=r"\.tmx, \.xlf, .*, \.html"):
        write_bitext(lighthouse(), tmp_path / "a.doc")
    assert list(tmp_path.iterdir()) == []


def test_the_case_of_an_extension_does_not_matter() -> None:
    bitext_format_of(Path("A.TMX"))


@pytest.mark.parametrize("name", ["a.tmx", "a.tsv", "a.json", "a.html"])
def test_every_format_is_written(tmp_path: Path, name: str) -> None:
    write_bitext(lighthouse(), str(tmp_path / name))
    assert "燈塔亮了。" in (tmp_path / name).read_text(encoding="utf-8")
