"""The documents of some folders, and what in them is none.

A document is known by its ending, so that nothing is opened here. Folders that are hidden are not
gone into, nor are links to folders, which may lead in a circle. Whatever is walked past is in the
answer, as a document or among the ignored.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from aligner.errors import UnusableInput
from aligner.files import Progress
from aligner.formats import document_format_of
from aligner.pairing.plan import Unreadable

_UNREADABLE = frozenset(
    [".doc", ".pages", ".mobi", ".azw3", ".wps", ".odp", ".ppt", ".xls", ".ods", ".hwp"]
)
"""Endings of documents that cannot be read, and that somebody should save as something else."""
_SYSTEM = {"thumbs.db", "desktop.ini", "icon\r"}
"""Names of files that systems leave in folders."""
_REPORT = ("run-report", ".tsv")
"""How the name of a run's report begins and ends; what lies beside it are results."""
_WORKSHOP = ".duizhao-batch"
"""The folder that a run works in; one that was killed leaves it behind."""
_TOLD_EVERY = 1_000


@dataclass(frozen=True, slots=True)
class Found:
    """A document, and where it lies in the folders that were named."""

    path: Path
    top: str
    """The name of the folder that was named; empty where only one was."""
    folders: tuple[str, ...]
    """The folders below that one which it lies in."""

    @property
    def place(self) -> str:
        """Where it lies, the same wherever the folder that was named stands."""
        return "/".join([self.top, *self.folders, self.path.name])


@dataclass(frozen=True, slots=True)
class Finding:
    """All that was found in some folders."""

    documents: tuple[Found, ...]
    """In the order of their folders and names."""
    ignored: tuple[Path, ...]
    failed: tuple[Unreadable, ...]
    """Folders that may not be looked into."""


def find_documents(
    folders: Sequence[Path], *, skip: Sequence[Path] = (), progress: Progress | None = None
) -> Finding:
    """Walk folders for documents; a file among them is a document, whatever its ending.

    What is in `skip`, and all that lies in a folder of it, is not there; folders with the results
    of a run are passed over. A document that is found
    twice, by folders one in the other or by links, counts once. Raises `UnusableInput` for a folder
    that is not there.
    """
    walk = _Walk({os.path.realpath(path) for path in skip}, progress)
    for folder in folders:
        if folder.is_dir():
            walk.go(folder, folder.resolve().name if len(folders) > 1 else "")
        elif folder.exists():
            walk.take(folder, "", ())
        else:
            raise UnusableInput(f"There is no folder {folder}; check the name.")
    return walk.finding()


def why_ignored(path: Path) -> str:
    """Return why a file is no document, in a word or two; empty for one that is."""
    name = path.name
    if name.startswith("~$") or name.startswith(".~lock"):
        return "lock of an editor"
    if name.startswith("."):
        return "hidden"
    if name.lower() in _SYSTEM:
        return "file of the system"
    try:
        status = path.stat()
    except (OSError, ValueError):
        return "link to nothing"
    if stat.S_ISDIR(status.st_mode):
        return "link to a folder" if path.is_symlink() else "results of a run"
    if not stat.S_ISREG(status.st_mode):
        return "no file"
    if document_format_of(path) is None and path.suffix.lower() not in _UNREADABLE:
        return "no document by its ending"
    return "" if status.st_size else "empty"


class _Walk:
    """What has been found so far."""

    def __init__(self, skip: set[str], progress: Progress | None) -> None:
        self._seen = skip
        self._progress = progress
        self._real_folders: dict[Path, str] = {}
        self._documents: list[Found] = []
        self._ignored: list[Path] = []
        self._failed: list[Unreadable] = []

    def go(self, top: Path, name: str) -> None:
        """Take all files of a folder and of those in it."""
        for folder, folders, files in os.walk(top, onerror=self._refused):
            here = Path(folder)
            if _holds_results(files, folders):
                folders.clear()
                self._ignored.append(here)
                continue
            below = here.relative_to(top).parts
            folders[:] = sorted(self._entered(here, folders))
            for file in sorted(files):
                path = here / file
                if why_ignored(path):
                    self._ignore(path)
                else:
                    self.take(path, name, below)

    def take(self, path: Path, top: str, folders: tuple[str, ...]) -> None:
        """Note a document, unless it is known."""
        if not self._is_new(path):
            return
        self._documents.append(Found(path, top, folders))
        count = len(self._documents)
        if self._progress and count % _TOLD_EVERY == 0:
            self._progress("looking for documents", count, 0)

    def finding(self) -> Finding:
        """Return what was found."""
        documents = sorted(self._documents, key=lambda found: _order(found.path))
        return Finding(tuple(documents), tuple(self._ignored), tuple(self._failed))

    def _entered(self, here: Path, folders: Sequence[str]) -> Iterator[str]:
        for folder in folders:
            path = here / folder
            if folder.startswith(".") or path.is_symlink():
                self._ignore(path)
            elif self._is_new(path):
                yield folder

    def _ignore(self, path: Path) -> None:
        if self._is_new(path):
            self._ignored.append(path)

    def _is_new(self, path: Path) -> bool:
        real = self._real(path)
        if real in self._seen:
            return False
        self._seen.add(real)
        return True

    def _real(self, path: Path) -> str:
        """Return where a path leads; its folder is looked up once for all that is in it."""
        if path.name in ("", "..") or path.is_symlink():
            return os.path.realpath(path)
        folder = self._real_folders.get(path.parent)
        if folder is None:
            folder = self._real_folders[path.parent] = os.path.realpath(path.parent)
        return f"{folder.rstrip(os.sep)}{os.sep}{path.name}"

    def _refused(self, problem: OSError) -> None:
        self._failed.append(
            Unreadable(
                Path(problem.filename),
                f"{problem.filename} may not be looked into; change its permissions.",
            )
        )


def _holds_results(files: Sequence[str], folders: Sequence[str]) -> bool:
    """Whether these are in a folder that a run has written to, or writes to."""
    return _WORKSHOP in folders or any(
        name.startswith(_REPORT[0]) and name.endswith(_REPORT[1]) for name in files
    )


def _order(path: Path) -> tuple[str, str]:
    """Return what sorts documents alike on every system, in whichever form names are kept there."""
    return unicodedata.normalize("NFC", path.as_posix()).casefold(), path.as_posix()
