"""Glossaries in TBX of both generations."""

from __future__ import annotations

import random
from html import escape

from bench.fuzzing.generators.made import Made
from bench.fuzzing.generators.xml_text import declared, legal
from bench.fuzzing.vocabulary import awkward

ENDINGS = (".tbx",)

_TERMS = (("燈塔", "lighthouse"), ("港口", "harbour"), ("潮水", "tide"), ("守塔人", "keeper"))
_ABOUT = (
    '<termNote type="partOfSpeech">noun</termNote>',
    '<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>',
    "<note>註</note>",
    '<descrip type="definition">a light</descrip>',
)


def make(chance: random.Random) -> Made:
    """Make a glossary."""
    is_new = chance.random() < 0.5
    concept, section, group = (
        ("conceptEntry", "langSec", "termSec") if is_new else ("termEntry", "langSet", "tig")
    )
    entries = []
    for _ in range(chance.choice((1, 3, 10, 40))):
        zh, en = chance.choice(_TERMS)
        parts = [_section(chance, section, group, "zh-TW", zh)]
        parts.append(_section(chance, section, group, chance.choice(("en", "en-US", "de")), en))
        entries.append(f"<{concept}>{''.join(parts)}</{concept}>")
    inner = f"<text><body>{''.join(entries)}</body></text>"
    root = (
        f'<tbx type="TBX-Basic" style="dca" xmlns="urn:iso:std:iso:30042:ed-2">{inner}</tbx>'
        if is_new
        else f'<martif type="TBX">{inner}</martif>'
    )
    return Made(declared(chance, root))


def _section(chance: random.Random, section: str, group: str, code: str, term: str) -> str:
    groups = []
    for _ in range(chance.choice((1, 1, 2))):
        strange = awkward(chance) if chance.random() < 0.2 else ""
        about = chance.choice(_ABOUT) if chance.random() < 0.3 else ""
        word = escape(legal(term + strange), quote=False)
        groups.append(f"<{group}><term>{word}</term>{about}</{group}>")
    return f'<{section} xml:lang="{code}">{"".join(groups)}</{section}>'
