"""Taking in, on the screen, what a reviewer has sent back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from aligner import write
from aligner.bitext import Bitext
from aligner.project import create, open_project
from tests.samples import lighthouse
from tests.tui.driving import Sitting, sit
from tui.dialogs.returned import AskReturned


def sent_back(folder: Path, bitext: Bitext) -> Path:
    """Return a table in which the English of three pairs is another."""
    path = folder / "returned.docx"
    pairs = [
        replace(pair, en_text=f"Rendering {place}.") if place in (0, 1, 3) else pair
        for place, pair in enumerate(bitext.pairs)
    ]
    write(replace(bitext, pairs=tuple(pairs)), path)
    return path


async def begin(at: Sitting, path: Path) -> None:
    """Name the table on the screen."""
    await at.press("R")
    await at.paste(str(path))
    await at.press("enter")


def english(path: Path) -> list[str]:
    with open_project(path) as project:
        return [pair.en_text for pair in project.bitext.pairs]


def test_changes_are_taken_one_by_one_and_can_be_undone(tmp_path: Path) -> None:
    bitext = lighthouse()
    table = sent_back(tmp_path, bitext)

    async def script(at: Sitting) -> None:
        await begin(at, table)
        assert isinstance(at.top, AskReturned)
        await at.press("y")
        await at.press("n")
        await at.press("y")
        assert not isinstance(at.top, AskReturned)
        assert "Taken: 2 of 3" in at.message
        await at.press("ctrl+z")

    sit(create(tmp_path / "a.duizhao", bitext), script)
    now = english(tmp_path / "a.duizhao")
    assert now[0] == "Rendering 0."
    assert now[1:] == [pair.en_text for pair in bitext.pairs[1:]]


def test_the_rest_is_taken_at_once_and_esc_stops(tmp_path: Path) -> None:
    bitext = lighthouse()
    table = sent_back(tmp_path, bitext)

    async def script(at: Sitting) -> None:
        await begin(at, table)
        await at.press("n", "A")
        assert "Taken: 2 of 3" in at.message
        await begin(at, table)
        await at.press("escape")
        assert "Taken: 0 of 1" in at.message

    sit(create(tmp_path / "a.duizhao", bitext), script)
    now = english(tmp_path / "a.duizhao")
    assert [text.startswith("Rendering") for text in now[:4]] == [False, True, False, True]


def test_a_table_without_changes_and_one_that_is_none_are_told(tmp_path: Path) -> None:
    bitext = lighthouse()
    write(bitext, tmp_path / "same.docx")

    async def script(at: Sitting) -> None:
        await begin(at, tmp_path / "same.docx")
        assert "changes nothing" in at.message
        await begin(at, tmp_path / "missing.docx")
        assert "There is no file" in at.message

    sit(create(tmp_path / "a.duizhao", bitext), script)
