"""Screens as plain text, kept in `tests/golden`, and compared with what is drawn now.

A line is as long as the terminal is wide; a bar marks its end. The colours of a screen are kept as
a letter a cell, and what each letter is in every theme. When a screen is meant to look otherwise,
the files are written anew by

    DUIZHAO_GOLDEN=write python -m pytest tests/tui/test_golden.py tests/tui/test_golden_dialogs.py

and what changed is read in `git diff` before it is kept.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from string import ascii_letters, digits

import pytest
from rich.segment import Segment
from rich.style import Style

import aligner.explain
from aligner.bitext import Bitext
from aligner.cells import width
from aligner.explain import Explanation, Length, Mark, Meaning, TokenMatch

FOLDER = Path(__file__).parent.parent / "golden"
_LETTERS = "." + ascii_letters + digits
"""The first stands for what most cells look like."""


def compare(name: str, lines: Sequence[str], columns: int) -> None:
    """Compare a screen with the one that is kept under a name, line by line."""
    assert {width(line) for line in lines} == {columns}
    _compare_lines(name, [f"{line}|" for line in lines])


def compare_colours(name: str, screens: Mapping[str, Sequence[Sequence[Segment]]]) -> None:
    """Compare how the cells of one screen look in several themes with what is kept."""
    cells = [_looks(screen) for screen in screens.values()]
    rows = [list(zip(*row, strict=True)) for row in zip(*cells, strict=True)]
    counts: dict[tuple[str, ...], int] = {}
    for row in rows:
        for look in row:
            counts[look] = counts.get(look, 0) + 1
    looks = sorted(counts, key=lambda look: -counts[look])
    letters = dict(zip(looks, _LETTERS, strict=False))
    legend = []
    for look, letter in letters.items():
        themes = (f"{theme}: {one}" for theme, one in zip(screens, look, strict=True))
        legend.append(f"{letter} {' | '.join(themes)}")
    _compare_lines(name, ["".join(letters[look] for look in row) for row in rows] + legend)


def _looks(screen: Sequence[Sequence[Segment]]) -> list[list[str]]:
    """Return how each cell of a screen looks, in words."""
    return [
        [_named(part.style) for part in row if not part.control for _ in range(part.cell_length)]
        for row in screen
    ]


def _named(style: Style | None) -> str:
    """Return a style in words: ink, ground and what letters are like."""
    if style is None:
        return "plain"
    ink, ground = (
        colour.name if colour is not None else "default" for colour in (style.color, style.bgcolor)
    )
    like = [
        name
        for name in ("bold", "dim", "italic", "underline", "reverse", "strike")
        if getattr(style, name)
    ]
    return " ".join([ink, "on", ground, *like])


def _compare_lines(name: str, drawn: list[str]) -> None:
    path = FOLDER / f"{name}.txt"
    if os.environ.get("DUIZHAO_GOLDEN") == "write":
        path.write_text("\n".join(drawn) + "\n", encoding="utf-8")
    assert drawn == path.read_text(encoding="utf-8").splitlines()


def explain_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    """Say the same of every pair, so that no picture hangs on the weights of the model."""
    monkeypatch.setattr(aligner.explain, "explain", _told)
    monkeypatch.setattr(
        aligner.explain, "token_matches", lambda *_: [TokenMatch((0, 1), (0, 3), 1.0)]
    )
    monkeypatch.setattr(aligner.explain, "alternative_of", lambda *_: None)
    monkeypatch.setattr("tui.screen.prepare_realigning", lambda _: None)


def _told(bitext: Bitext, place: int, **_: object) -> Explanation:
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
