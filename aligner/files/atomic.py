"""Files are written whole or not at all.

The bytes go to a new file beside the target, which they replace only when all of them are on the
disk. Until then only its owner can read it; then it gets the owner and the permissions of the file
that it replaces, or those that the umask gives to a new one. Invariant: whatever goes wrong (a full
disk, Ctrl-C, a closed terminal), the target is as it was before and no unfinished file stays.
"""

from __future__ import annotations

import errno
import io
import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from aligner.errors import UnwritableOutput
from aligner.files.scratch import FULL, scratch_problem
from aligner.files.unfinished import unfinished_file

if TYPE_CHECKING:
    from typing_extensions import Buffer

_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


def check_writable(path: Path, inputs: Sequence[str | Path] = ()) -> None:
    """Raise UnwritableOutput if `path` can be seen to be no place to write, before the work.

    It may not be a folder or one of the `inputs`; its folder must exist; both must be writable.
    """
    try:
        _check_file(path, inputs)
        _check_folder(path)
    except OSError as problem:  # a name too long, a folder that may not be looked into
        raise _explained(path, problem) from problem


def write_atomically(path: Path, content: bytes, *, by_way_of: Path | None = None) -> None:
    """Write `content` to `path`, keeping the permission bits of a file that stands there.

    A symbolic link stays one: the file it points to is replaced. Raises UnwritableOutput.
    `by_way_of` is a folder on the same disk that the bytes go to first, where that of `path` has
    so many files that looking through them would take long.
    """
    with writing_atomically(path, by_way_of=by_way_of) as file:
        file.write(content)


@contextmanager
def writing_atomically(path: Path, *, by_way_of: Path | None = None) -> Iterator[BinaryIO]:
    """Open a file for writing that takes the place of `path` when all of it is on the disk.

    It is as `write_atomically` has it, for what is too large to be held at once. An error or Ctrl-C
    inside the block leaves `path` as it was.
    """
    target = _target(path)
    try:
        with unfinished_file(target, by_way_of) as part:
            raw = _PartFile(part)
            with io.BufferedWriter(raw) as file:
                try:
                    yield file
                except OSError as problem:
                    if problem.errno in FULL and not raw.is_full:
                        raise scratch_problem(problem) from problem
                    raise
                file.flush()
                os.fsync(file.fileno())
            _set_owner_and_mode(part, target)
            part.replace(target)
    except OSError as problem:
        raise _explained(path, problem) from problem


class _PartFile(io.FileIO):
    """A new file for its owner alone, which remembers whether its own disk was full."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "x", opener=lambda name, flags: os.open(name, flags, 0o600))
        self.is_full = False

    def write(self, data: Buffer, /) -> int:
        try:
            return super().write(data)
        except OSError as problem:
            self.is_full = problem.errno in FULL
            raise


def _set_owner_and_mode(part: Path, target: Path) -> None:
    """Give a finished file what the file has that it replaces, or what a new one gets."""
    try:
        status = target.stat()
    except OSError:  # nothing is there, or a link that goes in circles
        part.chmod(0o666 & ~_umask())
        return
    made = part.stat()
    if hasattr(os, "chown") and (made.st_uid, made.st_gid) != (status.st_uid, status.st_gid):
        # Only a superuser may give a file away, and others only to a group of their own.
        for owner in (status.st_uid, -1):
            with suppress(OSError):
                os.chown(part, owner, status.st_gid)
                break
    part.chmod(stat.S_IMODE(status.st_mode))


def _umask() -> int:
    # It can only be read by setting it; for that moment files are rather too private.
    before = os.umask(0o077)
    os.umask(before)
    return before


def _check_folder(path: Path) -> None:
    folder = _target(path).parent
    if not folder.exists():
        raise UnwritableOutput(f"There is no folder {folder}; make it first, or name another file.")
    if not folder.is_dir():
        raise UnwritableOutput(f"{folder} is not a folder, so {path.name} cannot be written in it.")
    if not os.access(folder, os.W_OK | os.X_OK):
        raise _forbidden(path)


def _check_file(path: Path, inputs: Sequence[str | Path]) -> None:
    if path.is_dir():
        raise UnwritableOutput(f"{path} is a folder; name a file in it, such as {path / 'out.tmx'}")
    if not path.exists():
        return
    if not path.is_file():
        raise UnwritableOutput(f"{path} is not an ordinary file; name another file.")
    if any(_is_same(path, given) for given in inputs):
        raise UnwritableOutput(
            f"{path} is the input itself and would be overwritten; name another file."
        )
    if not os.access(path, os.W_OK):
        raise _forbidden(path)


def _target(path: Path) -> Path:
    """Follow symbolic links; unlike `Path.resolve`, without failing on those that go in circles."""
    return Path(os.path.realpath(path))


def _is_same(path: Path, given: str | Path) -> bool:
    try:
        return path.samefile(given)
    except OSError:  # an input that is not there is somebody else's complaint
        return False


def _forbidden(path: Path) -> UnwritableOutput:
    return UnwritableOutput(
        f"{path} may not be written (read-only file or folder); name a file in another folder."
    )


def _explained(path: Path, problem: OSError) -> UnwritableOutput:
    if problem.errno in FULL:
        return UnwritableOutput(
            f"The disk has no room for {path}; what stood there is unchanged. "
            "Make room, or name a file on another disk."
        )
    if problem.errno in _FORBIDDEN:
        return _forbidden(path)
    reason = problem.strerror or type(problem).__name__
    return UnwritableOutput(f"{path} could not be written ({reason}); name another file.")
