"""What is wrong with a file itself, whatever its units say, by the rules of its format."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from aligner.files import Progress, open_source
from aligner.formats.head import head_of
from aligner.formats.registry import FORMATS, packed_suffixes
from aligner.formats.tmx.validation import Issue
from aligner.formats.tools import PLAIN, Tool


def file_issues(
    path: Path, tool: Tool = PLAIN, *, progress: Progress | None = None
) -> Iterator[Issue]:
    """Yield the issues of a file as they are met; nothing where its format has no rules of ours.

    With a tool also the codes that it does not know. Raises `UnusableInput` where the file breaks
    off, is not well-formed or does harm.
    """
    with open_source(path, packed_suffixes()) as source:
        head = head_of(source)
        for form in FORMATS:
            if form.check and form.units and form.units.recognises(head):
                yield from form.check(source, tool, progress)
