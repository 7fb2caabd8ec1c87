"""What was translated from what: every command knows it, and none turns it round unasked."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from aligner.cli import main
from aligner.edits import decide
from aligner.formats import read_units
from aligner.project import create, open_project
from aligner.term import Term
from aligner.terms import read_glossary
from tests.formats.files import LAMP, saved, tmx
from tests.samples import lighthouse

XLIFF = """<?xml version="1.0"?>
<xliff version="1.2"><file original="a" source-language="en" target-language="zh-CN" datatype="x">
<body><trans-unit id="1"><source>The lamp was lit.</source><target>灯塔亮了。</target></trans-unit>
</body></file></xliff>
"""
PO = 'msgid "The lamp was lit."\nmsgstr "灯塔亮了。"\n'


def run(*args: str | Path) -> Result:
    done = CliRunner().invoke(main, [str(arg) for arg in args])
    assert done.exit_code == 0, done.output
    return done


@pytest.mark.parametrize(("name", "content"), [("a.xlf", XLIFF), ("a.po", PO)])
def test_english_into_chinese_stays_so(tmp_path: Path, name: str, content: str) -> None:
    source = saved(tmp_path, content, name)
    chain = [source, *(tmp_path / f"b.{ending}" for ending in ("tmx", "jsonl", "po", "xlf"))]
    for one, other in pairwise(chain):
        run("convert", one, other)
    assert 'srclang="en' in (tmp_path / "b.tmx").read_text("utf-8")
    assert 'msgid "The lamp was lit."' in (tmp_path / "b.po").read_text("utf-8")
    assert "<source>The lamp was lit.</source>" in (tmp_path / "b.xlf").read_text("utf-8")


def test_chinese_into_english_stays_so(tmp_path: Path) -> None:
    run("convert", saved(tmp_path, tmx(LAMP)), tmp_path / "b.po", tmp_path / "c.xlf")
    assert 'msgid "灯塔亮了。"' in (tmp_path / "b.po").read_text("utf-8")
    assert "<source>灯塔亮了。</source>" in (tmp_path / "c.xlf").read_text("utf-8")


def test_units_of_both_directions_in_a_file_of_one_are_counted(tmp_path: Path) -> None:
    other = LAMP.replace("<tu>", '<tu srclang="en-US">')
    done = run("convert", saved(tmp_path, tmx(LAMP, other, other)), tmp_path / "b.xlf")
    assert "Written the other way round: 2 translation units" in done.stderr
    assert "round" not in run("convert", tmp_path / "a.tmx", tmp_path / "b.tmx").stderr


def test_english_named_first_is_what_was_translated(tmp_path: Path) -> None:
    zh = saved(tmp_path, "灯塔亮了。守塔人关上门。\n".encode(), "zh.txt")
    en = saved(tmp_path, b"The lamp was lit. The keeper closed the door.\n", "en.txt")
    for order, code in (((en, zh), "en-US"), ((zh, en), "zh-CN")):
        run("align", *order, "-o", tmp_path / "b.tmx")
        text = (tmp_path / "b.tmx").read_text("utf-8")
        assert re.findall(r'srclang="([^"]*)"', text) == [code]
    run("align", en, zh, "-o", tmp_path / "b.tmx", "--source", "zh")
    assert 'srclang="zh-CN"' in (tmp_path / "b.tmx").read_text("utf-8")


def test_a_project_says_what_was_decided_of_its_terms(tmp_path: Path) -> None:
    path = tmp_path / "a.duizhao"
    with create(path, lighthouse()) as project:
        project.apply(decide(project.bitext, Term("燈塔", "beacon tower")), "accept")
        rejected = Term("守塔人", "keeper", decision="rejected")
        project.apply(decide(project.bitext, rejected), "reject")
        project.set_source_language("en")
    run("terms", path, "-o", tmp_path / "b.tsv", "-o", tmp_path / "b.tbx", "--min-score", "0")
    entries = read_glossary(tmp_path / "b.tsv")
    assert (entries[0].zh, entries[0].en) == ("燈塔", "beacon tower")
    assert ("守塔人", "keeper") not in [(entry.zh, entry.en) for entry in entries]
    assert len([entry for entry in entries if entry.zh == "燈塔"]) == 1
    assert len(read_glossary(tmp_path / "b.tbx")) == len(entries)
    run("terms", "convert", path, tmp_path / "c.csv")
    (entry,) = read_glossary(tmp_path / "c.csv")
    assert (entry.zh, entry.en) == ("燈塔", "beacon tower")


def test_a_glossary_is_converted(tmp_path: Path) -> None:
    saved(tmp_path, "zh\ten\n灯塔\tlighthouse\n码头\tquay\n".encode(), "g.tsv")
    run("terms", "convert", tmp_path / "g.tsv", tmp_path / "g.tbx", tmp_path / "g.xlsx")
    for name in ("g.tbx", "g.xlsx"):
        assert [(e.zh, e.en) for e in read_glossary(tmp_path / name)] == [
            ("灯塔", "lighthouse"),
            ("码头", "quay"),
        ]


def test_an_article_of_the_screen_is_written_by_commands(tmp_path: Path) -> None:
    path = tmp_path / "a.duizhao"
    create(path, lighthouse()).close()
    run("convert", path, tmp_path / "b.tmx")
    run("align", path, "-o", tmp_path / "b.tsv", "-o", tmp_path / "b.json")
    assert len(list(read_units(tmp_path / "b.tmx"))) == 4
    with open_project(path) as project:
        assert project.bitext == lighthouse()
