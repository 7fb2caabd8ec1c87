"""TMX 1.4b as tables: which element stands in which, and what attributes it needs."""

from __future__ import annotations

_INLINE: dict[str, tuple[str, ...]] = dict.fromkeys(("bpt", "ept", "ph", "it", "hi", "ut"), ())
_TEXT_IN_CODE: dict[str, tuple[str, ...]] = {"sub": ()}

CHILDREN: dict[str, dict[str, tuple[str, ...]]] = {
    "tmx": {"header": ("body",), "body": ()},
    "header": {"note": (), "prop": (), "ude": ()},
    "ude": {"map": ()},
    "body": {"tu": ()},
    "tu": {"note": ("tuv",), "prop": ("tuv",), "tuv": ()},
    "tuv": {"note": ("seg",), "prop": ("seg",), "seg": ()},
    "seg": _INLINE,
    "hi": _INLINE,
    "sub": _INLINE,
    **dict.fromkeys(("bpt", "ept", "ph", "it", "ut"), _TEXT_IN_CODE),
}
"""What may stand in an element, and for each what it may not stand behind."""

REQUIRED: dict[str, tuple[str, ...]] = {
    "tmx": ("version",),
    "header": (
        "creationtool",
        "creationtoolversion",
        "segtype",
        "o-tmf",
        "adminlang",
        "srclang",
        "datatype",
    ),
    "prop": ("type",),
    "ude": ("name",),
    "map": ("unicode",),
    "bpt": ("i",),
    "ept": ("i",),
    "it": ("pos",),
}
"""Attributes that an element must have; a text's language is looked at apart."""

_SEGTYPES = ("block", "paragraph", "sentence", "phrase")
CHOICES: dict[tuple[str, str], tuple[str, ...]] = {
    ("header", "segtype"): _SEGTYPES,
    ("tu", "segtype"): _SEGTYPES,
    ("it", "pos"): ("begin", "end"),
    ("ph", "assoc"): ("p", "f", "b"),
}
"""Attributes with few values."""

DATES = frozenset(("creationdate", "changedate", "lastusagedate"))
NUMBERS = frozenset(("usagecount",))
