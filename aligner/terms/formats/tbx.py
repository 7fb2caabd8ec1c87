"""TermBase eXchange: TBX-Basic of ISO 30042:2019, and the older TBX 2 that OmegaT reads.

The one holds a concept in `conceptEntry`, `langSec`, `termSec`, the other in `termEntry`,
`langSet`, `tig`; what they say of it is the same: subject field, note, part of speech, which term
is preferred, and a sentence with it. Elements stand in the order that the schemas ask for.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from aligner.article import Language
from aligner.errors import UnwritableOutput
from aligner.files import segment
from aligner.terms.formats.glossary import Glossary, forms_of
from aligner.terms.values import Entry

NAMESPACE = "urn:iso:std:iso:30042:ed-2"


class _Names(NamedTuple):
    concept: str
    language: str
    term: str


_BASIC = _Names("conceptEntry", "langSec", "termSec")
_OLD = _Names("termEntry", "langSet", "tig")
_PARTS = {"proper noun": "noun"}
"""TBX-Basic knows noun, verb, adjective, adverb and other."""

_STATUSES = {"forbidden": "deprecated", "discouraged": "superseded"}


def tbx_text(glossary: Glossary) -> str:
    """Write TBX-Basic; raises UnwritableOutput without entries, of which it wants one."""
    _check(glossary)
    lang = escape(glossary.code(glossary.source))
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<tbx type="TBX-Basic" style="dca" xml:lang="{lang}" xmlns="{NAMESPACE}">',
            "  <tbxHeader>",
            "    <fileDesc>",
            "      <titleStmt><title>Glossary</title></titleStmt>",
            "      <sourceDesc><p>Written by Duizhao</p></sourceDesc>",
            "    </fileDesc>",
            "  </tbxHeader>",
            "  <text>",
            "    <body>",
            *_concepts(glossary, _BASIC),
            "    </body>",
            "  </text>",
            "</tbx>",
            "",
        ]
    )


def old_tbx_text(glossary: Glossary) -> str:
    """Write TBX 2 without a document type, which OmegaT would look for; raises as `tbx_text`."""
    _check(glossary)
    lang = escape(glossary.code(glossary.source))
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<martif type="TBX" xml:lang="{lang}">',
            "  <martifHeader>",
            "    <fileDesc>",
            "      <sourceDesc><p>Written by Duizhao</p></sourceDesc>",
            "    </fileDesc>",
            '    <encodingDesc><p type="XCSURI">TBXXCS.xcs</p></encodingDesc>',
            "  </martifHeader>",
            "  <text>",
            "    <body>",
            *_concepts(glossary, _OLD),
            "    </body>",
            "  </text>",
            "</martif>",
            "",
        ]
    )


def _check(glossary: Glossary) -> None:
    if not glossary.entries:
        raise UnwritableOutput("A TBX file holds one term at least, and there is none to write.")


def _concepts(glossary: Glossary, names: _Names) -> Iterator[str]:
    for number, entry in enumerate(glossary.entries, start=1):
        yield f'      <{names.concept} id="c{number}">'
        if domain := segment(entry.domain):
            yield f'        <descrip type="subjectField">{_text(domain)}</descrip>'
        if note := segment(entry.note):
            yield f"        <note>{_text(note)}</note>"
        for language in (glossary.source, glossary.target):
            yield f'        <{names.language} xml:lang="{escape(glossary.code(language))}">'
            yield from _terms(entry, language, names)
            yield f"        </{names.language}>"
        yield f"      </{names.concept}>"


def _terms(entry: Entry, language: Language, names: _Names) -> Iterator[str]:
    for place, form in enumerate(forms_of(entry, language)):
        context = ""
        if not place and entry.examples:
            context = entry.examples[0].zh if language == "zh" else entry.examples[0].en
        yield from _term(form, "admitted" if place else "preferred", entry, names, context)
    for variant in entry.banned(language):
        if form := segment(variant.text):
            yield from _term(form, _STATUSES[variant.status], entry, names)


def _term(form: str, status: str, entry: Entry, names: _Names, context: str = "") -> Iterator[str]:
    part = _PARTS.get(entry.part_of_speech, entry.part_of_speech)
    yield f"          <{names.term}>"
    yield f"            <term>{_text(form)}</term>"
    if part:
        yield f'            <termNote type="partOfSpeech">{part}</termNote>'
    yield f'            <termNote type="administrativeStatus">{status}Term-admn-sts</termNote>'
    if context:
        yield f'            <descrip type="context">{_text(segment(context))}</descrip>'
    yield f"          </{names.term}>"


def _text(value: str) -> str:
    return escape(value, quote=False)
