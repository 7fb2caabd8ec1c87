"""From the glossary over many files into a project and back; what is said and seen on the way."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.widgets import OptionList

from aligner import terms
from aligner.edits import exclude
from aligner.project import create, open_project
from aligner.settings import Value
from aligner.terms import Entry, TextPair, open_glossary
from tests.commands import PATIENCE
from tests.samples import lighthouse
from tests.tui.test_glossary_of_files import Desk
from tui.dialogs.term_places import TermPlaces
from tui.glossary_app import GlossaryApp
from tui.glossary_session import GlossarySession, TermFile
from tui.keymap import read_keymap
from tui.screen import ReviewScreen
from tui.session import open_places
from tui.settings import Settings
from tui.words import Words

MEMORY: list[TextPair] = [("海黑了。", "The sea went dark.")]
WANTED = ("海", "sea")


@pytest.fixture(autouse=True)
def mined(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [Entry("霧", "fog", score=0.9, count=1), Entry(*WANTED, score=0.8, count=2)]
    monkeypatch.setattr(terms, "mine", lambda pairs, progress: found)


def sit(
    folder: Path,
    script: Callable[[Desk], Awaitable[None]],
    kept: dict[str, Value] | None = None,
) -> None:
    """Sit at the glossary of a memory and a project."""
    path = folder / "article.txt.duizhao"
    with create(path, lighthouse()) as project:
        bitext = project.bitext
        texts = [bitext.pairs[at].texts for at in open_places(bitext)]
    files = [TermFile(folder / "old.tmx", MEMORY), TermFile(path, texts)]
    session = GlossarySession(open_glossary(folder / "names.tsv"), files)
    settings = Settings(
        words=Words("en"),
        keymap=read_keymap(None),
        keep=lambda name, value: (kept if kept is not None else {}).update({name: value}),
    )

    async def run() -> GlossaryApp:
        app = GlossaryApp(session, settings)
        async with app.run_test(size=(100, 30)) as pilot:
            desk = Desk(app, pilot, session)  # type: ignore[arg-type]
            await desk.until(lambda: not desk.glossary.terms.is_mining)
            await script(desk)
        return app

    app = asyncio.run(asyncio.wait_for(run(), PATIENCE))
    if app.fault is not None:
        raise app.fault


def review_of(at: Desk) -> ReviewScreen:
    assert isinstance(at.top, ReviewScreen)
    return at.top


async def places(at: Desk) -> OptionList:
    await at.until(lambda: isinstance(at.top, TermPlaces))
    return at.top.query_one(OptionList)


async def into_the_project(at: Desk) -> ReviewScreen:
    """Go to the last place of the second term, which is in the project."""
    await at.press("down", "enter")
    await places(at)
    await at.press("end", "enter")
    await at.until(lambda: isinstance(at.top, ReviewScreen))
    review = review_of(at)
    await at.until(lambda: review.review.session.is_ready)
    return review


@pytest.mark.parametrize("key", ["q", "escape", "ctrl+q"])
def test_a_place_in_a_project_is_reviewed_there_and_left_for_the_places(
    tmp_path: Path, key: str
) -> None:
    async def script(at: Desk) -> None:
        review = await into_the_project(at)
        pair = review.review.session.pair
        assert pair is not None
        assert "海" in pair.zh_text
        await at.press("M")  # an edit, which is in the project at once
        await at.press(key)
        listed = await places(at)
        assert listed.highlighted
        assert "article.txt.duizhao" in at.seen()
        await at.press("escape")
        chosen = at.glossary.terms.term_list.chosen
        assert chosen is not None
        assert (chosen.term.zh, chosen.term.en) == WANTED
        await at.press("a")  # what is decided here is decided as before

    sit(tmp_path, script)
    with open_project(tmp_path / "article.txt.duizhao") as project:
        assert project.undo() is not None
    assert [term.zh for term in open_glossary(tmp_path / "names.tsv").terms] == ["海"]


def test_what_was_edited_there_is_what_the_places_show(tmp_path: Path) -> None:
    async def script(at: Desk) -> None:
        before = len(at.glossary.terms.session.text_pairs())
        await into_the_project(at)
        await at.press("X", "q")
        await places(at)
        assert len(at.glossary.terms.session.text_pairs()) == before - 1
        assert "article.txt.duizhao" not in at.seen()
        assert "old.tmx 1" in at.seen()

    sit(tmp_path, script)


def test_a_project_that_was_edited_since_is_opened_at_the_same_texts(tmp_path: Path) -> None:
    async def script(at: Desk) -> None:
        with open_project(tmp_path / "article.txt.duizhao") as project:
            project.apply(exclude(project.bitext, 0), "exclude")
        review = await into_the_project(at)
        pair = review.review.session.pair
        assert pair is not None
        assert "海" in pair.zh_text

    sit(tmp_path, script)


def test_a_project_that_is_gone_is_told_of(tmp_path: Path) -> None:
    async def script(at: Desk) -> None:
        (tmp_path / "article.txt.duizhao").unlink()
        await at.press("down", "enter")
        await places(at)
        await at.press("end", "enter")
        await at.until(lambda: "article.txt.duizhao" in at.message and "Opening" not in at.message)
        assert at.top is at.glossary

    sit(tmp_path, script)


def test_the_language_changes_on_all_screens_at_once_and_is_kept(tmp_path: Path) -> None:
    kept: dict[str, Value] = {}

    async def script(at: Desk) -> None:
        review = await into_the_project(at)
        assert "quit" in at.seen()
        await at.press("L")
        assert "正體中文" in at.seen()
        await at.press("down", "enter")
        await at.until(lambda: kept == {"language": "zh-TW"})
        assert "離開" in at.seen()
        assert "quit" not in at.seen()
        assert "語言：正體中文" in at.seen()
        assert review.review.words.language == "zh-Hant"
        await at.press("q")
        await places(at)
        assert "W 寫出" in at.seen()
        await at.press("escape")
        assert "待裁定" in at.seen()
        assert "accept" not in at.seen()
        await at.press("L", "down", "enter")
        assert "导出" in at.seen()
        await at.until(lambda: kept == {"language": "zh-CN"})

    sit(tmp_path, script, kept)


def test_the_colours_change_in_the_glossary_as_in_the_review(tmp_path: Path) -> None:
    kept: dict[str, Value] = {}

    async def script(at: Desk) -> None:
        assert at.app.current_theme.dark
        await at.press("f11")
        await at.until(lambda: kept == {"theme": "light"})
        assert not at.app.current_theme.dark
        await at.press("T", "down", "enter")
        await at.until(lambda: kept["theme"] != "light")
        assert "Colours:" in at.message

    sit(tmp_path, script, kept)
