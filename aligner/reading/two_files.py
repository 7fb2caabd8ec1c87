"""Which of two files is the Chinese one, and whether they are what they were said to be."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from aligner.article import Language
from aligner.errors import NoOtherLanguage
from aligner.formats import Block
from aligner.reading.layout import chinese_share

NAMES: dict[Language, str] = {"zh": "Chinese", "en": "English"}
_UNLIKE = 0.15
"""How much more Chinese one file must be than another where both are mostly in one language."""


def chinese_one(paths: Sequence[Path], texts: Sequence[Sequence[Block]]) -> int:
    """Return the number of the Chinese file of two, 0 or 1; raises where they are alike.

    A translation may keep so many words of its original that most of it is in the other language;
    the one file is then far more Chinese than the other all the same.
    """
    shares = [chinese_share(blocks, str(path)) for path, blocks in zip(paths, texts, strict=True)]
    is_first = shares[0] > shares[1]
    more, less = max(shares), min(shares)
    if (more > 0.5) == (less > 0.5) and more - less < _UNLIKE:
        first, second = paths
        name = NAMES["zh" if more > 0.5 else "en"]
        raise NoOtherLanguage(
            f"{first} and {second} are both in {name}; name a Chinese file and an English one. "
            "If these are the two: duizhao align --zh FILE --en FILE"
        )
    return 0 if is_first else 1


def check_sides(paths: Sequence[Path], zh: Sequence[Block], en: Sequence[Block]) -> None:
    """Refuse a file that holds nothing in the language that it was said to be in."""
    for path, side, language in zip(paths, (zh, en), NAMES, strict=True):
        if not side:
            raise NoOtherLanguage(f"{path} holds no {NAMES[language]} text.")
