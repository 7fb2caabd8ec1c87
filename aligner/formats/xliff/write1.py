"""Strict XLIFF 1.2, which every translation tool opens.

Text is as it is (`xml:space`), one trans-unit a unit. What the format has no place for stands in a
group of properties, under the names that units give them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from aligner import __version__
from aligner.article import Language
from aligner.files import legal, one_line, xml_text
from aligner.formats.options import ExportOptions
from aligner.formats.properties import segment_name
from aligner.formats.status import CONFIDENCE
from aligner.formats.xliff.states import STATES_1
from aligner.formats.xliff.tags import Inline1, usable
from aligner.unit import Unit

GROUP = "duizhao"
LANGUAGE = "@lang"
"""The name, after its side, of the property for a code other than the file's."""


def xliff1_text(units: Iterable[Unit], options: ExportOptions) -> Iterator[str]:
    """Write units as an XLIFF 1.2 document, in pieces."""
    source, target = (escape(options.code(language)) for language in options.order)
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n'
        f'  <file original="{escape(one_line(options.title))}" source-language="{source}"'
        f' target-language="{target}" datatype="plaintext">\n'
        f'    <header><tool tool-id="duizhao" tool-name="Duizhao"'
        f' tool-version="{escape(__version__)}"/></header>\n'
        "    <body>\n"
    )
    for number, unit in enumerate(units, start=1):
        yield from _unit(unit, number, options)
    yield "    </body>\n  </file>\n</xliff>\n"


def _unit(unit: Unit, number: int, options: ExportOptions) -> Iterator[str]:
    texts: dict[Language, str] = {"zh": legal(unit.zh), "en": legal(unit.en)}
    said = dict(unit.properties)
    inline = Inline1()
    first, second = options.order
    approved = ' approved="yes"' if unit.status == "confirmed" else ""
    yield f'      <trans-unit id="{number}"{approved} xml:space="preserve">\n'
    yield f"        <source>{_content(texts[first], said, first, inline)}</source>\n"
    if texts[second]:
        yield (
            f'        <target state="{STATES_1[unit.status]}">'
            f"{_content(texts[second], said, second, inline)}</target>\n"
        )
    properties = list(carried_properties(unit, options, texts))
    if not texts[second] and unit.status != "proposed":
        properties.insert(0, ("x-status", unit.status))
    if properties:
        yield f'        <prop-group name="{GROUP}">\n'
        for name, value in properties:
            yield (
                f'          <prop prop-type="{escape(one_line(name))}">{xml_text(value)}</prop>\n'
            )
        yield "        </prop-group>\n"
    if note := legal(unit.note):
        yield f"        <note>{xml_text(note)}</note>\n"
    yield "      </trans-unit>\n"


def carried_properties(
    unit: Unit, options: ExportOptions, texts: dict[Language, str]
) -> Iterator[tuple[str, str]]:
    """Yield what XLIFF has no other place for."""
    if unit.confidence is not None:
        yield CONFIDENCE, f"{unit.confidence:.3f}"
    codes: tuple[tuple[Language, str, str], ...] = (
        ("zh", unit.zh_code, options.zh_code),
        ("en", unit.en_code, options.code("en")),
    )
    for language, code, common in codes:
        if code != common:
            yield f"{language}/{LANGUAGE}", code
    written = {segment_name(language) for language in texts}
    for name, value in unit.properties:
        if name not in written:
            yield name, value


def _content(text: str, said: dict[str, str], language: Language, inline: Inline1) -> str:
    tokens = usable(said.get(segment_name(language), ""), text)
    return inline.render(tokens) if tokens else xml_text(text)
