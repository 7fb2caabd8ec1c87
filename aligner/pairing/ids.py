"""Names for pairs: readable, the same in every run, and safe as names of files everywhere."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Sequence
from hashlib import blake2b
from pathlib import PurePosixPath

_UNSAFE = re.compile(r"(?:[^\w.]|\.(?=\W))+")
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\ud800-\udfff]')
"""Characters that no file's name can have on one system or another."""
_LONGEST = 50
"""Characters of a name; each may take four bytes of the 255 that a file's name may have."""
_MOST_BYTES = 240
"""Bytes of an id that somebody wrote, so that an ending has room behind it."""
_RESERVED = re.compile("run-report", re.IGNORECASE)
"""How the files of a run itself are called."""
_FIGURES = re.compile(r"[\d.e+-]+", re.IGNORECASE)
"""What a spreadsheet takes for a number or a date, and changes."""
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
"""Names that no file can have on Windows."""


def ids_of(names: Sequence[tuple[str, Sequence[str]]], taken: Collection[str] = ()) -> list[str]:
    """Return an id for each name, given with the places of its documents; none of those `taken`.

    An id is the name as far as a file may have it. Where several would be alike, whatever their
    case, the endings of the documents stand behind it, or else a sign of their places.
    """
    plain = [safe(name) for name, _ in names]
    places = [given for _, given in names]
    with_endings = _apart(plain, taken, [_endings(given) for given in places])
    signs = [_sign(given) for given in places]
    return [
        f"{name}-{sign}" if _is_cut(given) else name
        for name, sign, (given, _) in zip(
            _apart(with_endings, taken, signs), signs, names, strict=True
        )
    ]


def safe(name: str) -> str:
    """Return a name that a file may have: letters and figures, with hyphens for all else."""
    plain = unicodedata.normalize("NFC", name)
    plain = _UNSAFE.sub("-", plain)[:_LONGEST].strip("-._")
    is_taken = _DEVICES.match(plain) or _RESERVED.match(plain) or _FIGURES.fullmatch(plain)
    return f"pair-{plain}".rstrip("-") if is_taken or not plain else plain


def is_safe(name: str) -> bool:
    """Whether an id that somebody wrote may be the name of a file."""
    return (
        not _FORBIDDEN.search(name)
        and not _DEVICES.match(name)
        and not _RESERVED.match(name)
        and name == name.strip(" .").lstrip("-#")
        and 0 < len(name.encode("utf-8")) <= _MOST_BYTES
    )


def _apart(names: Sequence[str], taken: Collection[str], behind: Sequence[str]) -> list[str]:
    """Return the names, each that there is more than once with what goes behind it."""
    counts = Counter(name.casefold() for name in (*names, *taken))
    return [
        f"{name}-{more}" if counts[name.casefold()] > 1 else name
        for name, more in zip(names, behind, strict=True)
    ]


def _is_cut(name: str) -> bool:
    return len(unicodedata.normalize("NFC", name)) > _LONGEST


def _endings(places: Sequence[str]) -> str:
    endings = (PurePosixPath(place).suffix.lstrip(".").lower() for place in places)
    return safe("-".join(dict.fromkeys(filter(None, endings))))


def _sign(places: Sequence[str]) -> str:
    plain = unicodedata.normalize("NFC", "\n".join(places))
    return blake2b(plain.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
