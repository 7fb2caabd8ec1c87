"""Text of any encoding, line by line, for the formats that are plain text.

The encoding is found by how the file begins, as it is for articles. No line is longer than memory
can bear.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import suppress

from aligner.errors import UnusableInput
from aligner.files.progress import Progress
from aligner.files.unpacking import HEAD, Source

_LONGEST = 1 << 20
"""Characters of a line; one line is one unit, or a part of one."""


def lines_of(source: Source) -> Iterator[str]:
    """Yield the lines of a text with their ends; raises `UnusableInput` for what is no text."""
    from aligner.files.encodings import decode

    _, name = decode(_sample(source.head), source.path, None)
    name = "utf-8-sig" if name == "utf-8" else name
    text = io.TextIOWrapper(source.stream, encoding=name, newline="")
    try:
        while line := text.readline(_LONGEST):
            if len(line) == _LONGEST:
                raise UnusableInput(
                    f"{source.path} has a line of more than {_LONGEST:,} characters; "
                    "it is no table."
                )
            yield line
    except UnicodeError:
        raise UnusableInput(
            f"{source.path} is not text in one encoding throughout; save it as UTF-8."
        ) from None
    finally:
        with suppress(ValueError):  # whoever opened the file may have closed it by now
            text.detach()


def lines_with_progress(source: Source, progress: Progress | None) -> Iterator[str]:
    """Yield what `lines_of` yields, telling how many bytes of how many have been read."""
    for number, line in enumerate(lines_of(source)):
        if progress and not number % 1000:
            progress("reading", source.position(), source.size)
        yield line


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
