"""Bytes of RTF to text: the character set of the font tells the encoding, the code page the rest.

Chinese stands as bytes of a Chinese font under a western code page, or as bytes of a western font
under a Chinese one; what an encoding cannot explain is read in the next that may be meant.
"""

from __future__ import annotations

_CODECS = {
    0: "cp1252", 77: "mac_roman", 78: "shift_jis", 79: "euc_kr", 80: "gb18030", 81: "big5hkscs",
    128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030", 136: "cp950", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251",
    222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
"""By character set."""
_PAGES = {936: "gb18030", 950: "cp950", 65001: "utf-8", 10000: "mac_roman", 54936: "gb18030"}
_WIDE = frozenset({"gb18030", "cp950", "big5hkscs", "cp932", "cp949", "utf-8"})
_DEFAULT_SET = 1


def codec_of_page(page: int) -> str:
    """Return the codec of a code page; that of Western Europe for one that nobody knows."""
    name = _PAGES.get(page, f"cp{page}")
    try:
        b"a".decode(name)
    except (LookupError, ValueError):
        return "cp1252"
    return name


def codec_of_set(charset: int, page: str) -> str:
    """Return the codec of a font's character set under a code page, given by its codec."""
    if charset == _DEFAULT_SET or (charset == 0 and page in _WIDE):
        return page
    return _CODECS.get(charset, page)


def decoded(data: bytes, codec: str, page: str) -> str:
    """Return bytes as text, in the first of the encodings in question that explains them."""
    further = "big5hkscs" if codec == "cp950" else page
    for name in (codec, further, "cp1252"):
        try:
            return data.decode(name)
        except ValueError:
            continue
    return data.decode(codec, "replace")
