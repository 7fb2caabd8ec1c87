"""What hangs over the text and is none of it: raised marks of notes, readings of old guides."""

from __future__ import annotations

import re

from aligner.formats.documents.flow import Flow
from aligner.formats.notes import is_note_label

LONGEST_MARK = 8
"""Characters of the mark of a note."""
_GUIDE = re.compile(r"\\o(?:\\a[dclr])?\s*\(\s*\\s\\up\s*\d+\s*\([^()]*\)\s*[,;]([^()]*)\)", re.I)


def take_off_mark(flow: Flow, mark: int, before: str, *, is_certain: bool = False) -> None:
    """Take off what was raised since `mark` where it is the mark of a note.

    `before` is how the text ended there; a note may begin with its own mark. With `is_certain` the
    document itself says that it is one.
    """
    text = flow.take_back(mark)
    context = "。" if flow.is_in_note and not before.strip() else before
    is_mark = is_certain or is_note_label(text, context)
    if not is_mark or len(text.strip()) > LONGEST_MARK:
        flow.add(text)


def guided_text(code: str) -> str:
    """Return the text that stands under its reading in the code of an `EQ` field, if it is one."""
    found = _GUIDE.search(code)
    return found[1] if found else ""
