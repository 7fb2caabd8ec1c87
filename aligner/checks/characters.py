"""Characters that nobody typed: invisible ones, and text that was read in the wrong encoding."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligner.checks.finding import Finding, Span, shown

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_JOINED = re.compile(
    "[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]\u200d[\u2190-\u2bff\U0001f000-\U0001faff]"
)
"""Signs that a joiner makes one of: a family, a flag with a rainbow."""
_NO_TEXT = re.compile("\ufffd+|锟斤拷|锟斤|烫烫烫|燙燙燙|屯屯屯|锘匡豢")
_AS_LATIN = re.compile(
    "(?:[\u00c2\u00c3][\u0080-\u00bf]|[\u00e2-\u00ef][\u0080-\u00bf\u0152-\u2122]{2})+"
)
"""What UTF-8 looks like to whoever takes it for Western text: cafÃ©, itâ€™s, ä½ å¥½."""
_AS_CHINESE = re.compile(r"[^\x00-\x7f]{4,}")
_RARE = re.compile("[銆锛鈥鏄鍦鐨鎴浠涓鍚缁鏂閿]")
"""Characters that the commonest Chinese ones turn into, and that are rare themselves."""
_WESTERN = {chr(byte): byte for byte in range(128, 256)}
_WESTERN |= {
    sign: byte for byte in range(128, 160) if (sign := bytes([byte]).decode("cp1252", "ignore"))
}


def check_characters(zh: str, en: str) -> Iterator[Finding]:
    """Yield what is invisible or garbled in either text, at most one finding a kind and side."""
    if not zh.isascii() and (place := _invisible(zh)):
        yield Finding("invisible", "zh", zh=place, values=(_named(zh, place),))
    if not en.isascii() and (place := _invisible(en)):
        yield Finding("invisible", "en", en=place, values=(_named(en, place),))
    if not zh.isascii() and (place := _garbled(zh)):
        yield Finding("garbled", "zh", zh=place, values=(shown(zh[slice(*place)], 12),))
    if not en.isascii() and (place := _garbled(en)):
        yield Finding("garbled", "en", en=place, values=(shown(en[slice(*place)], 12),))


def _named(text: str, place: Span) -> str:
    return f"U+{ord(text[place[0]]):04X}"


def _invisible(text: str) -> Span | None:
    found = _INVISIBLE.search(text)
    if found is None:
        return None
    joined = {match.start() + match[0].index("\u200d") for match in _JOINED.finditer(text)}
    places = (match.span() for match in _INVISIBLE.finditer(text))
    return next((place for place in places if place[0] not in joined), None)


def _garbled(text: str) -> Span | None:
    """Return where text stands that was read in the wrong encoding."""
    if found := _NO_TEXT.search(text):
        return found.span()
    for match in _AS_LATIN.finditer(text):
        if _is_utf8(match[0]):
            return match.span()
    if _RARE.search(text):
        for match in _AS_CHINESE.finditer(text):
            if _was_chinese(match[0]):
                return match.span()
    return None


def _is_utf8(run: str) -> bool:
    data = bytes(_WESTERN.get(c, 0) for c in run)
    try:
        return len(data.decode("utf-8")) < len(run)
    except UnicodeDecodeError:
        return False


def _was_chinese(run: str) -> bool:
    """Whether a run, written in GBK, gives bytes that are UTF-8 nearly throughout."""
    text = run.encode("gb18030", "ignore").decode("utf-8", "replace")
    return text.count("\ufffd") * 3 <= len(text)
