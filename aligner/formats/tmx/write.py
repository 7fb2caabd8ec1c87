"""Strict TMX 1.4, as the specification, its schema and today's CAT tools ask.

Half-empty units are left out. `segtype` is "sentence" at both levels: tools split units again where
it says "paragraph". `srclang` names the code of the source: in the header that of most units, in a
unit its own where that is another. "*all*" would say that any language may be the source, and would
leave tools that go by the header without one. Unit ids and the prop types that tools keep for
themselves (file, id, prev, next, path) are never written as such, since units that bear them are
not offered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape

from aligner import __version__
from aligner.files import legal, one_line, segment, xml_text
from aligner.formats.inline import read_markup
from aligner.formats.options import ExportOptions
from aligner.formats.properties import Sorted, sort_properties
from aligner.formats.status import CONFIDENCE, STATUS
from aligner.unit import Unit

RESERVED = frozenset({"file", "id", "prev", "next", "path", ""})
_DATE = re.compile(r"\d{8}T\d{6}Z")
_DATES = frozenset({"creationdate", "changedate", "lastusagedate"})
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


def tmx_text(units: Iterable[Unit], options: ExportOptions) -> Iterator[str]:
    """Write units as a TMX document, in pieces."""
    first, second = options.order
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<tmx version="1.4">\n'
        f'  <header creationtool="Duizhao" creationtoolversion="{escape(__version__)}"'
        ' segtype="sentence" o-tmf="Duizhao" adminlang="en-US"'
        f' srclang="{escape(options.code(first))}" datatype="plaintext"/>\n'
        "  <body>\n"
    )
    for unit in units:
        zh, en = segment(unit.zh), segment(unit.en)
        if not (zh and en):
            continue
        zh_code, en_code = options.codes(unit)
        said = sort_properties(unit.properties)
        carried = _carried(said["unit"].attributes)
        texts = {"zh": (zh_code, zh), "en": (en_code, en)}
        dated = options.tool.dates_on_texts
        source = _source(texts[first][0], options.code(first))
        yield f"    <tu{source}{'' if dated else ''.join(carried)}>\n"
        yield from _about(unit, said["unit"], options)
        for language in (first, second):
            code, text = texts[language]
            own = said[language]
            attributes = _carried(own.attributes) or (carried if dated else [])
            yield f'      <tuv xml:lang="{escape(code)}"{"".join(attributes)}>'
            for name, value in [*own.properties, *_kept(own.attributes)]:
                yield _property(name, value)
            yield f"<seg>{_segment(text, own.segment)}</seg></tuv>\n"
        yield "    </tu>\n"
    yield "  </body>\n</tmx>\n"


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


def _segment(text: str, markup: str) -> str:
    """Write a text with its tags, if they are still those of this text."""
    read = read_markup(legal(markup), one_line) if markup else None
    if read is not None and segment(read.text) == text:
        return read.markup.strip()
    return escape(text, quote=False)
