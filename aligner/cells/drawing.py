"""What is drawn for each character of a text, so that all terminals give it the same width.

Control characters never reach a terminal. What terminals measure differently is drawn as something
they agree on: emoji are taken apart where joiners hold them together, flags are spelt in letters,
marks without a letter get a dotted circle. Invariant: what is drawn is as wide as the sum of its
characters, by rich and by any terminal.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import accumulate

from rich.cells import get_character_cell_size

REPLACEMENT = "\ufffd"
"""Drawn for what steers a terminal, is no character, or has no width that terminals agree on."""
GETA = "〓"
"""Drawn for a Han character that this Python does not know yet: it takes two cells everywhere."""
CIRCLE = "◌"
"""What a combining mark stands on where the text has no letter for it."""

_MOST_MARKS = 4  # on one letter; more would reach into other lines

_PLAIN = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0377\u0391-\u03a1\u03a3-\u0482\u048a-\u052f"
    "\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u2070\u2071\u2074-\u208e\u20a0-\u20bf\u2100-\u214f\u2190-\u23e8"
    "\u2460-\u262f\u2638-\u2689\u2690-\u27bf\u3000-\u3029\u3030-\u303e\u3041-\u3096\u309b-\u30ff"
    "\u3105-\u312f\u3190-\u31bb\u31c0-\u31e3\u3400-\u4dbf\u4e00-\u9ffc\uac00-\ud7a3\uf900-\ufa6d"
    "\uff01-\uff9f\uffe0-\uffe6\U0001f400-\U0001f64f\U00020000-\U0002a6dd]*"
)
"""Most text: each character is drawn as it is and takes one or two cells."""

_WHITE = frozenset("\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029")
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that turn the direction of writing: a reader should see that they are there."""
_DISPUTED = re.compile(
    "[\u2630-\u2637\u268a-\u268f\u302e\u302f\u3248-\u324f\u4dc0-\u4dff"
    "\U00016ff0\U00016ff1\U0001d300-\U0001d376]"
)
"""Trigrams, hexagrams, counting rods and the like: narrow in older tables, wide in newer ones."""
_SILENT = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u20e3\u3164\ufe00-\ufe0f\uffa0"
    "\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef]"
)
"""Variation selectors, skin tones, the frame of a key, fillers: not drawn, whatever they do."""


def drawable(text: str) -> str:
    """Make text safe to draw on one line.

    Tabs and line ends become spaces; other control characters their pictures (␛); C1 controls,
    marks that turn the direction of writing and lone surrogates U+FFFD.
    """
    return text if is_plain(text) else "".join(drawn(text))


def is_plain(text: str) -> bool:
    """Whether every character is surely drawn as it is and takes at least a cell."""
    return _PLAIN.fullmatch(text) is not None


def drawn(text: str) -> list[str]:
    """Return what is drawn for each character; nothing for those that only join or vary others."""
    found: list[str] = []
    marks = _MOST_MARKS  # that the letter before may still take; -1 where there is none
    has_base = False
    for character in text:
        picture = _PICTURES[character]
        if len(picture) == 1 and not get_character_cell_size(picture):
            if not has_base:
                found.append(CIRCLE + picture)
                has_base, marks = True, _MOST_MARKS - 1
            else:
                found.append(picture if marks > 0 else "")
                marks -= 1
            continue
        found.append(picture)
        if picture:
            has_base, marks = not picture.isspace(), _MOST_MARKS
    return found


def starts(pictures: list[str]) -> list[int]:
    """Return where each picture begins in the drawn text, and behind the last one its length."""
    return [0, *accumulate(map(len, pictures))]


class _Pictures(dict[str, str]):
    """What is drawn for a character by itself, worked out when it is first met."""

    def __missing__(self, character: str) -> str:
        self[character] = picture = _picture(character)
        return picture


_PICTURES = _Pictures()


def _picture(character: str) -> str:
    code = ord(character)
    if character in _WHITE:
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    if 0x1F1E6 <= code <= 0x1F1FF:  # two of them are a flag, of one cell, two or four
        return chr(code - 0x1F1E6 + ord("A"))
    category = unicodedata.category(character)
    if category == "Cn" and 0x20000 <= code <= 0x3FFFD:
        return GETA
    if character in _TURNING or category in ("Cc", "Cs", "Cn", "Mc") or _DISPUTED.match(character):
        return REPLACEMENT
    return "" if category == "Cf" or _SILENT.match(character) else character
