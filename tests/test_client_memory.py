"""A client's memory goes through the program and comes back as it came, but for what was mended."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner

from aligner import opening
from aligner.cli import main
from aligner.edits import annotate, confirm, exclude, mark_for_review, merge, rewrite, split
from aligner.formats import ExportOptions, Written, write_bitext
from aligner.project import Project, open_project
from tests.client_memory import client_memory, units_by_id
from tui.session import Session

COUNT = 1000
_PLAIN = ExportOptions()


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    """A memory of a hundred units."""
    path = tmp_path / "client.tmx"
    path.write_text(client_memory(100), encoding="utf-8")
    return path


def reviewed(memory: Path, work: Callable[[Session], None]) -> Path:
    """Review a memory in two sittings, and export it."""
    with opening.open_for_review(memory).project as project:
        work(Session(project))
    with open_project(memory.with_name("client.tmx.duizhao")) as project:
        exported(project, memory.with_name("back.tmx"))
    return memory.with_name("back.tmx")


def exported(project: Project, path: Path, options: ExportOptions = _PLAIN) -> Written:
    written = write_bitext(project.bitext, path, options, unit_of=project.unit_of)
    assert written is not None
    return written


def mend(session: Session, place: int, old: str, new: str) -> None:
    session.place = place
    pair = session.bitext.pairs[place]
    zh, en = pair.zh_text.replace(old, new), pair.en_text.replace(old, new)
    assert (zh, en) != (pair.zh_text, pair.en_text)
    session.edit("edit", lambda bitext, at: rewrite(bitext, at, zh, en))


def test_ten_mended_units_of_a_thousand_are_all_that_differs(memory: Path) -> None:
    memory.write_text(client_memory(COUNT), encoding="utf-8")
    places = range(37, COUNT, 100)

    def work(session: Session) -> None:
        for place in places:
            mend(session, place, "locks", "bolts")

    before = memory.read_text("utf-8")
    after = reviewed(memory, work).read_text("utf-8")
    old, new = units_by_id(before), units_by_id(after)
    assert list(old) == list(new)
    changed = [number for number, one in enumerate(old) if old[one] != new[one]]
    assert changed == list(places)
    assert len(old) - len(changed) == 990
    assert [
        one.replace("locks", "bolts") for one in map(list(old.values()).__getitem__, places)
    ] == [list(new.values())[place] for place in places]
    # And all around them: declarations, header, comments, white space.
    lines = zip(before.splitlines(), after.splitlines(), strict=True)
    assert sum(one != other for one, other in lines) == len(places)


def test_nothing_done_nothing_changed(memory: Path) -> None:
    back = reviewed(memory, lambda session: None)
    assert back.read_bytes() == memory.read_bytes()


def test_what_is_confirmed_adds_nothing_and_a_mark_and_a_note_stand_in_the_unit(
    memory: Path,
) -> None:
    def work(session: Session) -> None:
        for place, edit in ((3, confirm), (5, mark_for_review)):
            session.place = place
            session.edit("status", edit)
        session.place = 6
        session.edit("note", lambda bitext, at: annotate(bitext, at, "Ask Ann.\nOr Bo."))

    old = units_by_id(memory.read_text("utf-8"))
    new = units_by_id(reviewed(memory, work).read_text("utf-8"))
    assert [n for n, one in enumerate(old) if old[one] != new[one]] == [5, 6]
    assert '<prop type="x-status">review</prop>' in new["5005"]
    assert "<note>Ask Ann.</note>" in new["5006"]
    assert "<note>Or Bo.</note>" in new["5006"]


def test_split_and_merged_pairs_are_units_of_their_own_and_excluded_ones_are_left_out(
    memory: Path,
) -> None:
    def work(session: Session) -> None:
        session.place = 20
        session.edit("exclude", exclude)
        session.place = 12
        session.edit("split", lambda bitext, at: split(bitext, at, 3, 7))
        session.place = 8
        session.edit("merge", merge)
        session.place = 30
        session.edit("merge", merge)
        assert session.undo()

    text = reviewed(memory, work).read_text("utf-8")
    old, new = units_by_id(memory.read_text("utf-8")), units_by_id(text)
    gone = [number for number, one in enumerate(old) if one not in new]
    assert gone == [8, 9, 12, 20]
    assert all(new[one] == old[one] for one in old if one in new)
    body = ET.fromstring(text.encode()).find("body")
    assert body is not None
    fresh = [unit for unit in body if unit.tag == "tu" and "tuid" not in unit.attrib]
    assert len(fresh) == 3
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    for unit in fresh:
        codes = [variant.attrib[lang] for variant in unit.findall("tuv")]
        assert codes[0] == "en-US"  # what the header names as the source
        assert codes[1] in ("zh-CN", "zh-TW")


def test_the_header_stays_where_the_first_unit_is_new(memory: Path) -> None:
    def work(session: Session) -> None:
        session.place = 0
        session.edit("merge", merge)

    after = reviewed(memory, work).read_text("utf-8")
    head, body, _ = memory.read_text("utf-8").partition("<body>")
    assert after.startswith(head + body)
    assert list(units_by_id(after))[1:] == list(units_by_id(memory.read_text("utf-8")))[2:]


def test_an_edited_text_keeps_the_tags_that_it_has_words_for(memory: Path, tmp_path: Path) -> None:
    with opening.open_for_review(memory).project as project:
        session = Session(project)
        mend(session, 1, "A sailor locks", "One sailor bolts")
        pair = session.bitext.pairs[3]
        session.place = 3
        session.edit("edit", lambda b, at: rewrite(b, at, pair.zh_text, "Nobody goes out."))
        written = exported(project, tmp_path / "back.tmx")
    new = units_by_id((tmp_path / "back.tmx").read_text("utf-8"))
    assert '<bpt i="1" type="bold" x="1">&lt;b&gt;</bpt>One sailor bolts door 1<ept' in new["5001"]
    assert "<seg>Nobody goes out.</seg>" in new["5003"]
    assert written.dropped == ((4, ("<hi>", "</hi>")),)
    assert list(written.sentences()) == [
        "Tags dropped, since their words are gone, in unit 4: <hi> </hi>."
    ]


def test_codes_that_are_asked_for_change_the_codes_alone(memory: Path, tmp_path: Path) -> None:
    with opening.open_for_review(memory).project as project:
        exported(project, tmp_path / "back.tmx", ExportOptions(en_code="en-GB"))
    old = memory.read_text("utf-8").replace('xml:lang="en-US"', 'xml:lang="en-GB"')
    assert (tmp_path / "back.tmx").read_text("utf-8") == old


def run(*args: str | Path) -> str:
    done = CliRunner().invoke(main, [str(arg) for arg in args])
    assert done.exit_code in (0, 4), done.output
    return done.stderr


def test_convert_gives_it_back_byte_for_byte(memory: Path, tmp_path: Path) -> None:
    run("convert", memory, tmp_path / "b.tmx", tmp_path / "c.xlf", tmp_path / "d.jsonl")
    assert (tmp_path / "b.tmx").read_bytes() == memory.read_bytes()
    assert 'source-language="en-US"' in (tmp_path / "c.xlf").read_text("utf-8")


def test_fixing_mends_what_is_wrong_and_touches_nothing_else(memory: Path, tmp_path: Path) -> None:
    text = memory.read_text("utf-8").replace("水手锁上第46扇门", "水 手锁上第46扇门")
    memory.write_text(text, encoding="utf-8")
    run("check", memory, "--fix", tmp_path / "b.tmx")
    assert (tmp_path / "b.tmx").read_text("utf-8") == text.replace("水 手", "水手")


def test_the_personal_memory_gives_units_back_with_ids_and_languages(
    memory: Path, tmp_path: Path
) -> None:
    place = tmp_path / "memory.sqlite3"
    run("memory", "add", memory, "--memory", place)
    run("memory", "export", tmp_path / "b.tmx", "--memory", place)
    after = (tmp_path / "b.tmx").read_text("utf-8")
    assert units_by_id(after) == units_by_id(memory.read_text("utf-8"))
    assert list(units_by_id(after)) == list(units_by_id(memory.read_text("utf-8")))
    assert after.startswith(memory.read_text("utf-8").partition("<body>")[0])


def test_a_project_is_read_by_commands_as_the_screen_exports_it(
    memory: Path, tmp_path: Path
) -> None:
    with opening.open_for_review(memory).project as project:
        mend(Session(project), 37, "locks", "bolts")
        exported(project, tmp_path / "screen.tmx")
    project_file = memory.with_name("client.tmx.duizhao")
    run("convert", project_file, tmp_path / "b.tmx")
    run("align", project_file, "-o", tmp_path / "c.tmx")
    run("check", project_file, "--fix", tmp_path / "d.tmx")
    wanted = (tmp_path / "screen.tmx").read_bytes()
    assert [(tmp_path / f"{name}.tmx").read_bytes() for name in "bcd"] == [wanted] * 3


def test_a_source_that_is_asked_for_turns_the_file_and_says_so_in_it(
    memory: Path, tmp_path: Path
) -> None:
    run("convert", memory, tmp_path / "b.tmx", "--source", "zh")
    text = (tmp_path / "b.tmx").read_text("utf-8")
    assert re.findall(r"<header[^>]* srclang=\"([^\"]*)", text) == ["zh-TW"]
    restored = re.sub(r"(<tu [^>]*?) srclang=\"zh-CN\"", r"\1", text)
    old = re.sub(r"(<tu [^>]*?) srclang=\"zh-CN\"", r"\1", memory.read_text("utf-8"))
    assert restored.replace('srclang="zh-TW"', 'srclang="en-US"', 1) == old


def test_a_project_keeps_its_direction(memory: Path) -> None:
    with opening.open_for_review(memory).project as project:
        assert project.bitext.article.source_language == "en"
    with opening.open_for_review(memory, source="zh").project as project:
        assert project.bitext.article.source_language == "zh"
    with open_project(memory.with_name("client.tmx.duizhao")) as project:
        assert project.bitext.article.source_language == "zh"


def test_what_is_put_aside_is_not_held(tmp_path: Path) -> None:
    from aligner.project import UnitsAside
    from aligner.unit import Unit

    with UnitsAside() as aside:
        left = aside.put(Unit("灯", "lamp", "zh-CN", properties=(("x-a", "b"),)))
        assert left == replace(left, properties=(), origin=None)
        assert [row[0] for row, _ in aside.rows()] == [0]
