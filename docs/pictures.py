"""Draw the pictures of the README from what the command really prints.

Run it again after the output changes: `python docs/pictures.py`. It runs `duizhao align` as a
person would, in a terminal 100 cells wide, and turns the coloured text into an SVG file that
fetches no font.
"""

from __future__ import annotations

import io
import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterator
from html import escape
from itertools import groupby
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console
from rich.style import Style
from rich.terminal_theme import SVG_EXPORT_THEME
from rich.text import Text

DOCS = Path(__file__).resolve().parent
COLUMNS = 100
LINES = 30
CELL, ROW, SIZE, WIDE = 10, 24, 16.6, 18
"""Units of the picture: width of a cell, height of a line, the size at which a Latin letter of the
usual fonts fills a cell, and that of a Han character."""
INK, FAINT, PAPER = "#d5d8d6", "#8a8f8c", "#24272b"
FONTS = "DejaVu Sans Mono, Menlo, Consolas, Noto Sans Mono CJK TC, PingFang TC, monospace"
COMMAND = ["duizhao", "align", "seeds/harbour.txt"]


def printed(command: list[str]) -> str:
    """What the command writes to a terminal, with colours, run from the root of the repository."""
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
    """The next bytes from a terminal, none when the other end has closed it."""
    try:
        return os.read(reader, 65536)
    except OSError:  # how Linux says that a terminal was closed
        return b""


def first_lines(output: str, count: int) -> str:
    """The first lines, up to the rule over a paragraph, so that no pair is shown in part."""
    lines = output.splitlines()[:count]
    rules = [number for number, line in enumerate(lines) if "¶" in line]
    return "\n".join(lines[: rules[-1]] if rules[1:] else lines)


def draw(output: str, title: str) -> str:
    """An SVG of a terminal that shows this text.

    Each character stands at its cell, whatever fonts the reader has: the same in every browser.
    """
    lines = Text.from_ansi(output).split()
    height = (len(lines) + 3) * ROW
    rows = [row for y, line in enumerate(lines, start=3) for row in runs(line, y * ROW)]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {(COLUMNS + 4) * CELL} {height}"'
            f' font-size="{SIZE}" font-family="{FONTS}" role="img">',
            f"<title>{escape(title)}</title>",
            f'<rect width="100%" height="100%" rx="8" fill="{PAPER}"/>',
            f'<text x="{2 * CELL}" y="{1.5 * ROW}" fill="{FAINT}">$ {escape(title)}</text>',
            *rows,
            "</svg>",
        ]
    )


def runs(line: Text, y: int) -> Iterator[str]:
    """The words of a line, each at its cell; Han characters are spread over two cells each."""
    console = Console(file=io.StringIO(), color_system="truecolor", force_terminal=True)
    cell = 2
    for segment in line.render(console, end=""):
        for word in re.findall(r"\s+|[^\W\d_]+|[^\w\s]+|.", segment.text):
            for _, group in groupby(word, key=cell_len):
                piece = "".join(group)
                if not piece.isspace():
                    size = f' font-size="{WIDE}" letter-spacing="{2 * CELL - WIDE}"'
                    yield (
                        f'<text x="{cell * CELL}" y="{y}" fill="{fill(segment.style)}"'
                        f"{size if cell_len(piece[0]) > 1 else ''}>"
                        f"{escape(piece)}</text>"
                    )
                cell += cell_len(piece)


def fill(style: Style | None) -> str:
    """The colour of a stretch."""
    if style and style.dim:
        return FAINT
    if style and style.color:
        return style.color.get_truecolor(SVG_EXPORT_THEME).hex
    return INK


def main() -> None:
    """Write docs/pictures/align.svg."""
    folder = DOCS / "pictures"
    folder.mkdir(exist_ok=True)
    picture = draw(first_lines(printed(COMMAND), LINES), " ".join(COMMAND))
    (folder / "align.svg").write_text(picture + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
