"""Unfinished files: what they are called, and what becomes of those that were left behind.

A file that is being written has a name of its own: a mark of the name that it is for, the process
that writes it, and chance. Invariant: it is gone when its block is left, or at the latest when the
interpreter ends. What a killed process left is deleted by the next one that writes the same target,
if it is surely nobody's: made on this machine, by this person, by a process that is no more.
"""

from __future__ import annotations

import atexit
import os
import re
import secrets
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path

_COMPANIONS = ("", "-wal", "-shm", "-journal")
"""What SQLite adds to the name of a database for the files that it keeps beside it."""
_NAME = re.compile(
    r"\.?duizhao-([0-9a-f]{8})-(\d+)\.(\d*)-[0-9a-f]{12}(?:\.part(?:-wal|-shm|-journal)?)?"
)

_own: set[tuple[int, Path]] = set()
"""What this process has not finished yet, with the number of the process."""


@contextmanager
def unfinished_file(target: Path, folder: Path | None = None) -> Iterator[Path]:
    """Give a free name beside `target`, or in a folder, for a file that is to take its place.

    What has that name when the block is left is deleted, as well as what SQLite keeps beside it.
    Every file of that folder is looked at; where there are thousands, give one that has few.
    """
    folder = target.parent if folder is None else folder
    _remove_abandoned(folder, target.name)
    with _kept_track_of(folder / f".{_stem(target.name)}.part") as path:
        yield path


@contextmanager
def unfinished_folder(folder: Path, purpose: str) -> Iterator[Path]:
    """Give a free name for a folder in `folder`, which is deleted with all that is in it.

    `purpose` is what another process is told it by.
    """
    _remove_abandoned(folder, purpose)
    with _kept_track_of(folder / _stem(purpose)) as path:
        yield path


@contextmanager
def _kept_track_of(path: Path) -> Iterator[Path]:
    entry = (os.getpid(), path)
    _own.add(entry)
    try:
        yield path
    finally:
        _remove(path)
        _own.discard(entry)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
        return
    for ending in _COMPANIONS:
        with suppress(OSError):
            path.with_name(path.name + ending).unlink()


@atexit.register
def _remove_own() -> None:
    """Delete what an exception at an unlucky moment has left; not what a parent process has."""
    for process, path in list(_own):
        if process == os.getpid():
            _remove(path)


def _remove_abandoned(folder: Path, name: str) -> None:
    """Delete what processes that were killed have left of a file of this name."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            found = _NAME.fullmatch(entry.name)
            if (
                found
                and found[1] == _mark(name)
                and _is_mine(entry)
                and not _is_running(int(found[2]), found[3])
            ):
                _remove(folder / entry.name)


def _is_mine(entry: os.DirEntry[str]) -> bool:
    return hasattr(os, "getuid") and entry.stat(follow_symlinks=False).st_uid == os.getuid()


def _stem(name: str) -> str:
    process = os.getpid()
    return f"duizhao-{_mark(name)}-{process}.{_started(process)}-{secrets.token_hex(6)}"


def _mark(name: str) -> str:
    """Return a digest of a name on this machine; another machine that shares the folder differs."""
    told = f"{_machine()}\0{name}".encode("utf-8", "surrogateescape")
    return blake2b(told, digest_size=4).hexdigest()


@cache
def _machine() -> str:
    """Return what tells apart where processes of one number may be different ones."""
    known = [os.uname().nodename if hasattr(os, "uname") else ""]
    with suppress(OSError):
        known.append(Path("/etc/machine-id").read_text(encoding="ascii", errors="replace"))
    with suppress(OSError):
        known.append(str(Path("/proc/self/ns/pid").readlink()))  # containers count for themselves
    return "\0".join(known)


def _is_running(process: int, started: str) -> bool:
    """Whether a process lives that has this number and began at this time; True where in doubt."""
    if sys.platform == "win32":  # which has no harmless way to ask
        return True
    if started:
        return _started(process) == started
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:  # somebody else's
        return True
    return True


def _started(process: int) -> str:
    """Return when a process began, in ticks since the machine did; empty where nobody says.

    Empty for one that has ended and waits for its parent to notice.
    """
    try:
        line = Path(f"/proc/{process}/stat").read_bytes()
    except OSError:
        return ""
    fields = line.rpartition(b")")[2].split()  # the name in front may hold anything
    return "" if fields[0] in (b"Z", b"X") else fields[19].decode("ascii")
