"""TBX of either generation to entries, as it streams by; refuses what `xml_stream` refuses."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from aligner.article import Language
from aligner.files import DEEPEST, refuse_depth, segment
from aligner.formats import language_of_code
from aligner.terms.formats.rows import make_entry
from aligner.terms.values import Entry

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

_CONCEPTS = ("conceptEntry", "termEntry")
_LANGUAGES = ("langSec", "langSet")
_PARTS = ("partOfSpeech",)


@dataclass(slots=True)
class _Concept:
    forms: dict[Language, list[str]] = field(default_factory=lambda: {"zh": [], "en": []})
    part: str = ""
    domain: str = ""
    note: str = ""


class TbxHandler:
    """Makes entries of concepts."""

    def __init__(self, path: Path) -> None:
        self.done: list[Entry] = []
        self.others: list[str] = []
        """Codes of languages that are neither Chinese nor English."""
        self._path = path
        self._concept = _Concept()
        self._language: Language | None = None
        self._open: list[tuple[str, str]] = []
        self._text: list[str] = []

    def connect(self, parser: XMLParserType) -> None:
        """Set the handlers of elements and text."""
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text.append

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._open) >= DEEPEST:
            raise refuse_depth(self._path)
        name = name.rpartition(":")[2]
        if name in _CONCEPTS:
            self._concept = _Concept()
        elif name in _LANGUAGES:
            code = attributes.get("xml:lang") or attributes.get("lang") or "?"
            self._language = language_of_code(code)
            if self._language is None and code not in self.others:
                self.others.append(code)
        if name != "hi":  # emphasis within a term belongs to it
            self._text.clear()
        self._open.append((name, attributes.get("type", name)))

    def _end(self, name: str) -> None:
        name, kind = self._open.pop()
        if name == "hi":
            return
        text = segment("".join(self._text))
        self._text.clear()
        concept = self._concept
        if name == "term" and self._language and text:
            concept.forms[self._language].append(text)
        elif kind in _PARTS:
            concept.part = concept.part or text
        elif kind == "subjectField":
            concept.domain = concept.domain or text
        elif name == "note":
            concept.note = concept.note or text
        elif name in _LANGUAGES:
            self._language = None
        elif name in _CONCEPTS and concept.forms["zh"] and concept.forms["en"]:
            self.done.append(
                make_entry(
                    concept.forms["zh"],
                    concept.forms["en"],
                    part=concept.part,
                    domain=concept.domain,
                    note=concept.note,
                )
            )
