"""Slipped translations are put right in the file, and nothing else of it changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from aligner.errors import UnusableInput
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
