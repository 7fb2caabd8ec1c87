"""One input as a value: what is run, on which files, and what must come out of them."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass, replace
from pathlib import Path

_CASE = "case.json"
"""What a kept case says beside its files."""


class LawBroken(AssertionError):
    """Something that must always hold does not; the message begins with the name of the law."""


@dataclass(frozen=True, slots=True)
class File:
    """A file, before it is written."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Case:
    """What is run with which files."""

    target: str
    files: tuple[File, ...]
    """The first one is what the target is about."""
    choice: int = 0
    """Seeds what the target decides by itself: options, the format that is written."""
    texts: tuple[str, ...] = ()
    """What a reader must find, where the files are as a generator made them."""

    @property
    def chance(self) -> random.Random:
        """The decisions of the target, from their beginning."""
        return random.Random(self.choice)

    def with_data(self, number: int, data: bytes) -> Case:
        """Return the case with another content of a file; nobody knows what must be found in it."""
        files = list(self.files)
        files[number] = replace(files[number], data=data)
        return replace(self, files=tuple(files), texts=())

    def write(self, folder: Path) -> list[Path]:
        """Write the files to a folder, and return their paths."""
        paths = []
        for file in self.files:
            path = folder / file.name
            path.write_bytes(file.data)
            paths.append(path)
        return paths

    def save(self, folder: Path) -> None:
        """Write the files and all else of the case to a folder."""
        folder.mkdir(parents=True, exist_ok=True)
        self.write(folder)
        said = {
            "target": self.target,
            "files": [file.name for file in self.files],
            "choice": self.choice,
            "texts": self.texts,
        }
        (folder / _CASE).write_text(json.dumps(said, indent=1), encoding="utf-8")

    @staticmethod
    def load(folder: Path) -> Case:
        """Read a case that was saved."""
        said = json.loads((folder / _CASE).read_text(encoding="utf-8"))
        files = tuple(File(name, (folder / name).read_bytes()) for name in said["files"])
        return Case(said["target"], files, said["choice"], tuple(said["texts"]))
