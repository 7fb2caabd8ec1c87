"""Files made to do harm, and files that are only broken: refused soon, in a sentence."""

from __future__ import annotations

import gzip
import os
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.errors import DuizhaoError, UnusableInput
from aligner.formats import read_units
from aligner.formats.tables import package
from tests.commands import open_folder, without_privileges
from tests.effort import check_effort
from tests.formats.files import HEADER, LAMP, saved, tmx, tu

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha" * 10}">' for n in range(12))
XLIFF = '<xliff version="1.2"><file source-language="zh" target-language="en"><body>'


def doctype(inside: str) -> str:
    return f'<?xml version="1.0"?><!DOCTYPE tmx [{inside}]>'


def using(entity: str, inside: str) -> str:
    return tmx(tu(("zh", f"灯{entity}"), ("en", "lamp")), before=doctype(inside))


HOSTILE: dict[str, tuple[str, str]] = {
    "billion laughs": (using("&l11;", LAUGHS), "declares entities"),
    "external entity": (
        using("&x;", '<!ENTITY x SYSTEM "file:///etc/hostname">'),
        "declares entities",
    ),
    "parameter entity": (
        using("", '<!ENTITY % x SYSTEM "http://nowhere/x.dtd"> %x;'),
        "declares entities",
    ),
    "quadratic blow-up": (
        using("&a;" * 20_000, f'<!ENTITY a "{"a" * 50_000}">'),
        "declares entities",
    ),
    "attribute by default": (
        using("", f'<!ATTLIST tu x CDATA "{"a" * 1_000_000}">'),
        "declares entities or attributes",
    ),
    "unknown entity": (
        tmx(tu(("zh", "灯&nbsp;"), ("en", "lamp")), before='<!DOCTYPE tmx SYSTEM "tmx14.dtd">'),
        "uses &nbsp;",
    ),
    "nested elements": (tmx("<x>" * 10_000 + "</x>" * 10_000), "deep inside one another"),
    "nested tags": (
        tmx(tu(("zh", "<hi>" * 10_000 + "灯" + "</hi>" * 10_000), ("en", "lamp"))),
        "deep inside one another",
    ),
    "nested units": (tmx("<tu>" * 10_000 + "</tu>" * 10_000), "deep inside one another"),
    "nested in XLIFF": (XLIFF + "<group>" * 10_000, "deep inside one another"),
    "languages without end": (tmx(tu(*[("de", "x")] * 20_000)), "deep inside one another"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_xml_is_refused_at_once(tmp_path: Path, name: str) -> None:
    content, words = HOSTILE[name]
    path = saved(tmp_path, content)

    def read() -> None:
        with pytest.raises(UnusableInput, match=words):
            list(read_units(path))

    check_effort(read, 20)


@pytest.mark.parametrize(
    ("beginning", "then"),
    [
        (f'<tmx version="1.4">{HEADER}<body><tu x="', b"a"),
        (f'<tmx version="1.4">{HEADER}<body>{LAMP}<tu><tuv><seg>', b"a"),
        (f'<tmx version="1.4">{HEADER}<body><', b"a"),
        (f'<tmx version="1.4">{HEADER}<body><!--', b"-"),
        ('<tmx version="1.4">', b" "),
    ],
)
def test_what_never_ends_is_given_up_soon(tmp_path: Path, beginning: str, then: bytes) -> None:
    path = tmp_path / "bomb.tmx.gz"
    with gzip.open(path, "wb", compresslevel=1) as file:
        # As much as an attribute of one gigabyte would have at its beginning.
        file.write(beginning.encode() + then * (24 << 20))
    assert path.stat().st_size < 1 << 20

    def read() -> None:
        with pytest.raises(UnusableInput, match=r"8 MB of XML without|not well-formed|damaged"):
            list(read_units(path))

    check_effort(read, 30)


def workbook_with(path: Path, member: str, text: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(member, text)
    return path


def test_a_workbook_that_unpacks_to_too_much_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, "LARGEST", 1 << 20)
    path = workbook_with(tmp_path / "a.xlsx", "xl/workbook.xml", " " * (2 << 20))
    with pytest.raises(UnusableInput, match="unpacks to more than 1 MB"):
        list(read_units(path))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_workbook_that_declares_entities_is_refused(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", doctype(LAUGHS).encode(encoding))
    with pytest.raises(UnusableInput, match="document type"):
        list(read_units(path))


def archive_of(*names: str) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        with zipfile.ZipFile(path, "w") as archive:
            for name in names:
                archive.writestr(name, tmx(LAMP))

    return make


def content(data: bytes | str) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        path.write_bytes(data.encode() if isinstance(data, str) else data)

    return make


UNUSABLE: dict[str, tuple[str, Callable[[Path], object], str]] = {
    "missing": ("a.tmx", lambda path: None, "There is no file"),
    "folder": ("a.tmx", Path.mkdir, "is a folder"),
    "empty": ("a.tmx", content(""), "is empty"),
    "only spaces": ("a.txt", content(" \n\n "), "is empty"),
    "binary": ("a.tsv", content(bytes(range(256)) * 20), "not (a text file|text in one)"),
    "binary TMX": ("a.tmx", content(b"\x89PNG\r\n\x1a\n\0\0" * 20), "is no XML"),
    "page": ("a.tmx", content("<!DOCTYPE html><html><p>hi</p></html>"), "first element is <html>"),
    "text as TMX": ("a.tmx", content("hello"), "is no XML"),
    "no units": ("a.tmx", content(tmx()), "holds no translation unit"),
    "other languages": (
        "a.tmx",
        content(tmx(tu(("de", "Lampe"), ("fr", "lampe")))),
        "neither Chinese nor English, but de, fr",
    ),
    "other languages in XLIFF": (
        "a.xlf",
        content(
            '<xliff version="1.2"><file source-language="de" target-language="fr"><body>'
            "<trans-unit><source>x</source></trans-unit></body></file></xliff>"
        ),
        "neither Chinese nor English, but de, fr",
    ),
    "broken off at once": ("a.tmx", content('<tmx version="1.4"><body>'), "before its first"),
    "wrong encoding": (
        "a.tmx",
        content(tmx(LAMP).encode("gb18030")),
        "damaged before its first translation unit",
    ),
    "unknown encoding": (
        "a.tmx",
        content('<?xml version="1.0" encoding="klingon"?><tmx/>'),
        "encoding is klingon",
    ),
    "no encoding of text": (
        "a.tmx",
        content('<?xml version="1.0" encoding="base64"?><tmx/>'),
        "encoding is base64",
    ),
    "one language": ("a.tsv", content("灯\t塔\n亮\t了\n"), "no column of Chinese beside one"),
    "prose": ("a.txt", content("The lamp was lit.\n"), "no column of Chinese beside one"),
    "endless line": ("a.tsv", content("灯\tlamp" + "a" * (2 << 20)), "a line of more than"),
    "JSON": ("a.jsonl", content('{"a": 1}\n'), "in line 1"),
    "broken JSON": ("a.jsonl", content('{"zh": "灯", "en": "lamp"}\n{"zh": '), "in line 2"),
    "deep JSON": ("a.jsonl", content('{"zh": ' + "[" * 100_000), "in line 1"),
    "strange JSON": ("a.jsonl", content('{"zh": 1, "en": [], "properties": 3}'), "in line 1"),
    "archive without": ("a.zip", archive_of("a.doc"), "no file of translation units"),
    "archive of several": ("a.zip", archive_of("a.tmx", "b.tmx"), "several files"),
    "half an archive": ("a.tmx.gz", content(gzip.compress(tmx(LAMP).encode())[:40]), "damaged"),
    "no workbook": ("a.xlsx", archive_of("[Content_Types].xml"), "no workbook that can be read"),
}


@pytest.mark.parametrize("name", UNUSABLE)
def test_what_cannot_be_used_is_refused_in_a_sentence(tmp_path: Path, name: str) -> None:
    ending, make, words = UNUSABLE[name]
    path = tmp_path / ending
    make(path)
    with pytest.raises(UnusableInput, match=words) as caught:
        list(read_units(path))
    assert str(path) in str(caught.value)
    assert str(caught.value).endswith(".")


def test_a_file_that_may_not_be_read_is_refused() -> None:
    with open_folder() as folder:
        path = saved(folder, tmx(LAMP))
        path.chmod(0)
        with without_privileges(), pytest.raises(UnusableInput, match="may not be read"):
            list(read_units(path))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_read(tmp_path: Path) -> None:
    from threading import Thread

    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = Thread(target=lambda: path.write_bytes(tmx(LAMP).encode()))
    writer.start()
    assert len(list(read_units(path))) == 1
    writer.join()


def any_file() -> Iterator[tuple[str, bytes]]:
    yield "a.tmx", tmx(LAMP, tu(("zh", "按<ph/>"), ("en", "x"))).encode()
    yield "a.tmx", tmx(LAMP).encode("utf-16")
    yield "a.csv", 'zh,en\n灯,"lamp"\n'.encode()
    yield "a.jsonl", '{"zh": "灯", "en": "lamp"}\n'.encode()
    yield "a.xlf", (XLIFF + "<trans-unit><source>灯</source></trans-unit></body>").encode()


@settings(max_examples=150)
@given(
    st.sampled_from(list(any_file())),
    st.integers(0, 400),
    st.integers(0, 20),
    st.binary(max_size=6),
)
def test_any_damage_gives_units_or_a_sentence(
    file: tuple[str, bytes], place: int, missing: int, instead: bytes
) -> None:
    import tempfile

    name, data = file
    with tempfile.TemporaryDirectory() as folder:
        path = saved(Path(folder), data[:place] + instead + data[place + missing :], name)
        try:
            units = list(read_units(path))
        except DuizhaoError as problem:
            assert str(problem).endswith(".")  # noqa: PT017
        else:
            assert units
