"""JSON Lines: one object a unit and line, with everything that is known of it, for scripts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from aligner.article import Language
from aligner.errors import UnusableInput
from aligner.formats.status import status_of
from aligner.unit import Unit

_DEEPEST = 100
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_BRACKET = re.compile(r"[\[\]{}]")
_LANGUAGES: dict[str, Language] = {"zh": "zh", "en": "en"}
_TEXTS = ("zh", "en", "zh_code", "en_code", "note")


def json_lines_text(units: Iterable[Unit]) -> Iterator[str]:
    """Write units a line at a time; what is empty is left out."""
    encode = json.JSONEncoder(ensure_ascii=False).encode
    for unit in units:
        said: dict[str, Any] = {"zh": unit.zh, "en": unit.en}
        said |= {name: value for name in _TEXTS[2:4] if (value := getattr(unit, name))}
        if unit.confidence is not None:
            said["confidence"] = unit.confidence
        said["status"] = unit.status
        if unit.note:
            said["note"] = unit.note
        if unit.source:
            said["source"] = unit.source
        if unit.properties:
            said["properties"] = unit.properties
        # Python's escape of a lone surrogate is JSON's as well.
        yield encode(said).encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def read_json_lines(lines: Iterable[str], path: Path) -> Iterator[Unit]:
    """Make units of the lines of a text; a key that is missing is as if empty."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            unit = _unit(json.loads(_shallow(line)))
        except (ValueError, TypeError):
            raise UnusableInput(
                f"{path} has no JSON object with texts `zh` and `en` in line {number:,}."
            ) from None
        if unit.zh.strip() or unit.en.strip():
            yield unit


def _shallow(line: str) -> str:
    """Return the line, or raise ValueError if it is nested deeper than any parser likes."""
    if line.count("[") + line.count("{") > _DEEPEST:
        depth = 0
        for bracket in _BRACKET.findall(_STRING.sub("", line)):
            depth += 1 if bracket in "[{" else -1
            if depth > _DEEPEST:
                raise ValueError
    return line


def _unit(said: Any) -> Unit:
    if not isinstance(said, dict) or not ("zh" in said or "en" in said):
        raise ValueError
    texts = {name: said.get(name) or "" for name in _TEXTS}
    confidence = said.get("confidence")
    properties = said.get("properties") or []
    if isinstance(properties, dict):
        properties = properties.items()
    pairs = tuple((name, value) for name, value in properties)
    status = said.get("status")
    if not all(isinstance(text, str) for text in (*texts.values(), *(t for p in pairs for t in p))):
        raise ValueError
    return Unit(
        zh=texts["zh"],
        en=texts["en"],
        zh_code=texts["zh_code"],
        en_code=texts["en_code"],
        note=texts["note"],
        source=_LANGUAGES.get(str(said.get("source"))),
        confidence=_confidence(confidence),
        status=(status_of(status) if isinstance(status, str) else None) or "proposed",
        properties=pairs,
    )


def _confidence(figure: Any) -> float | None:
    if isinstance(figure, bool) or not isinstance(figure, (int, float)):
        return None
    return float(figure) if 0 <= figure <= 1 else None
