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
from pathlib import Path

from rich.console import Console
from rich.text import Text

DOCS = Path(__file__).resolve().parent
COLUMNS = 100
LINES = 30
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
    """The first lines, cut at the last empty one so that no pair is shown in part."""
    lines = output.splitlines()
    if len(lines) <= count:
        return output
    kept = lines[:count]
    bare = [Text.from_ansi(line).plain.strip() for line in kept]
    ends = [number for number, line in enumerate(bare) if not line]
    return "\n".join(kept[: ends[-1]] if ends else kept)


def draw(output: str, title: str) -> str:
    """An SVG of a terminal that shows this text, without fonts from the network."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True)
    console.print(Text.from_ansi(output), soft_wrap=True)
    svg = console.export_svg(title=title, unique_id="duizhao")
    return re.sub(r"@font-face\s*\{[^}]*\}\s*", "", svg)


def main() -> None:
    """Write docs/pictures/align.svg."""
    folder = DOCS / "pictures"
    folder.mkdir(exist_ok=True)
    picture = draw(first_lines(printed(COMMAND), LINES), " ".join(COMMAND))
    (folder / "align.svg").write_text(picture + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
