"""Aligning an article in a process of its own, while this one imports the screen.

Two processors then do what one would do in turn, and the first row is there sooner. It is for short
articles that are new: what is long keeps its scores, which are not handed over. Whatever goes wrong
over there is no news: who gets no answer aligns the article itself, and says what is the matter.
The other process is begun before anything is imported that it has no need of.
"""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from aligner.project import EXTENSION

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType

    from aligner.bitext import Bitext, Level

_LONGEST = 100_000
"""Bytes of the files; a text of so many takes about a second."""
_PATIENCE = 5.0
"""Seconds for a process that was asked to end."""
_PROGRAM = "import sys; sys.path[:] = sys.argv[2:]; from aligner import answering; answering.main()"
"""What the process runs: modules come from where they come from here, not from its folder."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How an article is to be read and aligned."""

    level: Level = "sentence"
    model: str | None = None
    encoding: str | None = None
    keep_boilerplate: bool = False
    as_named: bool = False
    """Whether the first of two files is the Chinese one, whatever it looks like."""
    zh_column: str | None = None
    """The column of a table that holds the Chinese, by letter, number or name."""
    en_column: str | None = None
    chapters: Path | None = None
    """A file that says which chapters of two books answer to which; None is as they are found."""


class AlignedAhead:
    """An article that another process aligns; leave the block and the process is gone."""

    def __init__(self, paths: Sequence[Path], project: Path | None, reading: Reading) -> None:
        """Begin, if it is worth while: an article or a text and its translation, and no project.

        `project` is where one would be, if not beside the first file.
        """
        self._process: subprocess.Popen[bytes] | None = None
        if _is_worth_while(paths, project, reading):
            with suppress(OSError):  # no room for another process
                self._process = _started(paths, project, reading)

    def bitext(self) -> Bitext | None:
        """Wait for the answer; None where there is none."""
        if self._process is None:
            return None
        found, _ = self._process.communicate()
        if self._process.returncode != 0:
            return None
        bitext: Bitext = pickle.loads(found)
        return bitext

    def __enter__(self) -> AlignedAhead:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._process is None or self._process.returncode is not None:
            return
        self._process.terminate()
        try:
            self._process.communicate(timeout=_PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.communicate()


def _is_worth_while(paths: Sequence[Path], project: Path | None, reading: Reading) -> bool:
    if not sys.executable or reading.model is not None or (os.cpu_count() or 1) < 2:
        return False
    first = paths[0]
    try:
        target = project or first.with_name(first.name + EXTENSION)
        if first.suffix == EXTENSION or target.exists():
            return False
        return all(file.is_file() for file in paths) and _size_of(paths) <= _LONGEST
    except (OSError, ValueError):  # whoever reads them says what is the matter
        return False


def _size_of(paths: Sequence[Path]) -> int:
    return sum(file.stat().st_size for file in paths)


def _started(
    paths: Sequence[Path], project: Path | None, reading: Reading
) -> subprocess.Popen[bytes]:
    asked = json.dumps([[*paths], project, asdict(reading)], default=str)
    return subprocess.Popen(
        [sys.executable, "-c", _PROGRAM, asked, *sys.path],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
