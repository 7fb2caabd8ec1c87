"""The project file: what goes in comes out, edits stay, and undo goes on after reopening."""

from __future__ import annotations

import gc
import random
import sqlite3
import threading
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.article import Markup
from aligner.bitext import Bitext
from aligner.edits import Change, Hunk
from aligner.errors import UnwritableOutput
from aligner.project import create, open_project
from tests import samples
from tests.project.edits import any_change, confirmed, merged, noted


def test_a_project_gives_back_the_bitext_it_was_made_of(tmp_path: Path) -> None:
    bitext = samples.lighthouse()
    create(tmp_path / "a.duizhao", bitext).close()
    with open_project(tmp_path / "a.duizhao") as project:
        assert not project.is_loaded
        assert project.load() == bitext
        assert project.is_loaded


def test_any_text_survives(tmp_path: Path) -> None:
    bitext = samples.one_pair(samples.HOSTILE, samples.HOSTILE + "\udc80\ud83d")
    create(tmp_path / "a.duizhao", bitext).close()
    with open_project(tmp_path / "a.duizhao") as project:
        assert project.read_pairs(0, 9) == list(bitext.pairs)
        assert project.bitext == bitext


def test_an_edit_is_there_after_reopening_and_can_be_undone(tmp_path: Path) -> None:
    bitext = samples.lighthouse()
    with create(tmp_path / "a.duizhao", bitext) as project:
        edited = project.apply(merged(bitext, 1), "merge")
    with open_project(tmp_path / "a.duizhao") as project:
        assert project.bitext == edited
        assert (project.undo_label, project.redo_label) == ("merge", None)
        step = project.undo()
        assert step is not None
        assert step.change(edited) == project.bitext == bitext
        assert (project.undo_label, project.redo_label) == (None, "merge")
    with open_project(tmp_path / "a.duizhao") as project:
        assert project.bitext == bitext
        assert project.redo() is not None
        assert project.bitext == edited
        assert project.redo() is None


def test_an_edit_after_undo_forgets_what_was_undone(tmp_path: Path) -> None:
    bitext = samples.lighthouse()
    with create(tmp_path / "a.duizhao", bitext) as project:
        project.apply(merged(bitext, 1), "merge")
        project.apply(confirmed(project.bitext, 0), "confirm")
        project.undo()
        project.undo()
        project.apply(confirmed(bitext, 2), "confirm another")
        assert not project.can_redo
        assert project.undo_label == "confirm another"


def test_a_change_of_another_state_is_refused_and_changes_nothing(tmp_path: Path) -> None:
    bitext = samples.lighthouse()
    with create(tmp_path / "a.duizhao", bitext) as project:
        change = merged(bitext, 1)
        edited = project.apply(change, "merge")
        with pytest.raises(ValueError, match="another state"):
            project.apply(change, "merge")
        assert project.bitext == edited


def test_the_cursor_comes_back(tmp_path: Path) -> None:
    with create(tmp_path / "a.duizhao", samples.lighthouse()) as project:
        assert project.cursor == 0
        project.cursor = 4
    with open_project(tmp_path / "a.duizhao") as project:
        assert project.cursor == 4


def test_a_place_beyond_the_end_is_the_last_one(tmp_path: Path) -> None:
    with create(tmp_path / "a.duizhao", samples.lighthouse()) as project:
        project.cursor = 400
        assert project.cursor == 5
        project.cursor = -3
        assert project.cursor == 0


def test_the_cursor_is_written_with_each_edit(tmp_path: Path) -> None:
    path = tmp_path / "a.duizhao"
    with create(path, samples.lighthouse()) as project:
        project.cursor = 2
        project.apply(confirmed(project.bitext, 2), "confirm")
        with open_project(path) as other:
            assert other.cursor == 2


def test_all_that_an_article_holds_comes_back(tmp_path: Path) -> None:
    bitext = samples.lighthouse(level="paragraph")
    article = replace(
        bitext.article,
        markup=(Markup("<br>", 3, 7, "\n"), Markup("**\ud800", 9, 11, source=1)),
        sources=("一.txt", "\udcff.txt"),
        encodings=("big5hkscs", "utf-16"),
        script_share=0.1 + 0.2,
        left_out=(("deletion", 2), ("comment", 1)),
    )
    bitext = replace(bitext, article=article)
    create(tmp_path / "a.duizhao", bitext).close()
    with open_project(tmp_path / "a.duizhao") as project:
        assert project.bitext == bitext


def test_nothing_at_all_is_a_project_too(tmp_path: Path) -> None:
    bitext = Bitext(samples.article([], []), (), "sentence", "toy")
    create(tmp_path / "a.duizhao", bitext).close()
    with open_project(tmp_path / "a.duizhao") as project:
        assert project.count == project.cursor == 0
        assert project.read_pairs(0, 50) == []
        assert project.bitext == bitext
        assert project.undo() is project.redo() is None


def test_texts_that_are_a_sentence_are_held_once(tmp_path: Path) -> None:
    create(tmp_path / "a.duizhao", samples.lighthouse()).close()
    with open_project(tmp_path / "a.duizhao") as project:
        bitext = project.load()
    assert bitext.pairs[0].zh_text is bitext.article.zh.sentences[0].text


def test_another_program_can_read_the_texts(tmp_path: Path) -> None:
    create(tmp_path / "a.duizhao", samples.lighthouse()).close()
    with sqlite3.connect(tmp_path / "a.duizhao") as database:
        rows = database.execute("SELECT text FROM sentence WHERE side = 'zh' ORDER BY number")
        assert next(rows) == ("燈塔亮了。",)
        rows.close()
    database.close()


def test_a_glimpse_shows_any_stretch_before_and_after_loading(tmp_path: Path) -> None:
    bitext = samples.lighthouse()
    create(tmp_path / "a.duizhao", bitext).close()
    with open_project(tmp_path / "a.duizhao") as project:
        stretches = [(first, last) for first in range(-2, 8) for last in range(-2, 9)]
        before = [project.read_pairs(first, last) for first, last in stretches]
        project.load()
        assert before == [project.read_pairs(first, last) for first, last in stretches]
        assert before == [list(bitext.pairs[max(0, a) : max(0, b)]) for a, b in stretches]


def test_it_loads_in_one_thread_while_another_looks(tmp_path: Path) -> None:
    bitext = samples.book([(1, 1, 0.9, 5)] * 3000)
    create(tmp_path / "a.duizhao", bitext).close()
    with open_project(tmp_path / "a.duizhao") as project:
        loading = threading.Thread(target=project.load)
        loading.start()
        while loading.is_alive():
            assert project.read_pairs(100, 140) == list(bitext.pairs[100:140])
            project.cursor = 120
            project.save_cursor()
        loading.join()
        assert project.bitext == bitext
    assert gc.isenabled()


def test_closing_waits_for_loading(tmp_path: Path) -> None:
    bitext = samples.book([(1, 1, 0.9, 5)] * 3000)
    create(tmp_path / "a.duizhao", bitext).close()
    project = open_project(tmp_path / "a.duizhao")
    loaded: list[Bitext] = []
    loading = threading.Thread(target=lambda: loaded.append(project.load()))
    loading.start()
    while not project._loading.locked() and loading.is_alive():
        pass
    project.close()
    loading.join()
    assert loaded == [bitext]


def test_an_empty_change_is_no_edit(tmp_path: Path) -> None:
    with create(tmp_path / "a.duizhao", samples.lighthouse()) as project:
        project.apply(Change(), "nothing")
        assert not project.can_undo


def test_settings_stay(tmp_path: Path) -> None:
    with create(tmp_path / "a.duizhao", samples.lighthouse()) as project:
        assert project.setting("ambiguous width") is None
        project.set_setting("ambiguous width", "2")
        project.set_setting("theme", "暗\ud800")
        project.set_setting("ambiguous width", None)
    with open_project(tmp_path / "a.duizhao") as project:
        assert project.setting("ambiguous width") is None
        assert project.setting("theme") == "暗\ud800"


def test_pairs_go_in_at_the_same_place_without_end(tmp_path: Path) -> None:
    with create(tmp_path / "a.duizhao", samples.lighthouse()) as project:
        new = samples.one_pair("新", "new").pairs
        for number in range(150):
            text = replace(new[0], zh=(), en=(), note=str(number))
            project.apply(Change((Hunk(2 + number % 2, (), (text,)),)), "insert")
        bitext = project.bitext
    with open_project(tmp_path / "a.duizhao") as project:
        assert project.bitext == bitext


def test_a_hundred_edits_undo_in_another_sitting(tmp_path: Path) -> None:
    bitext = samples.lighthouse()
    with create(tmp_path / "a.duizhao", bitext) as project:
        for number in range(100):
            project.apply(noted(project.bitext, number % 6, str(number)), f"note {number}")
    with open_project(tmp_path / "a.duizhao") as project:
        assert [step.label for step in iter(project.undo, None)] == [
            f"note {number}" for number in reversed(range(100))
        ]
        assert project.bitext == bitext


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 2**32), doing=st.lists(st.sampled_from("eeeuurs"), max_size=25))
def test_edits_undo_and_redo_commute_with_save_and_load(seed: int, doing: list[str]) -> None:
    chance = random.Random(seed)
    bitext = samples.lighthouse()
    done, undone = [bitext], list[Bitext]()
    with TemporaryDirectory() as folder:
        project = create(Path(folder) / "a.duizhao", bitext)
        try:
            for what in doing:
                if what == "e":
                    change = any_change(done[-1], chance)
                    project.apply(change, what)
                    if change:
                        done.append(change(done[-1]))
                        undone.clear()
                elif what == "u":
                    step = project.undo()
                    assert (step is not None) == (len(done) > 1)
                    if step is not None:
                        assert step.change(done[-1]) == done[-2]
                        undone.append(done.pop())
                elif what == "r":
                    step = project.redo()
                    assert (step is not None) == bool(undone)
                    if step is not None:
                        assert step.change(done[-1]) == undone[-1]
                        done.append(undone.pop())
                else:
                    project.close()
                    project = open_project(project.path)
                    assert project.read_pairs(0, 1000) == list(done[-1].pairs)
                assert project.bitext == done[-1]
        finally:
            project.close()


def test_a_project_that_was_moved_away_takes_no_edit(tmp_path: Path) -> None:
    path = tmp_path / "a.duizhao"
    with create(path, samples.lighthouse()) as project:
        path.rename(tmp_path / "b.duizhao")
        with pytest.raises(UnwritableOutput, match="moved or deleted"):
            project.apply(confirmed(project.bitext, 0), "confirm")
        assert project.bitext == samples.lighthouse()
        (tmp_path / "b.duizhao").rename(path)
        project.apply(confirmed(project.bitext, 0), "confirm")
        assert project.can_undo


def test_no_project_is_made_where_something_stands(tmp_path: Path) -> None:
    path = tmp_path / "a.duizhao"
    create(path, samples.lighthouse()).close()
    before = path.read_bytes()
    with pytest.raises(UnwritableOutput, match="there already"):
        create(path, samples.one_pair("一", "one"))
    (tmp_path / "link.duizhao").symlink_to("nowhere")
    with pytest.raises(UnwritableOutput, match="there already"):
        create(tmp_path / "link.duizhao", samples.lighthouse())
    assert path.read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.duizhao", "link.duizhao"]


@pytest.mark.parametrize("name", ["none/a.duizhao", "a\0b", "x" * 300])
def test_a_project_that_cannot_be_made_is_explained(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnwritableOutput, match="could not be written"):
        create(tmp_path / name, samples.lighthouse())
    assert list(tmp_path.iterdir()) == []


def test_what_a_deleted_project_left_behind_is_not_taken_for_edits(tmp_path: Path) -> None:
    path = tmp_path / "a.duizhao"
    project = create(path, samples.lighthouse())
    project.apply(confirmed(project.bitext, 0), "confirm")
    log = (tmp_path / "a.duizhao-wal").read_bytes()
    project.close()
    path.unlink()
    (tmp_path / "a.duizhao-wal").write_bytes(log)
    with create(path, samples.lighthouse()) as project:
        assert not project.can_undo
    with open_project(path) as project:
        assert project.bitext == samples.lighthouse()


def test_a_project_is_one_file_once_it_is_closed(tmp_path: Path) -> None:
    with create(tmp_path / "a.duizhao", samples.lighthouse()) as project:
        project.apply(confirmed(project.bitext, 0), "confirm")
    assert [p.name for p in tmp_path.iterdir()] == ["a.duizhao"]
