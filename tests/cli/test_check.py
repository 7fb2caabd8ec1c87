"""`duizhao check`: what it prints, counts, exits with and writes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from aligner.cli import main
from aligner.formats import read_units
from bench.judging import own_pairs
from tests.commands import sentence
from tests.formats.files import LAMP, saved, tmx, tu

WRONG = tu(("zh-CN", "人口3.5亿。"), ("en-US", "A population of 3.5 billion."))
SWAPPED = tu(("zh-CN", "The fog came in."), ("en-US", "雾来了。"))
HALF = tu(("zh-CN", "没有译文。"))


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Result]:
    """Run the command in a folder of its own, in an English locale."""
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    return lambda *args: CliRunner().invoke(main, ["check", *args])


def test_a_sound_memory_exits_with_0_and_prints_nothing(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    saved(tmp_path, tmx(LAMP))
    result = run("a.tmx")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert result.stderr == "Units: 1. Findings: 0.\n"


def test_findings_have_a_unit_or_a_line_a_code_and_a_sentence(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    saved(tmp_path, tmx(LAMP, "\n", WRONG.replace("<tu>", '<tu creationdate="x">')))
    result = run("a.tmx")
    assert result.exit_code == 4
    lines = result.stdout.splitlines()
    assert re.fullmatch(r" +line 3  date +creationdate is “x”; .+\.", lines[0])
    assert re.fullmatch(r" +2  number +The Chinese says “3\.5亿”, .+\.", lines[1])
    assert re.search(r"1  number +numbers, dates", result.stderr)


def test_findings_are_counted_by_kind(run: Callable[..., Result], tmp_path: Path) -> None:
    saved(tmp_path, tmx(LAMP, "\n", WRONG.replace("<tu>", '<tu creationdate="x">'), SWAPPED))
    counts = "1 number, 1 wrong language, 1 in the file itself"
    assert f"Units: 3. Findings: 3: {counts}.\n" in run("a.tmx").stderr
    in_chinese = run("a.tmx", "--lang", "zh-TW").stderr
    assert "3 個單元，3 處問題：數字 1、語言不對 1、檔案本身 1。\n" in in_chinese
    silent = run("a.tmx", "--silence", "date", "--silence", "swapped").stderr
    assert "Units: 3. Findings: 1: 1 number.\n" in silent


def test_the_locale_or_an_option_decides_the_language(
    run: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved(tmp_path, tmx(WRONG))
    assert "不一致" in run("a.tmx", "--lang", "zh").stdout
    monkeypatch.setenv("LC_ALL", "zh_TW.UTF-8")
    assert "不一致" in run("a.tmx").stdout
    assert "says" in run("a.tmx", "--lang", "en").stdout


def test_what_is_silenced_is_not_found(run: Callable[..., Result], tmp_path: Path) -> None:
    saved(tmp_path, tmx(WRONG, HALF, LAMP, LAMP))
    assert run("a.tmx").exit_code == 4
    args = [part for code in ("number", "empty", "duplicate") for part in ("--silence", code)]
    result = run("a.tmx", *args)
    assert (result.exit_code, result.stdout) == (0, "")


def test_an_unknown_code_is_a_usage_error_and_the_codes_are_listed(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    saved(tmp_path, tmx(LAMP))
    assert "--codes" in sentence(run("a.tmx", "--silence", "nonsense"), 2)
    listed = run("--codes")
    assert listed.exit_code == 0
    assert "number " in listed.stdout
    assert "date " in listed.stdout
    assert "数字" in run("--lang", "zh", "--codes").stdout


def test_a_mended_file_is_written_and_the_input_stays(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    path = saved(tmp_path, tmx(LAMP, SWAPPED, HALF, WRONG, LAMP))
    before = path.read_bytes()
    result = run("a.tmx", "--fix", "b.tmx")
    assert result.exit_code == 4
    assert path.read_bytes() == before
    assert [(unit.zh, unit.en) for unit in read_units(tmp_path / "b.tmx")] == [
        ("灯塔亮了。", "The lamp was lit."),
        ("雾来了。", "The fog came in."),
        ("人口3.5亿。", "A population of 3.5 billion."),
    ]
    for done in ("put back", "want of a text", "stand there already"):
        assert done in result.stderr
    left = run("b.tmx")
    assert left.stdout.split()[:2] == ["3", "number"]


def test_what_is_written_for_two_regions_is_sound_and_stays_whole(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    rain = tu(("zh-CN", "今天下雨。"), ("en-US", "It is raining today."))
    software = tu(("zh-CN", "软件很好。"), ("en-US", "The software is good."))
    saved(tmp_path, tmx(rain, software, LAMP))
    codes = ["--zh-code", "zh-CN", "--zh-code", "zh-TW"]
    told = CliRunner().invoke(main, ["convert", "a.tmx", "both.tmx", *codes])
    assert "6 translation units" in told.stderr
    result = run("both.tmx", "--fix", "mended.tmx")
    assert (result.exit_code, result.stdout) == (0, "")
    assert len(list(read_units(tmp_path / "mended.tmx"))) == 6


def test_a_tool_gives_its_ending_to_what_is_mended(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    saved(tmp_path, tmx(LAMP, LAMP))
    run("a.tmx", "--for", "omegat", "--fix", "mended")
    assert (tmp_path / "mended.tmx").exists()


def test_a_table_is_checked_by_its_pairs(run: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("zh\ten\n雨停了。\tIt cost 5 yuan.\n", encoding="utf-8")
    result = run("a.tsv")
    assert result.exit_code == 4
    assert "“5” of the English" in result.stdout


@pytest.mark.parametrize(
    ("content", "args", "code"),
    [
        ("", [], 1),
        ("\x00\x01\x02" * 100, [], 1),
        (tmx(LAMP)[:-30], [], 1),
        ('<!DOCTYPE tmx [<!ENTITY a "b">]>' + tmx(LAMP, before=""), [], 1),
        (tmx(LAMP), ["--fix", "a.tmx"], 1),
        (tmx(LAMP), ["--fix", "nowhere/b.tmx"], 1),
        (tmx(LAMP), ["--fix", "b.nonsense"], 2),
    ],
)
def test_what_cannot_be_done_is_a_sentence(
    content: str, args: list[str], code: int, run: Callable[..., Result], tmp_path: Path
) -> None:
    saved(tmp_path, content)
    result = run("a.tmx", *args)
    assert result.exit_code == code
    assert "Traceback" not in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1
    assert not list(tmp_path.glob(".duizhao*"))


def test_a_file_that_breaks_off_is_not_mended(run: Callable[..., Result], tmp_path: Path) -> None:
    saved(tmp_path, tmx(LAMP, WRONG, SWAPPED)[:-60])
    result = run("a.tmx", "--fix", "b.tmx")
    assert result.exit_code == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.tmx"]


def test_texts_that_steer_a_terminal_are_drawn_as_pictures(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    (tmp_path / "a.tsv").write_text("zh\ten\n他（\x1b[2J来了。\tHe (came.)\n", encoding="utf-8")
    assert "\x1b" not in run("a.tsv").stdout


def test_translations_that_were_exchanged_name_each_other(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    pairs = [(zh, en) for zh, en in own_pairs() if len(zh) > 14][:40]
    pairs[10], pairs[30] = (pairs[10][0], pairs[30][1]), (pairs[30][0], pairs[10][1])
    units = (tu(("zh-CN", escape(zh)), ("en-US", escape(en))) for zh, en in pairs)
    saved(tmp_path, tmx(*units))
    result = run("a.tmx")
    assert result.exit_code == 4
    told = [line.split() for line in result.stdout.splitlines() if " meaning " in line]
    assert [line[0] for line in told] == ["11", "31"]
    assert "no. 31" in result.stdout
    silenced = [part for code in ("meaning", "slipped", "part") for part in ("--silence", code)]
    assert "meaning" not in run("a.tmx", *silenced).stdout


def test_a_damaged_memory_is_checked_up_to_the_damage_if_asked(run: Callable[..., Result]) -> None:
    saved(Path(), tmx(LAMP, "<tu>&oops;"))
    assert run("a.tmx").exit_code == 1
    result = run("a.tmx", "--salvage", "--fix", "b.tmx")
    assert result.exit_code in (0, 4)
    assert "Taken: 1 translation unit, all that stand before the damage." in result.stderr
    assert len(list(read_units("b.tmx"))) == 1


def test_a_report_takes_the_place_of_lines(run: Callable[..., Result], tmp_path: Path) -> None:
    saved(tmp_path, tmx(LAMP, WRONG, LAMP))
    result = run("a.tmx", "-o", "r.html", "-o", "r.json")
    assert result.exit_code == 4
    assert result.stdout == ""
    assert result.stderr.splitlines()[-2:] == ["r.html", "r.json"]
    entries = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["entries"]
    assert [(e["unit"], e["code"], e["zh"]) for e in entries] == [
        (2, "number", "人口3.5亿。"),
        (3, "duplicate", "灯塔亮了。"),
    ]
    assert "<mark>3.5亿</mark>" in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_what_is_accepted_in_a_report_is_not_counted(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    saved(tmp_path, tmx(WRONG.replace("<tu>", '<tu creationdate="x">')))
    run("a.tmx", "-o", "r.json", "--lang", "zh-TW")
    text = (tmp_path / "r.json").read_text(encoding="utf-8")
    (tmp_path / "r.json").write_text(text.replace('"accepted": null', '"accepted": "so"'), "utf-8")
    result = run("a.tmx", "--accepted", "r.json")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "Units: 1. Findings: 0.\nAccepted findings: 2.\n"
    changed = WRONG.replace("A population", "The population")
    saved(tmp_path, tmx(changed))
    assert run("a.tmx", "--accepted", "r.json").exit_code == 4


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("-o", "r.docx"), 2),
        (("-o", "a.tmx"), 2),
        (("-o", "none/r.html"), 1),
        (("-o", "r.xlsx", "--fix", "r.xlsx"), 2),
        (("-o", "r.xml", "-o", "r.xml"), 2),
        (("-o", "r2.xlsx", "--accepted", "a.tmx"), 1),
        (("--accepted", "none.xlsx"), 1),
    ],
)
def test_a_report_that_cannot_be_written_is_refused_before_the_work(
    run: Callable[..., Result], tmp_path: Path, args: tuple[str, ...], code: int
) -> None:
    saved(tmp_path, tmx(LAMP))
    result = run("a.tmx", *args)
    assert result.exit_code == code
    assert "Units" not in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["a.tmx"]


def test_the_report_that_was_accepted_is_not_written_over(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    saved(tmp_path, tmx(WRONG))
    run("a.tmx", "-o", "r.json")
    before = (tmp_path / "r.json").read_bytes()
    assert run("a.tmx", "-o", "r.json", "--accepted", "r.json").exit_code == 1
    assert (tmp_path / "r.json").read_bytes() == before
