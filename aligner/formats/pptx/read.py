"""Presentations to blocks: slide by slide, the title first, notes of the speaker behind.

The source of a presentation is that text, one line a block; a slide is a section. The notes of a
speaker answer to the slide where they say it in the other language, and are notes otherwise; notes
in one language under slides in both have no counterpart and are set apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from aligner.article import Language, ParagraphKind
from aligner.formats.document import Document, Raw
from aligner.formats.documents.flow import Line
from aligner.formats.documents.furniture import FIGURES
from aligner.formats.passage import Block, whole
from aligner.formats.pptx.parts import Part, Presentation, local
from aligner.formats.pptx.shapes import TITLES, Box, Point, boxes_of
from aligner.formats.text import is_heading
from aligner.script import language_of

_HIDDEN = "hidden slide"
_SPEAKER = "speaker notes"
_ROW = 182_880
"""Boxes whose tops are no more than a fifth of an inch apart stand side by side."""


@dataclass(frozen=True, slots=True)
class _Slide:
    lines: list[Line]
    notes: list[Line]

    @property
    def languages(self) -> set[Language]:
        """The languages of its text."""
        return _languages(self.lines)


def read_pptx(raw: Raw) -> Document:
    """Return what a presentation says; raises `UnusableInput`."""
    presentation = Presentation(raw)
    left_out: Counter[str] = Counter()
    slides = [_slide(part, presentation, left_out) for part in presentation.slides()]
    answers = _answer(slides)
    are_alone = _are_alone(slides)
    lines: list[tuple[Line, int]] = []
    for number, slide in enumerate(slides):
        lines += [(line, number) for line in slide.lines]
        for note in slide.notes:
            kind: ParagraphKind = "body" if answers else "note"
            label = note.label or (_SPEAKER if are_alone else "")
            lines.append((Line(note.text, kind, label), number))
    return Document(_blocks(lines), encoding="utf-8", left_out=left_out)


def _blocks(lines: Sequence[tuple[Line, int]]) -> list[Block]:
    source = whole("\n".join(line.text for line, _ in lines))
    blocks: list[Block] = []
    start = 0
    for line, number in lines:
        passage = source.cut(start, start + len(line.text)).strip()
        start += len(line.text) + 1
        label = line.label or ("" if any(map(str.isalpha, passage.text)) else FIGURES)
        is_short = line.kind == "body" and is_heading(passage.text)
        blocks.append(Block(passage, "heading" if is_short else line.kind, label, None, number))
    return blocks


def _slide(part: Part, presentation: Presentation, left_out: Counter[str]) -> _Slide:
    """Return what a slide says, and its notes; all of it is set apart where it is hidden."""
    lines = [line for box in _in_reading_order(boxes_of(part, presentation)) for line in box.lines]
    notes = presentation.of_kind(part, "notesSlide")
    said = (
        [line for box in boxes_of(notes, presentation) if box.role == "body" for line in box.lines]
        if notes
        else []
    )
    comments = presentation.of_kind(part, "comments")
    if comments:
        number = sum(local(element) == "cm" for element in comments.root.iter())
        left_out.update({"comment": number} if number else {})
    charts = sum(related.kind == "chart" for related in part.related.values())
    left_out.update({"chart": charts} if charts else {})
    if part.root.get("show") in {"0", "false"}:
        lines, said = (
            [Line(one.text, one.kind, _HIDDEN) for one in some] for some in (lines, said)
        )
    return _Slide(lines, said)


def _in_reading_order(boxes: list[Box]) -> list[Box]:
    """Return boxes with the titles first, by their place where they hold both languages."""
    titles = [box for box in boxes if box.role in TITLES]
    rest = [box for box in boxes if box.role not in TITLES]
    if len({language for box in rest for language in _languages(box.lines)}) < 2:
        return titles + rest
    row, last = 0, None
    places: dict[int, tuple[int, float]] = {}
    for box in sorted(rest, key=lambda box: _place(box).top):
        at = _place(box)
        row += last is not None and at.top - last > _ROW
        if last is None or at.top - last > _ROW:
            last = at.top
        places[id(box)] = (row, at.left)
    return titles + sorted(rest, key=lambda box: places[id(box)])


def _place(box: Box) -> Point:
    """Return where a box stands; one without a place comes last."""
    return box.at or Point(float("inf"), 0.0)


def _answer(slides: Sequence[_Slide]) -> bool:
    """Whether most notes say what is on their slide, in the other language."""
    noted = [slide for slide in slides if _languages(slide.notes)]
    across = [
        slide
        for slide in noted
        if len(slide.languages) == 1 and not slide.languages & _languages(slide.notes)
    ]
    return len(across) * 2 > len(noted)


def _are_alone(slides: Sequence[_Slide]) -> bool:
    """Whether the slides hold both languages, and the notes one."""
    on_slides = {language for slide in slides for language in slide.languages}
    in_notes = {language for slide in slides for language in _languages(slide.notes)}
    return len(on_slides) == 2 and len(in_notes) == 1 and not _answer(slides)


def _languages(lines: Iterable[Line]) -> set[Language]:
    found = (language_of(line.text) for line in lines if not line.label)
    return {language for language in found if language}
