"""Which encoding a text is in, where nothing but its characters tells."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from aligner.errors import UnusableInput
from aligner.files import decode

PATH = Path("article.txt")
TRADITIONAL = (
    "一座島上有一座燈塔。\u3000守塔人在那裡住了一輩子，每天傍晚一個人走上一百零八級石階，把燈點亮。",
    "\u3000\u3000第一盞燈是在一個有霧的夜裡點亮的，沒有人知道是誰點的。\n\u3000\u3000一年以後，船回來了。",
    "一、守燈人\n二、一隻貓\n三、一封沒有寄出的信\n",
    "「一定要回來。」她說。他一句話也沒有說，一步一步走下山去。",
    "一九五三年的春天，鎮上來了一個修琴的人，他一住就是三十年。",
)
SIMPLIFIED = (
    "一座岛上有一座灯塔。\u3000守塔人在那里住了一辈子，每天傍晚一个人走上一百零八级石阶，把灯点亮。",
    "\u3000\u3000第一盏灯是在一个有雾的夜里点亮的，没有人知道是谁点的。\n\u3000\u3000一年以后，船回来了。",
    "一、守灯人\n二、一只猫\n三、一封没有寄出的信\n",
    "“一定要回来。”她说。他一句话也没有说，一步一步走下山去。",
    "一九五三年的春天，镇上来了一个修琴的人，他一住就是三十年。",
)
ENGLISH = (
    "NNNN NO 000 NONE; No. 00 is on the northern side.",
    "The lamp was lit in 1900, and burned for 100 years.\r\nNobody knew who had lit it.\r\n",
    "A lighthouse, a cat.",
    "“It isn’t the lamp that I shall miss,” he said — “it’s the ships.”",
)
MIXED = (
    "一盞燈 One lamp\n一隻貓 One cat\n",
    "\u3000\u3000第一章\u3000Chapter One\n\n\u3000\u3000一個人走了。\n\nA man went away.\n",
    "他說：“No, no.” 一句話也沒多說。",
    "一九〇〇年 (1900)\t一百年 (100 years)\n",
)
LONG = tuple("\n\n".join(one * 60) for one in (TRADITIONAL, SIMPLIFIED, ENGLISH, MIXED))
SHORT = tuple(text[:20] for text in (*TRADITIONAL, *SIMPLIFIED, MIXED[0], MIXED[2]))
TEXTS = [*TRADITIONAL, *SIMPLIFIED, *ENGLISH, *MIXED, *LONG, *SHORT]


def read(data: bytes) -> tuple[str, str]:
    return decode(data, PATH, None)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", TEXTS)
def test_either_byte_order_is_told_without_a_mark(text: str, encoding: str) -> None:
    assert read(text.encode(encoding)) == (text, encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "gb18030"])
@pytest.mark.parametrize("marks", [1, 2, 3])
@pytest.mark.parametrize("ends_in_half_a_pair", [False, True])
def test_byte_order_marks_are_no_text(encoding: str, marks: int, ends_in_half_a_pair: bool) -> None:
    text = TRADITIONAL[0] + ("\ud83d" if ends_in_half_a_pair and "utf" in encoding else "")
    data = ("\ufeff" * marks + text).encode(encoding, "surrogatepass")
    if ends_in_half_a_pair and encoding == "utf-32-le":
        data = data[:-4]  # Python knows no such thing in UTF-32
        text = text[:-1]
    assert read(data)[0] == text


def test_random_bytes_are_not_taken_for_utf_16() -> None:
    chance = random.Random(20260131)
    taken = 0
    for _ in range(2_000):
        data = chance.randbytes(2 * chance.randint(10, 1_000))
        try:
            taken += read(data)[1].startswith("utf-16")
        except UnusableInput:
            continue
    assert taken == 0


@pytest.mark.parametrize("text", [*TRADITIONAL, *SIMPLIFIED, *ENGLISH, *MIXED, *LONG])
def test_a_stray_zero_byte_makes_no_utf_16_of_utf_8(text: str) -> None:
    stray = f"{text}\0{text}"
    for whole in (stray, f"{stray}\n"):  # one of them has an even number of bytes
        assert read(whole.encode()) == (whole, "utf-8")


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        *(("gb18030", text) for text in SIMPLIFIED),
        *(("big5hkscs", text) for text in TRADITIONAL),
        ("cp1252", "The café’s naïve owner paid 100 francs for it."),
    ],
)
def test_regional_encodings_are_told_and_a_stray_zero_byte_is_refused(
    encoding: str, text: str
) -> None:
    data = text.encode(encoding)
    assert read(data) == (text, encoding)
    for whole in (data + b"\0" + data, data + b"\0" + data + b"\n"):
        with pytest.raises(UnusableInput, match="not a text file"):
            read(whole)


def test_half_a_character_is_no_utf_16() -> None:
    data = TRADITIONAL[0].encode("utf-16-le")[:-1]
    with pytest.raises(UnusableInput, match="not a text file"):
        read(data)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_tells_and_is_no_text(encoding: str) -> None:
    assert read(MIXED[1].encode(encoding)) == (MIXED[1], encoding.removesuffix("-sig"))
