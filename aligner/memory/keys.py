"""What makes two texts the same for the memory: keys to compare by, never shown and never stored.

A key has one Chinese script, one width of characters, one kind of quotation mark, small letters and
no white space beside a Han character. The texts themselves stay as they were found. The law: a
text and its conversion to the other script, character by character, have one key.
"""

from __future__ import annotations

import re
import unicodedata
from hashlib import blake2b

from aligner.script import HAN, in_one_script

# Characters that Taiwan, Hong Kong and the mainland write differently, and that a conversion
# between Traditional and Simplified leaves alone, because both forms are in use somewhere.
_REGIONAL = {"着": "著", "擡": "抬", "簷": "檐", "痺": "痹", "粧": "妆", "敍": "叙", "衞": "卫"}
_QUOTES = {"「": '"', "」": '"', "『": "'", "』": "'", "“": '"', "”": '"', "‘": "'", "’": "'"}
_ALIKE = _REGIONAL | _QUOTES | {"\u3000": " "}

_EAST = f"{HAN}\u3001-\u303f，！？：；（）"
_SPACE_BESIDE_HAN = re.compile(rf"(?<=[{_EAST}]) | (?=[{_EAST}])")


def aligned_key(text: str) -> str:
    """Return the text with its characters made comparable, each in its place."""
    return text.lower() if text.isascii() else text.translate(_COMPARABLE)


def key(text: str) -> str:
    """Return what texts in the same words have in common, whatever their script and spacing."""
    if text.isascii():
        return " ".join(text.lower().split())
    text = unicodedata.normalize("NFC", text)
    # Before the marks lose their width, which says on which side of them a space means nothing.
    if len(parts := text.split()) > 1:
        text = _SPACE_BESIDE_HAN.sub("", " ".join(parts))
    else:
        text = "".join(parts)
    return text.translate(_COMPARABLE)


def number(comparable: str) -> int:
    """Return 64 bits that stand for a key; two keys share them once in 10**19 comparisons."""
    digest = blake2b(comparable.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def identity(zh_key: str, en: str) -> bytes:
    """Return 16 bytes that two units share if and only if they say the same.

    The Chinese says the same by its key; the English must be the same but for white space, since
    a capital letter or an apostrophe is a translator's decision.
    """
    wording = " ".join(unicodedata.normalize("NFC", en).split())
    both = f"{zh_key}\0{wording}".encode("utf-8", "surrogatepass")
    return blake2b(both, digest_size=16).digest()


class _Comparable(dict[int, str]):
    """What each character is compared as: always one character; found out when first needed."""

    def __missing__(self, code: int) -> str:
        found = in_one_script(chr(code))
        plain = _ALIKE.get(found, found)
        if 0xFF01 <= code <= 0xFF5E:  # full width
            plain = chr(code - 0xFEE0)
        small = plain.lower()
        # A few capitals have a small form of two characters (İ); they stay.
        self[code] = small if len(small) == 1 else plain
        return self[code]


_COMPARABLE = _Comparable()
