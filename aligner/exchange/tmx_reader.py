"""TMX of any tool to units, as it streams by.

Lenient: the version, missing attributes and their order do not matter, `lang` serves as `xml:lang`,
a text without a code is asked for its language itself. Of more than two languages the Chinese and
the English are taken; a unit that has neither is passed over. Invariant: texts are as the file has
them, and what else it says of a unit is among its properties (see `properties`).
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from aligner.article import Language
from aligner.bitext import Status
from aligner.exchange.codes import Wanted, language_of_code
from aligner.exchange.inline import Segment
from aligner.exchange.properties import Place, attribute_name, property_name, segment_name
from aligner.exchange.standing import CONFIDENCE, STATUS, confidence_of, status_of
from aligner.exchange.xml_stream import DEEPEST, refuse_depth
from aligner.script import language_of
from aligner.unit import Unit

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

_TEXTS = frozenset({"seg", "prop", "note"})


class _Variant:
    """A `tuv`: one language of a unit."""

    __slots__ = ("attributes", "code", "markup", "notes", "properties", "text")

    def __init__(self, attributes: dict[str, str]) -> None:
        self.code = attributes.pop("xml:lang", "") or attributes.pop("lang", "")
        self.attributes = attributes
        self.properties: list[tuple[str, str]] = []
        self.notes: list[str] = []
        self.text = self.markup = ""


class TmxHandler:
    """Makes units of the elements of a TMX file."""

    def __init__(self, path: Path, wanted: Wanted) -> None:
        self.done: list[Unit] = []
        self.others: dict[str, None] = {}
        """Codes of the other languages met, in their order."""
        self._path = path
        self._wanted = wanted
        self._parts: list[str] = []
        self._depth = self._text_depth = 0
        self._segment: Segment | None = None
        self._name = ""
        self._unit: _Variant | None = None
        self._variants: list[_Variant] = []

    def connect(self, parser: XMLParserType) -> None:
        """Set the handlers of elements and text."""
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        # A built-in method: no frame of Python for each piece of text.
        parser.CharacterDataHandler = self._parts.append

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._text_depth:
            self._start_inside(name, attributes)
        elif name in _TEXTS:
            self._text_depth = self._depth
            self._parts.clear()
            if name == "prop":
                self._name = attributes.get("type", "")
        elif name == "tuv":
            self._variants.append(_Variant(attributes))
        elif name == "tu":
            self._unit = _Variant(attributes)
            self._variants = []
        if self._depth > DEEPEST:
            raise refuse_depth(self._path)

    def _end(self, name: str) -> None:
        if self._text_depth:
            if self._depth == self._text_depth:
                self._close(name, "".join(self._parts))
                self._text_depth = 0
                self._segment = None
            elif self._segment:
                self._segment.add("".join(self._parts))
                self._parts.clear()
                self._segment.end()
        elif name == "tu" and self._unit:
            self._finish(self._unit)
            self._unit = None
        self._depth -= 1

    def _start_inside(self, name: str, attributes: dict[str, str]) -> None:
        if self._segment is None:
            self._segment = Segment()
        self._segment.add("".join(self._parts))
        self._parts.clear()
        self._segment.start(name, attributes)

    def _close(self, name: str, text: str) -> None:
        """Put the text of a `seg`, `prop` or `note` where it belongs."""
        markup = ""
        if self._segment:
            self._segment.add(text)
            text, markup = self._segment.text, self._segment.markup
        if self._unit is None:  # the header's
            return
        holder = self._variants[-1] if self._variants else self._unit
        if name == "prop":
            holder.properties.append((self._name, text))
        elif name == "note":
            holder.notes.append(text)
        else:
            holder.text, holder.markup = text, markup

    def _finish(self, unit: _Variant) -> None:
        zh, en = self._chosen()
        if zh is None and en is None:
            return
        notes = list(unit.notes)
        confidence: float | None = None
        status: Status = "proposed"
        properties = [(f"@{name}", value) for name, value in unit.attributes.items()]
        for name, value in unit.properties:
            if name == CONFIDENCE and (figure := confidence_of(value)) is not None:
                confidence = figure
            elif name == STATUS and (known := status_of(value)) is not None:
                status = known
            else:
                properties.append((property_name("unit", name), value))
        if zh:
            notes += zh.notes
            properties += _properties("zh", zh)
        if en:
            notes += en.notes
            properties += _properties("en", en)
        self.done.append(
            Unit(
                zh.text if zh else "",
                en.text if en else "",
                zh.code if zh else "",
                en.code if en else "",
                confidence,
                status,
                "\n".join(notes),
                tuple(properties),
            )
        )

    def _chosen(self) -> tuple[_Variant | None, _Variant | None]:
        """Return the Chinese and the English of a unit, by the wanted codes."""
        found: dict[Language, _Variant] = {}
        for variant in self._variants:
            language = language_of_code(variant.code)
            if language is None and not variant.code:
                language = language_of(variant.text)
            if language is None:
                if len(self.others) < 20:
                    self.others[variant.code] = None
            elif language not in found or self._wanted.is_wanted(language, variant.code):
                found[language] = variant
        return found.get("zh"), found.get("en")


def _properties(place: Place, variant: _Variant) -> Iterable[tuple[str, str]]:
    for name, value in variant.attributes.items():
        yield attribute_name(place, name), value
    for name, value in variant.properties:
        yield property_name(place, name), value
    if variant.markup:
        yield segment_name(place), variant.markup
