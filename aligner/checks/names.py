"""Names in Latin letters, links and addresses: what a translator keeps as it is.

A Latin word inside Chinese was kept on purpose, so the English should have it; the other way round
says nothing, since names are mostly translated. Acronyms may be written out on the other side.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from aligner.checks.finding import Finding, shown
from aligner.lexicon import INSIDE_ACRONYMS
from aligner.script import LATIN

_NAME = re.compile(f"[{LATIN}][{LATIN}0-9]*(?:[.&'’-][{LATIN}0-9]+)*")
_WORD = re.compile(r"[a-z0-9]+")
_AS_WRITTEN = re.compile(f"(?:[{LATIN}0-9０-９][\u0300-\u036f]*)+")
_LINK = re.compile(
    r"(?:https?://|www\.)[^\s，。；！？、（）()<>“”「」\u4e00-\u9fff]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    re.A,
)
_UNIT = re.compile(
    "[kmcn]m|[km]g|ml|[kmg]?wh?|[kmgt]b|[kmg]?hz|rpm|mph|kph|kmh|ft|lbs?|oz|ppm|[ap]m|mmhg|cc|dpi|mah"
)
_EVERYDAY = {
    "app": ("application", "software", "program"),
    "ceo": ("chief executive",),
    "ktv": ("karaoke",),
    "vs": ("versus", "against"),
    "ok": ("okay", "fine"),
    "tv": ("television",),
    "dna": ("genetic",),
    "ai": ("artificial",),
    "pk": ("versus", "against"),
    "vip": (),
    "logo": (),
    "ppt": ("slides", "powerpoint", "presentation"),
    "gps": ("satellite", "navigation"),
    "id": ("identity", "identification"),
    "it": ("information", "tech"),
    "wifi": ("wi-fi", "wireless"),
}


def check_names(zh: str, en: str) -> Iterator[Finding]:
    """Yield the links that only one side has, and the Latin names of the Chinese not in English."""
    zh_links, en_links = _links(zh), _links(en)
    for link, span in zh_links.items():
        if link not in en_links:
            yield Finding("name", "zh", zh=span, values=(shown(link),))
    for link, span in en_links.items():
        if link not in zh_links:
            yield Finding("name", "en", en=span, values=(shown(link),))
    names = list(_NAME.finditer(_LINK.sub(_blank, zh) if zh_links else zh))
    if not names:
        return
    plain = _plain(en)
    words = _WORD.findall(plain)
    joined = "".join(words)
    seen: set[str] = set()
    for match in names:
        name = "".join(_WORD.findall(_plain(match[0])))
        if name in seen or name in joined or _goes_without(name, match[0], words, plain):
            continue
        seen.add(name)
        near = _nearest(name, words)
        if near:
            spot = _place_of(near, en)
            written = en[slice(*spot)] if spot else near
            yield Finding("name", "both", match.span(), spot, (shown(match[0]), shown(written)))
        else:
            yield Finding("name", "zh", zh=match.span(), values=(shown(match[0]),))


def _links(text: str) -> dict[str, tuple[int, int]]:
    if "@" not in text and "www." not in text and "http" not in text:
        return {}
    found = {}
    for match in _LINK.finditer(text):
        link = match[0].rstrip(".,;:!?'")
        found[link] = (match.start(), match.start() + len(link))
    return found


def _plain(text: str) -> str:
    """Return a text in lower case and without accents or full-width forms."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text)
    return "".join(c for c in apart if not unicodedata.combining(c)).lower()


def _goes_without(name: str, written: str, words: list[str], plain: str) -> bool:
    """Whether English may say a Latin word of the Chinese in another way, or not at all."""
    if len(name) < 2 or _UNIT.fullmatch(name):
        return True
    if any(other in plain for other in _EVERYDAY.get(name, ())):
        return True
    if name.isalpha() and written.upper() == written and len(name) <= 6:
        return _spelt_out(name, words)
    if name.endswith("s") and name[:-1] in words:
        return True
    return any(c.isdigit() for c in name) and _spelt_out(
        "".join(c for c in name if c.isalpha()), words
    )


def _spelt_out(acronym: str, words: list[str]) -> bool:
    """Whether words in a row begin with the letters; small ones (of, and) may be left out."""
    initials = "".join(word[0] for word in words)
    large = "".join(word[0] for word in words if word not in INSIDE_ACRONYMS)
    return acronym in initials or acronym in large


def _nearest(name: str, words: list[str]) -> str:
    """Return the first word that is one edit from a name of four letters or more, or nothing.

    One letter put in, left out or changed, or two neighbours exchanged, but not the first letter.
    """
    if len(name) < 4:
        return ""
    for word in words:
        if abs(len(word) - len(name)) <= 1 and word[0] == name[0] and one_edit_apart(name, word):
            return word
    return ""


def one_edit_apart(name: str, word: str) -> bool:
    """Whether two words are at most one edit apart (optimal string alignment distance)."""
    from rapidfuzz.distance import OSA

    return OSA.distance(name, word, score_cutoff=1) <= 1


def _place_of(word: str, text: str) -> tuple[int, int] | None:
    """Return where a text has a word that is in small letters and without accents here."""
    for match in _AS_WRITTEN.finditer(text):
        if _plain(match[0]) == word:
            return match.span()
    return None


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
