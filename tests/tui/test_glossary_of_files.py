"""The glossary screen over many files: what is decided is kept, a term's places are shown."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.widgets import OptionList, Static

from aligner import terms
from aligner.term import Term
from aligner.terms import Entry, TextPair, open_glossary, read_glossary
from tests.commands import PATIENCE
from tests.tui.driving import Sitting
from tui.dialogs.pair_place import PairPlace
from tui.dialogs.term_places import TermPlaces
from tui.glossary import GlossaryScreen
from tui.glossary_app import GlossaryApp
from tui.glossary_session import GlossarySession, TermFile
from tui.keymap import read_keymap
from tui.settings import Settings
from tui.words import ScreenLanguage, Words

ONE: list[TextPair] = [
    ("燈塔很高。", "The lighthouse is tall."),
    ("守塔人走了。", "The keeper left."),
]
TWO: list[TextPair] = [
    ("他住在城裡。", "He lives in the town."),
    ("燈塔亮了。", "The beacon was lit."),
    ("兩座燈塔。", "Two lighthouses."),
]
ENTRIES = [
    Entry("燈塔", "lighthouse", en_variants=(terms.Variant("beacon"),), score=0.9, count=3),
    Entry("守塔人", "keeper", score=0.8, count=1),
]


@pytest.fixture(autouse=True)
def mined(monkeypatch: pytest.MonkeyPatch) -> None:
    def mine(pairs: list[TextPair], progress: Callable[[str, int, int], None]) -> list[Entry]:
        progress("looking for terms", 1, 2)
        assert list(pairs) == [*ONE, *TWO]
        return ENTRIES

    monkeypatch.setattr(terms, "mine", mine)


class Desk(Sitting):
    """The hands and eyes of a sitting, at a glossary."""

    @property
    def glossary(self) -> GlossaryScreen:
        return next(s for s in self.app.screen_stack if isinstance(s, GlossaryScreen))

    @property
    def message(self) -> str:
        return str(self.glossary.query_one("#message", Static).content)


def sit(
    folder: Path,
    script: Callable[[Desk], Awaitable[None]],
    *,
    language: ScreenLanguage = "en",
    name: str = "client.tsv",
    min_count: int = 1,
) -> GlossarySession:
    files = [TermFile(folder / "one.tmx", ONE), TermFile(folder / "two.tmx", TWO)]
    session = GlossarySession(open_glossary(folder / name), files)
    settings = Settings(words=Words(language), keymap=read_keymap(None))

    async def run() -> GlossaryApp:
        app = GlossaryApp(session, settings, min_count=min_count)
        async with app.run_test(size=(80, 24)) as pilot:
            desk = Desk(app, pilot, session)  # type: ignore[arg-type]
            await desk.until(lambda: not desk.glossary.terms.is_mining)
            await script(desk)
        return app

    app = asyncio.run(asyncio.wait_for(run(), PATIENCE))
    if app.fault is not None:
        raise app.fault
    return session


def test_what_is_turned_down_stays_so(tmp_path: Path) -> None:
    async def first(at: Desk) -> None:
        await at.press("down", "X")

    async def second(at: Desk) -> None:
        assert [one.status for one in at.glossary.terms.term_list.rows] == ["open", "rejected"]

    sit(tmp_path, first)
    assert [file.name for file in tmp_path.iterdir()] == ["client.tsv.decisions.json"]
    sit(tmp_path, second)


@pytest.mark.parametrize("name", ["client.tsv", "client.tbx", "client.xlsx"])
def test_the_glossary_is_saved_in_its_form(tmp_path: Path, name: str) -> None:
    async def script(at: Desk) -> None:
        await at.press("a", "ctrl+s", "enter")
        assert name in at.message

    sit(tmp_path, script, name=name)
    assert [(e.zh, e.en) for e in read_glossary(tmp_path / name)] == [("燈塔", "lighthouse")]


def test_undo_and_redo_are_kept_too(tmp_path: Path) -> None:
    async def script(at: Desk) -> None:
        await at.press("a", "a", "ctrl+z")
        assert len(open_glossary(tmp_path / "client.tsv").terms) == 1
        await at.press("ctrl+y")
        assert len(open_glossary(tmp_path / "client.tsv").terms) == 2
        await at.press("ctrl+z", "ctrl+z", "ctrl+z")
        assert at.message == "There is nothing to undo."

    session = sit(tmp_path, script)
    assert session.bitext.terms == ()
    assert open_glossary(tmp_path / "client.tsv").terms == ()


def test_a_rendering_is_taken_and_what_is_to_be_changed_is_written(tmp_path: Path) -> None:
    async def script(at: Desk) -> None:
        await at.press("enter")
        await at.until(lambda: isinstance(at.top, TermPlaces))
        assert "3 places, 0 to be changed" in at.seen()
        assert "two.tmx 2" in at.seen()
        await at.press("w")
        assert at.message == "No place is to be changed."
        await at.press("enter")
        await at.until(lambda: isinstance(at.top, TermPlaces))
        await at.press("enter")
        assert "3 places, 1 to be changed" in at.seen()
        assert "≠ beacon" in at.seen()
        await at.press("w", "enter")
        assert "client.places.tsv" in at.message

    session = sit(tmp_path, script)
    assert session.bitext.terms == (Term("燈塔", "lighthouse", en_variants=("lighthouses",)),) or (
        session.bitext.terms == (Term("燈塔", "lighthouse"),)
    )
    written = (tmp_path / "client.places.tsv").read_text(encoding="utf-8").splitlines()
    assert written[1:] == ["two.tmx 2\tbeacon\t燈塔亮了。\tThe beacon was lit."]


def test_a_place_in_a_file_is_shown_among_its_neighbours_and_left_for_the_places(
    tmp_path: Path,
) -> None:
    async def script(at: Desk) -> None:
        await at.press("enter")
        await at.until(lambda: isinstance(at.top, TermPlaces))
        await at.press("end")
        place = at.top.query_one(OptionList).highlighted
        await at.press("enter")
        assert isinstance(at.top, PairPlace)
        assert "Pair 2 of two.tmx" in at.seen()
        for text in ("他住在城裡。", "> ", "Two lighthouses.", "duizhao review"):
            assert text in at.seen()
        assert "守塔人" not in at.seen()  # that is another file
        await at.press("up", "q")
        await at.until(lambda: isinstance(at.top, TermPlaces))
        assert at.top.query_one(OptionList).highlighted == place
        await at.press("escape")
        assert at.app.screen is at.glossary
        await at.press("q")
        assert not at.app.is_running

    sit(tmp_path, script)


def test_a_floor_leaves_out_what_is_rare_but_not_what_was_decided(tmp_path: Path) -> None:
    async def script(at: Desk) -> None:
        assert [one.term.zh for one in at.glossary.terms.term_list.rows] == ["燈塔"]
        assert "seen in 3 pairs or more" in at.seen()
        await at.press("n", "backspace", "x", "enter")
        assert at.message == "x is no number from 1 up."
        await at.press("n", "backspace", "1", "enter", "down", "a", "n", "backspace", "2", "enter")
        assert [one.term.zh for one in at.glossary.terms.term_list.rows] == ["燈塔", "守塔人"]

    sit(tmp_path, script, min_count=3)


def test_names_and_terms_with_several_renderings_are_shown_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = Entry("林鋒", "Lin Feng", score=0.9, count=2, part_of_speech="proper noun")
    monkeypatch.setattr(terms, "mine", lambda pairs, progress: [*ENTRIES, name])

    async def script(at: Desk) -> None:
        def rows() -> list[str]:
            return [one.term.zh for one in at.glossary.terms.term_list.rows]

        await at.press("f", "end", "enter")
        assert rows() == ["燈塔"]
        await at.press("a")
        assert rows() == ["燈塔"]
        await at.press("f", "end", "up", "enter")
        assert rows() == ["林鋒"]
        await at.press("f", "home", "enter")
        assert rows() == ["燈塔", "守塔人", "林鋒"]

    sit(tmp_path, script)


def test_a_term_is_added_by_hand_and_one_without_words_is_refused(tmp_path: Path) -> None:
    async def script(at: Desk) -> None:
        await at.press("i", "鐘", "tab", *"clock", "enter")
        assert at.glossary.terms.term_list.chosen is not None
        assert at.glossary.terms.term_list.chosen.term == Term("鐘", "clock")
        await at.press("i", "鐘", "enter")
        assert at.message == "A term needs words in both languages."

    sit(tmp_path, script)


def test_a_decision_that_cannot_be_kept_is_not_made(tmp_path: Path) -> None:
    (tmp_path / "client.tsv.decisions.json").mkdir()

    async def script(at: Desk) -> None:
        await at.press("a")
        assert at.message.endswith(".")

    with pytest.raises(Exception, match=r"decisions\.json"):
        sit(tmp_path, script)


@pytest.mark.parametrize("language", ["zh-Hant", "zh-Hans"])
def test_places_in_chinese(tmp_path: Path, language: ScreenLanguage) -> None:
    async def script(at: Desk) -> None:
        await at.press("enter")
        await at.until(lambda: isinstance(at.top, TermPlaces))
        assert "Enter" in at.seen()
        assert "places" not in at.seen()

    sit(tmp_path, script, language=language)
