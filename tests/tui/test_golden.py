"""How the screen looks, as plain text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest

import aligner.explain
from aligner.bitext import Bitext
from aligner.cells import set_ambiguous_width
from aligner.edits import annotate, confirm, exclude, mark_for_review
from aligner.explain import Explanation, Length, Mark, Meaning, TokenMatch
from aligner.project import create
from tests.samples import lighthouse
from tests.tui.driving import Sitting, sit
from tests.tui.golden import FOLDER, compare
from tui.words import ScreenLanguage


@dataclass(frozen=True, slots=True)
class Picture:
    """How a screen comes about."""

    size: tuple[int, int] = (80, 24)
    language: ScreenLanguage = "en"
    keys: Sequence[str] = ()
    is_plain: bool = False
    ambiguous: Literal[1, 2] = 1


WIDE, SMALL = (100, 30), (44, 12)
PICTURES = {
    "first": Picture(),
    "wide": Picture(WIDE, keys=("n",)),
    "small": Picture(SMALL, keys=("n",)),
    "traditional": Picture(language="zh-Hant", keys=("n",)),
    "simplified": Picture(language="zh-Hans", keys=("n",)),
    "traditional-small": Picture(SMALL, language="zh-Hant"),
    "ascii": Picture(is_plain=True, keys=("n",)),
    "ambiguous-wide": Picture(is_plain=True, ambiguous=2, keys=("n",)),
    "split": Picture(keys=("down", "s")),
    "edit": Picture(keys=("n", "e")),
    "edit-small": Picture(SMALL, language="zh-Hant", keys=("n", "e")),
    "help": Picture(WIDE, keys=("?",)),
    "help-traditional": Picture(language="zh-Hant", keys=("?",)),
    "filter": Picture(keys=("f",)),
    "export": Picture(keys=("ctrl+s",)),
    "leaving": Picture(language="zh-Hans", keys=("q",)),
}


def told(bitext: Bitext, place: int, **_: object) -> Explanation:
    """Say the same of every pair, so that no picture hangs on the weights of the model."""
    pair = bitext.pairs[place]
    return Explanation(
        place=place,
        confidence=pair.confidence,
        shape=(len(pair.zh), len(pair.en)),
        meaning=Meaning(0.5, 0.5, 0.9, 0.9),
        length=Length(10, 30, 3.0),
        zh_marks=(Mark("number", "九", 0, 1, True),),
        en_marks=(Mark("name", "Fog", 1, 4, False),),
        moves=(),
        moved_to=None,
    )


def decided() -> Bitext:
    bitext = lighthouse()
    bitext = confirm(bitext, 0)(bitext)
    bitext = annotate(bitext, 1, "原文如此 sic")(bitext)
    bitext = exclude(bitext, 3)(bitext)
    return mark_for_review(bitext, 5)(bitext)


@pytest.mark.parametrize("name", PICTURES)
def test_a_screen_looks_as_it_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    picture = PICTURES[name]
    monkeypatch.setattr(aligner.explain, "explain", told)
    monkeypatch.setattr(
        aligner.explain, "token_matches", lambda *_: [TokenMatch((0, 1), (0, 3), 1.0)]
    )
    monkeypatch.setattr("tui.screen.prepare_realigning", lambda _: None)
    monkeypatch.setattr(
        "aligner.settings.config_file", lambda: Path("~/.config/duizhao/config.toml"), raising=False
    )

    async def script(at: Sitting) -> None:
        await at.explained()
        await at.press(*picture.keys)
        await at.explained()
        if name == "export":  # the path is another one each time
            from textual.widgets import Input

            at.top.query_one("#path", Input).value = "/texts/lamp.tmx"
            await at.until(lambda: "4 units" in at.seen())
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


def test_every_picture_that_is_kept_is_looked_at() -> None:
    assert {path.stem for path in FOLDER.glob("*.txt")} == set(PICTURES)
