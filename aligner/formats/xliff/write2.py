"""Strict XLIFF 2.1, the present generation.

One unit of one segment a unit. What the format has no place for stands in its metadata module,
under the names that units give them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from aligner.article import Language
from aligner.files import legal, one_line, xml_text
from aligner.formats.options import ExportOptions
from aligner.formats.properties import segment_name
from aligner.formats.xliff.states import OWN, STATES_2
from aligner.formats.xliff.tags import Inline2, usable
from aligner.formats.xliff.write1 import GROUP, carried_properties
from aligner.unit import Unit


def xliff2_text(units: Iterable[Unit], options: ExportOptions) -> Iterator[str]:
    """Write units as an XLIFF 2.1 document, in pieces."""
    source, target = (escape(options.code(language)) for language in options.order)
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0"'
        ' xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0"'
        f' srcLang="{source}" trgLang="{target}">\n'
        f'  <file id="f1" original="{escape(one_line(options.title))}" xml:space="preserve">\n'
    )
    number = 0
    for number, unit in enumerate(units, start=1):
        yield from _unit(unit, number, options)
    if not number:  # a file must have a unit
        yield '    <unit id="u0"><segment><source/></segment></unit>\n'
    yield "  </file>\n</xliff>\n"


def _unit(unit: Unit, number: int, options: ExportOptions) -> Iterator[str]:
    texts: dict[Language, str] = {"zh": legal(unit.zh), "en": legal(unit.en)}
    said = dict(unit.properties)
    inline = Inline2()
    first, second = options.order
    source = _content(texts[first], said, first, inline)
    target = _content(texts[second], said, second, inline)
    yield f'    <unit id="u{number}">\n'
    yield from _metadata(list(carried_properties(unit, options, texts)))
    if note := legal(unit.note):
        yield f"      <notes><note>{xml_text(note)}</note></notes>\n"
    if inline.data:
        yield "      <originalData>\n"
        for place, code in enumerate(inline.data, start=1):
            yield f'        <data id="d{place}">{xml_text(code)}</data>\n'
        yield "      </originalData>\n"
    state, substate = STATES_2[unit.status]
    if not texts[second]:
        state = "initial"
        substate = f"{OWN}{unit.status}" if unit.status != "proposed" else ""
    own = f' subState="{substate}"' if substate else ""
    yield f'      <segment state="{state}"{own}>\n        <source>{source}</source>\n'
    if texts[second]:
        yield f"        <target>{target}</target>\n"
    yield "      </segment>\n    </unit>\n"


def _metadata(properties: list[tuple[str, str]]) -> Iterator[str]:
    if not properties:
        return
    yield f'      <mda:metadata><mda:metaGroup category="{GROUP}">\n'
    for name, value in properties:
        yield (f'        <mda:meta type="{escape(one_line(name))}">{xml_text(value)}</mda:meta>\n')
    yield "      </mda:metaGroup></mda:metadata>\n"


def _content(text: str, said: dict[str, str], language: Language, inline: Inline2) -> str:
    tokens = usable(said.get(segment_name(language), ""), text)
    return inline.render(tokens) if tokens else xml_text(text)
