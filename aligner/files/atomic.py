"""Files are written whole or not at all.

The bytes go to a new file beside the target, which they replace only when all of them are on the
disk. Invariant: whatever goes wrong (a full disk, Ctrl-C), the target is as it was before and no
temporary file stays.
"""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from aligner.errors import UnwritableOutput

_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
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


def write_atomically(path: Path, content: bytes) -> None:
    """Write `content` to `path`, keeping the permission bits of a file that stands there.

    A symbolic link stays one: the file it points to is replaced. Raises UnwritableOutput.
    """
    with writing_atomically(path) as file:
        file.write(content)


@contextmanager
def writing_atomically(path: Path) -> Iterator[BinaryIO]:
    """Open a file for writing that takes the place of `path` when all of it is on the disk.

    It is as `write_atomically` has it, for what is too large to be held at once. An error or Ctrl-C
    inside the block leaves `path` as it was.
    """
    target = _target(path)
    beside = target.parent / f".duizhao-{secrets.token_hex(6)}.part"
    try:
        with beside.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            beside.chmod(stat.S_IMODE(target.stat().st_mode))
        beside.replace(target)
    except OSError as problem:
        raise _explained(path, problem) from problem
    finally:
        # Gone already when all went well; the finally also serves Ctrl-C.
        with suppress(OSError):
            beside.unlink()


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
    if problem.errno in _FULL:
        return UnwritableOutput(
            f"The disk has no room for {path}; what stood there is unchanged. "
            "Make room, or name a file on another disk."
        )
    if problem.errno in _FORBIDDEN:
        return _forbidden(path)
    reason = problem.strerror or type(problem).__name__
    return UnwritableOutput(f"{path} could not be written ({reason}); name another file.")
