"""A damaged project: a sentence that names it, or a sitting like any other."""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing, nullcontext, suppress
from pathlib import Path

import pytest

from aligner import edits
from aligner.errors import DuizhaoError, ImpossibleEdit, UnusableInput, UnwritableOutput
from aligner.formats import bitext_suffixes, units_of, write_bitext
from aligner.memory import Memory
from aligner.opening import open_for_review
from aligner.project import Project, create, open_project
from aligner.project.integrity import check_bitext
from aligner.term import Term
from bench.kills import any_edit
from tests import samples
from tests.damage import damaged_copies
from tests.project.edits import confirmed

_LIGHT = (".tmx", ".html", ".json", ".tsv")
"""The formats that look at most of a bitext; the others take the same units."""


def _project_of_units(folder: Path) -> Path:
    """Make a project that has something in every table."""
    units = folder / "units.tmx"
    body = "".join(
        f'<tu tuid="{n}" changedate="20240101T000000Z"><prop type="x-client">Harbour</prop>'
        f'<tuv xml:lang="zh-TW"><seg>第{n}盞<ph x="1"/>燈亮了。霧散了。</seg></tuv>'
        f'<tuv xml:lang="en-US"><seg>Lamp {n} <ph x="1"/>was lit. The fog lifted.</seg></tuv></tu>'
        for n in range(8)
    )
    units.write_text(
        '<?xml version="1.0"?><tmx version="1.4"><header creationtool="x" creationtoolversion="1"'
        ' segtype="sentence" o-tmf="x" adminlang="en" srclang="zh-TW" datatype="plaintext"/>'
        f"<body>{body}</body></tmx>"
    )
    path = folder / "units.duizhao"
    with open_for_review(units, project=path).project as project:
        _edit(project)
        with closing(sqlite3.connect(path)) as database, database:
            database.execute("INSERT INTO moved VALUES (0, '[0]', '[1]', 0.9)")
            database.execute("INSERT INTO leftover VALUES (0, 'menu', 'navigation', 0, 4, 0)")
            database.execute("INSERT INTO markup VALUES (0, '<b>', 4, 7, '', 0)")
    return path


def _edit(project: Project) -> None:
    project.apply(edits.split(project.bitext, 1, 3, 4), "split")
    project.apply(edits.annotate(project.bitext, 0, "see the map"), "note")
    project.apply(edits.decide(project.bitext, Term("燈", "lamp", ("灯",))), "term")
    project.apply(edits.rewrite(project.bitext, 3, "霧散了。", "The fog lifted."), "rewrite")
    project.set_setting("colours", "dark")
    project.undo()


def _sit(path: Path, folder: Path) -> None:
    """Do with a project what a translator may do in a sitting."""
    with open_project(path) as project:
        project.read_pairs(0, 60)
        project.load()
        project.redo()
        project.apply(confirmed(project.bitext, 0), "confirm")
        for edit in (edits.merge, edits.swap):
            with suppress(ImpossibleEdit):
                project.apply(edit(project.bitext, 1), "edit")
        for suffix in _LIGHT:
            write_bitext(project.bitext, folder / f"out{suffix}", unit_of=project.unit_of)
        with Memory(folder / "memory", to_add=True) as memory:
            memory.add(units_of(project.bitext, unit_of=project.unit_of), path.name)
        while project.undo():
            pass
        project.setting("colours")
        project.cursor = 2


def _sat(path: Path, folder: Path) -> str:
    """Sit, and return the sentence that ended it; empty if nothing did."""
    folder.mkdir()
    try:
        _sit(path, folder)
    except DuizhaoError as problem:
        return str(problem)
    finally:
        shutil.rmtree(folder)
    return ""


@pytest.mark.parametrize("seed", range(2))
def test_each_column_damaged_in_each_way_gives_a_sentence_or_a_clean_run(
    tmp_path: Path, seed: int
) -> None:
    sound = _project_of_units(tmp_path)
    assert _sat(sound, tmp_path / "out") == ""
    path = tmp_path / "a.duizhao"
    sentences = 0
    for damage in damaged_copies(sound, path, seed):
        try:
            said = _sat(path, tmp_path / "out")
        except Exception as problem:
            raise AssertionError(damage) from problem
        assert not said or path.name in said, (damage, said)
        sentences += bool(said)
        for left in tmp_path.glob("a.duizhao?*"):
            left.unlink()
    assert sentences > 50


def test_no_edit_makes_what_would_be_called_damage() -> None:
    chance = random.Random(0)
    for _ in range(30):
        bitext = samples.lighthouse()
        for _ in range(40):
            bitext = any_edit(bitext, chance)(bitext)
            check_bitext(bitext)


def test_every_format_writes_a_divided_sentence(tmp_path: Path) -> None:
    with open_project(_project_of_units(tmp_path)) as project:
        for suffix in bitext_suffixes():
            with suppress(UnwritableOutput) if suffix == ".srt" else nullcontext():
                write_bitext(project.bitext, tmp_path / f"out{suffix}", unit_of=project.unit_of)


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM pair WHERE rank = (SELECT max(rank) FROM pair)",
        "UPDATE pair SET zh = 0 WHERE zh = 1",
        "UPDATE pair SET zh = '[1,1]' WHERE zh = 1",
        "UPDATE pair SET zh_cut = '[1,null]' WHERE zh = 1",
        "UPDATE pair SET zh_cut = '[\"a\",null]' WHERE zh = 1",
        "UPDATE pair SET confidence = 'high'",
        "UPDATE pair SET confidence = 7",
        "UPDATE sentence SET paragraph = 99",
        "UPDATE sentence SET start = stop + 1",
        "UPDATE sentence SET start = 'here'",
        "UPDATE sentence SET number = 100 WHERE number = 0",
        "DELETE FROM paragraph WHERE number = 1",
        "UPDATE paragraph SET kind = 'song'",
        "UPDATE state SET done = 77",
        "UPDATE state SET cursor = 'there'",
        "UPDATE edit SET kind = 'songs'",
        "UPDATE meta SET value = '\"rows\"' WHERE name = 'layout'",
        "UPDATE meta SET value = '3' WHERE name = 'sources'",
        "UPDATE meta SET value = '[1]' WHERE name = 'sources'",
        "INSERT INTO moved VALUES (1, '[999]', '[0]', 0.5)",
        "INSERT INTO moved VALUES (1, '[0]', '[0]', 'much')",
        "INSERT INTO term VALUES ('a', 'b', '[1]', '[]', 'accepted', '', '')",
        "INSERT INTO leftover VALUES (1, 'a', 'b', 0, 1, 9)",
    ],
)
def test_rows_that_do_not_fit_together_are_found_when_it_is_opened(
    tmp_path: Path, damage: str
) -> None:
    path = tmp_path / "a.duizhao"
    with create(path, samples.lighthouse()) as project:
        project.apply(confirmed(project.bitext, 0), "confirm")
    with closing(sqlite3.connect(path)) as database, database:
        assert database.execute(damage).rowcount
    with pytest.raises(UnusableInput, match=r"a\.duizhao is damaged"), open_project(path) as opened:
        opened.load()
