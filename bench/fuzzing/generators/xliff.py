"""XLIFF of both generations, with the states, tags and nesting of several tools."""

from __future__ import annotations

import random

from bench.fuzzing.generators.made import Made
from bench.fuzzing.generators.xml_text import declared, segment

ENDINGS = (".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff")

_TAGS = {
    1: (
        '<g id="{number}">{text}</g>',
        '<x id="{number}"/>',
        '<bx id="{number}"/>{text}<ex id="{number}"/>',
        '<ph id="{number}">&lt;br&gt;</ph>',
        '<mrk mtype="seg" mid="{number}">{text}</mrk>',
        '<bpt id="{number}">a</bpt>{text}<ept id="{number}">b</ept>',
    ),
    2: (
        '<pc id="{number}">{text}</pc>',
        '<ph id="{number}"/>',
        '<sc id="{number}"/>{text}<ec startRef="{number}"/>',
        '<cp hex="001b"/>',
        '<mrk id="m{number}" type="term">{text}</mrk>',
        '<cp hex="{text}"/>',
    ),
}
_STATES = ("", ' state="translated"', ' state="needs-review-translation"', ' state="x"')


def make(chance: random.Random) -> Made:
    """Make a file of either generation."""
    make_one = chance.choice((_first, _second))
    return Made(declared(chance, make_one(chance)))


def _codes(chance: random.Random) -> tuple[str, str]:
    found = [chance.choice(("zh-CN", "zh-TW", "zh")), chance.choice(("en", "en-US"))]
    chance.shuffle(found)
    return found[0], found[1]


def _first(chance: random.Random) -> str:
    source, target = _codes(chance)
    units = []
    for number in range(chance.choice((1, 3, 10, 40))):
        sides = _sides(chance, source, target, 1)
        note = "<note>註</note>" if chance.random() < 0.2 else ""
        units.append(f'<trans-unit id="{number}">{sides}{note}</trans-unit>')
    inner = "".join(units)
    if chance.random() < 0.2:
        inner = f"<group>{inner}</group>"
    return (
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="x" '
        f'datatype="plaintext" source-language="{source}" target-language="{target}"><body>{inner}'
        "</body></file></xliff>"
    )


def _second(chance: random.Random) -> str:
    source, target = _codes(chance)
    units = []
    for number in range(chance.choice((1, 3, 10, 40))):
        parts = []
        for part in range(chance.choice((1, 1, 2))):
            kind = "ignorable" if part and chance.random() < 0.5 else "segment"
            parts.append(f"<{kind}>{_sides(chance, source, target, 2)}</{kind}>")
        notes = "<notes><note>註</note></notes>" if chance.random() < 0.2 else ""
        units.append(f'<unit id="u{number}">{notes}{"".join(parts)}</unit>')
    return (
        f'<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="{source}" '
        f'trgLang="{target}"><file id="f">{"".join(units)}</file></xliff>'
    )


def _sides(chance: random.Random, source: str, target: str, generation: int) -> str:
    tags = _TAGS[generation]
    one = segment(chance, "zh" if source.startswith("zh") else "en", tags)
    found = f"<source>{one}</source>"
    if chance.random() < 0.85:
        other = segment(chance, "zh" if target.startswith("zh") else "en", tags)
        found += f"<target{chance.choice(_STATES)}>{other}</target>"
    return found
