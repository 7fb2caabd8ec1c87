"""Stand-ins: words such as `Name00012a`, each for one spelling of one secret.

The number is the same for both languages of a secret, the letter says which spelling. All are of
one length and begin with a letter that they have nowhere else, and no file is given one that it
holds already: so they can be told from whatever stands beside them, and putting them back is exact.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal
from xml.sax.saxutils import escape

from aligner.errors import UnusableInput

Kind = Literal["names", "numbers", "addresses", "mails", "links"]
KINDS: tuple[Kind, ...] = ("names", "numbers", "addresses", "mails", "links")
"""What is replaced."""

_WORDS: Mapping[Kind, str] = {
    "names": "Name",
    "numbers": "Number",
    "addresses": "Place",
    "mails": "Mail",
    "links": "Link",
}
_MARKERS = ("", "X", "Q", "Z", "J", "K", "V", "W", "Y")
"""What stands in front of the words, the first that makes none the file has."""
_MOST = 99_999
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Spelling:
    """What a stand-in stands for."""

    text: str
    """As it is read."""
    raw: str
    """As it stood in its file, where characters may be written as references."""

    def written(self, *, in_xml: bool, was_xml: bool) -> str:
        """Return it as a file has it."""
        if in_xml:
            return self.raw if was_xml else escape(self.text)
        return self.text if was_xml else self.raw


def pattern_of(marker: str) -> re.Pattern[str]:
    """Return what matches every stand-in with a marker."""
    words = "|".join(_WORDS.values())
    return re.compile(f"{marker}(?:{words})[0-9]{{5}}[a-z]")


def unused_marker(texts: Iterable[str]) -> str:
    """Return a marker with which nothing in these texts looks like a stand-in."""
    words = "|".join(_WORDS.values())
    begun = re.compile(f"([A-Z]?)(?:{words})[0-9]")
    used = {found[1] for text in texts for found in begun.finditer(text)}
    free = [marker for marker in _MARKERS if marker not in used and (marker or not used)]
    if not free:
        raise UnusableInput(
            "The file is full of words that look like stand-ins (Name1, XName1); "
            "put back what it was made of first."
        )
    return free[0]


class StandIns:
    """Gives out stand-ins, the same for the same spelling of the same secret."""

    def __init__(self, marker: str) -> None:
        self.marker = marker
        self._numbers: dict[tuple[Kind, str], int] = {}
        self._last: dict[Kind, int] = dict.fromkeys(KINDS, 0)
        self._letters: dict[tuple[Kind, int], int] = {}
        self._given: dict[tuple[Kind, str, str], str] = {}
        self.spellings: dict[str, Spelling] = {}
        """What each stand-in stands for."""

    def of(self, kind: Kind, identity: str, spelling: Spelling) -> str:
        """Return what stands for a spelling of the secret that is known by `identity`."""
        asked = (kind, identity, spelling.raw)
        if (given := self._given.get(asked)) is None:
            number = self._number(kind, identity)
            letter = self._letters.get((kind, number), 0)
            self._letters[kind, number] = letter + 1
            given = f"{self.marker}{_WORDS[kind]}{number:05}{_LETTERS[letter]}"
            self._given[asked] = given
            self.spellings[given] = spelling
        return given

    def _number(self, kind: Kind, identity: str) -> int:
        """Return the number of a secret; another one where all its letters are given out."""
        number = self._numbers.get((kind, identity), 0)
        if not number or self._letters.get((kind, number), 0) == len(_LETTERS):
            self._last[kind] += 1
            number = self._numbers[kind, identity] = self._last[kind]
            if number > _MOST:
                raise UnusableInput(
                    f"The file has more than {_MOST:,} different {kind}; divide it into parts, or "
                    "use --leave."
                )
        return number
