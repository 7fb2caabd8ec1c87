"""Two files whose lines answer to each other."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Any

import pytest

from aligner.corpus import line_pair_paths, write_line_pairs
from aligner.errors import UnwritableOutput
from aligner.files import atomic
from aligner.unit import Unit
from tests.corpus.made import DOOR, LAMP


def lines_of(prefix: Path) -> list[tuple[str, str]]:
    zh, en = (path.read_text(encoding="utf-8").split("\n") for path in line_pair_paths(prefix))
    assert zh[-1] == en[-1] == ""
    return list(zip(zh[:-1], en[:-1], strict=True))


def test_every_unit_is_one_line_of_each(tmp_path: Path) -> None:
    odd = Unit("灯\u2028塔\r\n亮\v了\x85。", "The\tlamp\nwas\flit. ")
    assert write_line_pairs([Unit(*LAMP), odd, Unit(*DOOR)], tmp_path / "all.v1") == 3
    assert lines_of(tmp_path / "all.v1") == [
        LAMP,
        ("灯 塔 亮 了 。", "The lamp was lit."),
        DOOR,
    ]


def test_a_unit_of_which_nothing_is_left_has_no_line(tmp_path: Path) -> None:
    assert write_line_pairs([Unit("\ud800", "lamp"), Unit(*LAMP)], tmp_path / "all") == 1
    assert lines_of(tmp_path / "all") == [LAMP]


def test_what_fails_on_its_way_leaves_both_as_they_were(tmp_path: Path) -> None:
    def units() -> object:
        yield Unit(*LAMP)
        raise UnwritableOutput("no more")

    for path in line_pair_paths(tmp_path / "all"):
        path.write_text("before")
    with pytest.raises(UnwritableOutput):
        write_line_pairs(units(), tmp_path / "all")  # type: ignore[arg-type]
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {
        "all.zh": "before",
        "all.en": "before",
    }


def test_a_disk_that_is_full_at_the_last_byte_leaves_both_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = atomic._PartFile.write

    def write_english_alone(file: Any, data: Any) -> int:
        if LAMP[0].encode() in bytes(data):
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(file, data)

    monkeypatch.setattr(atomic._PartFile, "write", write_english_alone)
    for path in line_pair_paths(tmp_path / "all"):
        path.write_text("before")
    with pytest.raises(UnwritableOutput):
        write_line_pairs([Unit(*LAMP)], tmp_path / "all")
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {
        "all.zh": "before",
        "all.en": "before",
    }
