"""The bytes of a file: found, opened, and taken out of a zip or gzip archive.

Nothing is read beyond what its reader asks for, so that an archive that unpacks to more than the
disk holds costs no more than its reader's patience.
"""

from __future__ import annotations

import gzip
import io
import os
import struct
import zipfile
import zlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from aligner.errors import UnusableInput
from aligner.files.signatures import LONGEST_SIGNATURE, container_of

HEAD = 65536
"""Bytes that show what a file is."""


@dataclass(slots=True)
class Source:
    """A file ready to be read."""

    path: Path
    """Where it lies, for the sentences that name it."""
    stream: IO[bytes]
    name: str
    """Its name, or the name of the file in the archive."""
    head: bytes
    """How it begins; still to be read from `stream`."""
    raw: IO[bytes]
    size: int
    """Bytes of the file on the disk; 0 where nobody knows."""

    def position(self) -> int:
        """Return how many bytes on the disk have been read."""
        try:
            return min(self.raw.tell(), self.size)
        except (OSError, ValueError):
            return 0


@contextmanager
def open_source(path: Path, packed: Collection[str]) -> Iterator[Source]:
    """Open a file, unpacked; raises `UnusableInput` for whatever is in the way, also meanwhile.

    `packed` are the endings, in small letters, of the files that may be taken out of an archive.
    """
    try:
        if path.is_dir():
            raise UnusableInput(f"{path} is a folder; name one of the files in it.")
        with path.open("rb", buffering=HEAD) as raw:
            size = os.fstat(raw.fileno()).st_size
            yield _unpacked(path, raw, size, packed)
    except FileNotFoundError:
        raise UnusableInput(f"There is no file {path}.") from None
    except PermissionError:
        raise UnusableInput(f"{path} may not be read; change its permissions.") from None
    except (gzip.BadGzipFile, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError):
        raise UnusableInput(f"{path} is a damaged archive; unpack it, or get it again.") from None
    except (OSError, ValueError) as problem:
        reason = problem.strerror if isinstance(problem, OSError) and problem.errno else problem
        raise UnusableInput(f"{path} could not be read: {reason}.") from None


def _unpacked(path: Path, raw: IO[bytes], size: int, packed: Collection[str]) -> Source:
    stream: IO[bytes] = raw
    container = container_of(_peek(stream, LONGEST_SIGNATURE))
    name = path.name
    if container == "gzip":
        stream = io.BufferedReader(gzip.GzipFile(fileobj=raw), HEAD)
        name = path.stem if path.suffix.lower() == ".gz" else path.name
    elif container == "zip" and (inside := _only_member(path, stream, packed)):
        stream, name = inside
    head = _peek(stream, HEAD)
    if not head:
        raise UnusableInput(f"{path} is empty; there are no translation units in it.")
    return Source(path, stream, name, head, raw, size)


def _peek(stream: IO[bytes], count: int) -> bytes:
    if stream.seekable():
        head = stream.read(count)
        stream.seek(0)
        return head
    # A pipe cannot be read twice: what was looked at stays in the buffer.
    assert isinstance(stream, io.BufferedReader)
    return stream.peek(count)[:count]


def _only_member(
    path: Path, stream: IO[bytes], packed: Collection[str]
) -> tuple[IO[bytes], str] | None:
    """Return the file that an archive was made for; None for a workbook, which is one itself."""
    if not stream.seekable():
        raise UnusableInput(f"{path} is an archive in a pipe; save it as a file first.")
    archive = open_archive(stream)
    names = [info for info in archive.infolist() if not info.is_dir()]
    if any(info.filename == "[Content_Types].xml" for info in names):
        stream.seek(0)
        return None
    wanted = [info for info in names if PurePosixPath(info.filename).suffix.lower() in packed]
    if len(wanted) != 1:
        count = "several files" if wanted else "no file"
        raise UnusableInput(
            f"{path} is an archive with {count} of translation units; unpack it and name one."
        )
    return open_member(archive, wanted[0], path), PurePosixPath(wanted[0].filename).name


def open_archive(file: IO[bytes]) -> zipfile.ZipFile:
    """Open an archive; raises `zipfile.BadZipFile` for whatever its directory gets wrong."""
    try:
        return zipfile.ZipFile(file)
    except (struct.error, OverflowError, UnicodeDecodeError):
        raise zipfile.BadZipFile from None


def open_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, path: Path) -> IO[bytes]:
    """Open a file in an archive; raises `UnusableInput` for one that is locked or packed oddly."""
    if member.flag_bits & 1:
        raise UnusableInput(f"{path} is locked with a password; unpack it first.")
    # What unpacks other methods takes as much memory as the file asks for.
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise UnusableInput(
            f"{path} has {member.filename} packed in a way that is rare in archives; unpack it "
            "first, or save it again."
        )
    try:
        return archive.open(member)
    except (struct.error, OverflowError, RuntimeError, UnicodeDecodeError):
        raise zipfile.BadZipFile from None
