"""Documents that are zip archives, and files packed in one: the same bytes each time."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Iterable

_DATE = (2024, 1, 1, 0, 0, 0)


def zipped(members: Iterable[tuple[str, bytes]], *, stored: Iterable[str] = ()) -> bytes:
    """Return an archive of members in their order; those named in `stored` are not compressed."""
    plain = frozenset(stored)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in members:
            kind = zipfile.ZIP_STORED if name in plain else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name, _DATE), data, kind)
    return buffer.getvalue()


def members_of(data: bytes) -> list[tuple[str, bytes]]:
    """Return the members of an archive in their order; none where it is not one."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return [(info.filename, archive.read(info)) for info in archive.infolist()]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError, RuntimeError):
        return []


def gzipped(data: bytes) -> bytes:
    """Return a file as gzip packs it."""
    return gzip.compress(data, mtime=0)
