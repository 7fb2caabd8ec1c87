"""The plain units of a TMX file, read by one expression instead of an event for every tag.

Most units of most files are plain: attributes, properties and notes, one Chinese and one English
segment without tags. They are read here three times as fast as by the parser, which does the rest.
Invariant: what is taken here is a whole `tu` that the parser would have read the same; whatever
differs in the least, a comment, a tag, a third language, is left to it.
"""

from __future__ import annotations

import re
from contextlib import suppress
from functools import lru_cache

from aligner.article import Language
from aligner.bitext import Status
from aligner.formats.language_codes import language_of_code, without_source
from aligner.formats.properties import attribute_name, property_name
from aligner.formats.status import CONFIDENCE, STATUS, confidence_of, status_of
from aligner.formats.tmx.origins import Origins
from aligner.unit import NO_ELEMENT, Origin, Unit

END = "</tu>"

_ATTRIBUTE = r'\s+[A-Za-z][A-Za-z0-9:._-]*="[^"<&\t\n]*"'
_ATTRIBUTES = rf"((?:{_ATTRIBUTE})*)\s*"
_VARIANT = rf"<tuv{_ATTRIBUTES}>\s*<seg>([^<]*)</seg>\s*</tuv>\s*"
_ABOUT = r'((?:<note>[^<]*</note>\s*|<prop type="[^"<&\t\n]*">[^<]*</prop>\s*)*)'
_UNIT = re.compile(rf"\s*<tu{_ATTRIBUTES}>\s*{_ABOUT}{_VARIANT}{_VARIANT}{END}", re.ASCII)
_NAMED = re.compile(r'\s+([^=]+)="([^"]*)"', re.ASCII)
_SAID = re.compile(r'<(note|prop)(?: type="([^"]*)")?>([^<]*)<')
_NUMBER = re.compile("#(?:[0-9]{1,7}|x[0-9a-fA-F]{1,6})")
_CHARACTERS = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}


def take_plain(text: str, start: int, done: list[Unit], origins: Origins) -> int:
    """Add the plain units that stand at `start` one after another; return where they end."""
    match = _UNIT.match
    while found := match(text, start):
        begin, end = text.index("<", start), found.end()
        origin = Origin(NO_ELEMENT)
        try:
            origin.unit = _unit(found, origins, origin)
        except _NotPlainError:
            return start
        origin.element = origins.plain(text[start:begin], text[begin:end])
        done.append(origin.unit)
        start = end
    return start


class _NotPlainError(Exception):
    """A unit that only looked plain."""


def _unit(found: re.Match[str], origins: Origins, origin: Origin) -> Unit:
    attributes, about, first, one, second, other = found.groups()
    language, code, said = _variant(first)
    other_language, other_code, other_said = _variant(second)
    if language == other_language:
        raise _NotPlainError
    if "&" in one:
        one = _resolved(one)
    if "&" in other:
        other = _resolved(other)
    confidence, status, note, properties = _about(about)
    own = _attributes(attributes)
    source = origins.source
    if "srclang" in attributes:
        source = origins.source_of(dict(own).get("@srclang"))
        own = without_source(own, (code, other_code))
    if language == "zh":
        if own or said or other_said:
            properties = (*own, *properties, *said, *other_said)
        return Unit(
            one, other, code, other_code, confidence, status, note, properties, source, origin
        )
    if own or said or other_said:
        properties = (*own, *properties, *other_said, *said)
    return Unit(other, one, other_code, code, confidence, status, note, properties, source, origin)


# What is said of units repeats itself all through a file, so that it is read once.


@lru_cache(maxsize=4096)
def _about(about: str) -> tuple[float | None, Status, str, tuple[tuple[str, str], ...]]:
    """Read the properties and notes of a unit."""
    confidence: float | None = None
    status: Status = "proposed"
    notes: list[str] = []
    properties: list[tuple[str, str]] = []
    for kind, name, value in _SAID.findall(about):
        value = _resolved(value) if "&" in value else value
        if kind == "note":
            notes.append(value)
        elif name == CONFIDENCE and (figure := confidence_of(value)) is not None:
            confidence = figure
        elif name == STATUS and (known := status_of(value)) is not None:
            status = known
        else:
            properties.append((property_name("unit", name), value))
    return confidence, status, "\n".join(notes), tuple(properties)


@lru_cache(maxsize=4096)
def _attributes(attributes: str) -> tuple[tuple[str, str], ...]:
    return tuple((attribute_name("unit", name), value) for name, value in _pairs(attributes))


@lru_cache(maxsize=4096)
def _variant(attributes: str) -> tuple[Language, str, tuple[tuple[str, str], ...]]:
    """Read the attributes of a text: its language, its code, the others."""
    said = dict(_pairs(attributes))
    code = said.pop("xml:lang", "") or said.pop("lang", "")
    language = language_of_code(code)
    if language is None:
        raise _NotPlainError
    return language, code, tuple((attribute_name(language, n), v) for n, v in said.items())


def _pairs(attributes: str) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = _NAMED.findall(attributes)
    if len({name for name, _ in pairs}) < len(pairs):
        raise _NotPlainError
    return pairs


def _resolved(text: str) -> str:
    """Return a text with its references resolved."""
    first, *others = text.split("&")
    pieces = [first]
    for other in others:
        name, end, after = other.partition(";")
        if not end:
            raise _NotPlainError
        pieces += (_character(name), after)
    return "".join(pieces)


@lru_cache(maxsize=4096)
def _character(name: str) -> str:
    if name in _CHARACTERS:
        return _CHARACTERS[name]
    if not _NUMBER.fullmatch(name):
        raise _NotPlainError
    code = int(name[2:], 16) if name[1] == "x" else int(name[1:])
    if code in (9, 10, 13) or 32 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or code > 0xFFFF:
        with suppress(ValueError, OverflowError):
            return chr(code)
    raise _NotPlainError
