"""Electronic books: a container, a package, chapters in XHTML."""

from __future__ import annotations

import random
from html import escape

from bench.fuzzing.generators.made import Made
from bench.fuzzing.generators.packed import zipped
from bench.fuzzing.vocabulary import sentence

ENDINGS = (".epub",)

_CONTAINER = (
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>"
)
_CHAPTER = (
    '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml">'
    "<head><title>x</title></head><body>{}</body></html>"
)


def make(chance: random.Random) -> Made:
    """Make a book of a few chapters, all of whose sentences must be found."""
    chapters, texts = [], []
    for number in range(chance.choice((1, 2, 4))):
        inside = [sentence(chance, lang) for lang in ("zh", "en") for _ in range(3)]
        texts += inside
        page = _CHAPTER.format("".join(f"<p>{escape(one)}</p>" for one in inside))
        chapters.append((f"OEBPS/c{number}.xhtml", page))
    items = "".join(
        f'<item id="c{n}" href="c{n}.xhtml" media-type="application/xhtml+xml"/>'
        for n in range(len(chapters))
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata/>'
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    parts = [
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", _CONTAINER),
        ("OEBPS/content.opf", package),
        *chapters,
    ]
    data = zipped(((name, part.encode()) for name, part in parts), stored=["mimetype"])
    return Made(data, tuple(texts))
