"""TBX of either generation, and MultiTerm's XML, to entries as they stream by.

A status stands beside its term, within the same group. Refuses what `xml_stream` refuses.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from aligner.article import Language
from aligner.files import DEEPEST, refuse_depth, segment
from aligner.formats import language_of_code
from aligner.terms.formats.rows import make_entry
from aligner.terms.formats.status import status_of
from aligner.terms.values import Entry, TermStatus

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

_CONCEPTS = ("conceptEntry", "termEntry", "conceptGrp")
_LANGUAGES = ("langSec", "langSet", "languageGrp")
_GROUPS = ("tig", "ntig", "termSec", "termGrp")
_PARTS = ("partofspeech", "part of speech", "wordclass")
_DOMAINS = ("subjectfield", "subject", "domain")
_STATUSES = (
    "administrativestatus",
    "normativeauthorization",
    "usagestatus",
    "termstatus",
    "status",
)


@dataclass(slots=True)
class _Concept:
    forms: dict[Language, list[str]] = field(default_factory=lambda: {"zh": [], "en": []})
    banned: dict[str, TermStatus] = field(default_factory=dict)
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
        self._group: tuple[list[str], list[TermStatus]] = ([], [])
        """The terms of the group that is open, and what is said of them."""
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
        elif name in _LANGUAGES and name != "languageGrp":
            self._enter(attributes.get("xml:lang") or attributes.get("lang") or "?")
        elif name == "language":  # MultiTerm says it in an element of its own
            self._enter(attributes.get("lang") or attributes.get("type") or "?")
        elif name in _GROUPS:
            self._group = ([], [])
        if name != "hi":  # emphasis within a term belongs to it
            self._text.clear()
        self._open.append((name, attributes.get("type", name)))

    def _enter(self, code: str) -> None:
        """Take what comes for terms of a language."""
        self._language = language_of_code(code)
        if self._language is None and code not in self.others:
            self.others.append(code)

    def _end(self, name: str) -> None:
        name, kind = self._open.pop()
        if name == "hi":
            return
        text = segment("".join(self._text))
        self._text.clear()
        concept = self._concept
        kind = kind.lower()
        if name == "term" and self._language and text:
            concept.forms[self._language].append(text)
            self._group[0].append(text)
        elif name in _GROUPS:
            status: TermStatus = next((one for one in self._group[1] if one), "")
            concept.banned.update(dict.fromkeys(self._group[0], status))
        elif kind in _STATUSES:
            self._group[1].append(status_of(text))
        elif kind in _PARTS:
            concept.part = concept.part or text
        elif kind in _DOMAINS:
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
                    banned=concept.banned,
                    part=concept.part,
                    domain=concept.domain,
                    note=concept.note,
                )
            )
