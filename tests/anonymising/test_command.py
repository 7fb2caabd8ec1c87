"""`duizhao anonymise`: what it writes, what it says, and who may read the key."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from aligner.cli import main
from tests.anonymising.test_file import NAMES, saved, tmx, tsv


def anonymise(*words: str | Path) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["anonymise", *map(str, words)])


def listed(folder: Path) -> Path:
    return saved(folder / "people.txt", "\n".join("\t".join(forms) for forms in NAMES).encode())


def test_a_file_goes_out_and_comes_back(tmp_path: Path) -> None:
    path = tmx(tmp_path)
    data = path.read_bytes()
    done = anonymise(path, "--names", listed(tmp_path))
    assert done.exit_code == 0, done.output
    between, key = tmp_path / "a.anonymous.tmx", tmp_path / "a.tmx.key"
    assert "replaced 601 names, " in done.output
    assert "do not send it" in done.output
    assert path.read_bytes() == data
    done = anonymise(between, "--back", key)
    assert done.exit_code == 0, done.output
    assert "to the byte" in done.output
    assert (tmp_path / "a.anonymous.restored.tmx").read_bytes() == data


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_only_the_owner_may_read_the_key(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        assert anonymise(tsv(tmp_path)).exit_code == 0
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.tsv.key").stat().st_mode) == 0o600


def test_a_key_is_never_written_over(tmp_path: Path) -> None:
    path = tsv(tmp_path)
    key = saved(tmp_path / "a.tsv.key", b"of another file")
    done = anonymise(path)
    assert done.exit_code == 1
    assert "--key" in done.output
    assert key.read_bytes() == b"of another file"
    assert not (tmp_path / "a.anonymous.tsv").exists()


def test_kinds_can_be_left(tmp_path: Path) -> None:
    path = saved(
        tmp_path / "a.tsv", "中文\tEnglish\n林鋒 13 a@b.org\tLin Feng 13 a@b.org\n".encode()
    )
    names = saved(tmp_path / "l.txt", "林鋒\tLin Feng".encode())
    done = anonymise(path, "--names", names, "--leave", "numbers", "--leave", "mails")
    assert done.exit_code == 0, done.output
    content = (tmp_path / "a.anonymous.tsv").read_text("utf-8")
    assert content.splitlines()[1] == "Name00001a 13 a@b.org\tName00001b 13 a@b.org"


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[1]", b"\xff\xfe", b'{"form": "duizhao anonymise", "version": 1}']
)
def test_what_is_no_key_is_told(tmp_path: Path, content: bytes) -> None:
    done = anonymise(tsv(tmp_path), "--back", saved(tmp_path / "k", content))
    assert done.exit_code == 1
    assert "no key" in done.output


def test_a_key_goes_alone(tmp_path: Path) -> None:
    path = tsv(tmp_path)
    assert anonymise(path, "--back", path, "--leave", "names").exit_code == 2


@pytest.mark.parametrize("name", ["a.tmx", "a.xlf", "a.docx", "a.csv", "a.srt", "a.xlsx", "a.epub"])
@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02\xff", b"PK\x03\x04", b"<tmx><body>&#x;<"])
def test_what_is_damaged_makes_a_sentence(tmp_path: Path, name: str, content: bytes) -> None:
    done = anonymise(saved(tmp_path / name, content))
    assert done.exit_code in (0, 1)
    assert done.exception is None or isinstance(done.exception, SystemExit)
