"""Web pages: paragraphs in elements of every kind, menus, scripts and what is never closed."""

from __future__ import annotations

import random
from html import escape

from bench.fuzzing.generators.made import Made
from bench.fuzzing.vocabulary import sentence, text

ENDINGS = (".html", ".htm", ".xhtml")

_BLOCKS = ("p", "div", "h1", "h2", "li", "td", "blockquote", "article", "section", "figcaption")
_INLINE = ("b", "em", "span", "a", "code", "small", "ruby")
_NOISE = (
    "<nav><a href=/>首頁</a> <a>Home</a></nav>",
    "<script>var a = '<p>';</script>",
    "<style>p { color: red }</style>",
    "<p hidden>隱</p>",
    "<sup>1</sup>",
    "<br>",
    "<hr/>",
    "<table><tr>",
    "<!-- 注 -->",
    "<svg><text>x</text></svg>",
    "<ruby>漢<rt>hàn</rt></ruby>",
    "&nbsp;&copy;&#x4e2d;&#0;",
    "<pre>a()\n b()</pre>",
    "<footer>© 2024</footer>",
    "<textarea>",
    "<select><option>一</select>",
    "<template><p>x</template>",
    "<div class=nav>返回</div>",
)
_XHTML = (
    '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>'
)


def make(chance: random.Random) -> Made:
    """Make a page; its sentences must be found where nothing around them hides them."""
    noise = chance.random() < 0.5
    parts, texts = [], []
    number = chance.choice((1, 3, 8, 25))
    for language in ("zh", "en"):
        for _ in range(number):
            name, inline = chance.choice(_BLOCKS), chance.choice(_INLINE)
            before, inside = sentence(chance, language), sentence(chance, language)
            parts.append(f"<{name}>{escape(before)}<{inline}>{escape(inside)}</{inline}></{name}>")
            texts += [before, inside]
            if noise and chance.random() < 0.4:
                parts.append(chance.choice((*_NOISE, escape(text(chance, language)))))
    body = chance.choice(("", "\n")).join(parts)
    head = chance.choice(("<!DOCTYPE html><html><body>", "<html>", "", _XHTML))
    return Made(f"{head}{body}".encode("utf-8", "surrogatepass"), () if noise else tuple(texts))
