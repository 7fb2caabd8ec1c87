"""Strict TMX 1.4, as the specification, its schema and today's CAT tools ask.

What came from a TMX file goes back as it came; the rest of this is said of what is written anew.
Half-empty units are left out. `segtype` is "sentence" at both levels: tools split units again where
it says "paragraph". `srclang` names the code of the source: in the header that of most units, in a
unit its own where that is another. "*all*" would say that any language may be the source, and would
leave tools that go by the header without one. Unit ids and the prop types that tools keep for
themselves (file, id, prev, next, path) are never written as such, since units that bear them are
not offered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import chain, islice

from aligner import __version__
from aligner.article import Language
from aligner.files import segment, xml_text
from aligner.formats.language_codes import language_of_code
from aligner.formats.options import ExportOptions
from aligner.formats.properties import Sorted, sort_properties
from aligner.formats.status import CONFIDENCE, STATUS
from aligner.formats.tmx.element import edited_element, is_unchanged, prefixed, text_with_tags
from aligner.formats.tools import PLAIN
from aligner.unit import Element, Frame, Unit

RESERVED = frozenset({"file", "id", "prev", "next", "path", ""})
_DATE = re.compile(r"\d{8}T\d{6}Z")
_DATES = frozenset({"creationdate", "changedate", "lastusagedate"})
_ORDERS: dict[Language, tuple[Language, Language]] = {"zh": ("zh", "en"), "en": ("en", "zh")}
_ENCODING = re.compile(r"""(^\s*<\?xml[^>]*?encoding\s*=\s*["'])[^"']*(["'])""")
_SRCLANG = re.compile(r"""(<(?:[\w.-]+:)?header\b[^>]*?\ssrclang\s*=\s*["'])([^"']*)""")
_PREFIX = re.compile(r"<([\w.-]+:)tmx\b")
_SRCLANG_OF_UNIT = re.compile(r"<(?:[\w.-]+:)?tu\b[^>]*?\ssrclang\s*=")
_PEOPLE = frozenset({"creationid", "changeid"})
_ATTRIBUTES = (
    "usagecount",
    "lastusagedate",
    "creationdate",
    "creationid",
    "changedate",
    "changeid",
)
"""What a unit and a text may both say of themselves, in the order of the document type."""


_AHEAD = 1000
"""Units among which one is looked for that knows the header; new ones may stand before it."""


def tmx_text(units: Iterable[Unit], options: ExportOptions) -> Iterator[str]:
    """Write units as a TMX document, in pieces.

    Units of a TMX file are written as they came, with what has changed about them; for a tool that
    is asked for, all are written anew.
    """
    units = iter(units)
    ahead = list(islice(units, _AHEAD))
    first = next((unit for unit in ahead if _is_kept(unit, options)), None)
    frame = first.origin.element.frame if first and first.origin else None
    every = chain(ahead, units)
    srclang = options.code(options.order[0])
    prefix = ""
    if frame is None:
        yield _header(srclang)
    else:
        before, srclang = _framed(frame, first, srclang)
        prefix = found[1] if (found := _PREFIX.search(before)) else ""
        yield before
    for unit_or_units in _by_element(every, options):
        if isinstance(unit_or_units, Unit):
            lines = prefixed("".join(_new(unit_or_units, srclang, options)), prefix)
            yield lines if frame is None else f"\n{lines}".rstrip("\n")
        else:
            element = _kept_element(unit_or_units, srclang)
            yield element if frame else f"    {element.lstrip()}\n"
    end = "  </body>\n</tmx>\n"
    yield end if frame is None else frame.after or f"\n{prefixed(end, prefix)}"


def _header(srclang: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<tmx version="1.4">\n'
        f'  <header creationtool="Duizhao" creationtoolversion="{escape(__version__)}"'
        ' segtype="sentence" o-tmf="Duizhao" adminlang="en-US"'
        f' srclang="{escape(srclang)}" datatype="plaintext"/>\n'
        "  <body>\n"
    )


def _is_kept(unit: Unit, options: ExportOptions) -> bool:
    """Return whether a unit is written as it came."""
    origin = unit.origin
    return origin is not None and origin.element.form == "TMX" and options.tool is PLAIN


def _framed(frame: Frame, first: Unit | None, srclang: str) -> tuple[str, str]:
    """Return the beginning of a file as it came, in UTF-8, and the source that it names."""
    text = _ENCODING.sub(r"\1UTF-8\2", frame.before, count=1)
    said = _SRCLANG.search(text)
    if said is None:
        return text, srclang
    is_turned = first is not None and _is_turned(first)
    if is_turned and language_of_code(said[2]) not in (None, language_of_code(srclang)):
        return f"{text[: said.start(2)]}{escape(srclang)}{text[said.end(2) :]}", srclang
    return text, said[2]


def _is_turned(unit: Unit) -> bool:
    """Return whether somebody said that a unit was translated from another language."""
    return unit.origin is not None and unit.source != unit.origin.unit.source


def _by_element(units: Iterable[Unit], options: ExportOptions) -> Iterator[Unit | list[Unit]]:
    """Yield the units that are written anew, and those that were read from one element together."""
    together: list[Unit] = []
    for unit in units:
        kept = unit.origin if _is_kept(unit, options) else None
        if together and not (kept and kept.element is _element(together[0])):
            yield together
            together = []
        if kept:
            together.append(unit)
        else:
            yield unit
    if together:
        yield together


def _element(unit: Unit) -> Element:
    assert unit.origin
    return unit.origin.element


def _kept_element(units: Sequence[Unit], srclang: str) -> str:
    """Return the element that units were read from, with what has changed about them."""
    element, first = _element(units[0]), units[0]
    wanted = ""
    if first.source and (_is_turned(first) or element.frame is None):
        code = first.zh_code if first.source == "zh" else first.en_code
        wanted = code if code and code.lower() != srclang.lower() else ""
        if _is_turned(first) and not wanted and _SRCLANG_OF_UNIT.match(element.text):
            wanted = code
    if not wanted and all(map(is_unchanged, units)):
        return element.before + element.text
    return element.before + edited_element(element.text, units, wanted)


def _new(unit: Unit, srclang: str, options: ExportOptions) -> Iterator[str]:
    """Yield the lines of a unit that is written anew; none if it lacks a text."""
    zh, en = segment(unit.zh), segment(unit.en)
    if not (zh and en):
        return
    first, second = options.order if unit.source is None else _ORDERS[unit.source]
    zh_code, en_code = options.codes(unit)
    said = sort_properties(unit.properties)
    carried = _carried(said["unit"].attributes)
    codes = {"zh": zh_code, "en": en_code}
    dated = options.tool.dates_on_texts
    yield f"    <tu{_source(codes[first], srclang)}{'' if dated else ''.join(carried)}>\n"
    yield from _about(unit, said["unit"], options)
    for language in (first, second):
        own = said[language]
        attributes = _carried(own.attributes) or (carried if dated else [])
        yield f'      <tuv xml:lang="{escape(codes[language])}"{"".join(attributes)}>'
        for name, value in [*own.properties, *_kept(own.attributes)]:
            yield _property(name, value)
        yield f"<seg>{text_with_tags(unit, language)}</seg></tuv>\n"
    yield "    </tu>\n"


def _source(code: str, usual: str) -> str:
    """Return the attribute of a unit that is translated from another code than the header says."""
    return "" if code.lower() == usual.lower() else f' srclang="{escape(code)}"'


def _about(unit: Unit, said: Sorted, options: ExportOptions) -> Iterator[str]:
    """Yield the note and the properties of a unit."""
    tool = options.tool
    for line in unit.note.split("\n"):
        if note := segment(line):
            yield f"      <note>{escape(note)}</note>\n"
    named: list[tuple[str, str]] = []
    if unit.confidence is not None:
        named.append((CONFIDENCE, f"{unit.confidence:.3f}"))
        if tool.quality:
            named.append((tool.quality, f"{unit.confidence:.0%}".rstrip("%")))
    named.append((STATUS, unit.status))
    if tool.status:
        named.append((tool.status, tool.statuses[unit.status]))
    present = {name for name, _ in said.properties}
    named += [(name, value) for name, value in tool.fixed if name not in present]
    for name, value in [*named, *said.properties, *_kept(said.attributes)]:
        yield f"      {_property(tool.renamed.get(name, name), value)}\n"


def _property(name: str, value: str) -> str:
    name = f"x-{name}" if name in RESERVED else name
    return f'<prop type="{escape(segment(name))}">{xml_text(value)}</prop>'


def _carried(attributes: dict[str, str]) -> list[str]:
    """Return the attributes that TMX knows and that are as it wants them."""
    return [
        f' {name}="{escape(segment(attributes[name]))}"'
        for name in _ATTRIBUTES
        if name in attributes and _is_valid(name, attributes[name])
    ]


def _kept(attributes: dict[str, str]) -> list[tuple[str, str]]:
    """Return the others as properties, so that they are not lost."""
    return [
        (f"x-{name}", value)
        for name, value in attributes.items()
        if not (name in _ATTRIBUTES and _is_valid(name, value))
    ]


def _is_valid(name: str, value: str) -> bool:
    if name in _DATES:
        return _DATE.fullmatch(value) is not None
    return name in _PEOPLE or (value.isascii() and value.isdigit())
