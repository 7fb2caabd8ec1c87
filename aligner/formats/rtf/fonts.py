"""The fonts and the styles that an RTF file lists at its head."""

from __future__ import annotations

from collections import Counter

from aligner.article import ParagraphKind
from aligner.formats.documents import kind_by_name, symbol
from aligner.formats.rtf.encodings import codec_of_page, codec_of_set, decoded

_SYMBOLS = 2
"""The character set of fonts without letters."""


class Fonts:
    """Fonts by their numbers: name, character set, code page."""

    def __init__(self) -> None:
        self.page = "cp1252"
        """Codec of the whole file, where a font does not say another."""
        self.default: int | None = None
        self.current: int | None = None
        """The font that is being listed."""
        self.used: Counter[str] = Counter()
        """Bytes beyond ASCII, by the codec they were read in."""
        self._sets: dict[int | None, int] = {}
        self._pages: dict[int | None, str] = {}
        self._names: dict[int | None, str] = {}

    def take(self, word: str, number: int) -> None:
        """Take in what the list says of the current font."""
        if word == "f":
            self.current = number
        elif word == "fcharset":
            self._sets[self.current] = number
        elif word == "cpg" and number:
            self._pages[self.current] = codec_of_page(number)

    def name(self, text: str) -> None:
        """Take in a piece of the name of the current font."""
        self._names[self.current] = (self._names.get(self.current, "") + text)[:100]

    def text(self, data: bytes, font: int | None) -> str:
        """Return bytes in a font as text."""
        if self._sets.get(font) == _SYMBOLS:
            return "".join(self.symbol(byte, font) for byte in data)
        if data.isascii():
            return data.decode("ascii")
        codec = self._pages.get(font) or codec_of_set(self._sets.get(font, 1), self.page)
        self.used[codec] += len(data)
        return decoded(data, codec, self.page)

    def symbol(self, code: int, font: int | None) -> str:
        """Return the character that a code stands for in a font of symbols."""
        return symbol(self._names.get(font, "").rstrip("; "), code)


class Styles:
    """Paragraph styles by their numbers."""

    def __init__(self) -> None:
        self.current = 0
        """The style that is being listed."""
        self._names: dict[int, str] = {}

    def name(self, text: str) -> None:
        """Take in a piece of the name of the current style."""
        self._names[self.current] = (self._names.get(self.current, "") + text)[:100]

    def kind(self, number: int | None) -> tuple[ParagraphKind, str]:
        """Return the kind and the label of paragraphs in a style."""
        name = self._names.get(number, "") if number is not None else ""
        return kind_by_name(name.split(";")[0].split(",")[0])
