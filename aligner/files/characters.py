"""Which characters may stand in an exchanged segment, decided once for every format.

The texts of a bitext are never changed; these functions make the copies that are written.
"""

from __future__ import annotations

import re
from html import escape

_SOFT_BREAKS = str.maketrans("\v\f", "  ")
"""A line or a page that ends within a segment: no format has it, but words stand on both sides."""
_ILLEGAL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 forbids or discourages (section 2.2), lone surrogates among it."""
_LINE_BREAKS = re.compile(r"[\t\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_INVISIBLE_ENDS = "\ufeff\u200b\u2060"


def legal(text: str) -> str:
    """Remove the characters that XML, HTML and UTF-8 cannot carry; line ends stay.

    Soft breaks, which they cannot carry either, become spaces.
    """
    # Most texts have nothing of the kind, which Python sees ten times as fast.
    return text if text.isprintable() else _ILLEGAL.sub("", text.translate(_SOFT_BREAKS))


def xml_text(text: str) -> str:
    """Write a text as XML; a carriage return as a reference, or it would be read as a line feed."""
    return escape(legal(text), quote=False).replace("\r", "&#13;")


def one_line(text: str) -> str:
    """Turn tabs and line ends into single spaces, and remove what `legal` removes."""
    return text if text.isprintable() else legal(_LINE_BREAKS.sub(" ", text))


def segment(text: str) -> str:
    """Return a text as a translation memory wants it: one line, without white space at its ends.

    Ideographic spaces and zero-width marks count as white space: a padded unit never matches.
    """
    line, before = one_line(text), None
    while line != before:
        before, line = line, line.strip().strip(_INVISIBLE_ENDS)
    return line
