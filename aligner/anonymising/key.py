"""The key: a file that says what each stand-in stands for, which its owner alone can read.

It is JSON. A key that is there is never written over, since without it nothing can be put back.
"""

from __future__ import annotations

import base64
import binascii
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aligner.anonymising.stand_ins import Spelling
from aligner.errors import UnusableInput, UnwritableOutput
from aligner.files import load, write_atomically

_FORM = "duizhao anonymise"
_LARGEST = 1024 * 1024 * 1024
"""Bytes of a key, which may hold a whole document with its pictures."""


@dataclass(frozen=True, slots=True)
class Key:
    """What puts a file back."""

    marker: str
    """What stands in front of the words of its stand-ins."""
    spellings: Mapping[str, Spelling]
    is_xml: bool
    """Whether the spellings are those of XML."""
    original: str
    """The digest (SHA-256) of the file that was anonymised."""
    anonymised: str
    """The digest of what was made of it."""
    packed: bytes = b""
    """The original, where it is a package that is not packed again as it was."""


def write_key(path: Path, key: Key) -> None:
    """Write a key for its owner alone; raises `UnwritableOutput` where there is a file."""
    said = {
        "form": _FORM,
        "version": 1,
        "marker": key.marker,
        "xml": key.is_xml,
        "original": key.original,
        "anonymised": key.anonymised,
        "stand_ins": {name: [one.text, one.raw] for name, one in key.spellings.items()},
        "packed": base64.b64encode(key.packed).decode("ascii"),
    }
    content = json.dumps(said, ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass")
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        raise UnwritableOutput(
            f"{path} is there already and may be the key of another file; name a new one with "
            "--key."
        ) from None
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        raise UnwritableOutput(
            f"{path} could not be written ({reason}); name another file."
        ) from None
    try:
        write_atomically(path, content)  # which keeps the permissions of the file just made
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def read_key(path: Path) -> Key:
    """Return a key; raises `UnusableInput` for a file that is none."""
    try:
        said = json.loads(load(path, _LARGEST).decode("utf-8", "surrogatepass"))
        key = _key(said)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, binascii.Error):
        raise UnusableInput(
            f"{path} is no key of `duizhao anonymise`, or was damaged; name the .key file that "
            "was written beside the anonymised one."
        ) from None
    return key


def _key(said: Any) -> Key:
    """Return what was read as a key; raises ValueError and its like."""
    if said["form"] != _FORM or said["version"] != 1:
        raise ValueError
    spellings = {
        str(name): Spelling(str(text), str(raw)) for name, (text, raw) in said["stand_ins"].items()
    }
    marker = str(said["marker"])
    if marker and not (len(marker) == 1 and marker.isascii() and marker.isupper()):
        raise ValueError
    return Key(
        marker,
        spellings,
        bool(said["xml"]),
        str(said["original"]),
        str(said["anonymised"]),
        base64.b64decode(said["packed"], validate=True),
    )
