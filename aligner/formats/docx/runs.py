"""Runs of a Word document: whether they are hidden, and whether they are the mark of a note."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from aligner.formats.documents import Flow, take_off_mark
from aligner.formats.docx.parts import W
from aligner.formats.docx.styles import Style, is_on, value

_REFERENCES = (f"{W}footnoteReference", f"{W}endnoteReference")


class Run:
    """A run while it is read."""

    __slots__ = ("_before", "_flow", "_is_mark", "_is_raised", "_mark", "font")

    def __init__(
        self, element: Element, properties: Element | None, style: Style, flow: Flow
    ) -> None:
        raised = properties.find(f"{W}vertAlign") if properties is not None else None
        self._is_raised = value(raised) == "superscript"
        self._is_mark = style.is_note_mark or any(
            value(note, "customMarkFollows") in ("1", "true", "on")
            for name in _REFERENCES
            for note in element.iter(name)
        )
        fonts = properties.find(f"{W}rFonts") if properties is not None else None
        self.font = value(fonts, "ascii")
        """The font of what is neither Chinese nor a symbol of its own."""
        self._flow = flow
        self._mark = flow.mark()
        self._before = flow.tail() if self._is_raised else ""

    def end(self) -> None:
        """End the run: the mark of a note is taken off the text again."""
        if not (self._is_mark or self._is_raised):
            return
        take_off_mark(self._flow, self._mark, self._before, is_certain=self._is_mark)


def is_hidden(properties: Element | None, style: Style, paragraph: Style) -> bool:
    """Whether a run is hidden: as it says itself, or by its style or that of its paragraph."""
    said = properties.find(f"{W}vanish") if properties is not None else None
    if said is not None:
        return is_on(said)
    return style.is_hidden != paragraph.is_hidden
