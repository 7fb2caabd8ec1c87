"""Files to bytes: says no in a sentence to what cannot be an article, before it is read.

The ending decides how a file is read; one that names no other kind of document is read as text.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Literal

from aligner.errors import UnusableInput

Form = Literal["text", "markdown", "page", "table"]

FORMS: dict[str, Form] = {
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".tsv": "table",
    ".tab": "table",
}
KNOWN = ".txt, .md, .html, .htm and .tsv"

_OTHERS_TEXT = """
    .doc .docx .odt .rtf .pdf .pages .epub .mobi .xls .xlsx .ods .csv .ppt .pptx .odp .tmx
    .xliff .xlf .sdlxliff .mqxliff .po .json .xml .zip .gz .7z .rar .tar .png .jpg .jpeg
    .gif .webp .tif .tiff .bmp .svg .mp3 .mp4 .wav .exe .dll .so .sqlite .db
"""
_OTHERS = frozenset(_OTHERS_TEXT.split())
"""Endings of files that are something else, or text with a structure of its own."""

LIMIT = 64 * 1024 * 1024
"""Bytes; a novel in both languages has two million."""


def form_of(path: Path) -> Form:
    """How to read a file, by its ending; raises `UnusableInput` for other kinds of documents."""
    ending = path.suffix.lower()
    if ending in _OTHERS:
        raise UnusableInput(
            f"{path} is a {ending} file, which cannot be read; save it as one of {KNOWN}."
        )
    return FORMS.get(ending, "text")


def load(path: Path) -> bytes:
    """Return all bytes of a file of at most `LIMIT`; raises `UnusableInput`."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise UnusableInput(f"{path} is a folder; name one of the files in it.")
        if status.st_size > LIMIT:
            raise _too_large(path)
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
    except FileNotFoundError:
        raise UnusableInput(f"There is no file {path}.") from None
    except PermissionError:
        raise UnusableInput(f"{path} may not be read; change its permissions.") from None
    except (OSError, ValueError) as error:
        reason = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else error
        raise UnusableInput(f"{path} could not be read: {reason}.") from None
    if len(data) > LIMIT:  # a device or a pipe, whose size is not known beforehand
        raise _too_large(path)
    return data


def _too_large(path: Path) -> UnusableInput:
    return UnusableInput(
        f"{path} is larger than {LIMIT // 1024**2} MB, the most that is read; divide it into parts."
    )
