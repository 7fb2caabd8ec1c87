"""Packages: parts by name, and what is refused before it can do harm."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from aligner.errors import UnusableInput
from aligner.files import Package, parse_xml

HERE = Path("book.epub")


def packed(parts: dict[str, bytes]) -> bytes:
    """Return an archive of parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def test_parts_are_read_by_their_names() -> None:
    package = Package(packed({"a.xml": b"<a xmlns='urn:x'><b c='1'>d</b></a>", "b": b"e"}), HERE)
    assert package.names == ["a.xml", "b"]
    assert "b" in package
    assert "c" not in package
    assert package.read("b") == b"e"
    root = package.parse("a.xml")
    assert (root.tag, root[0].tag, root[0].text) == ("{urn:x}a", "{urn:x}b", "d")
    assert root[0].get("c") == "1"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "damaged"),
        (b"PK\x03\x04 and no more", "damaged"),
        (packed({"a": b"b"})[:-30], "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "password"),
        (packed({"a": b" " * 5_000_000}), "unpacks to more"),
        (packed({str(n): b"" for n in range(20_001)}), "unpacks to more"),
    ],
    ids=["empty", "a beginning", "broken off", "a password", "a bomb", "too many parts"],
)
def test_what_is_no_document_is_refused(data: bytes, says: str) -> None:
    with pytest.raises(UnusableInput, match=says):
        Package(data, HERE)


def test_a_directory_that_lies_is_found_while_reading() -> None:
    data = packed({"a": b"0123456789" * 1000})
    claimed = (10_000).to_bytes(4, "little")
    lying = data.replace(claimed, (10).to_bytes(4, "little"))
    assert lying != data
    with pytest.raises(UnusableInput, match="cannot be unpacked"):
        Package(lying, HERE).read("a")


def test_a_missing_part_is_named() -> None:
    with pytest.raises(UnusableInput, match=r"book\.epub .*mimetype is missing"):
        Package(packed({"a": b""}), HERE).read("mimetype")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "document type"),
        (b"<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", "document type"),
        (b"<a>" * 100_000, "256 deep"),
        (b"<a><b></a>", "damaged in line 1"),
        (b"", "damaged"),
        (b"\xff\xfe\xff", "damaged"),
        (b"<a>&nbsp;</a>", "damaged"),
        (b"<?xml version='1.0' encoding='none'?><a/>", "damaged"),
    ],
)
def test_xml_that_no_document_needs_is_refused(data: bytes, says: str) -> None:
    with pytest.raises(UnusableInput, match=says):
        parse_xml(data, "part")


def test_a_page_may_name_its_document_type_and_the_entities_of_html() -> None:
    page = b"<!DOCTYPE html><p>a&nbsp;b&amp;c&unknown</p>".replace(b"&unknown", b"")
    assert parse_xml(page, "page", {"nbsp;": "\xa0", "amp;": "&"}).text == "a\xa0b&c"
    with pytest.raises(UnusableInput, match="document type"):
        parse_xml(b"<!DOCTYPE html [<!ENTITY a 'b'>]><p/>", "page", {})
