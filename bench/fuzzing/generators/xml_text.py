"""Texts as XML holds them, and runs of inline elements between them."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from html import escape

from aligner.article import Language
from bench.fuzzing.vocabulary import text

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def legal(raw: str) -> str:
    """Return a text without the characters that XML forbids."""
    return _ILLEGAL.sub("", raw)


def segment(chance: random.Random, language: Language, tags: Sequence[str]) -> str:
    """Return the content of a segment: text, with inline elements now and then."""
    parts = [escape(legal(text(chance, language)), quote=chance.random() < 0.3)]
    for _ in range(chance.choice((0, 0, 0, 1, 2, 4))):
        inside = escape(legal(text(chance, language, 0.05)), quote=False)
        parts.append(chance.choice(tags).format(text=inside, number=chance.randint(1, 4)))
        parts.append(escape(legal(text(chance, language, 0.05)), quote=False))
    return "".join(parts)


def declared(chance: random.Random, xml: str) -> bytes:
    """Return XML as bytes, in one of the encodings that tools write."""
    codec = chance.choice(("utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16"))
    name = "utf-16" if codec == "utf-16" else "utf-8"
    first = chance.choice(("", f'<?xml version="1.0" encoding="{name}"?>\n'))
    return (first + xml).encode(codec, "surrogatepass")
