"""Slipped translations are put right in the file, and nothing else of it changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from aligner.errors import DuizhaoError, UnusableInput
from aligner.repair import repair_file
from tests.repair.test_slips import PAIRS

ZH, EN = [zh for zh, _ in PAIRS], [en for _, en in PAIRS]
SLIPPED = [*EN[:4], " ".join(EN[4:6]), *EN[6:12], "", *EN[12:]]


def srt(texts: list[str]) -> bytes:
    """Return subtitles in both languages, with tags and the line ends of Windows."""
    cues = [
        f"{n + 10}\r\n00:00:{n * 3:02d},000 --> 00:00:{n * 3 + 2:02d},500\r\n{zh}\r\n"
        + (f"<i>{en}</i>\r\n" if en else "")
        + "\r\n"
        for n, (zh, en) in enumerate(zip(ZH, texts, strict=True))
    ]
    return b"\xef\xbb\xbf" + "".join(cues).encode()


def tmx(texts: list[str]) -> bytes:
    """Return a memory with ids and properties."""
    units = [
        f'<tu tuid="u{n}"><prop type="x">1</prop><tuv xml:lang="zh-TW"><seg>{zh}</seg></tuv>'
        f'<tuv xml:lang="en"><seg>{en}</seg></tuv></tu>\n'
        for n, (zh, en) in enumerate(zip(ZH, texts, strict=True))
    ]
    head = '<tmx version="1.4"><header srclang="zh-TW"/><body>\n'
    return (head + "".join(units) + "</body></tmx>").encode()


def test_subtitles_keep_all_but_the_lines_that_moved(tmp_path: Path) -> None:
    path = tmp_path / "film.srt"
    path.write_bytes(srt(SLIPPED))
    assert repair_file(path, "zh").content == srt(EN)


def test_a_memory_keeps_all_but_the_texts_that_moved(tmp_path: Path) -> None:
    path = tmp_path / "memory.tmx"
    path.write_bytes(tmx(SLIPPED))
    assert repair_file(path).content == tmx(EN)


def test_a_file_without_a_direction_asks_for_the_option(tmp_path: Path) -> None:
    path = tmp_path / "film.srt"
    path.write_bytes(srt(SLIPPED))
    with pytest.raises(UnusableInput, match="--source"):
        repair_file(path)


def xliff(texts: list[str], settled: frozenset[int] = frozenset()) -> bytes:
    """Return XLIFF 1.2 with ids, of which some units are final."""
    units = [
        f'<trans-unit id="{n}"><source>{zh}</source>'
        + (f'<target state="final">{en}</target>' if n in settled else f"<target>{en}</target>")
        + f"<note>n{n}</note></trans-unit>\n"
        for n, (zh, en) in enumerate(zip(ZH, texts, strict=True))
    ]
    return (
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" '
        'source-language="zh-TW" target-language="en" datatype="plaintext"><body>\n'
        f"{''.join(units)}</body></file></xliff>"
    ).encode()


def xliff2(texts: list[str]) -> bytes:
    """Return XLIFF 2.0 with ids."""
    units = [
        f'<unit id="{n}"><segment><source>{zh}</source><target>{en}</target></segment></unit>\n'
        for n, (zh, en) in enumerate(zip(ZH, texts, strict=True))
    ]
    return (
        '<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="zh-TW" '
        f'trgLang="en"><file id="f">\n{"".join(units)}</file></xliff>'
    ).encode()


def vtt(texts: list[str]) -> bytes:
    """Return WebVTT with settings and a remark."""
    cues = [
        f"00:00:{n * 3:02d}.000 --> 00:00:{n * 3 + 2:02d}.500 line:90%\n{zh}\n"
        + (f"{en}\n" if en else "")
        for n, (zh, en) in enumerate(zip(ZH, texts, strict=True))
    ]
    return ("WEBVTT\n\nNOTE made for a test\n\n" + "\n".join(cues)).encode()


@pytest.mark.parametrize(("name", "made"), [("a.xlf", xliff), ("a.xliff", xliff2), ("a.vtt", vtt)])
def test_other_formats_keep_all_but_what_moved(
    tmp_path: Path, name: str, made: Callable[[list[str]], bytes]
) -> None:
    path = tmp_path / name
    path.write_bytes(made(SLIPPED))
    repaired = repair_file(path, "zh")
    assert repaired.content.split() == made(EN).split()  # a long line may be wrapped
    assert repaired.segments == len(PAIRS)
    assert [one.now for one in repaired.moved] == [
        en for en, was in zip(EN, SLIPPED, strict=True) if en != was
    ]


@pytest.mark.parametrize(
    ("name", "made"),
    [("a.srt", srt), ("a.tmx", tmx), ("a.xlf", xliff), ("b.xlf", xliff2), ("a.vtt", vtt)],
)
def test_what_stands_right_comes_back_byte_for_byte(
    tmp_path: Path, name: str, made: Callable[[list[str]], bytes]
) -> None:
    path = tmp_path / name
    path.write_bytes(made(EN))
    repaired = repair_file(path, "zh")
    assert (repaired.content, list(repaired.moved)) == (made(EN), [])


def test_confirmed_segments_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.xlf"
    settled = frozenset({5, 6, 7})
    path.write_bytes(xliff(SLIPPED, settled))
    repaired = repair_file(path)
    assert repaired.settled == {"confirmed or locked": len(settled)}
    assert not {one.name for one in repaired.moved} & {str(n) for n in settled}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.srt", b""),
        ("a.srt", b"\x00\x01\x02"),
        ("a.tmx", b"<tmx"),
        ("a.tmx", b"<!DOCTYPE tmx [<!ENTITY a 'b'>]><tmx><body>&a;</body></tmx>"),
        ("a.xlf", b"<a>" * 100_000),
        ("a.xlf", b"PK\x03\x04"),
        ("a.vtt", "WEBVTT\n\n00:01 --> 00:02\n只有中文\n".encode()),
        ("a.docx", b"PK\x03\x04"),
        ("a.epub", b""),
    ],
)
def test_what_cannot_be_repaired_is_refused(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(DuizhaoError):
        repair_file(path, "zh")
