"""How the screen looks, as plain text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest

from aligner.bitext import Bitext
from aligner.cells import set_ambiguous_width
from aligner.edits import annotate, confirm, exclude, mark_for_review
from aligner.project import create
from tests.samples import lighthouse
from tests.tui.driving import Sitting, sit
from tests.tui.garden import garden
from tests.tui.golden import FOLDER, compare, compare_colours, explain_alike
from tests.tui.test_golden_dialogs import DIALOGS
from tui.words import ScreenLanguage


@dataclass(frozen=True, slots=True)
class Picture:
    """How a screen comes about."""

    size: tuple[int, int] = (80, 24)
    language: ScreenLanguage = "en"
    keys: Sequence[str] = ()
    is_plain: bool = False
    ambiguous: Literal[1, 2] = 1


SMALL = (44, 12)
PICTURES = {
    "small": Picture(SMALL, keys=("n",)),
    "simplified": Picture(language="zh-Hans", keys=("n",)),
    "traditional-small": Picture(SMALL, language="zh-Hant"),
    "ambiguous-wide": Picture(is_plain=True, ambiguous=2, keys=("n",)),
    "split": Picture(keys=("down", "s")),
    "edit": Picture(keys=("n", "e")),
    "edit-small": Picture(SMALL, language="zh-Hant", keys=("n", "e")),
}
"""Of a short text: what the matrix below does not have."""
SIZES = ((80, 24), (120, 40), (200, 50))
LANGUAGES: tuple[ScreenLanguage, ...] = ("en", "zh-Hant")
THEMES = {"dark": "textual-dark", "light": "textual-light", "ansi": "ansi-dark"}


def decided() -> Bitext:
    bitext = lighthouse()
    bitext = confirm(bitext, 0)(bitext)
    bitext = annotate(bitext, 1, "原文如此 sic")(bitext)
    bitext = exclude(bitext, 3)(bitext)
    return mark_for_review(bitext, 5)(bitext)


@pytest.fixture(autouse=True)
def same_reasons(monkeypatch: pytest.MonkeyPatch) -> None:
    explain_alike(monkeypatch)


@pytest.mark.parametrize("name", PICTURES)
def test_a_screen_looks_as_it_is_kept(tmp_path: Path, name: str) -> None:
    picture = PICTURES[name]

    async def script(at: Sitting) -> None:
        await at.explained()
        await at.press(*picture.keys)
        await at.explained()
        await at.resize(picture.size[0] + 1, picture.size[1])  # drawn anew, all of it
        await at.resize(*picture.size)
        compare(name, at.lines(), picture.size[0])

    set_ambiguous_width(picture.ambiguous)
    try:
        project = create(tmp_path / "lamp.duizhao", decided())
        sit(
            project, script, language=picture.language, size=picture.size, is_plain=picture.is_plain
        )
    finally:
        set_ambiguous_width(1)


def named(size: tuple[int, int], language: ScreenLanguage, kind: str) -> str:
    return f"review-{size[0]}x{size[1]}-{language}-{kind}"


@pytest.mark.parametrize("is_plain", [False, True], ids=["signs", "ascii"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_list_looks_as_it_is_kept(
    tmp_path: Path, size: tuple[int, int], language: ScreenLanguage, is_plain: bool
) -> None:
    async def script(at: Sitting) -> None:
        await at.until(lambda: at.session.extent is not None)
        await at.choose(6)
        await at.explained()
        compare(named(size, language, "ascii" if is_plain else "signs"), at.lines(), size[0])
        if is_plain:
            return
        screens = {}
        for name, theme in THEMES.items():
            at.app.theme = theme
            await at.settle()
            screens[name] = [list(strip) for strip in at.strips()]
            assert at.lines() == ["".join(part.text for part in row) for row in screens[name]]
        compare_colours(named(size, language, "colours"), screens)

    project = create(tmp_path / "garden.duizhao", garden())
    sit(project, script, language=language, size=size, is_plain=is_plain)


def test_every_picture_that_is_kept_is_looked_at() -> None:
    matrix = {
        named(size, language, kind)
        for size in SIZES
        for language in LANGUAGES
        for kind in ("signs", "ascii", "colours")
    }
    assert {path.stem for path in FOLDER.glob("*.txt")} == {*PICTURES, *matrix, *DIALOGS}
