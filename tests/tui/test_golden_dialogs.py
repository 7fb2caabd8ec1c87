"""How every dialog looks, and the glossary screen: 80 x 24 cells, in both languages."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.command import CommandList
from textual.widgets import Input

from aligner import edits, terms
from aligner.bitext import Bitext
from aligner.opening import NewVersion
from aligner.project import Project, create
from aligner.term import Term
from aligner.terms import Entry, Example, Variant
from tests.samples import lighthouse
from tests.tui.driving import Sitting, sit
from tests.tui.golden import compare, explain_alike
from tests.tui.test_newer import opened
from tests.tui.test_returned import sent_back
from tui.dialogs.newer import AskNewer
from tui.dialogs.term_places import TermPlaces
from tui.glossary import GlossaryScreen
from tui.words import ScreenLanguage

LANGUAGES: tuple[ScreenLanguage, ...] = ("en", "zh-Hant")
ENTRIES = [
    Entry(
        "燈塔",
        "lamp",
        (Variant("灯塔", 1),),
        score=0.9,
        count=3,
        examples=(Example("燈塔亮了。", "The lamp was lit.", (0, 2), (4, 8), 0),),
    ),
    Entry("守塔人", "keeper", score=0.8, count=2),
    Entry("貓", "cat", score=0.4, count=1),
]


async def press(at: Sitting, *keys: str) -> None:
    await at.explained()
    await at.press(*keys)


async def go_to(at: Sitting) -> None:
    await press(at, "g")
    await at.until(lambda: "↑↓" in at.seen())


async def search(at: Sitting) -> None:
    await press(at, "/")
    await at.write("fog")


async def export(at: Sitting) -> None:
    await press(at, "ctrl+s")
    at.top.query_one("#path", Input).value = "lamp.tmx"
    await at.until(lambda: "4 units" in at.seen() or "4 個單元" in at.seen())


async def overwriting(at: Sitting) -> None:
    Path("lamp.tmx").touch()
    await export(at)
    await at.press("enter")


async def palette(at: Sitting) -> None:
    await press(at, "ctrl+p")
    await at.until(lambda: at.top.query_one(CommandList).option_count)


async def returned(at: Sitting) -> None:
    await press(at, "R")
    await at.paste(str(sent_back(Path.cwd(), at.bitext)))
    await at.press("enter")


async def newer(at: Sitting) -> None:
    await at.until(lambda: isinstance(at.top, AskNewer))


async def glossary(at: Sitting, *keys: str) -> None:
    await press(at, "G")
    await at.until(
        lambda: isinstance(at.top, GlossaryScreen) and len(at.top.terms.term_list.rows) == 3
    )
    await at.press(*keys)


async def term_places(at: Sitting) -> None:
    await glossary(at, "enter")
    await at.until(lambda: isinstance(at.top, TermPlaces) and "lamp was lit" in at.seen())


async def term_export(at: Sitting) -> None:
    await glossary(at, "a", "ctrl+s")
    at.top.query_one(Input).value = "lamp.tbx"
    await at.settle()


def keys(*pressed: str) -> Callable[[Sitting], Awaitable[None]]:
    return lambda at: press(at, *pressed)


def glossary_keys(*pressed: str) -> Callable[[Sitting], Awaitable[None]]:
    return lambda at: glossary(at, *pressed)


SCENES: dict[str, Callable[[Sitting], Awaitable[None]]] = {
    "newer": newer,
    "go-to": go_to,
    "search": search,
    "note": keys("c"),
    "filter": keys("f"),
    "themes": keys("T"),
    "concordance": keys("C"),
    "help": keys("?"),
    "palette": palette,
    "leaving": keys("q"),
    "export": export,
    "overwriting": overwriting,
    "returned": returned,
    "glossary": glossary,
    "term-form": glossary_keys("e"),
    "term-new": glossary_keys("i"),
    "term-places": term_places,
    "term-filter": glossary_keys("f"),
    "term-floor": glossary_keys("n"),
    "term-export": term_export,
    "term-help": glossary_keys("?"),
}
DIALOGS = {f"{name}-{language}" for name in SCENES for language in LANGUAGES}


def with_terms() -> Bitext:
    bitext = lighthouse()
    return edits.decide(bitext, Term("守塔人", "keeper"))(bitext)


def subject(name: str, folder: Path) -> tuple[Project, NewVersion | None]:
    """Return what a scene is played with."""
    if name == "newer":
        found = opened(folder)
        return found.project, found.newer
    return create(folder / "lamp.duizhao", with_terms()), None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SCENES)
def test_a_dialog_looks_as_it_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, language: ScreenLanguage
) -> None:
    monkeypatch.setattr(terms, "mine", lambda *_, **__: ENTRIES)
    explain_alike(monkeypatch)
    monkeypatch.setattr(
        "aligner.settings.config_file", lambda: Path("~/.config/duizhao/config.toml"), raising=False
    )
    monkeypatch.chdir(tmp_path)

    async def script(at: Sitting) -> None:
        await SCENES[name](at)
        await at.resize(81, 24)  # drawn anew, all of it
        await at.resize(80, 24)
        compare(f"{name}-{language}", at.lines(), 80)

    project, new = subject(name, tmp_path)
    sit(project, script, language=language, newer=new)
