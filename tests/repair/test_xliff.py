"""XLIFF put right: codes with ids, parts of a unit, what Trados says of them, and its encodings."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from aligner.repair import repair_file
from tests.repair.test_file import EN, SLIPPED, ZH, xliff

_HEAD = (
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" '
    'xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0"><file original="a" source-language="zh-TW" '
    'target-language="en" datatype="plaintext"><body>\n'
)
_FOOT = "</body></file></xliff>"


def of_targets(targets: Sequence[str]) -> bytes:
    """Return XLIFF 1.2 with these contents of its targets."""
    units = [
        f'<trans-unit id="{n}"><source>{zh}</source><target>{target}</target></trans-unit>\n'
        for n, (zh, target) in enumerate(zip(ZH, targets, strict=True))
    ]
    return (_HEAD + "".join(units) + _FOOT).encode()


def divided(texts: Sequence[str], said: str = "", told: frozenset[int] = frozenset()) -> bytes:
    """Return one unit that Trados has divided; of the parts `told` its list says `said`."""

    def parts(texts: Sequence[str]) -> str:
        marks = (f'<mrk mtype="seg" mid="{n}">{text}</mrk>' for n, text in enumerate(texts))
        return "".join(marks)

    segments = (f'<sdl:seg id="{n}"{said if n in told else ""}/>' for n in range(len(texts)))
    unit = (
        f'<trans-unit id="u"><source>{"".join(ZH)}</source><seg-source>{parts(ZH)}</seg-source>'
        f"<target>{parts(texts)}</target><sdl:seg-defs>{''.join(segments)}</sdl:seg-defs>"
        "</trans-unit>\n"
    )
    return (_HEAD + unit + _FOOT).encode()


def written(tmp_path: Path, data: bytes, name: str = "a.xlf") -> Path:
    """Return where a file lies."""
    path = tmp_path / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("tag", ["g", "x:g"])
def test_a_code_with_an_id_that_is_cut_in_two_is_there_once(tmp_path: Path, tag: str) -> None:
    targets = [text and f'<{tag} id="n{n}">{text}</{tag}>' for n, text in enumerate(SLIPPED)]
    content = repair_file(written(tmp_path, of_targets(targets))).content.decode()
    ids = re.findall(r'id="(n\d+)"', content)
    assert sorted(ids) == sorted(f"n{n}" for n, text in enumerate(SLIPPED) if text)
    assert content.count(f"</{tag}>") == len(ids)
    assert re.sub(r"</?(?:x:)?g[^>]*>", "", content) == of_targets(EN).decode()


def test_formatting_without_an_id_is_on_both_halves(tmp_path: Path) -> None:
    targets = [text and f'<mrk mtype="x-b">{text}</mrk>' for text in SLIPPED]
    content = repair_file(written(tmp_path, of_targets(targets))).content
    assert content == of_targets([f'<mrk mtype="x-b">{text}</mrk>' for text in EN])


def test_the_parts_of_a_unit_are_segments(tmp_path: Path) -> None:
    repaired = repair_file(written(tmp_path, divided(SLIPPED), "a.sdlxliff"))
    assert repaired.content == divided(EN)
    assert repaired.moved[0].name == "u/4"
    assert repair_file(written(tmp_path, divided(EN), "b.sdlxliff")).content == divided(EN)


@pytest.mark.parametrize("said", [' locked="true"', ' conf="ApprovedTranslation"'])
def test_what_trados_confirmed_or_locked_is_left_alone(tmp_path: Path, said: str) -> None:
    told = frozenset({5, 6, 7})
    path = written(tmp_path, divided(SLIPPED, said, told), "a.sdlxliff")
    repaired = repair_file(path)
    assert sum(repaired.settled.values()) == len(told)
    assert not {one.name for one in repaired.moved} & {f"u/{n}" for n in told}


def test_what_trados_calls_translated_may_be_moved(tmp_path: Path) -> None:
    told = frozenset(range(len(ZH)))
    said = ' conf="Translated" locked="false"'
    repaired = repair_file(written(tmp_path, divided(SLIPPED, said, told), "a.sdlxliff"))
    assert (repaired.content, repaired.settled) == (divided(EN, said, told), {})


@pytest.mark.parametrize(
    ("mark", "encoding"), [(codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")]
)
def test_utf_16_stays_utf_16(tmp_path: Path, mark: bytes, encoding: str) -> None:
    def wide(texts: list[str]) -> bytes:
        declared = '<?xml version="1.0" encoding="utf-16"?>\r\n'
        return mark + (declared + xliff(texts).decode()).encode(encoding)

    assert repair_file(written(tmp_path, wide(SLIPPED))).content == wide(EN)
    assert repair_file(written(tmp_path, wide(EN))).content == wide(EN)
