"""A file whose translations have slipped: read, put right, and given back as bytes.

Segments that are settled divide a file into sections, and nothing moves across them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from aligner.article import Language
from aligner.errors import UnusableInput
from aligner.files import Progress, load
from aligner.formats import (
    ANY_COLUMNS,
    Bilingual,
    BilingualSegment,
    ColumnChoice,
    Raw,
    segment_editor_of,
)
from aligner.repair.slips import put_right

_LARGEST = 256 * 1024 * 1024
"""Bytes of a file that is read; a book as XLIFF has some ten million."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A segment that has got another translation."""

    name: str
    original: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Repaired:
    """A file put right."""

    content: bytes
    """All of the file, to be written."""
    moved: tuple[Moved, ...]
    """In the order of the file."""
    segments: int
    untranslated: int
    """Segments with an original and no translation, when all is done."""
    settled: Mapping[str, int]
    """How many segments were not to be moved, by the reason."""
    left_out: Mapping[str, int]
    """How much of the file nobody looked at, by what it is."""


def repair_file(
    path: Path,
    source: Language | None = None,
    progress: Progress | None = None,
    columns: ColumnChoice = ANY_COLUMNS,
) -> Repaired:
    """Put the translations of a file beside their originals; the file itself is left alone.

    `source` is the language of the originals, which the file may say itself; `columns` are those
    that hold the texts, where it has tables. Raises `UnusableInput`, and `UnknownFormat` for a file
    that holds no segments.
    """
    editor = segment_editor_of(path)
    found = editor.read(Raw(path, load(path, _LARGEST), columns=columns))
    language = _source(found, source, path)
    target: Language = "en" if language == "zh" else "zh"
    old = [segment.text(target) for segment in found.segments]
    if not any(text.strip() for text in old) or not any(
        segment.text(language).strip() for segment in found.segments
    ):
        raise UnusableInput(f"{path} does not hold both Chinese and English; nothing can be moved.")
    new = _put_right(found.segments, language, progress)
    moved = tuple(
        Moved(segment.name, segment.text(language), was, now)
        for segment, was, now in zip(found.segments, old, new, strict=True)
        if was != now
    )
    return Repaired(
        found.write(target, new),
        moved,
        len(new),
        sum(
            not now.strip() and bool(segment.text(language).strip())
            for segment, now in zip(found.segments, new, strict=True)
        ),
        Counter(why for segment in found.segments if (why := segment.why_left(target))),
        {what: count for what, count in found.left_out.items() if count},
    )


def _source(found: Bilingual, source: Language | None, path: Path) -> Language:
    said = source or found.source
    if said is None:
        raise UnusableInput(
            f"{path} does not say which language it was translated from; add --source zh or "
            "--source en: that side stays, the other is moved."
        )
    return said


def _put_right(
    segments: Sequence[BilingualSegment], source: Language, progress: Progress | None
) -> list[str]:
    target: Language = "en" if source == "zh" else "zh"
    new = [segment.text(target) for segment in segments]
    for first, behind in _sections(segments, target):
        part = segments[first:behind]
        originals = [segment.text(source) for segment in part]
        translations = new[first:behind]
        if any(text.strip() for text in originals) and any(text.strip() for text in translations):
            new[first:behind] = put_right(originals, translations, source, progress)
    return new


def _sections(segments: Sequence[BilingualSegment], target: Language) -> Iterator[tuple[int, int]]:
    """Yield the runs of two segments and more of one table that are not settled."""
    first = 0
    for n in range(len(segments) + 1):
        is_wall = n == len(segments) or bool(segments[n].why_left(target))
        if is_wall or segments[n].section != segments[first].section:
            if n - first > 1:
                yield first, n
            first = n + is_wall
