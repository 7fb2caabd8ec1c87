"""What the first bytes of a file show."""

from __future__ import annotations

import gzip
import io
import sqlite3
import zipfile
from pathlib import Path

import pytest

from aligner.files import LONGEST_SIGNATURE, byte_order_mark, container_of, head_text, wide_codec


def test_an_archive_is_known_by_its_first_bytes() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.tmx", "<tmx/>")
    assert container_of(packed.getvalue()) == "zip"
    assert container_of(gzip.compress(b"<tmx/>")) == "gzip"


def test_a_database_is_known_by_as_many_bytes_as_are_looked_at(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "a.db") as database:
        database.execute("CREATE TABLE lamp (name)")
    database.close()
    head = (tmp_path / "a.db").read_bytes()[:LONGEST_SIGNATURE]
    assert container_of(head) == "sqlite"
    assert container_of(head[:-1]) is None


@pytest.mark.parametrize("text", ["", "燈。", "PK", "GIF", "<tmx/>"])
def test_a_text_is_no_container(text: str) -> None:
    assert container_of(text.encode()) is None
    assert byte_order_mark(text.encode()) is None


@pytest.mark.parametrize(
    ("data", "encoding", "codec"),
    [
        (b"\xef\xbb\xbfa", "utf-8-sig", ""),
        (b"\xff\xfea\0", "utf-16", "utf-16-le"),
        (b"\xfe\xff\0a", "utf-16", "utf-16-be"),
        (b"\xff\xfe\0\0a\0\0\0", "utf-32", "utf-32-le"),
        (b"\0\0\xfe\xff\0\0\0a", "utf-32", "utf-32-be"),
    ],
)
def test_a_mark_tells_the_encoding(data: bytes, encoding: str, codec: str) -> None:
    mark = byte_order_mark(data)
    assert mark is not None
    assert mark.encoding == encoding
    assert wide_codec(data) == codec
    assert head_text(data) == "a"


@pytest.mark.parametrize("codec", ["utf-8", "utf-16-le", "utf-16-be"])
def test_a_first_character_in_ascii_tells_the_byte_order(codec: str) -> None:
    head = '\n<?xml version="1.0"?>'.encode(codec)
    assert wide_codec(head) == codec.removeprefix("utf-8")
    assert head_text(head) == '<?xml version="1.0"?>'


@pytest.mark.parametrize("head", [b"", b"\0", b"\0\0", b"a", "燈".encode("utf-16-le")])
def test_what_shows_nothing_is_no_wide_text(head: bytes) -> None:
    assert wide_codec(head) == ""
