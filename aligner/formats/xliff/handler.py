"""What both generations of XLIFF have in common when they are read: texts, tags, languages.

Lenient: any prefix, any order, any tool's additions. Invariant: texts are as the file has them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from aligner.article import Language
from aligner.bitext import Status
from aligner.files import DEEPEST, refuse_depth
from aligner.formats.inline import Segment
from aligner.formats.language_codes import language_of_code
from aligner.formats.left_out import LeftOut
from aligner.formats.properties import segment_name
from aligner.formats.status import CONFIDENCE, STATUS, confidence_of, status_of
from aligner.formats.xliff.write1 import LANGUAGE
from aligner.script import language_of
from aligner.unit import Unit

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType


class XliffHandler:
    """Follows the elements of an XLIFF file; the generations say what each means."""

    def __init__(self, path: Path, left_out: LeftOut) -> None:
        self.done: list[Unit] = []
        self.left_out = left_out
        """Counts the texts that are not handed on."""
        self.source_code = self.target_code = ""
        self.properties: list[tuple[str, str]] = []
        self.notes: list[str] = []
        self._path = path
        self._prefix = ""
        self._depth = 0
        self._parts: list[str] = []

    def connect(self, parser: XMLParserType) -> None:
        """Set the handlers of elements and text."""
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._parts.append

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take in the start of an element, its prefix taken off."""
        raise NotImplementedError

    def end(self, name: str) -> None:
        """Take in its end."""
        raise NotImplementedError

    def taken(self) -> str:
        """Return the text since the last tag, or the last call."""
        text = "".join(self._parts)
        self._parts.clear()
        return text

    def finish(self, source: Segment | None, target: Segment | None, status: Status) -> None:
        """Make a unit of a source and a target, as far as they are in one of the languages.

        Where both are in the same language, each is a unit.
        """
        found: dict[Language, Segment] = {}
        further: list[tuple[dict[Language, Segment], str]] = []
        for segment, code in ((source, self.source_code), (target, self.target_code)):
            text = segment.text if segment else ""
            language = language_of_code(code) if code else language_of(text)
            if language is None:
                if code or text:
                    self.left_out.add_other(code, text)
            elif segment and language not in found:
                found[language] = segment
            elif segment and text.strip():
                self.left_out.further += 1
                further.append(({language: segment}, code))
        if found:
            self.done.append(self._unit(found, (self.source_code, self.target_code), status))
        self.done += [self._unit(text, (code,), status) for text, code in further]

    def _unit(
        self,
        found: Mapping[Language, Segment],
        codes: Iterable[str],
        status: Status,
    ) -> Unit:
        own: dict[Language, str] = {}
        for code in codes:
            if language := language_of_code(code):
                own.setdefault(language, code)
        confidence: float | None = None
        properties: list[tuple[str, str]] = []
        for name, value in self.properties:
            if name == CONFIDENCE and (figure := confidence_of(value)) is not None:
                confidence = figure
            elif name == STATUS and (known := status_of(value)) is not None:
                status = known
            elif name in (f"zh/{LANGUAGE}", f"en/{LANGUAGE}"):
                own["zh" if name[0] == "z" else "en"] = value
            else:
                properties.append((name, value))
        for language, segment in sorted(found.items(), reverse=True):
            if segment.has_tags:
                properties.append((segment_name(language), segment.markup))
        return Unit(
            zh=found["zh"].text if "zh" in found else "",
            en=found["en"].text if "en" in found else "",
            zh_code=own.get("zh", ""),
            en_code=own.get("en", ""),
            confidence=confidence,
            status=status,
            note="\n".join(self.notes),
            properties=tuple(properties),
            source=self._source(),
        )

    def _source(self) -> Language | None:
        """Return the language of the source, by its code or else by what the target's is not."""
        target = language_of_code(self.target_code)
        otherwise: Language | None = None if target is None else "en" if target == "zh" else "zh"
        return language_of_code(self.source_code) or otherwise

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise refuse_depth(self._path)
        if self._depth == 1:
            self._prefix = name[: name.rfind(":") + 1]
        self.start(name.removeprefix(self._prefix), attributes)

    def _end(self, name: str) -> None:
        self._depth -= 1
        self.end(name.removeprefix(self._prefix))
