"""Bytes to text: finds the encoding, or takes the one it is told.

In order: a byte order mark, UTF-16 where zero bytes hint at it, UTF-8, and of the encodings that
divide the Chinese world the one whose reading holds more of the commonest characters. Control
characters and lone surrogates are kept; bytes that no encoding explains are refused.
"""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from aligner.errors import UnusableInput
from aligner.files.signatures import byte_order_mark, container_of

_LARGER = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "cp950": "big5hkscs"}
"""Encodings whose name is often given to text in a larger one that holds them."""
_SAMPLE = 200_000
"""Characters that a guess is judged by."""

_COMMON = frozenset(
    "的一是不了在人有我他这個个们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于於着著下"
    "自之年过過发發后後作里裡用道行所然家种種事成方多经經么麼去法学學如都同现現当當没沒动動面起看定天分还還进進"
    "好小部其些主样樣理心她本前开開但因只从從想实實日军軍者意无無力它与與长長把机機十民第公此已工使情明性知全三"
    "又关關点點正业業外将將两兩高间間由问問很最重并並物手应應战戰向头頭文体體政美相见見被利什二等产產或新己制身"
    "果加西斯月话話合回特代内內信表化老给給世位次度门門任常先海通教儿兒原东東声聲提立及比员員解水名真论論处處走"
    "义義各入几幾口认認条條平系气氣题題活尔爾更别別打女变變四神总總何电電数數安少报報才结結反受目太量再感建务務"
    "做接必场場件计計管期市直德资資命山金指克许許统統区區保至队隊形社便空决決治展马馬科司五基眼书書非则則听聽白"
    "却卻界达達光放强強即像难難且权權思王象完设設式色路记記南品住告类類求据據程北边邊死张張该該交规規万萬取拉格"
    "望觉覺术術领領共确確传傳师師观觀清今切院让讓识識候带帶导導争爭运運"
    "，。、；：？！“”‘’「」『』（）《》—…　"
)
_FAMILIAR = 0.3
"""Share of such characters that makes a text; read in the wrong byte order it has far fewer."""
_FULL_WIDTH = re.compile("[\u2e80-\U000e0000]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def decode(data: bytes, path: Path, encoding: str | None) -> tuple[str, str]:
    """Return the text and the name of its encoding; raises `UnusableInput`.

    Byte order marks in front of it are no text; some programs write one more each time they save.
    """
    text, name = _told(data, path, encoding) if encoding else _found(data, path)
    if not text.strip("\ufeff\x00 \t\r\n") or text.isspace():
        raise UnusableInput(f"{path} is empty; there is nothing to align.")
    return text.lstrip("\ufeff"), name


def _told(data: bytes, path: Path, encoding: str) -> tuple[str, str]:
    try:
        name = codecs.lookup(encoding).name
        name = _LARGER.get(name, name)
        text = data.decode(name)
    except (LookupError, ValueError) as error:
        if isinstance(error, UnicodeError):
            raise UnusableInput(
                f"{path} is not text in {encoding}; leave --encoding away to have it found."
            ) from None
        raise UnusableInput(
            f"There is no encoding {encoding!r}; try utf-8, utf-16, gb18030 or big5hkscs."
        ) from None
    if not isinstance(text, str):  # codecs such as hex give bytes
        raise UnusableInput(f"{encoding!r} is no encoding of text; try utf-8, gb18030, big5hkscs.")
    return text, name


def _found(data: bytes, path: Path) -> tuple[str, str]:
    if container_of(data):
        raise UnusableInput(f"{path} is not a text file.")
    mark = byte_order_mark(data)
    if mark and (text := _try(data, mark.encoding)) is not None:
        return text, mark.encoding.removesuffix("-sig")
    for guess in (_utf16, _utf8, _regional):
        if (found := guess(data)) is not None:
            return found
    if _looks_binary(data):
        raise UnusableInput(f"{path} is not a text file.")
    raise UnusableInput(
        f"{path} is text in no encoding that is known here; name it with --encoding, or save the "
        "file as UTF-8."
    )


def _try(data: bytes, name: str, errors: str = "strict") -> str | None:
    try:
        return data.decode(name, errors)
    except UnicodeError:
        return None


def _utf8(data: bytes) -> tuple[str, str] | None:
    text = _try(data, "utf-8")
    if text is None:
        text = _try(data.removeprefix(codecs.BOM_UTF8), "utf-8", "surrogatepass")
    if text is None or _is_noise(text):
        return None
    return text, "utf-8"


def _utf16(data: bytes) -> tuple[str, str] | None:
    """Read UTF-16 without a mark, in the byte order that makes more of it familiar.

    Every character of ASCII leaves a zero byte, 一 and the ideographic space leave one on the other
    side; so a zero byte says that it may be UTF-16, and not in which order.
    """
    head = data[: 2 * _SAMPLE]
    zeros = head.count(0)
    if not zeros or len(data) % 2:
        return None
    if zeros * 50 < len(head) and _utf8(data) is not None:
        return None  # a stray zero in other text
    share, name = max((_familiarity(head, name), name) for name in ("utf-16-be", "utf-16-le"))
    text = _try(data, name, "surrogatepass") if share >= _FAMILIAR else None
    return None if text is None or _is_noise(text) else (text, name)


def _familiarity(head: bytes, name: str) -> float:
    """Return the share of the characters, white space aside, that many texts have."""
    text = "".join(head.decode(name, "replace").split())
    known = sum(c in _COMMON or "!" <= c <= "~" or "\xa1" <= c <= "\u04ff" for c in text)
    return known / len(text) if text else 0.0


def _regional(data: bytes) -> tuple[str, str] | None:
    if _looks_binary(data):
        return None
    found = [
        (_commonness(text), name, text)
        for name in ("gb18030", "big5hkscs")
        if (text := _try(data, name)) is not None
    ]
    found.sort(key=lambda guess: -guess[0])
    if found and found[0][0] >= 0.1:  # a tenth; Chinese read rightly has more than half
        return found[0][2], found[0][1]
    text = _try(data, "cp1252")  # English with curly quotation marks
    high = sum(byte > 127 for byte in data[:_SAMPLE])
    if text is not None and high * 10 < len(data[:_SAMPLE]):
        return text, "cp1252"
    return (found[0][2], found[0][1]) if found else None


def _commonness(text: str) -> float:
    """Return the share of the wide characters that every reader of Chinese knows."""
    wide = _FULL_WIDTH.findall(text[:_SAMPLE]) + ["“" for c in text[:_SAMPLE] if c in "“”‘’—…"]
    return sum(character in _COMMON for character in wide) / len(wide) if wide else 0.0


def _is_noise(text: str) -> bool:
    """Whether control characters are so many that no text is like that."""
    sample = text[:_SAMPLE]
    return len(_CONTROL.findall(sample)) * 10 > len(sample) * 3


def _looks_binary(data: bytes) -> bool:
    head = data[:_SAMPLE]
    zeros = head.count(0)
    controls = sum(byte < 32 and byte not in b"\t\n\r\x0b\x0c\x1b" for byte in head)
    return zeros > 0 or controls * 50 > len(head)
