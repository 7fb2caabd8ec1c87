"""SubStation Alpha put right: the lines of one language move, times, styles and tags stay."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from aligner.errors import UnusableInput
from aligner.repair import Repaired, repair_file
from tests.repair.test_file import EN, SLIPPED, ZH

_HEAD = (
    "[Script Info]\r\n; Film, with commas\r\nScriptType: v4.00+\r\n\r\n[V4+ Styles]\r\n"
    "Format: Name, Fontname, Fontsize\r\nStyle: Default,Arial,20\r\n\r\n[Events]\r\n"
)
_FORMAT = "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\r\n"


def ass(texts: Sequence[str], events: str = _FORMAT, lead: str = r"{\fs14}") -> bytes:
    """Return events with Chinese above English, comments between them and a drawing."""
    lines = []
    for n, (zh, en) in enumerate(zip(ZH, texts, strict=True)):
        text = rf"{{\an2}}{zh}" + (rf"\N{lead}{en}" if en else "")
        lines.append(f"Dialogue: 0,0:00:{n:02d}.00,0:00:{n:02d}.90,Default,,0,0,0,,{text}\r\n")
        lines.append(
            "Comment: 0,0:00:00.00,0:00:00.00,Default,,0,0,0,,譯 {x}\\Na note, to keep\r\n"
        )
    drawing = r"Dialogue: 1,0:00:00.00,0:01:00.00,Default,,0,0,0,,{\p1}m 0 0 l 9 9{\p0}"
    return b"\xef\xbb\xbf" + (_HEAD + events + "".join(lines) + drawing + "\r\n").encode()


def put_right(tmp_path: Path, data: bytes, source: str = "zh", name: str = "a.ass") -> Repaired:
    """Repair subtitles."""
    path = tmp_path / name
    path.write_bytes(data)
    return repair_file(path, "zh" if source == "zh" else "en")


@pytest.mark.parametrize("name", ["a.ass", "a.ssa"])
@pytest.mark.parametrize("lead", ["", r"{\fs14}", r"{\rEnglish\i1}"])
def test_lines_move_and_nothing_else(tmp_path: Path, lead: str, name: str) -> None:
    repaired = put_right(tmp_path, ass(SLIPPED, lead=lead), name=name)
    assert repaired.content == ass(EN, lead=lead)
    assert repaired.segments == len(ZH)


def test_subtitles_that_are_right_come_back_byte_for_byte(tmp_path: Path) -> None:
    for source in ("zh", "en"):
        assert put_right(tmp_path, ass(EN), source).content == ass(EN)


def test_an_empty_line_is_filled_and_none_is_left(tmp_path: Path) -> None:
    given = ass(SLIPPED).replace(
        f"{ZH[11]}\r\n".encode(), rf"{ZH[11]}\N{{\fs14}}".encode() + b"\r\n"
    )
    assert put_right(tmp_path, given).content == ass(EN)
    upper = [*ZH[:4], "".join(ZH[4:6]), *ZH[6:12], "", *ZH[12:]]
    text = ass(EN).decode()
    for zh, other in reversed(list(zip(ZH, upper, strict=True))):
        text = text.replace(zh, other) if zh != ZH[4] else text.replace(zh, other, 1)
    content = put_right(tmp_path, text.encode(), "en").content.decode()
    assert [line for line in content.splitlines() if line.startswith("Dialogue")] == [
        line for line in ass(EN).decode().splitlines() if line.startswith("Dialogue")
    ]


def test_the_chinese_can_stand_below(tmp_path: Path) -> None:
    def turned(texts: Sequence[str]) -> bytes:
        lines = (
            "Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,"
            + (rf"{en}\N" if en else "")
            + f"{zh}\n"
            for zh, en in zip(ZH, texts, strict=True)
        )
        return (_HEAD + _FORMAT + "".join(lines)).encode("utf-16")

    assert put_right(tmp_path, turned(SLIPPED)).content == turned(EN)


def test_tags_between_letters_and_breaks_go_with_them(tmp_path: Path) -> None:
    texts = [text.replace(" ", r" {\b1}", 1).replace(" the ", r"\Nthe ") for text in EN]
    slipped = [*texts[:4], " ".join(texts[4:6]), *texts[6:12], "", *texts[12:]]
    assert put_right(tmp_path, ass(slipped)).content == ass(texts)


def test_the_text_stands_where_the_format_says(tmp_path: Path) -> None:
    def made(texts: Sequence[str]) -> bytes:
        lines = (
            f"Dialogue: 0:00:01.00,{zh}" + (rf"\N{en}" if en else "") + ",0:00:02.00,Default\n"
            for zh, en in zip(ZH, texts, strict=True)
        )
        return f"[Events]\nFormat: Start, Text, End, Style\n{''.join(lines)}".encode()

    assert put_right(tmp_path, made(SLIPPED)).content == made(EN)


def test_big5_stays_big5(tmp_path: Path) -> None:
    def coded(texts: Sequence[str]) -> bytes:
        return ass(texts)[3:].decode().encode("big5")

    assert put_right(tmp_path, coded(SLIPPED)).content == coded(EN)


@pytest.mark.parametrize(
    "text",
    [
        "",
        _HEAD,
        _HEAD + _FORMAT + "Dialogue: \r\nDialogue\r\nDialogue: 0,0\r\n",
        _HEAD + "".join(f"Dialogue: 0,0:00:01.00,0:00:02.00,D,,0,0,0,,{zh}\r\n" for zh in ZH),
        _HEAD + "".join(f"Dialogue: 0,0,0,D,,0,0,0,,{one}\r\n" for one in (*ZH, *EN)),
        _HEAD + "Dialogue: 0,0,0,D,,0,0,0,," + "{" * 100_000 + "\r\n",
    ],
)
def test_what_does_not_hold_both_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(UnusableInput):
        put_right(tmp_path, text.encode())
