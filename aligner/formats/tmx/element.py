"""A `tu` with what has changed about its unit, and nothing else: an edit of its text.

The rest of the element stays as it came, white space, attributes, other languages and all. What a
translator says of a unit is written where the element says such a thing already; only a mark for
review is added, since nobody would find it otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from typing import NamedTuple
from xml.parsers import expat

from aligner.article import Language
from aligner.errors import UnusableInput
from aligner.files import legal, one_line, segment, xml_text
from aligner.formats.inline import Segment, read_markup
from aligner.formats.properties import segment_name
from aligner.formats.status import CONFIDENCE, STATUS
from aligner.unit import Unit

_TAG = re.compile(rb"""<[^\s/>]+(?:\s+[^\s=>]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*/?>""")
_NAME = re.compile(r"<(/?)(?=[A-Za-z])")
_LANGUAGES: tuple[Language, ...] = ("zh", "en")
_CODES = ("xml:lang", "lang")


class _Span(NamedTuple):
    """A stretch of the element, in bytes."""

    start: int
    stop: int


@dataclass(slots=True)
class _Part:
    """An element inside the `tu`: where it stands, and what it says."""

    whole: _Span
    tag: _Span
    name: str = ""
    """The type of a property."""
    text: str = ""
    is_empty: bool = False
    """Whether it has no end tag."""

    @property
    def content(self) -> _Span:
        """What stands between its tags; the tag itself where it has no end tag."""
        return self.tag if self.is_empty else _Span(self.tag.stop, self.whole.stop)


@dataclass(slots=True)
class _Variant:
    """A `tuv`."""

    tag: _Span
    attributes: dict[str, str]
    segment: _Part | None = None
    notes: list[_Part] = field(default_factory=list)

    @property
    def code(self) -> str:
        """The code of its language, as it stands there."""
        return self.attributes.get("xml:lang", "") or self.attributes.get("lang", "")

    @property
    def text(self) -> str:
        """Its text without tags."""
        return self.segment.text if self.segment else ""


class _Places:
    """Where everything stands in an element."""

    def __init__(self, content: bytes) -> None:
        self.tag = _Span(0, 0)
        self.attributes: dict[str, str] = {}
        self.prefix = ""
        """What the names of all elements begin with, in a file that names its namespace."""
        self.end = 0
        """Where its end tag begins."""
        self.variants: list[_Variant] = []
        self.notes: list[_Part] = []
        self.properties: list[_Part] = []
        self._content = content
        self._open: _Part | None = None
        self._segment = Segment()
        self._inside = 0
        self._parser = expat.ParserCreate("utf-8")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._finish
        self._parser.CharacterDataHandler = lambda text: self._segment.add(text)
        self._parser.Parse(content, True)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if not self.tag.stop:
            self.prefix = name[: name.rfind(":") + 1]
        name = name.removeprefix(self.prefix)
        if self._open is not None:
            self._inside += 1
            self._segment.start(name, attributes)
            return
        start = self._parser.CurrentByteIndex
        found = _TAG.match(self._content, start)
        tag = _Span(start, found.end() if found else start)
        if name == "tu" and not self.tag.stop:
            self.tag, self.attributes = tag, attributes
        elif name == "tuv":
            self.variants.append(_Variant(tag, attributes))
        elif name in ("seg", "note", "prop"):
            empty = self._content[tag.start : tag.stop].endswith(b"/>")
            self._open = _Part(tag, tag, attributes.get("type", ""), is_empty=empty)
            self._segment = Segment()

    def _finish(self, name: str) -> None:
        at = self._parser.CurrentByteIndex
        name = name.removeprefix(self.prefix)
        if self._open is None:
            self.end = at  # of the `tu` in the end
            return
        if self._inside:
            self._inside -= 1
            self._segment.end()
            return
        part, self._open = self._open, None
        part.text = self._segment.text
        if not part.is_empty:
            part.whole = _Span(part.tag.start, at)
        if name == "seg" and self.variants:
            self.variants[-1].segment = part
        elif name == "note":
            (self.variants[-1].notes if self.variants else self.notes).append(part)
        elif name == "prop" and not self.variants:
            self.properties.append(part)


def text_with_tags(unit: Unit, language: Language) -> str:
    """Return a text of a unit as a `seg` holds it: with its tags, if they are those of the text."""
    text = segment(unit.zh if language == "zh" else unit.en)
    markup = dict(unit.properties).get(segment_name(language), "")
    read = read_markup(legal(markup), one_line) if markup else None
    if read is not None and segment(read.text) == text:
        return read.markup.strip()
    return escape(text, quote=False)


def prefixed(written: str, prefix: str) -> str:
    """Return elements under the prefix that the others in a file have; mostly that is none."""
    return _NAME.sub(rf"<\1{prefix}", written) if prefix else written


def is_unchanged(unit: Unit) -> bool:
    """Return whether the element of a unit says what the unit says, as far as it is written."""
    assert unit.origin
    said, text = unit.origin.unit, unit.origin.element.text
    return (
        unit.has_its_texts
        and (unit.zh_code, unit.en_code, unit.note) == (said.zh_code, said.en_code, said.note)
        and (unit.status == said.status or (unit.status != "review" and STATUS not in text))
        and (unit.confidence == said.confidence or CONFIDENCE not in text)
    )


def edited_element(text: str, units: Sequence[Unit], srclang: str = "") -> str:
    """Return an element with what its units say now; `srclang` is set where it is not empty.

    Raises `UnusableInput` for an element that is damaged, as one from a damaged project may be.
    """
    try:
        edit = _Edit(text.encode("utf-8"))
    except (expat.ExpatError, UnicodeEncodeError):
        named = segment(units[0].zh or units[0].en)[:40]
        raise UnusableInput(
            f"The TMX element kept with the unit “{named}” is damaged, so what was edited cannot "
            "be written into it. Take the project from a backup, or write another format, such as "
            ".xlsx or .csv, which holds the texts alone."
        ) from None
    for unit in units:
        edit.set_texts(unit)
        edit.set_judgement(unit)
    if srclang:
        edit.set_attribute(edit.places.tag, "srclang", srclang)
    return edit.result()


class _Edit:
    """The replacements that are to be made in an element."""

    def __init__(self, content: bytes) -> None:
        self.places = _Places(content)
        self._content = content
        self._tags: dict[_Span, bytes] = {}
        self._made: list[tuple[_Span, bytes]] = []

    def set_texts(self, unit: Unit) -> None:
        """Write the texts and codes of a unit where they differ from what was read."""
        assert unit.origin
        for language in _LANGUAGES:
            old, old_code = _text(unit.origin.unit, language)
            new, code = _text(unit, language)
            variant = self._variant(old, old_code)
            if variant is None:
                if new.strip() and not old:
                    self._add_variant(code, text_with_tags(unit, language))
                continue
            if segment(new) != segment(old):
                self._set_segment(variant, text_with_tags(unit, language))
            if code != old_code and code:
                name = next((n for n in _CODES if n in variant.attributes), _CODES[0])
                self.set_attribute(variant.tag, name, code)

    def _variant(self, text: str, code: str) -> _Variant | None:
        alike = [v for v in self.places.variants if v.code == code]
        return next((v for v in alike if v.text == text), None)

    def _set_segment(self, variant: _Variant, written: str) -> None:
        part = variant.segment
        if part is None:
            return
        if part.is_empty:
            written = f"<seg>{written}</seg>"
        self._replace(part.content, written)

    def _add_variant(self, code: str, written: str) -> None:
        last = self.places.variants[-1].tag.start if self.places.variants else self.places.end
        added = f'<tuv xml:lang="{escape(code)}"><seg>{written}</seg></tuv>'
        space = self._space_before(last)
        # In line with the others: the white space before the end tag is that of the end tag.
        end = len(self._content[: self.places.end].rstrip())
        self._replace(_Span(end, end), space + added)

    def set_judgement(self, unit: Unit) -> None:
        """Write what is said of a unit, where it differs from what was read."""
        assert unit.origin
        said = unit.origin.unit
        kept = {part.name: part for part in self.places.properties}
        if unit.status != said.status:
            if STATUS in kept:
                self._set_property(kept[STATUS], unit.status)
            elif unit.status == "review":
                self._add(f'<prop type="{STATUS}">{unit.status}</prop>')
        if (
            unit.confidence != said.confidence
            and unit.confidence is not None
            and CONFIDENCE in kept
        ):
            self._set_property(kept[CONFIDENCE], f"{unit.confidence:.3f}")
        if unit.note != said.note:
            self._set_note(unit.note)

    def _set_property(self, part: _Part, value: str) -> None:
        if part.is_empty:
            self._replace(part.whole, f'<prop type="{escape(part.name)}">{value}</prop>')
        else:
            self._replace(part.content, value)

    def _set_note(self, note: str) -> None:
        """Put a note in the place of all that are there."""
        for part in (*self.places.notes, *(n for v in self.places.variants for n in v.notes)):
            start = len(self._content[: part.whole.start].rstrip())
            end = part.whole.stop
            if not part.is_empty:
                end = self._content.index(b">", end) + 1
            self._replace(_Span(start, end), "")
        for line in note.split("\n"):
            if segment(line):
                self._add(f"<note>{xml_text(segment(line))}</note>")

    def _add(self, written: str) -> None:
        """Add an element before the texts."""
        first = self.places.variants[0].tag.start if self.places.variants else self.places.end
        end = len(self._content[:first].rstrip())
        self._replace(_Span(end, end), self._space_before(first) + written)

    def _space_before(self, index: int) -> str:
        before = self._content[:index]
        return before[len(before.rstrip()) :].decode("utf-8")

    def set_attribute(self, tag: _Span, name: str, value: str) -> None:
        """Set an attribute of a tag, in its place or as its last one."""
        text = self._tags.get(tag, self._content[tag.start : tag.stop]).decode("utf-8")
        wanted = f' {name}="{escape(value)}"'
        given = re.compile(rf"""\s{re.escape(name)}\s*=\s*(?:"[^"]*"|'[^']*')""")
        if given.search(text):
            text = given.sub(lambda _: wanted, text, count=1)
        else:
            text = re.sub(r"\s*/?>$", lambda end: wanted + end[0], text)
        self._tags[tag] = text.encode("utf-8")

    def _replace(self, span: _Span, written: str) -> None:
        written = prefixed(written, self.places.prefix)
        self._made.append((span, written.encode("utf-8", "replace")))

    def result(self) -> str:
        """Return the element with all that was replaced, in its place."""
        pieces: list[bytes] = []
        done = 0
        # Of two insertions at one place the first made stands first: sorting is stable.
        for span, written in sorted([*self._made, *self._tags.items()], key=lambda one: one[0]):
            pieces += (self._content[done : span.start], written)
            done = max(done, span.stop)
        return b"".join([*pieces, self._content[done:]]).decode("utf-8")


def _text(unit: Unit, language: Language) -> tuple[str, str]:
    return (unit.zh, unit.zh_code) if language == "zh" else (unit.en, unit.en_code)
