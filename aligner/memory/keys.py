"""What makes two texts the same for the memory: keys to compare by, never shown and never stored.

Folding says which differences count; the texts themselves stay as they were found. What is stored
are numbers made of keys, so that a change of what a key is needs a new layout of the memory. The
law: a text and its conversion to the other script, character by character, have one key.
"""

from __future__ import annotations

import unicodedata
from hashlib import blake2b

from aligner.lexicon import MEMORY, fold, fold_characters


def aligned_key(text: str) -> str:
    """Return the text with its characters made comparable, each in its place."""
    return fold_characters(text, MEMORY)


def key(text: str) -> str:
    """Return what texts in the same words have in common, whatever their script and spacing."""
    return fold(text, MEMORY)


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
