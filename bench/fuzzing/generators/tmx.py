"""Translation memories in TMX, of several tools' habits."""

from __future__ import annotations

import random

from bench.fuzzing.generators.made import Made
from bench.fuzzing.generators.xml_text import declared, segment

ENDINGS = (".tmx",)

_TAGS = (
    '<bpt i="{number}">&lt;b&gt;</bpt>{text}<ept i="{number}">&lt;/b&gt;</ept>',
    '<ph x="{number}"/>',
    "<ph>&lt;br/&gt;</ph>",
    "<hi>{text}</hi>",
    '<it pos="begin">[</it>{text}',
    "<ut>{{1}}</ut>",
    '<bpt i="{number}">x',
    "<sub>{text}</sub>",
)
_ZH = ("zh-CN", "zh-TW", "ZH", "zh_HK", "zh-Hans", "yue", "de", "")
_EN = ("en-US", "EN", "en_GB", "en", "fr", "")
_ABOUT = (
    "<note>註 note</note>",
    '<prop type="x-status">confirmed</prop>',
    '<prop type="x-confidence">0.5</prop>',
    '<prop type="x-confidence">NaN</prop>',
    "<!-- 注 -->",
    "<prop/>",
)
_HEADER = (
    '<header srclang="{srclang}" adminlang="en" datatype="plaintext" o-tmf="x" segtype="sentence" '
    'creationtool="x" creationtoolversion="1"/>'
)


def make(chance: random.Random) -> Made:
    """Make a memory."""
    units = "".join(_unit(chance) for _ in range(chance.choice((1, 2, 5, 15, 60))))
    kind = chance.choice(("", "", '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'))
    version = chance.choice(("1.4", "1.4", "1.1"))
    head = _HEADER.format(srclang=chance.choice(("zh-CN", "en-US", "*all*", "xx")))
    body = f'{kind}<tmx version="{version}">{head}<body>{units}</body></tmx>'
    return Made(declared(chance, body))


def _unit(chance: random.Random) -> str:
    codes = [(chance.choice(_ZH), "zh"), (chance.choice(_EN), "en")]
    if chance.random() < 0.1:
        codes.append((chance.choice(_ZH), "zh"))
    if chance.random() < 0.1:
        codes.pop(0)
    chance.shuffle(codes)
    about = chance.choice(_ABOUT) if chance.random() < 0.3 else ""
    name = "xml:lang" if chance.random() < 0.9 else "lang"
    sides = [
        f'<tuv {name}="{code}"><seg>{segment(chance, "zh" if side == "zh" else "en", _TAGS)}'
        "</seg></tuv>"
        for code, side in codes
    ]
    identity = f' tuid="{chance.randrange(99)}"' if chance.random() < 0.3 else ""
    return f"<tu{identity}>{about}{''.join(sides)}</tu>" + chance.choice(("", "\n", "\r\n  "))
