"""One program at a time: the lock beside a project (`.name.lock`).

The project itself stays readable for others meanwhile. On a disk without locks the lock is one of
this computer, and the outcome says so.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from aligner.store import Lock, take, take_on_this_computer


def take_lock(project: Path) -> Lock:
    """Try to become the only one that writes `project`; never waits.

    "no locks" is the outcome where other computers are not kept out; this one's programs are,
    wherever it has a folder with locks.
    """
    lock = take(project.with_name(f".{project.name}.lock"), mode=_mode_of(project))
    if lock.outcome != "no locks":
        return lock
    with suppress(OSError):
        lock.path.unlink()  # it locks nothing
    local = take_on_this_computer(project)
    if local.outcome == "taken":
        return local
    return local.renamed("no locks")


def _mode_of(project: Path) -> int:
    """Return the permissions of a project, which say who may lock it; its owner's alone if new."""
    try:
        return project.stat().st_mode & 0o666
    except OSError:
        return 0o600
