"""Text of any encoding, line by line, for the formats that are plain text.

The encoding is found by how the file begins, as it is for articles. No line is longer than memory
can bear.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from aligner.errors import UnusableInput
from aligner.files.unpacking import HEAD, Opened

_LONGEST = 1 << 20
"""Characters of a line; one line is one unit, or a part of one."""


def lines_of(source: Opened, path: Path) -> Iterator[str]:
    """Yield the lines of a text with their ends; raises `UnusableInput` for what is no text."""
    from aligner.files.encodings import decode

    _, name = decode(_sample(source.head), path, None)
    name = "utf-8-sig" if name == "utf-8" else name
    text = io.TextIOWrapper(source.stream, encoding=name, newline="")
    try:
        while line := text.readline(_LONGEST):
            if len(line) == _LONGEST:
                raise UnusableInput(
                    f"{path} has a line of more than {_LONGEST:,} characters; it is no table."
                )
            yield line
    except UnicodeError:
        raise UnusableInput(
            f"{path} is not text in one encoding throughout; save it as UTF-8."
        ) from None
    finally:
        with suppress(ValueError):  # whoever opened the file may have closed it by now
            text.detach()


def _sample(head: bytes) -> bytes:
    """Cut how a file begins behind its last whole line, so that no character is cut."""
    if len(head) < HEAD:
        return head
    for end in (b"\n\0", b"\0\n"):
        cut = head.rfind(end)
        while cut >= 0 and cut % 2:
            cut = head.rfind(end, 0, cut + 1)
        if cut > 0:
            return head[: cut + 2]
    cut = head.rfind(b"\n")
    return head[: cut + 1] if cut > 0 else head
