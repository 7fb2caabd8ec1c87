"""What a TMX file gets wrong: structure, attributes, codes, dates, control characters.

Validates against TMX 1.4b and looks at the file itself, not at the units that a lenient reader
makes of it. Streaming, through the one door for untrusted XML. Invariant: every issue has a code
that silences it; one that repeats is told three times, by line, and then counted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from aligner.files import DEEPEST, Progress, Source, read_xml, refuse_depth
from aligner.formats.language_codes import is_xml_code, language_of_code
from aligner.formats.tmx.controls import ControlWatch
from aligner.formats.tmx.grammar import CHILDREN, CHOICES, DATES, NUMBERS, REQUIRED
from aligner.formats.tools import PLAIN, Tool

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

SHOWN = 3
"""Times that the same issue is told before it is only counted."""
_KINDS = 10_000
"""Different issues that are counted; a file with more is no TMX."""
_DATE = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z")


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing that is wrong in a file."""

    code: str
    """What it is silenced by."""
    kind: str
    """Which sentence tells it."""
    line: int
    """Line of the file, from 1; 0 for a count of those that were not told."""
    values: tuple[str, ...] = ()
    """What its sentence names."""
    times: int = 1
    """How many places it stands for."""


def tmx_issues(
    source: Source, tool: Tool = PLAIN, progress: Progress | None = None
) -> Iterator[Issue]:
    """Yield the issues of a TMX file as they are met.

    With a tool also the codes that it does not know. Raises `UnusableInput` where the file breaks
    off, is not well-formed or does harm.
    """
    watch = ControlWatch(source.stream, source.head)
    watched = replace(source, stream=cast("IO[bytes]", watch))  # as far as it is read
    grammar = _Grammar(source.path, tool)
    met: Counter[tuple[str, tuple[str, ...]]] = Counter()
    controls: list[Issue] = []
    for line, issues in read_xml(watched, grammar, progress):
        controls += [Issue("control", "control", *found) for found in watch.taken()]
        while controls and controls[0].line <= line:
            issues.append(controls.pop(0))
        for issue in sorted(issues, key=lambda issue: issue.line):
            key = issue.kind, issue.values
            if key in met or len(met) < _KINDS:
                met[key] += 1
            if met[key] <= SHOWN:
                yield issue
    for (kind, values), times in met.items():
        if times > SHOWN:
            yield Issue(_CODES.get(kind, "structure"), "more", 0, (kind, *values), times - SHOWN)


_CODES = {
    "attribute": "attribute",
    "choice": "attribute",
    "number": "attribute",
    "date": "date",
    "no code": "code",
    "bad code": "code",
    "no source": "code",
    "tool": "code",
    "control": "control",
}


class _Grammar:
    """Follows the elements of a file and notes what TMX does not allow."""

    def __init__(self, path: Path, tool: Tool) -> None:
        self.done: list[tuple[int, list[Issue]]] = []
        """The line where a unit ends, and what was wrong up to there."""
        self._path = path
        self._tool = tool
        self._issues: list[Issue] = []
        self._prefix = ""
        """What stands before the name of every element, if the first has it."""
        self._open: list[str] = []
        self._seen: list[set[str]] = []
        self._parser: XMLParserType | None = None
        self._source = ""
        """The code that the file is translated from."""
        self._source_of_unit = ""
        self._codes: list[str] = []

    def connect(self, parser: XMLParserType) -> None:
        """Set the handlers of elements."""
        self._parser = parser
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end

    def _tell(self, kind: str, *values: str) -> None:
        code = _CODES.get(kind, "structure")
        self._issues.append(Issue(code, kind, self._line(), values))

    def _line(self) -> int:
        return self._parser.CurrentLineNumber if self._parser else 0

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if not self._open:
            self._prefix = name[: name.rfind(":") + 1]
        name = name.removeprefix(self._prefix)
        if self._open:
            self._placed(name)
        elif name != "tmx":
            self._tell("misplaced", name, "")
        self._open.append(name)
        self._seen.append(set())
        if len(self._open) > DEEPEST:
            raise refuse_depth(self._path)
        self._attributes(name, attributes)
        if name == "tmx" and attributes.get("version", "1.4") not in ("1.4", "1.4b"):
            self._tell("version", attributes["version"])
        elif name == "header":
            self._source = attributes.get("srclang", "")
        elif name == "tu":
            self._codes = []
            self._source_of_unit = attributes.get("srclang", self._source)
        elif name == "tuv":
            self._code(attributes)

    def _placed(self, name: str) -> None:
        """Note an element that may not stand where it does, or behind what it does."""
        parent, before = self._open[-1], self._seen[-1]
        allowed = CHILDREN.get(parent)
        if allowed is None or name not in allowed:
            self._tell("misplaced", name, parent)
        elif later := [other for other in allowed[name] if other in before]:
            self._tell("order", name, later[0])
        elif name in ("header", "body", "seg") and name in before:
            self._tell("twice", name, parent)
        before.add(name)

    def _attributes(self, name: str, attributes: Mapping[str, str]) -> None:
        for wanted in REQUIRED.get(name, ()):
            if not attributes.get(wanted):
                self._tell("attribute", name, wanted)
        for attribute, value in attributes.items():
            if attribute in DATES and not _is_date(value):
                self._tell("date", attribute, value[:40])
            elif attribute in NUMBERS and not (value.isascii() and value.isdigit()):
                self._tell("number", attribute, value[:40])
            elif value not in CHOICES.get((name, attribute), (value,)):
                self._tell("choice", attribute, value[:40])

    def _code(self, attributes: Mapping[str, str]) -> None:
        code = attributes.get("xml:lang", "")
        if not code:
            self._tell("no code")
            code = attributes.get("lang", "")
        elif not is_xml_code(code):
            self._tell("bad code", code[:40])
        self._codes.append(code)
        language = language_of_code(code) if code else None
        if language and self._tool is not PLAIN:
            known = [*self._tool.zh.values()] if language == "zh" else [self._tool.en]
            known_language = language == "en" and "-" in code and "-" in self._tool.en
            if code not in known and not known_language:
                self._tell("tool", self._tool.name, code, ", ".join(known))

    def _end(self, name: str) -> None:
        name = name.removeprefix(self._prefix)
        seen = self._seen.pop()
        self._open.pop()
        if name == "tu":
            if "tuv" not in seen:
                self._tell("missing", name, "tuv")
            elif not self._has_source():
                self._tell("no source", self._source_of_unit)
        elif name == "tuv" and "seg" not in seen:
            self._tell("missing", name, "seg")
        elif name == "tmx":
            for wanted in ("header", "body"):
                if wanted not in seen:
                    self._tell("missing", name, wanted)
        if name in ("tu", "tmx"):
            self.done.append((self._line(), self._issues))
            self._issues = []

    def _has_source(self) -> bool:
        """Whether a unit holds the language that it or the file says it is translated from."""
        wanted = self._source_of_unit.lower()
        if not wanted or wanted == "*all*":
            return True
        return any(
            code.lower() == wanted or code.lower().startswith(f"{wanted}-") for code in self._codes
        )


def _is_date(value: str) -> bool:
    match = _DATE.fullmatch(value)
    if not match:
        return False
    _, month, day, hour, minute, second = (int(part) for part in match.groups())
    return 1 <= month <= 12 and 1 <= day <= 31 and hour < 24 and minute < 60 and second < 61
