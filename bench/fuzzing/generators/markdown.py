"""Articles in Markdown: what stands around, in and between its blocks."""

from __future__ import annotations

import random

from bench.fuzzing.generators.made import Made
from bench.fuzzing.vocabulary import sentence, text

ENDINGS = (".md",)

_AROUND = (
    "# {}",
    "## {}",
    "- {}",
    "* {}",
    "1. {}",
    "> {}",
    "> - {}",
    "    {}",
    "{}",
    "{}",
    "{}\n---",
)
_WITHIN = (
    "**{}**",
    "_{}_",
    "`{}`",
    "[{}](http://a.b)",
    "![{}](x.png)",
    "~~{}~~",
    "{}[^1]",
    "<span>{}</span>",
    "[{}][a]",
    "\\*{}\\*",
    "{}",
)
_BETWEEN = (
    "```\ncode()\n```",
    "| 灯 | lamp |\n|---|---|\n| 塔 | tower |",
    "---",
    "[^1]: 註",
    "[a]: http://x",
    ":::tip\n:::",
    "<div>\n",
    "</div>",
    "<!-- 注 -->",
    "\\",
    "***",
    "~~~",
)
_FRONT = ("---\ntitle: 燈塔\ntags: [a, b]\n---\n", "+++\ntitle = 'x'\n+++\n", "---\n", "")


def make(chance: random.Random) -> Made:
    """Make an article of blocks in both languages."""
    blocks = []
    number = chance.choice((2, 4, 8, 20))
    for language in ("zh", "en"):
        for _ in range(number):
            inner = sentence(chance, language)
            within = chance.choice(_WITHIN).format(inner)
            block = f"{text(chance, language, 0.1)}{within}{sentence(chance, language)}"
            blocks.append(chance.choice(_AROUND).format(block))
            if chance.random() < 0.3:
                blocks.append(chance.choice(_BETWEEN))
    source = chance.choice(_FRONT) + chance.choice(("\n\n", "\n")).join(blocks)
    return Made(source.encode("utf-8", "surrogatepass"))
