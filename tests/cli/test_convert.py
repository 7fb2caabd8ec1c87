"""`duizhao convert`, as it is called."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep

import pytest
from click.testing import CliRunner, Result

from aligner.cli import main
from aligner.formats import read_units
from aligner.project import create
from tests.commands import PATIENCE, ROOT, sentence
from tests.formats.files import LAMP, saved, tmx, tu
from tests.samples import lighthouse


def convert(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["convert", *map(str, arguments)])


@pytest.mark.parametrize("ending", ["tmx", "xlf", "xliff", "tsv", "csv", "xlsx", "jsonl", "html"])
def test_every_format_is_written_and_said_how_much(tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"b.{ending}"
    result = convert(saved(tmp_path, tmx(LAMP)), out)
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "1 translation unit" in result.stderr
    assert out.stat().st_size > 0
    if ending != "html":
        (unit,) = read_units(out)
        assert (unit.zh, unit.en) == ("灯塔亮了。", "The lamp was lit.")


@pytest.mark.parametrize("ending", ["docx", "epub", "srt"])
def test_a_text_to_be_read_is_refused_with_the_command_that_writes_it(
    tmp_path: Path, ending: str
) -> None:
    project = tmp_path / "a.duizhao"
    create(project, lighthouse()).close()
    out = tmp_path / f"b.{ending}"
    assert f"use duizhao align {project} -o {out}" in convert(project, out).output.replace(
        "\n", " "
    )
    memory = saved(tmp_path, tmx(LAMP))
    said = convert(memory, out).output
    assert f"duizhao review {memory}" in said
    assert f"duizhao align {memory}.duizhao -o {out}" in said
    assert not out.exists()


def test_what_has_no_place_is_counted(tmp_path: Path) -> None:
    source = saved(tmp_path, tmx(LAMP, tu(("zh", "猫")), tu(("en", "cat"))))
    assert "Left out" not in convert(source, tmp_path / "b.jsonl").stderr
    result = convert(tmp_path / "b.jsonl", tmp_path / "b.tmx")
    assert "Left out: 2 translation units without Chinese or without English." in result.stderr


def test_units_of_one_language_go_from_tmx_to_tmx_as_they_are(tmp_path: Path) -> None:
    source = saved(tmp_path, tmx(LAMP, tu(("zh", "猫")), tu(("en", "cat")), tu(("fr", "chat"))))
    assert "Left out" not in convert(source, tmp_path / "b.tmx").stderr
    assert (tmp_path / "b.tmx").read_bytes() == source.read_bytes()


def test_a_tool_gives_its_codes_and_its_ending(tmp_path: Path) -> None:
    result = convert(saved(tmp_path, tmx(LAMP)), tmp_path / "b", "--for", "weblate")
    assert result.exit_code == 0
    (unit,) = read_units(tmp_path / "b.tmx")
    assert (unit.zh_code, unit.en_code) == ("zh-Hans", "en")


def test_both_scripts_from_one_file(tmp_path: Path) -> None:
    source = saved(tmp_path, tmx(LAMP))
    convert(source, tmp_path / "b.tmx", "--zh-code", "zh-CN", "--zh-code", "zh-TW")
    assert [unit.zh for unit in read_units(tmp_path / "b.tmx")] == ["灯塔亮了。", "燈塔亮了。"]


@pytest.mark.parametrize(
    ("source", "target", "options", "code", "words"),
    [
        ("none.tmx", "b.tsv", [], 1, "There is no file"),
        ("a.tmx", "b.doc", [], 2, "names no known format"),
        ("a.tmx", "b", [], 2, "names no known format"),
        ("a.tmx", "a.tmx", [], 1, "is the input itself"),
        ("a.tmx", "none/b.tsv", [], 1, "There is no folder"),
        ("a.tmx", "b.tsv", ["--zh-code", "?"], 2, "is no language code"),
        ("a.tmx", "b.tsv", ["--for", "word"], 2, "is not one of"),
        ("a.tmx", "b.xlf", ["--zh-code", "zh-CN", "--zh-code", "zh-TW"], 2, "one pair"),
        ("long.tmx", "b.xlsx", [], 1, "longer than a cell"),
    ],
)
def test_what_cannot_be_done_is_said(
    tmp_path: Path, source: str, target: str, options: list[str], code: int, words: str
) -> None:
    saved(tmp_path, tmx(LAMP))
    saved(tmp_path, tmx(tu(("zh", "灯" * 40_000), ("en", "lamp"))), "long.tmx")
    result = convert(tmp_path / source, tmp_path / target, *options)
    assert words in sentence(result, code)


def test_a_file_that_breaks_off_leaves_the_target_as_it_was(tmp_path: Path) -> None:
    source = saved(tmp_path, tmx(*[LAMP] * 9)[:-60])
    target = saved(tmp_path, "before", "b.tsv")
    assert "breaks off after 8 translation units" in sentence(convert(source, target), 1)
    assert target.read_text() == "before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.tmx", "b.tsv"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_ctrl_c_in_the_middle_leaves_nothing_half_written(tmp_path: Path) -> None:
    source = tmp_path / "a.tmx"
    os.mkfifo(source)
    program = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
    program += "from aligner.cli import main\nmain(prog_name='duizhao')"
    with (
        subprocess.Popen(
            [sys.executable, "-c", program, "convert", str(source), str(tmp_path / "b.tsv")],
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        ) as process,
        source.open("wb") as pipe,
    ):
        pipe.write(tmx(*[LAMP] * 9000).encode())
        pipe.flush()
        limit = monotonic() + PATIENCE
        while not list(tmp_path.glob(".duizhao-*")) and monotonic() < limit:
            sleep(0.02)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=PATIENCE)
    assert process.returncode == 130
    assert b"no file is left half-written" in said
    assert [path.name for path in tmp_path.iterdir()] == ["a.tmx"]


def test_a_damaged_memory_gives_what_stands_before_the_damage_if_asked(tmp_path: Path) -> None:
    units = "".join(tu(("zh", f"灯{number}"), ("en", f"lamp {number}")) for number in range(40))
    source = saved(tmp_path, tmx(units, "<tu><tuv>&oops;"))
    assert not sentence(convert(source, tmp_path / "b.tsv"), 1).startswith("Warning")
    assert not (tmp_path / "b.tsv").exists()
    result = convert(source, tmp_path / "b.tsv", "--salvage")
    assert result.exit_code == 0
    warning = result.stderr.splitlines()[-1]
    assert warning.startswith("Warning: ")
    assert "is damaged after 40 translation units (line 2)" in warning
    assert warning.endswith("Taken: 40 translation units, all that stand before the damage.")
    assert [unit.en for unit in read_units(tmp_path / "b.tsv")][-1] == "lamp 39"


def test_nothing_is_said_of_damage_to_a_whole_file_and_an_empty_one_stays_refused(
    tmp_path: Path,
) -> None:
    assert (
        "Warning" not in convert(saved(tmp_path, tmx(LAMP)), tmp_path / "b.tsv", "--salvage").stderr
    )
    broken = saved(tmp_path, tmx("<tu><oops>"), "broken.tmx")
    sentence(convert(broken, tmp_path / "c.tsv", "--salvage"), 1)


def test_what_is_passed_over_is_said(tmp_path: Path) -> None:
    source = saved(tmp_path, tmx(tu(("zh", "灯"), ("en", "lamp"), ("en", "light"), ("fr", "feu"))))
    for name in ("b.tsv", "b.xlf", "b.jsonl", "b.xlsx", "b.po", "b.html"):
        told = convert(source, tmp_path / name).stderr
        assert "Left out: 1 text in languages other than Chinese and English (fr)." in told
        assert "Units with several texts in one language: 1 text more" in told
    # From TMX to TMX nothing is passed over.
    assert "Left out" not in convert(source, tmp_path / "b.tmx").stderr
    assert (tmp_path / "b.tmx").read_bytes() == source.read_bytes()


def test_a_head_says_what_was_translated_from_what(tmp_path: Path) -> None:
    for head, source in (("Source,Target", "en-US"), ("译文,原文", "zh-CN")):
        rows = f"{head}\nThe lamp was lit.,灯塔亮了。\nThe fog came.,起雾了。\n"
        table = saved(tmp_path, rows, "a.csv")
        convert(table, tmp_path / "b.xlf")
        assert f'source-language="{source}"' in (tmp_path / "b.xlf").read_text("utf-8")


@pytest.mark.parametrize("root", ["tbx", "martif"])
def test_a_glossary_is_told_from_a_memory(tmp_path: Path, root: str) -> None:
    source = saved(tmp_path, f"<{root}><text/></{root}>", "a.tbx")
    told = sentence(convert(source, tmp_path / "b.xlsx"), 1)
    assert "is a glossary" in told
    assert "duizhao terms" in told
