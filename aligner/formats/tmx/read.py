"""TMX of any tool to units, as it streams by.

Lenient: the version, missing attributes and their order do not matter, `lang` serves as `xml:lang`,
a text without a code is asked for its language itself, and a prefix on every element is taken off.
Of more than two languages the Chinese and the English are taken; a unit that has neither is passed
over. Of several texts in one language each makes a unit, unless a code was asked for. What is not
taken is counted. Invariant: texts are as the file has them, and what else it says of a unit is
among its properties (see `properties`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from aligner.article import Language
from aligner.bitext import Status
from aligner.files import DEEPEST, Progress, Source, XmlReader, read_xml, refuse_depth
from aligner.formats.inline import Segment
from aligner.formats.language_codes import PreferredCodes, language_of_code, without_source
from aligner.formats.other_languages import units_or_refusal
from aligner.formats.properties import Place, attribute_name, property_name, segment_name
from aligner.formats.status import CONFIDENCE, STATUS, confidence_of, status_of
from aligner.formats.tmx.origins import Origins
from aligner.formats.tmx.plain import END, take_plain
from aligner.script import language_of
from aligner.unit import Unit, read_from

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

_LONGEST = 1 << 20
"""Characters of a unit that wait for its end; the parser gets longer ones in parts."""
_MOST_VARIANTS = 1000
"""Languages of a unit; more are none."""


class _Variant:
    """A `tuv`: one language of a unit."""

    text = markup = ""

    def __init__(self, attributes: dict[str, str]) -> None:
        self.code = attributes.pop("xml:lang", "") or attributes.pop("lang", "")
        self.attributes = attributes
        self.properties: list[tuple[str, str]] = []
        self.notes: list[str] = []
        self._segments: list[tuple[str, str]] = []

    def take(self, text: str, markup: str) -> None:
        """Take in a segment: the only one, or one more line where a tool writes several."""
        if self.text:
            self._segments = self._segments or [(self.text, self.markup)]
            self._segments.append((text, markup))
        else:
            self.text, self.markup = text, markup

    def join(self) -> None:
        """Put the lines of a text together, once all are there."""
        if self._segments:
            self.text = "\n".join(text for text, _ in self._segments)
            if any(markup for _, markup in self._segments):
                self.markup = "\n".join(
                    markup or escape(text, quote=False) for text, markup in self._segments
                )


def read_tmx(
    source: Source, preferred: PreferredCodes, progress: Progress | None
) -> Iterator[Unit]:
    """Yield the units of a TMX file; raises UnusableInput where it breaks off, or holds none."""
    handler = TmxHandler(source.path, preferred)
    units = read_xml(source, handler, progress, handler.feed)
    return units_or_refusal(source.path, preferred.left_out.others, units)


class TmxHandler:
    """Makes units of the elements of a TMX file.

    It is called seven times and more for every unit, which decides how long a large memory takes:
    what is common comes first in each of its functions.
    """

    __slots__ = (
        "_attributes",
        "_ended_at",
        "_inside",
        "_is_between",
        "_name",
        "_notes",
        "_odd",
        "_origins",
        "_parser",
        "_parts",
        "_path",
        "_preferred",
        "_prefix",
        "_properties",
        "_rest",
        "_segment",
        "_text",
        "_variants",
        "done",
    )

    def __init__(self, path: Path, preferred: PreferredCodes) -> None:
        self.done: list[Unit] = []
        self._path = path
        self._preferred = preferred
        self._prefix = ""
        self._origins = Origins()
        self._parts: list[str] = []
        self._text = ""
        """The open element whose text counts."""
        self._rest = ""
        """The beginning of a unit whose end is in the next piece."""
        self._is_between = False
        """Whether the parser stands behind a unit, where the next may begin."""
        self._ended_at = -1
        """Where the last end of a unit stands among the bytes that the parser was given."""
        self._inside = 0
        """Elements that are open inside it."""
        self._odd = 0
        """Elements that are open and no part of a unit."""
        self._segment: Segment | None = None
        self._name = ""
        self._attributes: dict[str, str] | None = None
        self._properties: list[tuple[str, str]] = []
        self._notes: list[str] = []
        self._variants: list[_Variant] = []

    def connect(self, parser: XMLParserType) -> None:
        """Set the handlers of elements and text."""
        parser.StartElementHandler = self._start_first
        parser.EndElementHandler = self._end
        # A built-in method: no frame of Python for each piece of text.
        parser.CharacterDataHandler = self._parts.append
        self._parser = parser

    def feed(self, reader: XmlReader, piece: bytes) -> None:
        """Take in a piece of the file: plain units at once, the rest by the parser.

        Whether a unit can begin somewhere, only the parser knows; it is asked at the end of each
        unit that it reads, and holds for the plain ones that follow.
        """
        try:
            text = self._rest + piece.decode("utf-8")
        except UnicodeDecodeError:  # the parser says where
            self.pass_on(reader, self._rest.encode("utf-8") + piece)
            return
        start = 0
        while True:
            if self._is_between:
                end = take_plain(text, start, self.done, self._origins)
                reader.skipped_lines += text.count("\n", start, end)
                start = end
            cut = text.find(END, start) + len(END)
            if cut < len(END):
                break
            self.pass_on(reader, text[start:cut].encode("utf-8"))
            start = cut
        self._rest = text[start:]
        if not piece or not self._is_between or len(self._rest) > _LONGEST:
            if self._rest:
                self.pass_on(reader, self._rest.encode("utf-8"))
            if not piece:
                self.pass_on(reader, b"")

    def pass_on(self, reader: XmlReader, piece: bytes) -> None:
        """Give a piece of the file to the parser; an empty one is its end."""
        self._rest = ""
        self._origins.feed(piece)
        reader.feed(piece)
        if not piece:
            self._origins.finish()
        at_end = self._ended_at == reader.fed - len(END)
        self._is_between = at_end and self._attributes is None

    def _start_first(self, name: str, attributes: dict[str, str]) -> None:
        """Take in the first element, which says what prefix all have."""
        self._prefix = name[: name.rfind(":") + 1]
        self._parser.StartElementHandler = self._start_prefixed if self._prefix else self._start
        if self._prefix:
            self._parser.EndElementHandler = self._end_prefixed
        self._parser.StartElementHandler(name, attributes)

    def _start_prefixed(self, name: str, attributes: dict[str, str]) -> None:
        self._start(name.removeprefix(self._prefix), attributes)

    def _end_prefixed(self, name: str) -> None:
        self._end(name.removeprefix(self._prefix))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if self._text:
            self._start_inside(name, attributes)
        elif name == "seg" or name == "note":
            self._text = name
            self._parts.clear()
        elif name == "prop":
            self._text = name
            self._name = attributes.get("type", "")
            self._parts.clear()
        elif name == "tuv" and len(self._variants) < _MOST_VARIANTS:
            self._variants.append(_Variant(attributes))
        elif name == "tu" and self._attributes is None:
            self._attributes = attributes
            self._properties, self._notes, self._variants = [], [], []
            self._origins.begin(self._parser.CurrentByteIndex)
        else:
            if name == "header":
                self._origins.source = language_of_code(attributes.get("srclang", ""))
            self._odd += 1
            if self._odd > DEEPEST:
                raise refuse_depth(self._path)

    def _end(self, name: str) -> None:
        if self._text:
            if self._inside:
                self._end_inside()
            else:
                self._close(name)
        elif name == "tuv":
            pass
        elif name == "tu":
            self._ended_at = self._parser.CurrentByteIndex
            if self._attributes is not None:
                made = len(self.done)
                self._finish(self._attributes)
                if made < len(self.done):
                    self._trace(made, self._attributes.get("srclang"))
                self._attributes = None
        else:
            self._odd -= 1

    def _close(self, name: str) -> None:
        """Put the text of a `seg`, `prop` or `note` where it belongs."""
        self._text = markup = ""
        parts = self._parts
        text = parts[0] if len(parts) == 1 else "".join(parts)
        if self._segment is not None:
            self._segment.add(text)
            text = self._segment.text
            markup = self._segment.markup if self._segment.has_tags else ""
            self._segment = None
        if name == "seg":
            if self._variants:
                self._variants[-1].take(text, markup)
        elif not self._variants:
            if name == "prop":
                self._properties.append((self._name, text))
            else:
                self._notes.append(text)
        elif name == "prop":
            self._variants[-1].properties.append((self._name, text))
        else:
            self._variants[-1].notes.append(text)

    def _start_inside(self, name: str, attributes: dict[str, str]) -> None:
        self._inside += 1
        if self._inside > DEEPEST:
            raise refuse_depth(self._path)
        if self._segment is None:
            self._segment = Segment()
        self._segment.add("".join(self._parts))
        self._parts.clear()
        self._segment.start(name, attributes)

    def _end_inside(self) -> None:
        self._inside -= 1
        assert self._segment is not None
        self._segment.add("".join(self._parts))
        self._parts.clear()
        self._segment.end()

    def _finish(self, attributes: dict[str, str]) -> None:
        chinese, english = self._chosen()
        if not chinese and not english:
            return
        zh = chinese[0] if chinese else None
        en = english[0] if english else None
        self._add(attributes, zh, en)
        further = [(text, en) for text in chinese[1:]] + [(zh, text) for text in english[1:]]
        for pair in further:
            self._preferred.left_out.further += 1
            # An identity is that of one unit.
            self._add({k: v for k, v in attributes.items() if k != "tuid"}, *pair)

    def _add(self, attributes: dict[str, str], zh: _Variant | None, en: _Variant | None) -> None:
        confidence: float | None = None
        status: Status = "proposed"
        properties = [(f"@{name}", value) for name, value in attributes.items()]
        for name, value in self._properties:
            if name == CONFIDENCE and (figure := confidence_of(value)) is not None:
                confidence = figure
            elif name == STATUS and (known := status_of(value)) is not None:
                status = known
            else:
                properties.append((property_name("unit", name), value))
        if zh is None:
            zh = _NONE
        elif zh.attributes or zh.properties or zh.markup:
            properties += _properties("zh", zh)
        if en is None:
            en = _NONE
        elif en.attributes or en.properties or en.markup:
            properties += _properties("en", en)
        if "srclang" in attributes:
            properties = [*without_source(tuple(properties), (zh.code, en.code))]
        notes = [*self._notes, *zh.notes, *en.notes]
        self.done.append(
            Unit(
                zh.text,
                en.text,
                zh.code,
                en.code,
                confidence,
                status,
                "\n".join(notes),
                tuple(properties),
            )
        )

    def _trace(self, made: int, srclang: str | None) -> None:
        """Give the units that were made of one element their origin, and their direction."""
        element = self._origins.taken(self._ended_at)
        source = self._origins.source_of(srclang)
        self.done[made:] = [
            read_from(element, replace(unit, source=source)) for unit in self.done[made:]
        ]

    def _chosen(self) -> tuple[list[_Variant], list[_Variant]]:
        """Return the Chinese and the English texts of a unit: all, or those with a wanted code."""
        found: dict[Language, list[_Variant]] = {"zh": [], "en": []}
        for variant in self._variants:
            variant.join()
            language = language_of_code(variant.code)
            if language is None and not variant.code:
                language = language_of(variant.text)
            if language is not None:
                found[language].append(variant)
            else:
                self._preferred.left_out.add_other(variant.code, variant.text)
        return self._wanted("zh", found["zh"]), self._wanted("en", found["en"])

    def _wanted(self, language: Language, variants: Sequence[_Variant]) -> list[_Variant]:
        """Return which of several texts in one language are taken."""
        if len(variants) < 2:
            return [*variants]
        wanted = [one for one in variants if self._preferred.prefers(language, one.code)]
        for variant in variants if wanted else ():
            if variant not in wanted:
                self._preferred.left_out.add_unchosen(variant.code, variant.text)
        first, *others = wanted or variants
        known = {first.text, ""}
        taken = [first]
        for other in others:
            if other.text.strip() not in known:
                known.add(other.text)
                taken.append(other)
        return taken


def _properties(place: Place, variant: _Variant) -> Iterable[tuple[str, str]]:
    for name, value in variant.attributes.items():
        yield attribute_name(place, name), value
    for name, value in variant.properties:
        yield property_name(place, name), value
    if variant.markup:
        yield segment_name(place), variant.markup


_NONE = _Variant({})
"""The text that a unit lacks."""
