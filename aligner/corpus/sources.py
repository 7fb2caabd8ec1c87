"""Where the units of a corpus come from: folders of documents' pairs, and files of units.

A folder has one `.jsonl` a document. Where `.json` reports lie beside them, as a run over many
documents leaves them, a document without a report is not finished. Folders may
have a million documents, so that only their names are kept.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from aligner.errors import UnusableInput

PAIRS = ".jsonl"
"""The ending of the pairs of a document."""
_REPORT = ".json"


@dataclass(frozen=True, slots=True)
class Source:
    """A file whose units go into the corpus."""

    document: str
    """What the units are said to come from; no two sources of a corpus share it."""
    path: Path
    is_finished: bool = True
    """Whether it has its report, where the others of its folder have theirs."""

    @property
    def is_empty(self) -> bool:
        """Whether it is a document or a part of a corpus without any pair."""
        if self.path.suffix != PAIRS:
            return False
        try:
            status = self.path.stat()
        except (OSError, ValueError):  # whoever reads it says what is the matter
            return False
        return stat.S_ISREG(status.st_mode) and not status.st_size


class Sources:
    """The sources of what was named, in order; those of a folder by their names."""

    def __init__(self, places: Iterable[Path]) -> None:
        """Look into the folders; raises UnusableInput for one without documents."""
        named = list({os.path.realpath(place): place for place in places}.values())
        labels: set[str] = set()
        self.places = tuple(named)
        self._groups: list[tuple[str, Path, list[str]]] = []
        for place in named:
            names = _documents_in(place) if place.is_dir() else []
            label = _free(place.name if place.is_dir() else place.stem, labels)
            self._groups.append((label, place, names))

    def __len__(self) -> int:
        return sum(len(names) if place.is_dir() else 1 for _, place, names in self._groups)

    def __iter__(self) -> Iterator[Source]:
        for label, place, names in self._groups:
            if not names:
                yield Source(label, place)
                continue
            has_reports = any(_has_report(place / name) for name in names)
            for name in names:
                stem = name.removesuffix(PAIRS)
                document = stem if len(self._groups) == 1 else f"{label}/{stem}"
                path = place / name
                yield Source(document, path, not has_reports or _has_report(path))


def _documents_in(folder: Path) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            names = [
                entry.name
                for entry in entries
                if entry.name.endswith(PAIRS)
                and not entry.name.startswith(".")
                and not entry.is_dir()
            ]
    except OSError as problem:
        raise UnusableInput(f"{folder} could not be read: {problem.strerror}.") from None
    if not names:
        raise UnusableInput(
            f"{folder} holds no pairs of documents (.jsonl); name the folder that a run over many "
            "documents has written, or files."
        )
    names.sort()
    return names


def _has_report(path: Path) -> bool:
    return path.with_suffix(_REPORT).exists()


def _free(wanted: str, taken: set[str]) -> str:
    """Return a name that nothing else has, and take it."""
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    taken.add(name)
    return name
