"""Subtitles with both languages, as another program reads them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pysubs2
import pytest
from click.testing import CliRunner

from aligner import align_article, align_files, write
from aligner.bitext import Bitext
from aligner.cli import main
from aligner.errors import UnwritableOutput
from aligner.formats import ExportOptions, write_bitext
from aligner.project import create, open_project
from tests.formats.test_subtitles import BOTH
from tests.project.edits import merged
from tests.samples import lighthouse

ZH = """1
00:00:01,000 --> 00:00:02,000
你还记得这口井吗？

2
00:00:05,000 --> 00:00:09,000
- 记得，水是甜的。
- 现在没有人喝了。

3
00:00:12,000 --> 00:00:14,000
我们把盖子打开看看。
"""
EN = """1
00:00:11,000 --> 00:00:12,000
Do you remember this well?

2
00:00:15,000 --> 00:00:17,000
Yes. The water was sweet.

3
00:00:17,000 --> 00:00:19,000
Nobody drinks it any more.

4
00:00:22,000 --> 00:00:24,000
Let's lift the lid and look.
"""


def shown(path: Path) -> list[tuple[int, int, list[str]]]:
    """What pysubs2 finds in a file: start, end and lines of each cue."""
    events = pysubs2.load(str(path), encoding="utf-8")
    return [(event.start, event.end, event.text.split("\\N")) for event in events]


@pytest.fixture
def film(tmp_path: Path) -> Bitext:
    zh, en = tmp_path / "film.zh.srt", tmp_path / "film.en.srt"
    zh.write_text(ZH, encoding="utf-8")
    en.write_text(EN, encoding="utf-8")
    return align_files(zh, en)


def test_a_cue_has_a_line_for_each_language(tmp_path: Path) -> None:
    source, target = tmp_path / "a.srt", tmp_path / "b.srt"
    source.write_text(BOTH, encoding="utf-8")
    write(align_article(source), target)
    assert shown(target) == [
        (1000, 2500, ["茶凉了。", "The tea has gone cold."]),
        (
            3000,
            5000,
            ["我再去烧一壶水，你坐着别动。", "Stay where you are. I'll put the kettle on again."],
        ),
        (6000, 7000, ["（茶馆）"]),
        (8000, 9000, ["Nobody came in all afternoon."]),
    ]
    first = target.read_bytes()
    write(align_article(target), target)
    assert target.read_bytes() == first


def test_pairs_of_one_cue_stay_one_and_speakers_have_a_line_each(
    tmp_path: Path, film: Bitext
) -> None:
    target = tmp_path / "b.srt"
    write_bitext(film, target, ExportOptions(upper="en"))
    assert shown(target) == [
        (1000, 2000, ["Do you remember this well?", "你还记得这口井吗？"]),
        (
            5000,
            9000,
            [
                "- Yes. The water was sweet.",
                "- Nobody drinks it any more.",
                "- 记得，水是甜的。",
                "- 现在没有人喝了。",
            ],
        ),
        (12000, 14000, ["Let's lift the lid and look.", "我们把盖子打开看看。"]),
    ]


def test_the_clock_is_that_of_the_language_translated_from(tmp_path: Path, film: Bitext) -> None:
    target = tmp_path / "b.srt"
    write(replace(film, article=replace(film.article, source_language="en")), target)
    assert [(start, stop) for start, stop, _ in shown(target)] == [
        (11000, 12000),
        (15000, 17000),
        (17000, 19000),
        (22000, 24000),
    ]


def test_a_text_without_times_gets_those_of_its_original(tmp_path: Path) -> None:
    zh, en = tmp_path / "a.txt", tmp_path / "a.srt"
    zh.write_text(
        "你还记得这口井吗？\n记得，水是甜的。\n没人答话。\n现在没有人喝了。\n", encoding="utf-8"
    )
    en.write_text(EN, encoding="utf-8")
    target = tmp_path / "b.srt"
    bitext = align_files(zh, en)
    write(bitext, target)
    assert "没人答话。" in target.read_text(encoding="utf-8")
    assert shown(target)[0] == (11000, 12000, ["你还记得这口井吗？", "Do you remember this well?"])
    assert len(shown(target)) >= 4


def test_what_is_edited_or_thrown_out_is_so_in_the_file(tmp_path: Path, film: Bitext) -> None:
    first, *rest = film.pairs
    arrow = replace(first, en_text="Remember\n\nthis --> well?", status="edited")
    last = replace(rest[-1], status="excluded")
    target = tmp_path / "b.srt"
    write(replace(film, pairs=(arrow, *rest[:-1], last)), target)
    assert shown(target)[0] == (1000, 2000, ["你还记得这口井吗？", "Remember this -> well?"])
    assert len(shown(target)) == 2


def test_texts_that_were_no_subtitles_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnwritableOutput, match="need times"):
        write(lighthouse(), tmp_path / "a.srt")
    assert not (tmp_path / "a.srt").exists()


def test_json_and_memories_have_the_times(tmp_path: Path, film: Bitext) -> None:
    write(film, tmp_path / "a.json")
    content = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert content["pairs"][0]["time"] == {"start": 1.0, "end": 2.0}
    assert content["sides"]["en"]["paragraphs"][0]["time"] == {"start": 11.0, "end": 12.0}
    write(film, tmp_path / "a.tmx")
    memory = (tmp_path / "a.tmx").read_text(encoding="utf-8")
    assert '<prop type="x-start">00:00:01.000</prop>' in memory
    assert '<prop type="x-end">00:00:02.000</prop>' in memory


def test_an_edited_project_is_written_by_the_command(tmp_path: Path, film: Bitext) -> None:
    kept, target = tmp_path / "film.duizhao", tmp_path / "film.srt"
    with create(kept, film) as project:
        project.apply(merged(film, 0), "merge")
    with open_project(kept) as project:
        assert project.bitext.article == film.article
    assert (
        CliRunner()
        .invoke(main, ["align", str(kept), "--order", "en-zh", "-o", str(target)])
        .exit_code
        == 0
    )
    start, stop, lines = shown(target)[0]
    assert (start, stop) == (1000, 9000)
    assert lines[0].startswith("- Do you remember this well? Yes.")
