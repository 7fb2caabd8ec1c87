"""Control words of RTF: what begins a part that is no text, and what stands for a character."""

from __future__ import annotations

HEADS = frozenset(f"{name}{which}" for name in ("header", "footer") for which in ("", *"lrf"))
_NO_TEXT = """
    colortbl filetbl info pict listtext pntext pntxta pntxtb pn xe tc tcn rxe txe ftnsep ftnsepc
    ftncn aftnsep aftnsepc aftncn atnid atnauthor shprslt sp nonshppict nonesttables objdata
    objclass objname bkmkstart bkmkend template nextfile private revtbl listtable rsidtbl author
    generator themedata datastore datafield ffname ffdeftext
"""
NO_TEXT = frozenset(_NO_TEXT.split())
"""Destinations that are passed over."""
READ_THOUGH_STARRED = frozenset({"footnote", "shpinst", "shptxt", "fldinst", "ud", "do"})
"""Destinations that are read though a reader who does not know them may pass them over."""
BREAKS = frozenset({"line", "lbr", "page", "column"})
PARAGRAPH_ENDS = frozenset({"par", "sect", "nestcell", "nestrow"})
CHARACTERS = {
    "tab": "\t", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005",
    "~": "\u00a0", "_": "-", "zwj": "\u200d", "zwnj": "\u200c", "zwbo": "\u200b",
}  # fmt: skip
