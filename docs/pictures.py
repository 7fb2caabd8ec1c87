"""Draw the pictures of the documents from what the program really shows.

Run it again after the output changes: `python docs/pictures.py`. It runs `duizhao align` as a
person would, in a terminal 100 cells wide, and the review screen without a terminal, presses keys
in it, and turns the coloured cells into SVG files.
"""

from __future__ import annotations

import asyncio
import io
import os
import pty
import subprocess
import sys
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Literal

from rich.console import Console
from rich.segment import Segment
from rich.terminal_theme import SVG_EXPORT_THEME
from rich.text import Text
from terminal_svg import Colours, draw

if TYPE_CHECKING:
    from aligner.alignment import Bead, Chart, Realigner
    from aligner.project import Project
    from tui import ReviewScreen

DOCS = Path(__file__).resolve().parent
SEEDS = DOCS.parent / "seeds"
COLUMNS, LINES = 100, 30
ROOMY, DENSE = (120, 36), (80, 24)
DARK = Colours(ink="#d5d8d6", faint="#8a8f8c", paper="#24272b")
COMMAND = ["duizhao", "align", "seeds/harbour.txt"]
Pause = Callable[[float], Awaitable[None]]
PATIENCE = 10.0
"""Seconds until what a picture shows must have been worked out."""


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A sentence at the edge of a pair that is put with the wrong pair, for something to mend."""

    pair: int
    """Number of the pair that it belongs to, from 1; it has several sentences on that side."""
    side: Literal["zh", "en"]
    goes: Literal["up", "down"]


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture of the review screen."""

    name: str
    command: str
    seed: str
    misplaced: Misplaced | None
    keys: Sequence[str]
    ui_language: str
    theme: str
    size: tuple[int, int] = ROOMY
    """Columns and lines of the terminal."""


SCENES = (
    Scene(
        "review",
        "duizhao harbour.txt",
        "harbour.txt",
        Misplaced(3, "en", "down"),
        ["a", "a", "down", "tab"],
        "en",
        "textual-dark",
    ),
    Scene(
        "review.zh",
        "duizhao harbour.txt --lang zh-TW --theme light",
        "harbour.txt",
        Misplaced(3, "en", "down"),
        ["a", "a", "down", "tab"],
        "zh-TW",
        "textual-light",
    ),
    Scene(
        "review-split",
        "duizhao harbour.txt",
        "harbour.txt",
        None,
        ["g", "6", "enter", "a", "m", "s"],
        "en",
        "textual-dark",
        DENSE,
    ),
    Scene(
        "review-dense",
        "duizhao harbour.txt",
        "harbour.txt",
        Misplaced(3, "en", "down"),
        ["a", "a", "down", "tab"],
        "en",
        "textual-dark",
        DENSE,
    ),
)


def printed(command: list[str]) -> str:
    """Run a command from the root of the repository; return what it writes to a terminal."""
    program = Path(sys.executable).with_name(command[0])
    environment = {**os.environ, "COLUMNS": str(COLUMNS), "TERM": "xterm-256color"}
    environment.pop("NO_COLOR", None)
    reader, terminal = pty.openpty()
    with subprocess.Popen(
        [str(program), *command[1:]],
        cwd=DOCS.parent,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=terminal,
        stderr=subprocess.DEVNULL,
    ) as running:
        os.close(terminal)
        output = b"".join(iter(lambda: received(reader), b""))
    os.close(reader)
    if running.returncode:
        raise SystemExit(f"{' '.join(command)} ended with exit code {running.returncode}")
    return output.decode("utf-8").replace("\r\n", "\n")


def received(reader: int) -> bytes:
    """Return the next bytes from a terminal, none when the other end has closed it."""
    try:
        return os.read(reader, 65536)
    except OSError:  # how Linux says that a terminal was closed
        return b""


def first_lines(output: str, count: int) -> str:
    """Return the first lines, up to the rule over a paragraph, so that no pair is cut."""
    lines = output.splitlines()[:count]
    rules = [number for number, line in enumerate(lines) if "¶" in line]
    return "\n".join(lines[: rules[-1]] if rules[1:] else lines)


def segments(output: str) -> list[list[Segment]]:
    """Return the lines of coloured text."""
    console = Console(file=io.StringIO(), color_system="truecolor", force_terminal=True)
    return [list(line.render(console, end="")) for line in Text.from_ansi(output).split()]


def project_of(scene: Scene, folder: Path) -> tuple[Project, Realigner]:
    """Align a seed into a project; its misplaced sentence has the confidence that it deserves."""
    from aligner.alignment import Realigner, chart_article, read_alignment
    from aligner.bitext import pair_up
    from aligner.project import EXTENSION, create
    from aligner.reading import read_article

    article = read_article(SEEDS / scene.seed)
    chart, name = chart_article(article, None, None)
    found = read_alignment(chart, name)
    beads: Sequence[Bead] = found.beads
    if scene.misplaced is not None:
        beads = judged(chart, with_misplaced(beads, scene.misplaced))
    bitext = pair_up(article, beads, model=name, moved=found.moved)
    return create(folder / (scene.seed + EXTENSION), bitext), Realigner(article, chart=chart)


def judged(chart: Chart, beads: Sequence[Bead]) -> list[Bead]:
    """Return full beads with the probability that the chart gives them, others as they are."""
    from aligner.alignment import TYPES, posterior

    probable, band = posterior(chart.band, chart.scores), chart.band
    new = []
    for bead in beads:
        if (kind := (len(bead.zh), len(bead.en))) in TYPES:
            node = band.start[bead.zh[0]] + bead.en[0] - band.low[bead.zh[0]]
            sure = float(probable.full[TYPES.index(kind), node])
            new.append(replace(bead, confidence=min(sure, 1.0)))
        else:
            new.append(bead)
    return new


def with_misplaced(beads: Iterable[Bead], wrong: Misplaced) -> list[Bead]:
    """Return the beads with one sentence at the wrong place."""
    new = list(beads)
    here = wrong.pair - 1
    there = here + (1 if wrong.goes == "down" else -1)
    own: tuple[int, ...] = getattr(new[here], wrong.side)
    other: tuple[int, ...] = getattr(new[there], wrong.side)
    if wrong.goes == "down":
        own, other = own[:-1], own[-1:] + other
    else:
        own, other = own[1:], other + own[:1]
    for place, some in ((here, own), (there, other)):
        bead = new[place]
        zh, en = (some, bead.en) if wrong.side == "zh" else (bead.zh, some)
        new[place] = replace(bead, zh=zh, en=en)
    return new


def shown(scene: Scene) -> list[list[Segment]]:
    """Return the lines of the review screen after the keys of a scene."""
    from tui import ReviewApp, ReviewScreen, Session, Settings, Words, read_keymap, ui_language_for

    settings = Settings(Words(ui_language_for(scene.ui_language)), read_keymap(None))

    async def pressed() -> list[list[Segment]]:
        with TemporaryDirectory() as folder:
            project, realigner = project_of(scene, Path(folder))
            with project:
                app = ReviewApp(Session(project), settings, realigner, theme=scene.theme)
                async with app.run_test(size=scene.size) as pilot:
                    await until(lambda: is_looked_through(app.screen), pilot.pause)
                    for key in scene.keys:
                        await pilot.press(key)
                        if isinstance(app.screen, ReviewScreen):
                            await explained(app.screen, pilot.pause)
                    await pilot.pause()
                    # What a terminal would be sent; `export_screenshot` fetches a font and leaves
                    # the place of each character to it.
                    return [list(strip) for strip in app.screen._compositor.render_strips()]

    return asyncio.run(pressed())


def is_looked_through(screen: object) -> bool:
    """Whether all pairs of a review screen have been checked and counted."""
    from tui import ReviewScreen

    if not isinstance(screen, ReviewScreen) or not screen.review.session.is_ready:
        return False
    session = screen.review.session
    is_checked = session.problems.scrutiny is not None and not session.problems.tally().unchecked
    return is_checked and session.extent is not None


async def explained(screen: ReviewScreen, pause: Pause) -> None:
    """Wait until the chosen pair has been explained."""
    review = screen.review
    await until(lambda: review.explainer.known(review.session.pair) is not None, pause)


async def until(holds: Callable[[], bool], pause: Pause) -> None:
    """Wait for something that a thread brings about."""
    waited = 0.0
    while waited < PATIENCE:
        if holds():
            return
        await pause(0.05)
        waited += 0.05
    raise SystemExit("what a picture shows has not come")


def colours_of(lines: Sequence[Sequence[Segment]]) -> Colours:
    """Return the colours around a screen: those that most of its cells have."""
    papers: Counter[str] = Counter()
    inks: Counter[str] = Counter()
    for segment in (segment for line in lines for segment in line):
        if segment.style and segment.style.bgcolor and segment.style.color:
            papers[segment.style.bgcolor.get_truecolor(SVG_EXPORT_THEME).hex] += len(segment.text)
            inks[segment.style.color.get_truecolor(SVG_EXPORT_THEME).hex] += len(segment.text)
    ink = inks.most_common(1)[0][0]
    return Colours(ink=ink, faint=DARK.faint, paper=papers.most_common(1)[0][0])


def main() -> None:
    """Write the pictures into docs/pictures."""
    folder = DOCS / "pictures"
    folder.mkdir(exist_ok=True)
    os.environ.pop("NO_COLOR", None)
    pictures = {
        "align": draw(
            segments(first_lines(printed(COMMAND), LINES)), COLUMNS, " ".join(COMMAND), DARK
        )
    }
    for scene in SCENES:
        lines = shown(scene)
        pictures[scene.name] = draw(lines, scene.size[0], scene.command, colours_of(lines))
    for name, picture in pictures.items():
        (folder / f"{name}.svg").write_text(picture + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
